//! A document number whose year stands in other brackets than 〔 〕.

use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::lex::date;
use crate::messages;
use crate::rules::{Context, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "form/document-number",
    title: &messages::DOCUMENT_NUMBER_TITLE,
    why: &messages::DOCUMENT_NUMBER_WHY,
    severity: Severity::Warning,
    clause: Some("GB/T 9704—2012"),
    fires: "印发实施方案(云政办⟦[2024]12号⟧)。",
    passes: "印发实施方案(云政办〔2024〕12号)。",
    previous: None,
    check,
};

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    for &(run, prescribed) in &ctx.lexed.document_numbers {
        if prescribed {
            continue;
        }
        let written = ctx.text.string(run);
        let right = date::year(ctx.text, run.start + 1).map(|(year, end)| {
            let rest = ctx.text.string(crate::span::Run::new(end + 1, run.end));
            format!("〔{year}〕{rest}")
        });
        let span = ctx.text.span(run);
        let finding =
            Finding::new(Severity::Warning, Certainty::Certain, span, messages::DOCUMENT_NUMBER.with(&[&written]));
        out.findings.push(match right {
            Some(right) => finding.fix(messages::CHANGE_TO.with(&[&right]), span, right),
            None => finding,
        });
    }
}
