//! What is said of counts and a rate: in the ledger, and where they disagree.

use super::Fit;
use crate::figures::Figure;
use crate::finding::{Certainty, Finding, Kind, Relation, Severity, Verdict};
use crate::messages::{self, Message};
use crate::rules::Context;
use crate::rules::figures::slip;

/// The line of the ledger.
#[must_use]
pub fn relation(ctx: &Context<'_>, fit: &Fit, rate: &Figure, verdict: Verdict) -> Relation {
    let list = &ctx.figures.list;
    let mut operands: Vec<_> = fit.parts.iter().map(|&part| ctx.operand("numerator", &list[part])).collect();
    operands.extend(fit.bases.iter().chain(&fit.less).map(|&base| ctx.operand("denominator", &list[base])));
    operands.push(ctx.operand("rate", rate));
    let sign = if verdict == Verdict::Agrees { "=" } else { "≠" };
    let equation = format!("{} {sign} {}", quotient(ctx, fit), ctx.text.string(rate.quantity.run));
    Relation::new(Kind::Ratio, verdict, operands, equation)
}

/// `(9+30)÷43`, `90÷(100-2)`
fn quotient(ctx: &Context<'_>, fit: &Fit) -> String {
    let written = |&count: &usize| ctx.text.string(ctx.figures.list[count].quantity.numeral);
    let side = |counts: &[usize], less: Option<usize>| {
        let sum = counts.iter().map(written).collect::<Vec<_>>().join("+");
        let sum = less.map_or(sum.clone(), |less| format!("{sum}-{}", written(&less)));
        if counts.len() > 1 || less.is_some() { format!("({sum})") } else { sum }
    };
    format!("{}÷{}", side(&fit.parts, None), side(&fit.bases, fit.less))
}

/// What counts make of each other in percent, and the words that this is not the rate.
#[must_use]
pub fn wrong(ctx: &Context<'_>, fit: &Fit, rate: &Figure) -> Option<(String, Message)> {
    let right = fit.made(ctx, rate.quantity.value.scale().max(1))?.trimmed().to_string();
    let message = messages::RATIO_WRONG.with(&[&quotient(ctx, fit), &right, &ctx.text.string(rate.quantity.run)]);
    Some((right, message))
}

/// Says that counts do not make a rate.
#[must_use]
pub fn finding(ctx: &Context<'_>, fit: &Fit, rate: &Figure, severity: Severity) -> Option<Finding> {
    let quantity = |index: usize| &ctx.figures.list[index].quantity;
    let (right, message) = wrong(ctx, fit, rate)?;
    let mut finding = Finding::new(severity, Certainty::Likely, ctx.text.span(rate.quantity.run), message);
    for &part in &fit.parts {
        finding = finding.related(ctx.text.span(quantity(part).run), messages::NUMERATOR.plain());
    }
    for &base in fit.bases.iter().filter(|base| !fit.parts.contains(base)) {
        finding = finding.related(ctx.text.span(quantity(base).run), messages::DENOMINATOR.plain());
    }
    Some(slip::mend_rate(ctx, finding, rate, right))
}
