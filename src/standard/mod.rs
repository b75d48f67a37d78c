//! Standards: what a report must contain, as data. Rust knows no section and no indicator by name.

pub mod coverage;
pub mod file;
mod terms;

use crate::document::{Document, Level};
use file::{ClassFile, IndicatorFile, SectionFile, StandardFile, Tier};
use terms::Terms;

/// A standard, ready to be held against texts: its terms are sorted for one scan.
#[derive(Debug)]
pub struct Standard {
    /// As in its file.
    pub file: StandardFile,
    /// Its indicators, in its order.
    pub indicators: Vec<IndicatorFile>,
    /// The closed classes of the catalogue.
    pub classes: Vec<ClassFile>,
    terms: Terms,
}

impl Standard {
    /// The built-in standards.
    #[must_use]
    pub fn built_in() -> Vec<StandardFile> {
        embedded(include_bytes!(concat!(env!("OUT_DIR"), "/standards.bin")))
    }

    /// A standard compiled, with its indicators out of the catalogue.
    #[must_use]
    pub fn compile(file: StandardFile) -> Self {
        let catalogue: Vec<IndicatorFile> = embedded(include_bytes!(concat!(env!("OUT_DIR"), "/indicators.bin")));
        let classes = embedded(include_bytes!(concat!(env!("OUT_DIR"), "/classes.bin")));
        let mut indicators: Vec<IndicatorFile> =
            catalogue.into_iter().filter(|indicator| file.indicators.contains(&indicator.id)).collect();
        indicators.sort_by_key(|indicator| file.indicators.iter().position(|id| *id == indicator.id));
        let terms = Terms::new(&file, &indicators);
        Self { file, indicators, classes, terms }
    }

    /// The built-in standard that fits a text best: the newest that covers its year, or the newest of all.
    #[must_use]
    pub fn choose(document: &Document) -> Option<StandardFile> {
        let covers = |file: &StandardFile| {
            document.year.is_none_or(|year| {
                file.years.from.is_none_or(|from| from <= year) && file.years.to.is_none_or(|to| year <= to)
            })
        };
        Self::built_in().into_iter().max_by_key(|file| (covers(file), file.years.from))
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

/// Ten make a match, see [`SectionFile::heading`].
pub const MATCH: i32 = 10;

/// The built-in data was read by `build.rs` in the same shape, so it can be read again.
fn embedded<T: serde::de::DeserializeOwned>(bytes: &[u8]) -> Vec<T> {
    postcard::from_bytes(bytes).unwrap_or_default()
}
