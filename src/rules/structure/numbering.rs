//! Numbers of headings that repeat, skip, begin in the middle, or stand below a lower level; as a hint, 1、 beside 1. in
//! one text.
//!
//! Silent on a list that begins anew at one (tables and annexes do), on skipped levels (allowed where
//! there are few), on a first number that lost its line, and on the points 一是 … of running text, which `points` reads.

use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::lex::mark::{Mark, Style};
use crate::messages;
use crate::outline::Heading;
use crate::rules::{Context, Rule};
use crate::span::Run;
use std::collections::BTreeSet;

/// The rule.
pub static RULE: Rule = Rule {
    id: "structure/numbering",
    title: &messages::NUMBER_TITLE,
    why: &messages::NUMBER_WHY,
    severity: Severity::Error,
    clause: Some("GB/T 9704—2012"),
    fires: "一、总体情况\n二、主要做法\n⟦二、⟧存在问题\n",
    passes: "一、总体情况\n二、主要做法\n三、存在问题\n",
    previous: None,
    check,
};

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    let headings = &ctx.outline.headings;
    let written = |heading: &Heading| ctx.text.string(heading.mark.run);
    let mut seen: BTreeSet<(Style, u16)> = BTreeSet::new();
    for (index, heading) in headings.iter().enumerate() {
        let span = ctx.text.span(heading.mark.run);
        let mark = written(heading);
        let Some(number) = heading.mark.number else {
            let message = messages::NUMBER_UNREADABLE.with(&[&mark]);
            out.findings.push(Finding::new(Severity::Warning, Certainty::Likely, span, message));
            continue;
        };
        seen.insert((heading.mark.style, number));
        let goes_through = number > 1 && seen.contains(&(heading.mark.style, number - 1));
        let previous = heading.previous.map(|previous| &headings[previous]);
        if let Some((previous, last)) = previous.and_then(|p| Some((p, p.mark.number?)))
            && last + 1 != number
        {
            let before = written(previous);
            let message = if number <= last {
                messages::NUMBER_REPEATED.with(&[&mark, &before])
            } else {
                messages::NUMBER_GAP.with(&[&mark, &before, &(last + 1).to_string()])
            };
            let finding = Finding::new(Severity::Error, Certainty::Certain, span, message);
            out.findings.push(finding.related(ctx.text.span(previous.mark.run), messages::PREVIOUS_NUMBER.plain()));
        } else if let Some(parent) = heading
            .parent
            .filter(|_| previous.is_none())
            .map(|parent| &headings[parent])
            .filter(|parent| parent.mark.style > heading.mark.style)
        {
            let message = messages::NUMBER_NESTING.with(&[&mark, &written(parent)]);
            let finding = Finding::new(Severity::Warning, Certainty::Likely, span, message);
            out.findings.push(finding.related(ctx.text.span(parent.mark.run), messages::PREVIOUS_NUMBER.plain()));
        } else if previous.is_none() && number > 1 && !goes_through && is_without_first(ctx, heading) {
            let message = messages::NUMBER_FIRST.with(&[&mark]);
            out.findings.push(Finding::new(Severity::Warning, Certainty::Likely, span, message));
        } else if index == 0
            && heading.mark.style == Style::HanBrackets
            && matches!(ctx.text.before(heading.mark.run.start), '\n' | crate::text::END)
            && !headings.iter().any(|h| h.mark.style <= Style::Han)
        {
            let message = messages::NUMBER_START.with(&[&mark]);
            out.findings.push(Finding::new(Severity::Warning, Certainty::Likely, span, message));
        }
    }
    mixed(ctx, out);
}

/// Whether a list begins in the middle: (二) right under 一、, and no (一) between them that lost its place. Many number
/// their (一) (二) through all parts, and a line may break in 第(二)项.
fn is_without_first(ctx: &Context<'_>, heading: &Heading) -> bool {
    const LARGEST: u16 = 3;
    let Some(parent) = heading.parent.map(|parent| &ctx.outline.headings[parent]) else { return false };
    let Mark { style, number, run } = heading.mark;
    let first = match style {
        Style::HanBrackets => "(一)",
        Style::DigitBrackets => "(1)",
        _ => return false,
    };
    let is_cited = ctx.text.before(run.start - 1) == '第' || matches!(ctx.text.at(run.end), '项' | '款' | '目');
    ctx.text.before(run.start) == '\n'
        && number.is_some_and(|number| number <= LARGEST)
        && parent.mark.style < style
        && !is_cited
        && ctx.text.find(Run::new(parent.mark.run.end, run.start), first).is_none()
}

/// 3. where the others are written 1、 2、: the rarer way, once for all.
fn mixed(ctx: &Context<'_>, out: &mut Outcome) {
    let marks = ctx.outline.headings.iter().map(|heading| heading.mark).filter(|mark| mark.style == Style::Digit);
    let (commas, dots): (Vec<Mark>, Vec<Mark>) = marks.partition(|mark| ctx.text.before(mark.run.end) == '、');
    let (common, rare) = if commas.len() < dots.len() { (dots, commas) } else { (commas, dots) };
    let (Some(common), Some((first, others))) = (common.first(), rare.split_first()) else { return };
    let message = messages::NUMBER_MIXED.with(&[&ctx.text.string(first.run), &ctx.text.string(common.run)]);
    let mut finding = Finding::new(Severity::Info, Certainty::Likely, ctx.text.span(first.run), message);
    for other in others.iter().take(MOST) {
        finding = finding.related(ctx.text.span(other.run), messages::SAME_WAY.plain());
    }
    out.findings.push(finding);
}

/// So many places are enough to see it.
const MOST: usize = 20;
