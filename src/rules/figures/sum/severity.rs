//! How wrong a sum is called that does not hold, by how much the wording claims and how far apart total and parts are.

use super::{Reading, doubt, slip, slips};
use crate::decimal::Decimal;
use crate::figures::groups::{self, Join, Site};
use crate::figures::{Figure, Role, cues};
use crate::finding::Severity;
use crate::rules::Context;
use crate::rules::figures::claim::{self, Claim, Says};
use crate::rules::figures::ratio;
use crate::span::Run;

/// Of smaller numbers one digit explains nearly anything.
const SMALLEST_TOLD: Decimal = Decimal::whole(100);

/// One digit too many makes a total less than so many times as large.
const MOST_TIMES: Decimal = Decimal::whole(12);

/// No figure farther from a list accounts for what is missing in it.
const FARTHEST: usize = 40;

/// Parts that are too many by a seventh of them at most are meant to be the whole: none can be left out.
const TOO_MANY: i64 = 7;

/// One or two too many are near any total, however small.
const FEW: Decimal = Decimal::whole(2);

/// Within an eighth of the larger: closer than parts named at will come to a total.
const NEXT: i64 = 8;

/// Within a sixteenth: closer than the chief kinds of something come to all of them.
const CLOSE: i64 = 16;

/// Within a thirty-second: closer than any but all of them come.
const CLOSEST: i64 = 32;

/// Within a sixty-fourth: things that are counted in two parts make more of a difference.
const HARDLY: i64 = 64;

