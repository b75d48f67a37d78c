//! What the figures of a list that does not add up may make instead: another total of the sentence, the rest of one
//! part, flows of which the last goes on.

use super::{FARTHEST, Reading, sum, value};
use crate::decimal::Decimal;
use crate::figures::groups::{Join, Site};
use crate::figures::{Figure, Role, cues};
use crate::rules::Context;
use crate::rules::figures::claim::{self, Says};
use crate::span::Run;

/// A list and its total.
struct List<'l> {
    ctx: &'l Context<'l>,
    site: &'l Site,
    reading: &'l Reading,
    says: Says,
    /// Its first and its last part.
    ends: [usize; 2],
}

/// Of more counts some make anything.
const NEAREST: usize = 6;

/// Some small numbers always make another.
const LEAST_MADE: Decimal = Decimal::whole(20);

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
    list.makes_another_total()
        || list.is_of_another_pair()
        || list.leaves_the_rest_of_a_part()
        || list.ends_with_the_undone()
        || list.goes_on()
        || list.has_a_change()
        || list.is_of_a_plan()
        || list.is_of_all_before()
        || list.is_of_some_levels()
        || list.is_of_what_came_in()
        || list.is_of_some_others()
        || list.lacks_what_stands_before()
        || list.ends_with_another_list()
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

    /// The figures of its unit that stand before the total in the sentence of its parts, nearest first.
    fn before_total(&self) -> impl Iterator<Item = usize> + '_ {
        (self.opening()..self.reading.total[0]).rev().take(FARTHEST).filter(|&index| self.is_like(index))
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
        let total = self.figure(self.reading.total[0]).sentence;
        let is_apart = self.site.join == Join::Loose || total < self.figure(first).sentence;
        is_apart && self.reading.parts.len() > 2 && (line..first).any(is_told)
    }

    /// Two parts of another figure of their sentence that no semicolon parts from their total.
    fn is_of_another_pair(&self) -> bool {
        let stops = |index: &usize| cues::stops(self.ctx.text, self.figure(*index).gap);
        let first = self.reading.total[0].min(self.ends[0]);
        let opening = (self.opening()..=first).rev().take(FARTHEST).find(stops).unwrap_or(self.opening());
        let mut before = (opening..self.ends[0]).rev().take(FARTHEST);
        // 收到6件,其中维持4件、撤回2件,共计7件 contradicts itself; 编制137名,行政103名、事业34名,实有共133名 does not.
        let label = self.ctx.text.string(self.figure(self.reading.total[0]).label);
        let sums_up = self.site.join == Join::Before && (label == "共" || cues::SUM.contains(&&*label));
        !sums_up && self.reading.parts.len() == 2 && before.any(|index| self.is_made(index) && self.is_like(index))
    }

    /// `187件,结案179件,移送11件,其余未结8件`: of what came in, or of the total.
    fn leaves_the_rest_of_a_part(&self) -> bool {
        let last = self.ends[1];
        let label = self.figure(last).label;
        // 其余26件仍在调处
        let tail = Run::new(self.figure(last).quantity.run.end, self.figure(last).tail.end);
        let is_pending = self.ctx.text.has_any(label, cues::PENDING)
            || self.ctx.text.starts_any(tail.start, &["仍在", "正在", "尚"]).is_some();
        let is_rest = cues::is_rest(self.ctx.text, label) && is_pending;
        let leaves = |&part: &usize| part != last && self.is_whole(self.value(part).plus(self.value(last)));
        let total = self.reading.total[0];
        let all = self.value(total).plus(self.value(last));
        let is_of_before = self.before_total().any(|before| Some(self.value(before)) == all);
        is_rest && (is_of_before || self.reading.parts.len() > 2 && self.reading.parts.iter().any(leaves))
    }

    /// `排查5218起,化解5087起,其中…,移交103起,其余28起落实稳控`: the last two are what was not done of what came in.
    fn ends_with_the_undone(&self) -> bool {
        let (parts, total) = (&self.reading.parts, self.reading.total[0]);
        let last_two = parts.len().checked_sub(2).and_then(|from| value(self.ctx, &parts[from..]));
        let is_all = |index: usize| {
            let undone = self.value(index).minus(self.value(total));
            undone.is_some() && undone == last_two
        };
        let is_rest = cues::is_rest(self.ctx.text, self.figure(self.ends[1]).label);
        is_rest && parts.len() > 3 && self.before_total().any(is_all)
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

    /// `17项:取消6项,下放4项,合并减少7项`: with what is told as a change.
    fn has_a_change(&self) -> bool {
        let next = self.ctx.figures.list.get(self.ends[1] + 1).filter(|next| next.role == Role::Change);
        let made = value(self.ctx, &self.reading.parts);
        next.is_some_and(|next| self.is_whole(made.and_then(|made| made.plus(next.quantity.value))))
    }

    /// `关停47家(计划132家,已关停39家,剩余46家)`: the total is one of the parts of what was planned.
    fn is_of_a_plan(&self) -> bool {
        const PLANS: &[&str] = &["计划", "目标", "任务", "应", "原有"];
        let [first, last] = self.ends;
        let is_beside = |&before: &usize| self.figure(before).bracket == self.figure(first).bracket;
        let before = first.checked_sub(1).filter(is_beside);
        let plan = before.filter(|&before| self.is_like(before)).unwrap_or(first);
        // 计划三年关停132家
        let says = |index: usize| self.ctx.text.has_any(self.figure(index).label, PLANS);
        let is_plan = says(plan) || before.is_some_and(says);
        let is_left = cues::is_rest(self.ctx.text, self.figure(last).label);
        let others: Vec<usize> = self.reading.parts.iter().copied().filter(|&part| part != plan).collect();
        let left = value(self.ctx, &others).and_then(|others| self.value(plan).minus(others));
        self.figure(first).bracket.is_some() && is_plan && is_left && self.is_whole(left)
    }

    /// `国家级2个、省级19个、市级64个,省级以上累计21个`: up to the level that is named.
    fn is_of_some_levels(&self) -> bool {
        let (ctx, parts) = (self.ctx, &self.reading.parts);
        let label = self.figure(self.reading.total[0]).label;
        let Some(above) = ctx.text.find(label, "以上").filter(|&above| above >= label.start + 2) else {
            return false;
        };
        let level = ctx.text.string(Run::new(above - 2, above));
        let is_named = |&part: &usize| ctx.text.has_any(self.figure(part).label, &[&level]);
        let last = parts.iter().position(is_named);
        last.is_some_and(|last| self.is_whole(value(ctx, &parts[..=last])))
    }

    /// `重大隐患8处、一般隐患120处,已整改126处,未整改2处`: of the total and what 、 joins to it.
    fn is_of_all_before(&self) -> bool {
        let total = self.reading.total[0];
        // 县代表建议4件、政协提案2件,镇代表建议33件,…满意31件、基本满意8件; 对5个县(市、区)、31个市直部门考评,优秀9个、…
        let is_beside = |index: usize| {
            let gap = self.figure(index).gap;
            self.is_like(index - 1)
                && (self.ctx.text.at(gap.start) == ',' || self.ctx.text.ends(gap.start, gap.end, ")、"))
        };
        let joins = |index: usize| cues::pauses(self.ctx.text, self.figure(index).gap) || is_beside(index);
        let row = (self.opening()..=total).rev().take(FARTHEST);
        let mut all = Vec::new();
        for index in row.take_while(|&index| index == total || joins(index + 1)) {
            all.push(index);
        }
        let makes = |from: usize| value(self.ctx, &all[..from]) == value(self.ctx, &self.reading.parts);
        self.site.join == Join::Following && (2..=all.len().min(4)).any(makes)
    }

    /// `受理247件,调解成功239件,成功率96.8%,其中…`, `受理1683件,办结1597件,民事916件、…`: of what came in, not of what was done with it.
    fn is_of_what_came_in(&self) -> bool {
        let is_apart = matches!(self.site.join, Join::Among | Join::Following);
        let is_done = is_done(self.ctx, self.reading.total[0], self.ends[0]);
        is_apart && is_done && self.before_total().any(|index| self.is_made(index))
    }

    /// `部门编制26名,实有23名;县市编制81名,实有70名,共计93名`: two or three other counts of the sentence make the total.
    fn is_of_some_others(&self) -> bool {
        if self.site.join != Join::Before || self.value(self.reading.total[0]) < LEAST_MADE {
            return false;
        }
        let before = (self.opening()..self.reading.total[0]).rev().take(FARTHEST);
        let near: Vec<usize> = before.filter(|&index| self.is_like(index)).take(NEAREST).collect();
        let chosen = |some: u32| (0..near.len()).filter(move |at| some >> at & 1 == 1).map(|at| near[at]);
        let is_other = |some: u32| chosen(some).any(|index| !self.reading.parts.contains(&index));
        let makes = |some: u32| self.is_whole(Decimal::sum(chosen(some).map(|index| self.value(index))));
        let is_few = |some: &u32| (2..=3).contains(&some.count_ones());
        (0..1u32 << near.len()).filter(is_few).any(|some| is_other(some) && makes(some))
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
        let is_grade = claim::is_graded(ctx, self.figure(self.ends[0]));
        let is_rest = |rest: &[usize]| is_grade && rest.len() + 1 == parts.len();
        let mut ends = (1..parts.len().saturating_sub(1)).map(|from| &parts[from..]);
        self.says < Says::Most && ends.any(|parts| makes(parts) && (is_rest(parts) || is_list(parts)))
    }
}
