//! Shares of one whole that do not go together.
//!
//! A list such as `甲54件,占58%;乙33件,占35%;丙6件,占7%` has one base, printed or not: every count with
//! its share says what that base may be. If all of them allow one base, the list holds. If leaving
//! out exactly one makes the others agree, that one is wrong. Silent on lists of two with no printed
//! base, on shares of something named (占一审案件的), and on a share that another count explains.

use crate::decimal::{Decimal, Interval};
use crate::figures::{Figure, Role};
use crate::finding::{Certainty, Finding, Kind, Outcome, Relation, Severity, Verdict};
use crate::lex::quantity::Approx;
use crate::lex::unit::Family;
use crate::messages;
use crate::rules::figures::ratio;
use crate::rules::{Context, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "figures/share",
    title: &messages::SHARE_TITLE,
    why: &messages::SHARE_WHY,
    severity: Severity::Warning,
    clause: None,
    fires: "咨询类540件,占54%;求助类310件,占⟦41%⟧;投诉类150件,占15%。",
    passes: "咨询类540件,占54%;求助类310件,占31%;投诉类150件,占15%。",
    previous: None,
    check,
};

/// Longer lists are judged in parts.
const MOST_SHARES: usize = 40;

/// A count and its share.
#[derive(Clone, Copy)]
struct Pair {
    count: usize,
    share: usize,
    base: Interval,
}

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    let pairs = pairs(ctx);
    let mut rest = &pairs[..];
    while let Some(first) = rest.first() {
        let belongs = |pair: &&Pair| continues(ctx, first, pair);
        let length = rest.iter().take_while(belongs).take(MOST_SHARES).count().max(1);
        judge(ctx, &rest[..length], out);
        rest = &rest[length..];
    }
}

/// Counts with a share right behind them, or as many counts as shares behind 分别占.
fn pairs(ctx: &Context<'_>) -> Vec<Pair> {
    let list = &ctx.figures.list;
    let mut pairs = Vec::new();
    for at in 1..list.len() {
        if !is_share(ctx, &list[at]) {
            continue;
        }
        let shares = if ctx.text.has_any(list[at].label, &["分别", "依次"]) { row(ctx, at) } else { 1 };
        let Some(first) = at.checked_sub(shares) else { continue };
        let counted = |index: usize| list[index].sentence == list[at].sentence && list[index].role == Role::Count;
        if (first..at).all(counted) {
            let pair = |step: usize| {
                Some(Pair { count: first + step, share: at + step, base: base(&list[first + step], &list[at + step])? })
            };
            pairs.extend((0..shares).filter_map(pair));
        }
    }
    pairs
}

/// How many percentages follow on each other from `at` on: `分别占68%、16%、9%和7%`.
fn row(ctx: &Context<'_>, at: usize) -> usize {
    let list = &ctx.figures.list;
    let goes_on = |figure: &&Figure| {
        let label = figure.label;
        figure.sentence == list[at].sentence
            && figure.quantity.unit.family == Family::Percent
            && (label.is_empty() || label.len() == 1)
    };
    1 + list[at + 1..].iter().take_while(goes_on).take(MOST_SHARES).count()
}

/// A share of the whole, not of something that its words name.
fn is_share(ctx: &Context<'_>, figure: &Figure) -> bool {
    const WHOLE: &[&str] = &[
        "占",
        "占比",
        "占比为",
        "占比达",
        "占总数",
        "占总数的",
        "占总量的",
        "占全部的",
        "约占",
        "占总体的",
        "占全部",
        "分别占",
        "分别占比",
        "占比依次为",
        "占比分别为",
        "依次占",
        "分别约占",
    ];
    let label = ctx.text.string(figure.label);
    let is_percent = figure.quantity.unit.family == Family::Percent && figure.role == Role::Rate;
    is_percent && WHOLE.contains(&label.as_str()) && !figure.quantity.value.is_zero()
}

/// What the whole may be: count over share.
fn base(count: &Figure, share: &Figure) -> Option<Interval> {
    const SCALE: u8 = 4;
    let (count, share) = (count.quantity.interval, share.quantity.interval);
    let raise = |value: Decimal| value.times(Decimal::HUNDRED);
    if share.low <= Decimal::ZERO {
        return None;
    }
    let smallest = Decimal::power_of_ten(-4);
    Some(Interval {
        low: raise(count.low)?.over(share.high, SCALE)?,
        high: raise(count.high)?.over(share.low, SCALE)?.plus(smallest)?,
        open: false,
    })
}

