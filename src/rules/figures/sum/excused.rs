//! Why a sum that does not hold may be right all the same: what is missing is told beside the list, what is too much was
//! carried in, or the total is that of something larger.

use super::severity::{is_next, is_tight, is_within};
use super::{Reading, instead, slips};
use crate::decimal::Decimal;
use crate::figures::groups::{Join, Site};
use crate::figures::{Figure, Role, cues, is_separator};
use crate::rules::Context;
use crate::rules::figures::claim::{Claim, Says};
use crate::rules::figures::{ratio, slip};
use crate::span::Run;

/// One digit too many makes a total less than so many times as large.
const MOST_TIMES: Decimal = Decimal::whole(12);

/// No figure farther from a list accounts for what is missing in it.
const FARTHEST: usize = 40;

/// Nor do more figures behind it tell of both.
const NEAREST: usize = 6;

/// Within a sixty-fourth: things that are counted in two parts make more of a difference.
const HARDLY: i64 = 64;

/// Within a twentieth: nearly all there are.
const NEARLY: i64 = 20;

/// Whether it may be.
pub fn is_right(ctx: &Context<'_>, site: &Site, reading: &Reading, claim: Claim, [whole, made]: [Decimal; 2]) -> bool {
    let gap = ctx.figures.list[reading.total[0]].gap;
    let is_tight = is_tight(site);
    // 旁听庭审2次、知识竞赛1次等活动共186次: some of them.
    let is_open = || site.join == Join::Before && ctx.text.find(gap, cues::AND_SO_ON).is_some();
    let is_told = is_tight && claim.says == Says::All && !is_open();
    // 自建房28.4万栋,其中经营性1.76万栋;危房421栋,…,剩余12栋: of something else.
    let is_far = !is_told && made.times(MOST_TIMES).is_some_and(|most| most < whole);
    // 未结8件。涉及公安23件、…、其他4件: of what is told somewhere else.
    let sentence = |index: usize| ctx.figures.list[index].sentence;
    let is_apart = site.join == Join::Loose || sentence(reading.total[0]) < sentence(reading.parts[0]);
    // 化解181起。其中，…合同336起，其余33起: unless the list says that it is all, and one digit is too many.
    let is_slip = || claim.says == Says::All && slips(ctx, reading).next().is_some();
    let is_more = is_apart && whole.plus(whole).is_some_and(|twice| twice < made) && !is_slip();
    // 县级8个县和3个开发区共365个: of so many bodies each.
    let is_owner = site.join == Join::Before
        && !ctx.text.chars(gap).any(is_separator)
        && !ctx.figures.list[reading.parts[reading.parts.len() - 1]].tail.is_empty()
        && !slip::is_near(whole, made);
    // A list that comes near what words tie to it may begin with what the others make.
    let is_next = is_next(whole, made);
    let may_be_nested = !is_next || site.join == Join::Loose;
    if is_far || is_more || is_owner || may_be_nested && is_nested(ctx, reading, usize::from(is_next)) {
        return true;
    }
    if is_told_apart(ctx, reading, [whole, made]) {
        return true;
    }
    if made > whole {
        return claim.says == Says::Nothing && reading.parts.len() > 2 && has_nearly_all(ctx, reading, whole)
            || claim.may_exceed && !is_within(whole, made, HARDLY)
            || claim.says < Says::Most && has_step(ctx, reading)
            || is_carried(ctx, reading, [whole, made])
            || is_carried_on(ctx, reading, [whole, made])
            || claim.says == Says::Nothing && reading.parts.len() == 2 && has_own_share(ctx, reading)
            || claim.says == Says::Nothing && is_of_larger(ctx, site, reading, made);
    }
    // 创建示范社区2个、省级5个,累计19个: all there are by now.
    let is_cumulated = || {
        ctx.text.has_any(gap, &["累计"]) && !ctx.text.has_any(gap, &["全年累计", "今年累计", "本年累计", "年内累计"])
    };
    !is_tight && is_accounted(ctx, reading, [whole, made])
        || site.join == Join::Among && claim.says == Says::Nothing && are_organs(ctx, reading)
        || site.join == Join::Before && !slip::is_near(whole, made) && is_cumulated()
}

/// `隐患96处,现场整改66处、限期整改28处,已整改94处,2处正在整改`: whether what the parts make and what is missing both stand behind them.
fn is_told_apart(ctx: &Context<'_>, reading: &Reading, [whole, made]: [Decimal; 2]) -> bool {
    let figures = &ctx.figures.list;
    let last = reading.parts[reading.parts.len() - 1];
    let behind = last + 1..ctx.figures.sentences[figures[last].sentence].last;
    let tells = |value: Decimal| {
        let is_it = |index: usize| figures[index].is_exact_count() && figures[index].quantity.value == value;
        behind.clone().take(NEAREST).any(|index| is_it(index) && !reading.total.contains(&index))
    };
    whole.minus(made).is_some_and(|missing| missing > Decimal::ZERO && tells(missing)) && tells(made)
}

