//! A content that the standard requires is neither under a heading nor in the text, or its heading
//! has next to nothing under it.
//!
//! Silent on order and on how the contents are divided: regions differ, and both are allowed.

use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::messages;
use crate::rules::{Context, Rule};
use crate::span::Run;
use crate::standard::coverage::{SectionFound, SectionStatus};
use crate::standard::file::SectionFile;

/// The rule.
pub static RULE: Rule = Rule {
    id: "structure/missing-section",
    title: &messages::SECTION_MISSING_TITLE,
    why: &messages::SECTION_MISSING_WHY,
    severity: Severity::Error,
    clause: Some("《法治政府建设与责任落实督察工作规定》第二十四条"),
    fires: "",
    passes: "",
    check,
};

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    let found: Vec<(&SectionFile, &SectionFound)> = ctx.standard.sections().zip(&ctx.coverage.sections).collect();
    for (index, (section, place)) in found.iter().enumerate().filter(|(_, (section, _))| section.required) {
        let (message, run) = match (place.status, place.heading) {
            (SectionStatus::Missing, _) => (&messages::SECTION_MISSING, expected(ctx, &found, index)),
            (SectionStatus::Thin, Some(heading)) => (&messages::SECTION_THIN, heading),
            _ => continue,
        };
        let finding = Finding::new(Severity::Error, Certainty::Certain, ctx.text.span(run), message.titled(&[&section.title]));
        out.findings.push(finding.clause(&section.clause));
    }
}

/// Behind the nearest required content before it in the standard's order, else before the next one, else at the end.
fn expected(ctx: &Context<'_>, found: &[(&SectionFile, &SectionFound)], index: usize) -> Run {
    let headed = |&&(section, place): &&(&SectionFile, &SectionFound)| section.required && place.heading.is_some();
    let at = if let Some((_, before)) = found[..index].iter().rev().find(headed) {
        before.run.map_or(0, |run| run.end)
    } else if let Some((_, behind)) = found[index + 1..].iter().find(headed) {
        behind.run.map_or(0, |run| run.start)
    } else {
        ctx.text.len()
    };
    Run::new(at, at)
}
