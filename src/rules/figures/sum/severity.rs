//! How wrong a sum is called that does not hold, by how much the wording claims and how far apart total and parts are.

use super::{Reading, doubt, excused, slip, slips};
use crate::decimal::Decimal;
use crate::figures::groups::{self, Join, Site};
use crate::figures::{Role, cues};
use crate::finding::Severity;
use crate::rules::Context;
use crate::rules::figures::claim::{self, Claim, Says};
use crate::span::Run;

/// Of smaller numbers one digit explains nearly anything.
const SMALLEST_TOLD: Decimal = Decimal::whole(100);

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
    if excused::is_right(ctx, site, reading, claim, [whole, made]) {
        return None;
    }
    // However far off it is, one digit explains it.
    let is_joined_so =
        || site.join != Join::Following || doubt::is_list_behind(ctx, reading) || claim::divides(ctx, reading.parts[0]);
    let is_large = || whole >= SMALLEST_TOLD || claim.says >= Says::Most;
    let is_slip = || reading.total.len() == 1 && is_large() && is_joined_so() && slips(ctx, reading).next().is_some();
    let is_tight = is_tight(site);
    let is_behind =
        || claim.says > Says::Nothing || reading.total.last().is_some_and(|last| last + 1 == reading.parts[0]);
    let doubted = || {
        let may_be_far = is_tight && reading.parts.len() > 2;
        let is_few = || made.minus(whole).is_some_and(|more| more <= FEW);
        // Chief kinds come near their total too, from below; what no word ties to it must come nearer.
        let is_close = match made > whole {
            true => is_within(whole, made, TOO_MANY) || site.join == Join::Among && is_near && is_few(),
            // 案件1986件,处罚金额4125万元,其中非煤213件、…: the chief kinds, where more is told of all before them.
            false if is_tight || site.join == Join::Among && claim.points >= claim::LIKELY && is_behind() => is_next,
            false => is_within(whole, made, CLOSE),
        };
        let is_swap = || {
            let is_told = is_tight || whole >= SMALLEST_TOLD;
            reading.parts.len() > 2 && is_told && slip::is_swap(&whole.to_string(), &made.to_string())
        };
        let is_told = is_close || may_be_far && is_slip() || is_swap();
        (is_told && doubt::looks_whole(ctx, site, reading, claim, [whole, made])).then_some(Severity::Warning)
    };
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
        // Some of a class that has more come less near.
        if claim.says == Says::Kin && site.join == Join::Among {
            is_next || made > whole
        } else if made > whole {
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
        claim::CERTAIN..
            if site.join == Join::Before
                && reading.parts.len() == site.parts.len()
                && (is_near || are_of_one_unit(ctx, reading)) =>
        {
            Severity::Warning
        }
        claim::CERTAIN.. if is_negated(ctx, reading) && doubt::is_list_behind(ctx, reading) => Severity::Warning,
        claim::LIKELY.. if is_near && (claim.says >= Says::Most || is_close() || site.join != Join::Among) => {
            Severity::Warning
        }
        claim::POSSIBLE.. if is_near && exceeds > 1 => Severity::Warning,
        claim::POSSIBLE..
            if is_next
                && !claim.is_denied
                && (exceeds > 0 && !is_step
                    || slip(ctx, reading).is_some()
                    || claim.says >= Says::Most
                        && tells_kept(ctx, reading)
                        && slips(ctx, reading).next().is_some()) =>
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
    // 审结1842件,作出撤销、变更决定分别为201件、87件: some of the first.
    let has_some = || {
        let gaps = reading.parts[1..].iter().map(|&part| ctx.figures.list[part].gap);
        gaps.into_iter().any(|gap| cues::says_among(ctx.text, gap) || ctx.text.has_any(gap, &["分别为", "分别是"]))
    };
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

/// `证明236项,取消38项,保留188项`: what is cut and what is kept are all, unless some are told of behind.
fn tells_kept(ctx: &Context<'_>, reading: &Reading) -> bool {
    const FAR: usize = 12;
    let list = &ctx.figures.list;
    let keeps = |part: &usize| ctx.text.starts_any(list[*part].label.start, &["保留", "继续"]).is_some();
    let end = list[reading.parts[reading.parts.len() - 1]].quantity.run.end;
    reading.parts.iter().any(keeps) && !ctx.text.has_any(Run::new(end, end + FAR), &["部分", "其余", "另"])
}

/// Whether nothing but its parts and their shares stands within a list: not 查办611件,罚款523万元;立案89件;….
fn is_pure(ctx: &Context<'_>, reading: &Reading) -> bool {
    let (first, last) = (reading.parts[0], reading.parts[reading.parts.len() - 1]);
    let is_of_it = |index: usize| reading.parts.contains(&index) || ctx.figures.list[index].role == Role::Rate;
    (first..last).all(is_of_it)
}

/// Whether all is counted by one word: 13个区县共84项 is not of 13.
fn are_of_one_unit(ctx: &Context<'_>, reading: &Reading) -> bool {
    let unit = |index: usize| ctx.text.string(ctx.figures.list[index].quantity.unit_run);
    reading.parts.iter().all(|&part| unit(part) == unit(reading.total[0]))
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

/// Whether the wording ties the parts to their total: 共, a bracket, a colon.
pub const fn is_tight(site: &Site) -> bool {
    matches!(site.join, Join::Before | Join::Bracket | Join::Colon)
}

/// Whether the two are closer than the chief kinds of something come to all of them.
pub fn is_close(whole: Decimal, made: Decimal) -> bool {
    is_within(whole, made, CLOSE)
}

/// Whether the two are an eighth of the larger apart at most.
pub fn is_next(whole: Decimal, made: Decimal) -> bool {
    is_within(whole, made, NEXT)
}

/// Whether the two are no farther apart than such a part of the larger.
pub fn is_within(whole: Decimal, made: Decimal, part: i64) -> bool {
    let larger = if whole < made { made } else { whole };
    whole.distance(made).and_then(|gap| gap.times(Decimal::whole(part))).is_some_and(|gap| gap <= larger)
}