/// How wrong a sum is called, or nothing where it may be right. What is claimed whole need only come near its total; what is
/// not must come the nearer, the less its wording speaks for it, and nearer from below, where some may be left out,
/// than from above.
pub fn severity(
    ctx: &Context<'_>,
    site: &Site,
    reading: &Reading,
    claim: Claim,
    [whole, made]: [Decimal; 2],
) -> Option<Severity> {
    let (is_near, is_next) = (slip::is_near(whole, made), is_next(whole, made));
    if !is_next && is_nested(ctx, reading) {
        return None;
    }
    // However far off it is, one digit explains it.
    let is_joined_so =
        || site.join != Join::Following || doubt::is_list_behind(ctx, reading) || claim::divides(ctx, reading.parts[0]);
    let is_large = || whole >= SMALLEST_TOLD || claim.says >= Says::Most;
    let is_slip = || reading.total.len() == 1 && is_large() && is_joined_so() && slips(ctx, reading).next().is_some();
    let is_tight = matches!(site.join, Join::Before | Join::Bracket | Join::Colon);
    let doubted = || {
        let may_be_far = is_tight && reading.parts.len() > 2;
        let is_few = || made.minus(whole).is_some_and(|more| more <= FEW);
        // Chief kinds come near their total too, from below; what no word ties to it must come nearer.
        let is_close = match made > whole {
            true => is_within(whole, made, TOO_MANY) || site.join == Join::Among && is_near && is_few(),
            false if is_tight || site.join == Join::Among && claim.points >= claim::LIKELY => is_next,
            false => is_within(whole, made, CLOSE),
        };
        let is_swap = || {
            let is_told = is_tight || whole >= SMALLEST_TOLD;
            reading.parts.len() > 2 && is_told && slip::is_swap(&whole.to_string(), &made.to_string())
        };
        let is_told = is_close || may_be_far && is_slip() || is_swap();
        (is_told && doubt::looks_whole(ctx, site, reading, claim, [whole, made])).then_some(Severity::Warning)
    };
    if !is_tight && made < whole && is_accounted(ctx, reading, [whole, made]) {
        return None;
    }
    // 旁听庭审2次、知识竞赛1次等活动共186次: some of them.
    let is_open = || site.join == Join::Before && ctx.text.has_any(ctx.figures.list[reading.total[0]].gap, &["等"]);
    let is_told = is_tight && claim.says == Says::All && !is_open();
    // 自建房28.4万栋,其中经营性1.76万栋;危房421栋,…,剩余12栋: of something else.
    if !is_told && made.times(MOST_TIMES).is_some_and(|most| most < whole) {
        return None;
    }
    // 创建示范社区2个、省级5个,累计19个: all there are by now.
    let total = ctx.figures.list[reading.total[0]].gap;
    let is_cumulated = || {
        ctx.text.has_any(total, &["累计"])
            && !ctx.text.has_any(total, &["全年累计", "今年累计", "本年累计", "年内累计"])
    };
    if site.join == Join::Before && made < whole && !is_near && is_cumulated() {
        return None;
    }
    if made > whole
        && (claim.may_exceed && !is_within(whole, made, HARDLY)
            || claim.says < Says::All && has_step(ctx, reading)
            || is_carried(ctx, reading, [whole, made])
            || claim.says == Says::Nothing && is_of_larger(ctx, site, reading, made))
    {
        return None;
    }
    let unclaimed = || {
        if are_all(ctx, site, reading, claim, [whole, made]) { Some(Severity::Warning) } else { doubted() }
    };
    if matches!(site.join, Join::Loose | Join::Summary) {
        let says_sum = || ctx.text.has_any(ctx.figures.list[reading.total[0]].label, cues::SUM);
        let is_sure = claim.points >= claim::CERTAIN || claim.points >= claim::LIKELY && says_sum();
        let is_close = is_next || is_near && site.join == Join::Summary && is_sure;
        let is_claimed = claim.says == Says::All && claim.points >= claim::POSSIBLE && is_close;
        return if is_claimed { Some(Severity::Warning) } else { unclaimed() };
    }
    if claim.says == Says::Nothing && (site.join == Join::Following || reading.total.len() > 1) {
        return unclaimed();
    }
    // 审结51件,其中败诉4件;开庭审理58件
    let is_pair = || reading.parts.len() == 2 && !cues::stops(ctx.text, ctx.figures.list[reading.parts[1]].gap);
    let is_close = || {
        if made > whole {
            is_next || is_pair()
        } else {
            is_within(whole, made, CLOSE) && doubt::is_at_hand(ctx, reading) && !doubt::is_parted(ctx, reading)
        }
    };
    let is_joined = !matches!(site.join, Join::Following | Join::Before);
    // 受理80件,其中公安36件、…、其他6件;审结74件,直接纠错8件
    let is_step = claim.says == Says::Nothing && reading.parts.len() == 2 && doubt::has_steps(ctx, reading);
    let exceeds = i16::from(made > whole) * if claim.says > Says::Nothing { 2 } else { 1 };
    Some(match claim.points + exceeds {
        claim::CERTAIN.. if claim.says > Says::Nothing && (is_near || is_joined && claim.says == Says::All) => {
            // Three of a class that may have more leave room for a fourth.
            let is_sure = (claim.says == Says::All || reading.parts.len() > 3) && !(claim.may_exceed && made > whole);
            if is_sure && adds_up(ctx, reading) { Severity::Error } else { Severity::Warning }
        }
        claim::LIKELY.. if is_slip() && (claim.says >= Says::Most || site.join == Join::Bracket) => Severity::Warning,
        claim::LIKELY.. if claim.says > Says::Nothing && is_joined && has_more(ctx, reading, whole) => {
            Severity::Warning
        }
        claim::CERTAIN.. if site.join == Join::Before && reading.parts.len() == site.parts.len() => Severity::Warning,
        claim::CERTAIN.. if is_negated(ctx, reading) && doubt::is_list_behind(ctx, reading) => Severity::Warning,
        claim::LIKELY.. if is_near && (claim.says > Says::Nothing || is_close() || site.join != Join::Among) => {
            Severity::Warning
        }
        claim::POSSIBLE.. if is_near && exceeds > 1 => Severity::Warning,
        claim::POSSIBLE..
            if is_next && !claim.is_denied && (exceeds > 0 && !is_step || slip(ctx, reading).is_some()) =>
        {
            Severity::Warning
        }
        claim::POSSIBLE.. if is_next && claim.says > Says::Nothing && claim.points > claim::POSSIBLE => {
            Severity::Warning
        }
        _ if doubted().is_some() => Severity::Warning,
        claim::POSSIBLE.. if is_next && reading.parts.len() > 2 => Severity::Info,
        _ => return None,
    })
}

/// `信息272条。…公告103条,指南1条,年报2条,…,重点领域21条`: many parts that come so near their total are all there are,
/// though no word says so.
fn are_all(ctx: &Context<'_>, site: &Site, reading: &Reading, claim: Claim, [whole, made]: [Decimal; 2]) -> bool {
    // 企业19.02万户,其中外资319户;个体34.36万户: some of one part.
    // 占62件的46.77%。…132件,其中医疗3件、…: of what stands right before them.
    let is_of_another = site.join == Join::Loose && cues::says_among(ctx.text, ctx.figures.list[reading.parts[0]].gap);
    let has_some = || reading.parts[1..].iter().any(|&part| cues::says_among(ctx.text, ctx.figures.list[part].gap));
    let may_be = match (site.join, reading.parts.len()) {
        // The chief ones of what no word ties to them come near it, too; and nothing else is told among them.
        (Join::Loose, 4..) => {
            claim.points >= 0
                && (claim.says > Says::Nothing || is_pure(ctx, reading))
                && is_within(whole, made, if made > whole { CLOSE } else { CLOSEST })
        }
        (Join::Following, 4..) => claim.points > 0 && is_within(whole, made, CLOSE),
        (Join::Following, 3) => {
            let pauses = |&part: &usize| ctx.text.has_any(ctx.figures.list[part].gap, &["、"]);
            let is_near = is_next(whole, made) || made > whole && slip::is_near(whole, made);
            claim.points > 0 && is_near && reading.parts[1..].iter().all(pauses)
        }
        _ => false,
    };
    may_be && !claim.is_denied && !is_of_another && !has_some()
}

