//! A figure that falls short of what a rule asks for, or a day that comes after it: seven days for comments on a
//! major decision where thirty are due.
//!
//! Advice only: exceptions are often allowed. Silent where another figure of the indicator reaches it, on
//! approximate figures and other units, for years before the rule, for organs that it is not meant for, and where
//! the sentence does not itself say what is meant.

use crate::decimal::Decimal;
use crate::document::Level;
use crate::figures::{Figure, Role};
use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::lex::date;
use crate::lex::quantity::Approx;
use crate::messages::{self, Message, Template};
use crate::rules::{Context, Rule};
use crate::span::Run;
use crate::standard::file::{IndicatorFile, ThresholdFile};
use crate::text::Text;

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
        let Some(threshold) = indicator.threshold.as_ref().filter(|threshold| applies(ctx, threshold)) else {
            continue;
        };
        if let Some(latest) = threshold.latest() {
            days(ctx, indicator, threshold, latest, out);
        }
        let figures = || found.figures.iter().map(|&index| &ctx.figures.list[index]);
        let judged = || figures().filter(|figure| is_judged(ctx, indicator, threshold, figure));
        let first = judged().next().filter(|_| judged().all(|figure| bound(threshold, figure).is_some()));
        let Some((figure, (template, limit))) = first.and_then(|figure| Some((figure, bound(threshold, figure)?)))
        else {
            continue;
        };
        let unit = ctx.text.string(figure.quantity.unit_run);
        let run = figure.quantity.run;
        report(
            ctx,
            threshold,
            run,
            |written| template.about(&indicator.title, &[written, &format!("{limit}{unit}")]),
            out,
        );
    }
}

/// Whether the rule was in force in the report year and is meant for the organ.
fn applies(ctx: &Context<'_>, threshold: &ThresholdFile) -> bool {
    let level = ctx.document.level.map(Level::name);
    ctx.document.year.zip(threshold.from).is_none_or(|(year, from)| from <= year)
        && (threshold.levels.is_empty() || threshold.levels.iter().any(|name| Some(name.as_str()) == level))
}

fn report(
    ctx: &Context<'_>,
    threshold: &ThresholdFile,
    run: Run,
    message: impl FnOnce(&str) -> Message,
    out: &mut Outcome,
) {
    let finding = Finding::new(Severity::Info, Certainty::Possible, ctx.text.span(run), message(&ctx.text.string(run)));
    out.findings.push(finding.clause(&threshold.clause));
}

/// The first day by which the text says that it was done, where it is too late and no other is in time.
fn days(ctx: &Context<'_>, indicator: &IndicatorFile, threshold: &ThresholdFile, latest: (u8, u8), out: &mut Outcome) {
    let mut late: Option<Run> = None;
    for sentence in &ctx.figures.sentences {
        if !indicator.aliases.iter().any(|alias| ctx.text.find(sentence.run, alias).is_some())
            || is_excused(ctx, threshold, sentence.run)
        {
            continue;
        }
        for (day, run) in days_of(ctx.text, indicator, sentence.run) {
            if day <= latest {
                return;
            }
            late.get_or_insert(run);
        }
    }
    if let Some(run) = late {
        let limit = format!("{}月{}日", latest.0, latest.1);
        report(ctx, threshold, run, |day| messages::THRESHOLD_LATEST.about(&indicator.title, &[day, &limit]), out);
    }
}

/// The days of a sentence on which, or before which, what the indicator names is made public: its name and a word
/// for that stand in the same clause. The last day of the year, and the end of a period, are when counting ends.
fn days_of(text: &Text, indicator: &IndicatorFile, sentence: Run) -> Vec<((u8, u8), Run)> {
    const PUBLISHED: &[&str] = &["公开", "公布", "公示", "发布"];
    let is_clause_end = |&at: &usize| matches!(text.at(at), ',' | ';');
    let mut found = Vec::new();
    for index in sentence.start..sentence.end {
        let Some((day, end)) = text.at(index).is_ascii_digit().then(|| date::day_of_year(text, index)).flatten() else {
            continue;
        };
        let start = (sentence.start..index).rev().find(is_clause_end).map_or(sentence.start, |at| at + 1);
        let clause = Run::new(start, (end..sentence.end).find(is_clause_end).unwrap_or(sentence.end));
        let before = Run::new(index.saturating_sub(7).max(start), index);
        let is_period = text.has_any(before, &["截至", "截止", "至", "到", "—", "-", "~", "自", "从"]);
        let is_named = indicator.aliases.iter().any(|alias| text.find(clause, alias).is_some());
        if day != (12, 31) && !is_period && is_named && text.has_any(clause, PUBLISHED) {
            found.push((day, Run::new(index, end)));
        }
    }
    found
}

/// Whether a figure is exact, of the unit meant, and its sentence says what it is about.
fn is_judged(ctx: &Context<'_>, indicator: &IndicatorFile, threshold: &ThresholdFile, figure: &Figure) -> bool {
    let sentence = ctx.figures.sentences[figure.sentence].run;
    let context: Vec<&str> = indicator.context.iter().map(String::as_str).collect();
    !matches!(figure.quantity.approx, Approx::About | Approx::Over)
        && !matches!(figure.role, Role::Elsewhen | Role::Change)
        && (threshold.unit.is_empty() || ctx.text.string(figure.quantity.unit_run) == threshold.unit)
        && (context.is_empty() || ctx.text.has_any(sentence, &context))
        && !is_excused(ctx, threshold, sentence)
}

/// Whether a sentence has a word with which it is not judged.
fn is_excused(ctx: &Context<'_>, threshold: &ThresholdFile, sentence: Run) -> bool {
    threshold.unless.iter().any(|word| ctx.text.find(sentence, word).is_some())
}

/// The limit that a figure does not keep to, and what is said then.
fn bound(threshold: &ThresholdFile, figure: &Figure) -> Option<(&'static Template, u16)> {
    let value = figure.quantity.value;
    let below = threshold.least.filter(|&least| value < Decimal::whole(i64::from(least)));
    let above = threshold.most.filter(|&most| Decimal::whole(i64::from(most)) < value);
    let too_much = |most| if most == 0 { &messages::THRESHOLD_NONE } else { &messages::THRESHOLD_MOST };
    below.map(|least| (&messages::THRESHOLD_LEAST, least)).or(above.map(|most| (too_much(most), most)))
}
