//! Shares of one whole that do not go together.
//!
//! A list such as `甲54件,占58%;乙33件,占35%;丙6件,占7%` has one base, printed or not: every count with
//! its share says what that base may be. If all of them allow one base, the list holds. If exactly one
//! does not go with what all counts add up to, with a total that is printed, or with the base of the
//! others, that one is wrong. Silent on lists of two that no total confirms, on shares of something named
//! (占一审案件的), on a share that another count explains, and on one whose last digit was moved so that all make 100 %.

mod misprinted;

use crate::decimal::{Decimal, Interval};
use crate::figures::{Figure, Role, cues};
use crate::finding::{Certainty, Finding, Kind, Outcome, Relation, Severity, Verdict};
use crate::lex::quantity::Approx;
use crate::lex::unit::Family;
use crate::messages;
use crate::rules::figures::ledger::Ledger;
use crate::rules::figures::{claim, ratio};
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

/// No total farther back is looked at.
const FARTHEST: usize = 40;
/// Longer lists are judged in parts.
const MOST_SHARES: usize = 40;

/// A count and its share.
#[derive(Clone, Copy)]
struct Pair {
    count: usize,
    share: usize,
    base: Interval,
    /// Whether its count is exact and whole.
    is_whole: bool,
    /// Whether its words name what it is a share of: a list may begin so.
    is_named: bool,
}

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    let pairs = pairs(ctx);
    if pairs.is_empty() {
        return;
    }
    let known = Ledger::of(&out.relations);
    let mut found = Outcome::default();
    let mut rest = &pairs[..];
    while !rest.is_empty() {
        let belongs = |two: &&[Pair]| continues(ctx, &two[0], &two[1]);
        let length = 1 + rest.windows(2).take_while(belongs).take(MOST_SHARES).count();
        judge(ctx, &rest[..length], (&known, &out.findings), &mut found);
        rest = &rest[length..];
    }
    out.relations.append(&mut found.relations);
    out.findings.append(&mut found.findings);
}

/// Counts with a share right behind them, or as many counts as shares behind 分别占.
fn pairs(ctx: &Context<'_>) -> Vec<Pair> {
    let list = &ctx.figures.list;
    let mut pairs = Vec::new();
    for at in 1..list.len() {
        let is_named = names_its_base(ctx, at);
        if !(is_named || is_share(ctx, &list[at]) || stands_in_bracket(ctx, at)) {
            continue;
        }
        let shares = if ctx.text.has_any(list[at].label, &["分别", "依次"]) { row(ctx, at) } else { 1 };
        // 商品类22958件,比上年增加50.59%,占总数的55.75%
        let changes = if shares == 1 {
            list[..at].iter().rev().take_while(|it| it.role == Role::Change).take(2).count()
        } else {
            0
        };
        let Some(first) = at.checked_sub(shares + changes) else { continue };
        let counted = |index: usize| list[index].sentence == list[at].sentence && list[index].role == Role::Count;
        // 收到申请312件,受理259件,分别占全市的25.7%和24.5%: of what all received, and of what all accepted.
        let is_step = |index: usize| {
            let start = list[index].label.start;
            index > first && [cues::GATHERED, cues::SETTLED].iter().any(|it| ctx.text.starts_any(start, it).is_some())
        };
        if (first..first + shares).all(|index| counted(index) && !is_step(index)) {
            let pair = |step: usize| {
                let (count, share) = (first + step, at + step);
                let is_whole = list[count].quantity.approx == Approx::Exact && list[count].quantity.value.is_whole();
                let is_named = is_named && step == 0;
                Some(Pair { count, share, base: base(&list[count], &list[share])?, is_whole, is_named })
            };
            pairs.extend((0..shares).filter_map(pair));
        }
    }
    pairs
}

/// A percentage of what there is that is not nothing.
fn is_rate(figure: &Figure) -> bool {
    let quantity = &figure.quantity;
    quantity.unit.family == Family::Percent && figure.role == Role::Rate && !quantity.value.is_zero()
}

