//! Two marks where one belongs: ，，, 、，, ；。.
//!
//! Silent on a row of more than three, which is a line drawn by hand; no fix for 。。。, which may stand for ……

use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::messages;
use crate::rules::{Context, Rule};
use crate::span::Run;
use crate::text::Held;

/// The rule.
pub static RULE: Rule = Rule {
    id: "form/doubled-marks",
    title: &messages::DOUBLED_MARKS_TITLE,
    why: &messages::DOUBLED_MARKS_WHY,
    severity: Severity::Warning,
    clause: Some("GB/T 15834—2011"),
    fires: "悬挂横幅26条⟦、，⟧发放手册1200份⟦。。⟧",
    passes: "悬挂横幅26条、标语8条，发放手册1200份……群众说:“好。”",
    previous: None,
    check,
};

const MARKS: &[char] = &[',', '、', ';', ':', '。'];
const LONGEST: usize = 3;

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    let mut from = 0;
    while let Some(index) = ctx.text.next_of(from, Held::of(MARKS)) {
        let end = ctx.text.end_of(index, |ch| MARKS.contains(&ch));
        from = end.max(index + 1);
        let run = Run::new(index, end);
        if !(2..=LONGEST).contains(&run.len()) {
            continue;
        }
        let mark = |at: usize| ctx.text.span(Run::new(at, at + 1)).of(ctx.text.original());
        let written: String = (run.start..run.end).map(mark).collect();
        let span = ctx.text.span(run);
        let message = messages::DOUBLED_MARKS.with(&[&written]);
        let finding = Finding::new(Severity::Warning, Certainty::Certain, span, message);
        // Which of two different ones is meant cannot be told.
        let is_ellipsis = written == "。。。";
        let only = written.chars().next().filter(|&first| !is_ellipsis && written.chars().all(|mark| mark == first));
        out.findings.push(match only.map(String::from) {
            Some(one) => finding.fix(messages::CHANGE_TO.with(&[&one]), span, one),
            None => finding,
        });
    }
}
