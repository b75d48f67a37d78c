//! A required content is written about, but under no heading of its own.
//!
//! Silent when the content is missing altogether (see `missing-section`).

use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::messages;
use crate::rules::{Context, Rule};
use crate::standard::coverage::SectionStatus;

/// The rule.
pub static RULE: Rule = Rule {
    id: "structure/unheaded-section",
    title: &messages::SECTION_UNHEADED_TITLE,
    why: &messages::SECTION_UNHEADED_WHY,
    severity: Severity::Info,
    clause: Some("《法治政府建设与责任落实督察工作规定》第二十四条"),
    fires: "",
    passes: "",
    check,
};

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    for (section, place) in ctx.standard.sections().zip(&ctx.coverage.sections) {
        let Some(run) = place.run.filter(|_| section.required && place.status == SectionStatus::Unheaded) else { continue };
        let message = messages::SECTION_UNHEADED.titled(&[&section.title]);
        let finding = Finding::new(Severity::Info, Certainty::Likely, ctx.text.span(run), message);
        out.findings.push(finding.clause(&section.clause));
    }
}
