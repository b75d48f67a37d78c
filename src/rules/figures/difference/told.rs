//! The value then that a change is told against, beside the change, and the value now, somewhere before both.
//!
//! `较上年的558件增加555件`, `2714起,较前一年少414起,降幅13.2%(前一年3128起)`: the value now is the one that fits; where
//! none does, the one of which the rate beside the change tells, or else one that comes near.

use super::{gives, is_value};
use crate::decimal::Decimal;
use crate::figures::{Figure, Role, cues, numbered, years};
use crate::lex::quantity::Approx;
use crate::lex::unit::Family;
use crate::rules::Context;
use crate::rules::figures::{growth, slip};
use crate::span::Run;

/// No figure farther away is looked at.
const FARTHEST: usize = 20;

/// No more changes stand between a change and the bracket behind them.
const MOST_CHANGES: usize = 4;

/// 上年同期办理, and no more.
const LONGEST_THEN: usize = 6;

/// Another time in a bracket.
const TIMES: &[&str] = &["年初", "上年末", "前一年", "上期", "原"];
/// Another measure in a bracket, told of where the change is of the same.
const MEASURES: &[&str] = &["法定", "规定", "目标", "全省", "全国", "全市", "平均"];

/// Value now and value then.
pub fn pair(ctx: &Context<'_>, at: usize) -> Option<(usize, usize)> {
    let (list, then) = (&ctx.figures.list, then(ctx, at)?);
    let (change, told) = (&list[at], &list[then]);
    let now =
        |index: &usize| is_now(change, &list[*index]) && list[*index].quantity.unit.family == told.quantity.unit.family;
    let first = at.min(then);
    let before = (ctx.figures.reach(change.sentence)..first).rev().take(FARTHEST);
    let counts: Vec<usize> = before.filter(now).collect();
    let fitting = counts.iter().copied().find(|&now| gives(&list[now], told, change));
    let by_rate = || counts.iter().copied().find(|&now| is_rated(ctx, at, now));
    // The last count of its sentence, as far off as one wrong figure leaves it.
    let nearest =
        || counts.first().copied().filter(|&now| ctx.figures.is_beside(now, at) && is_near(ctx, [now, then, at]));
    let is_near_change = |&now: &usize| {
        let made = list[now].quantity.value.distance(told.quantity.value);
        made.is_some_and(|made| slip::is_near(made, change.quantity.value))
    };
    let near = || counts.iter().copied().find(is_near_change);
    fitting.or_else(by_rate).or_else(near).or_else(nearest).map(|now| (now, then))
}

fn is_now(change: &Figure, now: &Figure) -> bool {
    matches!(now.role, Role::Count | Role::Rate) && now.bracket == change.bracket && is_value(change, now)
}

/// The value then: right before the change, or in a bracket behind it or behind its rate.
fn then(ctx: &Context<'_>, at: usize) -> Option<usize> {
    let list = &ctx.figures.list;
    let change = &list[at];
    // 上年事故22起,事故总起数比上年减少4起
    let names_unit = numbered::names(ctx.text, change.label, change) && ctx.text.has_any(change.label, cues::COMPARED);
    let goes_on = names_unit || cues::goes_on_changing(ctx.text, change.label);
    let before = at.checked_sub(1).filter(|_| goes_on).filter(|&then| {
        let told = &list[then];
        let is_aside = told.depth == change.depth + 1 && ctx.text.before(change.gap.start) == ')';
        let is_tied =
            told.bracket == change.bracket || is_aside && ctx.text.at(told.gap.start.saturating_sub(1)) == '(';
        let carried = ctx.text.has_any(told.label, cues::CARRIED);
        // 2023年为1552件,同比减少204件: another year's, whatever year the report is of.
        let is_then = told.role == Role::Elsewhen || years::is_bare(ctx.text, told.label);
        told.sentence == change.sentence && is_then && is_tied && !carried && is_value(change, told)
    });
    // 较上年增加64件,上年同期为519件
    let is_next = |&then: &usize| {
        let told = &list[then];
        let is_beside = told.sentence == change.sentence && told.bracket == change.bracket;
        let is_named = ctx.text.starts_any(told.label.start, cues::THEN).is_some() && told.label.len() <= LONGEST_THEN;
        is_beside && is_named && is_value(change, told) && ctx.text.has_any(change.label, cues::COMPARED)
    };
    let next = || Some(at + 1).filter(|&then| then < list.len()).filter(is_next);
    before.or_else(|| in_row_of_then(ctx, at)).or_else(next).or_else(|| {
        let behind = |at: usize| ctx.figures.in_bracket_behind(ctx.text, at);
        // 各减少6起、4人,分别下降18.8%、16%(上年为32起、25人)
        let goes_on = |index: &usize| {
            let other = &list[*index];
            other.role == Role::Change && other.sentence == change.sentence && other.bracket == change.bracket
        };
        let end = (at + 1..list.len()).take(MOST_CHANGES).take_while(goes_on).last();
        let first = behind(at).or_else(|| behind(end?))?;
        let inside = |&then: &usize| list[then].bracket == list[first].bracket;
        (first..list.len()).take(MOST_CHANGES).take_while(inside).find(|&then| is_against(ctx, change, &list[then]))
    })
}

