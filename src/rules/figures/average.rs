//! A mean that its total and its count contradict.
//!
//! 平均每场200余人, 户均2.7万元, 日均230个. Called wrong only where the words name what it is the mean
//! of (每场 beside 58场次) and the sentence has one total in its unit. Silent on 日均, 月均, 年均:
//! whether days are working days is not said.

use crate::decimal::{Decimal, Interval};
use crate::figures::{Figure, Role};
use crate::finding::{Certainty, Finding, Kind, Outcome, Relation, Severity, Verdict};
use crate::lex::quantity::Approx;
use crate::lex::unit::Family;
use crate::messages;
use crate::rules::{Context, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "figures/average",
    title: &messages::AVERAGE_TITLE,
    why: &messages::AVERAGE_WHY,
    severity: Severity::Warning,
    clause: None,
    fires: "举办讲座50场,听众6000人次,平均每场⟦150人次⟧。",
    passes: "举办讲座50场,听众6000人次,平均每场120人次。",
    previous: None,
    check,
};

/// Days, working days and months of a year, half a year, a quarter.
const PERIODS: &[i64] = &[365, 366, 250, 251, 249, 248, 247, 12, 52, 181, 182, 90, 91, 92, 31, 30, 28, 24, 6, 3, 2];
const REACH: usize = 8;
/// No figure farther away is looked at.
const FARTHEST: usize = 30;

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    for (index, sentence) in ctx.figures.sentences.iter().enumerate() {
        let from = ctx.figures.reach(index);
        for at in sentence.first..sentence.last {
            let mean = &ctx.figures.list[at];
            if mean.role == Role::Mean {
                judge(ctx, at, from, sentence.first, out);
            }
        }
    }
}

fn judge(ctx: &Context<'_>, at: usize, from: usize, sentence: usize, out: &mut Outcome) {
    let list = &ctx.figures.list;
    let mean = &list[at];
    let near: Vec<usize> = (from..at)
        .rev()
        .take(FARTHEST)
        .filter(|&index| matches!(list[index].role, Role::Count | Role::Elsewhen))
        .take(REACH)
        .collect();
    let totals =
        || near.iter().copied().filter(|&index| list[index].quantity.unit.family.adds_to(mean.quantity.unit.family));
    let counts = || near.iter().copied().filter(|&index| list[index].quantity.unit.family.is_amount());
    let pairs =
        || totals().flat_map(|total| counts().filter(move |&count| count != total).map(move |count| (total, count)));
    if let Some((total, count)) =
        pairs().find(|&(total, count)| gives(list[total].quantity.interval, list[count].quantity.interval, mean))
    {
        out.relations.push(relation(ctx, total, Some(count), mean, Verdict::Agrees));
        return;
    }
    let is_periodic = ctx.text.has_any(
        mean.label,
        &["日均", "月均", "年均", "每天", "每月", "每日", "周均", "每周", "每年", "月人均", "年人均"],
    );
    if is_periodic {
        let period = |&days: &i64| Interval::exactly(Decimal::whole(days));
        let holds =
            |total: usize| PERIODS.iter().map(period).any(|days| gives(list[total].quantity.interval, days, mean));
        if let Some(total) = totals().find(|&total| holds(total)) {
            out.relations.push(relation(ctx, total, None, mean, Verdict::Agrees));
        }
        return;
    }
    if ctx.text.has_any(mean.label, &["安排", "配备", "邀请", "选派", "需", "设", "聘"]) {
        return;
    }
    let Some((total, count)) = claimed(ctx, at, sentence, totals(), counts()) else { return };
    let exact = [count, total, at].iter().all(|&index| list[index].quantity.approx == Approx::Exact);
    let right =
        list[total].quantity.value.rounded_quotient(list[count].quantity.value, mean.quantity.value.scale().max(1));
    let Some(right) = right.filter(|_| exact && count != total) else { return };
    out.relations.push(relation(ctx, total, Some(count), mean, Verdict::Disagrees));
    let quotient =
        format!("{}÷{}", ctx.text.string(list[total].quantity.numeral), ctx.text.string(list[count].quantity.numeral));
    let message = messages::AVERAGE_WRONG.with(&[&quotient, &right.to_string(), &ctx.text.string(mean.quantity.run)]);
    let finding = Finding::new(Severity::Warning, Certainty::Likely, ctx.text.span(mean.quantity.run), message)
        .related(ctx.text.span(list[total].quantity.run), messages::TOTAL.plain())
        .related(ctx.text.span(list[count].quantity.run), messages::DENOMINATOR.plain());
    out.findings.push(finding);
}

