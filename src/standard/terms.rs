//! All terms of a standard in a tree of their beginnings, so that a text is scanned once for all of them.
//!
//! The branches of the tree stand in one table, each by what it grows from and its glyph. Terms are short and share
//! few beginnings, so a place costs a step or two; and there is next to nothing to build: compiling an automaton took
//! longer than checking fifty reports.

use super::MATCH;
use super::file::{ClassFile, IndicatorFile, SectionFile, StandardFile};
use crate::span::Run;
use crate::text::{self, Held, Text};
use std::iter;

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
    /// Of the closed class of this index, this member.
    Member(usize, usize),
    /// The dated term of this index.
    Word(usize),
}

/// The terms and what each is for.
#[derive(Debug)]
pub struct Terms {
    branches: Vec<Branch>,
    /// For each branch its index, counted from one, at the place of its hash or the next one that was free.
    places: Vec<usize>,
    /// With which glyphs terms begin; of few terms they are few.
    firsts: Held,
    /// Which two glyphs begin a term, one bit each: most places of a text are passed over by it.
    pairs: Vec<u64>,
    /// The terms of a single glyph.
    singles: Held,
    /// What the terms are for, each with the next use of the same term, counted from one.
    uses: Vec<(Use, usize)>,
    /// Words with a year in them, which only a text fills in: `{next}年`.
    dated: Vec<(String, Use)>,
}

/// A beginning of terms that has two glyphs or more, or a term of one.
#[derive(Debug)]
struct Branch {
    /// What it grows from: [`ROOT`], a single glyph, or [`LONGER`] and the index of a branch.
    from: usize,
    glyph: char,
    /// The first and the last use of the term, counted from one; zero where terms only go on.
    uses: [usize; 2],
}

const ROOT: usize = 0;
const LONGER: usize = char::MAX as usize + 1;

/// So many bits tell the beginnings apart well enough.
const PAIRS: usize = 1 << 16;

/// A term found in a text.
#[derive(Clone, Copy, Debug)]
pub struct Hit {
    /// The term, by the index of its last branch.
    pub term: usize,
    /// Its place.
    pub run: Run,
}

impl Terms {
    /// Compiles the terms of a standard.
    #[must_use]
    pub fn new(standard: &StandardFile, indicators: &[IndicatorFile], classes: &[ClassFile]) -> Self {
        let mut words: Vec<(&str, Use)> = Vec::new();
        let sections = standard.sections.iter().flat_map(|s| iter::once(s).chain(&s.children));
        for (index, section) in sections.enumerate() {
            let SectionFile { aliases, heading, text, .. } = section;
            words.extend(aliases.iter().map(|word| (&**word, Use::Heading(index, MATCH))));
            words.extend(heading.iter().map(|(word, weight)| (&**word, Use::Heading(index, *weight))));
            words.extend(text.iter().map(|(word, weight)| (&**word, Use::Sentence(index, *weight))));
        }
        for (index, indicator) in indicators.iter().enumerate() {
            words.extend(indicator.aliases.iter().map(|word| (&**word, Use::Alias(index))));
            words.extend(indicator.context.iter().map(|word| (&**word, Use::Context(index))));
        }
        for (index, class) in classes.iter().enumerate() {
            for (member, names) in class.members.iter().enumerate() {
                words.extend(names.iter().map(|name| (&**name, Use::Member(index, member))));
            }
        }
        let is_dated = |&&(word, _): &&(&str, Use)| word.contains('{');
        let dated = words.iter().filter(is_dated).map(|&(word, usage)| (word.to_owned(), usage)).collect();
        words.retain(|word| !is_dated(&word));
        Self { dated, ..Self::of(&words) }
    }

    /// The words with a year in them, filled in for a report year.
    #[must_use]
    pub fn dated(&self, year: u16) -> Self {
        let (year, next) = (year.to_string(), (year + 1).to_string());
        let filled = |word: &str| word.replace("{year}", &year).replace("{next}", &next);
        let words: Vec<(String, Use)> = self.dated.iter().map(|(word, usage)| (filled(word), *usage)).collect();
        Self::of(&words.iter().map(|(word, usage)| (&**word, *usage)).collect::<Vec<_>>())
    }

