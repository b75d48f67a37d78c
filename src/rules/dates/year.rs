//! Title, opening and signature that cannot belong to one report: it is written for a year and signed in the next.
//!
//! The signature decides which of two years is meant. Silent where only the wording hints at the year.

use super::show;
use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::messages;
use crate::rules::{Context, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "dates/year",
    title: &messages::YEAR_TITLE,
    why: &messages::YEAR_WHY,
    severity: Severity::Error,
    clause: Some("《法治政府建设与责任落实督察工作规定》第二十四条"),
    fires: "云溪县2024年法治政府建设年度报告\n现将⟦2023年⟧法治政府建设情况报告如下。\n云溪县人民政府\n2025年2月18日",
    passes: "云溪县2024年法治政府建设年度报告\n现将2024年法治政府建设情况报告如下。\n云溪县人民政府\n2025年2月18日",
    previous: None,
    check,
};

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    let document = ctx.document;
    let Some(year) = document.said_year() else { return };
    for &(said, place) in &document.said {
        if said != year {
            let message = messages::YEAR_SAID.with(&[&show(said), &show(year)]);
            out.findings.push(Finding::new(Severity::Error, Certainty::Likely, ctx.text.span(place), message));
        }
    }
    let Some(&(_, said)) = document.said.iter().find(|(said, _)| *said == year) else { return };
    if let Some(signed) = document.signed
        && signed.year != year
        && signed.year != year + 1
    {
        let message = messages::YEAR_SIGNED.with(&[&show(signed.year), &show(year), &show(year + 1)]);
        let span = ctx.text.span(document.signed_at);
        let finding = Finding::new(Severity::Error, Certainty::Likely, span, message);
        out.findings.push(finding.related(ctx.text.span(said), messages::REPORT_YEAR.plain()));
    }
}
