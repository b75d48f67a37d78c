//! A rate of change that its two values contradict.
//!
//! The earlier value may be written (由A到B, 上年A) or follow from the amount of the change
//! (增加12件, 增长8.1%). A rate is called wrong only where values and rate follow on each other in a way
//! that leaves no other reading (`growth/pairs.rs` has the rows), doubted where a value then stands beside it and a
//! value now comes near (`growth/pairs/tied.rs`), and where 约35% is not about what both make. Silent on growth without
//! its base, on real growth beside nominal values, and on percentage points.

mod pairs;

use crate::decimal::{Decimal, Interval};
use crate::figures::{Figure, Role, cues};
use crate::finding::{Certainty, Finding, Kind, Outcome, Relation, Severity, Verdict};
use crate::lex::quantity::Approx;
use crate::lex::unit::Family;
use crate::messages;
use crate::rules::figures::slip;
use crate::rules::{Context, Rule};
use pairs::{Claim, Pair, Told};

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
const OTHER_BASIS: &[&str] = &[
    "可比",
    "实际增",
    "实际下",
    "实际同",
    "实际减",
    "不变价",
    "同口径",
    "扣除",
    "生产总值",
    "增加值",
    "名义",
    "自然口径",
];
/// 与2021年, 较上年
const LONGEST_TIME: usize = 6;
const FALLING: &[&str] = &["下降", "减", "降", "回落", "下跌", "少", "缩"];

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    for (index, sentence) in ctx.figures.sentences.iter().enumerate() {
        let from = ctx.figures.reach(index);
        for at in sentence.first..sentence.last {
            let rate = &ctx.figures.list[at];
            let is_rate = rate.role == Role::Change && rate.quantity.unit.family == Family::Percent;
            // 送审15.22亿元,核减1.37亿元,核减率9%: of what was sent in.
            let is_of_another_base =
                || ctx.text.has_any(rate.label, &["年均", "核减率", "审减率", "节约率", "节支率", "核减比例"]);
            if is_rate && !is_of_another_base() && !ctx.text.has_any(ctx.figures.around(rate), OTHER_BASIS) {
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
        let shared =
            |sure: &Pair| pair.told.figures().iter().filter(|index| sure.told.figures().contains(index)).count();
        // 受理299件,较上年的398件下降14.1%,办结342件: what stands behind them is of something else.
        // 上升10%(剔除批量案件后为110件), 增长10%,达110件: may be of it.
        let is_apart = |index: usize| {
            let other = &ctx.figures.list[index];
            let goes_on = || {
                let leads = ctx.text.starts_any(other.label.start, &["达", "为", "至", "到"]).is_some();
                leads || cues::says_among(ctx.text, other.gap)
            };
            index > at && (other.sentence != rate.sentence || other.bracket == rate.bracket && !goes_on())
        };
        let lies_behind = |pair: &Pair| pair.told.figures().iter().any(|&index| is_apart(index));
        // 111件。…。97件,与上年的74件相比增长50%: nor what was told in another sentence.
        let is_beside = |pair: &Pair| pair.told.figures().iter().all(|&index| ctx.figures.is_beside(index, at));
        // 其中公安类97件,收案与上年的74件相比: unless the value then says of what it is.
        let is_plain = |sure: &Pair| matches!(sure.told, Told::Values { then, .. } if names_time_only(ctx, then));
        sure.is_none_or(|sure| {
            shared(sure) > usize::from(sure.claim == Claim::Only)
                && (lies_behind(sure) || !lies_behind(pair))
                && (is_beside(pair) || !is_beside(sure) || !is_plain(sure))
        })
    };
    let mut candidates = pairs.iter().filter(is_meant);
    if let Some(pair) = candidates.find(|pair| gives(pair.before, pair.now, rate.quantity.interval, direction)) {
        out.relations.push(relation(ctx, pair, rate, Verdict::Agrees));
        return;
    }
    let exact = |pair: &&Pair| {
        pair.told.figures().iter().all(|&index| ctx.figures.list[index].quantity.approx == Approx::Exact)
    };
    let is_about = rate.quantity.approx == Approx::About;
    if !is_about && rate.quantity.approx != Approx::Exact {
        return;
    }
    let sure = pairs.iter().filter(exact).find(is_sure);
    let tied = || pairs.iter().filter(exact).find(|pair| pair.claim == Claim::Tied);
    let near = || pairs.iter().filter(exact).find(|pair| pair.claim == Claim::Near && is_near(pair, rate));
    let likely = || tied().or_else(near).filter(|_| !is_about);
    let Some(pair) = sure.or_else(likely) else { return };
    if pair.claim != Claim::Only && is_of_sum(ctx, pair, rate, direction) {
        return;
    }
    let severity = if is_sure(&pair) && !is_about { Severity::Error } else { Severity::Warning };
    let Some(finding) = finding(ctx, pair, rate, severity) else { return };
    out.relations.push(relation(ctx, pair, rate, Verdict::Disagrees));
    out.findings.push(finding);
}

/// Whether the words before a value then name no more than its time: 与2021年的, 较上年同期.
fn names_time_only(ctx: &Context<'_>, then: usize) -> bool {
    let mut label = ctx.figures.list[then].label;
    let lead = ctx.text.starts_any(label.start, &["与", "较", "比"]).map_or(0, |(_, length)| length);
    while let Some((_, length)) = ctx.text.ends_any(label.start, label.end, &["的", "同期", "度"]) {
        label.end -= length;
    }
    lead > 0 && label.len() <= LONGEST_TIME && ctx.text.before(label.end) == '年'
}

/// Whether the value now is what several counts before the value then, or before the amount, make together:
/// 农村8316人、城市1204人,较上年9900人下降3.8%; 农村60件、城市66件,同比增加26件,增长26%.
fn is_of_sum(ctx: &Context<'_>, pair: &Pair, rate: &Figure, direction: (bool, bool)) -> bool {
    let is_changed = |before: Interval, now: Interval| gives(before, now, rate.quantity.interval, direction);
    let family = |index: usize| ctx.figures.list[index].quantity.unit.family;
    match pair.told {
        Told::Values { then, .. } | Told::Then { then, .. } => {
            ctx.figures.sums_before(then, family(then)).into_iter().any(|now| is_changed(pair.before, now))
        }
        Told::Now { amount, .. } => {
            let change = ctx.figures.list[amount].quantity.interval;
            let rises = pair.values[0] < pair.values[1];
            let then = |now: Interval| if rises { now.minus(change) } else { now.plus(change) };
            let mut sums = ctx.figures.sums_before(amount, family(amount)).into_iter();
            sums.any(|now| then(now).is_some_and(|before| is_changed(before, now)))
        }
    }
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
        let raise = |change: Interval| change.times(Interval::exactly(Decimal::HUNDRED));
        let wanted = rate.times(before)?;
        let fits = (may_rise && raise(up)?.meets(wanted)) || (may_fall && raise(down)?.meets(wanted));
        Some(before.low > Decimal::ZERO && fits)
    })();
    change.unwrap_or(false)
}

