//! A text held against a standard: which sections and which indicators it has.
//!
//! By meaning, not by letter: the weighted words of a section add up over a heading or a sentence.
//! Order is never judged.

mod cells;
mod indicators;

use super::file::SectionFile;
use super::likeness::{self, Strange};
use super::terms::{Hit, Terms, Use};
use super::{MATCH, Standard};
use crate::decimal::Decimal;
use crate::document::Document;
use crate::figures::Figures;
use crate::lex::mark::Style;
use crate::order;
use crate::outline::{Heading, Outline};
use crate::span::Run;
use crate::tables::Table;
use crate::text::Text;

/// What a text has of a standard.
#[derive(Debug)]
pub struct Coverage {
    /// For each section in reading order, children behind their parent.
    pub sections: Vec<SectionFound>,
    /// For each indicator of the standard.
    pub indicators: Vec<IndicatorFound>,
    /// Why the text does not look like such a report, where it does not.
    pub strange: Option<Strange>,
    /// Where the text has the terms of the standard.
    pub hits: Vec<Hit>,
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
    /// Its cells in tables.
    pub cells: Vec<CellFound>,
    /// Where the text says that there was none.
    pub none: Option<Run>,
    /// Where it is spoken of.
    pub mentioned: Option<Run>,
}

/// A cell of a table that gives an indicator.
#[derive(Clone, Copy, Debug)]
pub struct CellFound {
    /// Its value.
    pub value: Decimal,
    /// Its unit, in the cell or in its label; empty where none is written.
    pub unit: Run,
    /// The cell.
    pub run: Run,
}

/// Fewer glyphs than this under a heading say next to nothing, where the standard says nothing else.
const THIN: u16 = 40;

impl IndicatorFound {
    /// Whether figures are given, and not all of them are zero.
    #[must_use]
    pub fn is_given(&self, figures: &Figures) -> bool {
        self.figures.iter().any(|&index| !figures.list[index].quantity.value.is_zero())
            || self.cells.iter().any(|cell| !cell.value.is_zero())
    }

    /// Whether the text says that there was none.
    #[must_use]
    pub fn is_none(&self, figures: &Figures) -> bool {
        !self.is_given(figures) && (self.none.is_some() || !self.figures.is_empty() || !self.cells.is_empty())
    }
}

impl Coverage {
    /// Looks for everything that the standard asks for.
    #[must_use]
    pub fn new(
        standard: &Standard,
        text: &Text,
        document: &Document,
        outline: &Outline,
        figures: &Figures,
        tables: &[Table],
    ) -> Self {
        let hits = standard.terms.find(text);
        let dated = document.year.map(|year| standard.terms.dated(year));
        let dated_hits = dated.as_ref().map(|terms| terms.find(text)).unwrap_or_default();
        let count = standard.sections().count();
        let finder = Finder { standard, count, text, outline, figures, tables, hits, dated, dated_hits };
        let (sections, indicators) = (finder.sections(), finder.indicators());
        let strange = likeness::strange(&standard.file, text, document, outline, &sections, &indicators);
        Self { sections, indicators, strange, hits: finder.hits }
    }

    /// What the terms in a run are for, each with its place.
    pub fn uses<'c>(&'c self, standard: &'c Standard, run: Run) -> impl Iterator<Item = (Use, Run)> + 'c {
        hits_in(&self.hits, run).flat_map(|hit| standard.terms.uses(hit.term).map(|usage| (usage, hit.run)))
    }

    /// The section under which figures of a topic belong, or the first content that is required.
    #[must_use]
    pub fn place(&self, standard: &Standard, topic: &str) -> Option<Run> {
        let belongs = |section: &SectionFile| section.topics.iter().any(|one| one == topic);
        let run = |is: &dyn Fn(&SectionFile) -> bool| {
            let mut found = standard.sections().zip(&self.sections).filter(|(section, _)| is(section));
            found.find_map(|(_, place)| place.heading.and(place.run))
        };
        run(&belongs).or_else(|| run(&SectionFile::is_required))
    }
}

struct Finder<'a> {
    standard: &'a Standard,
    /// How many sections it has.
    count: usize,
    text: &'a Text<'a>,
    outline: &'a Outline,
    figures: &'a Figures,
    tables: &'a [Table],
    hits: Vec<Hit>,
    /// The words with the report's years in them, and where they stand.
    dated: Option<Terms>,
    dated_hits: Vec<Hit>,
}

