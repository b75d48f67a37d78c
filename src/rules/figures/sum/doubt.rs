//! Lists that no word calls whole, but that look it: nothing of their unit is left over beside them, nothing
//! speaks for a selection. How near they must come to their total to be doubted, `severity` says; where only 其中
//! or nothing ties two of them to it, none may nearly be it.

use super::Reading;
use crate::decimal::Decimal;
use crate::figures::groups::{Join, Site};
use crate::figures::{Figure, Role, cues};
use crate::rules::Context;
use crate::rules::figures::claim::{self, Claim, Says};

/// No figure farther away is told beside a list.
const FARTHEST: usize = 40;

/// What follows on receipt, or is done one beside the other: such figures are no parts, however near they come.
const STEPS: &[&str] = &[
    "办结",
    "审结",
    "结案",
    "整改",
    "移送",
    "立案",
    "未结",
    "在办",
    "待办",
    "答复",
    "出庭",
    "办成",
    "结转",
    "判决",
    "合格",
    "受理",
    "审理",
    "检查",
    "拘留",
    "逮捕",
    "起诉",
    "败诉",
    "许可",
    "处罚",
    "缺编",
    "空编",
    "取消",
    "承接",
    "下放",
    "调整",
    "破案",
    "提取",
    "发放",
    "拨付",
    "解除",
    "解矫",
    "换届",
    "调成",
    "司法确认",
    "已退回",
    "已追回",
    "在册",
    "年底",
    "年末",
    "期末",
];

/// A step as well, but a total that was 完成 may be what the steps before it make: 共完成立法项目9件.
const DONE: &[&str] = &["完成"];

/// Whether a list that no wording claims to be whole is doubted where it does not add up.
#[must_use]
pub fn looks_whole(
    ctx: &Context<'_>,
    site: &Site,
    reading: &Reading,
    claim: Claim,
    [whole, made]: [Decimal; 2],
) -> bool {
    // 21.6万件,其中交警19.3万件、城管6812件、…: what is told to the last piece is not all that is rounded.
    let is_exact = |&figure: &usize| {
        let interval = ctx.figures.list[figure].quantity.interval;
        interval.low == interval.high
    };
    let is_rounded = !is_exact(&reading.total[0]) && reading.parts.iter().any(is_exact);
    let is_whole = match site.join {
        Join::Among if is_rounded => false,
        Join::Before | Join::Bracket => true,
        Join::Colon => reading.parts.len() > 2,
        // 查处食品126件、药品42件,共结案160件: what is summed up is a step further on.
        Join::Summary => reading.parts.len() > 2 && !is_step(ctx, reading),
        Join::Among => {
            is_introduced(ctx, reading)
                && (made > whole || is_at_hand(ctx, reading))
                && !is_parted(ctx, reading)
                && (reading.parts.len() > 2
                    || is_even(ctx, reading, whole) && !are_two_steps(ctx, reading)
                    || made > whole && !has_steps(ctx, reading))
        }
        Join::Following => is_list_behind(ctx, reading) && is_even(ctx, reading, whole) && !has_steps(ctx, reading),
        Join::Loose => {
            let is_kin = claim.says > Says::Nothing && claim.points >= claim::POSSIBLE;
            reading.parts.len() > 2 && is_kin && is_in_reach(ctx, reading)
        }
        Join::NextSentence => false,
    };
    let is_one = reading.total.len() == 1;
    let is_counted = reading.parts.iter().all(|&part| ctx.figures.list[part].role == Role::Count);
    is_whole
        && is_one
        && is_counted
        && !claim.is_denied
        && (site.join == Join::Loose || is_alone(ctx, site, reading, [whole, made]))
}

/// Whether what sums up a list is a step that its first part does not name: not 检查药店213家次、…,共检查642家次.
fn is_step(ctx: &Context<'_>, reading: &Reading) -> bool {
    let [total, first] = [reading.total[0], reading.parts[0]].map(|index| ctx.figures.list[index].label);
    STEPS.iter().any(|step| ctx.text.find(total, step).is_some() && ctx.text.find(first, step).is_none())
}

/// `1.86万件,其中社保7420件、民政3116件、卫健1875件;代办点代办5364件`: whether the last alone stands behind a semicolon.
#[must_use]
pub fn goes_beyond(ctx: &Context<'_>, parts: &[usize]) -> bool {
    let gaps = |two: &[usize]| &ctx.figures.list[two[0] + 1..=two[1]];
    let stops = |two: &[usize]| gaps(two).iter().any(|figure| cues::stops(ctx.text, figure.gap));
    parts.len() > 3 && parts.windows(2).position(stops) == Some(parts.len() - 2)
}

/// Whether the list stands in the sentence of its total, or begins with 其中.
fn is_introduced(ctx: &Context<'_>, reading: &Reading) -> bool {
    let first = reading.parts[0];
    ctx.figures.is_beside(reading.total[0], first) || cues::says_among(ctx.text, ctx.figures.list[first].gap)
}

