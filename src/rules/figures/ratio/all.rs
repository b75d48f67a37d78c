//! `审核事项全部完成,完成率96.3%`: the clause says that all were, the rate that not all were. Only where the rate is
//! called by nothing but what was done to all, or is the coverage of all there are (全县26个部门均已建立…,覆盖率98%).

use super::beside::is_accounted;
use crate::decimal::Decimal;
use crate::figures::{cues, is_separator};
use crate::lex::quantity::Approx;
use crate::rules::Context;
use crate::span::Run;

/// Words that leave none out.
const ALL: &[&str] = &["全部", "均已"];

/// The word in the clause right before a rate by which it is 100 %.
pub fn contradicting(ctx: &Context<'_>, at: usize) -> Option<Run> {
    const LONGEST: usize = 40;
    const OF_AREA: &[&str] = &["市属", "县属", "区属"];
    let list = &ctx.figures.list;
    let rate = &list[at];
    let mut label = rate.label;
    while let Some((_, length)) = ctx.text.ends_any(label.start, label.end, &["达到", "达", "为"]) {
        label.end -= length;
    }
    let comma = label.start.saturating_sub(1);
    let is_plain = label.len() == 3 && ctx.text.before(label.end) == '率' && ctx.text.at(comma) == ',';
    if !is_plain
        || is_accounted(ctx, rate)
        || rate.quantity.value >= Decimal::HUNDRED
        || rate.quantity.approx != Approx::Exact
    {
        return None;
    }
    let sentence = ctx.figures.sentences[rate.sentence].run;
    let from = sentence.start.max(comma.saturating_sub(LONGEST));
    let start = (from..comma).rev().find(|&index| is_separator(ctx.text.at(index))).map_or(from, |index| index + 1);
    let counted = at.checked_sub(1).map_or(start, |before| list[before].quantity.run.end.max(start));
    let said = (counted..comma).find_map(|index| {
        let (_, length) = ctx.text.starts_any(index, ALL)?;
        Some(Run::new(index, index + length))
    })?;
    let stem = ctx.text.string(Run::new(label.start, label.start + 2));
    let is_of_it = ctx.text.has_any(Run::new(said.start, comma), &[&stem]);
    let areas = [cues::AREAS, cues::TOWNSHIPS, OF_AREA];
    let before = Run::new(start, said.start);
    let is_of_area = || stem == "覆盖" && areas.iter().any(|words| ctx.text.has_any(before, words));
    (is_of_it || is_of_area()).then_some(said)
}