fn relation(ctx: &Context<'_>, pair: &Pair, rate: &Figure, verdict: Verdict) -> Relation {
    let roles = match pair.told {
        Told::Values { .. } => ["before", "now"],
        Told::Then { .. } => ["before", "change"],
        Told::Now { .. } => ["now", "change"],
    };
    let told = roles.into_iter().zip(pair.told.figures());
    let mut operands: Vec<_> = told.map(|(role, index)| ctx.operand(role, &ctx.figures.list[index])).collect();
    operands.push(ctx.operand("rate", rate));
    let sign = if verdict == Verdict::Agrees { "=" } else { "≠" };
    let equation = format!("{} {sign} {}", quotient(ctx, pair), ctx.text.string(rate.quantity.run));
    Relation::new(Kind::Growth, verdict, operands, equation)
}

/// The change over the value before, in the figures as they are written.
fn quotient(ctx: &Context<'_>, pair: &Pair) -> String {
    let [a, b] = pair.told.figures().map(|index| ctx.text.string(ctx.figures.list[index].quantity.numeral));
    let grows = pair.values[0] < pair.values[1];
    match pair.told {
        Told::Values { .. } if grows => format!("({b}-{a})÷{a}"),
        Told::Values { .. } => format!("({a}-{b})÷{a}"),
        Told::Then { .. } => format!("{b}÷{a}"),
        Told::Now { .. } => format!("{b}÷({a}{}{b})", if grows { '-' } else { '+' }),
    }
}

fn finding(ctx: &Context<'_>, pair: &Pair, rate: &Figure, severity: Severity) -> Option<Finding> {
    let [before, now] = pair.values;
    let right = now
        .distance(before)?
        .times(Decimal::HUNDRED)?
        .rounded_quotient(before, rate.quantity.value.scale().max(1))?
        .trimmed()
        .to_string();
    let told = pair.told.figures().map(|index| &ctx.figures.list[index]);
    let message = messages::GROWTH_WRONG.with(&[
        &ctx.in_words(before, told[0]),
        &ctx.in_words(now, told[0]),
        &right,
        &ctx.text.string(rate.quantity.run),
    ]);
    let places = match pair.told {
        Told::Values { .. } => [&messages::BEFORE, &messages::NOW],
        Told::Then { .. } => [&messages::BEFORE, &messages::AMOUNT],
        Told::Now { .. } => [&messages::NOW, &messages::AMOUNT],
    };
    let [first, second] = told.map(|figure| ctx.text.span(figure.quantity.run));
    let finding = Finding::new(severity, Certainty::Likely, ctx.text.span(rate.quantity.run), message)
        .related(first, places[0].plain())
        .related(second, places[1].plain());
    Some(slip::mend_rate(ctx, finding, rate, right))
}

#[cfg(test)]
mod tests {
    use crate::Checker;
    use crate::messages::Locale;
    use crate::options::Options;

    /// The places that the findings about a text name, and the roles of its figures.
    fn told(text: &str) -> (Vec<String>, Vec<&'static str>) {
        let report = Checker::new(Options::default()).and_then(|checker| checker.check(text)).expect("a short text");
        let findings = report.findings.iter().filter(|finding| finding.rule == "figures/growth");
        let places = findings.flat_map(|finding| &finding.related).map(|place| {
            let written = &text[place.span.start as usize..place.span.end as usize];
            format!("{} {written}", place.message.render(Locale::Chinese))
        });
        let roles = report.relations.iter().flat_map(|relation| &relation.operands).map(|operand| operand.role);
        (places.collect(), roles.collect())
    }

    #[test]
    fn each_figure_is_named_for_what_it_is() {
        let (places, roles) = told("受理案件120件，同比增加20件，增长25%。");
        assert_eq!(places, ["本期数 120件", "增减数 20件"]);
        assert_eq!(roles, ["now", "change", "rate"]);
        let (places, roles) = told("受理案件较上年100件增加20件，增长25%。");
        assert_eq!(places, ["上期数 100件", "增减数 20件"]);
        assert_eq!(roles, ["before", "change", "rate"]);
        let (places, roles) = told("受理案件由100件增至120件，增长25%。");
        assert_eq!(places, ["上期数 100件", "本期数 120件"]);
        assert_eq!(roles, ["before", "now", "rate"]);
    }
}
