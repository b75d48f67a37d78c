//! A plan for one year (工作要点, 任务清单) of an earlier year, cited as that of the report year.
//!
//! Only a hint: the plan may be meant. Silent on laws and notices, on plans for several years, on what looks back
//! (考核, 整改, 报告), and where the sentence says that it is about the past.

use super::show;
use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::lex::date;
use crate::messages;
use crate::rules::{Context, Rule};
use crate::span::Run;

/// The rule.
pub static RULE: Rule = Rule {
    id: "dates/stale-year",
    title: &messages::STALE_TITLE,
    why: &messages::STALE_WHY,
    severity: Severity::Info,
    clause: None,
    fires: "云溪县2024年法治政府建设年度报告\n落实⟦《云溪县2023年政务公开工作要点》⟧,公开信息120条。",
    passes: "云溪县2024年法治政府建设年度报告\n落实《云溪县2024年政务公开工作要点》,公开信息120条。",
    previous: None,
    check,
};

/// Plans that are made anew every year.
const PLANS: &[&str] = &[
    "工作要点",
    "要点",
    "工作计划",
    "工作安排",
    "年度计划",
    "任务清单",
    "责任清单",
    "重点任务",
    "任务分工",
    "重点工作",
];
const OTHERWISE: &[&str] = &["考核", "考评", "评估", "整改", "报告", "总结", "通报", "三年", "五年", "预算", "决算"];
/// A sentence with these looks back.
const PAST: &[&str] = &["去年", "上年", "上一年", "往年", "历年", "原", "废止", "曾"];

/// How far around the title a sentence is read.
const REACH: usize = 60;

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    let Some(year) = ctx.document.said_year() else { return };
    for sentence in &ctx.figures.sentences {
        let mut from = sentence.run.start;
        while let Some(open) = ctx.text.find(Run::new(from, sentence.run.end), "《") {
            let Some(close) = ctx.text.find(Run::new(open, sentence.run.end), "》") else { break };
            from = close;
            let title = Run::new(open + 1, close);
            if !ctx.text.has_any(title, PLANS) || ctx.text.has_any(title, OTHERWISE) {
                continue;
            }
            let Some((named, _)) = super::only_year(ctx.text, title).filter(|(named, _)| *named < year) else {
                continue;
            };
            let before = Run::new(sentence.run.start.max(open.saturating_sub(REACH)), open);
            let around = Run::new(before.start, sentence.run.end.min(close + REACH));
            let is_dated = date::years(ctx.text, around).iter().any(|(other, _)| *other == named);
            if is_dated || ctx.text.has_any(before, PAST) {
                continue;
            }
            let run = Run::new(open, close + 1);
            let message = messages::STALE.with(&[&show(named), &show(year)]);
            out.findings.push(Finding::new(Severity::Info, Certainty::Possible, ctx.text.span(run), message));
        }
    }
}
