//! Something that a template left to be filled in.
//!
//! Silent on a single × (a multiplication sign, a quoted 企业名 with one letter) and on XX inside words.

use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::messages;
use crate::rules::{Context, Rule};
use crate::span::Run;
use crate::text::{Text, is_han};

/// The rule.
pub static RULE: Rule = Rule {
    id: "wording/placeholder",
    title: &messages::PLACEHOLDER_TITLE,
    why: &messages::PLACEHOLDER_WHY,
    severity: Severity::Error,
    clause: None,
    fires: "⟦20xx年⟧,全县办结案件若干件。",
    passes: "2024年,全县办结案件12件(3×4)。",
    check,
};

const WORDS: &[&str] = &[
    "待补充",
    "待补",
    "待填写",
    "待填",
    "待核实数据",
    "此处填写",
    "请填写",
    "(填写",
    "某某县",
    "某某局",
    "XX年",
    "XX月",
];

/// A row of signs is looked at no farther.
const LONGEST_ROW: usize = 40;

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    let mut index = 0;
    while index < ctx.text.len() {
        let Some(run) = placeholder(ctx.text, index) else {
            index += 1;
            continue;
        };
        let written = ctx.text.string(run);
        let message = messages::PLACEHOLDER.with(&[&written]);
        out.findings.push(Finding::new(Severity::Error, Certainty::Certain, ctx.text.span(run), message));
        index = run.end;
    }
}

fn placeholder(text: &Text, index: usize) -> Option<Run> {
    let ch = text.at(index);
    if !matches!(ch, '待' | '此' | '请' | '(' | '某' | 'X' | 'x' | '2' | '×' | '○' | '□' | 'Ⅹ' | '_' | '*') {
        return None;
    }
    if let Some((_, length)) = text.starts_any(index, WORDS) {
        return Some(Run::new(index, index + length));
    }
    if text.starts(index, "20") && is_cross(text.at(index + 2)) && is_cross(text.at(index + 3)) {
        let end = index + 4;
        return Some(Run::new(index, end + usize::from(text.at(end) == '年')));
    }
    let same = (index..).take(LONGEST_ROW).take_while(|&at| text.at(at) == ch).count();
    let end = index + same;
    let before = text.before(index);
    let stands_alone = !before.is_ascii_alphanumeric() && !text.at(end).is_ascii_alphanumeric();
    let is_left = match ch {
        '×' | '○' | '□' | 'Ⅹ' => same >= 2,
        'x' | 'X' => same >= 2 && stands_alone && (is_han(before) || is_han(text.at(end))),
        '_' => same >= 3,
        '*' => same >= 1 && stands_alone && (crate::lex::unit::at(text, end).is_some() || same >= 2) && is_han(before),
        _ => false,
    };
    is_left.then_some(Run::new(index, end))
}

fn is_cross(ch: char) -> bool {
    matches!(ch, 'x' | 'X' | '×' | '*' | '_' | '○')
}
