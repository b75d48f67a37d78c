//! What is wrong with a standard: a misspelt id, a word that would match everywhere, a list without end.
//!
//! Problems are collected, not thrown, so that an author sees all of them at once. The limits keep the
//! time for a text in proportion to its length whatever a standard holds.

use super::file::{IndicatorFile, SectionFile, StandardFile};
use crate::document::Level;
use crate::messages::{self, Message};
use crate::text::Text;
use std::collections::BTreeMap;

/// Something wrong with a standard.
#[derive(Clone, Debug)]
pub struct Problem {
    /// The field, such as `sections[2].aliases`.
    pub path: String,
    /// What is wrong with it.
    pub message: Message,
}

/// All that is wrong with a standard.
#[derive(Debug, Default)]
pub struct Problems {
    /// In the order in which they were found.
    pub list: Vec<Problem>,
}

impl Problems {
    /// Adds one.
    pub fn add(&mut self, path: &str, message: Message) {
        self.list.push(Problem { path: path.to_owned(), message });
    }
}

/// Sections, parts included.
const MOST_SECTIONS: usize = 200;
/// Indicators of a standard's own.
const MOST_INDICATORS: usize = 20_000;
/// Glyphs of a word.
const LONGEST_WORD: usize = 40;
/// Indicators that one word may name; their contexts tell which is meant.
const MOST_SHARING: usize = 20;

/// Checks the fields of a standard that does not come with the package.
pub fn fields(file: &StandardFile, built_in: &[StandardFile], catalogue: &[IndicatorFile], problems: &mut Problems) {
    for (name, is_empty) in [("id", file.id.is_empty()), ("version", file.version.is_empty())] {
        if is_empty {
            problems.add(name, messages::FIELD_MISSING.plain());
        }
    }
    if built_in.iter().any(|one| one.id == file.id) {
        problems.add("id", messages::ID_TAKEN.with(&[&file.id]));
    }
    if file.extends.is_empty() {
        for (name, is_empty) in [
            ("title", file.title.zh.is_empty()),
            ("report", file.report.zh.is_empty()),
            ("sections", file.sections.is_empty()),
        ] {
            if is_empty {
                problems.add(name, messages::FIELD_MISSING.plain());
            }
        }
    }
    if matches!((file.years.from, file.years.to), (Some(from), Some(to)) if to < from) {
        problems.add("years", messages::YEARS_REVERSED.plain());
    }
    levels(&file.levels, "levels", problems);
    words(&file.names, "names", problems);
    words(&file.signs, "signs", problems);
    let count = file.sections.iter().map(|section| 1 + section.children.len()).sum::<usize>();
    if MOST_SECTIONS < count {
        problems.add("sections", messages::TOO_MANY.with(&[&count.to_string(), &MOST_SECTIONS.to_string()]));
        return;
    }
    sections(&file.sections, "sections", problems);
    indicators(file, catalogue, problems);
}

fn levels(list: &[String], path: &str, problems: &mut Problems) {
    for (index, name) in list.iter().enumerate() {
        if Level::of_name(name).is_none() {
            problems.add(&format!("{path}[{index}]"), messages::NOT_KNOWN.with(&[name]));
        }
    }
}

fn sections(list: &[SectionFile], path: &str, problems: &mut Problems) {
    for (index, section) in list.iter().enumerate() {
        let path = format!("{path}[{index}]");
        if section.id.is_empty() {
            problems.add(&format!("{path}.id"), messages::FIELD_MISSING.plain());
        } else if list[..index].iter().any(|one| one.id == section.id) {
            problems.add(&format!("{path}.id"), messages::TWICE.with(&[&section.id]));
        }
        words(&section.aliases, &format!("{path}.aliases"), problems);
        for (at, need) in section.needs.iter().enumerate() {
            words(&need.words, &format!("{path}.needs[{at}].words"), problems);
            words(&need.hints, &format!("{path}.needs[{at}].hints"), problems);
        }
        for (name, weighted) in [("heading", &section.heading), ("text", &section.text)] {
            for (at, (word, _)) in weighted.iter().enumerate() {
                let path = format!("{path}.{name}[{at}]");
                // Weighted words add up; one character may be one of them.
                length(word, 1, &path, problems);
            }
        }
        sections(&section.children, &format!("{path}.children"), problems);
    }
}

fn indicators(file: &StandardFile, catalogue: &[IndicatorFile], problems: &mut Problems) {
    let count = file.indicators.len() + file.catalogue.len();
    if MOST_INDICATORS < count {
        problems.add("catalogue", messages::TOO_MANY.with(&[&count.to_string(), &MOST_INDICATORS.to_string()]));
        return;
    }
    let mut ids: BTreeMap<&str, usize> = BTreeMap::new();
    ids.extend(catalogue.iter().map(|one| (one.id.as_str(), 0)));
    let mut shared: BTreeMap<&str, usize> = BTreeMap::new();
    for (index, own) in file.catalogue.iter().enumerate() {
        let path = format!("catalogue[{index}]");
        for (name, is_empty) in [
            ("id", own.id.is_empty()),
            ("title", own.title.zh.is_empty()),
            ("topic", own.topic.is_empty()),
            ("aliases", own.aliases.is_empty()),
            ("units", own.units.is_empty()),
            ("tiers", own.tiers.government.or(own.tiers.department).or(own.tiers.township).is_none()),
        ] {
            if is_empty {
                problems.add(&format!("{path}.{name}"), messages::FIELD_MISSING.plain());
            }
        }
        let times = ids.entry(&own.id).or_default();
        *times += 1;
        if *times == 2 {
            problems.add(&format!("{path}.id"), messages::TWICE.with(&[&own.id]));
        }
        words(&own.aliases, &format!("{path}.aliases"), problems);
        words(&own.context, &format!("{path}.context"), problems);
        if let Some(threshold) = &own.threshold {
            levels(&threshold.levels, &format!("{path}.threshold.levels"), problems);
            if threshold.latest.is_some() && threshold.latest().is_none() {
                problems.add(&format!("{path}.threshold.latest"), messages::NOT_DAY.plain());
            }
        }
        for (at, alias) in own.aliases.iter().enumerate() {
            let sharing = shared.entry(alias).or_default();
            *sharing += 1;
            if *sharing == MOST_SHARING + 1 {
                problems.add(&format!("{path}.aliases[{at}]"), messages::SHARED_ALIAS.with(&[alias]));
            }
        }
    }
    for (index, id) in file.indicators.iter().enumerate() {
        if !ids.contains_key(id.as_str()) {
            problems.add(&format!("indicators[{index}]"), messages::NOT_KNOWN.with(&[id]));
        }
    }
    for (index, mandatory) in file.mandatory.iter().enumerate() {
        if !ids.contains_key(mandatory.indicator.as_str()) {
            let path = format!("mandatory[{index}].indicator");
            problems.add(&path, messages::NOT_KNOWN.with(&[&mandatory.indicator]));
        }
    }
}

/// Words that stand for something on their own: one character would match everywhere.
fn words(list: &[String], path: &str, problems: &mut Problems) {
    for (index, word) in list.iter().enumerate() {
        length(word, 2, &format!("{path}[{index}]"), problems);
    }
}

fn length(word: &str, least: usize, path: &str, problems: &mut Problems) {
    let length = Text::new(word).len();
    if length < least {
        problems.add(path, messages::WORD_TOO_SHORT.with(&[word]));
    } else if LONGEST_WORD < length {
        problems.add(path, messages::WORD_TOO_LONG.with(&[&LONGEST_WORD.to_string()]));
    }
}
