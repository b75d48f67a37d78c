//! Standards: what a report must contain, as data. Rust knows no section and no indicator by name.

pub mod check;
pub mod choose;
pub mod coverage;
mod embedded;
pub mod equations;
pub mod file;
pub mod form;
pub mod lexicon;
pub mod likeness;
pub mod read;
pub mod resolve;
mod skeleton;
pub mod terms;
pub mod value;
pub mod words;

use crate::document::Level;
use check::Problems;
use equations::{AcrossFile, FormFile, IdentityFile};
use file::{ClassFile, IndicatorFile, MandatoryFile, SectionFile, StandardFile, Tier};
use std::collections::BTreeMap;
use std::sync::Arc;
use terms::Terms;
use value::Value;

/// A standard, ready to be held against texts: its terms are in one tree for one scan.
#[derive(Debug)]
pub struct Standard {
    /// As in its file, with what it takes over from the one it extends.
    pub file: Arc<StandardFile>,
    /// Its indicators, in its order.
    pub indicators: Vec<IndicatorFile>,
    /// For each of them, which entry of the standard requires it.
    mandatory: Vec<Option<usize>>,
    /// The closed classes of the catalogue.
    pub classes: Vec<ClassFile>,
    /// What holds between figures by their names.
    pub identities: Vec<IdentityFile>,
    /// What holds between indicators and those of last year's report.
    pub across: Vec<AcrossFile>,
    /// Tables that are laid down.
    pub forms: Vec<FormFile>,
    terms: Terms,
}

impl Standard {
    /// The built-in standards.
    #[must_use]
    pub fn built_in() -> Vec<StandardFile> {
        let files: Vec<StandardFile> = embedded::list(include_bytes!(concat!(env!("OUT_DIR"), "/standards.bin")));
        files.iter().map(|file| resolve::resolve(file, &files, &mut Problems::default())).collect()
    }

    /// A standard of a caller's own, with what it takes over from a built-in one. Sound if there are no problems.
    #[must_use]
    pub fn own(value: &Value, problems: &mut Problems) -> StandardFile {
        let file = read::standard(value, problems);
        let built_in = Self::built_in();
        check::fields(&file, &built_in, &Self::catalogue(), problems);
        if problems.list.is_empty() { resolve::resolve(&file, &built_in, problems) } else { file }
    }

    /// The catalogue of indicators.
    #[must_use]
    pub fn catalogue() -> Vec<IndicatorFile> {
        embedded::list(include_bytes!(concat!(env!("OUT_DIR"), "/indicators.bin")))
    }

    /// A standard compiled, with its indicators out of the catalogue and its own.
    #[must_use]
    pub fn compile(file: Arc<StandardFile>) -> Self {
        let mut places: BTreeMap<&str, usize> = BTreeMap::new();
        for id in &file.indicators {
            let next = places.len();
            places.entry(id).or_insert(next);
        }
        let mut slots = vec![(None, None); places.len()];
        // Its own come last and replace those of the catalogue.
        for one in Self::catalogue().into_iter().chain(file.catalogue.iter().cloned()) {
            if let Some(&place) = places.get(one.id.as_str()) {
                slots[place].0 = Some(one);
            }
        }
        for (entry, required) in file.mandatory.iter().enumerate() {
            if let Some(&place) = places.get(required.indicator.as_str()) {
                slots[place].1 = Some(entry);
            }
        }
        let (mut indicators, mut mandatory) = (Vec::new(), Vec::new());
        for (indicator, entry) in slots {
            if let Some(indicator) = indicator {
                indicators.push(indicator);
                mandatory.push(entry);
            }
        }
        let classes: Vec<ClassFile> = embedded::list(include_bytes!(concat!(env!("OUT_DIR"), "/classes.bin")));
        let identities = embedded::list(include_bytes!(concat!(env!("OUT_DIR"), "/identities.bin")));
        let across = embedded::list(include_bytes!(concat!(env!("OUT_DIR"), "/across.bin")));
        let forms = embedded::list(include_bytes!(concat!(env!("OUT_DIR"), "/forms.bin")));
        let terms = Terms::new(&file, &indicators, &classes);
        Self { file, indicators, mandatory, classes, identities, across, forms, terms }
    }

    /// How the standard requires the indicator of an index, where it does.
    #[must_use]
    pub fn mandatory(&self, indicator: usize) -> Option<&MandatoryFile> {
        self.mandatory[indicator].map(|entry| &self.file.mandatory[entry])
    }

    /// A section and all below it, with the index of each in reading order.
    pub fn sections(&self) -> impl Iterator<Item = &SectionFile> {
        self.file.sections.iter().flat_map(|section| std::iter::once(section).chain(&section.children))
    }
}

impl IndicatorFile {
    /// How common the indicator is for a level of organ; a text of unknown level is read as a government's.
    #[must_use]
    pub fn tier(&self, level: Option<Level>) -> Option<Tier> {
        match level {
            Some(Level::Department) => self.tiers.department,
            Some(Level::Township) => self.tiers.township,
            _ => self.tiers.government,
        }
    }
}

impl SectionFile {
    /// Whether leaving it out is an error.
    #[must_use]
    pub fn is_required(&self) -> bool {
        self.required == Some(true)
    }
}

/// Ten make a match, see [`SectionFile::heading`].
pub const MATCH: i8 = 10;
