//! `受理案件73件。…上述71件案件均…`: a number that says it was told before, and was not; or that speaks of all of what
//! was told (`71件案件均已办结`, `71件案件中,…`, `维持的71件占…`) and is near it, or more than what
//! stands right before it (`71件,73件均…`).

use crate::decimal::{Decimal, Interval};
use crate::figures::{Figure, Role, cues};
use crate::rules::Context;
use crate::rules::figures::{slip, sum};
use crate::span::Run;

/// No figure farther back is meant.
const FARTHEST: usize = 30;

/// Of bodies, too, there may be as many as did something.
const BODIES: &[&str] = &[
    "设区市",
    "设区的市",
    "市州",
    "市直部门",
    "县直部门",
    "区直部门",
    "省直部门",
    "省级部门",
    "市级部门",
    "县级部门",
    "部门",
    "单位",
];

/// Nor is one told again that stands farther above.
const MOST_ABOVE: usize = 400;

/// No more figures make up what is meant.
const MOST: usize = 6;

/// The figure before that one of an index means and differs from; none where another, or what some
/// make, leave or are in percent, is what it says.
pub fn differing(ctx: &Context<'_>, at: usize) -> Option<usize> {
    let list = &ctx.figures.list;
    let figure = &list[at];
    let refers = cues::is_told_before(ctx.text, figure.label);
    let name = name_again(ctx, figure);
    let is_bare = is_bare_again(ctx, at);
    if !figure.is_exact_count() || !refers && name.is_none() && !is_bare && !is_all_again(ctx, figure) {
        return None;
    }
    let unit = |figure: &Figure| ctx.text.string(figure.quantity.unit_run);
    let noun =
        |length: usize| ctx.text.string(Run::new(figure.tail.start, figure.tail.end.min(figure.tail.start + length)));
    let (short, long, whole) = (noun(2), noun(3), ctx.text.string(figure.tail));
    // 13个乡镇、8个部门。这12个村: anything is counted in 个. 作出处罚决定87件 is not what 82件处罚案件 are.
    let is_named = |index: usize| {
        let Figure { label, tail, .. } = &list[index];
        if is_bare {
            // 19件,18件均已结案: some of them.
            return index + 1 == at && list[index].quantity.value < figure.quantity.value;
        }
        if let Some(name) = &name {
            return cues::is_called(ctx.text, *label, name);
        }
        if refers {
            return ctx.text.has_any(*tail, &[&short]);
        }
        if super::is_of_all(ctx, figure) {
            // Not 全部45所中小学食堂, behind 中小学48所.
            return [label, tail].iter().any(|words| ctx.text.has_any(**words, &[&whole]));
        }
        let is_the_same = ctx.text.starts(tail.start, &short) || ctx.text.ends(label.start, label.end, &short);
        is_the_same || [label, tail].iter().any(|words| ctx.text.has_any(**words, &[&long]))
    };
    let is_meant = |index: usize| refers && unit(figure) != "个" || is_named(index);
    let is_like = |&index: &usize| unit(&list[index]) == unit(figure);
    let before: Vec<usize> = (at.saturating_sub(FARTHEST)..at).filter(is_like).collect();
    let told = figure.quantity.interval;
    // More than two are of one sentence, or would be chance.
    let may_make = |some: &[usize]| some.len() <= 2 || ctx.figures.is_beside(some[0], some[some.len() - 1]);
    let makes = |some: &[usize]| may_make(some) && sum::sum(ctx, some).is_some_and(|made| made.meets(told));
    let is_made = (1..=before.len().min(MOST)).any(|length| before.windows(length).any(makes));
    // 73件,其中2件终止。上述71件: what is left of them.
    let leaves = |whole: usize, part: usize| {
        let [whole, part] = [whole, part].map(|index| list[index].quantity.interval);
        whole.minus(part).is_some_and(|rest| rest.meets(told))
    };
    // 上述71件已审结,2件中止
    let behind = list.get(at + 1).filter(|next| next.sentence == figure.sentence).map(|_| at + 1);
    let is_left = || before.iter().any(|&whole| before.iter().copied().chain(behind).any(|part| leaves(whole, part)));
    // 受理73件,办结率97.3%。上述71件…
    let rates = || (at.saturating_sub(FARTHEST)..at).filter(|&index| list[index].role == Role::Rate);
    let gives = |whole: usize, rate: usize| {
        let [whole, rate] = [whole, rate].map(|index| list[index].quantity.interval);
        let sides = whole.times(rate).zip(told.times(Interval::exactly(Decimal::HUNDRED)));
        sides.is_some_and(|(made, wanted)| made.meets(wanted))
    };
    let is_rated = || before.iter().any(|&whole| rates().any(|rate| gives(whole, rate)));
    // Told far above.
    let again = |&index: &usize| list[index].is_exact_count() && list[index].quantity.value == figure.quantity.value;
    let is_above = || (at.saturating_sub(MOST_ABOVE)..at).filter(is_like).filter(again).any(&is_meant);
    let is_told = is_made
        || is_above()
        || is_left()
        || is_rated()
        || list.get(at + 1).is_some_and(|next| next.depth > figure.depth);
    let value = |index: usize| list[index].quantity.value;
    let is_near =
        |&&index: &&usize| list[index].is_exact_count() && is_meant(index) && slip::is_near(value(index), value(at));
    let gap = |index: usize| value(index).distance(value(at)).unwrap_or(Decimal::ZERO);
    // 维持54件、…。维持的64件: what was called so last, and in this line.
    if name.is_some() {
        let named = before.iter().rev().find(|&&index| is_meant(index) && list[index].is_exact_count());
        let line = ctx.figures.sentences[figure.sentence].line;
        return named.filter(|&index| *index >= line && is_near(&index) && !is_told).copied();
    }
    let nearest = before
        .iter()
        .filter(is_near)
        .min_by(|a, b| gap(**a).partial_cmp(&gap(**b)).unwrap_or(std::cmp::Ordering::Equal));
    nearest.copied().filter(|_| !is_told)
}

