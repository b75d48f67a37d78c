//! A day, month or year that no calendar has: 11月31日, 2023年13月, 20223年.
//!
//! Silent on a month alone (13月 may be a slip for 13个月), and on 29 February without a year.

use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::lex::date::{self, Written};
use crate::messages;
use crate::order;
use crate::rules::{Context, Rule};
use crate::span::Run;
use crate::text::Text;

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
    let is_said = |date: &Written| date.year.is_some() || date.day.is_some();
    let dates = date::all_written(ctx.text).flat_map(|date| [Some(date), date::written_end(ctx.text, date)]);
    let none = dates.flatten().filter(|date| is_said(date) && !exists(*date)).map(|date| date.run);
    let mut places: Vec<Run> = none.chain(years(ctx.text)).collect();
    // The end of a span is a date of its own, too.
    order::sort(&mut places, Run::cmp);
    places.dedup();
    for run in places {
        let message = messages::NO_DAY.with(&[&ctx.text.string(run)]);
        out.findings.push(Finding::new(Severity::Warning, Certainty::Certain, ctx.text.span(run), message));
    }
}

/// Years of five digits.
fn years<'t>(text: &'t Text) -> impl Iterator<Item = Run> + 't {
    let is_year = |&at: &usize| {
        let (_, end) = text.digits(at);
        end == at + 5 && text.starts(at, "20") && text.at(end) == '年' && !text.before(at).is_ascii_digit()
    };
    (0..text.len()).filter(|&at| text.at(at) == '2').filter(is_year).map(|at| Run::new(at, at + 6))
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
