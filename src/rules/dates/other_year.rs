//! A heading on the work of the year, or the first sentence, names another year than the report's.
//!
//! Silent on headings about remedies, assessments and comparisons, which look back by their nature, on spans of
//! years, and where the opening goes on to the report year.

use super::{only_year, show};
use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::lex::date;
use crate::lex::mark::Style;
use crate::messages;
use crate::rules::{Context, Rule};
use crate::span::Run;

/// The rule.
pub static RULE: Rule = Rule {
    id: "dates/other-year",
    title: &messages::OTHER_YEAR_TITLE,
    why: &messages::OTHER_YEAR_WHY,
    severity: Severity::Warning,
    clause: Some("《法治政府建设与责任落实督察工作规定》第二十四条"),
    fires: "云溪县2024年法治政府建设年度报告\n一、⟦2023年⟧法治政府建设工作情况\n全年办结案件12件。",
    passes: "云溪县2024年法治政府建设年度报告\n一、2024年法治政府建设工作情况\n全年办结案件12件,2023年为10件。",
    previous: None,
    check,
};

const ABOUT: &[&str] = &["情况", "总结", "回顾", "举措", "成效", "做法", "成绩", "进展"];
const OTHERWISE: &[&str] =
    &["整改", "反馈", "考核", "督察", "问题", "不足", "对比", "比较", "计划", "安排", "打算", "回头看", "以来"];
/// The opening is looked at no farther.
const OPENING: usize = 240;

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    let Some(year) = ctx.document.said_year() else { return };
    let mut find = |named: u16, run: Run| {
        let message = messages::OTHER_YEAR.with(&[&show(named), &show(year)]);
        out.findings.push(Finding::new(Severity::Warning, Certainty::Likely, ctx.text.span(run), message));
    };
    for heading in ctx.outline.headings.iter().filter(|heading| heading.mark.style <= Style::HanBrackets) {
        let is_about = ctx.text.has_any(heading.title, ABOUT) && !ctx.text.has_any(heading.title, OTHERWISE);
        if let Some((named, run)) = only_year(ctx.text, heading.title).filter(|_| is_about)
            && named != year
            && run.start == heading.title.start
        {
            find(named, run);
        }
    }
    let start = ctx.document.body;
    let years = date::years(ctx.text, Run::new(start, ctx.text.len().min(start + OPENING)));
    if let Some(&(named, run)) = years.first().filter(|(_, run)| run.start == start)
        && named != year
        && matches!(ctx.text.at(run.end), ',' | '度')
        && years.iter().all(|(other, _)| *other != year)
    {
        find(named, run);
    }
}
