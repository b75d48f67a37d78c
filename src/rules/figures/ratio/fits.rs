//! Which counts in reach give a rate: one over another, several over one, two groups together, with what was carried
//! in or without what was withdrawn.

use super::{FARTHEST, beside, is_gathered, likely};
use crate::decimal::{Decimal, Interval};
use crate::figures::{Figure, Role, cues};
use crate::rules::Context;
use crate::rules::figures::{slip, sum};
use crate::span::Run;

/// Counts that give a rate: parts over bases, less what is taken from these.
pub struct Fit {
    /// Indices of the counts above.
    pub parts: Vec<usize>,
    /// Of those below.
    pub bases: Vec<usize>,
    /// Of what is taken from these.
    pub less: Option<usize>,
}

impl Fit {
    /// One count over another.
    #[must_use]
    pub fn of(part: usize, whole: usize) -> Self {
        Self::over(part, &[whole])
    }

    /// One count over several.
    #[must_use]
    pub fn over(part: usize, bases: &[usize]) -> Self {
        Self { parts: vec![part], bases: bases.to_vec(), less: None }
    }

    /// Whether all is counted in the unit of the first part.
    #[must_use]
    pub fn is_of_one_unit(&self, ctx: &Context<'_>) -> bool {
        let family = |&index: &usize| ctx.figures.list[index].quantity.unit.family;
        self.parts.iter().chain(&self.bases).all(|index| family(index) == family(&self.parts[0]))
    }

    /// Whether the parts together over the bases together are the rate.
    #[must_use]
    pub fn holds(&self, ctx: &Context<'_>, rate: &Figure) -> bool {
        let base = sum::sum(ctx, &self.bases);
        let less =
            |all: Interval| self.less.map_or(Some(all), |less| all.minus(ctx.figures.list[less].quantity.interval));
        let sides = sum::sum(ctx, &self.parts).zip(base.and_then(less));
        sides.is_some_and(|(part, whole)| is_rate_of(part, whole, rate.quantity.interval))
    }

    /// What the parts make of the bases, in percent, to so many places.
    #[must_use]
    pub fn made(&self, ctx: &Context<'_>, scale: u8) -> Option<Decimal> {
        let all = sum::value(ctx, &self.bases)?;
        let base = self.less.map_or(Some(all), |less| all.minus(ctx.figures.list[less].quantity.value))?;
        sum::value(ctx, &self.parts)?.times(Decimal::HUNDRED)?.rounded_quotient(base, scale)
    }

    /// Whether they come as close to the rate as one wrong figure usually leaves them.
    #[must_use]
    pub fn is_near(&self, ctx: &Context<'_>, rate: &Figure) -> bool {
        self.made(ctx, 2).is_some_and(|made| slip::is_near_percent(made, rate.quantity.value))
    }

    /// The two counts, where there are no more.
    #[must_use]
    pub fn pair(&self) -> Option<(usize, usize)> {
        match (&self.parts[..], &self.bases[..]) {
            (&[part], &[whole]) if self.less.is_none() => Some((part, whole)),
            _ => None,
        }
    }
}

