//! Something that a template left to be filled in, or to be chosen: 20xx年, 县(县、区).
//!
//! Many of them are a template that is being filled in: one finding at the first, with those after it beside it.
//! Silent on a single × (a multiplication sign), on masked names (某××公司, 李××诉…), on ○ as a zero,
//! on 待补 inside words (有待补齐), and on a single blank before a unit, which copying leaves.

use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::lex::han;
use crate::messages::{self, Message};
use crate::rules::{Context, Rule};
use crate::span::Run;
use crate::text::{Held, Text, is_han};

/// The rule.
pub static RULE: Rule = Rule {
    id: "wording/placeholder",
    title: &messages::PLACEHOLDER_TITLE,
    why: &messages::PLACEHOLDER_WHY,
    severity: Severity::Error,
    clause: None,
    fires: "⟦20xx年⟧,全县办结案件若干件。",
    passes: "2024年,全县办结案件12件(3×4)。",
    previous: None,
    check,
};

/// Left to be filled in wherever they stand.
const BLANKS: &[&str] =
    &["某某县", "某某局", "某某市", "某某镇", "XX年", "XX月", "XX县", "XX局", "××县", "××局", "××年", "错误!未"];
/// Left to be filled in where they end a phrase: (待补), but not 有待补齐.
const NOTES: &[&str] = &["待补充", "待补", "待填写", "待填", "待核实数据", "此处填写", "请填写"];
/// A bracket that begins so tells a writer what to do, if it says so: (此处填写存在问题), (此段待法规科补充).
const NOTES_BEGIN: &[&str] = &["此处", "此段", "此部分", "该部分", "待", "请"];
const NOTES_SAY: &[&str] = &["填写", "填报", "补充", "核实", "完善", "提供", "插入", "补齐"];
/// Behind a masked name: 某××公司, 李××诉县公安局.
const NAMED: &[&str] =
    &["公司", "企业", "案", "诉", "等", "与", "和", "不服", "申请", "店", "厂", "村民", "先生", "女士", "某"];

/// What a choice or a blank begins with.
const BEGINNINGS: &[char] = &[
    '省', '市', '县', '区', '局', '待', '此', '请', '某', 'X', 'x', '2', '×', '○', '□', 'Ⅹ', '_', '*', '(', ' ', '错',
];

/// A row of signs is looked at no farther.
const LONGEST_ROW: usize = 40;

/// More than these are one finding.
const FEW: usize = 5;

/// So many places are named beside the first.
const SHOWN: usize = 20;

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    let mut left: Vec<Run> = Vec::new();
    let mut index = 0;
    while let Some(at) = ctx.text.next_of(index, Held::of(BEGINNINGS)) {
        if let Some(run) = choice(ctx.text, at) {
            let message = messages::TEMPLATE.with(&[&ctx.text.string(run)]);
            out.findings.push(Finding::new(Severity::Warning, Certainty::Likely, ctx.text.span(run), message));
            index = run.end;
            continue;
        }
        let Some(run) = placeholder(ctx.text, at) else {
            index = at + 1;
            continue;
        };
        left.push(run);
        index = run.end;
    }
    let find =
        |run: Run, message: Message| Finding::new(Severity::Error, Certainty::Certain, ctx.text.span(run), message);
    let Some((&first, rest)) = left.split_first().filter(|_| left.len() > FEW) else {
        let each = left.iter().map(|&run| find(run, messages::PLACEHOLDER.with(&[&ctx.text.string(run)])));
        out.findings.extend(each);
        return;
    };
    let message = messages::PLACEHOLDERS.with(&[&left.len().to_string(), &ctx.text.string(first)]);
    let beside = |finding: Finding, &run: &Run| {
        finding.related(ctx.text.span(run), messages::PLACEHOLDER_ALSO.with(&[&beginning(ctx.text, run)]))
    };
    out.findings.push(rest.iter().take(SHOWN).fold(find(first, message), beside));
}

/// Whether something in a run is left to be filled in.
#[must_use]
pub fn stands_in(text: &Text, run: Run) -> bool {
    (run.start..run.end).any(|index| placeholder(text, index).is_some())
}

/// The words before a blank, by which a reader knows it, and the blank.
fn beginning(text: &Text, run: Run) -> String {
    const LONGEST: usize = 12;
    let low = run.start.saturating_sub(LONGEST);
    let start = (low..run.start).rev().find(|&at| !is_han(text.at(at))).map_or(low, |at| at + 1);
    text.string(Run::new(start, run.end))
}

