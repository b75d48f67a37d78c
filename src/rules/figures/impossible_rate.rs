//! A rate that no whole number can give (the GRIM test).
//!
//! Where a sentence has one count beside its rate, the other is a whole number too: as base or as
//! numerator. If neither exists, one of the two figures is probably wrong. Only ever a hint (待核),
//! because the base may be something else. Silent beside several counts, and on rounded or
//! approximate figures.

use crate::decimal::{Decimal, Interval};
use crate::figures::{Figure, Role};
use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::lex::number::Script;
use crate::lex::quantity::Approx;
use crate::lex::unit::Family;
use crate::messages;
use crate::rules::{Context, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "figures/impossible-rate",
    title: &messages::RATE_IMPOSSIBLE_TITLE,
    why: &messages::RATE_IMPOSSIBLE_WHY,
    severity: Severity::Info,
    clause: None,
    fires: "负责人出庭21件,出庭率⟦87.1%⟧。",
    passes: "负责人出庭21件,出庭率87.5%。",
    previous: None,
    check,
};

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    for sentence in &ctx.figures.sentences {
        let figures = ctx.figures.of(sentence);
        if let [count, rate] = figures
            && is_pair(ctx, count, rate)
            && is_impossible(count, rate).unwrap_or(false)
        {
            let written = |figure: &Figure| ctx.text.string(figure.quantity.run);
            let message = messages::RATE_IMPOSSIBLE.with(&[&written(count), &written(rate)]);
            let span = ctx.text.span(rate.quantity.run);
            let finding = Finding::new(Severity::Info, Certainty::Possible, span, message);
            out.findings.push(finding.related(ctx.text.span(count.quantity.run), messages::NUMERATOR.plain()));
        }
    }
}

/// A whole count and, right behind it, a rate or share that says so.
fn is_pair(ctx: &Context<'_>, count: &Figure, rate: &Figure) -> bool {
    let exact = |figure: &Figure| figure.quantity.approx == Approx::Exact && figure.quantity.script == Script::Arabic;
    let whole = matches!(count.quantity.unit.family, Family::Case | Family::Person | Family::Household | Family::Piece);
    let is_rate = rate.role == Role::Rate && ctx.text.has_any(rate.label, &["率", "占"]);
    let is_whole = whole && count.role == Role::Count && count.quantity.value.is_whole();
    is_rate && is_whole && exact(count) && exact(rate) && rate.quantity.value < Decimal::HUNDRED
}

/// Whether no whole number can be the other side of the rate, neither its base nor its numerator.
fn is_impossible(count: &Figure, rate: &Figure) -> Option<bool> {
    let (count, rate) = (count.quantity.value, rate.quantity.interval);
    if rate.low <= Decimal::ZERO || count.is_zero() {
        return None;
    }
    // Scaled by ten thousand, so that what division cuts off cannot hide a whole number.
    let fine = |value: Decimal, by: Decimal| value.over(by, 4);
    let hundred = count.times(Decimal::HUNDRED)?;
    let base = Interval { low: fine(hundred, rate.high)?, high: fine(hundred, rate.low)?, open: false };
    let part = Interval {
        low: fine(rate.low.times(count)?, Decimal::HUNDRED)?,
        high: fine(rate.high.times(count)?, Decimal::HUNDRED)?,
        open: false,
    };
    Some(!base.holds_whole()? && !part.holds_whole()?)
}