/// `31起、27人,与上年的37起、33人相比,起数减少6起、人数减少6人`: of a row of values then, the one of which the change tells the
/// number, and of nothing more: 受伤人数, 其中较大事故起数.
fn in_row_of_then(ctx: &Context<'_>, at: usize) -> Option<usize> {
    let list = &ctx.figures.list;
    let change = &list[at];
    let is_own = |index: &usize| list[*index].sentence == change.sentence && list[*index].bracket == change.bracket;
    // 起数减少6起、人数减少6人
    let is_bare = |index: usize| {
        let Figure { gap, label, .. } = list[index];
        let is_led = matches!(&*ctx.text.string(Run::new(gap.start, label.start)), "相比," | "、" | ",");
        is_led && ctx.text.at(label.start + 1) == '数' && list[index].role == Role::Change
    };
    let changes = (0..=at).rev().take(MOST_CHANGES).take_while(is_own).take_while(|&index| is_bare(index)).count();
    let end = (at + 1).checked_sub(changes + 1).filter(|_| changes > 0)?;
    let is_compared = ctx.text.starts(list[end + 1].gap.start, "相比");
    let is_row = |&index: &usize| list[index].role == Role::Elsewhen || cues::pauses(ctx.text, list[index].gap);
    let row: Vec<usize> = (0..=end).rev().take(MOST_CHANGES).take_while(is_own).take_while(is_row).collect();
    let opens = row.iter().rposition(|&index| list[index].role == Role::Elsewhen).filter(|_| is_compared)?;
    let mut alike = row[..=opens].iter().copied().filter(|&then| is_value(change, &list[then]));
    let then = alike.next().filter(|_| alike.next().is_none() && row.len() > 1)?;
    numbered::names(ctx.text, change.label, change).then_some(then)
}

/// Whether a figure in a bracket is what a change is told against: (上年127项), (年初1128人), (法定60天).
pub fn is_against(ctx: &Context<'_>, change: &Figure, then: &Figure) -> bool {
    let is_of_time = then.role == Role::Elsewhen || ctx.text.starts_any(then.label.start, TIMES).is_some();
    let measure = MEASURES.iter().find(|word| ctx.text.has_any(then.label, &[word]));
    let is_same = measure.is_some_and(|word| ctx.text.has_any(change.label, &[word]));
    let (of, family) = (change.quantity.unit.family, then.quantity.unit.family);
    let is_kind = if of == Family::Points {
        family == Family::Percent && (is_same || measure.is_none())
    } else {
        of == family && (is_of_time || is_same)
    };
    is_kind
        && then.role != Role::Change
        && then.quantity.approx == Approx::Exact
        && !ctx.text.has_any(then.label, cues::CARRIED)
}

/// The rate that tells of the same change, right behind it or before the value then.
fn rate(ctx: &Context<'_>, at: usize) -> Option<usize> {
    let list = &ctx.figures.list;
    let change = &list[at];
    let is_rate = |&index: &usize| {
        let rate = &list[index];
        let is_percent = rate.quantity.unit.family == Family::Percent && rate.role == Role::Change;
        is_percent && rate.sentence == change.sentence && rate.bracket == change.bracket
    };
    let behind = Some(at + 1).filter(|&index| index < list.len());
    behind.filter(is_rate).or_else(|| at.checked_sub(2).filter(is_rate))
}

/// Whether the change and its rate make up a value now: 减少134起, 下降17.96% of 612起.
fn is_rated(ctx: &Context<'_>, at: usize, now: usize) -> bool {
    let list = &ctx.figures.list;
    let (now, change) = (list[now].quantity.interval, &list[at]);
    let direction = growth::direction(ctx, change);
    rate(ctx, at).is_some_and(|rate| {
        let amount = change.quantity.interval;
        let then = if direction.1 { now.plus(amount) } else { now.minus(amount) };
        then.is_some_and(|then| growth::gives(then, now, list[rate].quantity.interval, direction))
    })
}

/// Whether a value now comes near what the value then and the change make.
fn is_near(ctx: &Context<'_>, [now, then, at]: [usize; 3]) -> bool {
    let list = &ctx.figures.list;
    let [now, then, amount] = [now, then, at].map(|index| list[index].quantity.value);
    let (rises, falls) = growth::direction(ctx, &list[at]);
    let is_near = |made: Option<Decimal>| made.is_some_and(|made| slip::is_near(now, made));
    rises && is_near(then.plus(amount)) || falls && is_near(then.minus(amount))
}
