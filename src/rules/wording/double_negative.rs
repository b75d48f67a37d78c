//! 防止案件不发生, 避免不再出现: a negative too many turns the sense round.
//!
//! Silent where a comma stands between the two, and on what is prevented itself (防止不作为).

use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::messages;
use crate::rules::{Context, Rule};
use crate::span::Run;
use crate::text::{Held, ends_sentence};

/// The rule.
pub static RULE: Rule = Rule {
    id: "wording/double-negative",
    title: &messages::NEGATIVE_TITLE,
    why: &messages::NEGATIVE_WHY,
    severity: Severity::Warning,
    clause: None,
    fires: "切实⟦防止“民转刑”案件不发生⟧。",
    passes: "切实防止“民转刑”案件发生,确保群体性事件不发生,防止不作为。",
    previous: None,
    check,
};

const FIRST: &[&str] = &["防止", "避免", "杜绝", "遏制"];
const SECOND: &[&str] = &[
    "不发生",
    "不再发生",
    "不出现",
    "不再出现",
    "不反弹",
    "不复发",
    "不重演",
    "不再重演",
    "不激化",
    "不升级",
    "不蔓延",
];
/// What takes the negative for itself: 杜绝麻痹思想确保事故不发生.
const OWN: &[&str] = &["确保", "力争", "做到", "实现", "保证", "争取"];
const LONGEST: usize = 20;

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    let mut from = 0;
    while let Some(index) = ctx.text.next_of(from, Held::of(&['防', '避', '杜', '遏'])) {
        from = index + 1;
        let Some((_, length)) = ctx.text.starts_any(index, FIRST) else { continue };
        let stops = |at: &usize| ends_sentence(ctx.text.at(*at)) || matches!(ctx.text.at(*at), ',' | ';' | '、' | '\n');
        let end = (index + length..index + LONGEST).find(stops).unwrap_or(index + LONGEST);
        let Some((_, second)) = ctx.text.ends_any(index + length, end, SECOND) else { continue };
        let between = Run::new(index + length, end - second);
        if !between.is_empty() && !ctx.text.has_any(between, OWN) {
            let run = Run::new(index, end);
            let message = messages::NEGATIVE.with(&[&ctx.text.string(run)]);
            out.findings.push(Finding::new(Severity::Warning, Certainty::Likely, ctx.text.span(run), message));
        }
    }
}
