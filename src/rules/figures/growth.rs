//! A rate of change that its two values contradict.
//!
//! The earlier value may be written (由A到B, 上年A) or follow from the amount of the change
//! (增加12件, 增长8.1%). A rate is called wrong only where value, amount and rate follow on each other,
//! or where 由 … 到 names both values. Silent on growth without its base, on real growth beside
//! nominal values, and on percentage points.

use crate::decimal::{Decimal, Interval};
use crate::figures::{Figure, Role, cues};
use crate::finding::{Certainty, Finding, Kind, Outcome, Relation, Severity, Verdict};
use crate::lex::quantity::Approx;
use crate::lex::unit::Family;
use crate::messages;
use crate::rules::figures::slip;
use crate::rules::{Context, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "figures/growth",
    title: &messages::GROWTH_TITLE,
    why: &messages::GROWTH_WHY,
    severity: Severity::Error,
    clause: None,
    fires: "受理案件120件,同比增加20件,增长⟦25%⟧。",
    passes: "受理案件120件,同比增加20件,增长20%。",
    previous: None,
    check,
};

/// Growth reckoned at other prices or on another basis than the values beside it.
const OTHER_BASIS: &[&str] =
    &["可比", "实际", "不变价", "同口径", "年均", "扣除", "生产总值", "增加值", "名义", "平均", "自然口径"];
const FALLING: &[&str] = &["下降", "减", "降", "回落", "下跌", "少", "缩"];
/// How many figures before a rate are looked at.
const REACH: usize = 6;
/// No figure farther away is looked at.
const FARTHEST: usize = 20;

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    for (index, sentence) in ctx.figures.sentences.iter().enumerate() {
        let from = ctx.figures.reach(index);
        for at in sentence.first..sentence.last {
            let rate = &ctx.figures.list[at];
            let is_rate = rate.role == Role::Change && rate.quantity.unit.family == Family::Percent;
            if is_rate && !ctx.text.has_any(ctx.figures.around(rate), OTHER_BASIS) {
                judge(ctx, at, from, sentence.first, out);
            }
        }
    }
}

/// Two values of one thing, and how they are known.
#[derive(Clone, Copy)]
struct Pair {
    before: Interval,
    now: Interval,
    figures: [usize; 2],
    /// How sure the wording is.
    claim: Claim,
}

/// How sure it is that a rate compares two values.
#[derive(Clone, Copy, PartialEq)]
enum Claim {
    /// The wording leaves no other reading.
    Sure,
    /// Amount and rate of the change stand together, the value somewhat farther away.
    Near,
    /// Nothing is said.
    None,
}

impl Claim {
    const fn sure(sure: bool) -> Self {
        if sure { Self::Sure } else { Self::None }
    }
}

fn judge(ctx: &Context<'_>, at: usize, from: usize, sentence: usize, out: &mut Outcome) {
    let rate = &ctx.figures.list[at];
    let direction = direction(ctx, rate);
    let pairs = pairs(ctx, at, from, sentence, ctx.text.has_any(rate.label, FALLING));
    if let Some(pair) = pairs.iter().find(|pair| gives(pair.before, pair.now, rate.quantity.interval, direction)) {
        out.relations.push(relation(ctx, pair, rate, Verdict::Agrees));
        return;
    }
    let exact =
        |pair: &&Pair| pair.figures.iter().all(|&index| ctx.figures.list[index].quantity.approx == Approx::Exact);
    if rate.quantity.approx != Approx::Exact {
        return;
    }
    let sure = pairs.iter().filter(exact).find(|pair| pair.claim == Claim::Sure);
    let near = || pairs.iter().filter(exact).find(|pair| pair.claim == Claim::Near && is_near(pair, rate));
    let Some(pair) = sure.or_else(near) else { return };
    let severity = if pair.claim == Claim::Sure { Severity::Error } else { Severity::Warning };
    let Some(finding) = finding(ctx, pair, rate, severity) else { return };
    out.relations.push(relation(ctx, pair, rate, Verdict::Disagrees));
    out.findings.push(finding);
}

