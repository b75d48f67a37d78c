//! What JavaScript sees of last year's report.

use super::utf16::{Range, Utf16};
use crate::finding;
use crate::messages::Locale;
use crate::previous::Previous;
use crate::span::Span;
use serde::Serialize;

/// What it was read as.
#[derive(Serialize)]
pub struct Name {
    title: Option<String>,
    year: Option<u16>,
    organ: Option<String>,
}

/// A figure in it.
#[derive(Serialize)]
pub struct Operand {
    role: &'static str,
    value: String,
    unit: String,
    range: Range,
    text: String,
}

/// A place in it.
#[derive(Serialize)]
pub struct Place {
    range: Range,
    message: String,
    text: String,
}

/// The units of the text and of last year's report.
pub struct Places<'a> {
    pub of_text: Utf16<'a>,
    pub of_previous: Option<Utf16<'a>>,
}

impl Places<'_> {
    /// A place of the text.
    pub fn range(&self, span: Span) -> Range {
        self.of_text.range(span)
    }

    /// A place of last year's report.
    pub fn earlier(&self, span: Span) -> Range {
        self.of_previous.unwrap_or(self.of_text).range(span)
    }
}

impl Name {
    /// The name of a report.
    pub fn of(previous: &Previous) -> Self {
        Self { title: previous.title.clone(), year: previous.year, organ: previous.organ.clone() }
    }
}

impl Operand {
    /// A figure with what stands around it.
    pub fn of((operand, text): &(finding::Operand, String), units: &Places) -> Self {
        Self {
            role: operand.role,
            value: operand.value.to_string(),
            unit: operand.unit.clone(),
            range: units.earlier(operand.span),
            text: text.clone(),
        }
    }
}

impl Place {
    /// A place of a finding.
    pub fn of(place: &finding::Earlier, units: &Places, locale: Locale) -> Self {
        Self { range: units.earlier(place.span), message: place.message.render(locale), text: place.text.clone() }
    }
}