/// Any two counts of one kind, several that add up over another, or two groups together, that give the rate.
pub fn any_pair(ctx: &Context<'_>, counts: &[usize], rate: &Figure, named: Option<(usize, usize)>) -> Option<Fit> {
    // Where the words name a count, a pair of others would be chance.
    let is_meant = |index: usize| named.is_none_or(|(part, whole)| index == part || index == whole);
    let others = |part: usize| counts.iter().copied().filter(move |&whole| whole != part);
    let mut pairs = counts.iter().flat_map(|&part| others(part).map(move |whole| (part, whole)));
    // Of many counts two are equal by chance.
    let is_full = rate.quantity.value == Decimal::HUNDRED;
    let is_target = |part: usize| counts[0] == part && is_target(ctx, part, rate);
    let is_reversed = |part: usize, whole: usize| named == Some((whole, part)) || is_target(part);
    // …驳回7件、撤销6件。80项事项中,76项全程网办,占95%: nor is a pair of the sentence before meant, if its own has one.
    let is_own = |index: usize| ctx.figures.list[index].sentence == rate.sentence;
    let has_own = counts.iter().filter(|&&index| is_own(index)).count() > 1;
    let is_whole_percent = !is_full && rate.quantity.value.scale() == 0;
    let fits = |&(part, whole): &(usize, usize)| {
        let is_told = || beside::is_named(ctx, rate, &ctx.figures.list[part]);
        // 发现问题841户,问题发现率11%: a whole number of percent fits by chance, so the one named must be in its place.
        let is_placed = || named.is_none_or(|(of, base)| part == of || whole == base) || !is_whole_percent;
        let may_be = (is_meant(part) || is_meant(whole)) && is_placed() || is_told();
        let is_beside = || counts[0] == part || is_told();
        may_be
            && (!is_full || named.is_some() || is_beside())
            && (!has_own || is_own(part) || is_own(whole))
            && !is_reversed(part, whole)
            && gives(ctx, &[part], whole, rate)
    };
    if let Some((part, whole)) = pairs.find(fits) {
        return Some(Fit::of(part, whole));
    }
    let parts = || counts.windows(2).chain(counts.windows(3)).chain(row(ctx, counts, rate)).map(<[usize]>::to_vec);
    let sums = parts().flat_map(|parts| counts.iter().map(move |&whole| (parts.clone(), whole)));
    // 驳回418件,纠错187件(变更43件、责令8件),纠错率12.2%: of one item another has no share.
    let list = &ctx.figures.list;
    let item = |part: usize, whole: usize| (0..=part).rev().find(|&at| list[at].depth <= list[whole].depth);
    let are_items = |parts: &[usize], whole: usize| {
        parts.iter().any(|&part| {
            item(part, whole).is_some_and(|item| item != whole && item != part && likely::are_items(ctx, item, whole))
        })
    };
    // Two counts that stand elsewhere would be chance, but for items of a list: 撤销22件、确认违法9件、…、终止35件,纠错率20.8%.
    let is_near = |parts: &[usize]| {
        parts.contains(&counts[0])
            || parts.windows(2).all(|two| {
                likely::are_items(ctx, two[0], two[1])
                    || two[0] == two[1] + 1 && cues::pauses(ctx.text, list[two[0]].gap)
            })
    };
    let found = sums.filter(|(parts, whole)| !parts.contains(whole) && gives(ctx, parts, *whole, rate)).find(
        |(parts, whole)| {
            let has_target = parts.iter().any(|&part| is_target(part));
            is_near(parts) && !has_target && !are_items(parts, *whole)
        },
    );
    let found = found.map(|(parts, whole)| Fit { parts, bases: vec![whole], less: None });
    // 应缴180万元中的172万元,到位率85%: what stands elsewhere is nothing of it.
    let is_of_named = |fit: &Fit| {
        let is_in = |index: usize| fit.parts.contains(&index) || fit.bases.contains(&index);
        named.is_none_or(|(part, whole)| is_in(part) || is_in(whole))
    };
    with_carried(ctx, counts, rate)
        .filter(is_of_named)
        .or(found)
        .or_else(|| of_sums(ctx, counts, rate))
        .or_else(|| of_two(ctx, counts, rate).filter(|fit| named.is_none_or(|(_, whole)| fit.bases.contains(&whole))))
        .or_else(|| of_list(ctx, counts, rate))
        .or_else(|| of_saved(ctx, counts, rate))
}

/// `完成年度任务5万平方米的116.6%`: whether a count is what was to be done, which is no part of anything.
fn is_target(ctx: &Context<'_>, count: usize, rate: &Figure) -> bool {
    is_planned(ctx, count) && ctx.text.string(rate.label) == "的"
}

fn is_planned(ctx: &Context<'_>, count: usize) -> bool {
    ctx.text.has_any(ctx.figures.list[count].label, &["任务", "目标", "计划"])
}

/// `分别为86件、61件、37件、29件,占受理案件的85.9%`: all that 、 joins before a share.
fn row<'c>(ctx: &Context<'_>, counts: &'c [usize], rate: &Figure) -> Option<&'c [usize]> {
    let goes_on = |two: &&[usize]| two[0] == two[1] + 1 && cues::pauses(ctx.text, ctx.figures.list[two[0]].gap);
    let row = counts.get(..=counts.windows(2).take_while(goes_on).count());
    let is_beside = |row: &[usize]| ctx.figures.list[row[0]].sentence == rate.sentence;
    row.filter(|row| row.len() > 3 && is_beside(row) && ctx.text.has_any(rate.label, &["占"]))
}

