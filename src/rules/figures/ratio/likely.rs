//! Counts that a rate most likely goes with. The wording leaves another reading, so they are said only where
//! they come near the rate and nothing in reach gives it.

use super::FARTHEST;
use super::named::{OWN_BASE, is_told, stems};
use crate::decimal::Decimal;
use crate::figures::groups::{Join, Site};
use crate::figures::{Figure, Role, cues};
use crate::lex::quantity::Approx;
use crate::rules::Context;
use crate::span::Run;

/// A numerator and a base.
type Pair = (usize, usize);

/// The pairs that a rate may go with, the likeliest first.
pub fn pairs(ctx: &Context<'_>, at: usize) -> impl Iterator<Item = Pair> {
    let rate = &ctx.figures.list[at];
    let ways = [base_in_bracket, share, share_of_before, of_plan, of_gathered];
    let is_part = |&(part, whole): &Pair| {
        let [part, whole] = [part, whole].map(|index| ctx.figures.list[index].quantity.value);
        part <= whole || rate.quantity.value > Decimal::HUNDRED
    };
    ways.into_iter().filter_map(move |way| way(ctx, at)).filter(is_part)
}

/// A count of a rate's sentence and bracket.
fn is_counted(ctx: &Context<'_>, part: usize, rate: &Figure) -> bool {
    let figure = &ctx.figures.list[part];
    figure.bracket == rate.bracket
        && figure.sentence == rate.sentence
        && figure.role == Role::Count
        && figure.quantity.unit.family.is_amount()
}

fn of_family(ctx: &Context<'_>, [a, b]: [usize; 2]) -> bool {
    ctx.figures.list[a].quantity.unit.family == ctx.figures.list[b].quantity.unit.family
}

/// `612人,占在岗人员的93.4%(在岗655人)`: the base alone in a bracket behind the rate.
fn base_in_bracket(ctx: &Context<'_>, at: usize) -> Option<Pair> {
    let list = &ctx.figures.list;
    let (rate, base) = (&list[at], list.get(at + 1)?);
    let opens = ctx.text.at(rate.quantity.run.end) == '(' && base.depth == rate.depth + 1;
    let is_alone = list.get(at + 2).is_none_or(|next| next.bracket != base.bracket);
    let is_base = matches!(base.role, Role::Count | Role::Bound) && is_written(base);
    let part = (at.saturating_sub(FARTHEST)..at).rev().find(|&index| list[index].depth <= rate.depth)?;
    let is_pair = is_counted(ctx, part, rate) && of_family(ctx, [part, at + 1]);
    (opens && is_alone && is_base && is_pair).then_some((part, at + 1))
}

/// Whether a number stands for itself, not for a limit.
fn is_written(figure: &Figure) -> bool {
    !matches!(figure.quantity.approx, Approx::AtLeast | Approx::AtMost)
}

/// `作出处罚决定5918件,较大数额罚款142件,占2.3%`: 占 alone behind two counts, the first of which was gathered.
fn share_of_before(ctx: &Context<'_>, at: usize) -> Option<Pair> {
    let rate = &ctx.figures.list[at];
    let part = at.checked_sub(1).filter(|&part| is_counted(ctx, part, rate))?;
    let whole = at.checked_sub(2).filter(|&whole| is_counted(ctx, whole, rate))?;
    let words = ctx.text.string(rate.label);
    let is_bare = ["占", "占比", "占比为", "占比达", "约占"].contains(&words.as_str());
    (is_bare && is_gathered(ctx, whole) && of_family(ctx, [part, whole])).then_some((part, whole))
}

/// `办理245件,完成率122.5%` of a plan of 200件 before it.
fn of_plan(ctx: &Context<'_>, at: usize) -> Option<Pair> {
    let list = &ctx.figures.list;
    let rate = &list[at];
    let [first, second] = [at.checked_sub(2)?, at - 1];
    let is_plan = |index: usize| {
        let figure = &list[index];
        let behind = ctx.text.starts_any(figure.tail.start, &["目标", "任务", "计划"]).is_some();
        (figure.role == Role::Bound || behind) && is_written(figure)
    };
    let both = [first, second].iter().all(|&index| list[index].sentence == rate.sentence);
    let named =
        ctx.text.has_any(rate.label, &["完成率", "完成目标", "完成任务", "完成计划", "任务的", "目标的", "计划的"]);
    if !both || !named || !of_family(ctx, [first, second]) {
        return None;
    }
    match (is_plan(first), is_plan(second)) {
        (true, false) => Some((second, first)),
        (false, true) => Some((first, second)),
        _ => None,
    }
}

