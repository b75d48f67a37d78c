//! The data of the standards does what it says: examples of indicators, closed classes, headings.

mod common;

use common::{assert_none, check, options};
use hegao::document::Level;
use hegao::messages::Locale;
use hegao::options::Options;
use hegao::standard::check::Problems;
use hegao::standard::file::{ClassFile, IndicatorFile};
use hegao::trial;
use serde::de::DeserializeOwned;
use std::fs;

/// The files of a folder of `standards/`.
fn read<T: DeserializeOwned>(folder: &str) -> Vec<T> {
    let entries = fs::read_dir(format!("standards/{folder}")).expect("a folder");
    let text = |entry: fs::DirEntry| fs::read_to_string(entry.path()).expect("a text file");
    entries.map(|entry| toml::from_str(&text(entry.expect("an entry"))).expect("a data file")).collect()
}

#[test]
fn every_example_of_an_indicator_is_what_it_says() {
    let mut problems = Problems::default();
    let options = Options { year: Some(2024), ..options() };
    trial::examples(&options, &read::<IndicatorFile>("indicators"), "", &mut problems).expect("short texts");
    let failures = problems.list.iter().map(|problem| problem.message.render(Locale::English));
    assert_none(&failures.collect::<Vec<_>>());
}

#[test]
fn the_members_of_a_class_exclude_each_other() {
    let mut failures = Vec::new();
    for class in read::<ClassFile>("classes") {
        let mut words: Vec<&String> = class.members.iter().flatten().collect();
        words.sort();
        let twice = words.windows(2).filter(|two| two[0] == two[1]).map(|two| format!("{}: {}", class.id, two[0]));
        failures.extend(twice);
    }
    assert_none(&failures);
}

#[test]
fn a_draft_gives_its_indicator_once_the_figure_is_filled_in() {
    let mut failures = Vec::new();
    let levels = [Level::County, Level::Department, Level::Township];
    let checkers = levels.map(|level| Options { level: Some(level), year: Some(2024), ..options() });
    for indicator in read::<IndicatorFile>("indicators") {
        let applies = |options: &&Options| indicator.tier(options.level).is_some();
        let options = checkers.iter().find(applies).expect("a level that it is for").clone();
        let text = indicator.draft().replace("____", "97");
        let report = check(options, &text);
        let entry = report.indicators.iter().find(|one| one.id == indicator.id).expect("an indicator of the level");
        if entry.status != "given" {
            failures.push(format!("{}: {text} is {}", indicator.id, entry.status));
        }
    }
    assert_none(&failures);
}
