//! Last year's report, to hold this year's against: read once, when a checker is made, into values of its own.
//!
//! What it holds are places in its own text; they never mix with places of the text that is checked.
//! Whether the two may be compared at all is in [`fit`].

pub mod fit;

use crate::finding::Earlier;
use crate::messages::Message;
use crate::reading::Reading;
use crate::span::Span;
use crate::standard::coverage::Coverage;

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
    /// What [`fit`] compares.
    traits: fit::Traits,
}

impl Previous {
    /// Takes out of a reading what can be compared.
    #[must_use]
    pub fn new(reading: &Reading<'_>, coverage: &Coverage) -> Self {
        let (text, document) = (&reading.text, &reading.document);
        let head = document
            .title
            .map_or_else(|| text.span(crate::span::Run::new(document.body, document.body)), |run| text.span(run));
        Self {
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
