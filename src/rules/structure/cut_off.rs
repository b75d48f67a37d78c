//! The text, or a paragraph before a heading, ends in the middle of a sentence.
//!
//! Silent where a signature closes the text, on lines that are no prose (contacts, annexes, tables), and on short ones;
//! before a heading on all but words that cannot end a sentence (原因是).

use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::messages;
use crate::outline::Heading;
use crate::rules::{Context, Rule};
use crate::span::Run;
use crate::text::{ends_sentence, is_han};

/// The rule.
pub static RULE: Rule = Rule {
    id: "structure/cut-off",
    title: &messages::CUT_OFF_TITLE,
    why: &messages::CUT_OFF_WHY,
    severity: Severity::Warning,
    clause: None,
    fires: "工作中还存在不足:执法监督不够有力,案卷评查不够经常,基层法制审核⟦力量不⟧",
    passes: "工作中还存在不足:执法监督不够有力,案卷评查不够经常,基层法制审核力量不足。",
    previous: None,
    check,
};

/// Shorter lines may be headings or names.
const SHORTEST: usize = 24;
/// The last glyphs show the place.
const SHOWN: usize = 3;

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    for end in ctx.outline.headings.iter().filter_map(|heading| broken_before(ctx, heading)).chain(end(ctx)) {
        let span = ctx.text.span(Run::new(end - SHOWN, end));
        let message = messages::CUT_OFF.with(&[&ctx.text.string(Run::new(end - 2 * SHOWN, end))]);
        out.findings.push(Finding::new(Severity::Warning, Certainty::Likely, span, message));
    }
}

/// Where the paragraph ends before a heading, if it breaks off.
fn broken_before(ctx: &Context<'_>, heading: &Heading) -> Option<usize> {
    const OPEN: &[&str] = &["原因是", "主要是", "其中", "以及", "并且", "和", "的"];
    const WHOLE: &[&str] = &["目的", "标的", "有的", "共和", "调和", "总和", "缓和"];
    let start = heading.mark.run.start;
    if ctx.text.before(start) != '\n' {
        return None;
    }
    let end = ctx.text.trim(Run::new(0, start)).end;
    if ctx.text.ends_any(0, end, OPEN).is_none() || ctx.text.ends_any(0, end, WHOLE).is_some() {
        return None;
    }
    let line = (0..end).rev().find(|&at| ctx.text.at(at) == '\n').map_or(0, |at| at + 1);
    let is_paragraph = ctx.text.chars(Run::new(line, end)).any(|ch| ends_sentence(ch) || ch == ',');
    let above = ctx.outline.heading_at(start.saturating_sub(1)).map(|index| ctx.outline.headings[index]);
    let is_heading = above.is_some_and(|above| above.title.end == end);
    (is_paragraph && !is_heading && end - line > SHOWN * 2).then_some(end)
}

/// Where a text ends that is cut off.
pub(super) fn end(ctx: &Context<'_>) -> Option<usize> {
    const NO_PROSE: &[&str] =
        &["附件", "附:", "抄送", "联系", "电话", "地址", "编辑", "审核:", "主办", "版权", "\t", "|"];
    if ctx.document.signed.is_some() {
        return None;
    }
    let end = ctx.text.trim(ctx.text.all()).end;
    let start = (0..end).rev().find(|&at| ctx.text.at(at) == '\n').map_or(0, |at| at + 1);
    let line = ctx.text.trim(Run::new(start, end));
    let last = ctx.text.before(end);
    let is_open = is_han(last) || matches!(last, ',' | '、');
    let is_prose =
        line.len() >= SHORTEST && ctx.text.chars(line).any(|ch| ends_sentence(ch) || matches!(ch, ',' | ';'));
    (is_open && is_prose && !ctx.text.has_any(line, NO_PROSE)).then_some(end)
}
