//! What was carried in added to what the sentence before tells: `立案受理436件。加上上年结转的24件,全年应办460件`.
//!
//! Silent where no count of the sentence before was taken in, and where the two are not near what they make.

use super::{Reading, hold};
use crate::figures::{Role, cues};
use crate::finding::Outcome;
use crate::rules::Context;

/// Words by which something is taken in.
const TAKEN: &[&str] = &["受理", "立案", "新收", "收到", "接收"];

/// What there is to do with both.
const TO_DO: &[&str] = &["共", "应办", "办理", "审理", "应审"];

/// Holds every sum with what was carried in against what it is said to make.
pub fn judge(ctx: &Context<'_>, out: &mut Outcome) {
    for at in 1..ctx.figures.list.len().saturating_sub(1) {
        if let Some(reading) = told(ctx, at) {
            hold(ctx, &reading, true, out);
        }
    }
}

/// The sum that begins a sentence with what was carried in: with the count before it that makes it, or the one that was
/// taken in.
fn told(ctx: &Context<'_>, carried: usize) -> Option<Reading> {
    let (text, list) = (ctx.text, &ctx.figures.list);
    let (figure, whole) = (&list[carried], &list[carried + 1]);
    let opens = ctx.figures.sentences[figure.sentence].first == carried
        && text.starts_any(text.skip_spaces(figure.gap.start), cues::ADDS).is_some();
    let is_carried = cues::is_carried_in(text, figure.label);
    let is_whole = whole.sentence == figure.sentence
        && whole.is_exact_count()
        && text.has_any(whole.label, TO_DO)
        && !text.has_any(whole.label, cues::SETTLED);
    if !opens || !is_carried || !is_whole {
        return None;
    }
    let is_base = |&index: &usize| {
        let base = &list[index];
        let is_like = base.quantity.unit.family == whole.quantity.unit.family && base.depth == 0;
        is_like && base.role == Role::Count && base.is_exact_count()
    };
    let bases = || (ctx.figures.reach(figure.sentence)..carried).rev().filter(is_base);
    let makes = |&base: &usize| {
        let made = list[base].quantity.value.plus(figure.quantity.value);
        made == Some(whole.quantity.value)
    };
    let is_taken = |&base: &usize| {
        let label = list[base].label;
        text.has_any(label, TAKEN) && !text.has_any(label, &["不", "未"])
    };
    let base = bases().find(makes).or_else(|| bases().find(is_taken))?;
    Some(Reading { total: vec![carried + 1], parts: vec![base, carried] })
}
