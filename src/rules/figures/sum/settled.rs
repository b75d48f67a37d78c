//! `受理81件,审结77件,其中维持35件、…、终止15件,未审结4件`: what is pending makes the outcomes up to all that came in.
//! Without it they are what was settled, and must make that too.

use super::Reading;
use crate::figures::cues;
use crate::figures::groups::Site;
use crate::rules::Context;

/// The outcomes without the last of the parts, which is pending, beside the settled right before them.
pub fn outcomes(ctx: &Context<'_>, site: &Site, reading: &Reading) -> Option<Site> {
    const ANSWERED: &[&str] = &["答复"];
    let [settled] = site.totals[0][..] else { return None };
    let (&last, parts) = reading.parts.split_last().filter(|(_, parts)| parts.len() > 1)?;
    let says = |index: usize, words: &[&str]| ctx.text.has_any(ctx.figures.list[index].label, words);
    // 未审结4件, 另3件正在审理
    let is_said = |words: &[&str]| says(last, words) || ctx.text.has_any(ctx.figures.list[last].tail, words);
    let is_pending = [cues::PENDING, cues::NEXT_PERIOD, &["结转"]].into_iter().any(is_said);
    let is_settled = says(settled, cues::SETTLED) || says(settled, ANSWERED);
    let is_between = reading.total[0] < settled && settled + 1 == parts[0];
    (is_pending && is_settled && is_between).then(|| Site {
        totals: vec![vec![settled]],
        parts: parts.to_vec(),
        nested: None,
        join: site.join,
    })
}
