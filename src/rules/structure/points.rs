//! Points of running text, 一是 … 二是 …, that skip one or come twice; as a hint, 一是 alone.
//!
//! Silent where the one left out is told in another way (二要, 其次), on points that do not begin with 一是, and on
//! repeats where points stand inside points.

use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::lex::han;
use crate::lex::mark::{Mark, Style};
use crate::messages;
use crate::outline::Heading;
use crate::rules::{Context, Rule};
use crate::span::Run;
use crate::text::is_han;

/// The rule.
pub static RULE: Rule = Rule {
    id: "structure/points",
    title: &messages::POINTS_TITLE,
    why: &messages::POINTS_WHY,
    severity: Severity::Warning,
    clause: None,
    fires: "一是执法力量不足。⟦三是⟧案卷评查不够经常。",
    passes: "一是执法力量不足。二要加强培训。三是案卷评查不够经常。",
    previous: None,
    check,
};

/// Deeper lists in lists are no text of a person.
const DEEPEST: usize = 4;

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    let headings = &ctx.outline.headings;
    let is_outer = |heading: &Heading| heading.mark.style <= Style::HanBrackets;
    let part = |mark: &Mark| {
        ctx.outline.path(ctx.outline.heading_at(mark.run.start)).find(|&index| is_outer(&headings[index]))
    };
    for points in ctx.outline.points.chunk_by(|a, b| part(a) == part(b)) {
        if points[0].number != Some(1) {
            continue;
        }
        if let [only] = points {
            let behind = headings.partition_point(|heading| heading.mark.run.start < only.run.end);
            let end = headings[behind..].iter().find(|heading| is_outer(heading));
            let end = end.map_or(ctx.text.len(), |heading| heading.mark.run.start);
            if !is_told(ctx, 2, Run::new(only.run.end, end)) {
                let span = ctx.text.span(only.run);
                let finding = Finding::new(Severity::Info, Certainty::Possible, span, messages::POINTS_ONE.plain());
                out.findings.push(finding);
            }
        }
        let is_nested = points.iter().filter(|mark| mark.number == Some(1)).count() > 1;
        // The last points of the lists that are open, the innermost last.
        let mut open: Vec<Mark> = Vec::new();
        for &mark in points {
            let Some(number) = mark.number else { continue };
            let follows = |last: &Mark| last.number == Some(number - 1);
            let before = open.last().copied();
            match open.iter().rposition(follows) {
                Some(list) => open.truncate(list),
                None if number > 1 => {
                    open.pop();
                    if let Some(before) = before {
                        out.findings.extend(wrong(ctx, before, mark, is_nested));
                    }
                }
                None if before.is_some_and(|last| last.number == Some(1)) => drop(open.pop()),
                None if open.len() == DEEPEST => drop(open.remove(0)),
                None => {}
            }
            open.push(mark);
        }
    }
}

/// A point that does not follow the one before it.
fn wrong(ctx: &Context<'_>, before: Mark, mark: Mark, is_nested: bool) -> Option<Finding> {
    let (last, number) = (before.number?, mark.number?);
    let [mark_words, before_words] = [mark, before].map(|mark| ctx.text.string(mark.run));
    let is_gap = number > last + 1 && !is_told(ctx, last + 1, Run::new(before.run.end, mark.run.start));
    let message = if is_gap {
        messages::NUMBER_GAP.with(&[&mark_words, &before_words, &(last + 1).to_string()])
    } else if number == last && !is_nested {
        messages::NUMBER_REPEATED.with(&[&mark_words, &before_words])
    } else {
        return None;
    };
    let finding = Finding::new(Severity::Warning, Certainty::Likely, ctx.text.span(mark.run), message);
    Some(finding.related(ctx.text.span(before.run), messages::PREVIOUS_NUMBER.plain()))
}

/// Whether a point is told between two others in another way: 二要, 二、, 其次.
fn is_told(ctx: &Context<'_>, number: u16, between: Run) -> bool {
    const OTHERWISE: &[&str] = &["其次", "另外", "此外", "第二", "再次", "再是", "再者", "同时"];
    let Some(&numeral) = han::TO_TEN.get(usize::from(number) - 1) else { return true };
    let begins = |at: usize| ctx.text.at(at) == numeral && !is_han(ctx.text.before(at));
    (between.start..between.end).any(begins) || ctx.text.has_any(between, OTHERWISE)
}