/// Whether the list stands in the sentence of its total, or no rate is told between them: 审结723件,结案率94.9%。其中….
#[must_use]
pub fn is_at_hand(ctx: &Context<'_>, reading: &Reading) -> bool {
    let list = &ctx.figures.list;
    let (total, first) = (reading.total[0], reading.parts[0]);
    ctx.figures.is_beside(total, first) || !list[total.min(first)..first].iter().any(|it| it.role == Role::Rate)
}

/// Whether no part nearly is the total: nine tenths of it, or, among several, nineteen twentieths.
fn is_even(ctx: &Context<'_>, reading: &Reading, whole: Decimal) -> bool {
    let [most, of] = if reading.parts.len() > 2 { [19, 20] } else { [9, 10] };
    let most = whole.times(Decimal::whole(most));
    let value = |part: usize| ctx.figures.list[part].quantity.value.times(Decimal::whole(of));
    reading.parts.iter().all(|&part| value(part).zip(most).is_some_and(|(value, most)| value <= most))
}

/// Whether the list begins right behind its total, but for shares and what a bracket says, and no semicolon parts it.
/// A first item is no total: `其中医疗纠纷111起、物业纠纷79起、劳动争议41起`.
#[must_use]
pub fn is_list_behind(ctx: &Context<'_>, reading: &Reading) -> bool {
    let list = &ctx.figures.list;
    let (total, first) = (reading.total[0], reading.parts[0]);
    let between = |index: usize| list[index].bracket == list[total].bracket && list[index].role != Role::Rate;
    // 组织专题学法12次,开展“林业大讲堂”9次: another thing done.
    let is_another = ctx.text.starts_any(list[first].label.start, &["组织", "开展", "举办", "召开", "公示"]).is_some();
    let is_item =
        is_another || ctx.text.has_any(list[total].gap, cues::AMONG) || ctx.text.at(list[total].tail.end) == '、';
    total < first && !is_item && !(total + 1..first).any(between) && !is_parted(ctx, reading)
}

/// Whether semicolons divide the list: one, or some, but not one behind every part, which only parts the items.
#[must_use]
pub fn is_parted(ctx: &Context<'_>, reading: &Reading) -> bool {
    let stops = |part: &&usize| cues::stops(ctx.text, ctx.figures.list[**part].gap);
    let count = reading.parts[1..].iter().filter(stops).count();
    count > 0 && (count == 1 || count + 1 < reading.parts.len())
}

/// Whether the total stands in the sentence of the list or the one before.
fn is_in_reach(ctx: &Context<'_>, reading: &Reading) -> bool {
    let sentence = ctx.figures.list[reading.parts[0]].sentence;
    reading.total.iter().all(|&total| total >= ctx.figures.reach(sentence))
}

/// Whether a part is a step that follows on receipt.
#[must_use]
pub fn has_steps(ctx: &Context<'_>, reading: &Reading) -> bool {
    reading.parts.iter().any(|&part| {
        let label = ctx.figures.list[part].label;
        ctx.text.has_any(label, STEPS) || ctx.text.has_any(label, DONE)
    })
}

/// `破案1264起,其中电信诈骗案件立案846起,破案371起`: whether each part is another step.
fn are_two_steps(ctx: &Context<'_>, reading: &Reading) -> bool {
    let says = |part: usize, step: &str| ctx.text.find(ctx.figures.list[part].label, step).is_some();
    let [a, b] = reading.parts[..] else { return false };
    let only = |part: usize, other: usize| STEPS.iter().any(|step| says(part, step) && !says(other, step));
    only(a, b) && only(b, a)
}

/// Whether total and parts are all that is counted in their unit between two semicolons; or, behind 其中, nothing beside
/// them is what they make or lack.
fn is_alone(ctx: &Context<'_>, site: &Site, reading: &Reading, [whole, made]: [Decimal; 2]) -> bool {
    let list = &ctx.figures.list;
    let first = &list[reading.parts[0]];
    let gap = whole.distance(made);
    let explains = |value: Decimal| value == made || Some(value) == gap;
    let is_other = |index: usize| {
        let figure: &Figure = &list[index];
        figure.bracket == first.bracket
            && figure.role == Role::Count
            && figure.quantity.unit.family == first.quantity.unit.family
            && !reading.parts.contains(&index)
            && !reading.total.contains(&index)
            && (site.join != Join::Among || explains(figure.quantity.value))
    };
    let sentence = &ctx.figures.sentences[first.sentence];
    let (from, to) =
        (reading.parts[0].min(reading.total[0]), reading.parts[reading.parts.len() - 1].max(reading.total[0]));
    let stops = |index: usize| cues::stops(ctx.text, list[index].gap);
    let from = (sentence.first..=from)
        .rev()
        .take(FARTHEST)
        .find(|&index| stops(index))
        .unwrap_or(sentence.first.max(from.saturating_sub(FARTHEST)));
    let to =
        (to + 1..sentence.last).take(FARTHEST).find(|&index| stops(index)).unwrap_or(sentence.last.min(to + FARTHEST));
    !(from..to).any(is_other)
}
