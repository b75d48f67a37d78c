//! 截止 where 截至 is meant: 截止目前, 截止2024年底.
//!
//! Silent on the end itself (截止日期, 截止时间, 于6月30日截止) and on what is not followed by a time.

use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::messages;
use crate::rules::{Context, Rule};
use crate::span::Run;

/// The rule.
pub static RULE: Rule = Rule {
    id: "wording/up-to",
    title: &messages::UP_TO_TITLE,
    why: &messages::UP_TO_WHY,
    severity: Severity::Info,
    clause: None,
    fires: "⟦截止⟧目前,办结案件12件。",
    passes: "截至目前,办结案件12件,征求意见的截止日期为6月30日。",
    previous: None,
    check,
};

/// Times that may follow.
const TIMES: &[&str] = &["目前", "当前", "现在", "今年", "本年", "上月", "本月", "年底", "月底", "去年", "到目前"];

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    const LENGTH: usize = 2;
    let mut index = 0;
    while let Some(at) = ctx.text.find(Run::new(index, ctx.text.len()), "截止") {
        let run = Run::new(at, at + LENGTH);
        index = run.end;
        let digits = ctx.text.end_of(run.end, |ch| ch.is_ascii_digit());
        let is_day = digits > run.end && matches!(ctx.text.at(digits), '年' | '月');
        if is_day || ctx.text.starts_any(run.end, TIMES).is_some() {
            let span = ctx.text.span(run);
            let finding = Finding::new(Severity::Info, Certainty::Likely, span, messages::UP_TO.plain());
            out.findings.push(finding.fix(messages::CHANGE_TO.with(&["截至"]), span, "截至"));
        }
    }
}
