//! `有效监测天数365天,优良天数318天,优良率87.1%`: days are no counts, so the rate of good air has a row of its own. Silent
//! where the days of all are not printed.

use super::FARTHEST;
use crate::lex::unit::Family;
use crate::rules::Context;

/// What a rate of days is named by.
const GOOD: &[&str] = &["优良", "达标天数"];

/// The good days and all of them, before their rate in its sentence.
pub fn pair(ctx: &Context<'_>, at: usize) -> Option<(usize, usize)> {
    let list = &ctx.figures.list;
    let sentence = ctx.figures.sentences[list[at].sentence].first;
    let is_days = |&index: &usize| {
        let quantity = &list[index].quantity;
        quantity.unit.family == Family::Time && ctx.text.string(quantity.unit_run) == "天"
    };
    let is_good = |&index: &usize| ctx.text.has_any(list[index].label, GOOD);
    let days = || (sentence..at).rev().take(FARTHEST).filter(is_days);
    let part = days().find(is_good).filter(|_| ctx.text.has_any(list[at].label, GOOD))?;
    let value = |index: usize| list[index].quantity.value;
    let whole = days().find(|index| !is_good(index) && value(*index) > value(part))?;
    // 由297天增加到341天: then and now.
    let is_change = [part, whole].iter().any(|&index| ctx.text.has_any(list[index].label, &["由", "上年", "增", "减"]));
    (!is_change).then_some((part, whole))
}