/// `重大案件19件,21件均通过法制审核`: whether a number without words goes on from the one right before it, which is all there
/// are.
fn is_bare_again(ctx: &Context<'_>, at: usize) -> bool {
    let (text, figure) = (ctx.text, &ctx.figures.list[at]);
    let is_beside = at.checked_sub(1).is_some_and(|before| ctx.figures.is_beside(before, at));
    let says_all = text.starts_any(figure.quantity.run.end, super::EVERY).is_some();
    is_beside && says_all && text.string(figure.gap) == ","
}

/// `维持的502件占…`, `立案的502件已办结…`, `审结的137件案件中,…`: what a number is called that was told before.
fn name_again(ctx: &Context<'_>, figure: &Figure) -> Option<String> {
    const LENGTHS: std::ops::RangeInclusive<usize> = 2..=4;
    let name = Run::new(figure.label.start, figure.label.end.saturating_sub(1));
    let is_named = LENGTHS.contains(&name.len()) && ctx.text.at(name.end) == '的';
    let end = figure.quantity.run.end;
    let goes_on = ctx.text.starts_any(end, &["占", "已"]).is_some() || cues::of_these(ctx.text, figure.tail).is_some();
    (is_named && goes_on).then(|| ctx.text.string(name))
}

/// `71件案件均已办结`, `71件案件中,…`: whether a number that has no words before it speaks of all of them. Of places there may
/// be as many as did something.
fn is_all_again(ctx: &Context<'_>, figure: &Figure) -> bool {
    const REST: &[&str] = &["其余", "其他", "剩余", "余下", "另有", "另外", "尚", "正在"];
    let (text, tail) = (ctx.text, figure.tail);
    let is_place = || [super::PLACES, BODIES].iter().any(|words| text.starts_any(tail.start, words).is_some());
    // 54名律师和法律工作者 are not of the lawyers alone.
    let is_joined = matches!(text.at(tail.start + 2), '和' | '与' | '及' | '、');
    // 覆盖全部71个嘎查社区
    let is_of_all = text.ends(figure.label.start, figure.label.end, "覆盖全部");
    let opens = (figure.label.is_empty() || is_of_all) && tail.len() > 2 && figure.quantity.value > super::SMALLEST;
    let says = || is_of_all || super::says_all(ctx, figure) || cues::of_these(text, tail).is_some();
    let tells_rest = || text.has_any(super::behind(ctx, figure), REST);
    opens && !is_joined && !is_place() && says() && !tells_rest()
}
