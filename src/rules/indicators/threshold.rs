//! A figure that falls short of what a rule asks for: seven days for comments on a major decision where
//! thirty are due.
//!
//! Advice only: exceptions are often allowed. Silent where another figure of the indicator reaches it, on
//! approximate figures and other units, for years before the rule, and where the sentence does not itself say
//! what is meant.

use crate::decimal::Decimal;
use crate::figures::{Figure, Role};
use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::lex::quantity::Approx;
use crate::messages::{self, Template};
use crate::rules::{Context, Rule};
use crate::standard::file::{IndicatorFile, ThresholdFile};

/// The rule.
pub static RULE: Rule = Rule {
    id: "indicators/threshold",
    title: &messages::THRESHOLD_TITLE,
    why: &messages::THRESHOLD_WHY,
    severity: Severity::Info,
    clause: None,
    fires: "云溪县2024年法治政府建设年度报告\n重大行政决策公开征求意见期限⟦不少于7日⟧。",
    passes: "云溪县2024年法治政府建设年度报告\n重大行政决策公开征求意见期限不少于30日。",
    previous: None,
    check,
};

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    for (indicator, found) in ctx.standard.indicators.iter().zip(&ctx.coverage.indicators) {
        let Some(threshold) = &indicator.threshold else { continue };
        if ctx.document.year.zip(threshold.from).is_some_and(|(year, from)| year < from) {
            continue;
        }
        let figures = || found.figures.iter().map(|&index| &ctx.figures.list[index]);
        let judged = || figures().filter(|figure| is_judged(ctx, indicator, threshold, figure));
        let first = judged().next().filter(|_| judged().all(|figure| bound(threshold, figure).is_some()));
        let Some((figure, (template, limit))) = first.and_then(|figure| Some((figure, bound(threshold, figure)?)))
        else {
            continue;
        };
        let unit = ctx.text.string(figure.quantity.unit_run);
        let written = ctx.text.string(figure.quantity.run);
        let message = template.about(&indicator.title, &[&written, &format!("{limit}{unit}")]);
        let span = ctx.text.span(figure.quantity.run);
        out.findings.push(Finding::new(Severity::Info, Certainty::Possible, span, message).clause(&threshold.clause));
    }
}

/// Whether a figure is exact, of the unit meant, and its sentence says what it is about.
fn is_judged(ctx: &Context<'_>, indicator: &IndicatorFile, threshold: &ThresholdFile, figure: &Figure) -> bool {
    let sentence = ctx.figures.sentences[figure.sentence].run;
    let context: Vec<&str> = indicator.context.iter().map(String::as_str).collect();
    !matches!(figure.quantity.approx, Approx::About | Approx::Over)
        && !matches!(figure.role, Role::Elsewhen | Role::Change)
        && (threshold.unit.is_empty() || ctx.text.string(figure.quantity.unit_run) == threshold.unit)
        && (context.is_empty() || ctx.text.has_any(sentence, &context))
}

/// The limit that a figure does not keep to, and what is said then.
fn bound(threshold: &ThresholdFile, figure: &Figure) -> Option<(&'static Template, u16)> {
    let value = figure.quantity.value;
    let below = threshold.least.filter(|&least| value < Decimal::whole(i64::from(least)));
    let above = threshold.most.filter(|&most| Decimal::whole(i64::from(most)) < value);
    below.map(|least| (&messages::THRESHOLD_LEAST, least)).or(above.map(|most| (&messages::THRESHOLD_MOST, most)))
}
