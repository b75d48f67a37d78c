//! A word that stands twice in a row: one of two characters or more, a year, or one of a few that never double (各各).
//!
//! Only a hint where a short word may belong to what follows (规范规范性文件). Silent on words that double
//! by their nature (一项一项, 个个, 高高兴兴), on 人民政府政府信息 and on 退税缓税缓费.

use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::lex::date;
use crate::messages;
use crate::rules::{Context, Rule};
use crate::span::Run;
use crate::text::is_han;

/// The rule.
pub static RULE: Rule = Rule {
    id: "wording/doubled-word",
    title: &messages::DOUBLED_TITLE,
    why: &messages::DOUBLED_WHY,
    severity: Severity::Warning,
    clause: None,
    fires: "接入⟦云溪市云溪市⟧政务平台。",
    passes: "一件一件抓落实,依法行政行稳致远。",
    previous: None,
    check,
};

/// Words with these may stand twice; longer ones only if they begin with them.
const DOUBLING: &str = "〇○零一个步项件户条天年月来去越又层村人家点某共";
/// Single characters that never stand twice, and the words in which they seem to.
const SINGLE: &[(char, &[&str])] = &[
    ('各', &[]),
    ('由', &["理由由", "事由由", "案由由", "自由由", "缘由由", "来由由"]),
    ('的', &["目的的", "标的的", "的的士", "的的确", "有的的"]),
    ('其', &["其其他", "其其格", "其其木", "尤其其"]),
];
const LONGEST: usize = 8;

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    let mut end = 0;
    for index in again(ctx.text.glyphs(ctx.text.all())).into_iter().rev() {
        let Some(length) = doubled(ctx, index).filter(|_| end <= index) else { continue };
        let run = Run::new(index, index + 2 * length);
        let word = ctx.text.string(Run::new(index, index + length));
        let message = messages::DOUBLED.with(&[&ctx.text.string(run)]);
        let span = ctx.text.span(run);
        // 规范规范性文件: a short word may belong to what follows.
        let goes_on = length == 2 && is_han(ctx.text.at(run.end));
        out.findings.push(if goes_on {
            Finding::new(Severity::Info, Certainty::Possible, span, message)
        } else {
            let finding = Finding::new(Severity::Warning, Certainty::Likely, span, message);
            finding.fix(messages::CHANGE_TO.with(&[&word]), span, word)
        });
        end = run.end;
    }
}

/// Where a glyph comes again soon, or another in its place, the last first: few of all places.
fn again(glyphs: &[char]) -> Vec<usize> {
    const KINDS: usize = 256;
    let mut next = [usize::MAX; KINDS];
    let mut places = Vec::new();
    for (index, &ch) in glyphs.iter().enumerate().rev() {
        let next = &mut next[ch as usize % KINDS];
        if *next - index <= LONGEST {
            places.push(index);
        }
        *next = index;
    }
    places
}

fn doubled(ctx: &Context<'_>, index: usize) -> Option<usize> {
    let (&first, behind) = ctx.text.glyphs(Run::new(index, index + LONGEST + 1)).split_first()?;
    let length = 1 + behind.iter().position(|&ch| ch == first)?;
    if let Some((year, end)) = date::year(ctx.text, index) {
        let again = date::year(ctx.text, end + 1).filter(|_| ctx.text.at(end) == '年');
        let is_twice = again.is_some_and(|(other, end)| other == year && ctx.text.at(end) == '年');
        return is_twice.then_some(end + 1 - index);
    }
    if length == 1 {
        return is_single(ctx, index, first).then_some(1);
    }
    if !is_han(first) || ctx.text.starts_any(index, &["政府政府", "税缓税缓费"]).is_some() {
        return None;
    }
    (length..=LONGEST).filter(|&length| ctx.text.at(index + length) == first).find(|&length| {
        let mut pairs = (0..length).map(|step| (ctx.text.at(index + step), ctx.text.at(index + length + step)));
        // 进一步进一步
        let is_long = length > 2 && !DOUBLING.contains(first);
        pairs.all(|(a, b)| a == b && is_han(a) && (is_long || !DOUBLING.contains(a))) && !is_overlap(ctx, index, length)
    })
}

/// Whether a single character that never doubles stands twice.
fn is_single(ctx: &Context<'_>, index: usize, glyph: char) -> bool {
    let around = Run::new(index.saturating_sub(1), (index + 3).min(ctx.text.len()));
    let words = SINGLE.iter().find(|(single, _)| *single == glyph).map(|(_, words)| words);
    ctx.text.at(index + 2) != glyph && words.is_some_and(|words| !ctx.text.has_any(around, words))
}

/// 执法执法人员, 审查审查: a verb before a noun that begins with it is common in set phrases of three parts.
fn is_overlap(ctx: &Context<'_>, index: usize, length: usize) -> bool {
    length == 2
        && ctx.text.at(index) == ctx.text.at(index + 2 * length)
        && ctx.text.at(index + 1) == ctx.text.at(index + 2 * length + 1)
}
