//! A figure that nearly every report of the kind gives is not there.
//!
//! Figures that belong at one place are one finding. Advice only, since no national rule asks for any figure,
//! unless the standard says that it must be given. Silent where the text says that there was none, and on a
//! text that is no such report.

use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::messages;
use crate::rules::{Context, Rule};
use crate::span::Run;
use crate::standard::file::{Bilingual, Tier};

/// The rule.
pub static RULE: Rule = Rule {
    id: "indicators/missing",
    title: &messages::INDICATOR_TITLE,
    why: &messages::INDICATOR_WHY,
    severity: Severity::Info,
    clause: None,
    fires: "青石镇2024年法治政府建设年度报告\n\
        一、主要举措和成效\n\
        镇党委会专题研究法治政府建设4次，落实会前⟦学法⟧制度。开展法治宣传活动12场。排查矛盾纠纷86起，调解各类纠纷84起。\n\
        青石镇人民政府\n\
        2025年1月20日",
    passes: "青石镇2024年法治政府建设年度报告\n\
        一、主要举措和成效\n\
        镇党委会专题研究法治政府建设4次，落实会前学法制度，全年学法6次。开展法治宣传活动12场。排查矛盾纠纷86起，调解各类纠纷84起。\n\
        青石镇人民政府\n\
        2025年1月20日",
    previous: None,
    check,
};

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    if ctx.coverage.strange.is_some() {
        return;
    }
    let mut advice: Vec<(Run, Bilingual, &str)> = Vec::new();
    for (index, (indicator, found)) in ctx.standard.indicators.iter().zip(&ctx.coverage.indicators).enumerate() {
        let Some(tier) = indicator.tier(ctx.document.level) else { continue };
        let mandatory = ctx.standard.mandatory(index);
        if (tier != Tier::A && mandatory.is_none()) || found.is_given(ctx.figures) || found.is_none(ctx.figures) {
            continue;
        }
        let end = ctx.coverage.place(ctx.standard, &indicator.topic).map_or(ctx.text.len(), |run| run.end);
        let end = ctx.document.before_signature(end);
        let run = found.mentioned.unwrap_or(Run::new(end, end));
        if let Some(required) = mandatory {
            let severity = if required.severity == "error" { Severity::Error } else { Severity::Warning };
            let message = messages::INDICATOR_REQUIRED.titled(&[&indicator.title]);
            let finding = Finding::new(severity, Certainty::Likely, ctx.text.span(run), message);
            out.findings.push(finding.clause(&required.clause));
        } else if let Some((_, titles, _)) = advice.iter_mut().find(|(place, ..)| *place == run) {
            titles.push(&indicator.title);
        } else {
            advice.push((run, indicator.title.clone(), &indicator.clause));
        }
    }
    for (run, titles, clause) in advice {
        let template = if run.is_empty() { &messages::INDICATOR_MISSING } else { &messages::INDICATOR_MENTIONED };
        let finding =
            Finding::new(Severity::Info, Certainty::Possible, ctx.text.span(run), template.titled(&[&titles]));
        out.findings.push(finding.clause(clause));
    }
}