/// `对21个市、183个县开展评估,达标187个,占91.7%`: the nearest count over two that 、 joins.
fn of_two(ctx: &Context<'_>, counts: &[usize], rate: &Figure) -> Option<Fit> {
    let (&part, before) = counts.split_first()?;
    let are_joined = |two: &&[usize]| {
        let gap = ctx.figures.list[two[0]].gap;
        two[0] == two[1] + 1 && ctx.text.find(gap, "、").is_some()
    };
    let fit = |two: &[usize]| Fit::over(part, &[two[1], two[0]]);
    let holds = |fit: &Fit| fit.is_of_one_unit(ctx) && fit.holds(ctx, rate);
    before.windows(2).filter(are_joined).map(fit).find(holds)
}

/// `成交金额4126万元,节约资金735万元,节资率15.1%`: what was saved, over it and what was spent.
fn of_saved(ctx: &Context<'_>, counts: &[usize], rate: &Figure) -> Option<Fit> {
    let &[saved, spent, ..] = counts else { return None };
    let is_saving = ctx.text.starts_any(rate.label.start, &["节资率", "节约率", "节支率", "资金节约率"]).is_some();
    let fit = Fit::over(saved, &[spent, saved]);
    (is_saving && fit.is_of_one_unit(ctx) && fit.holds(ctx, rate)).then_some(fit)
}

/// `审结案件中,判决驳回97件,撤诉28件,败诉12件,败诉率8.76%`: the last of a list that it names, over all of the list.
fn of_list(ctx: &Context<'_>, counts: &[usize], rate: &Figure) -> Option<Fit> {
    const MOST: usize = 8;
    let &part = counts.first().filter(|&&part| beside::is_named(ctx, rate, &ctx.figures.list[part]))?;
    let goes_on = |two: &&[usize]| two[0] == two[1] + 1 && ctx.figures.is_beside(two[0], two[1]);
    let length = 1 + counts.windows(2).take_while(goes_on).take(MOST).count();
    let fit = |length: usize| Fit::over(part, &counts[..length]);
    (3..=length).map(fit).find(|fit| fit.is_of_one_unit(ctx) && fit.holds(ctx, rate))
}

/// `县级立案126件,结案118件;乡镇立案62件,结案58件,总结案率93.6%`: two of the counts over two others.
pub fn of_sums(ctx: &Context<'_>, counts: &[usize], rate: &Figure) -> Option<Fit> {
    const MOST: usize = 6;
    let near = &counts[..counts.len().min(MOST)];
    let fit = |parts: [usize; 2], bases: [usize; 2]| {
        let fit = Fit { parts: parts.to_vec(), bases: bases.to_vec(), less: None };
        let has_list = |last: usize| cues::says_among(ctx.text, ctx.figures.list[last].gap);
        let stops = |last: usize| cues::stops(ctx.text, ctx.figures.list[last].gap);
        // 复议62件,其中维持54件、撤销3件、终止5件: a total and a part of it are no base together.
        let between = || bases[1] + 1..=bases[0];
        let is_own = bases[1] < bases[0] && between().any(has_list) && !between().any(stops);
        // 咨询1.46万件、投诉1.92万件、求助0.71万件、建议0.18万件: items of one list are no base of each other.
        let is_item = |part: usize, base: usize| {
            likely::are_items(ctx, part, base) && !parts.iter().chain(&bases).any(|&at| stops(at))
        };
        // 民事400件、审结380件,行政200件、审结170件,审结率91.7%: unless both are what the rate is of.
        let are_named = || parts.iter().all(|&part| beside::is_named(ctx, rate, &ctx.figures.list[part]));
        let are_items = || parts.iter().any(|&part| bases.iter().any(|&base| is_item(part, base))) && !are_named();
        (!is_own && fit.is_of_one_unit(ctx) && fit.holds(ctx, rate) && !are_items()).then_some(fit)
    };
    near.windows(4).find_map(|four| {
        let [a, b, c, d] = *four else { return None };
        fit([a, c], [b, d]).or_else(|| fit([a, b], [c, d]))
    })
}

