//! Whole reports, written for these tests, in which nothing is wrong; and what is found when something is
//! taken out of one.

mod common;

use common::assert_none;
use hegao::Checker;
use hegao::document::Level;
use hegao::finding::{Finding, Severity};
use hegao::messages::Locale;
use hegao::options::Options;
use hegao::report::Report;
use hegao::standard::coverage::SectionStatus;
use std::collections::BTreeMap;
use std::fs;

fn sample(name: &str) -> String {
    fs::read_to_string(format!("tests/samples/{name}.txt")).expect("a sample")
}

fn check(text: &str) -> Report {
    common::check(Options::default(), text)
}

#[test]
fn a_correct_report_of_each_level_has_nothing_wrong() {
    let mut failures = Vec::new();
    for (name, level) in [("county", Level::County), ("department", Level::Department), ("township", Level::Township)] {
        let text = sample(name);
        let report = check(&text);
        assert_eq!(report.document.level, Some(level), "{name}");
        assert!((1500..=3000).contains(&report.characters), "{name} has {} characters", report.characters);
        for section in report.sections.iter().filter(|section| section.required) {
            assert_eq!(section.status, SectionStatus::Present, "{name}: {}", section.id);
        }
        for finding in report.findings.iter().filter(|finding| finding.severity != Severity::Info) {
            let message = finding.message.render(Locale::Chinese);
            failures.push(format!("{name}: {}: {message}: {}", finding.rule, finding.span.of(&text)));
        }
    }
    assert_none(&failures);
}

#[test]
fn an_outline_to_start_from_says_once_that_it_is_to_be_filled_in() {
    const MOST: usize = 15;
    for level in [Level::County, Level::Department, Level::Township] {
        let options = Options { level: Some(level), year: Some(2024), ..Options::default() };
        let text = Checker::new(options.clone()).expect("the defaults").skeleton();
        let findings = common::check(options, &text).findings;
        let of = |rule: &str| findings.iter().filter(|finding| finding.rule == rule).count();
        assert_eq!(of("wording/placeholder"), 1, "{level:?}");
        assert!(findings.len() <= MOST, "{level:?}: {} findings", findings.len());
        let missing = |finding: &&Finding| finding.severity == Severity::Error && finding.rule != "wording/placeholder";
        assert_eq!(findings.iter().find(missing).map(|finding| finding.rule), None, "{level:?}");
    }
}

/// How each indicator is found.
fn statuses(text: &str) -> BTreeMap<String, &'static str> {
    check(text).indicators.into_iter().map(|one| (one.id, one.status)).collect()
}

#[test]
fn an_indicator_is_missing_without_its_sentence_and_no_other_is() {
    const LEAST: usize = 60;
    let text = sample("county");
    let whole = statuses(&text);
    let (mut taken, mut failures) = (0, Vec::new());
    let report = check(&text);
    for indicator in report.indicators.iter().filter(|one| one.status == "given") {
        let mut rest = text.clone();
        for value in indicator.values.iter().rev() {
            let at = value.span.start as usize;
            let start = rest[..at]
                .rfind(['。', '\n', '：'])
                .map_or(0, |stop| stop + rest[stop..].chars().next().map_or(0, char::len_utf8));
            let end = rest[at..].find('。').map_or(rest.len(), |stop| at + stop + '。'.len_utf8());
            rest.replace_range(start..end, "");
        }
        let mut expected = whole.clone();
        expected.insert(indicator.id.clone(), "missing");
        let found = statuses(&rest);
        let differing = expected.iter().filter(|(id, status)| found[*id] != **status);
        let differing: Vec<String> =
            differing.map(|(id, status)| format!("{id} {}, not {status}", found[id])).collect();
        if differing.is_empty() {
            taken += 1;
        } else {
            failures.push(format!("without {}: {}", indicator.id, differing.join("; ")));
        }
    }
    assert_none(&failures);
    assert!(LEAST <= taken, "only {taken} indicators");
}
