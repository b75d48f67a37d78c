//! A day of signature that is not written 2025年2月18日: with zeros before it, in words, or with strokes.
//!
//! Only the day of signature; days inside the text are as their sources write them.

use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::messages;
use crate::rules::{Context, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "form/date-form",
    title: &messages::DATE_FORM_TITLE,
    why: &messages::DATE_FORM_WHY,
    severity: Severity::Info,
    clause: Some("GB/T 9704—2012"),
    fires: "全年办结案件12件。\n云溪县人民政府\n⟦2025年02月18日⟧",
    passes: "全年办结案件12件。\n云溪县人民政府\n2025年2月18日",
    previous: None,
    check,
};

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    let Some(date) = ctx.document.signed else { return };
    let run = ctx.document.signed_at;
    let right = format!("{}年{}月{}日", date.year, date.month, date.day);
    if ctx.text.chars(run).filter(|ch| *ch != ' ').eq(right.chars()) {
        return;
    }
    let span = ctx.text.span(run);
    let message = messages::DATE_FORM.with(&[&ctx.text.string(run), &right]);
    let finding = Finding::new(Severity::Info, Certainty::Likely, span, message);
    out.findings.push(finding.fix(messages::CHANGE_TO.with(&[&right]), span, right));
}
