//! What the figures of a list that does not add up may make instead: another total of the sentence, the rest of one
//! part, flows of which the last goes on.

use super::{FARTHEST, Reading, sum, value};
use crate::decimal::Decimal;
use crate::figures::groups::{Join, Site};
use crate::figures::{Figure, Role, cues};
use crate::lex::quantity::Approx;
use crate::rules::Context;
use crate::rules::figures::claim::{self, Says};

/// A list and its total.
struct List<'l> {
    ctx: &'l Context<'l>,
    site: &'l Site,
    reading: &'l Reading,
    says: Says,
    /// Its first and its last part.
    ends: [usize; 2],
}

/// Everything that it may make.
const WAYS: &[fn(&List<'_>) -> bool] = &[
    |list| list.makes_another_total(),
    |list| list.is_of_another_pair(),
    |list| list.leaves_the_rest_of_a_part(),
    |list| list.goes_on(),
    |list| list.is_of_its_first(),
    |list| list.is_of_some_levels(),
    |list| list.is_of_what_came_in(),
    |list| list.is_of_two_others(),
    |list| list.lacks_what_stands_before(),
    |list| list.ends_with_another_list(),
];

/// Of more counts two make anything.
const NEAREST: usize = 6;

/// Whether a total is what was done with what came in: a rate stands behind it, or its words say so.
#[must_use]
pub fn is_done(ctx: &Context<'_>, total: usize, first: usize) -> bool {
    let list = &ctx.figures.list;
    let is_rated = total < first && list[total + 1..first].iter().any(|figure| figure.role == Role::Rate);
    is_rated || ctx.text.has_any(list[total].label, &["办结", "成功"])
}

/// Whether the figures of a list make something else that is told.
#[must_use]
pub fn holds(ctx: &Context<'_>, site: &Site, reading: &Reading, says: Says) -> bool {
    let ends = [reading.parts[0], reading.parts[reading.parts.len() - 1]];
    let list = List { ctx, site, reading, says, ends };
    WAYS.iter().any(|holds| holds(&list))
}

impl List<'_> {
    fn figure(&self, index: usize) -> &Figure {
        &self.ctx.figures.list[index]
    }

    fn value(&self, index: usize) -> Decimal {
        self.figure(index).quantity.value
    }

    /// The first figure of the sentence of its parts.
    fn opening(&self) -> usize {
        self.ctx.figures.sentences[self.figure(self.ends[0]).sentence].first
    }

    fn is_whole(&self, made: Option<Decimal>) -> bool {
        made.is_some() && made == value(self.ctx, &self.reading.total)
    }

    fn is_made(&self, index: usize) -> bool {
        let figure = self.figure(index);
        let made = sum(self.ctx, &self.reading.parts);
        figure.role == Role::Count && made.is_some_and(|made| made.meets(figure.quantity.interval))
    }

    fn is_like(&self, index: usize) -> bool {
        self.figure(index).quantity.unit.family == self.figure(self.ends[0]).quantity.unit.family
    }

    /// `新收83件,…已审结81件。从类型看,公安31件、…、其他19件`, which make 83; `立案132件,下达决定书121份,…。按类型划分,大气类51件、…`: of
    /// those that are counted otherwise.
    fn makes_another_total(&self) -> bool {
        let first = self.ends[0];
        let line = self.ctx.figures.sentences[self.figure(first).sentence].line.max(first.saturating_sub(FARTHEST));
        let are_things =
            |index: usize| [index, first].iter().all(|&it| self.figure(it).quantity.unit.family.is_of_things());
        let is_told = |index: usize| self.is_made(index) && (self.is_like(index) || are_things(index));
        self.site.join == Join::Loose && self.reading.parts.len() > 2 && (line..first).any(is_told)
    }

    /// Two parts of another figure of their sentence that no semicolon parts from their total.
    fn is_of_another_pair(&self) -> bool {
        let stops = |index: &usize| cues::stops(self.ctx.text, self.figure(*index).gap);
        let first = self.reading.total[0].min(self.ends[0]);
        let opening = (self.opening()..=first).rev().take(FARTHEST).find(stops).unwrap_or(self.opening());
        let mut before = (opening..self.ends[0]).rev().take(FARTHEST);
        self.reading.parts.len() == 2 && before.any(|index| self.is_made(index) && self.is_like(index))
    }

    /// `187件,结案179件,移送11件,其余未结8件`: of what came in, or of the total.
    fn leaves_the_rest_of_a_part(&self) -> bool {
        let last = self.ends[1];
        let label = self.figure(last).label;
        let is_rest = cues::is_rest(self.ctx.text, label) && self.ctx.text.has_any(label, cues::PENDING);
        let leaves = |&part: &usize| part != last && self.is_whole(self.value(part).plus(self.value(last)));
        let total = self.reading.total[0];
        let before = total.checked_sub(1).filter(|&before| self.is_like(before));
        let is_of_before = before.map(|before| self.value(before)) == self.value(total).plus(self.value(last));
        is_rest && (is_of_before || self.reading.parts.len() > 2 && self.reading.parts.iter().any(leaves))
    }

    /// `318件(上年结转9件,新收316件,结转下年7件)`: less what goes on to the next year.
    fn goes_on(&self) -> bool {
        let goes_on = |figure: &Figure| {
            let is_beside = figure.bracket == self.figure(self.ends[1]).bracket;
            is_beside && self.ctx.text.has_any(figure.label, cues::NEXT_PERIOD)
        };
        let next = self.ctx.figures.list.get(self.ends[1] + 1).filter(|next| goes_on(next));
        let less = next.and_then(|next| value(self.ctx, &self.reading.parts)?.minus(next.quantity.value));
        self.is_whole(less)
    }

    /// `关停47家(计划132家,已关停39家,剩余46家)`: the total is one of the parts of the first.
    fn is_of_its_first(&self) -> bool {
        let others = value(self.ctx, &self.reading.parts[1..]);
        let left = others.and_then(|others| self.value(self.ends[0]).minus(others));
        self.site.join == Join::Bracket && self.is_whole(left)
    }

    /// `国家级2个、省级19个、市级64个,省级以上累计21个`.
    fn is_of_some_levels(&self) -> bool {
        let label = self.figure(self.reading.total[0]).label;
        let mut upper = (1..self.reading.parts.len()).map(|length| value(self.ctx, &self.reading.parts[..length]));
        self.ctx.text.has_any(label, &["以上"]) && upper.any(|made| self.is_whole(made))
    }

    /// `受理247件,调解成功239件,成功率96.8%,其中…`, `受理1683件,办结1597件,民事916件、…`: of what came in, not of what was done with it.
    fn is_of_what_came_in(&self) -> bool {
        let total = self.reading.total[0];
        let mut before = self.opening()..total.max(self.opening());
        let is_apart = matches!(self.site.join, Join::Among | Join::Following);
        let is_done = is_done(self.ctx, total, self.ends[0]);
        is_apart && is_done && before.any(|index| self.is_made(index) && self.is_like(index))
    }

    /// `部门编制26名,实有23名;县市编制81名,实有70名,共计93名`: two other counts of the sentence make the total.
    fn is_of_two_others(&self) -> bool {
        let near: Vec<usize> =
            (self.opening()..self.reading.total[0]).rev().filter(|&index| self.is_like(index)).take(NEAREST).collect();
        let makes = |&one: &usize, other: &usize| self.is_whole(self.value(one).plus(self.value(*other)));
        let is_own = |index: &usize| self.reading.parts.contains(index);
        let is_other = |one: &usize, other: &usize| !(is_own(one) && is_own(other)) && makes(one, other);
        let is_pair = |(at, one): (usize, &usize)| near[at + 1..].iter().any(|other| is_other(one, other));
        self.site.join == Join::Before && near.iter().enumerate().any(is_pair)
    }

    /// `合法性审核6件,报备率100%;合同审查139件、决策审查3件,共148件`.
    fn lacks_what_stands_before(&self) -> bool {
        let [whole, made] = [&self.reading.total, &self.reading.parts].map(|figures| value(self.ctx, figures));
        let missing = whole.zip(made).and_then(|(whole, made)| whole.minus(made));
        let first = self.ends[0];
        let mut before = self.opening().max(first.saturating_sub(FARTHEST))..first;
        let is_missing = |index: usize| self.is_like(index) && Some(self.value(index)) == missing;
        self.site.join == Join::Before && before.any(is_missing)
    }

    /// `抽检862批次,其中快检26批次,合格846批次,不合格16批次`: whether the last parts alone are the total. All there are of a class
    /// are not some of them.
    fn ends_with_another_list(&self) -> bool {
        let (ctx, parts) = (self.ctx, &self.reading.parts);
        let whole = sum(ctx, &self.reading.total);
        let makes = |parts: &[usize]| sum(ctx, parts).zip(whole).is_some_and(|(made, whole)| made.meets(whole));
        // Other items that happen to make it are no list of their own.
        let is_list = |parts: &[usize]| claim::of(ctx, self.site, &self.reading.total, parts).says > Says::Nothing;
        // 176起,其中案值5万元以上9起、真烟案件138起、假烟案件38起: the first of another kind.
        let first = self.figure(self.ends[0]);
        let is_grade = self.ends[0].checked_sub(1).is_some_and(|before| {
            let bound = &self.figure(before).quantity;
            bound.approx == Approx::AtLeast && bound.run.end == first.gap.start
        });
        let is_rest = |rest: &[usize]| is_grade && rest.len() + 1 == parts.len();
        let mut ends = (1..parts.len().saturating_sub(1)).map(|from| &parts[from..]);
        self.says < Says::Most && ends.any(|parts| makes(parts) && (is_rest(parts) || is_list(parts)))
    }
}
