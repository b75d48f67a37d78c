//! All terms of a standard, sorted, so that a text is scanned once for all of them.
//!
//! A sorted list does what an automaton would: the terms that stand at a place are those whose first
//! glyph is the place's, narrowed glyph by glyph. Terms are short and share few beginnings, so a place
//! costs a step or two; and there is nothing to build: compiling the automaton took longer than
//! checking fifty reports.

use super::MATCH;
use super::file::{IndicatorFile, SectionFile, StandardFile};
use crate::order;
use crate::span::Run;
use crate::text::{self, END, Text};

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
    /// The dated term of this index.
    Word(usize),
}

/// The terms and what each is for.
#[derive(Debug)]
pub struct Terms {
    /// All terms one behind the other, in order, each once.
    glyphs: Vec<char>,
    /// Where each term begins in them, and where the last ends.
    starts: Vec<usize>,
    /// What each is for.
    uses: Vec<Vec<Use>>,
    /// For each glyph from [`FIRST`] to [`LAST`], how many terms begin with a smaller one.
    firsts: Vec<u32>,
    /// Which two glyphs begin a term, one bit each: most places of a text are passed over by it.
    pairs: Vec<u64>,
    /// Whether one of them is a single glyph.
    has_single: bool,
    /// Words with a year in them, which only a text fills in: `{next}年`.
    dated: Vec<(String, Use)>,
}

/// The Chinese characters.
const FIRST: u32 = 0x4e00;
const LAST: u32 = 0x9fff;

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
        let mut words: Vec<(String, Use)> = Vec::new();
        let mut add = |word: &str, usage: Use| words.push((word.to_owned(), usage));
        let sections = standard.sections.iter().flat_map(|s| std::iter::once(s).chain(&s.children));
        for (index, section) in sections.enumerate() {
            let SectionFile { aliases, heading, text, .. } = section;
            for word in aliases {
                add(word, Use::Heading(index, MATCH));
            }
            for (word, weight) in heading {
                add(word, Use::Heading(index, *weight));
            }
            for (word, weight) in text {
                add(word, Use::Sentence(index, *weight));
            }
        }
        for (index, indicator) in indicators.iter().enumerate() {
            for word in &indicator.aliases {
                add(word, Use::Alias(index));
            }
            for word in &indicator.context {
                add(word, Use::Context(index));
            }
        }
        let (dated, words): (Vec<_>, Vec<_>) = words.into_iter().partition(|(word, _)| word.contains('{'));
        Self { dated, ..Self::of(&words) }
    }

    /// The words with a year in them, filled in for a report year.
    #[must_use]
    pub fn dated(&self, year: u16) -> Self {
        let filled = |word: &str| word.replace("{year}", &year.to_string()).replace("{next}", &(year + 1).to_string());
        let words: Vec<_> = self.dated.iter().map(|(word, usage)| (filled(word), *usage)).collect();
        Self::of(&words)
    }

    /// The terms of a list of words.
    #[must_use]
    pub fn of(words: &[(String, Use)]) -> Self {
        let mut words: Vec<(Vec<char>, Use)> =
            words.iter().map(|(word, usage)| (word.chars().filter_map(text::half_width).collect(), *usage)).collect();
        words.retain(|(word, _)| !word.is_empty());
        order::sort(&mut words, |(a, _), (b, _)| a.cmp(b));
        let (mut glyphs, mut starts) = (Vec::new(), vec![0]);
        let mut uses = Vec::new();
        let mut firsts = vec![0u32; (LAST - FIRST + 4) as usize];
        let mut pairs = vec![0u64; PAIRS / 64];
        let has_single = words.iter().any(|(word, _)| word.len() == 1);
        for same in words.chunk_by(|(a, _), (b, _)| a == b) {
            let (word, _) = &same[0];
            uses.push(same.iter().map(|(_, usage)| *usage).collect());
            firsts[slot(word[0]) + 1] += 1;
            glyphs.extend(word);
            starts.push(glyphs.len());
            let bit = pair(word[0], word.get(1).copied().unwrap_or(END));
            pairs[bit / 64] |= 1 << (bit % 64);
        }
        for at in 1..firsts.len() {
            firsts[at] += firsts[at - 1];
        }
        Self { glyphs, starts, uses, firsts, pairs, has_single, dated: Vec::new() }
    }

    /// What a term is for.
    #[must_use]
    pub fn uses(&self, term: usize) -> &[Use] {
        &self.uses[term]
    }

    /// Every place of every term, in the order of their beginnings, the shorter first.
    #[must_use]
    pub fn find(&self, text: &Text) -> Vec<Hit> {
        let mut hits = Vec::new();
        let begins = |first: char, second: char| {
            let bit = pair(first, second);
            self.pairs[bit / 64] & (1 << (bit % 64)) != 0
        };
        let mut first = text.at(0);
        for start in 0..text.len() {
            let second = text.at(start + 1);
            // A term of one glyph ends where a second would stand.
            if begins(first, second) || self.has_single && begins(first, END) {
                self.find_at(text, start, &mut hits);
            }
            first = second;
        }
        hits
    }

    fn find_at(&self, text: &Text, start: usize, hits: &mut Vec<Hit>) {
        let slot = slot(text.at(start));
        let (mut low, mut high) = (self.firsts[slot] as usize, self.firsts[slot + 1] as usize);
        // What sorts among the Chinese characters has its slot to itself.
        let mut length = usize::from((FIRST..=LAST).contains(&u32::from(text.at(start))));
        while low < high {
            // Of terms with a common beginning the shortest, if it is just that beginning, sorts first.
            if self.starts[low + 1] - self.starts[low] == length {
                hits.push(Hit { term: low, run: Run::new(start, start + length) });
                low += 1;
            }
            let next = text.at(start + length);
            let glyph = |term: usize| self.glyphs[self.starts[term] + length];
            low = first_where(low, high, |term| glyph(term) >= next);
            high = first_where(low, high, |term| glyph(term) > next);
            length += 1;
        }
    }
}

/// So many bits tell the beginnings apart well enough.
const PAIRS: usize = 1 << 16;

/// The bit of two glyphs.
fn pair(first: char, second: char) -> usize {
    (u32::from(first).wrapping_mul(0x9e37) ^ u32::from(second).wrapping_mul(0x85eb)) as usize % PAIRS
}

/// The place of a first glyph among the counts; what sorts before or behind the Chinese characters shares one each.
fn slot(ch: char) -> usize {
    (u32::from(ch).clamp(FIRST - 1, LAST + 1) + 1 - FIRST) as usize
}

/// The first index of a range for which `is_behind` holds, which holds for all after it.
fn first_where(mut low: usize, mut high: usize, is_behind: impl Fn(usize) -> bool) -> usize {
    while low < high {
        let middle = usize::midpoint(low, high);
        if is_behind(middle) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    low
}
