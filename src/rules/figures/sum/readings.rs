//! The readings of a site: which lists its parts may be, and which of them add up.

use super::{FARTHEST, Reading, sum, value};
use crate::decimal::{Decimal, Interval};
use crate::figures::groups::{Join, Site};
use crate::figures::{Figure, Role, cues, is_separator};
use crate::lex::number::Script;
use crate::lex::unit::Family;
use crate::rules::Context;
use crate::rules::figures::{claim, slip};
use crate::span::Run;

/// How often one total is divided at most: 按类别…, 按程序…, 按结果…. More often is no text of a person.
const MOST_DIVISIONS: usize = 4;

/// Of smaller figures two are the same by chance.
const SMALLEST_AGAIN: Decimal = Decimal::whole(20);

/// The readings of a site that add up; more than one where one total is divided twice.
pub fn holding(ctx: &Context<'_>, site: &Site) -> Vec<Reading> {
    let mut found = Vec::new();
    for total in &site.totals {
        let Some(whole) = sum(ctx, total) else { continue };
        if matches!(site.join, Join::Before | Join::Summary) {
            let parts = latest_fit(ctx, whole, site).filter(|parts| may_be_told(ctx, total[0], parts.len()));
            found.extend(parts.map(|parts| Reading { total: total.clone(), parts }));
            continue;
        }
        let mut rest = &site.parts[..];
        while found.len() < MOST_DIVISIONS
            && let Some(length) = longest_fit(ctx, whole, rest, total)
        {
            found.push(Reading { total: total.clone(), parts: rest[..length].to_vec() });
            rest = &rest[length..];
        }
        if found.is_empty()
            && let Some(parts) = fit_around_nested(ctx, whole, site)
        {
            found.push(Reading { total: total.clone(), parts });
        }
        if !found.is_empty() {
            return found;
        }
    }
    found
}

/// The longest beginning of a list, at least two long, that adds up.
fn longest_fit(ctx: &Context<'_>, whole: Interval, parts: &[usize], total: &[usize]) -> Option<usize> {
    let mut sum = Interval::exactly(Decimal::ZERO);
    let mut longest = None;
    for (index, &part) in parts.iter().enumerate() {
        // 共4.26万户: what is smaller than its last digit neither adds to it nor takes away.
        let is_lost = |value: Decimal| whole.low.plus(value).is_some_and(|above| above < whole.high);
        // 检查19项、其他11项。按上级部署取消3项: a rest ends its list with the sentence.
        let is_behind_rest = || {
            let before = &ctx.figures.list[parts[index - 1]];
            before.sentence != ctx.figures.list[part].sentence && cues::is_rest(ctx.text, before.label)
        };
        let is_over = longest.is_some() && is_lost(ctx.figures.list[part].quantity.value);
        if total.contains(&part) || is_over || index > 0 && is_behind_rest() {
            break;
        }
        sum = sum.plus(ctx.figures.list[part].quantity.interval)?;
        let ends = || parts.get(index + 1).is_none_or(|&next| claim::may_end(ctx, total, &parts[..=index], next));
        if index > 0 && sum.meets(whole) && ends() {
            longest = Some(index + 1);
        }
    }
    longest
}

/// The longest end of a list that adds up to a total behind it.
fn latest_fit(ctx: &Context<'_>, whole: Interval, site: &Site) -> Option<Vec<usize>> {
    let parts = &site.parts[..];
    let adds_up = |from: &usize| sum(ctx, &parts[*from..]).is_some_and(|sum| sum.meets(whole));
    let from = (0..parts.len().saturating_sub(1)).find(adds_up)?;
    // 街道1个、社区9个、物业2个,共11个: by chance, where one mark parts all of them, all come near, and no word says of which
    // it is (委员共31名, 共85个市县级示范点).
    let total = &ctx.figures.list[site.totals[0][0]];
    let is_bare = || {
        let end = total.quantity.run.end;
        total.tail.is_empty() && ctx.text.at(end) != '(' && cues::IN_ALL.contains(&&*ctx.text.string(total.label))
    };
    // 区级中心1个、下设街道站9个、社区室20个,共29个: under the first.
    let first = ctx.figures.list[parts[from]].label;
    let is_under = || ctx.text.starts_any(first.start, &["下设", "下辖", "其下", "指导", "统筹", "带", "率"]).is_some();
    let is_near = || value(ctx, parts).is_some_and(|made| slip::is_near(total.quantity.value, made));
    let is_one_list = || (from..parts.len()).all(|at| cues::pauses(ctx.text, ctx.figures.list[parts[at]].gap));
    let is_chance = from > 0 && is_bare() && is_near() && is_one_list() && !is_under();
    (!is_chance).then(|| parts[from..].to_vec())
}

