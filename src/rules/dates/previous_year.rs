//! What was given as last year's report is none: it is of another year or organ, the same text, or no report.
//!
//! Then nothing is compared, and this says why. Silent where a year or an organ is not to be told.

use super::show;
use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::messages;
use crate::previous::fit::Unfit;
use crate::rules::{Context, Rule};
use crate::span::Run;

/// The rule.
pub static RULE: Rule = Rule {
    id: "dates/previous-year",
    title: &messages::PREVIOUS_TITLE,
    why: &messages::PREVIOUS_WHY,
    severity: Severity::Warning,
    clause: None,
    fires: "⟦云溪县2025年法治政府建设年度报告⟧\n一、主要举措和成效\n全年办结案件12件。",
    passes: "云溪县2024年法治政府建设年度报告\n一、主要举措和成效\n全年办结案件12件。",
    previous: Some("云溪县2023年法治政府建设年度报告\n一、主要举措和成效\n全年办结案件10件。"),
    check,
};

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    let (Some(previous), Some(unfit)) = (ctx.previous, ctx.unfit) else { return };
    let organ = |organ: &Option<String>| organ.clone().unwrap_or_default();
    let year = |year: Option<u16>| show(year.unwrap_or_default());
    let message = match unfit {
        Unfit::Same => messages::PREVIOUS_SAME.plain(),
        Unfit::Strange => messages::PREVIOUS_STRANGE.plain(),
        Unfit::Year | Unfit::PerhapsYear => {
            let due = ctx.document.year.map(|year| year - 1);
            messages::PREVIOUS_YEAR.with(&[&year(previous.year), &year(ctx.document.year), &year(due)])
        }
        Unfit::Organ => messages::PREVIOUS_ORGAN.with(&[&organ(&previous.organ), &organ(&ctx.document.organ)]),
    };
    let (severity, certainty) = match unfit {
        Unfit::PerhapsYear => (Severity::Info, Certainty::Possible),
        _ => (Severity::Warning, Certainty::Likely),
    };
    let start = ctx.document.body.min(ctx.text.len());
    let place = ctx.document.title.unwrap_or(Run::new(start, start));
    let finding = Finding::new(severity, certainty, ctx.text.span(place), message);
    out.findings.push(finding.earlier(previous.place(previous.head, messages::PREVIOUS_HEAD.plain())));
}
