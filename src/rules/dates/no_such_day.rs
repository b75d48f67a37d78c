//! A day, month or year that no calendar has: 11月31日, 2023年13月, 20223年.
//!
//! Silent on a month alone (13月 may be a slip for 13个月), and on 29 February without a year.

use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::lex::date::{self, Written};
use crate::messages;
use crate::rules::{Context, Rule};
use crate::span::Run;
use crate::text::{Held, Text};

/// The rule.
pub static RULE: Rule = Rule {
    id: "dates/no-such-day",
    title: &messages::NO_DAY_TITLE,
    why: &messages::NO_DAY_WHY,
    severity: Severity::Warning,
    clause: None,
    fires: "截至⟦11月31日⟧,纠纷全部办结。",
    passes: "截至11月30日,纠纷全部办结;2024年2月29日开展检查。",
    previous: None,
    check,
};

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    let mut from = 0;
    while let Some(index) = ctx.text.next_of(from, Held::of(&['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'])) {
        from = index + 1;
        let date = date::written(ctx.text, index);
        let none = date.filter(|&date| !exists(date) && (date.year.is_some() || date.day.is_some()));
        let Some(run) = none.map(|date| date.run).or_else(|| no_year(ctx.text, index)) else {
            from = date.map_or(from, |date| date.run.end);
            continue;
        };
        from = run.end;
        let message = messages::NO_DAY.with(&[&ctx.text.string(run)]);
        out.findings.push(Finding::new(Severity::Warning, Certainty::Certain, ctx.text.span(run), message));
    }
}

/// A year of five digits.
fn no_year(text: &Text, index: usize) -> Option<Run> {
    let (_, end) = text.digits(index);
    let is_year = end == index + 5 && text.starts(index, "20") && text.at(end) == '年';
    (is_year && !text.before(index).is_ascii_digit()).then_some(Run::new(index, end + 1))
}

fn exists(date: Written) -> bool {
    let is_leap = date.year.is_none_or(|year| year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
    let last = match date.month {
        4 | 6 | 9 | 11 => 30,
        2 if is_leap => 29,
        2 => 28,
        1..=12 => 31,
        _ => return false,
    };
    date.day.is_none_or(|day| (1..=last).contains(&day))
}
