//! A sentence that stands twice, word for word, in paragraphs that are not the same; or a clause right behind itself.
//!
//! Only a hint where a short clause goes on. Silent on short sentences, on set phrases (牵头单位:…), and on whole
//! paragraphs, which `duplicate_paragraph` reads.

use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::messages;
use crate::rules::{Context, Rule};
use crate::span::Run;
use crate::text::{Text, ends_sentence, is_han};
use std::collections::BTreeMap;

/// The rule.
pub static RULE: Rule = Rule {
    id: "wording/duplicate-sentence",
    title: &messages::DUPLICATE_SENTENCE_TITLE,
    why: &messages::DUPLICATE_WHY,
    severity: Severity::Warning,
    clause: None,
    fires: "推行景区联合执法,设立旅游巡回法庭和纠纷调解室,就地受理。开展培训。\n⟦推行景区联合执法,设立旅游巡回法庭和纠纷调解室,就地受理。⟧发放手册。",
    passes: "推行景区联合执法,设立旅游巡回法庭和纠纷调解室,就地受理。开展培训。\n推行校园联合执法,设立旅游巡回法庭和纠纷调解室,就地受理。开展培训。",
    previous: None,
    check,
};

const SHORTEST: usize = 24;
/// Right behind itself no sentence stands on purpose.
const SHORTEST_AGAIN: usize = 8;
/// So said behind each of several tasks.
const SET: &[&str] = &["单位:", "部门:", "时限:", "截至", "以上"];
/// A clause of fewer may go on in two ways: 有案必查,有案必查处.
const SHORTEST_CLAUSE: usize = 6;
const LONG_CLAUSE: usize = 10;

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    let mut seen: BTreeMap<&[char], (Run, Run)> = BTreeMap::new();
    for line in ctx.text.lines() {
        let line = super::body(ctx, ctx.text.trim(line));
        again(ctx, line, out);
        let mut before = Run::default();
        for sentence in sentences(ctx.text, line) {
            let last = std::mem::replace(&mut before, sentence);
            let is_again = sentence.len() >= SHORTEST_AGAIN && ctx.text.glyphs(last) == ctx.text.glyphs(sentence);
            let is_long = sentence.len() >= SHORTEST && !ctx.text.has_any(sentence, SET);
            if !is_again && !is_long {
                continue;
            }
            let (first, first_line) = *seen.entry(ctx.text.glyphs(sentence)).or_insert((sentence, line));
            let first = if is_again { last } else { first };
            let is_paragraph = first_line != line && ctx.text.glyphs(first_line) == ctx.text.glyphs(line);
            if first == sentence || is_paragraph && !is_again {
                continue;
            }
            let span = ctx.text.span(sentence);
            let finding =
                Finding::new(Severity::Warning, Certainty::Likely, span, messages::DUPLICATE_SENTENCE.plain());
            out.findings.push(finding.related(ctx.text.span(first), messages::SAME_ABOVE.plain()));
        }
    }
}

/// Clauses of a line that begin with all of the clause before: 全部进驻大厅,全部进驻大厅综合窗口.
fn again(ctx: &Context<'_>, line: Run, out: &mut Outcome) {
    let mut start = line.start;
    for at in (line.start..line.end).filter(|&at| matches!(ctx.text.at(at), ',' | ';' | '。')) {
        let clause = Run::new(std::mem::replace(&mut start, at + 1), at);
        let next = Run::new(at + 1, at + 1 + clause.len());
        // 4.执法辅助人员。执法辅助人员412名: a heading and its text.
        let is_heading = clause.start == line.start && ctx.text.at(at) == '。';
        let is_prose = || !is_heading && ctx.text.chars(clause).all(is_han);
        if clause.len() >= SHORTEST_CLAUSE && ctx.text.glyphs(clause) == ctx.text.glyphs(next) && is_prose() {
            let message = messages::DUPLICATE_CLAUSE.with(&[&ctx.text.string(clause)]);
            // 县人大常委会,县人大常委会法工委: a short one may be the name of another.
            let goes_on = clause.len() < LONG_CLAUSE && is_han(ctx.text.at(next.end));
            let (severity, certainty) =
                if goes_on { (Severity::Info, Certainty::Possible) } else { (Severity::Warning, Certainty::Likely) };
            let finding = Finding::new(severity, certainty, ctx.text.span(next), message);
            out.findings.push(finding.related(ctx.text.span(clause), messages::SAME_ABOVE.plain()));
        }
    }
}

/// The sentences of a line, each with its stop.
fn sentences<'t>(text: &'t Text, line: Run) -> impl Iterator<Item = Run> + 't {
    let mut start = line.start;
    let stops = (line.start..line.end).filter(|&at| ends_sentence(text.at(at)));
    stops.map(move |stop| {
        let run = Run::new(start, stop + 1);
        start = stop + 1;
        run
    })
}
