//! The answer to a text: its outline held against the standard's, its indicators, its ledger, its findings.

use crate::document::Document;
use crate::figures::Figures;
use crate::finding::{Finding, Relation};
use crate::messages::Message;
use crate::outline::Outline;
use crate::span::Span;
use crate::standard::Standard;
use crate::standard::coverage::{Coverage, SectionStatus};
use crate::standard::file::{Bilingual, Tier};
use crate::text::Text;

/// A report on a text. Places are bytes of the text.
#[derive(Debug)]
pub struct Report {
    /// Id, title and version of the standard.
    pub standard: (String, Bilingual, String),
    /// Why it was taken.
    pub reason: Message,
    /// What the text says about itself.
    pub document: Document,
    /// Its title.
    pub title: Option<String>,
    /// Characters that are not blank.
    pub characters: usize,
    /// Its headings.
    pub headings: Vec<HeadingEntry>,
    /// The standard's sections.
    pub sections: Vec<SectionEntry>,
    /// The standard's indicators for this level.
    pub indicators: Vec<IndicatorEntry>,
    /// The ledger.
    pub relations: Vec<Relation>,
    /// The findings, in the order of the text.
    pub findings: Vec<Finding>,
}

/// A heading as written.
#[derive(Debug)]
pub struct HeadingEntry {
    /// Level of its numbering style.
    pub level: u8,
    /// Its number as written.
    pub number: String,
    /// Its words.
    pub title: String,
    /// Number and words.
    pub span: Span,
    /// What stands under it.
    pub body: Span,
}

/// A section of the standard.
#[derive(Debug)]
pub struct SectionEntry {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Bilingual,
    /// Whether it must be there.
    pub required: bool,
    /// How it was found.
    pub status: SectionStatus,
    /// Its heading.
    pub heading: Option<Span>,
    /// All of it.
    pub span: Option<Span>,
    /// Its parts.
    pub children: Vec<SectionEntry>,
}

/// An indicator of the standard.
#[derive(Debug)]
pub struct IndicatorEntry {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Bilingual,
    /// Its topic.
    pub topic: String,
    /// Whether nearly every report gives it, or the standard requires it.
    pub required: bool,
    /// `given`, `none`, `mentioned` or `missing`.
    pub status: &'static str,
    /// Its figures.
    pub values: Vec<Value>,
    /// The section under which it belongs, where it has no figure.
    pub place: Option<Span>,
    /// A sentence to start from, where it has no figure.
    pub draft: Option<String>,
}

/// A figure given for an indicator.
#[derive(Debug)]
pub struct Value {
    /// The value.
    pub value: String,
    /// Its unit as written.
    pub unit: String,
    /// Whether it is approximate.
    pub approximate: bool,
    /// Its place.
    pub span: Span,
}

/// The outline as the report shows it.
#[must_use]
pub fn headings(text: &Text, outline: &Outline) -> Vec<HeadingEntry> {
    let entry = |heading: &crate::outline::Heading| HeadingEntry {
        level: heading.mark.style.level(),
        number: text.string(heading.mark.run),
        title: text.string(heading.title),
        span: text.span(heading.mark.run.to(heading.title)),
        body: text.span(heading.body),
    };
    outline.headings.iter().map(entry).collect()
}

/// The standard's sections with what was found for each.
#[must_use]
pub fn sections(text: &Text, standard: &Standard, coverage: &Coverage) -> Vec<SectionEntry> {
    let mut found = coverage.sections.iter();
    let mut entry = |section: &crate::standard::file::SectionFile| {
        let place = found.next().copied();
        SectionEntry {
            id: section.id.clone(),
            title: section.title.clone(),
            required: section.is_required(),
            status: place.map_or(SectionStatus::Missing, |place| place.status),
            heading: place.and_then(|place| place.heading).map(|run| text.span(run)),
            span: place.and_then(|place| place.run).map(|run| text.span(run)),
            children: Vec::new(),
        }
    };
    let mut entries = Vec::new();
    for section in &standard.file.sections {
        let mut parent = entry(section);
        parent.children = section.children.iter().map(&mut entry).collect();
        entries.push(parent);
    }
    entries
}

/// The indicators that apply to the document's level, with what was found for each.
#[must_use]
pub fn indicators(
    text: &Text,
    document: &Document,
    standard: &Standard,
    coverage: &Coverage,
    figures: &Figures,
) -> Vec<IndicatorEntry> {
    let mut entries = Vec::new();
    for (index, (indicator, found)) in standard.indicators.iter().zip(&coverage.indicators).enumerate() {
        let Some(tier) = indicator.tier(document.level) else { continue };
        let status = match found {
            found if found.is_given(figures) => "given",
            found if found.is_none(figures) => "none",
            found if found.mentioned.is_some() => "mentioned",
            _ => "missing",
        };
        let is_open = matches!(status, "mentioned" | "missing");
        let value = |index: &usize| {
            let quantity = &figures.list[*index].quantity;
            Value {
                value: quantity.unit.written(quantity.value).to_string(),
                unit: text.string(quantity.unit_run),
                approximate: quantity.approx != crate::lex::quantity::Approx::Exact,
                span: text.span(quantity.run),
            }
        };
        let mut values: Vec<Value> = found.figures.iter().map(value).collect();
        values.extend(found.cells.iter().map(|cell| Value {
            value: cell.value.to_string(),
            unit: text.string(cell.unit),
            approximate: false,
            span: text.span(cell.run),
        }));
        entries.push(IndicatorEntry {
            id: indicator.id.clone(),
            title: indicator.title.clone(),
            topic: indicator.topic.clone(),
            required: tier == Tier::A || standard.mandatory(index).is_some(),
            status,
            values,
            place: coverage.place(standard, &indicator.topic).filter(|_| is_open).map(|run| text.span(run)),
            draft: is_open.then(|| indicator.draft()),
        });
    }
    entries
}
