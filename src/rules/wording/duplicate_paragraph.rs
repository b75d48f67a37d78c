//! A paragraph that stands twice, word for word.
//!
//! The number at its head does not count. Silent on short lines, which are headings or set phrases.

use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::messages;
use crate::rules::{Context, Rule};
use crate::span::Run;
use std::collections::BTreeMap;

/// The rule.
pub static RULE: Rule = Rule {
    id: "wording/duplicate-paragraph",
    title: &messages::DUPLICATE_TITLE,
    why: &messages::DUPLICATE_WHY,
    severity: Severity::Warning,
    clause: None,
    fires: "1、建立执法案卷评查通报制度,评查结果纳入年度考核并限期整改到位。\n⟦3、建立执法案卷评查通报制度,评查结果纳入年度考核并限期整改到位。⟧",
    passes: "1、建立记录制度。\n2、建立记录制度。",
    previous: None,
    check,
};

const SHORTEST: usize = 24;

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    let mut seen: BTreeMap<&[char], Run> = BTreeMap::new();
    for line in ctx.text.lines() {
        let line = ctx.text.trim(line);
        let body = super::body(ctx, line);
        if body.len() < SHORTEST {
            continue;
        }
        let first = *seen.entry(ctx.text.glyphs(body)).or_insert(line);
        if first != line {
            let span = ctx.text.span(line);
            let finding = Finding::new(Severity::Warning, Certainty::Likely, span, messages::DUPLICATE.plain());
            out.findings.push(finding.related(ctx.text.span(first), messages::SAME_ABOVE.plain()));
        }
    }
}
