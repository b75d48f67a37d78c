//! A document number that is not written 〔2024〕12号: other brackets, 第, zeros before it, 年 or two digits for the year.
//!
//! Silent on the 第 and the zeros of licences, decisions and judgments (…字〔2024〕第05号), which have their own ways.

use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::messages;
use crate::rules::{Context, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "form/document-number",
    title: &messages::DOCUMENT_NUMBER_TITLE,
    why: &messages::DOCUMENT_NUMBER_WHY,
    severity: Severity::Warning,
    clause: Some("GB/T 9704—2012"),
    fires: "印发实施方案(云政办⟦[2024]12号⟧)和工作要点(云政办⟦〔2024〕第05号⟧)。",
    passes: "印发实施方案(云政办〔2024〕12号),作出决定(云政复决字〔2024〕第05号)。",
    previous: None,
    check,
};

/// What a number of a single case, no document to be obeyed, ends with before its year.
const OF_CASES: &[&str] = &[
    "字", "罚", "决", "许", "复", "告", "责", "停", "执", "监", "建", "建议", "议", "书", "令", "审", "调", "仲", "裁",
    "检",
];

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    for number in &ctx.lexed.document_numbers {
        let written = ctx.text.string(number.run);
        let is_of_case = ctx.text.ends_any(0, number.run.start, OF_CASES).is_some();
        let serial = ctx.text.string(number.serial);
        let serial = if is_of_case { &serial } else { serial.trim_start_matches('0') };
        let ordinal = if is_of_case && ctx.text.before(number.serial.start) == '第' { "第" } else { "" };
        let right = format!("〔{}〕{ordinal}{serial}号", number.year);
        if written == right || serial.is_empty() {
            continue;
        }
        let span = ctx.text.span(number.run);
        let message = messages::DOCUMENT_NUMBER.with(&[&right, &written]);
        let finding = Finding::new(Severity::Warning, Certainty::Certain, span, message);
        out.findings.push(finding.fix(messages::CHANGE_TO.with(&[&right]), span, right));
    }
}