/// The total and the count that the words of a mean name: the only ones of its sentence, or those that nearly give it.
fn claimed(
    ctx: &Context<'_>,
    at: usize,
    sentence: usize,
    totals: impl Iterator<Item = usize>,
    counts: impl Iterator<Item = usize>,
) -> Option<(usize, usize)> {
    let list = &ctx.figures.list;
    let mean = &list[at];
    let is_plain = |count: usize| list[count].quantity.unit.exponent == 0;
    let counts: Vec<usize> = counts.filter(|&count| is_plain(count) && is_named(ctx, &list[count], mean)).collect();
    let family = mean.quantity.unit.family;
    let totals: Vec<usize> = totals.filter(|&total| list[total].quantity.unit.family == family).collect();
    let within = |total: usize, count: usize, times: i64| {
        let made = list[total].quantity.value.over(list[count].quantity.value, 2);
        let gap = made.and_then(|made| made.distance(mean.quantity.value));
        gap.and_then(|gap| gap.times(Decimal::whole(times))).is_some_and(|gap| gap <= mean.quantity.value)
    };
    let pairs = || totals.iter().flat_map(|&total| counts.iter().map(move |&count| (total, count)));
    let mut own =
        pairs().filter(|&(total, count)| total >= sentence && count >= sentence && total.min(count) + 2 == at);
    match (own.next(), own.next()) {
        (Some(only), None) => Some(only),
        _ => pairs().find(|&(total, count)| total != count && within(total, count, 6)),
    }
}

/// `每场` or `场均` beside a count of 场, 人均 beside one of 名, 案均 beside one of 件.
fn is_named(ctx: &Context<'_>, count: &Figure, mean: &Figure) -> bool {
    let by_family = match count.quantity.unit.family {
        Family::Person => &["人均", "每人", "每名"][..],
        Family::Case => &["案均", "件均", "每案", "每件", "每起"],
        Family::Household => &["户均", "每户", "每家"],
        _ => &[],
    };
    if ctx.text.has_any(mean.label, by_family) {
        return true;
    }
    let unit = ctx.text.at(count.quantity.unit_run.start);
    count.quantity.unit_run.len() <= 2
        && (ctx.text.has_any(mean.label, &[&format!("每{unit}")])
            || ctx.text.has_any(mean.label, &[&format!("{unit}均")]))
}

/// Whether total over count lies within what the mean allows.
fn gives(total: Interval, count: Interval, mean: &Figure) -> bool {
    let mean = mean.quantity.interval;
    let wanted =
        (|| Some(Interval { low: mean.low.times(count.low)?, high: mean.high.times(count.high)?, open: mean.open }))();
    // A mean is rounded to its last digit even where it is a whole number.
    let half = Decimal::power_of_ten(-1).times(Decimal::whole(5)).and_then(|half| half.times(count.high));
    let room = |wanted: Interval, half: Decimal| {
        Some(Interval { low: wanted.low.minus(half)?, high: wanted.high.plus(half.plus(half)?)?, open: true })
    };
    let wanted = match (wanted, half) {
        (Some(wanted), Some(half)) if mean.low == mean.high => room(wanted, half),
        (wanted, _) => wanted,
    };
    wanted.is_some_and(|wanted| wanted.meets(total))
}

fn relation(ctx: &Context<'_>, total: usize, count: Option<usize>, mean: &Figure, verdict: Verdict) -> Relation {
    let list = &ctx.figures.list;
    let mut operands = vec![ctx.operand("total", &list[total])];
    operands.extend(count.map(|count| ctx.operand("count", &list[count])));
    operands.push(ctx.operand("average", mean));
    let sign = if verdict == Verdict::Agrees { "=" } else { "≠" };
    let written = |figure: &Figure| ctx.text.string(figure.quantity.numeral);
    let by = count.map_or_else(|| ctx.text.string(mean.label), |count| written(&list[count]));
    let equation = format!("{}÷{by} {sign} {}", written(&list[total]), written(mean));
    Relation::new(Kind::Average, verdict, operands, equation)
}
