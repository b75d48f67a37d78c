//! A standard that extends another: what it takes over, what it changes, what it does without.

use super::check::Problems;
use super::file::{Bilingual, SectionFile, StandardFile};
use crate::messages;

/// The whole of a standard, whose base is among those known.
#[must_use]
pub fn resolve(file: &StandardFile, known: &[StandardFile], problems: &mut Problems) -> StandardFile {
    let mut chain = vec![file];
    while let Some(top) = chain.last().filter(|top| !top.extends.is_empty()) {
        let Some(base) = known.iter().find(|base| base.id == top.extends) else {
            problems.add("extends", messages::BASE_UNKNOWN.with(&[&top.extends]));
            break;
        };
        if chain.iter().any(|one| one.id == base.id) {
            problems.add("extends", messages::BASE_CYCLE.with(&[&base.id]));
            break;
        }
        chain.push(base);
    }
    let mut whole = StandardFile::default();
    while let Some(next) = chain.pop() {
        whole = apply(whole, next, problems);
    }
    whole
}

/// A standard changed by one that extends it; one that stands on its own changes the empty one.
fn apply(mut whole: StandardFile, file: &StandardFile, problems: &mut Problems) -> StandardFile {
    for (index, id) in file.remove.iter().enumerate() {
        if !remove(&mut whole, id) {
            problems.add(&format!("remove[{index}]"), messages::NOT_IN_BASE.with(&[id]));
        }
    }
    whole.id.clone_from(&file.id);
    whole.version.clone_from(&file.version);
    whole.extends.clone_from(&file.extends);
    replace_title(&mut whole.title, &file.title);
    replace_title(&mut whole.report, &file.report);
    replace(&mut whole.names, &file.names);
    replace(&mut whole.levels, &file.levels);
    whole.signs.clone_from(&file.signs);
    if file.years.from.or(file.years.to).is_some() {
        whole.years = file.years.clone();
    }
    merge(&mut whole.sections, &file.sections, "sections", problems);
    whole.catalogue.retain(|one| !file.catalogue.iter().any(|own| own.id == one.id));
    whole.catalogue.extend_from_slice(&file.catalogue);
    whole.indicators.extend_from_slice(&file.indicators);
    whole.indicators.extend(file.catalogue.iter().map(|own| own.id.clone()));
    whole.mandatory.retain(|one| !file.mandatory.iter().any(|own| own.indicator == one.indicator));
    whole.mandatory.extend_from_slice(&file.mandatory);
    whole
}

/// Takes a section, a part of one or an indicator out; whether there was one.
fn remove(whole: &mut StandardFile, id: &str) -> bool {
    let count = |whole: &StandardFile| {
        whole.indicators.len() + whole.sections.iter().map(|section| 1 + section.children.len()).sum::<usize>()
    };
    let before = count(whole);
    whole.indicators.retain(|one| one != id);
    whole.mandatory.retain(|one| one.indicator != id);
    whole.sections.retain(|one| one.id != id);
    for section in &mut whole.sections {
        section.children.retain(|one| one.id != id);
    }
    count(whole) < before
}

/// Changes the sections that are there and adds those that are not.
fn merge(list: &mut Vec<SectionFile>, changes: &[SectionFile], path: &str, problems: &mut Problems) {
    for (index, change) in changes.iter().enumerate() {
        let path = format!("{path}[{index}]");
        let at = list.iter().position(|one| one.id == change.id);
        let mut section = at.map(|at| list[at].clone()).unwrap_or_default();
        section.id.clone_from(&change.id);
        replace_title(&mut section.title, &change.title);
        section.required = change.required.or(section.required);
        if !change.clause.is_empty() {
            section.clause.clone_from(&change.clause);
        }
        section.aliases.extend_from_slice(&change.aliases);
        weigh(&mut section.heading, &change.heading);
        weigh(&mut section.text, &change.text);
        section.least = change.least.or(section.least);
        replace(&mut section.needs, &change.needs);
        replace(&mut section.topics, &change.topics);
        merge(&mut section.children, &change.children, &format!("{path}.children"), problems);
        if section.title.zh.is_empty() {
            problems.add(&format!("{path}.title"), messages::FIELD_MISSING.plain());
        }
        if section.aliases.is_empty() && section.heading.is_empty() {
            problems.add(&format!("{path}.aliases"), messages::NO_ALIASES.plain());
        }
        let behind = list.iter().position(|one| one.id == change.after && !change.after.is_empty());
        if behind.is_none() && !change.after.is_empty() {
            problems.add(&format!("{path}.after"), messages::NOT_IN_BASE.with(&[&change.after]));
        }
        match (at, behind) {
            (Some(at), Some(behind)) => {
                list.remove(at);
                list.insert(if at < behind { behind } else { behind + 1 }, section);
            }
            (Some(at), None) => list[at] = section,
            (None, Some(behind)) => list.insert(behind + 1, section),
            (None, None) => list.push(section),
        }
    }
}

/// Words are added; one that is there already gets the new weight.
fn weigh(words: &mut Vec<(String, i8)>, changes: &[(String, i8)]) {
    if !changes.is_empty() {
        words.retain(|(word, _)| !changes.iter().any(|(changed, _)| changed == word));
        words.extend_from_slice(changes);
    }
}

fn replace<T: Clone>(list: &mut Vec<T>, change: &[T]) {
    if !change.is_empty() {
        *list = change.to_vec();
    }
}

fn replace_title(title: &mut Bilingual, change: &Bilingual) {
    if !change.zh.is_empty() {
        *title = change.clone();
    }
}
