//! Whether a text is such a report at all. Of one that is not, it is enough to say so.

use super::choose::is_named;
use super::coverage::{IndicatorFound, SectionFound};
use super::file::StandardFile;
use crate::document::Document;
use crate::lex::mark::Style;
use crate::outline::{Heading, Outline};
use crate::text::{Text, is_blank, is_han};

/// Why a text does not look like a report.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Strange {
    /// There is nothing to read.
    Empty,
    /// It is hardly in Chinese.
    Foreign,
    /// It is written in articles, as laws are.
    Articles,
    /// Neither title nor contents nor figures are those of a report.
    Other,
    /// It is short, and has neither title nor signature nor two headings of the first level: a passage out of one.
    Passage,
}

/// Why a text does not look like the reports of a standard; nothing where it does.
///
/// Its title, one heading or two figures are enough: a draft may be a beginning.
#[must_use]
pub fn strange(
    file: &StandardFile,
    text: &Text,
    document: &Document,
    outline: &Outline,
    sections: &[SectionFound],
    indicators: &[IndicatorFound],
) -> Option<Strange> {
    const FIGURES: usize = 2;
    let has_heading = sections.iter().any(|section| section.heading.is_some());
    if document.title.is_none() && !has_heading && in_articles(text) {
        return Some(Strange::Articles);
    }
    let figures: usize = indicators.iter().map(|indicator| indicator.figures.len()).sum();
    if has_heading || FIGURES <= figures || is_named(file, text, document) {
        return is_passage(text, document, outline).then_some(Strange::Passage);
    }
    let (mut han, mut other, mut all) = (0usize, 0usize, 0usize);
    for ch in text.chars(text.all()) {
        all += usize::from(!is_blank(ch));
        han += usize::from(is_han(ch));
        other += usize::from(ch.is_alphabetic() && !is_han(ch));
    }
    Some(match all {
        0 => Strange::Empty,
        _ if han < other => Strange::Foreign,
        _ => Strange::Other,
    })
}

/// Whether a text that may be such a report is only a passage out of one: what it lacks stands elsewhere.
fn is_passage(text: &Text, document: &Document, outline: &Outline) -> bool {
    const SHORTEST_REPORT: usize = 1000;
    let is_first = |heading: &&Heading| heading.mark.style <= Style::Han;
    text.len() < SHORTEST_REPORT
        && document.title.is_none()
        && document.signed.is_none()
        && document.addressee.is_none()
        && outline.headings.iter().filter(is_first).nth(1).is_none()
}

/// Whether several lines begin as articles do: 第三条.
fn in_articles(text: &Text) -> bool {
    const SEVERAL: usize = 3;
    const LONGEST_NUMBER: usize = 6;
    let begins_article = |line: &crate::span::Run| {
        let start = text.skip_spaces(line.start);
        let until = (start + LONGEST_NUMBER).min(line.end);
        text.at(start) == '第' && (start..until).any(|index| text.at(index) == '条')
    };
    text.lines().filter(begins_article).nth(SEVERAL - 1).is_some()
}