impl Finder<'_> {
    /// For each section, what the words of a run weigh.
    fn weigh(&self, run: Run, weight: fn(Use) -> Option<(usize, i8)>) -> Vec<i32> {
        let mut scores = vec![0; self.count];
        let mut add = |terms: &Terms, hits: &[Hit]| {
            let speaks = |term: &usize| terms.uses(*term).any(|usage| weight(usage).is_some());
            let mut found: Vec<usize> = hits_in(hits, run).map(|hit| hit.term).filter(speaks).collect();
            order::ascending(&mut found);
            found.dedup();
            for (section, weight) in found.iter().flat_map(|&term| terms.uses(term)).filter_map(weight) {
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
    /// (存在的问题和下一步打算), of their parts the best, and a second one that other words of it are about
    /// (健全行政决策制度和突发事件应对体系).
    fn headings(&self) -> Vec<(usize, Vec<usize>)> {
        let parents = self.parents();
        let parents = &parents;
        let mut matches: Vec<(usize, Vec<usize>)> = Vec::new();
        for (index, heading) in self.outline.headings.iter().enumerate() {
            if !self.is_titled(heading) {
                continue;
            }
            let scores = self.weigh(heading.title, of_heading);
            let matches_at = |at: &usize| scores[*at] >= i32::from(MATCH);
            let mut about: Vec<usize> =
                (0..scores.len()).filter(|&at| parents[at].is_none()).filter(matches_at).collect();
            let parts = self.parts(heading.title, parents, &scores);
            let above =
                || self.outline.path(heading.parent).filter_map(|index| matches.iter().find(|(at, _)| *at == index));
            let is_elsewhere = |part: &usize| {
                let of_others = |section: &usize| parents[*section].is_none() && parents[*part] != Some(*section);
                about.iter().chain(above().flat_map(|(_, about)| about)).any(of_others)
            };
            let parts: Vec<usize> = parts.into_iter().filter(|part| !is_elsewhere(part)).collect();
            about.extend(parts);
            matches.push((index, about));
        }
        matches
    }

    /// The part that the words of a heading match best, and for each half of it, parted by 和 or the like, the part
    /// that these words alone match best.
    fn parts(&self, title: Run, parents: &[Option<usize>], scores: &[i32]) -> Vec<usize> {
        let best = |scores: &[i32]| {
            let matching =
                scores.iter().enumerate().filter(|&(at, &score)| parents[at].is_some() && score >= i32::from(MATCH));
            matching.map(|(at, &score)| (score, std::cmp::Reverse(at))).max().map(|(_, at)| at.0)
        };
        let mut parts: Vec<usize> = best(scores).into_iter().collect();
        let joins = |&at: &usize| matches!(self.text.at(at), '和' | '与' | '及' | '、' | ',');
        for at in (title.start..title.end).filter(joins) {
            let halves = [Run::new(title.start, at), Run::new(at + 1, title.end)];
            let weights = halves.map(|half| self.weigh(half, of_heading));
            // 移动执法和非现场监管 is about one: each half speaks of it.
            if let [Some(one), Some(other)] = [best(&weights[0]), best(&weights[1])]
                && one != other
                && weights[0][other] <= 0
                && weights[1][one] <= 0
            {
                parts.extend([one, other]);
            }
        }
        order::ascending(&mut parts);
        parts.dedup();
        parts
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
        let mut first = vec![None; self.count];
        for sentence in &self.figures.sentences {
            let scores = self.weigh(sentence.run, |usage| match usage {
                Use::Sentence(section, weight) => Some((section, weight)),
                _ => None,
            });
            for (place, score) in first.iter_mut().zip(scores) {
                if score >= i32::from(MATCH) && place.is_none() {
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
            let least = usize::from(section.least.unwrap_or(THIN));
            let glyphs = || self.text.chars(heading.body).filter(|ch| !ch.is_whitespace()).take(least).count();
            let is_thin = section.is_required() && glyphs() < least;
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
}

/// What a word weighs in a heading, and for which section.
const fn of_heading(usage: Use) -> Option<(usize, i8)> {
    match usage {
        Use::Heading(section, weight) => Some((section, weight)),
        _ => None,
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