/// `131件,占新收申请的91.6%`, `165件,在商品类投诉中占比为18.1%`
fn names_its_base(ctx: &Context<'_>, at: usize) -> bool {
    let figure = &ctx.figures.list[at];
    is_rate(figure)
        && !is_share(ctx, figure)
        && (ctx.text.starts_any(figure.label.start, &["占", "分别占"]).is_some()
            && ctx.text.starts_any(figure.label.start, &["占比", "分别占比"]).is_none()
            && figure.label.len() > 3
            || ctx.text.ends_any(figure.label.start, figure.label.end, &["中占比", "中占比为"]).is_some())
}

/// `安全生产188件(19.3%)`
fn stands_in_bracket(ctx: &Context<'_>, at: usize) -> bool {
    let figure = &ctx.figures.list[at];
    is_rate(figure)
        && figure.label.is_empty()
        && ctx.text.at(ctx.text.skip_spaces(figure.quantity.run.end)) == ')'
        && ctx.figures.in_bracket_behind(ctx.text, at - 1) == Some(at)
}

/// How many percentages follow on each other from `at` on: `分别占68%、16%、9%和7%`.
#[must_use]
pub fn row(ctx: &Context<'_>, at: usize) -> usize {
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
    is_rate(figure) && WHOLE.contains(&label.as_str())
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

/// Whether the second pair goes on with the list of the first: same things counted, same line, same brackets, and in
/// another sentence only where nothing else is counted between them.
fn continues(ctx: &Context<'_>, before: &Pair, pair: &Pair) -> bool {
    let list = &ctx.figures.list;
    let (a, b) = (&list[before.count], &list[pair.count]);
    let same_line = ctx.figures.sentences[a.sentence].line == ctx.figures.sentences[b.sentence].line;
    let is_next = a.sentence == b.sentence || before.share + 1 == pair.count && b.sentence - a.sentence <= 2;
    // 25件,占承办总数的26.8%;26件,占承办总数的27.9%
    let says_same = || {
        let label = |pair: &Pair| ctx.text.string(list[pair.share].label);
        before.is_named && label(before) == label(pair)
    };
    // 商品类5936件,占66.88%。其中食品2148件,占36.19%: of another.
    let begins = cues::says_among(ctx.text, b.gap);
    !is_rest(ctx, before)
        && !begins
        && (!pair.is_named || says_same())
        && same_line
        && is_next
        && a.bracket == b.bracket
        && a.quantity.unit.family == b.quantity.unit.family
}

/// The bases that all pairs allow; of whole counts, the base is a whole number.
fn common<'p>(pairs: impl Iterator<Item = &'p Pair>) -> Option<Interval> {
    let mut are_whole = true;
    let mut pairs = pairs.map(|pair| {
        are_whole &= pair.is_whole;
        pair.base
    });
    let first = pairs.next()?;
    let common = pairs.try_fold(first, |common, base| {
        let low = if common.low < base.low { base.low } else { common.low };
        let high = if common.high > base.high { base.high } else { common.high };
        (low <= high).then_some(Interval { low, high, open: false })
    });
    common.filter(|common| !are_whole || common.holds_whole() != Some(false))
}

/// `known` and `told`: what other rules have found before.
fn judge(ctx: &Context<'_>, pairs: &[Pair], (known, told): (&Ledger<'_>, &[Finding]), out: &mut Outcome) {
    if pairs.len() < 2 {
        return;
    }
    let goes_with_sum = |base: &Interval| sum(ctx, pairs).is_none_or(|sum| base.holds(sum));
    if let Some(base) = common(pairs.iter()).filter(|base| goes_with_sum(base) || !is_whole(ctx, pairs)) {
        out.findings.extend(misprinted::finding(ctx, pairs, base, known));
        out.relations.push(relation(ctx, pairs, Verdict::Agrees, Some(base)));
        return;
    }
    let exact = |index: usize| ctx.figures.list[index].quantity.approx == Approx::Exact;
    if !pairs.iter().all(|pair| exact(pair.count) && exact(pair.share)) {
        return;
    }
    let one = || beside_others(ctx, pairs).or_else(|| beside_all(ctx, pairs)).map(|(at, base)| (vec![at], base));
    let Some((odd, base)) = beside_whole(ctx, pairs).or_else(one) else { return };
    let rest = pairs.iter().enumerate().filter(|(at, _)| !odd.contains(at)).map(|(_, pair)| *pair).collect::<Vec<_>>();
    let is_told = |pair: &Pair| {
        let place = ctx.text.span(ctx.figures.list[pair.share].quantity.run);
        told.iter().any(|it| it.span == place)
    };
    for at in odd.into_iter().filter(|&at| !is_told(&pairs[at])) {
        accuse(ctx, pairs, &pairs[at], &rest, base, out);
    }
}