/// `房屋3915栋,其中经营性612栋,有隐患27栋,鉴定为C级11栋、D级4栋,其余12栋`: whether the rest is that of a part before it.
fn is_nested(ctx: &Context<'_>, reading: &Reading, from: usize) -> bool {
    let list = &ctx.figures.list;
    let value = |&part: &usize| list[part].quantity.value;
    let parts = &reading.parts;
    let rest = &list[parts[parts.len() - 1]];
    // 已审结68件,判决驳回57件、撤诉6件、撤销5件,其余6件正在审理: with the rest or without.
    let is_made = |at: usize, of: &[usize]| Decimal::sum(of.iter().map(value)) == Some(value(&parts[at]));
    let is_step = |at: usize| {
        let label = list[parts[at]].label;
        ctx.text.starts(label.start, "已") || ctx.text.has_any(label, cues::SETTLED)
    };
    let without = |at: usize| if is_step(at) { &parts[at + 1..parts.len() - 1] } else { &[] };
    let makes = |at: usize| is_made(at, &parts[at + 1..]) || without(at).len() > 1 && is_made(at, without(at));
    // 预算14个、经济26个、投资19个、民生11个、资源3个、其他5个: one list, unless those up to one make the total without the others.
    let is_one_list = parts[1..].iter().all(|&part| cues::pauses(ctx.text, list[part].gap));
    let whole = Decimal::sum(reading.total.iter().map(value));
    let is_whole = |at: usize| !is_one_list || Decimal::sum(parts[..=at].iter().map(value)) == whole;
    ctx.text.has_any(rest.gap.to(rest.label), cues::REST)
        && (from..parts.len().saturating_sub(2)).any(|at| makes(at) && is_whole(at))
}

/// `在职412人,其中取得基本级以上资格408人、高级资格21人、公职律师5名`: whether one part nearly is the total, so that others are
/// among it.
fn has_nearly_all(ctx: &Context<'_>, reading: &Reading, whole: Decimal) -> bool {
    reading.parts.iter().any(|&part| {
        let value = ctx.figures.list[part].quantity.value;
        value < whole && is_within(whole, value, NEARLY)
    })
}

/// `调处3528件,其中公安机关2607件、工商部门533件、人社部门291件`: there are always more of them.
fn are_organs(ctx: &Context<'_>, reading: &Reading) -> bool {
    let is_organ = |&part: &usize| {
        let label = ctx.figures.list[part].label;
        ctx.text.ends_any(label.start, label.end, &["机关", "部门"]).is_some()
    };
    reading.parts.iter().all(is_organ)
}

/// `在编63人,其中司法所41人,法律专业28人,占在编人数的44.4%`: whether the second of two has a share of its own.
fn has_own_share(ctx: &Context<'_>, reading: &Reading) -> bool {
    let list = &ctx.figures.list;
    let part = reading.parts[1];
    let share = list.get(part + 1).filter(|next| next.sentence == list[part].sentence && next.role == Role::Rate);
    share.is_some_and(|share| {
        ctx.text.has_any(share.label, &["占"]) && ratio::is_of(ctx, part, reading.total[0], part + 1)
    })
}

/// `提案187件,其中会后提交17件,经审查立案175件,立案率93.6%`: whether a part is what its own rate makes of the total; or of the part
/// before it (初信初访84件、一次性化解81件,一次性化解率96.4%).
fn has_step(ctx: &Context<'_>, reading: &Reading) -> bool {
    let list = &ctx.figures.list;
    let is_of_total = |&part: &usize| {
        let is_named = |rate: &Figure| {
            let end = rate.label.end.saturating_sub(1);
            let name = Run::new(end.saturating_sub(2).max(rate.label.start), end);
            ctx.text.at(end) == '率' && ctx.text.find(list[part].label, &ctx.text.string(name)).is_some()
        };
        let rate = list.get(part + 1).filter(|rate| rate.role == Role::Rate && is_named(rate));
        let is_beside = rate.is_some_and(|rate| rate.sentence == list[part].sentence);
        let is_of_part = || part > reading.parts[0] && ratio::is_of(ctx, part, part - 1, part + 1);
        is_beside && (ratio::is_of(ctx, part, reading.total[0], part + 1) || is_of_part())
    };
    reading.parts.iter().any(is_of_total)
}

/// `调解8764件,成功7923件,成功率90.4%,其中公安5127件、市场2846件、人社416件`: whether they may be some of what came in, which stands
/// before the total.
fn is_of_larger(ctx: &Context<'_>, site: &Site, reading: &Reading, made: Decimal) -> bool {
    let list = &ctx.figures.list;
    let (total, first) = (reading.total[0], reading.parts[0]);
    let larger = total.checked_sub(1).map(|before| &list[before]);
    let may_be = larger.is_some_and(|it| {
        let is_like =
            it.sentence == list[total].sentence && it.quantity.unit.family == list[total].quantity.unit.family;
        is_like && it.role == Role::Count && it.quantity.value >= made
    });
    site.join == Join::Among && instead::is_done(ctx, total, first) && may_be
}