/// Whether the words before a change allow that it goes up, and that it goes down.
#[must_use]
pub fn direction(ctx: &Context<'_>, change: &Figure) -> (bool, bool) {
    let rises = ctx.text.has_any(change.label, &["增", "升", "提高", "扩大", "上涨", "多"]);
    let falls = ctx.text.has_any(change.label, FALLING);
    (rises || !falls, falls || !rises)
}

/// Whether the values come as close to the rate as one wrong figure usually leaves them.
fn is_near(pair: &Pair, rate: &Figure) -> bool {
    let change = pair.now.low.distance(pair.before.low).and_then(|change| change.times(Decimal::HUNDRED));
    let made = change.and_then(|change| change.over(pair.before.low, 2));
    made.is_some_and(|made| slip::is_near_percent(made, rate.quantity.value))
}

/// The pairs of values that the rate may compare, nearest first.
fn pairs(ctx: &Context<'_>, at: usize, from: usize, sentence: usize, falls: bool) -> Vec<Pair> {
    let list = &ctx.figures.list;
    let is_value = |index: &usize| {
        list[*index].quantity.unit.family.is_amount() || list[*index].quantity.unit.family == Family::Time
    };
    let near: Vec<usize> = (from..at).rev().take(FARTHEST).filter(is_value).take(REACH).collect();
    let behind: Vec<usize> = (at + 1..list.len())
        .take_while(|&index| list[index].sentence <= list[at].sentence + 1)
        .take(FARTHEST)
        .filter(is_value)
        .take(2)
        .collect();
    let mut pairs = Vec::new();
    for (nearness, &first) in near.iter().enumerate() {
        for &second in near[nearness + 1..].iter().chain(&behind) {
            // The amount of change may stand before the rate or behind it.
            let (first, second) = if list[second].role == Role::Change { (second, first) } else { (first, second) };
            let (a, b) = (&list[first], &list[second]);
            if !a.quantity.unit.family.adds_to(b.quantity.unit.family) {
                continue;
            }
            let in_a_row = (first + 1 == at && second + 1 == first) || (first == at + 1 && second + 1 == at);
            let adjacent = in_a_row
                && second >= sentence
                && list[at].bracket == a.bracket
                && a.bracket == b.bracket
                && a.sentence == list[at].sentence;
            let same = a.quantity.unit.family == b.quantity.unit.family;
            // The amount right before the rate, and the nearest value of its kind before both.
            let beside = || {
                let is_between = |index: usize| {
                    list[index].role == b.role && list[index].quantity.unit.family == a.quantity.unit.family
                };
                let is_nearest = second < first && !(second + 1..first).any(is_between);
                if same && first + 1 == at && is_nearest && a.bracket == list[at].bracket {
                    Claim::Near
                } else {
                    Claim::None
                }
            };
            match (a.role, b.role) {
                (Role::Change, Role::Count) => {
                    let (now, change) = (b.quantity.interval, a.quantity.interval);
                    let before = if falls { now.plus(change) } else { now.minus(change) };
                    let claim = if adjacent && same { Claim::Sure } else { beside() };
                    pairs.extend(before.map(|before| Pair { before, now, figures: [second, first], claim }));
                }
                (Role::Change, Role::Elsewhen) => {
                    let (before, change) = (b.quantity.interval, a.quantity.interval);
                    let now = if falls { before.minus(change) } else { before.plus(change) };
                    let claim = if adjacent && same { Claim::Sure } else { beside() };
                    pairs.extend(now.map(|now| Pair { before, now, figures: [second, first], claim }));
                }
                (Role::Count | Role::Elsewhen | Role::Other, Role::Count | Role::Elsewhen | Role::Other) => {
                    let from_to = adjacent
                        && ctx.text.has_any(b.gap, &["由", "从"])
                        && ctx.text.has_any(a.gap, &["到", "至", "为"]);
                    let compared = is_compared(ctx, at, first, second);
                    let by_year = adjacent && cues::are_years_on(ctx.text, b.label, a.label);
                    pairs.push(Pair {
                        before: b.quantity.interval,
                        now: a.quantity.interval,
                        figures: [second, first],
                        claim: Claim::sure(from_to || by_year),
                    });
                    pairs.push(Pair {
                        before: a.quantity.interval,
                        now: b.quantity.interval,
                        figures: [first, second],
                        claim: Claim::sure(compared),
                    });
                }
                _ => {}
            }
        }
    }
    pairs
}