/// `受理1239件,…,办结1204件,办结率97.2%` with something between: the count that names the rate, and the nearest
/// larger one before it that was gathered.
fn of_gathered(ctx: &Context<'_>, at: usize) -> Option<Pair> {
    let list = &ctx.figures.list;
    let rate = &list[at];
    let part = at.checked_sub(1).filter(|&part| is_counted(ctx, part, rate))?;
    // 出庭率 is of the cases heard, 按期办结率 of those due: of neither is the base told by what came in.
    let has_own_base = ctx.text.has_any(rate.gap, OWN_BASE) || ctx.text.has_any(rate.gap, &["出庭"]);
    let is_named = !has_own_base && stems(ctx, rate.label).iter().any(|&stem| is_told(ctx, &list[part], stem));
    let is_whole = |&whole: &usize| {
        let value = |index: usize| list[index].quantity.value;
        list[whole].role == Role::Count
            && of_family(ctx, [part, whole])
            && value(part) <= value(whole)
            && is_gathered(ctx, whole)
    };
    let mut before = (ctx.figures.reach(rate.sentence)..part).rev().take(FARTHEST);
    before.find(is_whole).filter(|_| is_named).map(|whole| (part, whole))
}

/// Whether the clause of a count says that so many came in or were dealt with in all.
fn is_gathered(ctx: &Context<'_>, index: usize) -> bool {
    let label = ctx.figures.list[index].label;
    ctx.text.has_any(label, cues::IN_ALL) || ctx.text.has_any(label, cues::GATHERED)
}

/// The count right before a share, and what it is a share of: the count that the words behind 占 name
/// (占受理总数的), or the total of the list in which it stands.
fn share(ctx: &Context<'_>, at: usize) -> Option<(usize, usize)> {
    let list = &ctx.figures.list;
    let rate = &list[at];
    let part = at.checked_sub(1).filter(|&part| is_counted(ctx, part, rate))?;
    let share = (rate.gap.start..rate.gap.end).rev().find(|&index| ctx.text.at(index) == '占')?;
    let words = Run::new(share + 1 + usize::from(ctx.text.at(share + 1) == '比'), rate.gap.end);
    let is_whole = |&whole: &usize| {
        let (whole, part) = (&list[whole], &list[part]);
        whole.role == Role::Count
            && whole.quantity.unit.family == part.quantity.unit.family
            && whole.quantity.value > part.quantity.value
    };
    let is_bare = ctx.text.chars(words).all(|ch| "为达到的约总数量比例".contains(ch));
    if is_bare {
        let holds = |site: &&Site| {
            let total = site.totals[0][0];
            let is_item =
                site.join == Join::Following && list.get(total + 1).is_some_and(|next| next.role == Role::Rate);
            !matches!(site.join, Join::Loose | Join::Before | Join::Summary)
                && !is_item
                && site.totals[0].len() == 1
                && site.parts.contains(&part)
        };
        return ctx.sites.iter().find(holds).map(|site| site.totals[0][0]).filter(is_whole).map(|whole| (part, whole));
    }
    let line = ctx.figures.sentences[rate.sentence].line.max(at.saturating_sub(FARTHEST));
    let named = |&whole: &usize| is_named(ctx, words, &list[whole]);
    let mut wholes = (line..part).rev().filter(is_whole).filter(named);
    let whole = wholes.next()?;
    let same = |other: usize| list[other].quantity.value == list[whole].quantity.value;
    wholes.all(same).then_some((part, whole))
}

/// Whether two neighbouring characters of the words behind 占 stand around a count: 受理 of 占受理总数的.
fn is_named(ctx: &Context<'_>, base: Run, count: &Figure) -> bool {
    const BEHIND: usize = 6;
    let tail = Run::new(count.tail.start, count.tail.end.min(count.tail.start + BEHIND));
    let words: Vec<char> = ctx.text.chars(base).collect();
    words
        .windows(2)
        .filter(|two| {
            !["总数", "总量", "总额", "案件", "数的", "量的", "件的", "全部"]
                .contains(&&*two.iter().collect::<String>())
        })
        .any(|two| {
            let two: String = two.iter().collect();
            ctx.text.has_any(count.label, &[&two]) || ctx.text.has_any(tail, &[&two])
        })
}
