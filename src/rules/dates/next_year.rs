//! The plans for the next year name another year: in their heading, where they begin, or for a goal.
//!
//! Silent on headings that also speak of what was done, of shortcomings, of half a year, or of several years, and on plans
//! that name the next year anywhere in their first lines.

use super::{only_year, show};
use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::lex::date;
use crate::lex::mark::Style;
use crate::messages;
use crate::rules::{Context, Rule};
use crate::span::Run;
use crate::text::ends_sentence;

/// The rule.
pub static RULE: Rule = Rule {
    id: "dates/next-year",
    title: &messages::NEXT_YEAR_TITLE,
    why: &messages::NEXT_YEAR_WHY,
    severity: Severity::Error,
    clause: Some("《法治政府建设与责任落实督察工作规定》第二十四条"),
    fires: "云溪县2024年法治政府建设年度报告\n一、主要举措和成效\n全年办结案件12件。\n二、⟦2024年⟧工作安排\n继续抓好培训。",
    passes: "云溪县2024年法治政府建设年度报告\n一、主要举措和成效\n全年办结案件12件。\n二、2025年工作安排\n继续抓好培训。",
    previous: None,
    check,
};

/// Words of a heading about plans.
const PLANS: &[&str] = &["安排", "打算", "计划", "思路", "下一步", "下一年", "工作重点"];
/// With these it is about something else as well.
const OTHERWISE: &[&str] = &[
    "完成",
    "落实情况",
    "成效",
    "举措",
    "总结",
    "回顾",
    "问题",
    "不足",
    "情况",
    "以来",
    "五年",
    "三年",
    "半年",
    "季度",
];
/// What the plans begin with is looked at no farther.
const OPENING: usize = 200;

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    let Some(year) = ctx.document.said_year() else { return };
    for heading in &ctx.outline.headings {
        let is_plan = heading.mark.style <= Style::HanBrackets
            && ctx.text.has_any(heading.title, PLANS)
            && !ctx.text.has_any(heading.title, OTHERWISE);
        if !is_plan {
            continue;
        }
        if let Some((named, place)) = only_year(ctx.text, heading.title) {
            if named != year + 1 && !is_span(ctx, place) {
                let message = messages::NEXT_YEAR_HEADING.with(&[&show(named), &show(year + 1)]);
                out.findings.push(Finding::new(Severity::Error, Certainty::Likely, ctx.text.span(place), message));
            }
        } else if date::years(ctx.text, heading.title).is_empty() {
            opening(ctx, heading.body, year, out);
        }
        goals(ctx, heading.body, year, out);
    }
}

/// 力争到2024年底, 认真落实2024年度重点任务 among the plans of a report on 2024 that was written when that year was over.
fn goals(ctx: &Context<'_>, body: Run, year: u16, out: &mut Outcome) {
    const AIMS: &[&str] = &["力争到", "力争在", "确保到", "确保在", "争取到", "争取在", "力争", "确保", "争取"];
    const LONGEST: usize = 40;
    const BACK: &[&str] =
        &["整改", "反馈", "督察", "报告", "公开", "评估", "考核", "考评", "总结", "完成情况", "验收", "收尾", "述法"];
    const TASKS: &[&str] = &["落实", "做好", "抓好", "推进", "启动"];
    const OF_YEAR: &[&str] =
        &["法治", "度法治", "各项", "度各项", "度重点", "重点", "工作任务", "度工作任务", "度普法", "普法"];
    let is_early = ctx.document.signed.is_some_and(|date| date.year <= year);
    for (_, run) in date::years(ctx.text, body).into_iter().filter(|&(named, _)| named <= year && !is_early) {
        let aim = ctx.text.ends_any(body.start, run.start, AIMS);
        let end = ctx.text.starts_any(run.end, &["底前", "底", "末", "年底"]);
        // 做好2024年度法治政府建设情况报告公开, 抓好2024年督察反馈问题整改: what is to be done about that year.
        let stop = (run.end..body.end).take(LONGEST).find(|&at| matches!(ctx.text.at(at), ',' | ';' | '。' | '\n'));
        let looks_back = ctx.text.has_any(Run::new(run.end, stop.unwrap_or(run.end + LONGEST)), BACK);
        let task = ctx.text.ends_any(body.start, run.start, TASKS).zip(ctx.text.starts_any(run.end, OF_YEAR));
        let task = task.filter(|_| !looks_back);
        if let Some(((_, lead), (_, length))) = aim.zip(end).or(task) {
            let words = Run::new(run.start - lead, run.end + length);
            let message = messages::NEXT_YEAR_GOAL.with(&[&ctx.text.string(words), &show(year)]);
            let span = ctx.text.span(words);
            out.findings.push(Finding::new(Severity::Warning, Certainty::Likely, span, message));
        }
    }
}

/// Whether a year begins or ends a span of years: 2024—2026年.
fn is_span(ctx: &Context<'_>, place: Run) -> bool {
    ctx.text.starts_any(place.end, &["至", "—", "-", "到", "以"]).is_some()
}

/// 2024年,我县将继续… as the first sentence of the plans.
fn opening(ctx: &Context<'_>, body: Run, year: u16, out: &mut Outcome) {
    const REACH: usize = 24;
    let body = Run::new(body.start, body.end.min(body.start + OPENING));
    let years = date::years(ctx.text, body);
    let Some(&(named, run)) = years.first().filter(|_| years.iter().all(|(named, _)| *named != year + 1)) else {
        return;
    };
    let begins = ctx.text.trim(body).start == run.start;
    let reach = run.start + REACH;
    let stop = (run.start..reach).find(|&index| ends_sentence(ctx.text.at(index))).unwrap_or(reach);
    let is_to_come = ctx.text.has_any(Run::new(run.start, stop), &["将", "计划", "拟", "力争", "继续"]);
    if begins && named <= year && is_to_come {
        let message = messages::NEXT_YEAR_TEXT.with(&[&show(named), &show(year + 1)]);
        let span = ctx.text.span(run);
        out.findings.push(Finding::new(Severity::Warning, Certainty::Likely, span, message));
    }
}
