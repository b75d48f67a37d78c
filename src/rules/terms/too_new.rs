//! A term that did not exist yet when the report was due.
//!
//! Silent without a report year, in sections and sentences about what is to come (drafts, preparations), and on
//! what came before 1 April of the next year, or before the day of signature.

use super::{current, shown};
use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::messages;
use crate::rules::{Context, Rule};
use crate::span::Run;

/// The rule.
pub static RULE: Rule = Rule {
    id: "terms/too-new",
    title: &messages::TERM_TOO_NEW_TITLE,
    why: &messages::TERM_TOO_NEW_WHY,
    severity: Severity::Error,
    clause: None,
    fires: "云溪县2020年法治政府建设年度报告\n学习贯彻党的⟦二十大精神⟧。",
    passes: "云溪县2021年法治政府建设年度报告\n以优异成绩迎接党的二十大胜利召开。",
    previous: None,
    check,
};

/// Where it is spoken of as something to come.
const TO_COME: &[&str] = &[
    "草案",
    "征求意见",
    "修订稿",
    "起草",
    "立法",
    "编制",
    "谋划",
    "筹备",
    "即将",
    "出台后",
    "迎接",
    "喜迎",
    "前期",
    "准备",
];
/// How far around it this is looked for.
const REACH: usize = 30;

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    let Some(year) = ctx.document.said_year() else { return };
    let signed = ctx.document.signed.filter(|date| date.year == year + 1);
    let latest = signed.map_or((0, 0), |date| (date.year, date.month)).max((year + 1, 3));
    for (term, places) in current(ctx, |term| term.from.is_some_and(|from| from > latest)) {
        let Some((from_year, month)) = term.from else { continue };
        for run in places {
            let around = Run::new(run.start.saturating_sub(REACH), (run.end + REACH).min(ctx.text.len()));
            if ctx.text.has_any(around, TO_COME) || is_planned(ctx, run) {
                continue;
            }
            let numbers = [from_year, u16::from(month), year].map(|number| number.to_string());
            let arguments = [&shown(ctx, term, run), &numbers[0], &numbers[1], &numbers[2]];
            let message = messages::TERM_TOO_NEW.with(&arguments.map(String::as_str));
            let finding = Finding::new(Severity::Error, Certainty::Likely, ctx.text.span(run), message);
            out.findings.push(finding.clause(&term.clause));
        }
    }
}

/// Whether it stands under a heading about plans.
fn is_planned(ctx: &Context<'_>, run: Run) -> bool {
    const PLANS: &[&str] = &["安排", "打算", "计划", "思路", "下一步", "下一年"];
    let mut above = ctx.outline.path(ctx.outline.heading_at(run.start));
    above.any(|index| ctx.text.has_any(ctx.outline.headings[index].title, PLANS))
}
