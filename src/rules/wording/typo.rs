//! Words that are a slip of the pen, and names of laws that lack their end; the list is in `standards/terms/typos.toml`.
//!
//! Only words that mean nothing else in such a report. A name is only a hint: it may be the name of a lecture.

use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::messages;
use crate::rules::{Context, Rule};
use crate::span::Run;

/// The rule.
pub static RULE: Rule = Rule {
    id: "wording/typo",
    title: &messages::TYPO_TITLE,
    why: &messages::TYPO_WHY,
    severity: Severity::Warning,
    clause: None,
    fires: "按照上级⟦布署⟧开展清理。",
    passes: "按照上级部署开展清理,公开发布署名文章。",
    previous: None,
    check,
};

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    for word in ctx.words {
        let term = &ctx.lexicon.list[word.term];
        let around = Run::new(word.run.start, (word.run.end + 2).min(ctx.text.len()));
        if term.right.is_empty() || term.unless.iter().any(|word| ctx.text.find(around, word).is_some()) {
            continue;
        }
        let mut run = word.run;
        let mut right = term.right.as_str();
        let is_name = ctx.text.at(run.start) == '《';
        let (mut severity, mut certainty, mut template) = (Severity::Info, Certainty::Possible, &messages::TYPO_NAME);
        if !is_name {
            // What stands around a word only tells where it is one: 、人员团体、.
            run.start += usize::from(ctx.text.at(run.start) == '、');
            run.end -= usize::from(matches!(ctx.text.before(run.end), '、' | '》'));
            right = right.trim_matches(['、', '》']);
            (severity, certainty, template) = (Severity::Warning, Certainty::Likely, &messages::TYPO);
        }
        let span = ctx.text.span(run);
        let finding = Finding::new(severity, certainty, span, template.with(&[&ctx.text.string(run), right]));
        out.findings.push(finding.fix(messages::CHANGE_TO.with(&[right]), span, right));
    }
}
