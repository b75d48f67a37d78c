//! A total that its shares contradict: `提案164件。已落实122件,占84%;计划落实24件,占16%`.

use super::{FARTHEST, Pair, beside_shares, likely_base, sum};
use crate::decimal::{Decimal, Interval};
use crate::figures::{Role, cues};
use crate::finding::{Certainty, Finding, Relation, Severity, Verdict};
use crate::lex::quantity::Approx;
use crate::messages;
use crate::rules::Context;
use crate::rules::figures::ledger::Ledger;
use crate::rules::figures::ratio::{self, Fit};
use crate::rules::figures::slip;
use crate::span::Span;

/// What is said of the total, unless other figures confirm it.
pub fn finding(ctx: &Context<'_>, pairs: &[Pair], base: Interval, known: &Ledger<'_>) -> Option<Finding> {
    let at = misprinted(ctx, pairs, &base).filter(|&total| !is_confirmed(ctx, known, pairs, total))?;
    let (first, total) = (&pairs[0], &ctx.figures.list[at]);
    let (_, message) = ratio::wrong(ctx, &Fit::of(first.count, at), &ctx.figures.list[first.share])?;
    let place = ctx.text.span(total.quantity.run);
    let finding = beside_shares(ctx, Finding::new(Severity::Warning, Certainty::Likely, place, message), pairs);
    let right = ctx.in_words(likely_base(ctx, pairs, base), total);
    let title = messages::CHANGE_ONE.with(&[&ctx.text.string(total.quantity.numeral), &right]);
    Some(finding.fix(title, ctx.text.span(total.quantity.numeral), right))
}

/// The total before shares of one base, where it is near that and no other count is it. Two shares tell their base only
/// where they make 100 %.
fn misprinted(ctx: &Context<'_>, pairs: &[Pair], base: &Interval) -> Option<usize> {
    let list = &ctx.figures.list;
    let first = &list[pairs[0].count];
    let value = |index: usize| list[index].quantity.value;
    let shares = Decimal::sum(pairs.iter().map(|pair| value(pair.share)))?;
    let is_all = shares.distance(Decimal::HUNDRED).is_some_and(|gap| gap <= Decimal::power_of_ten(-1));
    // 占93.8%(不含撤回的12件): a bracket behind them may tell of what.
    if pairs.last().is_some_and(|last| ctx.figures.in_bracket_behind(ctx.text, last.share).is_some()) {
        return None;
    }
    if pairs.len() < 3 && !(is_all && sum(ctx, pairs).is_some_and(|sum| base.holds(sum))) {
        return None;
    }
    let whole = likely_base(ctx, pairs, *base);
    let is_near = |index: usize| slip::is_near(value(index), whole);
    let is_like = |&index: &usize| {
        let figure = &list[index];
        figure.role == Role::Count
            && figure.bracket == first.bracket
            && figure.quantity.unit.family == first.quantity.unit.family
    };
    // What stands beside them is meant rather than what stands somewhere before; there only what was gathered.
    let farthest = pairs[0].count.saturating_sub(FARTHEST);
    let beside = ctx.figures.reach(first.sentence).max(farthest)..pairs[0].count;
    let far = farthest..pairs[0].count;
    let is_of_all = |&index: &usize| ratio::is_gathered(ctx, index);
    let (total, before) = match beside.clone().rev().filter(is_like).find(|&index| is_near(index)) {
        Some(total) if is_of_all(&total) || beside.clone().filter(is_like).count() == 1 => (total, beside),
        _ => (far.clone().rev().filter(is_like).filter(is_of_all).find(|&index| is_near(index))?, far),
    };
    let is_told = before.clone().filter(is_like).any(|index| base.holds(value(index)));
    (!is_told
        && !cues::is_of_another_stage(ctx.text, first.gap, list[total].label)
        && list[total].quantity.approx == Approx::Exact)
        .then_some(total)
}

/// Whether other figures than its shares confirm a total: one wrong figure would break what it is part of.
fn is_confirmed(ctx: &Context<'_>, known: &Ledger<'_>, pairs: &[Pair], total: usize) -> bool {
    let place = |index: usize| ctx.text.span(ctx.figures.list[index].quantity.run);
    let shares: Vec<Span> = pairs.iter().map(|pair| place(pair.share)).collect();
    let is_of_them = |relation: &Relation| relation.operands.iter().any(|it| shares.contains(&it.span));
    known.at(place(total)).any(|relation| relation.verdict == Verdict::Agrees && !is_of_them(relation))
}
