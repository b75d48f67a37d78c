//! Letters that a scanner read for digits or a full stop: IOOO件, IO0%, 95.6%o, 到位o下一步.

use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::lex::number::Script;
use crate::lex::unit::Family;
use crate::messages;
use crate::rules::{Context, Rule};
use crate::span::Run;
use crate::text::{Held, is_han};

/// The rule.
pub static RULE: Rule = Rule {
    id: "form/scanned-characters",
    title: &messages::SCANNED_TITLE,
    why: &messages::SCANNED_WHY,
    severity: Severity::Warning,
    clause: None,
    fires: "日均办件量达⟦IOOO件⟧。",
    passes: "日均办件量达1000件,接入IO设备。",
    previous: None,
    check,
};

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    for quantity in &ctx.lexed.quantities {
        let mut run = quantity.numeral.to(quantity.unit_run);
        let unit = ctx.text.string(quantity.unit_run);
        let right = if quantity.script == Script::Scanned {
            format!("{}{unit}", quantity.value)
        } else if quantity.unit.family == Family::Percent && ctx.text.at(run.end) == 'o' {
            run = Run::new(run.start, run.end + 1);
            format!("{}%。", quantity.value)
        } else {
            continue;
        };
        let span = ctx.text.span(run);
        let message = messages::SCANNED.with(&[&ctx.text.string(run), &right]);
        let finding = Finding::new(Severity::Warning, Certainty::Likely, span, message);
        out.findings.push(finding.fix(messages::CHANGE_TO.with(&[&right]), span, right));
    }
    let ends = |next: char| is_han(next) || matches!(next, '(' | '\n');
    let mut from = 1;
    while let Some(index) = ctx.text.next_of(from, Held::of(&['o'])) {
        from = index + 1;
        let before = ctx.text.before(index);
        if ctx.text.at(index) == 'o' && (is_han(before) || before == '”') && ends(ctx.text.at(index + 1)) {
            let span = ctx.text.span(Run::new(index, index + 1));
            let finding =
                Finding::new(Severity::Warning, Certainty::Likely, span, messages::SCANNED.with(&["o", "。"]));
            out.findings.push(finding.fix(messages::CHANGE_TO.with(&["。"]), span, "。"));
        }
    }
}
