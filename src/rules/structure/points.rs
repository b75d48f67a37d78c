//! Points of running text, 一是 … 二是 …, that skip one or come twice; as a hint, 一是 alone.
//!
//! Silent where the one left out is told in another way (二要, 其次), on points that do not begin with 一是, and on
//! repeats where points stand inside points.

use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::lex::mark::Mark;
use crate::messages;
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

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    let part = |mark: &Mark| ctx.outline.heading_at(mark.run.start);
    for points in ctx.outline.points.chunk_by(|a, b| part(a) == part(b)) {
        let numbers: Vec<u16> = points.iter().filter_map(|mark| mark.number).collect();
        if numbers.first() != Some(&1) || numbers.len() != points.len() {
            continue;
        }
        if let ([only], [_]) = (points, &numbers[..]) {
            let end = ctx.outline.headings.iter().map(|heading| heading.mark.run.start).find(|&at| at > only.run.end);
            if !is_told(ctx, 2, Run::new(only.run.end, end.unwrap_or(ctx.text.len()))) {
                let span = ctx.text.span(only.run);
                out.findings.push(Finding::new(
                    Severity::Info,
                    Certainty::Possible,
                    span,
                    messages::POINTS_ONE.plain(),
                ));
            }
        }
        let is_nested = numbers.iter().filter(|&&number| number == 1).count() > 1;
        for (index, pair) in numbers.windows(2).enumerate() {
            let (before, mark) = (points[index], points[index + 1]);
            let words = [ctx.text.string(mark.run), ctx.text.string(before.run), (pair[0] + 1).to_string()];
            let [mark_words, before_words, due] = words.each_ref().map(String::as_str);
            let message = if pair[1] > pair[0] + 1 && !numbers[..index].contains(&(pair[1] - 1)) {
                if is_told(ctx, pair[0] + 1, Run::new(before.run.end, mark.run.start)) {
                    continue;
                }
                messages::NUMBER_GAP.with(&[mark_words, before_words, due])
            } else if pair[1] == pair[0] && !is_nested {
                messages::NUMBER_REPEATED.with(&[mark_words, before_words])
            } else {
                continue;
            };
            let finding = Finding::new(Severity::Warning, Certainty::Likely, ctx.text.span(mark.run), message);
            out.findings.push(finding.related(ctx.text.span(before.run), messages::PREVIOUS_NUMBER.plain()));
        }
    }
}

/// Whether a point is told between two others in another way: 二要, 二、, 其次.
fn is_told(ctx: &Context<'_>, number: u16, between: Run) -> bool {
    const NUMERALS: &str = "一二三四五六七八九十";
    let Some(numeral) = NUMERALS.chars().nth(usize::from(number) - 1) else { return true };
    let begins = |at: usize| ctx.text.at(at) == numeral && !is_han(ctx.text.before(at));
    (between.start..between.end).any(begins) || ctx.text.has_any(between, &["其次", "另外", "此外", "第二", "再次"])
}
