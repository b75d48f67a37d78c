//! Which totals of a site a list may be judged against, and whether it is one list of parts at all.

use super::explained::Explained;
use crate::decimal::Decimal;
use crate::figures::groups::{self, Join, Site};
use crate::figures::{Figure, Role, cues};
use crate::rules::Context;
use crate::rules::figures::{claim, slip};

/// A longer list that does not nearly make its total is another list.
const MOST_FAR: usize = 16;

/// The totals that a list may be meant for.
pub fn totals<'s>(ctx: &Context<'_>, site: &'s Site, explained: &Explained, parts: &[usize]) -> Vec<&'s Vec<usize>> {
    // What follows 其中 is of what stands right before it, if of anything, or of its change; not of what is less than a
    // part: 审结589件,期末未结30件,其中调解结案421件、裁决结案168件.
    let is_next = |at: usize| site.totals[1..at].iter().all(|total| total.len() > 1);
    let is_less = |at: usize| is_next(at) && exceeds(ctx, parts, &site.totals[0]);
    let is_meant = |&(at, total): &(usize, &Vec<usize>)| {
        at == 0
            || site.join != Join::Among
            || ctx.figures.list[total[0]].role == Role::Change
            || total.len() == 1 && is_less(at)
    };
    // 公安(203件,占36.3%)、…。审结521件,维持294件、…: nor is a figure in a bracket, or an item, the total of what stands outside.
    let bracket = ctx.figures.list[parts[0]].bracket;
    let is_aside = |total: &Figure| total.bracket.is_some() && total.bracket != bracket;
    let is_named = || cues::of_these(ctx.text, ctx.figures.list[parts[0]].gap).is_some();
    // 新收764件,加上年结转58件,共办理822件: what was carried in is in it already.
    let is_twice = |total: &[usize]| total.len() > 1 && explained.sums_up(total[0], &total[1..]);
    let may_be = |figures: &&Vec<usize>| {
        let index = figures[0];
        let total = &ctx.figures.list[index];
        // 全年4.93万件,其中镇级2.61万件、村级2.32万件;按领域,…: of all, not of the first item.
        let goes_on = |next: &Figure| cues::pauses(ctx.text, next.gap);
        let begins_row = || {
            cues::says_among(ctx.text, total.gap) && ctx.figures.list.get(index + 1).is_some_and(goes_on) && !is_named()
        };
        let is_item = cues::pauses(ctx.text, total.gap) || explained.parts.contains(&index) && begins_row();
        // 其中税收收入43.15亿元,社保费收入21.06亿元,非税收入3.61亿元: items of one list.
        let is_told = explained.are_beside(index, parts[0]);
        !is_aside(total) && !is_told && (site.join != Join::Loose || !is_item) && !is_twice(figures)
    };
    site.totals.iter().enumerate().filter(is_meant).map(|(_, total)| total).filter(may_be).collect()
}

/// Whether some figures may be the parts of a total that they do not make.
pub fn are_parts(
    ctx: &Context<'_>,
    site: &Site,
    (total, parts): (&[usize], &[usize]),
    [whole, made]: [Decimal; 2],
) -> bool {
    let value = |part: usize| ctx.figures.list[part].quantity.value;
    // 新收57件,上年结转3件。予以公开26件、…: of both together.
    let next = ctx.figures.list.get(total[0] + 1);
    let carries = next.is_some_and(|next| cues::is_carried_in(ctx.text, next.label) && next.depth == 0);
    if carries && total.len() == 1 && matches!(site.join, Join::Loose | Join::NextSentence) {
        return false;
    }
    // 应考316人,通过312人;累计21人取得资格: nothing that these make.
    let gap = ctx.figures.list[total[0]].gap;
    let is_cumulated = site.join == Join::Before && ctx.text.has_any(gap, &["累计"]) && cues::stops(ctx.text, gap);
    if is_cumulated && !slip::is_near(whole, made) && parts.iter().any(|&part| value(part) > whole) {
        return false;
    }
    let is_list = site.join != Join::Following;
    let [of, is] = [total[0], parts[0]].map(|index| ctx.figures.list[index].quantity.unit.family);
    let is_petition = groups::is_petition(ctx.text, &ctx.figures.list[parts[0]]);
    // 合同37份、决策5件、文件2件,共计44件
    let may_add = || of.adds_to(is) || site.join == Join::Before && of.is_of_things() && is.is_of_things();
    let is_other = of != is && !is_petition && !(total[0] > parts[0] && may_add());
    // A figure of the same sentence is one more item, unless the list says that it divides.
    let is_item =
        site.join == Join::Loose && ctx.figures.is_beside(total[0], parts[0]) && !claim::divides(ctx, parts[0]);
    // What may not end there does not hold there either.
    if tells_unsettled(ctx, total, parts)
        || whole == made
        || is_other
        || is_item
        || total.len() > 1 && is_list && !exceeds(ctx, parts, total)
    {
        return false;
    }
    // 从场所看,居住场所538起、…,其余为草堆;从原因看,电气471起
    let is_other_list = parts[1..].iter().any(|&part| claim::divides(ctx, part));
    // 受理29件,不予受理3件,告知2件;受理的29件加上年结转3件: told again.
    let is_again = |part: &usize| {
        let part = &ctx.figures.list[*part];
        part.quantity.value == whole && ctx.text.before(part.label.end) == '的'
    };
    // 劳动报酬301件、…、补偿127件,分别占42.3%、…;集体争议6件: each has its share, which the next has not.
    let is_shared = parts.windows(2).any(|two| {
        let between = &ctx.figures.list[two[0] + 1..two[1]];
        between.iter().any(|it| it.role == Role::Rate && ctx.text.has_any(it.label, &["分别占"]))
    });
    // 应考76人(在编79人中3人长期病休): a whole of its own, and some of it.
    let is_whole = |part: &usize| ctx.text.at(ctx.figures.list[*part].quantity.run.end) == '中';
    let is_far = parts.len() > MOST_FAR && !slip::is_near(whole, made);
    !is_far && !is_other_list && !is_shared && !parts.iter().any(|part| is_again(part) || is_whole(part))
}

/// `审结1361件,其中调解927件,结转下年26件`: whether what goes on, which is none of what is settled, is among the parts.
fn tells_unsettled(ctx: &Context<'_>, total: &[usize], parts: &[usize]) -> bool {
    let list = &ctx.figures.list;
    let says = |index: usize, words: &[&str]| ctx.text.has_any(list[index].label, words);
    let is_pending = |last: usize| {
        let goes_on = |words: &&[&str]| ctx.text.has_any(list[last].tail, words);
        let is_rest = cues::is_rest(ctx.text, list[last].label);
        says(last, cues::NEXT_PERIOD) || is_rest && [cues::NEXT_PERIOD, cues::PENDING].iter().any(goes_on)
    };
    let is_open = |&part: &usize| says(part, cues::UNSETTLED);
    let is_settled = total.iter().any(|&total| says(total, cues::SETTLED));
    is_settled && (parts.iter().any(is_open) || parts.last().is_some_and(|&last| is_pending(last)))
}

/// Whether a part is larger than the figure that it stands behind, which then cannot be its total.
fn exceeds(ctx: &Context<'_>, parts: &[usize], total: &[usize]) -> bool {
    let value = |index: usize| ctx.figures.list[index].quantity.value;
    total.last().is_some_and(|&last| parts.iter().any(|&part| value(part) > value(last)))
}