/// A count over another and what was carried in from the year before, or without what was withdrawn.
pub fn with_carried(ctx: &Context<'_>, counts: &[usize], rate: &Figure) -> Option<Fit> {
    const TAKEN: &[&str] = &[
        "撤回",
        "撤案",
        "终止",
        "未到期",
        "不予受理",
        "未结",
        "正在",
        "关闭",
        "注销",
        "缺考",
        "缺席",
        "未参",
        "免考",
        "免试",
        "请假",
    ];
    let list = &ctx.figures.list;
    let says = |index: usize, words: &[&str]| ctx.text.has_any(list[index].label, words);
    // Not 由上年的53件, with which something is compared.
    let is_compared = |label: Run| {
        ctx.text.before(label.end) == '的'
            || ctx.text.starts_any(label.start, &["由", "从", "较", "比", "与"]).is_some()
    };
    let is_of_then = |third: usize| says(third, &["上年"]) && !is_compared(list[third].label);
    let is_more = |third: usize| says(third, cues::CARRIED) || is_of_then(third);
    let others: Vec<(usize, bool)> = counts
        .iter()
        .map(|&third| (third, is_more(third)))
        .filter(|&(third, is_more)| is_more || says(third, TAKEN))
        .collect();
    let alike = |a: usize, b: usize| a != b && list[a].quantity.unit.family == list[b].quantity.unit.family;
    let fit = |part: usize, whole: usize, (third, is_more): (usize, bool)| {
        let (bases, less) = if is_more { (vec![whole, third], None) } else { (vec![whole], Some(third)) };
        Some(Fit { parts: vec![part], bases, less }).filter(|fit| fit.holds(ctx, rate))
    };
    counts.iter().find_map(|&part| {
        let wholes = counts.iter().copied().filter(|&whole| alike(part, whole));
        wholes
            .flat_map(|whole| others.iter().map(move |&other| (whole, other)))
            .filter(|&(whole, (third, _))| third != part && alike(whole, third))
            .filter(|&(whole, (_, is_more))| is_more || is_gathered(ctx, whole))
            .find_map(|(whole, other)| fit(part, whole, other))
    })
}

/// The count right beside the rate, or the row of them, over a base that stands farther back in the same line.
pub fn distant_base(ctx: &Context<'_>, at: usize, counts: &[usize], named: Option<(usize, usize)>) -> Option<Fit> {
    let rate = &ctx.figures.list[at];
    let line = ctx.figures.sentences[rate.sentence].line.max(at.saturating_sub(FARTHEST));
    let parts = counts.chunks(1).filter(|part| part[0] + 2 >= at && part[0] < at + 2);
    parts
        .chain(row(ctx, counts, rate))
        .flat_map(|parts| (line..at).rev().filter(|whole| !parts.contains(whole)).map(move |whole| (parts, whole)))
        .find_map(|(parts, whole)| {
            let [part_figure, base] = [parts[0], whole].map(|index| &ctx.figures.list[index]);
            let is_base = base.role == Role::Count && base.quantity.unit.family == part_figure.quantity.unit.family;
            let is_reversed = named == Some((whole, parts[0])) || is_target(ctx, parts[0], rate);
            let fit = || Fit { parts: parts.to_vec(), bases: vec![whole], less: None };
            (is_base && !is_reversed && gives(ctx, parts, whole, rate)).then(fit)
        })
}

/// Whether parts over whole, in percent, lie within what the rate allows.
pub fn gives(ctx: &Context<'_>, parts: &[usize], whole: usize, rate: &Figure) -> bool {
    let list = &ctx.figures.list;
    let base = &list[whole].quantity;
    // 任务5万平方米 is not rounded.
    let of = if is_planned(ctx, whole) { Interval::exactly(base.value) } else { base.interval };
    parts.iter().all(|&part| list[part].quantity.unit.family.adds_to(base.unit.family))
        && sum::sum(ctx, parts).is_some_and(|part| is_rate_of(part, of, rate.quantity.interval))
}

pub fn share_of_sum(ctx: &Context<'_>, part: usize, all: &[usize], rate: &Figure) -> bool {
    let fit = Fit::over(part, all);
    fit.is_of_one_unit(ctx) && fit.holds(ctx, rate)
}

/// part × 100 within rate × whole, so that nothing is divided.
pub fn is_rate_of(part: Interval, whole: Interval, rate: Interval) -> bool {
    let sides = part.times(Interval::exactly(Decimal::HUNDRED)).zip(rate.times(whole));
    // 601 of 597 are no 100 %, cut off or not.
    let is_more = part.low > whole.high && rate.low <= Decimal::HUNDRED;
    !is_more && whole.high > Decimal::ZERO && sides.is_some_and(|(made, wanted)| made.meets(wanted))
}
