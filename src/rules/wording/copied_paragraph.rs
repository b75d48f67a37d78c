//! A paragraph of last year's report that stands in this year's unchanged.
//!
//! With figures in it, it is hardly this year's: a warning; without, worth a look. All of a kind are one finding.
//! Silent on short lines, on what every report says (leading ideas, acts by their titles), and where a few small
//! numbers, a stock (现有, 辖) or 100% are all the figures there are.

use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::messages;
use crate::previous::Previous;
use crate::previous::passages::{self, Passage};
use crate::rules::{Context, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "wording/copied-paragraph",
    title: &messages::COPIED_TITLE,
    why: &messages::COPIED_WHY,
    severity: Severity::Warning,
    clause: None,
    fires: "一、工作情况\n⟦全县组织开展食品安全专项检查216次,发现并督促整改问题隐患183处,立案查处违法案件47件。⟧",
    passes: "一、工作情况\n全县组织开展食品安全专项检查231次,发现并督促整改问题隐患183处,立案查处违法案件47件。",
    previous: Some(
        "一、法治政府建设工作情况\n全县组织开展食品安全专项检查216次,发现并督促整改问题隐患183处,立案查处违法案件47件。",
    ),
    check,
};

/// As many places are shown.
const MOST: usize = 20;

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    let Some(previous) = ctx.last_year() else { return };
    let copied: Vec<(Passage, &Passage)> = passages::paragraphs(ctx.reading)
        .into_iter()
        .filter_map(|passage| Some((passage, previous.paragraphs.of(passage.print).next()?)))
        .collect();
    let (with, without): (Vec<_>, Vec<_>) = copied.into_iter().partition(|(passage, _)| passage.figures > 0);
    for (copied, severity) in [(with, Severity::Warning), (without, Severity::Info)] {
        out.findings.extend(finding(previous, &copied, severity));
    }
}

fn finding(previous: &Previous, copied: &[(Passage, &Passage)], severity: Severity) -> Option<Finding> {
    let (first, _) = copied.first()?;
    let has_figures = severity == Severity::Warning;
    let count = copied.len().to_string();
    let (template, certainty) = match (has_figures, copied.len()) {
        (true, 1) => (&messages::COPIED_FIGURES, Certainty::Likely),
        (true, _) => (&messages::COPIED_FIGURES_MANY, Certainty::Likely),
        (false, 1) => (&messages::COPIED, Certainty::Possible),
        (false, _) => (&messages::COPIED_MANY, Certainty::Possible),
    };
    let mut finding = Finding::new(severity, certainty, first.span, template.with(&[&count]));
    for (passage, last) in copied.iter().take(MOST) {
        finding = finding.earlier(previous.place(last.span, messages::LAST_PLACE.plain()));
        if passage.span != first.span {
            finding = finding.related(passage.span, messages::ALSO_COPIED.plain());
        }
    }
    Some(finding)
}