/// `收到15件,其中自然人14件、法人1件,另有上年结转2件。全部办结,其中予以公开6件、…`, which make 17: what was carried in is settled with them.
fn is_carried(ctx: &Context<'_>, reading: &Reading, [whole, made]: [Decimal; 2]) -> bool {
    let list = &ctx.figures.list;
    let first = reading.parts[0];
    let earliest = ctx.figures.reach(list[first].sentence).max(first.saturating_sub(FARTHEST));
    let more = made.minus(whole);
    let is_it = |figure: &Figure| Some(figure.quantity.value) == more && cues::is_carried_in(ctx.text, figure.label);
    let total = &list[reading.total[0]];
    let is_settled = [cues::SETTLED, &["答复"]].iter().any(|words| ctx.text.has_any(total.label, words));
    !is_settled && reading.total[0] < first && list[earliest..first].iter().any(is_it)
}

/// `收到41件,加上上年结转2件,全年答复42件,结转下年度1件`: whether what is too much is carried on, right behind the total.
fn is_carried_on(ctx: &Context<'_>, reading: &Reading, [whole, made]: [Decimal; 2]) -> bool {
    let list = &ctx.figures.list;
    let total = reading.total[0];
    let is_rest = |next: &&Figure| {
        let says = |words: &&[&str]| ctx.text.has_any(next.label, words);
        next.sentence == list[total].sentence && [cues::NEXT_PERIOD, cues::PENDING].iter().any(says)
    };
    let next = list.get(total + 1).filter(is_rest);
    next.is_some_and(|next| made.minus(whole) == Some(next.quantity.value))
}

/// Whether what is missing is told beside the list: `收到120件,不予受理8件。涉及公安56件、…`, which make 112.
fn is_accounted(ctx: &Context<'_>, reading: &Reading, [whole, made]: [Decimal; 2]) -> bool {
    const ELSEWHERE: &[&str] = &[
        "不予受理",
        "告知",
        "移送",
        "转送",
        "结转",
        "撤回",
        "另有",
        "退回",
        "放弃",
        "剔除",
        "中止",
        "正在",
        "尚",
        "仍有",
    ];
    let list = &ctx.figures.list;
    let part = &list[reading.parts[0]];
    let first = ctx.figures.reach(part.sentence).min(reading.total[0]);
    let is_other = |index: &usize| !reading.parts.contains(index) && !reading.total.contains(index);
    let ends = reading.parts[reading.parts.len() - 1].max(reading.total[0]);
    let near = first.max(reading.parts[0].saturating_sub(FARTHEST))
        ..ctx.figures.sentences[part.sentence].last.min(ends + FARTHEST);
    let others = near.clone().filter(is_other).map(|index| &list[index]);
    // 收到120件(含上年结转8件)。新收案件从领域看,…: apart from what is new.
    let is_carried_in = |other: &Figure| other.depth == part.depth && cues::is_carried_in(ctx.text, other.label);
    // 审结29件,结转下年2件。审结案件中维持18件、…: what is pending is no part of what was settled.
    let is_settled = ctx.text.has_any(list[reading.total[0]].label, cues::SETTLED);
    let is_pending = |other: &Figure| {
        is_settled && [cues::NEXT_PERIOD, cues::PENDING].iter().any(|it| ctx.text.has_any(other.label, it))
    };
    // 诉讼100件,未结4件,其中驳回60件、…
    let total = list[reading.total[0]].quantity.run.start;
    let is_open_before = |other: &Figure| {
        let stands_between = (total..part.quantity.run.start).contains(&other.quantity.run.start);
        stands_between && ctx.text.has_any(other.label, cues::UNSETTLED)
    };
    let is_apart = |other: &&Figure| {
        other.quantity.unit.family == part.quantity.unit.family
            && (ctx.text.has_any(other.label, ELSEWHERE)
                || ctx.text.starts(other.label.start, "除")
                || is_open_before(other))
            && !is_carried_in(other)
            && !is_pending(other)
    };
    let missing = whole.minus(made);
    // 审结168件,其中驳回160件,败诉率4.8%: the rate is of those that are missing; or of those that are told.
    let is_rate = |figure: &Figure| {
        let rate = figure.quantity.interval;
        let bounds = whole.times(rate.low).zip(whole.times(rate.high));
        let gives = |count: Decimal| {
            let share = count.times(Decimal::HUNDRED).zip(bounds);
            share.is_some_and(|(share, (low, high))| low <= share && share <= high)
        };
        let is_full = rate.low <= Decimal::HUNDRED && Decimal::HUNDRED <= rate.high;
        figure.role == Role::Rate && !is_full && (gives(made) || missing.is_some_and(gives))
    };
    // 办结821件,结案率95%: of what stands before it.
    let is_free = |rate: usize| {
        let before = rate.checked_sub(1).filter(|before| is_other(before) && list[*before].role == Role::Count);
        before.is_none_or(|before| !ratio::is_of(ctx, before, reading.total[0], rate))
    };
    if near.clone().any(|index| list[index].sentence == part.sentence && is_rate(&list[index]) && is_free(index)) {
        return true;
    }
    let mut apart = others.filter(is_apart).map(|other| other.quantity.value).peekable();
    let all = Decimal::sum(apart.clone());
    apart.peek().is_some() && all == missing || apart.any(|one| Some(one) == missing)
}
