//! An amount of change that its two values contradict.
//!
//! `较上年同期867件减少100件`, `由36.0%升至36.2%,上升0.2个百分点`. Called wrong only where the value now,
//! the value then and the amount follow on each other, or where 由 … 到 names both values.
//! Silent where only one of the values is printed.

use crate::decimal::Interval;
use crate::figures::{Figure, Role, cues};
use crate::finding::{Certainty, Finding, Kind, Outcome, Relation, Severity, Verdict};
use crate::lex::quantity::Approx;
use crate::lex::unit::Family;
use crate::messages;
use crate::rules::{Context, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "figures/difference",
    title: &messages::DIFFERENCE_TITLE,
    why: &messages::DIFFERENCE_WHY,
    severity: Severity::Error,
    clause: None,
    fires: "新收案件767件,较上年同期867件减少⟦110件⟧。",
    passes: "新收案件767件,较上年同期867件减少100件。",
    previous: None,
    check,
};

/// How many figures before an amount are looked at.
const REACH: usize = 5;
/// No figure farther away is looked at.
const FARTHEST: usize = 20;

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    for (at, figure) in ctx.figures.list.iter().enumerate() {
        let is_amount = figure.role == Role::Change && figure.quantity.unit.family != Family::Percent;
        if is_amount {
            judge(ctx, at, out);
        }
    }
}

fn judge(ctx: &Context<'_>, at: usize, out: &mut Outcome) {
    let list = &ctx.figures.list;
    let change = &list[at];
    let sentence = &ctx.figures.sentences[change.sentence];
    let near: Vec<usize> =
        (sentence.first..at).rev().take(FARTHEST).filter(|&index| is_value(change, &list[index])).take(REACH).collect();
    let pairs = || near.iter().enumerate().flat_map(|(nearness, &a)| near[nearness + 1..].iter().map(move |&b| (b, a)));
    if let Some(pair) = pairs().find(|&(a, b)| gives(&list[a], &list[b], change)) {
        out.relations.push(relation(ctx, pair, change, Verdict::Agrees));
        return;
    }
    let Some(pair) = pairs().next().filter(|&pair| is_claimed(ctx, pair, at)) else { return };
    let [a, b] = [pair.0, pair.1].map(|index| &list[index]);
    let exact = [a, b, change].iter().all(|figure| figure.quantity.approx == Approx::Exact);
    let Some(right) = a.quantity.value.distance(b.quantity.value).filter(|_| exact) else { return };
    out.relations.push(relation(ctx, pair, change, Verdict::Disagrees));
    let message = messages::DIFFERENCE_WRONG.with(&[
        &ctx.text.string(a.quantity.run),
        &ctx.text.string(b.quantity.run),
        &right.to_string(),
        &ctx.text.string(change.quantity.run),
    ]);
    let finding = Finding::new(Severity::Error, Certainty::Likely, ctx.text.span(change.quantity.run), message)
        .related(ctx.text.span(a.quantity.run), messages::NOW.plain())
        .related(ctx.text.span(b.quantity.run), messages::BEFORE.plain());
    out.findings.push(finding);
}

/// Whether a figure may be one of the two values: of the unit of the change, or percent for points.
fn is_value(change: &Figure, figure: &Figure) -> bool {
    let (of, family) = (change.quantity.unit.family, figure.quantity.unit.family);
    if of == Family::Points {
        return family == Family::Percent && matches!(figure.role, Role::Rate | Role::Elsewhen);
    }
    matches!(figure.role, Role::Count | Role::Elsewhen | Role::Other) && family == of && of != Family::Bare
}

fn gives(a: &Figure, b: &Figure, change: &Figure) -> bool {
    // Points and rounded amounts carry the rounding of both values.
    let apart = |a: Interval, b: Interval| a.minus(b).map(|gap| Interval { open: false, ..gap });
    let (first, second) = (a.quantity.interval, b.quantity.interval);
    let wanted = change.quantity.interval;
    let meets = |made: Option<Interval>| made.is_some_and(|made| made.meets(wanted));
    meets(apart(first, second)) || meets(apart(second, first))
}

/// Value now, value then and change in a row, in one bracket, the value then marked as such.
fn is_claimed(ctx: &Context<'_>, (a, b): (usize, usize), at: usize) -> bool {
    let list = &ctx.figures.list;
    // 较上期(29.7%)下降7个百分点: the value then may stand in brackets.
    let is_aside = list[b].depth == list[at].depth + 1 && ctx.text.has_any(list[at].gap, cues::COMPARED);
    let in_a_row = a + 1 == b
        && b + 1 == at
        && list[a].bracket == list[at].bracket
        && (list[b].bracket == list[at].bracket || is_aside);
    let compared = (list[b].role == Role::Elsewhen || is_aside) && list[a].role != Role::Elsewhen;
    let from_to =
        ctx.text.has_any(list[a].label, &["由", "从"]) && ctx.text.has_any(list[b].label, &["到", "至", "为"]);
    let by_year = cues::are_years_on(ctx.text, list[a].label, list[b].label);
    let carried = [a, b].iter().any(|&index| ctx.text.has_any(list[index].label, cues::CARRIED));
    let among = ctx.text.has_any(list[at].gap, &cues::AMONG[..1]);
    in_a_row && !among && !carried && (compared || from_to || by_year)
}

fn relation(ctx: &Context<'_>, (a, b): (usize, usize), change: &Figure, verdict: Verdict) -> Relation {
    let [a, b] = [a, b].map(|index| &ctx.figures.list[index]);
    let (large, small) = if a.quantity.value < b.quantity.value { (b, a) } else { (a, b) };
    let operands = vec![ctx.operand("now", a), ctx.operand("before", b), ctx.operand("change", change)];
    let sign = if verdict == Verdict::Agrees { "=" } else { "≠" };
    let written = |figure: &Figure| ctx.text.string(figure.quantity.numeral);
    let equation = format!("{}-{} {sign} {}", written(large), written(small), written(change));
    Relation::new(Kind::Difference, verdict, operands, equation)
}
