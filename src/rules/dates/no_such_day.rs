//! A day or month that no calendar has: 11月31日, 2023年13月.
//!
//! Silent on a month alone (13月 may be a slip for 13个月), and on 29 February without a year.

use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::lex::date::{self, Written};
use crate::messages;
use crate::rules::{Context, Rule};
use crate::text::Held;

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
        let Some(date) = date::written(ctx.text, index) else { continue };
        from = date.run.end;
        if !exists(date) && (date.year.is_some() || date.day.is_some()) {
            let span = ctx.text.span(date.run);
            let message = messages::NO_DAY.with(&[&ctx.text.string(date.run)]);
            out.findings.push(Finding::new(Severity::Warning, Certainty::Certain, span, message));
        }
    }
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
