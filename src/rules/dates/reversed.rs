//! A span of time that ends before it begins: 2021年6月至2月, 3月22日至3月18日.
//!
//! Without a year of its own the end may be in the next: then it is only a hint where the span begins in the first months,
//! and nothing where it begins later or is a whole year.

use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::lex::date::{self, Written};
use crate::messages;
use crate::rules::{Context, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "dates/reversed",
    title: &messages::REVERSED_TITLE,
    why: &messages::REVERSED_WHY,
    severity: Severity::Warning,
    clause: None,
    fires: "⟦2021年6月至2021年2月⟧开展合同检查。",
    passes: "2021年6月至2022年2月开展合同检查,10月至5月为防火期。",
    previous: None,
    check,
};

/// A span that begins later may end in the next year.
const LATEST_START: u8 = 5;

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    for first in date::all_written(ctx.text) {
        let Some(last) = date::written_end(ctx.text, first) else { continue };
        let Some(is_sure) = is_before(last, first) else { continue };
        // 每年5月至4月, 统计期间为4月1日至3月31日
        if ctx.text.ends(0, first.run.start, "每年") || !is_sure && is_whole_year(last, first) {
            continue;
        }
        let run = first.run.to(last.run);
        let message = messages::REVERSED.with(&[&ctx.text.string(run)]);
        let (severity, certainty) =
            if is_sure { (Severity::Warning, Certainty::Likely) } else { (Severity::Info, Certainty::Possible) };
        out.findings.push(Finding::new(severity, certainty, ctx.text.span(run), message));
    }
}

/// Whether a date lies before another, and whether it is sure to: without a year of its own it may be in the next.
fn is_before(last: Written, first: Written) -> Option<bool> {
    match (last.year, first.year) {
        (Some(last), Some(first)) if last != first => return (last < first).then_some(true),
        (Some(_), None) => return None,
        _ => {}
    }
    if last.month == first.month {
        return last.day.zip(first.day).filter(|(last, first)| last < first).map(|_| true);
    }
    let is_said = last.year.is_some();
    (last.month < first.month && (is_said || first.month <= LATEST_START)).then_some(is_said)
}

/// 4月1日至3月31日, 5月至4月
fn is_whole_year(last: Written, first: Written) -> bool {
    last.month + 1 == first.month && first.day.is_none_or(|day| day == 1)
}
