//! Which of several standards a text is held against, and why.
//!
//! Headings that only one standard has speak loudest, then the title, then the year.

use super::file::StandardFile;
use crate::document::Document;
use crate::messages::{self, Message};
use crate::outline::Outline;
use crate::span::Run;
use crate::text::Text;
use std::sync::Arc;

/// Why a standard was taken.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Reason {
    /// The caller named it.
    Asked,
    /// The text has its headings.
    Headings,
    /// It is meant for the year.
    Year(u16),
    /// None is meant for the year yet, or any more; it is the nearest.
    Nearest(u16),
    /// The text does not say its year; it is the newest.
    Newest,
}

impl Reason {
    /// For a person.
    #[must_use]
    pub fn message(self) -> Message {
        match self {
            Self::Asked => messages::STANDARD_ASKED.plain(),
            Self::Headings => messages::STANDARD_BY_HEADINGS.plain(),
            Self::Year(year) => messages::STANDARD_BY_YEAR.with(&[&year.to_string()]),
            Self::Nearest(year) => messages::STANDARD_NEAREST.with(&[&year.to_string()]),
            Self::Newest => messages::STANDARD_NEWEST.plain(),
        }
    }
}

/// The index of the standard that fits a text best.
#[must_use]
pub fn choose(files: &[Arc<StandardFile>], text: &Text, document: &Document, outline: &Outline) -> (usize, Reason) {
    let mut best = None;
    for (index, file) in files.iter().enumerate() {
        let distance = document.year.map_or(0, |year| distance(file, year));
        let is_signed = distance == 0 && is_signed(file, text, outline);
        // Without its headings, one that is known by them is the last that is meant.
        let is_named = is_named(file, text, document);
        let fit = (is_signed, is_named, file.signs.is_empty(), u16::MAX - distance, file.years.from);
        if best.is_none_or(|(_, most)| most < fit) {
            best = Some((index, fit));
        }
    }
    let (index, (is_signed, _, _, closeness, _)) = best.unwrap_or_default();
    let reason = match document.year {
        _ if is_signed => Reason::Headings,
        Some(year) if closeness == u16::MAX => Reason::Year(year),
        Some(year) => Reason::Nearest(year),
        None => Reason::Newest,
    };
    (index, reason)
}

/// How many years lie between a year and those that a standard is meant for.
fn distance(file: &StandardFile, year: u16) -> u16 {
    let before = file.years.from.map_or(0, |from| from.saturating_sub(year));
    before.max(file.years.to.map_or(0, |to| year.saturating_sub(to)))
}

/// Whether the title, or without one the beginning of a text, says that it is such a report.
pub(super) fn is_named(file: &StandardFile, text: &Text, document: &Document) -> bool {
    const HEAD: usize = 400;
    let head = document.title.unwrap_or(Run::new(0, HEAD.min(text.len())));
    file.names.iter().any(|name| text.find(head, name).is_some())
}

/// Whether half of the headings that only a standard has are those of a text.
pub(super) fn is_signed(file: &StandardFile, text: &Text, outline: &Outline) -> bool {
    let stands = |sign: &&String| outline.headings.iter().any(|heading| text.find(heading.title, sign).is_some());
    !file.signs.is_empty() && 2 * file.signs.iter().filter(stands).count() >= file.signs.len()
}
