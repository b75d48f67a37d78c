//! `受理案件73件。…上述71件案件均…`: a number that says it was told before, and was not.

use crate::decimal::Decimal;
use crate::figures::{Figure, Role};
use crate::lex::quantity::Approx;
use crate::rules::Context;
use crate::rules::figures::{slip, sum};

/// No figure farther back is meant.
const FARTHEST: usize = 60;

/// The figure before that one of an index means and differs from; none where another, or the sum of some, is what it says.
pub fn differing(ctx: &Context<'_>, at: usize) -> Option<usize> {
    let list = &ctx.figures.list;
    let figure = &list[at];
    let refers = ctx.text.ends_any(figure.label.start, figure.label.end, &["上述", "前述", "上述的"]).is_some();
    if !refers || !is_count(figure) {
        return None;
    }
    let family = figure.quantity.unit.family;
    let before: Vec<usize> =
        (at.saturating_sub(FARTHEST)..at).filter(|&index| family.adds_to(list[index].quantity.unit.family)).collect();
    let is_made = |figures: &[usize]| sum::sum(ctx, figures).is_some_and(|made| made.meets(figure.quantity.interval));
    let is_told = (1..=before.len()).any(|length| before.windows(length).any(is_made));
    let value = |index: usize| list[index].quantity.value;
    let is_near = |&&index: &&usize| {
        is_count(&list[index]) && list[index].sentence < figure.sentence && slip::is_near(value(index), value(at))
    };
    let gap = |index: usize| value(index).distance(value(at)).unwrap_or(Decimal::ZERO);
    let nearest = before
        .iter()
        .filter(is_near)
        .min_by(|a, b| gap(**a).partial_cmp(&gap(**b)).unwrap_or(std::cmp::Ordering::Equal));
    nearest.copied().filter(|_| !is_told)
}

fn is_count(figure: &Figure) -> bool {
    figure.role == Role::Count && figure.quantity.approx == Approx::Exact
}
