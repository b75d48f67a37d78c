//! A content that is there, but does not speak of what the rule names in it: shortcomings without their
//! causes.
//!
//! Worth a look only where a word may speak of it (导致 …). Silent where one of many words for it stands in the
//! content or its heading, and where the content is missing or has next to nothing (see `missing-section`).

use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::messages;
use crate::rules::{Context, Rule};
use crate::standard::coverage::SectionStatus;

/// The rule.
pub static RULE: Rule = Rule {
    id: "structure/missing-part",
    title: &messages::PART_TITLE,
    why: &messages::PART_WHY,
    severity: Severity::Warning,
    clause: Some("《法治政府建设与责任落实督察工作规定》第二十四条"),
    fires: "云溪县2024年法治政府建设年度报告\n\
        一、⟦存在的困难和问题⟧\n\
        基层法制审核力量薄弱，个别单位执法文书不规范；业务培训不够经常，考核结果运用不够，监督检查有待加强。",
    passes: "云溪县2024年法治政府建设年度报告\n\
        一、存在的困难和问题\n\
        基层法制审核力量薄弱，个别单位执法文书不规范；主要原因是业务培训不够经常，考核结果运用不够，监督检查有待加强。",
    previous: None,
    check,
};

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    for (section, place) in ctx.standard.sections().zip(&ctx.coverage.sections) {
        let (SectionStatus::Present, Some(heading), Some(run)) = (place.status, place.heading, place.run) else {
            continue;
        };
        let has = |words: &[String]| words.iter().any(|word| ctx.text.find(run, word).is_some());
        for need in section.needs.iter().filter(|need| !has(&need.words)) {
            let (severity, certainty, template) = if has(&need.hints) {
                (Severity::Info, Certainty::Possible, &messages::PART_UNSURE)
            } else {
                (Severity::Warning, Certainty::Likely, &messages::PART_MISSING)
            };
            let message = template.titled(&[&section.title, &need.title]);
            let finding = Finding::new(severity, certainty, ctx.text.span(heading), message);
            out.findings.push(finding.clause(&section.clause));
        }
    }
}