/// `建议11件、提案16件、…,四项合计209件`: whether so many parts are no other number than is told.
fn may_be_told(ctx: &Context<'_>, total: usize, parts: usize) -> bool {
    let list = &ctx.figures.list;
    let Figure { gap, quantity, .. } = list[total];
    let sign = ctx.text.ends_any(gap.start, quantity.run.start, cues::IN_ALL);
    let told = sign.zip(total.checked_sub(1)).map(|((_, length), before)| (quantity.run.start - length, &list[before]));
    let told =
        told.filter(|(sign, before)| before.quantity.run.end == *sign && before.quantity.script == Script::Chinese);
    told.and_then(|(_, before)| before.quantity.value.to_integer())
        .is_none_or(|told| usize::try_from(told) == Ok(parts))
}

/// `动态1201条、通知251条、征集调查16期、其他1230条`: the parts with one item between them that is counted in another unit,
/// where these make the total.
pub fn with_item(ctx: &Context<'_>, reading: &Reading) -> Option<Reading> {
    let list = &ctx.figures.list;
    let (&first, &end) = (reading.parts.first()?, reading.parts.last()?);
    let (whole, total) = (sum(ctx, &reading.total)?, reading.total[0]);
    let is_item = |index: &usize| {
        let figure = &list[*index];
        // 许可100件、检查200次、其他15件
        let family = figure.quantity.unit.family;
        let is_thing = family.is_of_things() || matches!(family, Family::Occasion | Family::Person);
        figure.role == Role::Count
            && is_thing
            && figure.bracket == list[first].bracket
            && !reading.parts.contains(index)
    };
    let with = |item: usize| {
        let mut parts = reading.parts.clone();
        parts.insert(parts.partition_point(|&part| part < item), item);
        parts
    };
    let makes = |parts: &Vec<usize>| sum(ctx, parts).is_some_and(|made| made.meets(whole));
    // 3217件,其中教师资格认定1864人、…: or before them all.
    let from = if total < first { total + 1 } else { first };
    let parts = (from..end).filter(is_item).map(with).find(makes)?;
    Some(Reading { total: reading.total.clone(), parts })
}

/// A reading in which some parts behind an inner 其中 belong to the part before it.
fn fit_around_nested(ctx: &Context<'_>, whole: Interval, site: &Site) -> Option<Vec<usize>> {
    let nested = site.nested?;
    for skipped in 1..=site.parts.len().saturating_sub(nested).min(8) {
        let parts: Vec<usize> = site.parts[..nested].iter().chain(&site.parts[nested + skipped..]).copied().collect();
        if let Some(length) = longest_fit(ctx, whole, &parts, &[]).filter(|&length| length >= nested) {
            return Some(parts[..length].to_vec());
        }
    }
    None
}

/// The lists that the parts of a site may be: all of them, or up to where another begins; before a sum, from where
/// the list may begin.
pub fn endings<'s>(ctx: &'s Context<'_>, site: &'s Site) -> impl Iterator<Item = &'s [usize]> {
    let is_behind = !matches!(site.join, Join::Before | Join::Summary);
    let up_to = (2..=site.parts.len()).filter(move |&length| is_behind && ends_at(ctx, site, length));
    let from = (0..site.parts.len().saturating_sub(1)).filter(move |&from| !is_behind && begins_at(ctx, site, from));
    up_to.map(|length| &site.parts[..length]).chain(from.map(|from| &site.parts[from..]))
}

/// Whether a list before its sum may begin with the part of an index: where another mark parts it from what is before
/// it than from what follows, or another unit begins.
fn begins_at(ctx: &Context<'_>, site: &Site, from: usize) -> bool {
    let mark = |index: usize| ctx.text.chars(ctx.figures.list[site.parts[index]].gap).find(|&ch| is_separator(ch));
    let unit = |index: usize| ctx.figures.list[site.parts[index]].quantity.unit.family;
    from == 0 || mark(from) != mark(from + 1) || unit(from) != unit(from - 1)
}

