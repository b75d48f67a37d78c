//! A term that reports of the year usually have is nowhere in the text.
//!
//! A hint, at the beginning of the text. Silent without a report year, on a report of another kind, and on a
//! text that has none of the required contents under a heading: it may be a part of a report.

use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::messages;
use crate::rules::{Context, Rule};
use crate::span::Run;
use crate::standard::coverage::SectionStatus;

/// The rule.
pub static RULE: Rule = Rule {
    id: "terms/expected",
    title: &messages::TERM_EXPECTED_TITLE,
    why: &messages::TERM_EXPECTED_WHY,
    severity: Severity::Info,
    clause: None,
    fires: "云溪县2021年法治政府建设年度报告\n⟦⟧我县扎实推进法治政府建设。\n\
        一、主要举措和成效\n全年制定行政规范性文件6件，清理行政规范性文件112件，全部行政执法决定按时公示，依法行政能力有了新的提高。",
    passes: "云溪县2021年法治政府建设年度报告\n我县以习近平法治思想为指导，扎实推进法治政府建设。\n\
        一、主要举措和成效\n全年制定行政规范性文件6件，清理行政规范性文件112件，全部行政执法决定按时公示，依法行政能力有了新的提高。",
    previous: None,
    check,
};

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    let Some(year) = ctx.document.said_year() else { return };
    let mut sections = ctx.standard.sections().zip(&ctx.coverage.sections);
    if !ctx.is_on_law()
        || !sections.any(|(section, found)| section.is_required() && found.status == SectionStatus::Present)
    {
        return;
    }
    let start = ctx.document.body;
    for (index, term) in ctx.lexicon.list.iter().enumerate() {
        let is_due = term.expected.is_some_and(|(from, to)| from <= year && year <= to);
        if is_due && ctx.words.iter().all(|word| word.term != index) {
            let message = messages::TERM_EXPECTED.with(&[&term.now, &year.to_string()]);
            let span = ctx.text.span(Run::new(start, start));
            let finding = Finding::new(Severity::Info, Certainty::Possible, span, message);
            out.findings.push(finding.clause(&term.clause));
        }
    }
}
