//! A rate of change that its two values contradict.
//!
//! The earlier value may be written (由A到B, 上年A) or follow from the amount of the change
//! (增加12件, 增长8.1%). A rate is called wrong only where values and rate follow on each other in a way
//! that leaves no other reading (`growth/pairs.rs` has the rows), doubted where a value then stands beside it and a
//! value now comes near (`growth/pairs/tied.rs`). Silent on growth without its base, on real growth beside
//! nominal values, and on percentage points.

mod pairs;

use crate::decimal::{Decimal, Interval};
use crate::figures::{Figure, Role};
use crate::finding::{Certainty, Finding, Kind, Outcome, Relation, Severity, Verdict};
use crate::lex::quantity::Approx;
use crate::lex::unit::Family;
use crate::messages;
use crate::rules::figures::slip;
use crate::rules::{Context, Rule};
use pairs::{Claim, Pair};

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
const OTHER_BASIS: &[&str] = &["可比", "实际", "不变价", "同口径", "扣除", "生产总值", "增加值", "名义", "自然口径"];
const FALLING: &[&str] = &["下降", "减", "降", "回落", "下跌", "少", "缩"];

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    for (index, sentence) in ctx.figures.sentences.iter().enumerate() {
        let from = ctx.figures.reach(index);
        for at in sentence.first..sentence.last {
            let rate = &ctx.figures.list[at];
            let is_rate = rate.role == Role::Change && rate.quantity.unit.family == Family::Percent;
            let is_yearly = || ctx.text.has_any(rate.label, &["年均"]);
            if is_rate && !is_yearly() && !ctx.text.has_any(ctx.figures.around(rate), OTHER_BASIS) {
                judge(ctx, at, from, out);
            }
        }
    }
}

fn judge(ctx: &Context<'_>, at: usize, from: usize, out: &mut Outcome) {
    let rate = &ctx.figures.list[at];
    // 分别下降18.75%和16%: the words before the first are meant for all.
    let is_worded = |index: &usize| ctx.figures.list[*index].label.len() > 1;
    let worded = &ctx.figures.list[(from..=at).rev().find(is_worded).unwrap_or(at)];
    let direction = direction(ctx, worded);
    let pairs = pairs::all(ctx, at, from, ctx.text.has_any(worded.label, FALLING));
    // Where the wording is sure, two figures that have no part in it would be chance.
    let is_sure = |pair: &&Pair| matches!(pair.claim, Claim::Only | Claim::Sure);
    let sure = pairs.first().filter(is_sure);
    let is_meant = |pair: &&Pair| {
        let shared = |sure: &Pair| pair.figures.iter().filter(|index| sure.figures.contains(index)).count();
        sure.is_none_or(|sure| shared(sure) > usize::from(sure.claim == Claim::Only))
    };
    let mut candidates = pairs.iter().filter(is_meant);
    if let Some(pair) = candidates.find(|pair| gives(pair.before, pair.now, rate.quantity.interval, direction)) {
        out.relations.push(relation(ctx, pair, rate, Verdict::Agrees));
        return;
    }
    let exact =
        |pair: &&Pair| pair.figures.iter().all(|&index| ctx.figures.list[index].quantity.approx == Approx::Exact);
    if rate.quantity.approx != Approx::Exact {
        return;
    }
    let sure = pairs.iter().filter(exact).find(is_sure);
    let tied = || pairs.iter().filter(exact).find(|pair| pair.claim == Claim::Tied);
    let near = || pairs.iter().filter(exact).find(|pair| pair.claim == Claim::Near && is_near(pair, rate));
    let Some(pair) = sure.or_else(tied).or_else(near) else { return };
    // 农村8316人、城市1204人,较上年9900人下降3.8%: of both together.
    let sums = ctx.figures.sums_before(pair.figures[0]);
    if sums.into_iter().any(|now| gives(pair.before, now, rate.quantity.interval, direction)) {
        return;
    }
    let severity = if is_sure(&pair) { Severity::Error } else { Severity::Warning };
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
    let [before, now] = pair.values;
    let change = now.distance(before).and_then(|change| change.times(Decimal::HUNDRED));
    let made = change.and_then(|change| change.over(before, 2));
    made.is_some_and(|made| slip::is_near_percent(made, rate.quantity.value))
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
    let grows = pair.values[0] < pair.values[1];
    if second.role == Role::Change {
        let then = if first.role == Role::Elsewhen { a } else { format!("({a}{}{b})", if grows { '-' } else { '+' }) };
        return format!("{b}÷{then}");
    }
    if grows { format!("({b}-{a})÷{a}") } else { format!("({a}-{b})÷{a}") }
}

fn finding(ctx: &Context<'_>, pair: &Pair, rate: &Figure, severity: Severity) -> Option<Finding> {
    let [before, now] = pair.values;
    let right = now
        .distance(before)?
        .times(Decimal::HUNDRED)?
        .rounded_quotient(before, rate.quantity.value.scale().max(1))?
        .trimmed()
        .to_string();
    let message = messages::GROWTH_WRONG.with(&[
        &ctx.in_words(before, &ctx.figures.list[pair.figures[0]]),
        &ctx.in_words(now, &ctx.figures.list[pair.figures[0]]),
        &right,
        &ctx.text.string(rate.quantity.run),
    ]);
    let [before, now] = pair.figures.map(|index| ctx.text.span(ctx.figures.list[index].quantity.run));
    let finding = Finding::new(severity, Certainty::Likely, ctx.text.span(rate.quantity.run), message)
        .related(before, messages::BEFORE.plain())
        .related(now, messages::NOW.plain());
    Some(slip::mend_rate(ctx, finding, rate, right))
}
