//! Counts that a rate most likely goes with. The wording leaves another reading, so they are said only where
//! they come near the rate and nothing in reach gives it.

use super::beside::IN_TIME;
use super::named::{OWN_BASE, is_unlimited};
use super::stem::{is_told, stems};
use super::{FARTHEST, Fit, gives, is_near, is_slip};
use crate::decimal::Decimal;
use crate::figures::groups::{Join, Site};
use crate::figures::{Figure, Role, cues};
use crate::lex::quantity::Approx;
use crate::rules::Context;
use crate::rules::figures::sum;
use crate::span::Run;

/// A numerator and a base.
type Pair = (usize, usize);

/// No sentence that one would write divides more often.
const MOST_LISTS: usize = 400;

/// A longer piece of a name is shared by kinds of the same thing.
const LONGEST_SHARED: usize = 3;

/// A base is named by a part of its words: a quarter of them at least.
const MOST_UNSAID: usize = 4;

/// No more figures stand between a count and its share.
const MOST_CHANGES: usize = 3;

/// The pairs that a rate may go with, the likeliest first.
pub fn pairs(ctx: &Context<'_>, at: usize) -> impl Iterator<Item = Pair> {
    let ways = [base_aside, share, named_share, part_behind, share_of_before, of_plan, of_gathered];
    told_again(ctx, at).chain(ways.into_iter().filter_map(move |way| way(ctx, at)))
}

/// The pairs that a bracket behind the rate tells, or 即.
pub fn told_again(ctx: &Context<'_>, at: usize) -> impl Iterator<Item = Pair> {
    let ways = [both_in_bracket, base_in_bracket, part_in_bracket, in_other_words];
    let is_of_its_own = ctx.text.has_any(ctx.figures.list[at].gap, IN_TIME);
    ways.into_iter().filter(move |_| !is_of_its_own).filter_map(move |way| way(ctx, at))
}

