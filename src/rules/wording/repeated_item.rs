//! An item that a list names twice: 公众参与、专家论证、公众参与、风险评估.
//!
//! The first item may have words before it. Silent on the last, which may go on (甲局、乙局、甲局局长), unless 等 ends it; on
//! items with figures, and on items of one glyph.

use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::messages;
use crate::rules::{Context, Rule};
use crate::span::Run;
use crate::text::is_han;
use std::collections::BTreeMap;

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

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    for sentence in &ctx.figures.sentences {
        let pauses: Vec<usize> = (sentence.run.start..sentence.run.end).filter(|&at| ctx.text.at(at) == '、').collect();
        let mut lead = first(ctx, sentence.run.start, pauses.first());
        let mut seen: BTreeMap<&[char], Run> = BTreeMap::new();
        for (index, &pause) in pauses.iter().enumerate() {
            let next = pauses.get(index + 1).copied();
            let whole = next.map(|next| ctx.text.trim(Run::new(pause + 1, next))).filter(|&item| is_item(ctx, item));
            let item = whole.or_else(|| last(ctx, pause));
            let words = item.map(|item| ctx.text.glyphs(item)).unwrap_or_default();
            let is_first = |lead: &Run| is_end_of(ctx, *lead, words);
            let earlier = seen.get(words).copied().or(lead.filter(is_first)).filter(|_| words.len() > 1);
            if let Some((item, earlier)) = item.zip(earlier) {
                let message = messages::REPEATED_ITEM.with(&[&ctx.text.string(item)]);
                let finding = Finding::new(Severity::Warning, Certainty::Likely, ctx.text.span(item), message);
                out.findings.push(finding.related(ctx.text.span(earlier), messages::SAME_ITEM.plain()));
            }
            // A list ends where more than an item stands between two of its marks.
            if let Some(item) = whole {
                seen.insert(words, item);
            } else {
                seen.clear();
                lead = first(ctx, sentence.run.start, next.as_ref());
            }
        }
    }
}

/// Whether the first item of a list is an item, but for the verb before it.
fn is_end_of(ctx: &Context<'_>, first: Run, item: &[char]) -> bool {
    const LEADS: &[&str] = &[
        "通过", "采取", "利用", "运用", "借助", "依托", "聚焦", "围绕", "整合", "联合", "落实", "履行", "执行", "涉及",
        "包括", "推进", "开展", "完善", "公开", "对",
    ];
    let begin = first.end.saturating_sub(item.len()).max(first.start);
    let is_led = || ctx.text.ends_any(first.start, begin, LEADS).is_some();
    ctx.text.glyphs(first).ends_with(item) && (begin == first.start || is_led())
}

/// What joins two things ends one list and may begin another: 司法调解联动和诉讼.
fn is_item(ctx: &Context<'_>, item: Run) -> bool {
    let is_word = |at: usize| match ctx.text.at(at) {
        '等' | '的' | '和' => false,
        '与' | '及' => matches!(ctx.text.before(at), '参' | '涉' | '普'),
        ch => is_han(ch) || ch.is_ascii_alphabetic(),
    };
    item.len() <= LONGEST && (item.start..item.end).all(is_word)
}

/// The last item of a list, where 等 ends it.
fn last(ctx: &Context<'_>, pause: usize) -> Option<Run> {
    let end = (pause + 1..=pause + 1 + LONGEST).find(|&at| ctx.text.at(at) == '等')?;
    Some(Run::new(pause + 1, end)).filter(|&item| is_item(ctx, item))
}

/// The first item of a list, and what words of its clause stand before it.
fn first(ctx: &Context<'_>, start: usize, pause: Option<&usize>) -> Option<Run> {
    let &pause = pause?;
    let begin = (start..pause).rev().find(|&at| !is_han(ctx.text.at(at))).map_or(start, |at| at + 1);
    Some(Run::new(begin, pause)).filter(|item| !item.is_empty())
}
