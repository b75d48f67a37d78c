//! A paragraph that ends without a stop, or with a comma.
//!
//! A hint. Silent on headings and lines without punctuation, where many lines end so (the lines were broken by
//! copying), on the last line (see `structure/cut-off`), and before a list.

use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::messages;
use crate::rules::{Context, Rule};
use crate::span::Run;
use crate::text::{ends_sentence, is_han};

/// The rule.
pub static RULE: Rule = Rule {
    id: "form/end-stop",
    title: &messages::END_STOP_TITLE,
    why: &messages::END_STOP_WHY,
    severity: Severity::Info,
    clause: Some("GB/T 15834—2011"),
    fires: "执法监督更加有力,案卷评查全部完成,各项改革任务按期落实到⟦位,⟧\n下一步,继续抓好培训,严格考核,推动工作落实到位。",
    passes: "执法监督更加有力,案卷评查全部完成,各项改革任务按期落实到位。\n下一步,继续抓好培训,严格考核,推动工作落实到位。",
    previous: None,
    check,
};

/// Shorter lines are headings, names, cells.
const SHORTEST: usize = 24;

/// So many may always be slips.
const FEW: usize = 2;

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    let is_mark = |ch: char| ends_sentence(ch) || matches!(ch, ',' | ';');
    let lines: Vec<Run> = ctx.text.lines().map(|line| ctx.text.trim(line)).filter(|line| !line.is_empty()).collect();
    let mut open = Vec::new();
    let mut prose = 0usize;
    for line in lines.iter().take(lines.len().saturating_sub(1)) {
        let body = Run::new(line.start, line.end.saturating_sub(1));
        if line.len() < SHORTEST || !ctx.text.chars(body).any(is_mark) {
            continue;
        }
        prose += 1;
        let last = ctx.text.before(line.end);
        let above = ctx.outline.heading_at(line.start).map(|index| ctx.outline.headings[index]);
        let is_heading = above.is_some_and(|heading| heading.title.end == line.end);
        if matches!(last, ',' | '、') || is_han(last) && !is_heading {
            open.push(*line);
        }
    }
    // Where many lines end so, copying broke them.
    if open.len() > FEW && open.len() * 5 > prose {
        return;
    }
    for line in open {
        // The last word, or the whole number that it has before it.
        let is_digit = |at: usize| ctx.text.at(at).is_ascii_digit();
        let mut start = line.end - 2;
        while start > line.start && is_digit(start) && is_digit(start - 1) {
            start -= 1;
        }
        let run = Run::new(start, line.end);
        let message = messages::END_STOP.with(&[&ctx.text.string(run)]);
        out.findings.push(Finding::new(Severity::Info, Certainty::Possible, ctx.text.span(run), message));
    }
}