/// Says that one pair does not go with the base of the rest.
fn accuse(ctx: &Context<'_>, pairs: &[Pair], odd: &Pair, rest: &[Pair], base: Interval, out: &mut Outcome) {
    if is_moved(ctx, pairs, odd, base) {
        return;
    }
    out.relations.push(relation(ctx, rest, Verdict::Agrees, Some(base)));
    out.relations.push(relation(ctx, &[*odd], Verdict::Disagrees, Some(base)));
    let (count, share) = (&ctx.figures.list[odd.count], &ctx.figures.list[odd.share]);
    let whole = likely_base(ctx, pairs, base);
    let message = messages::SHARE_WRONG.with(&[
        &ctx.text.string(count.quantity.run),
        &ctx.text.string(share.quantity.run),
        &ctx.in_words(whole, count),
    ]);
    let finding = Finding::new(Severity::Warning, Certainty::Likely, ctx.text.span(share.quantity.run), message)
        .related(ctx.text.span(count.quantity.run), messages::NUMERATOR.plain());
    out.findings.push(beside_shares(ctx, finding, rest));
}

/// Shows the shares that a finding is drawn from.
fn beside_shares(ctx: &Context<'_>, finding: Finding, pairs: &[Pair]) -> Finding {
    let place = |pair: &Pair| ctx.text.span(ctx.figures.list[pair.share].quantity.run);
    pairs.iter().fold(finding, |finding, pair| finding.related(place(pair), messages::OTHER_SHARE.plain()))
}

/// The one pair that does not go with a whole that the others go with: what all counts add up to, or a total in the
/// line; or two, where as many others confirm a total that is printed.
fn beside_whole(ctx: &Context<'_>, pairs: &[Pair]) -> Option<(Vec<usize>, Interval)> {
    const MOST: usize = 2;
    let list = &ctx.figures.list;
    let value = |index: usize| list[index].quantity.value;
    let (first, end) = (pairs.first()?, pairs.last()?.share);
    let is_total = |&index: &usize| {
        let figure = &list[index];
        figure.role == Role::Count
            && figure.quantity.unit.family == list[first.count].quantity.unit.family
            && pairs.iter().all(|pair| pair.count != index && value(pair.count) <= value(index))
    };
    // Two others confirm a total that stands in a line before.
    let line = ctx.figures.sentences[list[first.count].sentence].line;
    let from = if pairs.len() > 2 { line.min(first.count.saturating_sub(FARTHEST)) } else { line };
    let printed = (from..end).rev().take(FARTHEST).filter(is_total).map(value);
    let sum = sum(ctx, pairs)?;
    let quantity = |index: usize| &list[index].quantity;
    let odd = |whole: Decimal| {
        let may_be_of = |pair: &Pair| ratio::may_be_of(quantity(pair.count), whole, quantity(pair.share));
        let misfits = |pair: &Pair| !pair.base.holds(whole);
        let odd: Vec<usize> = (0..pairs.len()).filter(|&at| misfits(&pairs[at])).take(MOST + 1).collect();
        let is_free = |&at: &usize| !ratio::is_explained(ctx, pairs[at].count, pairs[at].share);
        let &[at] = &odd[..] else {
            let is_several =
                odd.len() == MOST && pairs.len() >= 2 * MOST && printed.clone().any(|total| total == whole);
            let may = is_several && odd.iter().all(|at| is_free(at) && may_be_of(&pairs[*at]));
            return may.then(|| (odd, Interval::exactly(whole)));
        };
        let is_sure = whole == sum && (pairs.len() > 2 || printed.clone().any(|total| total == sum));
        let may = is_sure || is_free(&at) && (pairs.len() > 2 || may_be_of(&pairs[at]));
        may.then(|| (odd, Interval::exactly(whole)))
    };
    std::iter::once(sum).chain(printed.clone()).find_map(odd)
}