/// 县(县、区): the form for all, with what it may be in brackets. 县(市、区) names all of a province and is none.
fn choice(text: &Text, index: usize) -> Option<Run> {
    const LONGEST: usize = 8;
    let ch = text.at(index);
    if !matches!(ch, '省' | '市' | '县' | '区' | '局') || text.at(index + 1) != '(' {
        return None;
    }
    let close = (index + 2..index + LONGEST).find(|&at| text.at(at) == ')')?;
    let inside = Run::new(index + 2, close);
    let again = text.chars(inside).any(|other| other == ch) && text.find(inside, "、").is_some();
    again.then_some(Run::new(index, close + 1))
}

fn placeholder(text: &Text, index: usize) -> Option<Run> {
    let ch = text.at(index);
    match ch {
        '(' => return bracket(text, index),
        ' ' => return blank(text, index),
        _ if BEGINNINGS.contains(&ch) => {}
        _ => return None,
    }
    if let Some((_, length)) = text.starts_any(index, BLANKS) {
        return Some(Run::new(index, index + length));
    }
    if let Some((_, length)) = text.starts_any(index, NOTES) {
        let is_alone =
            !matches!(text.before(index), '有' | '亟' | '尚' | '仍' | '还') && is_edge(text.at(index + length));
        return is_alone.then(|| Run::new(index, index + length));
    }
    if text.starts(index, "20") && is_cross(text.at(index + 2)) && is_cross(text.at(index + 3)) {
        let end = index + 4;
        return Some(Run::new(index, end + usize::from(text.at(end) == '年')));
    }
    let same = (index..).take(LONGEST_ROW).take_while(|&at| text.at(at) == ch).count();
    let end = index + same;
    let before = text.before(index);
    let stands_alone = !before.is_ascii_alphanumeric() && !text.at(end).is_ascii_alphanumeric();
    let is_name = before == '某' || text.starts_any(end, NAMED).is_some();
    let is_zero = ch == '○' && (han::is_numeral(before) || han::is_numeral(text.at(end)));
    if is_name || is_zero {
        return None;
    }
    let is_left = match ch {
        '×' | '○' | '□' | 'Ⅹ' => same >= 2,
        'x' | 'X' => same >= 2 && stands_alone && (is_han(before) || is_han(text.at(end))),
        '_' => same >= 3,
        '*' => same >= 1 && stands_alone && (crate::lex::unit::at(text, end).is_some() || same >= 2) && is_han(before),
        _ => false,
    };
    is_left.then_some(Run::new(index, end))
}

/// A bracket that is empty, or holds a note to the writer.
fn bracket(text: &Text, index: usize) -> Option<Run> {
    const LONGEST: usize = 24;
    let close = (index + 1..index + LONGEST).find(|&at| matches!(text.at(at), ')' | '\n'))?;
    let inside = text.trim(Run::new(index + 1, close));
    let begins = text.starts_any(inside.start, NOTES_BEGIN);
    // (待完善手续) is no note.
    let says = match begins {
        Some(("待" | "请", _)) => text.ends_any(inside.start, inside.end, NOTES_SAY).is_some(),
        _ => text.has_any(inside, NOTES_SAY),
    };
    let is_note = begins.is_some() && says;
    let is_left = if inside.is_empty() { is_han(text.before(index)) } else { is_note };
    (text.at(close) == ')' && is_left).then_some(Run::new(index, close + 1))
}

/// Blanks where a number belongs: 建成监控点位  个, 占比仅为   %.
fn blank(text: &Text, index: usize) -> Option<Run> {
    const UNITS: &[&str] =
        &["件", "个", "人次", "人", "次", "起", "场", "项", "万元", "元", "%", "名", "户", "条", "份", "家", "期"];
    if !is_han(text.before(index)) {
        return None;
    }
    let end = text.skip_spaces(index);
    let (_, length) = text.starts_any(end, UNITS).filter(|_| end > index + 1)?;
    let after = end + length;
    let is_closed = matches!(text.at(after), ',' | '。' | ';' | '、');
    is_closed.then_some(Run::new(index, after))
}

/// Whether a word ends beside it.
fn is_edge(ch: char) -> bool {
    !is_han(ch) && !ch.is_ascii_alphanumeric()
}

fn is_cross(ch: char) -> bool {
    matches!(ch, 'x' | 'X' | '×' | '*' | '_' | '○')
}
