//! So many each, and all of them behind it.

use super::is_named;
use crate::decimal::Decimal;
use crate::figures::{Figure, Role};
use crate::rules::Context;
use crate::rules::figures::slip;

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
