//! A text held against a standard: which sections and which indicators it has.
//!
//! By meaning, not by letter: the weighted words of a section add up over a heading or a sentence.
//! Order is never judged.

use super::file::{IndicatorFile, SectionFile};
use super::terms::{Hit, Terms, Use};
use super::{MATCH, Standard};
use crate::document::Document;
use crate::figures::{Figure, Figures, Role, cues};
use crate::lex::mark::Style;
use crate::lex::quantity::{Approx, Quantity};
use crate::outline::{Heading, Outline};
use crate::span::Run;
use crate::text::Text;

/// What a text has of a standard.
#[derive(Debug)]
pub struct Coverage {
    /// For each section in reading order, children behind their parent.
    pub sections: Vec<SectionFound>,
    /// For each indicator of the standard.
    pub indicators: Vec<IndicatorFound>,
}

/// How a section was found.
#[derive(Clone, Copy, Debug)]
pub struct SectionFound {
    /// How.
    pub status: SectionStatus,
    /// Its heading's title.
    pub heading: Option<Run>,
    /// Heading and body, or the sentence that speaks of it.
    pub run: Option<Run>,
}

/// See the contract.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum SectionStatus {
    /// Under a heading of its own.
    Present,
    /// Written about, without a heading.
    Unheaded,
    /// A heading with next to nothing under it.
    Thin,
    /// Not found.
    Missing,
}

/// What a text says of an indicator.
#[derive(Clone, Debug, Default)]
pub struct IndicatorFound {
    /// Indexes of its figures.
    pub figures: Vec<usize>,
    /// Where the text says that there was none.
    pub none: Option<Run>,
    /// Where it is spoken of.
    pub mentioned: Option<Run>,
}

/// Fewer glyphs than this under a heading say next to nothing.
const THIN: usize = 40;

impl IndicatorFound {
    /// Whether figures are given, and not all of them are zero.
    #[must_use]
    pub fn is_given(&self, figures: &Figures) -> bool {
        self.figures.iter().any(|&index| !figures.list[index].quantity.value.is_zero())
    }

    /// Whether the text says that there was none.
    #[must_use]
    pub fn is_none(&self, figures: &Figures) -> bool {
        !self.is_given(figures) && (self.none.is_some() || !self.figures.is_empty())
    }
}

impl Coverage {
    /// Looks for everything that the standard asks for.
    #[must_use]
    pub fn new(standard: &Standard, text: &Text, document: &Document, outline: &Outline, figures: &Figures) -> Self {
        let hits = standard.terms.find(text);
        let dated = document.year.map(|year| standard.terms.dated(year));
        let dated_hits = dated.as_ref().map(|terms| terms.find(text)).unwrap_or_default();
        let finder = Finder { standard, text, outline, figures, hits, dated, dated_hits };
        Self { sections: finder.sections(), indicators: finder.indicators() }
    }
}

struct Finder<'a> {
    standard: &'a Standard,
    text: &'a Text<'a>,
    outline: &'a Outline,
    figures: &'a Figures,
    hits: Vec<Hit>,
    /// The words with the report's years in them, and where they stand.
    dated: Option<Terms>,
    dated_hits: Vec<Hit>,
}

