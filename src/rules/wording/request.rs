//! A request inside a report: 恳请……批复, 妥否,请批示.
//!
//! Silent on what others asked (报请批示), on 请审阅 and 请指正, which a report may say, and in quotation marks.

use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::messages;
use crate::rules::{Context, Rule};
use crate::span::Run;
use crate::text::{Held, ends_sentence};

/// The rule.
pub static RULE: Rule = Rule {
    id: "wording/request",
    title: &messages::REQUEST_TITLE,
    why: &messages::REQUEST_WHY,
    severity: Severity::Warning,
    clause: Some("《党政机关公文处理工作条例》"),
    fires: "以上报告⟦妥否,请批示⟧。",
    passes: "以上报告,请审阅。全年报请批示事项12件。",
    previous: None,
    check,
};

/// What is asked for after 恳请 or 请求.
const ASKED: &[&str] = &["批示", "批复", "批准", "审批", "解决", "拨付", "支持", "协调", "增加", "给予"];
/// Requests as they stand.
const FIXED: &[&str] = &[
    "妥否,请批示",
    "当否,请批示",
    "可否,请批示",
    "妥否,请批复",
    "请批示",
    "请批复",
    "请予批准",
    "请予审批",
    "请予批复",
];
/// What a request begins with.
const BEGINNINGS: Held = Held::of(&['妥', '当', '可', '请', '恳']);
/// How far a request reaches.
const REACH: usize = 30;

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    let mut index = 0;
    while let Some(at) = ctx.text.next_of(index, BEGINNINGS) {
        let Some(run) = request(ctx, at) else {
            index = at + 1;
            continue;
        };
        let message = messages::REQUEST.with(&[&ctx.text.string(run)]);
        out.findings.push(Finding::new(Severity::Warning, Certainty::Likely, ctx.text.span(run), message));
        index = run.end;
    }
}

fn request(ctx: &Context<'_>, index: usize) -> Option<Run> {
    if !matches!(ctx.text.at(index), '妥' | '当' | '可' | '请' | '恳') {
        return None;
    }
    let before = ctx.text.before(index);
    if matches!(before, '报' | '呈' | '提' | '申' | '“' | '未' | '需' | '应' | '并' | '上' | '按') {
        return None;
    }
    if let Some((_, length)) = ctx.text.starts_any(index, FIXED) {
        return Some(Run::new(index, index + length));
    }
    let begins = ctx.text.starts(index, "恳请") || ctx.text.starts(index, "请求") && is_clause(before);
    if !begins {
        return None;
    }
    let reach = Run::new(index, (index + REACH).min(ctx.text.len()));
    let stop = (reach.start..reach.end).find(|&at| ends_sentence(ctx.text.at(at)) || ctx.text.at(at) == '\n');
    let clause = Run::new(index, stop.unwrap_or(reach.end));
    let ends = ASKED.iter().filter_map(|word| Some(ctx.text.find(clause, word)? + word.chars().count()));
    ends.min().map(|end| Run::new(index, end))
}

/// Whether a clause begins behind a glyph.
fn is_clause(before: char) -> bool {
    ends_sentence(before) || matches!(before, ',' | ';' | '\n' | '、' | ' ')
}