/// The counts alone in a bracket behind the rate where one has its name: `败诉率12.4%(败诉21件,审结169件)`.
pub fn defined(ctx: &Context<'_>, at: usize) -> Option<Pair> {
    let list = &ctx.figures.list;
    let is_named = |part: usize| stems(ctx, list[at].label).iter().any(|&stem| is_told(ctx, &list[part], stem));
    both_in_bracket(ctx, at).filter(|&(part, whole)| is_named(part) && !is_named(whole))
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

/// The figure alone in a bracket that opens right behind a rate.
fn in_bracket(ctx: &Context<'_>, at: usize) -> Option<usize> {
    let list = &ctx.figures.list;
    let behind = ctx.figures.in_bracket_behind(ctx.text, at)?;
    let inner = &list[behind];
    let is_alone = list.get(behind + 1).is_none_or(|next| next.bracket != inner.bracket);
    let is_count = matches!(inner.role, Role::Count | Role::Bound) && is_written(inner);
    (is_alone && is_count).then_some(behind)
}

/// `破案率66.2%(立案1342起、破案889起)`: both counts, and no other, in a bracket right behind the rate.
fn both_in_bracket(ctx: &Context<'_>, at: usize) -> Option<Pair> {
    let list = &ctx.figures.list;
    let first = ctx.figures.in_bracket_behind(ctx.text, at)?;
    let inside = |index: usize| list.get(index).is_some_and(|it| it.bracket == list[first].bracket);
    let is_count = |index: usize| list[index].role == Role::Count && list[index].quantity.unit.family.is_amount();
    let is_pair = inside(first + 1) && !inside(first + 2) && is_count(first) && is_count(first + 1);
    // 97件中成功107件
    let of_first = ctx.text.starts(list[first].tail.start, "中");
    let (part, whole) = if of_first || list.get(first + 1)?.quantity.value < list[first].quantity.value {
        (first + 1, first)
    } else {
        (first, first + 1)
    };
    let is_own_share = || super::is_share_of_two(ctx, (part, whole), &list[at]);
    (is_pair && of_family(ctx, [part, whole]) && !is_own_share()).then_some((part, whole))
}

/// `612人,占在岗人员的93.4%(在岗655人)`: the base alone in a bracket behind the rate.
fn base_in_bracket(ctx: &Context<'_>, at: usize) -> Option<Pair> {
    let list = &ctx.figures.list;
    let base = in_bracket(ctx, at)?;
    let part = (at.saturating_sub(FARTHEST)..at).rev().find(|&index| list[index].depth <= list[at].depth)?;
    (is_counted(ctx, part, &list[at]) && of_family(ctx, [part, base])).then_some((part, base))
}

/// `评价数据52万条,主动评价率35%(18.2万条)`: the numerator alone in a bracket, the base the nearest count before.
fn part_in_bracket(ctx: &Context<'_>, at: usize) -> Option<Pair> {
    let part = in_bracket(ctx, at)?;
    let list = &ctx.figures.list;
    // 事项172项,全程网办率97.7%(168项),“零跑动”占比95.3%(164项): not what is a part itself, unless it gives the rate.
    let is_part = |index: usize| index > 0 && list[index - 1].role == Role::Rate && list[index].depth > list[at].depth;
    let is_base = |index: &usize| list[*index].role == Role::Count && of_family(ctx, [part, *index]);
    let before = || (ctx.figures.reach(list[at].sentence)..at).rev().take(FARTHEST).filter(is_base);
    let fitting = before().find(|&whole| gives(ctx, &[part], whole, &list[at]));
    fitting
        .or_else(|| before().find(|&whole| !is_part(whole)))
        .filter(|_| list[part].role == Role::Count)
        .map(|whole| (part, whole))
}

/// `本科学历6名,占执法人员总数(48名)的12.5%`, `45.8万平方米,完成年度任务(40万平方米)的114.5%`: the base in a bracket before the
/// rate.
fn base_aside(ctx: &Context<'_>, at: usize) -> Option<Pair> {
    let list = &ctx.figures.list;
    let base = at.checked_sub(1).filter(|&base| list[base].depth == list[at].depth + 1)?;
    let is_alone = ctx.text.string(list[at].label) == "的" && ctx.text.before(list[at].label.start) == ')';
    let part = (at.saturating_sub(FARTHEST)..base).rev().find(|&index| list[index].bracket == list[at].bracket)?;
    let words = Run::new(list[part].quantity.run.end, list[base].quantity.run.start);
    let is_share = is_alone && is_written(&list[base]) && ctx.text.has_any(words, &["占", "完成"]);
    (is_share && is_counted(ctx, part, &list[at]) && of_family(ctx, [part, base])).then_some((part, base))
}

/// `480起案件中,盗窃案占71.5%,计343起`: the numerator right behind the rate.
fn part_behind(ctx: &Context<'_>, at: usize) -> Option<Pair> {
    let rate = &ctx.figures.list[at];
    let part = told_behind(ctx, at)?;
    let is_share = ctx.text.ends_any(rate.label.start, rate.label.end, &["占", "占比", "率", "率为"]).is_some();
    let is_base = |&index: &usize| is_counted(ctx, index, rate) && of_family(ctx, [part, index]);
    let mut before = (ctx.figures.sentences[rate.sentence].first..at).rev().take(FARTHEST);
    before.find(is_base).filter(|_| is_share).map(|whole| (part, whole))
}

/// The count that the words right behind a rate make its numerator: `占71.5%,计343起`.
fn told_behind(ctx: &Context<'_>, at: usize) -> Option<usize> {
    let list = &ctx.figures.list;
    let part = Some(at + 1).filter(|&part| part < list.len() && is_counted(ctx, part, &list[at]))?;
    let is_that = ["计", "共计", "共", "为", "有", "即", "达"].contains(&ctx.text.string(list[part].label).as_str());
    is_that.then_some(part)
}

/// `占干部总数的88.7%,即71名中有63名参加`: both counts stand in what says the rate again.
fn in_other_words(ctx: &Context<'_>, at: usize) -> Option<Pair> {
    let list = &ctx.figures.list;
    let (first, second) = (at + 1, at + 2);
    // 优秀37%、合格58%、不合格5%,即优秀111件、…: as many counts as rates.
    let is_row =
        at.checked_sub(1).is_some_and(|before| list[before].role == Role::Rate && ctx.figures.is_beside(before, at));
    let is_pair =
        !is_row && second < list.len() && [first, second].iter().all(|&index| is_counted(ctx, index, &list[at]));
    if !is_pair || !ctx.text.starts(list[first].label.start, "即") || !of_family(ctx, [first, second]) {
        return None;
    }
    let is_part = list[first].quantity.value < list[second].quantity.value;
    Some(if is_part { (first, second) } else { (second, first) })
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
    const OF_PLAN: &[&str] = &["完成率", "完成目标", "完成任务", "完成计划", "任务的", "目标的", "计划的"];
    const LEADS: &[&str] = &["全年", "本年度", "本年", "今年", "年初", "年度", "原"];
    const PLANS: &[&str] = &["目标", "任务", "计划", "目标数", "任务数", "计划数"];
    let list = &ctx.figures.list;
    let rate = &list[at];
    let [mut first, second] = [at.checked_sub(2)?, at - 1];
    // 计划检查586家,其中重点412家、一般174家;实际检查601家
    let ends_with_it = |site: &Site| site.join == Join::Among && site.parts.last() == Some(&first);
    first = total_of(ctx, first, ends_with_it).unwrap_or(first);
    let is_plan = |index: usize| {
        let figure = &list[index];
        let says = |at: usize| ctx.text.starts_any(at, PLANS).is_some();
        let Run { start, end } = figure.label;
        let lead = ctx.text.starts_any(start, LEADS).map_or(0, |(_, length)| length);
        // 全年计划检查120家, 年度检查计划120家
        let is_named = says(start + lead) || ctx.text.ends_any(start, end, PLANS).is_some();
        // 计划检查企业86家,实际检查92家
        let is_met = || {
            index == first && ctx.text.starts(list[second].label.start, "实际") && ctx.text.has_any(figure.label, PLANS)
        };
        (figure.role == Role::Bound || is_named || says(figure.tail.start) || is_met()) && is_written(figure)
    };
    let both = [first, second].iter().all(|&index| list[index].sentence == rate.sentence);
    // 任务为5000亩,完成186.36%
    let named = ["的", "完成"].contains(&&*ctx.text.string(rate.label)) || ctx.text.has_any(rate.label, OF_PLAN);
    // 任务12项,其中牵头11项,任务完成率100%: some of the plan.
    if !both || !named || cues::says_among(ctx.text, list[second].gap) || !of_family(ctx, [first, second]) {
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
    let near = at.checked_sub(1).filter(|&part| is_counted(ctx, part, rate))?;
    // 出庭率 is of the cases heard, 按期办结率 of those due: of neither is the base told by what came in.
    // 实现网上可办598项,网上可办率97.7%: of what may be done there is told, unlike of what was.
    let is_online =
        ctx.text.starts(rate.label.start, "网上可办") && ctx.text.find(list[near].label, "网上可办").is_some();
    let has_own_base = !is_online && ctx.text.has_any(rate.gap, OWN_BASE) || ctx.text.has_any(rate.gap, &["出庭"]);
    // 100% is of those that were due.
    if has_own_base || rate.quantity.value >= Decimal::HUNDRED {
        return None;
    }
    let stems = stems(ctx, rate.label);
    let is_named = |part: &usize| stems.iter().any(|&stem| is_told(ctx, &list[*part], stem));
    // 审结402件,其中裁决126件、调解217件,结案率94.4%: the total of the list right before the rate.
    let whole_of_it = || total_of(ctx, near, |site| site.join == Join::Among);
    // …、以其他方式结案242件,结案率96.7%: of all that was settled, not of the last; but 二审结案242件,二审结案率98%.
    let whole = whole_of_it().filter(|whole| is_unlimited(ctx, rate.label) && is_named(whole));
    let part = whole.or_else(|| Some(near).filter(is_named)).or_else(|| whole_of_it().filter(is_named))?;
    let is_whole = |&whole: &usize| {
        let value = |index: usize| list[index].quantity.value;
        list[whole].role == Role::Count
            && of_family(ctx, [part, whole])
            && value(part) <= value(whole)
            && is_gathered(ctx, whole)
    };
    let reach = ctx.figures.reach(rate.sentence);
    // 案件共13499件,…。投诉9880件,…。共办结13043件,办结率97%: farther back what is there in all.
    let in_all = |&whole: &usize| whole >= reach || ctx.text.has_any(list[whole].label, cues::IN_ALL);
    let mut before = (ctx.figures.sentences[rate.sentence].line.min(reach)..part).rev().take(FARTHEST).filter(in_all);
    before.find(is_whole).map(|whole| (part, whole))
}

/// `许可5236件,其中货运4385件、…。网上办理4890件,网办率93.4%`: whether a fit takes for the base what the rate is called after, which
/// is nearly so much of what came in.
pub fn is_turned(ctx: &Context<'_>, at: usize, fit: &Fit) -> bool {
    let rate = &ctx.figures.list[at];
    let is_off = |pair: Pair| is_near(ctx, pair, rate) && !gives(ctx, &[pair.0], pair.1, rate);
    // 调解成功485件,已调解500件,调解成功率97%: what the rate is called after is what is of it.
    let is_named =
        |part: &usize| stems(ctx, rate.label).iter().any(|&stem| is_told(ctx, &ctx.figures.list[*part], stem));
    let is_item = |whole: usize| fit.parts.iter().all(|&part| is_item(ctx, part, whole));
    let is_meant = |pair: &Pair| pair.0 + 1 == at && fit.bases == [pair.0] && is_item(pair.1) && is_off(*pair);
    !fit.parts.iter().any(is_named) && of_gathered(ctx, at).as_ref().is_some_and(is_meant)
}

/// Whether the clause of a count says that so many came in, were dealt with in all, or were due.
#[must_use]
pub fn is_gathered(ctx: &Context<'_>, index: usize) -> bool {
    const DUE: &[&str] = &["应", "报考", "报名"];
    let label = ctx.figures.list[index].label;
    [cues::IN_ALL, cues::GATHERED, cues::AREAS, cues::TOWNSHIPS, DUE].iter().any(|words| ctx.text.has_any(label, words))
}

/// The count right before a share, or right behind it, and what it is a share of: the count that the words behind 占
/// name (占受理总数的), or the total of the list in which it stands.
fn share(ctx: &Context<'_>, at: usize) -> Option<(usize, usize)> {
    let list = &ctx.figures.list;
    let rate = &list[at];
    let share = cues::shares(ctx.text, rate.gap)?;
    // 投诉46413件,同比上升1.25%,占全部的59.05%
    let first = ctx.figures.sentences[rate.sentence].first;
    let count = (first..at).rev().take(MOST_CHANGES).find(|&index| list[index].role != Role::Change);
    let before = count.filter(|&part| list[part].quantity.run.end <= share + 1);
    let words = Run::new(share + 1 + usize::from(ctx.text.at(share + 1) == '比'), rate.gap.end);
    let part = told_behind(ctx, at).or(before).filter(|&part| is_counted(ctx, part, rate))?;
    // 省级民主法治社区4个,市级民主法治社区9个,占社区总数的64.3%: what is named as the part is no whole.
    let is_kin = |whole: usize| names(ctx, list[part].label, &list[whole]) > LONGEST_SHARED;
    let is_whole = |&whole: &usize| {
        list[whole].role == Role::Count
            && of_family(ctx, [part, whole])
            && (list[whole].quantity.value > list[part].quantity.value
                || !is_kin(whole) && is_slip(ctx, (part, whole), rate))
    };
    let is_bare = ctx.text.chars(words).all(|ch| "为达到的约总数量比例".contains(ch));
    if is_bare {
        let is_list = |site: &Site| {
            let behind = list.get(site.totals[0][0] + 1);
            let is_item = site.join == Join::Following && behind.is_some_and(|next| next.role == Role::Rate);
            !matches!(site.join, Join::Loose | Join::Before | Join::Summary) && !is_item
        };
        // 80项事项中,76项全程网办,占95%
        let of_these = || {
            let whole = part.checked_sub(1).filter(|&whole| is_counted(ctx, whole, rate))?;
            cues::of_these(ctx.text, Run::new(list[whole].quantity.run.end, list[part].quantity.run.start))
                .map(|_| whole)
        };
        return total_of(ctx, part, is_list).or_else(of_these).filter(is_whole).map(|whole| (part, whole));
    }
    let line = ctx.figures.sentences[rate.sentence].line.max(at.saturating_sub(FARTHEST));
    let named = |whole: usize| (names(ctx, words, &list[whole]), whole);
    let wholes = || (line..at).rev().filter(|&whole| whole != part).filter(is_whole).map(named);
    // 占新增建设用地占用耕地总面积的: 用地 alone names another.
    let says = |length: usize| length > 1 && length * MOST_UNSAID >= words.len();
    let longest = wholes().map(|(length, _)| length).max().filter(|&length| says(length))?;
    let mut wholes = wholes().filter(|&(length, _)| length == longest).map(|(_, whole)| whole);
    let whole = wholes.next()?;
    let same = |other: usize| list[other].quantity.value == list[whole].quantity.value;
    wholes.all(same).then_some((part, whole))
}

/// `审结796件,其中维持410件、…,维持数占审结总数的51.5%`: both sides told again by their names; or the part, of the list in which
/// it stands: `计划检查占92.2%`, `纠错率11.5%`.
fn named_share(ctx: &Context<'_>, at: usize) -> Option<Pair> {
    const NUMBERS: &[&str] = &["总数", "总量", "案件数", "件数", "数量", "数", "案件", "事项", "的"];
    let list = &ctx.figures.list;
    let words = list[at].label;
    let share =
        ctx.text.find(words, "占").or_else(|| words.end.checked_sub(1).filter(|&end| ctx.text.at(end) == '率'))?;
    let cut = |mut name: Run| {
        while let Some((_, length)) = ctx.text.ends_any(name.start, name.end, NUMBERS) {
            name.end -= length;
        }
        name
    };
    let bare = |name: Run| Some(ctx.text.string(cut(name))).filter(|name| name.chars().count() > 1);
    let part = bare(Run::new(words.start, share))?;
    let whole = bare(Run::new(share + 1, words.end));
    // 全程网办率 may be of all that there is.
    if whole.is_none() && ctx.text.has_any(list[at].gap, OWN_BASE) {
        return None;
    }
    let sentence = &ctx.figures.sentences[list[at].sentence];
    // “一趟不用跑”事项538项…,“一趟不用跑”事项占44.6%
    let is_named = |index: &usize, name: &str| {
        let label = list[*index].label;
        is_counted(ctx, *index, &list[at]) && [label, cut(label)].iter().any(|&it| cues::is_called(ctx.text, it, name))
    };
    let only = |name: &str| {
        let mut all = (sentence.first..at).rev().take(FARTHEST).filter(|index| is_named(index, name));
        all.next().filter(|_| all.next().is_none())
    };
    let part = only(&part)?;
    let adds_up = |site: &Site| sum::sum(ctx, &site.parts) == sum::sum(ctx, &site.totals[0]);
    let is_list = |site: &Site| {
        // 事故510起,道路400起、工矿110起,死亡100人,道路占75%: of what stands between.
        let is_behind = site.parts.last().is_some_and(|last| last + 1 == at);
        site.parts.len() > 1 && (site.is_joined() || is_behind && adds_up(site))
    };
    let of_list = || total_of(ctx, part, is_list);
    let pair = (part, whole.map_or_else(of_list, |whole| only(&whole))?);
    of_family(ctx, [pair.0, pair.1]).then_some(pair)
}

/// The total of the first list of a kind that a count is a part of, where only one is meant.
fn total_of(ctx: &Context<'_>, part: usize, is_of_kind: impl Fn(&Site) -> bool) -> Option<usize> {
    let holds = |site: &&Site| site.totals[0].len() == 1 && site.parts.contains(&part) && is_of_kind(site);
    own_lists(ctx, part).find(holds).map(|site| site.totals[0][0])
}

/// Whether a count is an item of a list that words join to a total.
pub fn is_item(ctx: &Context<'_>, item: usize, total: usize) -> bool {
    own_lists(ctx, item).any(|site| site.is_joined() && site.totals[0] == [total] && site.parts.contains(&item))
}

/// `审结2206件,其中维持873件、驳回418件`: whether two counts are items of one list that words join to its total.
pub fn are_items(ctx: &Context<'_>, one: usize, other: usize) -> bool {
    let holds = |site: &Site| site.is_joined() && [one, other].iter().all(|item| site.parts.contains(item));
    own_lists(ctx, one).any(holds)
}

/// The lists of the sentence of a count.
fn own_lists<'a>(ctx: &'a Context<'_>, index: usize) -> impl Iterator<Item = &'a Site> {
    let of = |site: &Site| ctx.figures.list[site.parts[0]].sentence;
    let sentence = ctx.figures.list[index].sentence;
    let from = ctx.sites.partition_point(|site| of(site) < sentence);
    ctx.sites[from..].iter().take(MOST_LISTS).take_while(move |site| of(site) == sentence)
}

/// How much of some words stands in one piece around a count: 受理 of 占受理总数的.
fn names(ctx: &Context<'_>, base: Run, count: &Figure) -> usize {
    const BEHIND: usize = 12;
    const OF_ANY: &[&str] = &["总数", "总量", "总额", "案件", "数的", "量的", "件的", "全部", "比例", "例为"];
    let tail = Run::new(count.tail.start, count.tail.end.min(count.tail.start + BEHIND));
    let is_told = |piece: Run| {
        let words = ctx.text.string(piece);
        !OF_ANY.contains(&words.as_str()) && [count.label, tail].iter().any(|run| ctx.text.has_any(*run, &[&words]))
    };
    let longest = |start: usize| (start + 2..=base.end).rev().find(|&end| is_told(Run::new(start, end)));
    (base.start..base.end).filter_map(|start| longest(start).map(|end| end - start)).max().unwrap_or(0)
}
