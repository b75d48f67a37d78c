//! All terms of a standard in one automaton, so that a text is scanned once for all of them.

use super::file::{IndicatorFile, SectionFile, StandardFile};
use crate::span::Run;
use crate::text::Text;
use daachorse::CharwiseDoubleArrayAhoCorasick;
use std::collections::BTreeMap;

/// What a term speaks for.
#[derive(Clone, Copy, Debug)]
pub enum Use {
    /// A heading about the section of this index, with this weight.
    Heading(usize, i8),
    /// A sentence about it.
    Sentence(usize, i8),
    /// The indicator of this index.
    Alias(usize),
    /// The surroundings in which it is meant.
    Context(usize),
}

/// The automaton and what each term is for.
pub struct Terms {
    automaton: Option<CharwiseDoubleArrayAhoCorasick<u32>>,
    /// For each term its length in glyphs and its uses.
    terms: Vec<(usize, Vec<Use>)>,
    /// Words with a year in them, which only a text fills in: `{next}年`.
    dated: Vec<(String, Use)>,
}

impl std::fmt::Debug for Terms {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} terms", self.terms.len())
    }
}

/// A term found in a text.
#[derive(Clone, Copy, Debug)]
pub struct Hit {
    /// Index of the term.
    pub term: usize,
    /// Its place.
    pub run: Run,
}

impl Terms {
    /// Compiles the terms of a standard.
    #[must_use]
    pub fn new(standard: &StandardFile, indicators: &[IndicatorFile]) -> Self {
        let mut uses: BTreeMap<String, Vec<Use>> = BTreeMap::new();
        let mut dated = Vec::new();
        let mut add = |word: &str, usage: Use| {
            let word = normal(word);
            if word.contains('{') {
                dated.push((word, usage));
            } else if !word.is_empty() {
                uses.entry(word).or_default().push(usage);
            }
        };
        let sections = standard.sections.iter().flat_map(|s| std::iter::once(s).chain(&s.children));
        for (index, section) in sections.enumerate() {
            let SectionFile { heading, text, .. } = section;
            heading.iter().for_each(|(word, weight)| add(word, Use::Heading(index, *weight)));
            text.iter().for_each(|(word, weight)| add(word, Use::Sentence(index, *weight)));
        }
        for (index, indicator) in indicators.iter().enumerate() {
            indicator.aliases.iter().for_each(|word| add(word, Use::Alias(index)));
            indicator.context.iter().for_each(|word| add(word, Use::Context(index)));
        }
        let automaton = CharwiseDoubleArrayAhoCorasick::new(uses.keys()).ok();
        let terms = uses.into_iter().map(|(word, uses)| (word.chars().count(), uses)).collect();
        Self { automaton, terms, dated }
    }

    /// What a term is for.
    #[must_use]
    pub fn uses(&self, term: usize) -> &[Use] {
        &self.terms[term].1
    }

    /// Words with a year, filled in for a report year.
    pub fn dated(&self, year: u16) -> impl Iterator<Item = (String, Use)> + '_ {
        self.dated.iter().map(move |(word, usage)| {
            let filled = word.replace("{year}", &year.to_string());
            (filled.replace("{next}", &(year + 1).to_string()), *usage)
        })
    }

    /// Every place of every term, in the order of their ends.
    #[must_use]
    pub fn find(&self, text: &Text) -> Vec<Hit> {
        let mut hits = Vec::new();
        let Some(automaton) = &self.automaton else { return hits };
        let mut stepper = automaton.find_overlapping_stepper();
        for (index, ch) in text.chars(text.all()).enumerate() {
            stepper.consume(ch);
            for found in stepper.matches() {
                let term = found.value() as usize;
                let end = index + 1;
                hits.push(Hit { term, run: Run::new(end - self.terms[term].0, end) });
            }
        }
        hits
    }
}

/// A word in the form that glyphs have.
fn normal(word: &str) -> String {
    let text = Text::new(word);
    text.string(text.all())
}
