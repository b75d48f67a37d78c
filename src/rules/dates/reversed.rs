//! A span of time that ends before it begins: 2021年6月至2月, 3月22日至3月18日.
//!
//! Silent where it may end in the next year: months without a year, unless they lie close and none of them is at the end
//! of the year.

use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::lex::date::{self, Written};
use crate::messages;
use crate::rules::{Context, Rule};
use crate::span::Run;
use crate::text::{Held, Text};

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
const LATEST_START: u8 = 8;

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    let mut from = 0;
    while let Some(index) = ctx.text.next_of(from, Held::of(&['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'])) {
        from = index + 1;
        let Some(first) = date::written(ctx.text, index) else { continue };
        from = first.run.end;
        if let Some(last) = end(ctx.text, first).filter(|&last| is_before(last, first)) {
            let run = first.run.to(last.run);
            let message = messages::REVERSED.with(&[&ctx.text.string(run)]);
            out.findings.push(Finding::new(Severity::Warning, Certainty::Likely, ctx.text.span(run), message));
        }
    }
}

/// The date up to which a span goes that begins with another; its year and month are those of the first where it has none.
fn end(text: &Text, first: Written) -> Option<Written> {
    let (_, length) = text.starts_any(first.run.end, &["至", "到", "—", "-", "~", "–"])?;
    let start = first.run.end + length;
    if let Some(last) = date::written(text, start) {
        return Some(Written { year: last.year.or(first.year), ..last });
    }
    // 3月22日至18日
    let (day, end) = text.digits(start);
    let is_day = first.day.is_some() && end > start && matches!(text.at(end), '日' | '号');
    let day = u8::try_from(day).ok().filter(|_| is_day)?;
    Some(Written { day: Some(day), run: Run::new(start, end + 1), ..first })
}

fn is_before(last: Written, first: Written) -> bool {
    // 10月1日至5月31日
    let may_be_next_year = first.year.is_none() && last.year.is_none() && first.month > LATEST_START;
    match (last.year, first.year) {
        (Some(last), Some(first)) if last != first => return last < first,
        (Some(_), None) => return false,
        _ => {}
    }
    if last.month != first.month {
        return last.month < first.month && !may_be_next_year;
    }
    last.day.zip(first.day).is_some_and(|(last, first)| last < first)
}
