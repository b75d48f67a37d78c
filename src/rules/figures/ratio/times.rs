//! How many times another count one is: `审结3677件,是一审行政诉讼案件1312件的2.8倍`.
//!
//! Said only where the other stands right before the number of times, and the one comes near what both make. Silent on
//! what grew by so many times, and where words stand before 倍 that name something else.

use crate::decimal::Decimal;
use crate::figures::{Figure, Role};
use crate::finding::{Certainty, Finding, Kind, Outcome, Relation, Severity, Verdict};
use crate::lex::quantity::Approx;
use crate::lex::unit::Family;
use crate::messages;
use crate::rules::Context;
use crate::rules::figures::slip;

/// No figure farther back is compared.
const FARTHEST: usize = 6;

/// Holds a number of times against the two counts that it compares.
pub fn judge(ctx: &Context<'_>, at: usize, out: &mut Outcome) {
    let Some((count, other)) = pair(ctx, at) else { return };
    let [count, other, times] = [count, other, at].map(|index| &ctx.figures.list[index]);
    let written = |figure: &Figure| ctx.text.string(figure.quantity.numeral);
    let quotient = format!("{}÷{}", written(count), written(other));
    let made = other.quantity.interval.times(times.quantity.interval);
    let agrees = made.is_some_and(|made| made.meets(count.quantity.interval));
    let (sign, verdict) = if agrees { ("=", Verdict::Agrees) } else { ("≠", Verdict::Disagrees) };
    let right = count.quantity.value.rounded_quotient(other.quantity.value, times.quantity.value.scale().max(1));
    let Some(right) = right.map(|right| right.trimmed().to_string()) else { return };
    let about = other.quantity.value.times(times.quantity.value);
    let is_near = about.is_some_and(|about| slip::is_near(count.quantity.value, about));
    if !agrees && !is_near && !slip::is_slip(&written(times), &right) {
        return;
    }
    let told = ctx.text.string(times.quantity.run);
    let operands = vec![ctx.operand("numerator", count), ctx.operand("denominator", other), ctx.operand("rate", times)];
    out.relations.push(Relation::new(Kind::Ratio, verdict, operands, format!("{quotient} {sign} {told}")));
    if !agrees {
        let message = messages::TIMES_WRONG.with(&[&quotient, &right, &told]);
        let finding = Finding::new(Severity::Warning, Certainty::Likely, ctx.text.span(times.quantity.run), message)
            .related(ctx.text.span(count.quantity.run), messages::NUMERATOR.plain())
            .related(ctx.text.span(other.quantity.run), messages::DENOMINATOR.plain());
        out.findings.push(finding);
    }
}

/// The count that is compared, and the one of which it is so many times.
fn pair(ctx: &Context<'_>, at: usize) -> Option<(usize, usize)> {
    let list = &ctx.figures.list;
    let times = &list[at];
    let is_times = times.quantity.unit.family == Family::Fold && times.quantity.approx == Approx::Exact;
    if !is_times || ctx.text.string(times.label) != "的" {
        return None;
    }
    let other = at.checked_sub(1)?;
    let is_like = |index: &usize| {
        let figure = &list[*index];
        figure.sentence == times.sentence
            && figure.bracket == times.bracket
            && figure.quantity.unit.family == list[other].quantity.unit.family
            && figure.quantity.approx == Approx::Exact
            && figure.quantity.value > Decimal::ZERO
    };
    let is_compared = ctx.text.has_any(list[other].label, &["是", "为", "相当于", "达"]);
    let mut before = (0..other).rev().take(FARTHEST).filter(is_like);
    let count = before.find(|&index| list[index].role == Role::Count)?;
    let is_amount = list[other].quantity.unit.family.is_amount() && is_like(&other);
    (is_compared && is_amount).then_some((count, other))
}
