//! The counts that a rate may be of.

use super::{FARTHEST, REACH};
use crate::decimal::Decimal;
use crate::figures::{Figure, Role};
use crate::lex::number::Script;
use crate::lex::quantity::{Approx, Quantity};
use crate::rules::Context;

/// How many behind it: `占61.7%的…1616453起`.
const REACH_BEHIND: usize = 2;

/// The counts in reach of a rate, nearest first; then those behind it.
pub fn in_reach(ctx: &Context<'_>, at: usize) -> Vec<usize> {
    let list = &ctx.figures.list;
    let sentence = list[at].sentence;
    let may_count = |role: Role| matches!(role, Role::Count | Role::Elsewhen | Role::Bound);
    let is_figure = |quantity: &Quantity| {
        let is_bound = matches!(quantity.approx, Approx::AtLeast | Approx::AtMost);
        !is_bound && (quantity.approx != Approx::Over || !quantity.is_rough())
    };
    let is_count = |index: &usize| {
        let figure = &list[*index];
        let is_amount = figure.quantity.unit.family.is_amount() && !tells_kinds(ctx, figure);
        may_count(figure.role) && is_amount && is_figure(&figure.quantity)
    };
    let before = (ctx.figures.reach(sentence)..at).rev().take(FARTHEST);
    let behind = (at + 1..ctx.figures.sentences[sentence].last).take(FARTHEST);
    let mut counts: Vec<usize> = before.filter(is_count).take(REACH).collect();
    counts.extend(behind.filter(is_count).take(REACH_BEHIND));
    counts
}

/// `五个法定程序`, `两类案件`: so many kinds, of which nothing is a share.
pub fn tells_kinds(ctx: &Context<'_>, figure: &Figure) -> bool {
    let is_few = figure.quantity.script == Script::Chinese && figure.quantity.value < Decimal::whole(10);
    is_few && matches!(ctx.text.at(figure.quantity.unit_run.start), '个' | '类' | '种' | '大')
}
