//! Two headings of one list that say the same: 三、规范执法 … 四、规范执法.
//!
//! Silent on short titles (申请条件), which name the same point of different things, on titles that run on into their
//! text, and on a list that begins anew at one.

use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::messages;
use crate::rules::{Context, Rule};
use crate::span::Run;
use crate::text::END;
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
    // A list that begins anew is another one: the table of contents, and the text.
    let mut lists: BTreeMap<Option<usize>, usize> = BTreeMap::new();
    let mut seen: BTreeMap<(Option<usize>, usize, &[char]), Run> = BTreeMap::new();
    for heading in &ctx.outline.headings {
        let list = lists.entry(heading.parent).or_default();
        *list += usize::from(heading.mark.number == Some(1));
        let is_line = matches!(ctx.text.at(heading.title.end), '\n' | END);
        if heading.title.len() < SHORTEST || !is_line {
            continue;
        }
        let key = (heading.parent, *list, ctx.text.glyphs(heading.title));
        let first = *seen.entry(key).or_insert(heading.title);
        if first != heading.title {
            let message = messages::REPEATED_HEADING.with(&[&ctx.text.string(heading.title)]);
            let finding = Finding::new(Severity::Warning, Certainty::Likely, ctx.text.span(heading.title), message);
            out.findings.push(finding.related(ctx.text.span(first), messages::SAME_ABOVE.plain()));
        }
    }
}
