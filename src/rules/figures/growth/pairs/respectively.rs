//! Several rates at once, each of the value in its own place: 分别下降18.8%、16%.

use super::{Claim, FARTHEST, Pair, REACH, Rate, of_one_kind};
use crate::figures::{Role, cues, years};
use crate::lex::unit::Family;
use crate::span::Run;

/// More rates are not told at once.
const MOST: usize = 4;

impl Rate<'_> {
    /// The first and the last of the rates that stand in a row with this one.
    fn row(&self) -> Option<(usize, usize)> {
        let of_row = |index: usize| {
            let (_, other) = self.other(Some(index))?;
            (other.role == Role::Change && other.quantity.unit.family == Family::Percent).then_some(index)
        };
        let first = (self.at.saturating_sub(MOST)..=self.at).rev().map_while(of_row).last()?;
        let last = (self.at..=self.at + MOST).map_while(of_row).last()?;
        Some((first, last))
    }

    fn says_each(&self, first: usize) -> bool {
        self.ctx.text.has_any(self.list[first].label, &["分别", "各"])
    }

    /// The first and the last of several rates that tell of one value each, where this is one of them.
    fn several(&self) -> Option<(usize, usize)> {
        self.row().filter(|&(first, last)| first < last && self.says_each(first))
    }

    pub fn is_one_of_several(&self) -> bool {
        self.several().is_some()
    }

    /// `环节由8个减至2个,材料由14份减至5份,分别压减75%、64%`: as many pairs of values before the rates.
    pub fn each_then_to_now(&self) -> Option<Pair> {
        let (first, last) = self.several()?;
        let start = first.checked_sub(2 * (last + 1 - first))?;
        let is_pair = |then: usize| {
            let leads = cues::goes_from_to(self.ctx.text, self.list[then].gap, self.list[then + 1].gap);
            leads && self.other(Some(then)).is_some() && of_one_kind(&self.list[then], &self.list[then + 1])
        };
        let then = start + 2 * (self.at - first);
        (start..first).step_by(2).all(is_pair).then(|| Pair { claim: Claim::Only, ..self.of_values(then, then + 1) })
    }

    /// `26起、21人,分别下降18.8%、16%(上年32起、25人)`: as many values as rates before them, and as many earlier values
    /// in a bracket behind, or amounts of change between.
    pub fn respectively(&self) -> Option<Pair> {
        let (first, last) = self.row()?;
        let (count, place) = (last + 1 - first, self.at - first);
        let says = self.says_each(first);
        if count < 2 || first < count {
            return None;
        }
        let role = |from: usize, role: Role| {
            (from..from + count).all(|index| self.other(Some(index)).is_some_and(|(_, other)| other.role == role))
        };
        let alike = |a: usize, b: usize| of_one_kind(&self.list[a], &self.list[b]);
        let before = first - count + place;
        if says && role(first - count, Role::Count) && role(last + 1, Role::Elsewhen) {
            let then = last + 1 + place;
            return alike(before, then).then(|| self.of_values(then, before));
        }
        let start = first.checked_sub(2 * count).filter(|&start| role(start, Role::Count))?;
        let value = before.checked_sub(count).filter(|&value| alike(value, before))?;
        // 402件553人,上年467件649人,件数下降13.9%,人数下降14.8%: their units tell them apart.
        let differ = (start + 1..start + count).all(|index| !alike(start, index));
        let is_told = self.is_subject(first, start) && self.is_subject(self.at, value);
        // 与2019年的89起、63人相比: the words before the first are meant for all.
        let is_row = || {
            (first + 1 - count..first).all(|index| self.is_joined(index))
                && self.list[first - count].role == Role::Elsewhen
        };
        let are_then = || role(first - count, Role::Elsewhen) || role(first - count + 1, Role::Count) && is_row();
        if (says || differ) && is_told && are_then() {
            return Some(self.of_values(before, value));
        }
        // 同比分别减少318起、203人,下降12.9%、12.8%: the amounts are told so, and the rates of them.
        let is_bare =
            ["下降", "增长", "上升", "减少", "增加"].contains(&&*self.ctx.text.string(self.list[first].label));
        let says = says || is_bare && self.says_each(first - count);
        (says && role(first - count, Role::Change)).then(|| self.of_amount(value, before, Claim::Sure))?
    }

    /// `146起,死亡19人、受伤163人,起数、死亡人数分别下降8.8%和13.6%(上年160起、22人)`: as many earlier values in a bracket
    /// behind as rates, and one value now in the unit of its own.
    pub fn respectively_by_unit(&self) -> Option<Pair> {
        let is_rate = |&index: &usize| {
            self.other(Some(index)).is_some_and(|(_, it)| {
                let is_percent = it.quantity.unit.family == Family::Percent;
                is_percent && it.role == Role::Change && it.bracket == self.figure().bracket
            })
        };
        let first = (self.at.saturating_sub(MOST)..=self.at).rev().take_while(is_rate).last()?;
        let last = (self.at..=self.at + MOST).take_while(is_rate).last()?;
        let count = last + 1 - first;
        let behind = || {
            let open = self.ctx.figures.in_bracket_behind(self.ctx.text, last)?;
            let is_then = |index: usize| self.list[index].role == Role::Elsewhen;
            (open..self.list.len().min(open + count)).all(is_then).then_some(open)
        };
        let open = behind().or_else(|| self.bracket_of_then(first, count))?;
        let bracket = self.list[open].bracket;
        let told = (open..self.list.len()).take(MOST + 1).take_while(|&index| self.list[index].bracket == bracket);
        let then = Some(open + self.at - first).filter(|_| told.count() == count && count > 1)?;
        let sentence = self.ctx.figures.sentences[self.figure().sentence].first;
        let is_now = |&index: &usize| {
            let now = &self.list[index];
            now.role == Role::Count && now.bracket == self.figure().bracket && of_one_kind(now, &self.list[then])
        };
        let mut values = (sentence..first.min(open)).rev().take(FARTHEST).filter(is_now);
        let now = values.next().filter(|_| values.next().is_none())?;
        Some(self.of_values(then, now))
    }

    /// `比2019年(立案92件、罚款738.9万元)分别下降26.1%和17.1%`: the first of so many values in a bracket right before the
    /// rates, behind the name of their time.
    fn bracket_of_then(&self, rates: usize, count: usize) -> Option<usize> {
        let first = rates.checked_sub(count)?;
        let bracket = self.list[first].bracket?;
        let is_of_time =
            self.ctx.text.ends_any(self.list[first].gap.start.saturating_sub(8), bracket, &["年", "期", "年度"]);
        let is_row = (first..rates).all(|index| self.list[index].bracket == Some(bracket));
        let is_behind = self.ctx.text.before(self.list[rates].gap.start) == ')';
        (is_of_time.is_some() && is_row && is_behind).then_some(first)
    }

    /// Whether nothing but 、 or 和 stands before a figure.
    fn is_joined(&self, index: usize) -> bool {
        matches!(&*self.ctx.text.string(self.list[index].gap), "、" | "和" | "及" | "与")
    }

    /// Whether the words before a rate, if any, are about a value: 件数和人数下降, 罚款增长.
    fn is_subject(&self, rate: usize, value: usize) -> bool {
        let (text, label, value) = (self.ctx.text, self.list[rate].label, &self.list[value]);
        let unit = text.string(value.quantity.unit_run);
        let noun = text.string(Run::new(label.start, label.end.min(label.start + 2)));
        let is_named = text.has_any(label, &[&unit]) || text.has_any(value.label, &[&noun]);
        cues::goes_on_changing(text, label) || is_named
    }

    /// `分别为98件、121件、143件,2023年较2021年增长45.9%`: as many values in a row as there are years.
    pub fn of_years(&self) -> Option<Pair> {
        let years = years::of(self.ctx.text, self.figure().label);
        let [now, then] = years[..] else { return None };
        let count = usize::from(now.checked_sub(then)?) + 1;
        let first = self.ctx.figures.sentences[self.figure().sentence].first;
        let goes_on = |index: usize| self.is_joined(index) && of_one_kind(&self.list[index - 1], &self.list[index]);
        let is_row = |&last: &usize| {
            let start = last + 1 - count;
            let is_whole = !(start > first && goes_on(start) || last + 1 < self.at && goes_on(last + 1));
            is_whole && (start + 1..=last).all(goes_on) && self.list[start].role == Role::Count
        };
        let mut ends = (first + count - 1..self.at).rev().take(REACH);
        let last = ends.find(is_row).filter(|_| count > 1)?;
        Some(self.of_values(last + 1 - count, last))
    }
}
