//! An item that a list names twice: 公众参与、专家论证、公众参与、风险评估.
//!
//! The first item may have words before it. Silent on the last, which may go on (甲局、乙局、甲局局长), on items with figures,
//! and on items of one glyph.

use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::messages;
use crate::rules::{Context, Rule};
use crate::span::Run;
use crate::text::is_han;

/// The rule.
pub static RULE: Rule = Rule {
    id: "wording/repeated-item",
    title: &messages::REPEATED_ITEM_TITLE,
    why: &messages::REPEATED_ITEM_WHY,
    severity: Severity::Warning,
    clause: None,
    fires: "落实公众参与、专家论证、⟦专家论证⟧、合法性审查等程序。",
    passes: "联合公安局、市场监管局、公安局交警大队等开展检查。",
    previous: None,
    check,
};

const LONGEST: usize = 16;
/// So long it is the end of no other word.
const SURE: usize = 4;

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    for sentence in &ctx.figures.sentences {
        let pauses: Vec<usize> = (sentence.run.start..sentence.run.end).filter(|&at| ctx.text.at(at) == '、').collect();
        let mut lead = first(ctx, sentence.run.start, pauses.first());
        let mut seen: Vec<Run> = Vec::new();
        for pair in pauses.windows(2) {
            let item = ctx.text.trim(Run::new(pair[0] + 1, pair[1]));
            // A list ends where more than an item stands between two of its marks.
            if item.len() > LONGEST || ctx.text.chars(item).any(|ch| !is_han(ch)) {
                seen.clear();
                lead = first(ctx, sentence.run.start, Some(&pair[1]));
                continue;
            }
            let words = ctx.text.glyphs(item);
            let is_first = |first: &Run| words.len() >= SURE && ctx.text.glyphs(*first).ends_with(words);
            let earlier =
                seen.iter().find(|&&earlier| ctx.text.glyphs(earlier) == words).or(lead.iter().find(|it| is_first(it)));
            if let Some(&earlier) = earlier.filter(|_| item.len() > 1) {
                let message = messages::REPEATED_ITEM.with(&[&ctx.text.string(item)]);
                let finding = Finding::new(Severity::Warning, Certainty::Likely, ctx.text.span(item), message);
                out.findings.push(finding.related(ctx.text.span(earlier), messages::SAME_ITEM.plain()));
            }
            seen.push(item);
        }
    }
}

/// The first item of a list, and what words of its clause stand before it.
fn first(ctx: &Context<'_>, start: usize, pause: Option<&usize>) -> Option<Run> {
    let &pause = pause?;
    let begin = (start..pause).rev().find(|&at| !is_han(ctx.text.at(at))).map_or(start, |at| at + 1);
    Some(Run::new(begin, pause)).filter(|item| !item.is_empty())
}
