//! The reports in `../shared/reports`, where they are at hand: real texts, to check against, never to copy from.

mod common;

use common::{assert_none, check};
use hegao::finding::{Finding, Severity, Verdict};
use hegao::options::Options;
use hegao::report::Report;
use hegao::span::Span;
use hegao::standard::coverage::SectionStatus::{self, Missing, Present, Unheaded};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;

const SHARED: &str = "../shared";

/// The reports by name, each with its text; empty, with a word about it, where they are not at hand.
fn reports() -> BTreeMap<String, (String, Report)> {
    let Ok(folder) = fs::read_dir(format!("{SHARED}/reports")) else {
        eprintln!("{SHARED}/reports is not at hand: nothing to check against");
        return BTreeMap::new();
    };
    let paths = folder.map(|entry| entry.expect("an entry").path());
    let named = paths.map(|path| {
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let text = fs::read_to_string(path).expect("a text file");
        let report = check(Options::default(), &text);
        (name, (text, report))
    });
    named.collect()
}

/// Line by line: document, kind, quote, and whether what is quoted holds.
fn labels() -> Vec<Value> {
    let lines = fs::read_to_string(format!("{SHARED}/labels/labels.jsonl")).unwrap_or_default();
    lines.lines().map(|line| serde_json::from_str(line).expect("a label")).collect()
}

fn meets(a: Span, b: Span) -> bool {
    a.start < b.end.max(b.start + 1) && b.start < a.end.max(a.start + 1)
}

fn place_of(quote: &str, text: &str) -> Span {
    let start = text.find(quote).unwrap_or_else(|| panic!("the report has no “{quote}”"));
    let byte = |at: usize| u32::try_from(at).expect("a short text");
    Span { start: byte(start), end: byte(start + quote.len()) }
}

fn meets_any(finding: &Finding, place: Span) -> bool {
    let related = finding.related.iter().map(|related| related.span);
    std::iter::once(finding.span).chain(related).any(|span| meets(span, place))
}

#[test]
fn the_required_contents_are_found_as_they_are() {
    const EXPECTED: &[(&str, [SectionStatus; 4])] = &[
        // Measures, shortcomings, first person responsible, next year.
        ("longyou-enforcement-bureau-2021", [Present, Present, Present, Present]),
        ("jiangbei-20xx", [Present, Missing, Missing, Missing]),
        ("huan-county-2023-ocr", [Present, Unheaded, Unheaded, Missing]),
        ("lianjiang-2020", [Present, Present, Unheaded, Present]),
        ("zhongshan-xiqu-2019", [Present, Present, Unheaded, Present]),
    ];
    let mut failures = Vec::new();
    let reports = reports();
    for (name, expected) in EXPECTED.iter().filter(|(name, _)| reports.contains_key(*name)) {
        let sections = reports[*name].1.sections.iter().filter(|section| section.required);
        let found: Vec<SectionStatus> = sections.map(|section| section.status).collect();
        if found != expected {
            failures.push(format!("{name}: {found:?}"));
        }
    }
    assert_none(&failures);
}

#[test]
fn each_is_held_against_the_standard_of_its_year_and_headings() {
    const EXPECTED: &[(&str, &str)] = &[
        ("huan-county-2023-ocr", "fazhi-2021"),
        ("lianjiang-2020", "shifan-2019"),
        ("longyou-enforcement-bureau-2021", "fazhi-2021"),
        ("zhongshan-xiqu-2019", "fazhi-2015"),
    ];
    let reports = reports();
    for (name, id) in EXPECTED.iter().filter(|(name, _)| reports.contains_key(*name)) {
        assert_eq!(reports[*name].1.standard.0, *id, "{name}");
    }
}

#[test]
fn what_is_wrong_in_print_is_found() {
    let mut failures = Vec::new();
    let reports = reports();
    for label in labels().iter().filter(|label| label["holds"] == false) {
        let [doc, kind, quote] = ["doc", "kind", "quote"].map(|name| label[name].as_str().expect("a string"));
        let Some((text, report)) = reports.get(doc) else { continue };
        let place = place_of(quote, text);
        if !report.findings.iter().any(|finding| meets_any(finding, place)) {
            failures.push(format!("{doc}: {kind}: {quote}"));
        }
    }
    assert_none(&failures);
}

#[test]
fn no_figure_that_holds_is_called_wrong() {
    let mut failures = Vec::new();
    let (reports, labels) = (reports(), labels());
    for label in labels.iter().filter(|label| label["holds"] == true) {
        let [doc, quote] = ["doc", "quote"].map(|name| label[name].as_str().expect("a string"));
        let Some((text, report)) = reports.get(doc) else { continue };
        let place = place_of(quote, text);
        // A wrong figure right beside a right one may reach into its quote.
        let is_wrong_beside = |finding: &Finding| {
            let beside = labels.iter().filter(|other| other["doc"] == doc && other["holds"] != true);
            beside.filter_map(|other| other["quote"].as_str()).any(|quote| meets(place_of(quote, text), finding.span))
        };
        let accuses = |finding: &&Finding| finding.rule.starts_with("figures/") && finding.severity != Severity::Info;
        let landing = report
            .findings
            .iter()
            .filter(accuses)
            .find(|finding| meets(finding.span, place) && !is_wrong_beside(finding));
        failures.extend(landing.map(|finding| format!("{doc}: {} on {quote}", finding.rule)));
    }
    assert_none(&failures);
}

#[test]
fn the_total_that_its_parts_miss_by_thousands_is_in_the_ledger_with_its_equation() {
    if let Some((_, report)) = reports().get("huan-county-2023-ocr") {
        let wrong = report.relations.iter().find(|relation| relation.equation.ends_with("≠ 28752"));
        let relation = wrong.expect("the equation of the total");
        assert_eq!(relation.verdict, Verdict::Disagrees);
        assert!(report.findings.iter().any(|finding| finding.rule == "figures/sum" && finding.span == relation.span));
    }
}