/// Whether nothing but its parts and their shares stands within a list: not 查办611件,罚款523万元;立案89件;….
fn is_pure(ctx: &Context<'_>, reading: &Reading) -> bool {
    let (first, last) = (reading.parts[0], reading.parts[reading.parts.len() - 1]);
    let is_of_it = |index: usize| reading.parts.contains(&index) || ctx.figures.list[index].role == Role::Rate;
    (first..last).all(is_of_it)
}

/// `房屋3915栋,其中经营性612栋,有隐患27栋,鉴定为C级11栋、D级4栋,其余12栋`: whether the rest is that of a part before it.
fn is_nested(ctx: &Context<'_>, reading: &Reading) -> bool {
    let list = &ctx.figures.list;
    let value = |&part: &usize| list[part].quantity.value;
    let parts = &reading.parts;
    let rest = &list[parts[parts.len() - 1]];
    let makes = |at: usize| Decimal::sum(parts[at + 1..].iter().map(value)) == Some(value(&parts[at]));
    ctx.text.has_any(rest.gap.to(rest.label), cues::REST) && (0..parts.len().saturating_sub(2)).any(makes)
}

/// `提案187件,其中会后提交17件,经审查立案175件,立案率93.6%`: whether a part is what its own rate makes of the total.
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
        is_beside && ratio::is_of(ctx, part, reading.total[0], part + 1)
    };
    reading.parts.iter().any(is_of_total)
}

/// `调解8764件,成功7923件,成功率90.4%,其中公安5127件、市场2846件、人社416件`: whether they may be some of what stands before the
/// total and has a rate of it behind.
fn is_of_larger(ctx: &Context<'_>, site: &Site, reading: &Reading, made: Decimal) -> bool {
    let list = &ctx.figures.list;
    let (total, first) = (reading.total[0], reading.parts[0]);
    let is_rated = total < first && list[total + 1..first].iter().any(|figure| figure.role == Role::Rate);
    let larger = total.checked_sub(1).map(|before| &list[before]);
    let may_be = larger.is_some_and(|it| {
        let is_like =
            it.sentence == list[total].sentence && it.quantity.unit.family == list[total].quantity.unit.family;
        is_like && it.role == Role::Count && it.quantity.value >= made
    });
    site.join == Join::Among && is_rated && may_be
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
        "除",
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
    let is_apart = |other: &&Figure| {
        other.quantity.unit.family == part.quantity.unit.family
            && ctx.text.has_any(other.label, ELSEWHERE)
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
    if near.clone().any(|index| list[index].sentence == part.sentence && is_rate(&list[index])) {
        return true;
    }
    let mut apart = others.filter(is_apart).map(|other| other.quantity.value).peekable();
    let all = Decimal::sum(apart.clone());
    apart.peek().is_some() && all == missing || apart.any(|one| Some(one) == missing)
}

/// Whether all is counted in one unit: what is added up across units may be of other things.
fn adds_up(ctx: &Context<'_>, reading: &Reading) -> bool {
    let whole = ctx.figures.list[reading.total[0]].quantity.unit.family;
    reading
        .parts
        .iter()
        .map(|&part| &ctx.figures.list[part])
        .all(|part| whole.adds_to(part.quantity.unit.family) || groups::is_petition(ctx.text, part))
}

/// `合格5卷,不合格4卷`: a thing and what is not so are all there is, however far off.
fn is_negated(ctx: &Context<'_>, reading: &Reading) -> bool {
    let denies = |part: &usize| ctx.text.starts_any(ctx.figures.list[*part].label.start, &["不", "未", "尚未", "非"]);
    reading.parts.len() == 2 && reading.parts.iter().any(|part| denies(part).is_some())
}

/// Whether one part is more than its total.
fn has_more(ctx: &Context<'_>, reading: &Reading, whole: Decimal) -> bool {
    let is_behind = reading.total.len() == 1 && reading.total[0] + 1 == reading.parts[0];
    is_behind && reading.parts.iter().any(|&part| ctx.figures.list[part].quantity.value > whole)
}

fn is_next(whole: Decimal, made: Decimal) -> bool {
    is_within(whole, made, NEXT)
}

/// Whether the two are no farther apart than such a part of the larger.
fn is_within(whole: Decimal, made: Decimal, part: i64) -> bool {
    let larger = if whole < made { made } else { whole };
    whole.distance(made).and_then(|gap| gap.times(Decimal::whole(part))).is_some_and(|gap| gap <= larger)
}
