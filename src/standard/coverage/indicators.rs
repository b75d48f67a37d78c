//! The names of indicators bound to the figures beside them.
//!
//! A name counts only in its context, and only where no longer name holds it. Of the figures beside it
//! those of its units are its values; a change, a target, a threshold is none. A name without a value is
//! denied (未发生 …) or merely spoken of.

use super::{Finder, IndicatorFound};
use crate::figures::{Figure, Role, cues, is_separator};
use crate::lex::quantity::{Approx, Quantity};
use crate::lex::unit::Family;
use crate::order;
use crate::span::Run;
use crate::standard::file::IndicatorFile;
use crate::standard::terms::{Hit, Use};

impl Finder<'_> {
    /// For each indicator, what the text says of it.
    pub(super) fn indicators(&self) -> Vec<IndicatorFound> {
        let mut found = vec![IndicatorFound::default(); self.standard.indicators.len()];
        let contexts = self.context_places();
        let aliases = self.longest_aliases();
        for hit in &aliases {
            for usage in self.standard.terms.uses(hit.term) {
                let Use::Alias(index) = usage else { continue };
                let indicator = &self.standard.indicators[index];
                if !indicator.context.is_empty() && !self.in_context(hit.run, &contexts[index]) {
                    continue;
                }
                match self.cell(indicator, hit.run) {
                    Some(cell) => found[index].cells.push(cell),
                    None => self.bind(indicator, hit.run, &mut found[index]),
                }
            }
        }
        for indicator in &mut found {
            order::ascending(&mut indicator.figures);
            indicator.figures.dedup();
        }
        found
    }

    /// The aliases found, without those inside a longer one: 受理 in 不予受理.
    fn longest_aliases(&self) -> Vec<Hit> {
        let is_alias = |hit: &&Hit| self.standard.terms.uses(hit.term).any(|usage| matches!(usage, Use::Alias(_)));
        let mut longest: Vec<Hit> = Vec::new();
        // In the order of their beginnings, the shorter first, so a longer one comes behind those it begins with.
        for hit in self.hits.iter().filter(is_alias) {
            while longest.last().is_some_and(|last| last.run.start == hit.run.start && last.run.end < hit.run.end) {
                longest.pop();
            }
            if longest.last().is_none_or(|last| last.run.end < hit.run.end || last.run == hit.run) {
                longest.push(*hit);
            }
        }
        longest
    }

    /// For each indicator, where its context words stand, in order.
    fn context_places(&self) -> Vec<Vec<usize>> {
        let mut places = vec![Vec::new(); self.standard.indicators.len()];
        for hit in &self.hits {
            for usage in self.standard.terms.uses(hit.term) {
                if let Use::Context(index) = usage {
                    places[index].push(hit.run.start);
                }
            }
        }
        places
    }

    /// Whether one of the places lies in the same paragraph, or in a heading above it.
    fn in_context(&self, run: Run, places: &[usize]) -> bool {
        let within = |scope: Run| {
            let first = places.partition_point(|&place| place < scope.start);
            places.get(first).is_some_and(|&place| place < scope.end)
        };
        let heading = self.outline.heading_at(run.start);
        let next = heading.map_or(0, |index| index + 1);
        let until = self.outline.headings.get(next).map_or(self.text.len(), |heading| heading.mark.run.start);
        let from = heading.map_or(0, |index| self.outline.headings[index].mark.run.end);
        let line = self.paragraph(run.start, Run::new(from, until));
        within(line) || self.outline.path(heading).any(|index| within(self.outline.headings[index].title))
    }

    /// The part of `scope` between the line breaks around an index.
    fn paragraph(&self, index: usize, scope: Run) -> Run {
        const FARTHEST: usize = 2000;
        let low = scope.start.max(index.saturating_sub(FARTHEST));
        let high = scope.end.min(index + FARTHEST);
        let start = (low..index).rev().find(|&at| self.text.at(at) == '\n').map_or(low, |at| at + 1);
        let end = (index..high).find(|&at| self.text.at(at) == '\n').unwrap_or(high);
        Run::new(start, end)
    }

    /// Binds a name to the figure beside it, or takes it as denied or merely mentioned.
    fn bind(&self, indicator: &IndicatorFile, name: Run, found: &mut IndicatorFound) {
        // Of the figures of the sentence only those around the name can stand beside it.
        const AROUND: usize = 12;
        let at = self.figures.sentences.partition_point(|sentence| sentence.run.end <= name.start);
        let Some(sentence) = self.figures.sentences.get(at).filter(|sentence| sentence.run.start <= name.start) else {
            return;
        };
        let next = self.figures.list.partition_point(|figure| figure.quantity.run.start < name.start);
        let mut bound = false;
        for index in sentence.first.max(next.saturating_sub(1))..sentence.last.min(next + AROUND) {
            let figure = &self.figures.list[index];
            // The words before a figure begin behind a bracket, which the name may hold: 村(居)法律顾问.
            let begins = |words: &Run| {
                words.start <= name.start || words.start < name.end && self.text.before(words.start) == ')'
            };
            let beside = [figure.label, figure.tail].iter().any(|words| begins(words) && name.end <= words.end)
                || (figure.label.is_empty() && figure.gap.start <= name.start && name.end <= figure.gap.end);
            let is_meant = if indicator.demanded { is_demanded(figure) } else { self.is_value(figure, name) };
            if beside && is_meant && self.has_unit(indicator, figure.quantity.unit_run) {
                bound = true;
                found.figures.push(index);
            }
        }
        if bound {
            return;
        }
        if self.is_denied(sentence.run, name) {
            found.none.get_or_insert(name);
        } else {
            found.mentioned.get_or_insert(name);
        }
    }

    /// Whether a figure says how many there were: no change, no target, no threshold. Words inside the
    /// name do not count (压缩 in 时限压缩率, 计划 in 抽查计划), nor does 以上 behind a result.
    fn is_value(&self, figure: &Figure, name: Run) -> bool {
        let (label, text) = (figure.label, self.text);
        let around = [Run::new(label.start, name.start), Run::new(name.end.max(label.start), label.end), figure.tail];
        let says = |cues: &[&str]| around.iter().any(|&words| text.has_any(words, cues));
        let is_named = label.start <= name.start && name.end <= label.end;
        match figure.role {
            // A period is stated as a bound: 期限不少于30日.
            _ if figure.quantity.unit.family == Family::Time => true,
            Role::Change => {
                is_named && !cues::is_change(text, around[1]) && !says(cues::COMPARED) && !says(cues::CHANGE_BEHIND)
            }
            Role::Bound => {
                let Quantity { approx, run, numeral, .. } = figure.quantity;
                let is_threshold = approx == Approx::AtMost || (approx == Approx::AtLeast && run.start < numeral.start);
                is_named && !is_threshold && !around.iter().any(|&words| cues::is_planned(text, words))
            }
            _ => true,
        }
    }

    pub(super) fn has_unit(&self, indicator: &IndicatorFile, unit: Run) -> bool {
        let is_written = |unit_word: &str| self.text.chars(unit).eq(unit_word.chars());
        indicator.units.iter().any(|unit| is_written(unit) || unit.strip_prefix(['万', '亿']).is_some_and(is_written))
    }

    /// Whether the clause of a name says that there was none: 未发生, 没有, 无 before it, or at its end.
    fn is_denied(&self, sentence: Run, name: Run) -> bool {
        const NOT: &[&str] = &["未", "没有"];
        const DONE: &[&str] = &[
            "发生", "出现", "收到", "接到", "受理", "产生", "办理", "承办", "审理", "查处", "涉及", "有", "新增",
            "制定", "制发", "出台", "印发", "发布", "作出", "采取", "实施", "开展", "进行", "组织", "举行", "举办",
            "召开", "聘请", "申请", "移送",
        ];
        const FARTHEST: usize = 24;
        let separates = |&at: &usize| is_separator(self.text.at(at));
        let (low, high) =
            (sentence.start.max(name.start.saturating_sub(FARTHEST)), sentence.end.min(name.end + FARTHEST));
        let start = (low..name.start).rev().find(separates).map_or(low, |at| at + 1);
        let end = (name.end..high).find(separates).unwrap_or(high);
        let not_done = |at: usize| {
            let (_, length) = self.text.starts_any(at, NOT)?;
            let (_, more) = self.text.starts_any(at + length, DONE)?;
            Some(at + length + more)
        };
        // 今年无规范性文件报送备案; but 无证经营, 无障碍.
        let is_none = |at: usize| {
            let opens = at == start || matches!(self.text.before(at), '年' | '度' | '期' | '均' | '暂');
            self.text.at(at) == '无'
                && opens
                && !matches!(self.text.at(at + 1), '证' | '照' | '偿' | '障' | '法' | '效')
        };
        // 未审结案件 are cases that wait, not cases that did not come.
        let is_pending = || self.text.starts_any(name.start, &["审结", "办结", "结案", "执结", "完成"]).is_some();
        let denied = self.text.ends_any(start, name.start, &["未", "没有", "无", "零"]);
        denied.is_some_and(|(word, _)| word != "未" || !is_pending())
            || (start..name.start).any(|at| is_none(at) || not_done(at).is_some_and(|behind| behind <= name.start))
            || (name.end..end).any(|at| not_done(at) == Some(end))
            || ["无", "没有", "为零"].iter().any(|none| self.text.chars(Run::new(name.end, end)).eq(none.chars()))
    }
}

/// Whether a figure is what the text demands: 不少于2人, 2人以上.
fn is_demanded(figure: &Figure) -> bool {
    matches!(figure.quantity.approx, Approx::AtLeast | Approx::AtMost)
}