/// The one pair without which the others have a base.
fn beside_others(ctx: &Context<'_>, pairs: &[Pair]) -> Option<(usize, Interval)> {
    let without =
        |skipped: usize| common(pairs.iter().enumerate().filter(move |&(at, _)| at != skipped).map(|(_, pair)| pair));
    let mut outliers = (0..pairs.len()).filter_map(|at| without(at).map(|base| (at, base)));
    let (at, base) = outliers.next().filter(|_| pairs.len() > 2 && outliers.next().is_none())?;
    (!ratio::is_explained(ctx, pairs[at].count, pairs[at].share)).then_some((at, base))
}

/// Two shares that make 100 % are of both counts; either may be the wrong one.
fn beside_all(ctx: &Context<'_>, pairs: &[Pair]) -> Option<(usize, Interval)> {
    let [a, b] = pairs else { return None };
    let share = |pair: &Pair| ctx.figures.list[pair.share].quantity.value;
    let makes_all = share(a).plus(share(b)) == Some(Decimal::HUNDRED);
    // 30家,占规上企业的40%;50户,占60%: of what the words name, if they name it.
    sum(ctx, pairs)
        .filter(|_| makes_all && !pairs.iter().any(|pair| pair.is_named))
        .map(|whole| (0, Interval::exactly(whole)))
}

/// Whether all shares make 100 % because the last digit of this one was moved.
fn is_moved(ctx: &Context<'_>, pairs: &[Pair], odd: &Pair, base: Interval) -> bool {
    let share = |pair: &Pair| ctx.figures.list[pair.share].quantity.value;
    let all = Decimal::sum(pairs.iter().map(share));
    let scale = share(odd).scale();
    let made = ctx.figures.list[odd.count].quantity.value.times(Decimal::HUNDRED);
    let made = made.and_then(|made| made.rounded_quotient(base.low, scale));
    let gap = made.and_then(|made| made.distance(share(odd)));
    let digit = Decimal::power_of_ten(-i8::try_from(scale).unwrap_or(0));
    all == Some(Decimal::HUNDRED) && gap.is_some_and(|gap| gap <= digit)
}

/// Whether the words say that the list is whole: 从类型看,…; …,其他39件.
fn is_whole(ctx: &Context<'_>, pairs: &[Pair]) -> bool {
    pairs.len() > 2 && (claim::divides(ctx, pairs[0].count) || pairs.last().is_some_and(|last| is_rest(ctx, last)))
}

/// Whether a list ends with a pair: 其他39件.
fn is_rest(ctx: &Context<'_>, pair: &Pair) -> bool {
    cues::is_rest(ctx.text, ctx.figures.list[pair.count].label)
}

/// What all counts add up to.
fn sum(ctx: &Context<'_>, pairs: &[Pair]) -> Option<Decimal> {
    Decimal::sum(pairs.iter().map(|pair| ctx.figures.list[pair.count].quantity.value))
}

/// The whole that shares imply: what their counts add up to, where that may be it, else the middle of what may be.
fn likely_base(ctx: &Context<'_>, pairs: &[Pair], base: Interval) -> Decimal {
    let middle = || base.low.plus(base.high).and_then(|sum| sum.rounded_quotient(Decimal::whole(2), 0));
    sum(ctx, pairs).filter(|&sum| base.holds(sum)).or_else(middle).unwrap_or(base.low)
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
