//! Last year's report, to hold this year's against: read once, when a checker is made, into values of its own.
//!
//! What it holds are places in its own text; they never mix with places of the text that is checked.
//! Whether the two may be compared at all is in [`fit`].

pub mod fit;
pub mod index;
pub mod known;
pub mod passages;
pub mod plans;
pub mod values;

use crate::finding::{Earlier, Operand};
use crate::messages::Message;
use crate::reading::Reading;
use crate::span::Span;
use crate::standard::Standard;
use crate::standard::coverage::Coverage;
use crate::text::is_han;
use index::Index;
use known::Known;
use passages::Passage;
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
    pub figures: Index<Known>,
    /// Its paragraphs by their prints.
    pub paragraphs: Index<Passage>,
    /// Its sentences with figures, likewise.
    pub sentences: Index<Passage>,
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
        Self {
            plans: plans::items(reading, standard, coverage),
            length: text.len(),
            paragraphs: Index::new(passages::paragraphs(reading), |passage| passage.print),
            sentences: Index::new(passages::sentences(reading), |passage| passage.print),
            is_part_year: document.is_part_year(),
            figures: known::all(reading),
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
    let pairs = |words: &str| -> Vec<(char, char)> {
        let glyphs: Vec<char> = words.chars().filter(|ch| is_han(*ch)).collect();
        glyphs.windows(2).map(|two| (two[0], two[1])).collect()
    };
    let (a, b) = (pairs(a), pairs(b));
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let common = short.iter().filter(|pair| long.contains(pair)).count();
    5 * common >= 2 * short.len()
}
