//! A text that is no such report: a law, a story, another language. One finding says so, and the rules
//! about what is missing stay silent.
//!
//! Silent where the title names such a report, and where there is one of its headings or two of its figures.

use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::messages;
use crate::rules::{Context, Rule};
use crate::span::Run;
use crate::standard::likeness::Strange;

/// The rule.
pub static RULE: Rule = Rule {
    id: "structure/not-a-report",
    title: &messages::STRANGE_TITLE,
    why: &messages::STRANGE_WHY,
    severity: Severity::Warning,
    clause: None,
    fires: "⟦老槐树下的故事⟧\n老人说，那一年的雪下得很大，村口的石桥都看不见了。",
    passes: "云溪县2024年法治政府建设年度报告\n老人说，那一年的雪下得很大，村口的石桥都看不见了。",
    previous: None,
    check,
};

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    let Some(strange) = ctx.coverage.strange else { return };
    let template = match strange {
        Strange::Empty => &messages::STRANGE_EMPTY,
        Strange::Foreign => &messages::STRANGE_FOREIGN,
        Strange::Articles => &messages::STRANGE_ARTICLES,
        Strange::Other => &messages::STRANGE_OTHER,
    };
    let message = template.titled(&[&ctx.standard.file.report]);
    let span = ctx.text.span(first_line(ctx));
    out.findings.push(Finding::new(Severity::Warning, Certainty::Likely, span, message));
}

/// The first line with something in it, or the beginning of it.
fn first_line(ctx: &Context<'_>) -> Run {
    const LONGEST: usize = 40;
    let mut lines = ctx.text.lines().map(|line| ctx.text.trim(line)).filter(|line| !line.is_empty());
    let end = ctx.text.len();
    let line = lines.next().unwrap_or(Run::new(end, end));
    Run::new(line.start, line.end.min(line.start + LONGEST))
}
