//! Last year's report, to hold this year's against: read once, when a checker is made, into values of its own.
//!
//! What it holds are places in its own text; they never mix with places of the text that is checked.
//! Whether the two may be compared at all is in [`fit`].

pub mod fit;
pub mod known;
pub mod passages;
pub mod plans;
pub mod values;

use crate::figures::Role;
use crate::finding::{Earlier, Operand};
use crate::messages::Message;
use crate::reading::Reading;
use crate::span::Span;
use crate::standard::Standard;
use crate::standard::coverage::Coverage;
use crate::text::is_han;
use known::Known;
use passages::Passage;
use std::collections::BTreeSet;
use values::{Value, Values};

/// Last year's report as it was read.
#[derive(Debug)]
pub struct Previous {
    /// The text as given.
    original: String,
    /// Its title.
    pub title: Option<String>,
    /// Where the title stands, or where the text begins.
    pub head: Span,
    /// The year that it reports on.
    pub year: Option<u16>,
    /// Whether it says that year; otherwise it is a guess.
    pub is_said: bool,
    /// Who reports.
    pub organ: Option<String>,
    /// Whether it was signed before its year was over: its figures do not cover the year.
    pub is_part_year: bool,
    /// The figures that can be known again, by name.
    figures: Vec<Known>,
    /// Its paragraphs, in the order of their prints.
    pub paragraphs: Vec<Passage>,
    /// Its sentences with figures, likewise.
    pub sentences: Vec<Passage>,
    /// What it announces for the next year.
    pub plans: Vec<plans::Item>,
    /// How many glyphs it has.
    pub length: usize,
    /// What it gives for indicators and in prescribed tables.
    pub values: Values,
    /// What [`fit`] compares.
    traits: fit::Traits,
}

impl Previous {
    /// Takes out of a reading what can be compared.
    #[must_use]
    pub fn new(reading: &Reading<'_>, standard: &Standard, coverage: &Coverage) -> Self {
        let (text, document) = (&reading.text, &reading.document);
        let head = document
            .title
            .map_or_else(|| text.span(crate::span::Run::new(document.body, document.body)), |run| text.span(run));
        let counts = reading.figures.list.iter().filter(|figure| matches!(figure.role, Role::Count | Role::Rate));
        let known =
            counts.filter_map(|figure| Known::of(text, &reading.outline, &reading.figures, figure, document.year));
        let mut figures: Vec<Known> = known.collect();
        figures.sort_by_key(|known| (known.name, known.span));
        figures.shrink_to_fit();
        let [mut paragraphs, mut sentences] = [passages::paragraphs(reading), passages::sentences(reading)];
        for passages in [&mut paragraphs, &mut sentences] {
            passages.sort_by_key(|passage| (passage.print, passage.span));
        }
        Self {
            plans: plans::items(reading, standard, coverage),
            length: text.len(),
            paragraphs,
            sentences,
            is_part_year: document.is_part_year(),
            figures,
            values: Values::new(reading, standard, coverage),
            original: text.original().to_owned(),
            title: document.title.map(|run| text.string(run)),
            head,
            year: document.year,
            is_said: document.is_said,
            organ: document.organ.clone(),
            traits: fit::Traits::new(text, document, coverage),
        }
    }

    /// The text as given.
    #[must_use]
    pub fn original(&self) -> &str {
        &self.original
    }

    /// The figures of a name, in the order of the text; no more than a report can mean.
    #[must_use]
    pub fn named(&self, name: u64) -> &[Known] {
        const MOST: usize = 12;
        let first = self.figures.partition_point(|known| known.name < name);
        let rest = &self.figures[first..];
        let count = rest.iter().take(MOST).take_while(|known| known.name == name).count();
        &rest[..count]
    }

    /// A figure of it for the ledger, with the words around it.
    #[must_use]
    pub fn operand(&self, role: &'static str, known: &Known) -> (Operand, String) {
        let unit = known.unit.of(&self.original).to_owned();
        (Operand { role, value: known.value, unit, span: known.span }, self.around(known.span))
    }

    /// The same for a value.
    #[must_use]
    pub fn value(&self, role: &'static str, value: &Value) -> (Operand, String) {
        let unit = value.unit.of(&self.original).to_owned();
        (Operand { role, value: value.value, unit, span: value.span }, self.around(value.span))
    }

    /// A place of it for a finding, with the words around it.
    #[must_use]
    pub fn place(&self, span: Span, message: Message) -> Earlier {
        Earlier { span, message, text: self.around(span) }
    }

    /// The line in which a place stands; of a long one the words around the place.
    #[must_use]
    pub fn around(&self, span: Span) -> String {
        /// Characters on either side.
        const NEAR: usize = 60;
        let (start, end) = (span.start as usize, span.end as usize);
        let before = self.original[..start].rsplit(['\n', '\r']).next().unwrap_or_default();
        let behind = self.original[end..].split(['\n', '\r']).next().unwrap_or_default();
        let from = before.char_indices().rev().nth(NEAR).map_or(0, |(at, ch)| at + ch.len_utf8());
        let length: usize = 2 * NEAR;
        let own = &self.original[start..end];
        // A place that is itself longer, such as a paragraph, is cut behind its beginning.
        if own.chars().count() > length {
            let cut: String = own.chars().take(length).collect();
            return format!("{}…", cut.trim());
        }
        let to = behind.char_indices().nth(NEAR).map_or(behind.len(), |(at, _)| at);
        let cut = |is: bool| if is { "…" } else { "" };
        let words = format!("{}{own}{}", &before[from..], &behind[..to]);
        format!("{}{}{}", cut(from > 0), words.trim(), cut(to < behind.len()))
    }
}

/// Whether two short passages are alike: two in five pairs of neighbours of the shorter one stand in the other as well.
#[must_use]
pub fn likeness(a: &str, b: &str) -> bool {
    let pairs = |words: &str| -> BTreeSet<(char, char)> {
        let glyphs: Vec<char> = words.chars().filter(|ch| is_han(*ch)).collect();
        glyphs.windows(2).map(|two| (two[0], two[1])).collect()
    };
    let (a, b) = (pairs(a), pairs(b));
    let common = a.intersection(&b).count();
    5 * common >= 2 * a.len().min(b.len())
}
