//! A rate of a thing and its opposite: `起诉427人,不起诉55人,不诉率11.41%` is of the two together. Doubted only where
//! the two come near it.

use super::named::OWN_BASE;
use super::stem::stems;
use super::{FARTHEST, is_rate_of, share_of_sum};
use crate::decimal::{Decimal, Interval};
use crate::figures::{Figure, Role};
use crate::rules::Context;
use crate::rules::figures::slip;
use crate::span::Run;

/// A numerator and the two counts that make up its base.
type Pair = (usize, [usize; 2]);

/// The two counts where they give the rate.
pub fn fitting(ctx: &Context<'_>, at: usize) -> Option<Pair> {
    pair(ctx, at).filter(|(part, both)| share_of_sum(ctx, *part, both, &ctx.figures.list[at]))
}

/// Whether words deny what a rate is of: 不合格 and 合格率.
pub fn is_denied(ctx: &Context<'_>, words: Run, rate: Run) -> bool {
    let denies = |run: Run| ctx.text.has_any(run, &["不", "未"]);
    denies(words)
        && !denies(rate)
        && stems(ctx, rate).iter().any(|&stem| ctx.text.has_any(words, &[&ctx.text.string(stem)]))
}

/// A count beside a rate and the whole before it that it leaves the rest of: `抽检2000批次,不合格40批次,合格率98%`;
/// and whether the rest gives the rate.
pub fn left_out(ctx: &Context<'_>, at: usize) -> Option<(usize, usize, bool)> {
    let list = &ctx.figures.list;
    // 复检合格率99%, 合格率全省平均98%
    if ctx.text.has_any(list[at].label, OWN_BASE) {
        return None;
    }
    let is_row = |&(denied, whole): &(usize, usize)| {
        let [denied, whole] = [denied, whole].map(|index| &list[index]);
        denied.quantity.unit.family == whole.quantity.unit.family
            && [denied, whole].iter().all(|it| it.sentence == list[at].sentence && it.role == Role::Count)
            && is_denied(ctx, denied.label, list[at].label)
            // 首考合格率93.6%,补考后仍不合格的412人: of what was tried again.
            && !ctx.text.has_any(denied.label, &["仍", "补考", "复检", "复查"])
    };
    let rows = [at.checked_sub(2).map(|whole| (at - 1, whole)), at.checked_sub(1).map(|whole| (at + 1, whole))];
    let (denied, whole) = rows.into_iter().flatten().filter(|&(denied, _)| denied < list.len()).find(is_row)?;
    let of_all = |all: Interval| {
        let rest = all.minus(list[denied].quantity.interval);
        rest.is_some_and(|rest| is_rate_of(rest, all, list[at].quantity.interval))
    };
    let gives_rest = |whole: usize| of_all(list[whole].quantity.interval);
    // 共318批次,其中药品205批次、化妆品76批次,不合格9批次: not of the last item.
    let before = (ctx.figures.sentences[list[at].sentence].first..at).rev().take(FARTHEST);
    let fitting = before.filter(|&other| is_row(&(denied, other))).find(|&other| gives_rest(other));
    // 建议124件、提案169件,满意率99.3%(不满意2件): of both.
    if fitting.is_none() && ctx.figures.sums_before(at, list[denied].quantity.unit.family).into_iter().any(of_all) {
        return None;
    }
    Some((denied, fitting.unwrap_or(whole), fitting.is_some()))
}

/// The two counts where they come near the rate.
pub fn doubted(ctx: &Context<'_>, at: usize) -> Option<Pair> {
    let value = |index: usize| ctx.figures.list[index].quantity.value;
    let made = |&(part, [a, b]): &Pair| value(part).times(Decimal::HUNDRED)?.over(value(a).plus(value(b))?, 2);
    pair(ctx, at).filter(|pair| made(pair).is_some_and(|made| slip::is_near_percent(made, value(at))))
}

/// The two counts right before a rate, or alone in the bracket behind it, one named as the other is with 不 before it.
fn pair(ctx: &Context<'_>, at: usize) -> Option<Pair> {
    let list = &ctx.figures.list;
    let inner = ctx.figures.in_bracket_behind(ctx.text, at);
    let first = inner.or_else(|| at.checked_sub(2))?;
    let (a, b) = (list.get(first)?, list.get(first + 1)?);
    let is_count = |figure: &Figure| figure.is_exact_count() && figure.sentence == list[at].sentence;
    let are_two =
        is_count(a) && is_count(b) && a.bracket == b.bracket && (inner.is_some() || a.bracket == list[at].bracket);
    if !are_two || a.quantity.unit.family != b.quantity.unit.family {
        return None;
    }
    let denied = |run: Run| (run.start..run.end).find(|&index| ctx.text.at(index) == '不').map(|index| index + 1);
    let (negated, plain, both) = match (denied(a.label), denied(b.label)) {
        (None, Some(begins)) => (Run::new(begins, b.label.end), a.label, [first + 1, first]),
        (Some(begins), None) => (Run::new(begins, a.label.end), b.label, [first, first + 1]),
        _ => return None,
    };
    // 不起诉 and 起诉, 不捕 and 批捕: what is denied ends as what is not.
    let ends_alike = !negated.is_empty() && ctx.text.before(negated.end) == ctx.text.before(plain.end);
    let rate = list[at].label;
    let end = (rate.start..rate.end).rev().find(|&index| ctx.text.at(index) == '率')?;
    let of = Run::new(rate.start, end);
    let says = |run: Run, ch: char| ctx.text.chars(run).any(|other| other == ch);
    let is_of_these = ctx.text.chars(of).any(|ch| says(negated, ch) && says(plain, ch));
    let part = if denied(of).is_some() { both[0] } else { both[1] };
    (ends_alike && is_of_these).then_some((part, both))
}