/// `12102宗,比上月12120宗下降0.15%`, `151件(上年66件,增长128.8%)`: value now, value then, rate in a row.
fn is_compared(ctx: &Context<'_>, at: usize, then: usize, now: usize) -> bool {
    let list = &ctx.figures.list;
    let (rate, then_figure, now_figure) = (&list[at], &list[then], &list[now]);
    let in_a_row = now + 1 == then && then + 1 == at;
    let aside = then_figure.depth == rate.depth + 1 && now_figure.bracket == rate.bracket;
    let beside = rate.bracket == then_figure.bracket
        && (now_figure.bracket == rate.bracket || now_figure.depth + 1 == rate.depth)
        || aside;
    let of_one_kind =
        now_figure.quantity.unit.family == then_figure.quantity.unit.family && now_figure.sentence == rate.sentence;
    let apart = ctx.text.has_any(rate.label, &["分别"]) || ctx.text.has_any(then_figure.label, cues::CARRIED);
    in_a_row && beside && of_one_kind && !apart && now_figure.role == Role::Count && then_figure.role == Role::Elsewhen
}

/// Whether now against before is a change of the rate, in a direction (up, down) that the words allow.
#[must_use]
pub fn gives(before: Interval, now: Interval, rate: Interval, (may_rise, may_fall): (bool, bool)) -> bool {
    let change = (|| {
        let up = now.minus(before)?;
        let down = before.minus(now)?;
        let raise = |interval: Interval| {
            Some(Interval {
                low: interval.low.times(Decimal::HUNDRED)?,
                high: interval.high.times(Decimal::HUNDRED)?,
                open: interval.open,
            })
        };
        let wanted =
            Interval { low: rate.low.times(before.low)?, high: rate.high.times(before.high)?, open: rate.open };
        let fits = (may_rise && raise(up)?.meets(wanted)) || (may_fall && raise(down)?.meets(wanted));
        Some(before.low > Decimal::ZERO && fits)
    })();
    change.unwrap_or(false)
}

fn relation(ctx: &Context<'_>, pair: &Pair, rate: &Figure, verdict: Verdict) -> Relation {
    let [first, second] = pair.figures.map(|index| &ctx.figures.list[index]);
    let operands = vec![ctx.operand("before", first), ctx.operand("now", second), ctx.operand("rate", rate)];
    let sign = if verdict == Verdict::Agrees { "=" } else { "≠" };
    let equation = format!("{} {sign} {}", quotient(ctx, pair), ctx.text.string(rate.quantity.run));
    Relation::new(Kind::Growth, verdict, operands, equation)
}

/// The change over the value before, in the figures as they are written.
fn quotient(ctx: &Context<'_>, pair: &Pair) -> String {
    let [first, second] = pair.figures.map(|index| &ctx.figures.list[index]);
    let [a, b] = [first, second].map(|figure| ctx.text.string(figure.quantity.numeral));
    let grows = pair.before.low < pair.now.low;
    if second.role == Role::Change {
        let then = if first.role == Role::Elsewhen { a } else { format!("({a}{}{b})", if grows { '-' } else { '+' }) };
        return format!("{b}÷{then}");
    }
    if grows { format!("({b}-{a})÷{a}") } else { format!("({a}-{b})÷{a}") }
}

fn finding(ctx: &Context<'_>, pair: &Pair, rate: &Figure, severity: Severity) -> Option<Finding> {
    let change = pair.now.low.distance(pair.before.low)?;
    let right = change
        .times(Decimal::HUNDRED)?
        .rounded_quotient(pair.before.low, rate.quantity.value.scale().max(1))?
        .trimmed()
        .to_string();
    let message = messages::GROWTH_WRONG.with(&[
        &pair.before.low.to_string(),
        &pair.now.low.to_string(),
        &right,
        &ctx.text.string(rate.quantity.run),
    ]);
    let [before, now] = pair.figures.map(|index| ctx.text.span(ctx.figures.list[index].quantity.run));
    let finding = Finding::new(severity, Certainty::Likely, ctx.text.span(rate.quantity.run), message)
        .related(before, messages::BEFORE.plain())
        .related(now, messages::NOW.plain());
    Some(slip::mend_rate(ctx, finding, rate, right))
}