/// Whether a pair belongs to the list that `first` begins: same things counted, same line, same brackets.
fn continues(ctx: &Context<'_>, first: &Pair, pair: &Pair) -> bool {
    let list = &ctx.figures.list;
    let (a, b) = (&list[first.count], &list[pair.count]);
    let same_line = ctx.figures.sentences[a.sentence].line == ctx.figures.sentences[b.sentence].line;
    same_line
        && b.sentence - a.sentence <= 2
        && a.bracket == b.bracket
        && a.quantity.unit.family == b.quantity.unit.family
}

fn common<'p>(pairs: impl Iterator<Item = &'p Pair>) -> Option<Interval> {
    let mut pairs = pairs.map(|pair| pair.base);
    let first = pairs.next()?;
    pairs.try_fold(first, |common, base| {
        let low = if common.low < base.low { base.low } else { common.low };
        let high = if common.high > base.high { base.high } else { common.high };
        (low <= high).then_some(Interval { low, high, open: false })
    })
}

fn judge(ctx: &Context<'_>, pairs: &[Pair], out: &mut Outcome) {
    if pairs.len() < 2 {
        return;
    }
    if let Some(base) = common(pairs.iter()) {
        out.relations.push(relation(ctx, pairs, Verdict::Agrees, Some(base)));
        return;
    }
    let exact = |index: usize| ctx.figures.list[index].quantity.approx == Approx::Exact;
    if pairs.len() < 3 || !pairs.iter().all(|pair| exact(pair.count) && exact(pair.share)) {
        return;
    }
    let without =
        |skipped: usize| common(pairs.iter().enumerate().filter(move |&(at, _)| at != skipped).map(|(_, pair)| pair));
    let mut outliers = (0..pairs.len()).filter_map(|at| without(at).map(|base| (at, base)));
    let (Some((at, base)), None) = (outliers.next(), outliers.next()) else { return };
    let odd = &pairs[at];
    if ratio::is_explained(ctx, odd.share) {
        return;
    }
    let rest: Vec<Pair> = pairs.iter().enumerate().filter(|&(other, _)| other != at).map(|(_, pair)| *pair).collect();
    out.relations.push(relation(ctx, &rest, Verdict::Agrees, Some(base)));
    out.relations.push(relation(ctx, &[*odd], Verdict::Disagrees, Some(base)));
    let (count, share) = (&ctx.figures.list[odd.count], &ctx.figures.list[odd.share]);
    let whole = likely_base(ctx, pairs, base);
    let message = messages::SHARE_WRONG.with(&[
        &ctx.text.string(count.quantity.run),
        &ctx.text.string(share.quantity.run),
        &whole.to_string(),
    ]);
    let mut finding = Finding::new(Severity::Warning, Certainty::Likely, ctx.text.span(share.quantity.run), message)
        .related(ctx.text.span(count.quantity.run), messages::NUMERATOR.plain());
    for pair in &rest {
        finding =
            finding.related(ctx.text.span(ctx.figures.list[pair.share].quantity.run), messages::OTHER_SHARE.plain());
    }
    out.findings.push(finding);
}

/// The whole that shares imply: what their counts add up to, where that may be it, else the middle of what may be.
fn likely_base(ctx: &Context<'_>, pairs: &[Pair], base: Interval) -> Decimal {
    let value = |pair: &Pair| ctx.figures.list[pair.count].quantity.value;
    let sum = pairs.iter().try_fold(Decimal::ZERO, |sum, pair| sum.plus(value(pair)));
    let middle = || base.low.plus(base.high).and_then(|sum| sum.rounded_quotient(Decimal::whole(2), 0));
    sum.filter(|&sum| base.low <= sum && sum <= base.high).or_else(middle).unwrap_or(base.low)
}

fn relation(ctx: &Context<'_>, pairs: &[Pair], verdict: Verdict, base: Option<Interval>) -> Relation {
    let list = &ctx.figures.list;
    let operands: Vec<_> = pairs
        .iter()
        .flat_map(|pair| [ctx.operand("numerator", &list[pair.count]), ctx.operand("rate", &list[pair.share])])
        .collect();
    let written: Vec<String> = pairs
        .iter()
        .map(|pair| {
            let [count, share] = [pair.count, pair.share].map(|index| list[index].quantity);
            format!("{}÷{}", ctx.text.string(count.numeral), ctx.text.string(share.run))
        })
        .collect();
    let sign = if verdict == Verdict::Agrees { "≈" } else { "≠" };
    let whole = base.map_or(String::new(), |base| format!(" {sign} {}", likely_base(ctx, pairs, base)));
    let equation = format!("{}{whole}", written.join(&format!(" {sign} ")));
    Relation::new(Kind::Ratio, verdict, operands, equation)
}