/// Whether a list may end before the part of an index: before a semicolon, an inner 其中 or a value of
/// another period; where commas follow a list parted by 、; and where the total or a figure without a
/// name begins another statement: `甲3件、乙4件,7件全部办结`.
fn ends_at(ctx: &Context<'_>, site: &Site, length: usize) -> bool {
    let figure = |index: usize| &ctx.figures.list[index];
    let Some(&next) = site.parts.get(length) else { return true };
    let next = figure(next);
    let says = |figure: &Figure, mark: &str| ctx.text.has_any(figure.gap, &[mark]);
    // …、自然资源15名,14个乡镇共下沉112名: a count of something else may stand between.
    let goes_on = || ctx.text.at(figure(site.parts[length - 1]).quantity.run.end) == ',';
    let by_pauses = || site.parts[1..length].iter().all(|&part| says(figure(part), "、") && !says(figure(part), ","));
    let is_told = |total: &[usize]| sum(ctx, total).is_some_and(|sum| sum == next.quantity.interval);
    let is_total = || site.totals.iter().any(|total| is_told(&total[..1])) || is_told(&site.parts[..length]);
    // 经审查178个、不需审查58个,178个议题占74.5%
    let is_again = || {
        let is_large = next.quantity.value >= SMALLEST_AGAIN;
        is_large && site.parts[..length].iter().any(|&part| is_told(&[part]))
    };
    let is_other = || next.quantity.unit.family != figure(site.parts[0]).quantity.unit.family;
    let is_bare = || next.label.is_empty() && !figure(site.parts[0]).label.is_empty();
    let is_closed = || cues::is_rest(ctx.text, figure(site.parts[length - 1]).label);
    let is_pending =
        || [cues::PENDING, &["还有"]].iter().any(|words| ctx.text.starts_any(next.label.start, words).is_some());
    // …、终止42件,直接纠错22件: of another class.
    let leaves_class = || claim::leaves_class(ctx, site.totals[0][0], &site.parts[..length], site.parts[length]);
    // 医疗纠纷2039件;劳动争议118件;其他912件: the rest is of the list.
    // Unless it has not been settled yet: 审结149件,其中维持61件、…,其余13件正在审理.
    let is_settled = || ctx.text.has_any(figure(site.totals[0][0]).label, cues::SETTLED);
    let is_open = ctx.text.has_any(next.tail, cues::PENDING) && is_settled();
    if cues::is_rest(ctx.text, next.label) && next.sentence == figure(site.parts[0]).sentence && !is_open {
        return false;
    }
    site.nested == Some(length)
        || site.join == Join::NextSentence
        || next.sentence != figure(site.parts[length - 1]).sentence
        || (site.parts[length - 1] + 1..=site.parts[length]).any(|index| says(figure(index), ";"))
        || next.role == Role::Elsewhen
        || (goes_on() && is_total())
        || (says(next, ",")
            && (by_pauses() || is_again() || is_other() || is_bare() || is_pending() || is_closed() || leaves_class()))
}

/// `一般案件205件,其中重大案件17件,简易案件33件,两类案件合计238件`: whether so many of the figures before a total are what it
/// sums up.
pub fn is_of_several(ctx: &Context<'_>, reading: &Reading) -> bool {
    const SIGN: usize = 3;
    const NUMBERS: [(&str, u32); 4] = [("两", 2), ("三", 3), ("四", 4), ("五", 5)];
    const NEAREST: usize = 10;
    let total = reading.total[0];
    let figure = &ctx.figures.list[total];
    let sign = Run::new(figure.gap.start.saturating_sub(SIGN), figure.gap.end);
    let several = NUMBERS.iter().find(|(word, _)| ctx.text.find(sign, word).is_some());
    let Some(&(_, several)) = several.filter(|_| total > reading.parts[0]) else { return false };
    let is_like = |index: &usize| ctx.figures.list[*index].quantity.unit.family == figure.quantity.unit.family;
    let first = ctx.figures.sentences[figure.sentence].first;
    let near: Vec<usize> = (first..total).rev().take(FARTHEST).filter(is_like).take(NEAREST).collect();
    let chosen =
        |some: u32| (0..near.len()).filter(move |at| some >> at & 1 == 1).map(|at| near[at]).collect::<Vec<_>>();
    let makes = |some: u32| sum(ctx, &chosen(some)).is_some_and(|made| made.meets(figure.quantity.interval));
    (0..1u32 << near.len()).any(|some| some.count_ones() == several && makes(some))
}
