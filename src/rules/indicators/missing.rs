//! A figure that nearly every report of the kind gives is not there.
//!
//! Advice only: no national rule asks for any figure. Silent where the text says that there was none.

use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::messages;
use crate::rules::{Context, Rule};
use crate::span::Run;
use crate::standard::file::Tier;

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
    check,
};

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    for (indicator, found) in ctx.standard.indicators.iter().zip(&ctx.coverage.indicators) {
        if indicator.tier(ctx.document.level) != Some(Tier::A)
            || found.is_given(ctx.figures)
            || found.is_none(ctx.figures)
        {
            continue;
        }
        let end = ctx.text.len();
        let (message, run) = match found.mentioned {
            Some(run) => (&messages::INDICATOR_MENTIONED, run),
            None => (&messages::INDICATOR_MISSING, Run::new(end, end)),
        };
        let finding =
            Finding::new(Severity::Info, Certainty::Possible, ctx.text.span(run), message.titled(&[&indicator.title]));
        out.findings.push(finding.clause(&indicator.clause));
    }
}
