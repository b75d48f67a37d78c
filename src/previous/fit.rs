//! Whether a text is last year's report of the organ whose report is checked: only then is anything compared.

use super::Previous;
use crate::document::{Document, Level};
use crate::hash::hash;
use crate::standard::coverage::Coverage;
use crate::standard::likeness::Strange;
use crate::text::{Text, is_blank};

/// What two reports are told apart by, beside year and organ.
#[derive(Debug)]
pub struct Traits {
    level: Option<Level>,
    /// What its title says before the year.
    name: String,
    /// Of all glyphs that are not blank.
    digest: u64,
    /// Whether it looks like a report at all.
    is_strange: bool,
}

/// Why two texts cannot be compared.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Unfit {
    /// It is the text that is checked.
    Same,
    /// It is no such report.
    Strange,
    /// It is of another year.
    Year,
    /// One of the two years is a guess.
    PerhapsYear,
    /// It is of another organ.
    Organ,
}

impl Traits {
    /// The traits of a text.
    #[must_use]
    pub fn new(text: &Text, document: &Document, coverage: &Coverage) -> Self {
        Self {
            level: document.level,
            name: name(text, document),
            digest: digest(text),
            is_strange: coverage.strange.is_some_and(|strange| strange != Strange::Passage),
        }
    }
}

/// Who reports, by the title: whoever signs, a report of the same name is of the same organ.
fn name(text: &Text, document: &Document) -> String {
    let title = document.title.map(|run| text.string(run)).unwrap_or_default();
    let before = title.split(|ch: char| ch.is_ascii_digit()).next().unwrap_or_default();
    before.split("关于").next().unwrap_or_default().trim().to_owned()
}

/// Of the glyphs that are not blank, in their order.
fn digest(text: &Text) -> u64 {
    hash(text.chars(text.all()).filter(|ch| !is_blank(*ch)))
}

/// Why last year's report cannot be compared with a text, where it cannot.
#[must_use]
pub fn unfit(previous: &Previous, text: &Text, document: &Document) -> Option<Unfit> {
    if previous.traits.digest == digest(text) {
        return Some(Unfit::Same);
    }
    if previous.traits.is_strange {
        return Some(Unfit::Strange);
    }
    if let (Some(year), Some(last)) = (document.year, previous.year)
        && last + 1 != year
    {
        return Some(if document.is_said && previous.is_said { Unfit::Year } else { Unfit::PerhapsYear });
    }
    let levels = previous.traits.level.zip(document.level);
    let is_same = |(last, organ): (&String, &String)| {
        levels.is_none_or(|(last, level)| last == level) && (abbreviates(last, organ) || abbreviates(organ, last))
    };
    let organs = previous.organ.as_ref().zip(document.organ.as_ref());
    let is_named_so = !previous.traits.name.is_empty() && previous.traits.name == name(text, document);
    (!is_named_so && !organs.is_none_or(is_same)).then_some(Unfit::Organ)
}

/// Whether every character of a name stands in a longer one, in the same order: 云溪县市场监管局, 云溪县市场监督管理局.
fn abbreviates(short: &str, long: &str) -> bool {
    let mut rest = long.chars();
    short.chars().filter(|ch| !ch.is_whitespace()).all(|ch| rest.any(|other| other == ch))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_their_short_forms() {
        assert!(abbreviates("云溪县", "云溪县人民政府"));
        assert!(abbreviates("云溪县市场监管局", "云溪县市场监督管理局"));
        assert!(!abbreviates("云溪县司法局", "云溪县财政局"));
    }
}