impl Finder<'_> {
    /// For each section, what the words of a run weigh.
    fn weigh(&self, run: Run, weight: fn(Use) -> Option<(usize, i8)>) -> Vec<i32> {
        let mut scores = vec![0; self.standard.sections().count()];
        let mut add = |terms: &Terms, hits: &[Hit]| {
            let mut found: Vec<usize> = hits_in(hits, run).map(|hit| hit.term).collect();
            found.sort_unstable();
            found.dedup();
            for (section, weight) in found.iter().flat_map(|&term| terms.uses(term)).filter_map(|usage| weight(*usage))
            {
                scores[section] += i32::from(weight);
            }
        };
        add(&self.standard.terms, &self.hits);
        if let Some(dated) = &self.dated {
            add(dated, &self.dated_hits);
        }
        scores
    }

    fn sections(&self) -> Vec<SectionFound> {
        let headings = self.headings();
        let sentences = self.sentences();
        let mut found = Vec::new();
        let mut index = 0;
        for section in &self.standard.file.sections {
            let children = index + 1..index + 1 + section.children.len();
            let own = self.section(section, index, &headings, &sentences);
            let parts: Vec<SectionFound> = section
                .children
                .iter()
                .zip(children.clone())
                .map(|(child, at)| self.section(child, at, &headings, &sentences))
                .collect();
            found.push(if own.heading.is_some() { own } else { by_parts(&parts).unwrap_or(own) });
            found.extend(parts);
            index = children.end;
        }
        found
    }

    /// For each heading, the sections that it is about: of the first level all that its words match
    /// (存在的问题和下一步打算), of their parts the best.
    fn headings(&self) -> Vec<(usize, Vec<usize>)> {
        let parents = self.parents();
        let parents = &parents;
        let mut matches: Vec<(usize, Vec<usize>)> = Vec::new();
        for (index, heading) in self.outline.headings.iter().enumerate() {
            if !self.is_titled(heading) {
                continue;
            }
            let scores = self.weigh(heading.title, |usage| match usage {
                Use::Heading(section, weight) => Some((section, weight)),
                _ => None,
            });
            let of_kind = |child: bool| {
                let matching = scores.iter().enumerate().filter(|&(_, &score)| score >= MATCH);
                matching
                    .filter(move |&(at, _)| parents[at].is_some() == child)
                    .map(|(at, &score)| (score, std::cmp::Reverse(at)))
            };
            let mut about: Vec<usize> = of_kind(false).map(|(_, at)| at.0).collect();
            let part = of_kind(true).max().map(|(_, at)| at.0);
            let above =
                || self.outline.path(heading.parent).filter_map(|index| matches.iter().find(|(at, _)| *at == index));
            let is_elsewhere = |part: &usize| {
                let of_others = |section: &usize| parents[*section].is_none() && parents[*part] != Some(*section);
                about.iter().chain(above().flat_map(|(_, about)| about)).any(of_others)
            };
            about.extend(part.filter(|part| !is_elsewhere(part)));
            matches.push((index, about));
        }
        matches
    }

    /// For each section, the section that it is a part of.
    fn parents(&self) -> Vec<Option<usize>> {
        let mut parents = Vec::new();
        for section in &self.standard.file.sections {
            let parent = parents.len();
            parents.push(None);
            parents.extend(section.children.iter().map(|_| Some(parent)));
        }
        parents
    }

    /// A numbered paragraph is no heading: its first sentence runs on into the text.
    fn is_titled(&self, heading: &Heading) -> bool {
        let after = self.text.at(heading.title.end);
        heading.mark.style < Style::Digit || after == '\n' || heading.title.end >= self.text.len()
    }

    /// For each section, the first sentence that speaks of it.
    fn sentences(&self) -> Vec<Option<Run>> {
        let mut first = vec![None; self.standard.sections().count()];
        for sentence in &self.figures.sentences {
            let scores = self.weigh(sentence.run, |usage| match usage {
                Use::Sentence(section, weight) => Some((section, weight)),
                _ => None,
            });
            for (place, score) in first.iter_mut().zip(scores) {
                if score >= MATCH && place.is_none() {
                    *place = Some(sentence.run);
                }
            }
        }
        first
    }

    fn section(
        &self,
        section: &SectionFile,
        index: usize,
        headings: &[(usize, Vec<usize>)],
        sentences: &[Option<Run>],
    ) -> SectionFound {
        let about =
            headings.iter().filter(|(_, about)| about.contains(&index)).map(|(at, _)| &self.outline.headings[*at]);
        if let Some(heading) = about.min_by_key(|heading| (heading.mark.style, heading.mark.run.start)) {
            let is_thin =
                section.required && self.text.chars(heading.body).filter(|ch| !ch.is_whitespace()).count() < THIN;
            return SectionFound {
                status: if is_thin { SectionStatus::Thin } else { SectionStatus::Present },
                heading: Some(heading.title),
                run: Some(heading.mark.run.to(heading.body)),
            };
        }
        SectionFound {
            status: if sentences[index].is_some() { SectionStatus::Unheaded } else { SectionStatus::Missing },
            heading: None,
            run: sentences[index],
        }
    }

    fn indicators(&self) -> Vec<IndicatorFound> {
        let mut found = vec![IndicatorFound::default(); self.standard.indicators.len()];
        let contexts = self.context_places();
        let aliases = self.longest_aliases();
        for hit in &aliases {
            for usage in self.standard.terms.uses(hit.term) {
                let Use::Alias(index) = *usage else { continue };
                let indicator = &self.standard.indicators[index];
                if !indicator.context.is_empty() && !self.in_context(hit.run, &contexts[index]) {
                    continue;
                }
                self.bind(indicator, hit.run, &mut found[index]);
            }
        }
        for indicator in &mut found {
            indicator.figures.sort_unstable();
            indicator.figures.dedup();
        }
        found
    }

    /// The aliases found, without those inside a longer one: 受理 in 不予受理.
    fn longest_aliases(&self) -> Vec<Hit> {
        let is_alias =
            |hit: &&Hit| self.standard.terms.uses(hit.term).iter().any(|usage| matches!(usage, Use::Alias(_)));
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
                if let Use::Context(index) = *usage {
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
            let beside =
                [figure.label, figure.tail].iter().any(|words| words.start <= name.start && name.end <= words.end)
                    || (figure.label.is_empty() && figure.gap.start <= name.start && name.end <= figure.gap.end);
            if beside && self.is_value(figure, name) && self.has_unit(indicator, figure.quantity.unit_run) {
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

    fn has_unit(&self, indicator: &IndicatorFile, unit: Run) -> bool {
        let written = self.text.string(unit);
        indicator.units.iter().any(|unit| *unit == written || unit.strip_prefix(['万', '亿']) == Some(&written))
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
        let separates = |&at: &usize| crate::figures::is_separator(self.text.at(at));
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
        self.text.ends_any(start, name.start, &["未", "没有", "无", "零"]).is_some()
            || (start..name.start).any(|at| is_none(at) || not_done(at).is_some_and(|behind| behind <= name.start))
            || (name.end..end).any(|at| not_done(at) == Some(end))
            || ["无", "没有", "为零"].iter().any(|none| self.text.string(Run::new(name.end, end)) == **none)
    }
}

/// The hits inside a run; they come in the order of their beginnings.
fn hits_in(hits: &[Hit], run: Run) -> impl Iterator<Item = &Hit> {
    let first = hits.partition_point(|hit| hit.run.start < run.start);
    hits[first..].iter().take_while(move |hit| hit.run.start < run.end).filter(move |hit| hit.run.end <= run.end)
}

/// A section without a heading of its own is there when its parts have headings.
fn by_parts(parts: &[SectionFound]) -> Option<SectionFound> {
    let headed: Vec<&SectionFound> = parts.iter().filter(|part| part.heading.is_some()).collect();
    let first = headed.iter().min_by_key(|part| part.heading)?;
    let run = headed.iter().filter_map(|part| part.run).reduce(Run::to);
    Some(SectionFound { status: SectionStatus::Present, heading: first.heading, run })
}
