//! So many each, and all of them before or behind it.

use super::name::is_named;
use crate::decimal::Decimal;
use crate::figures::{Figure, Role};
use crate::lex::quantity::Approx;
use crate::lex::unit::Family;
use crate::rules::Context;
use crate::rules::figures::slip;
use crate::span::Run;

/// 每个小组 says no more than of what.
const LONGEST_EACH: usize = 4;

/// One of few more or less makes a total so many times as large: 6期 for 3期.
const SLIP_OF_FEW: Decimal = Decimal::whole(2);

/// `举办培训3期,每期50人,共培训150人`: the count that the words of a mean name right before it, the total right behind it.
pub fn between(ctx: &Context<'_>, at: usize) -> Option<(usize, usize)> {
    let (count, total) = (at.checked_sub(1)?, at + 1);
    let (mean, of, whole) = (&ctx.figures.list[at], &ctx.figures.list[count], ctx.figures.list.get(total)?);
    let are_beside = [count, total].iter().all(|&index| ctx.figures.is_beside(index, at));
    let are_counts = [of, whole].iter().all(|it| it.role == Role::Count && it.bracket == mean.bracket);
    // Not …,共有360人次旁听, nor …,共32名(含县级8名).
    let sums_up = ["共", "共培训", "共计", "合计"].contains(&&*ctx.text.string(whole.label));
    let is_alone = whole.tail.is_empty() && ctx.text.at(whole.quantity.run.end) != '(';
    let unit = |figure: &Figure| ctx.text.at(figure.quantity.unit_run.start);
    let is_total = sums_up && is_alone && unit(whole) == unit(mean);
    let made = of.quantity.value.times(mean.quantity.value)?;
    let is_meant = are_beside && are_counts && is_total && is_named(ctx, of, mean);
    (is_meant && !slip::is_far(whole.quantity.value, made, SLIP_OF_FEW)).then_some((total, count))
}

/// `抽调42名,组成12个评查组,每组4名`: the total and the count of what was formed of all of them, where so many each are somewhat
/// more. Fewer leave some for other things (另2名负责协调).
pub fn formed(ctx: &Context<'_>, at: usize) -> Option<(usize, usize)> {
    const FORMS: &[&str] = &["组成", "编成", "组建"];
    let (total, count) = (at.checked_sub(2)?, at - 1);
    let [mean, of, whole] = [at, count, total].map(|index| &ctx.figures.list[index]);
    let are_beside = [count, total].iter().all(|&index| ctx.figures.is_beside(index, at));
    let are_counts = [of, whole].iter().all(|it| it.is_exact_count() && it.bracket == mean.bracket);
    // 联合镇街组成12个组, 组长由局领导兼任: with others, or some in two of them.
    let sentence = ctx.figures.sentences[mean.sentence].run;
    let behind = Run::new(mean.quantity.run.end, sentence.end.max(mean.quantity.run.end));
    let has_others =
        ctx.text.has_any(of.gap, &["联合", "会同", "共同", "与"]) || ctx.text.has_any(behind, &["兼", "跨", "不足"]);
    let is_formed = ctx.text.has_any(of.gap, FORMS) && ctx.text.starts(mean.label.start, "每") && !has_others;
    // 每组3至4名, 每组4名左右
    let is_plain = whole.quantity.unit.family == Family::Person
        && mean.quantity.approx == Approx::Exact
        && mean.label.len() <= LONGEST_EACH;
    let unit = |figure: &Figure| ctx.text.string(figure.quantity.unit_run);
    let is_meant =
        are_beside && are_counts && is_formed && is_plain && unit(whole) == unit(mean) && is_named(ctx, of, mean);
    let (made, all) = (of.quantity.value.times(mean.quantity.value)?, whole.quantity.value);
    (is_meant && made > all && slip::is_near(all, made)).then_some((total, count))
}
