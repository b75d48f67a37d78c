//! A bracket, quotation mark or title mark without its counterpart in the paragraph.
//!
//! Silent on numbers of lists such as 1), on intervals such as [0,1), and where a paragraph may go on in the next
//! line: what opens in a line without a stop at its end may close in the line after it.

use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::lex::han;
use crate::lex::mark::{self, Style};
use crate::messages;
use crate::rules::{Context, Rule};
use crate::span::Run;
use crate::text::{END, Text, ends_sentence, is_han};

/// The rule.
pub static RULE: Rule = Rule {
    id: "form/brackets",
    title: &messages::BRACKETS_TITLE,
    why: &messages::BRACKETS_WHY,
    severity: Severity::Warning,
    clause: Some("GB/T 15834—2011"),
    fires: "落实⟦《⟧云溪县行政执法监督办法,评查案卷80卷。",
    passes: "落实《云溪县行政执法监督办法》,评查案卷80卷。",
    previous: None,
    check,
};

const PAIRS: &[(char, char)] = &[('《', '》'), ('“', '”'), ('(', ')'), ('〔', '〕'), ('【', '】')];
/// What opens is closed within so many glyphs.
const LONGEST: usize = 600;

/// So many of a kind are enough to see what is wrong.
const MOST: usize = 20;

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    let places: Vec<usize> = (0..=ctx.text.len()).filter(|&index| matters(ctx.text, index)).collect();
    for &(open, close) in PAIRS {
        let mut pending: Vec<usize> = Vec::new();
        let mut alone: Vec<(usize, char)> = Vec::new();
        for &index in &places {
            let ch = ctx.text.at(index);
            let is_end = matches!(ch, '\n' | END);
            while pending.first().is_some_and(|&first| is_end || index - first > LONGEST) {
                alone.push((pending.remove(0), close));
            }
            if ch == open {
                pending.push(index);
            } else if ch == close && pending.pop().is_none() && !is_list_mark(ctx.text, index) {
                alone.push((index, open));
            }
            if alone.len() >= MOST {
                break;
            }
        }
        alone.truncate(MOST);
        for (at, missing) in alone {
            report(ctx, at, missing, out);
        }
    }
}

/// Whether a bracket stands at an index, or a paragraph ends there.
fn matters(text: &Text, index: usize) -> bool {
    match text.at(index) {
        ch if is_han(ch) => false,
        '\n' => ends_paragraph(text, index),
        END => index == text.len(),
        ch => PAIRS.iter().any(|&(open, close)| ch == open || ch == close),
    }
}

fn report(ctx: &Context<'_>, at: usize, missing: char, out: &mut Outcome) {
    let run = Run::new(at, at + 1);
    let message = messages::BRACKETS.with(&[&ctx.text.string(run), &missing.to_string()]);
    out.findings.push(Finding::new(Severity::Warning, Certainty::Likely, ctx.text.span(run), message));
}

/// Whether a line break ends a paragraph: a stop stands before it, or a blank line or a heading behind it.
fn ends_paragraph(text: &Text, index: usize) -> bool {
    let mut last = index;
    while matches!(text.before(last), ' ' | '\t' | '”' | ')') {
        last -= 1;
    }
    let next = text.skip_spaces(index + 1);
    let is_heading = mark::read(text, next).is_some_and(|mark| mark.style <= Style::HanBrackets);
    ends_sentence(text.before(last)) || text.at(next) == '\n' || is_heading
}

/// 1) and a) number an item; [0,1) is an interval.
fn is_list_mark(text: &Text, index: usize) -> bool {
    const REACH: usize = 12;
    let is_number = |ch: char| ch.is_ascii_alphanumeric() || han::is_numeral(ch) || matches!(ch, '①'..='⑳');
    let interval = (index.saturating_sub(REACH)..index).any(|at| text.at(at) == '[');
    text.at(index) == ')' && (interval || is_number(text.before(index)))
}