    /// The terms of a list of words.
    #[must_use]
    pub fn of(words: &[(&str, Use)]) -> Self {
        // Each glyph is a branch at most, so that some places stay free.
        let most: usize = words.iter().map(|(word, _)| word.chars().count()).sum();
        let mut terms = Self {
            branches: Vec::new(),
            places: vec![0; (most + 1).next_power_of_two()],
            firsts: Held::default(),
            pairs: vec![0; PAIRS / 64],
            singles: Held::default(),
            uses: Vec::new(),
            dated: Vec::new(),
        };
        for &(word, usage) in words {
            terms.add(word, usage);
        }
        terms
    }

    fn add(&mut self, word: &str, usage: Use) {
        let mut glyphs = word.chars().filter_map(text::half_width);
        let Some(first) = glyphs.next() else { return };
        self.firsts = self.firsts.with(first);
        let mut from = first as usize;
        for glyph in glyphs {
            if from < LONGER {
                let pair = hash(from, glyph) % PAIRS;
                self.pairs[pair / 64] |= 1 << (pair % 64);
            }
            from = LONGER + self.grow(from, glyph);
        }
        if from < LONGER {
            self.singles = self.singles.with(first);
            from = LONGER + self.grow(ROOT, first);
        }
        self.uses.push((usage, 0));
        let index = self.uses.len();
        let [first, last] = &mut self.branches[from - LONGER].uses;
        match last.checked_sub(1) {
            Some(last) => self.uses[last].1 = index,
            None => *first = index,
        }
        *last = index;
    }

    /// The index of a branch, which may be new.
    fn grow(&mut self, from: usize, glyph: char) -> usize {
        let place = self.place(from, glyph);
        if self.places[place] == 0 {
            self.branches.push(Branch { from, glyph, uses: [0; 2] });
            self.places[place] = self.branches.len();
        }
        self.places[place] - 1
    }

    /// Where the index of a branch stands, or would stand.
    fn place(&self, from: usize, glyph: char) -> usize {
        let last = self.places.len() - 1;
        let mut place = hash(from, glyph) & last;
        while let Some(index) = self.places[place].checked_sub(1) {
            let branch = &self.branches[index];
            if branch.from == from && branch.glyph == glyph {
                break;
            }
            place = (place + 1) & last;
        }
        place
    }

    /// What a term is for.
    pub fn uses(&self, term: usize) -> impl Iterator<Item = Use> {
        let mut next = self.branches[term].uses[0];
        iter::from_fn(move || {
            let (usage, behind) = *self.uses.get(next.checked_sub(1)?)?;
            next = behind;
            Some(usage)
        })
    }

    /// Every place of every term, in the order of their beginnings, the shorter first.
    #[must_use]
    pub fn find(&self, text: &Text) -> Vec<Hit> {
        let mut hits = Vec::new();
        let glyphs = text.glyphs(text.all());
        for (start, &first) in glyphs.iter().enumerate().filter(|(_, first)| self.firsts.has(**first)) {
            if self.singles.has(first) {
                self.follow(ROOT, glyphs, Run::new(start, start), &mut hits);
            }
            let pair = glyphs.get(start + 1).map_or(0, |&second| hash(first as usize, second) % PAIRS);
            if self.pairs[pair / 64] & (1 << (pair % 64)) != 0 {
                self.follow(first as usize, glyphs, Run::new(start, start + 1), &mut hits);
            }
        }
        hits
    }

    /// The terms that stand at a place and grow from what its run has.
    fn follow(&self, mut from: usize, glyphs: &[char], mut run: Run, hits: &mut Vec<Hit>) {
        while let Some(&glyph) = glyphs.get(run.end)
            && let Some(term) = self.places[self.place(from, glyph)].checked_sub(1)
        {
            run.end += 1;
            if self.branches[term].uses[0] > 0 {
                hits.push(Hit { term, run });
            }
            from = LONGER + term;
        }
    }
}

fn hash(from: usize, glyph: char) -> usize {
    let mixed = from.wrapping_mul(0x9e37_79b1) ^ (glyph as usize).wrapping_mul(0x85eb_ca6b);
    mixed ^ mixed >> 15
}
