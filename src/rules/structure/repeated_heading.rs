//! Two headings of one list that say the same: 三、规范执法 … 四、规范执法.
//!
//! Silent on short titles (申请条件), which name the same point of different things.

use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::messages;
use crate::rules::{Context, Rule};
use crate::span::Run;
use std::collections::BTreeMap;

/// The rule.
pub static RULE: Rule = Rule {
    id: "structure/repeated-heading",
    title: &messages::REPEATED_HEADING_TITLE,
    why: &messages::REPEATED_HEADING_WHY,
    severity: Severity::Warning,
    clause: None,
    fires: "三、规范行政执法行为\n办结案件12件。\n四、⟦规范行政执法行为⟧\n调解纠纷32件。",
    passes: "三、规范行政执法行为\n办结案件12件。\n四、规范行政复议行为\n调解纠纷32件。",
    previous: None,
    check,
};

const SHORTEST: usize = 6;

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    let mut seen: BTreeMap<(Option<usize>, &[char]), Run> = BTreeMap::new();
    for heading in ctx.outline.headings.iter().filter(|heading| heading.title.len() >= SHORTEST) {
        let first = *seen.entry((heading.parent, ctx.text.glyphs(heading.title))).or_insert(heading.title);
        if first != heading.title {
            let message = messages::REPEATED_HEADING.with(&[&ctx.text.string(heading.title)]);
            let finding = Finding::new(Severity::Warning, Certainty::Likely, ctx.text.span(heading.title), message);
            out.findings.push(finding.related(ctx.text.span(first), messages::SAME_ABOVE.plain()));
        }
    }
}
