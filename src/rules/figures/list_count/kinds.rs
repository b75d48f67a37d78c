//! Kinds that are counted beside what they make together: `8类96项,其中许可2项、处罚11项、…、其他39项`.

use super::forms::{Claim, List};
use super::ways::Ways;
use crate::figures::groups::Site;
use crate::figures::{Figure, cues};
use crate::lex::number;
use crate::rules::Context;
use crate::rules::figures::{claim, sum};
use crate::span::Run;

/// Fewer parts may be told of more kinds by chance.
const FEWEST: usize = 4;

/// Every list that is the whole of a total behind a number of kinds.
pub fn lists(ctx: &Context<'_>) -> impl Iterator<Item = List> {
    ctx.sites.iter().filter_map(|site| list(ctx, site))
}

fn list(ctx: &Context<'_>, site: &Site) -> Option<List> {
    let figures = &ctx.figures.list;
    let [total] = site.totals[0][..] else { return None };
    if !site.is_joined() || site.nested.is_some() || site.parts.len() < FEWEST {
        return None;
    }
    let (announced, count) = kinds(ctx, &figures[total])?;
    let is_whole = sum::sum(ctx, &site.parts)? == figures[total].quantity.interval;
    // 3类96个,其中县直部门22个、乡镇11个、…: parts of another kind.
    if !is_whole || !claim::are_of_class(ctx, total, &site.parts) {
        return None;
    }
    let listed = u32::try_from(site.parts.len()).ok()?;
    let last: &Figure = &figures[*site.parts.last()?];
    // The rest may be no kind, or several.
    let has_rest = u32::from(cues::is_rest(ctx.text, last.label));
    let run = announced.to(last.quantity.run);
    let ways = Ways::between(listed - has_rest, listed);
    let claim = Claim { lack: 1 - has_rest, excess: 1 };
    Some(List { count, announced, run, ways, open: false, claim })
}

/// The number of kinds right before a total.
fn kinds(ctx: &Context<'_>, total: &Figure) -> Option<(Run, u32)> {
    const LONGEST: usize = 5;
    let end = ctx.text.trim(Run::new(total.gap.start.saturating_sub(LONGEST), total.quantity.run.start)).end;
    let (_, length) = ctx.text.ends_any(0, end, &["大类", "类", "种"])?;
    let (start, number) = (end.saturating_sub(LONGEST)..end - length).find_map(|start| {
        let number = number::read(ctx.text, start).filter(|number| number.end + length == end)?;
        (!ctx.text.before(start).is_ascii_digit()).then_some((start, number))
    })?;
    let count = u32::try_from(number.value.to_integer()?).ok()?;
    Some((Run::new(start, end), count))
}
