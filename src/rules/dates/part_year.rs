//! Signed before the report year was over: its figures cannot cover the year.
//!
//! Silent on reports of a half or a quarter. Where the text says up to when it counts (截至10月底, 全年预计), those places are shown too.

use super::show;
use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::messages;
use crate::rules::{Context, Rule};
use crate::span::Run;

/// The rule.
pub static RULE: Rule = Rule {
    id: "dates/part-year",
    title: &messages::PART_YEAR_TITLE,
    why: &messages::PART_YEAR_WHY,
    severity: Severity::Warning,
    clause: Some("《法治政府建设与责任落实督察工作规定》第二十四条"),
    fires: "云溪县2024年法治政府建设年度报告\n截至10月底,办结案件12件。\n云溪县人民政府\n⟦2024年11月20日⟧",
    passes: "云溪县2024年法治政府建设年度报告\n全年办结案件12件。\n云溪县人民政府\n2025年1月20日",
    previous: None,
    check,
};

/// So many places are enough to see it.
const MOST: usize = 8;

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    let document = ctx.document;
    let Some(date) = document.signed.filter(|date| Some(date.year) == document.said_year()) else { return };
    let is_part = |run: Run| ctx.text.has_any(run, &["半年", "季度"]);
    if (date.month, date.day) == (12, 31) || document.title.is_some_and(is_part) {
        return;
    }
    let span = ctx.text.span(document.signed_at);
    let mut finding =
        Finding::new(Severity::Warning, Certainty::Likely, span, messages::PART_YEAR.with(&[&show(date.year)]));
    let mut index = 0;
    while let Some((at, end)) = ctx.text.find(Run::new(index, ctx.text.len()), "月").map(|at| (at, at + 1)) {
        index = end;
        let start = (at.saturating_sub(7)..at).find(|&start| ctx.text.starts_any(start, &["截至", "截止"]).is_some());
        if let Some(start) = start
            && finding.related.len() < MOST
        {
            finding = finding.related(ctx.text.span(Run::new(start, end)), messages::COUNTED_UNTIL.plain());
        }
    }
    out.findings.push(finding);
}
