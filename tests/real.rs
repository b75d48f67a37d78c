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

/// What a reviewer would send the report back for, besides its figures: report, rule, and a few words of the place.
const REVIEWED: &[(&str, &str, &str)] = &[
    ("lianjiang-2020", "dates/part-year", "12月15日"),
    ("lianjiang-2020", "wording/duplicate-paragraph", "1、建立"),
    ("lianjiang-2020", "wording/duplicate-paragraph", "2、建立"),
    ("lianjiang-2020", "structure/numbering", "3."),
    ("lianjiang-2020", "structure/numbering", "(一)"),
    ("lianjiang-2020", "structure/unheaded-section", "第一责任人"),
    ("lianjiang-2020", "structure/missing-part", "存在困难和问题"),
    ("lianjiang-2020", "wording/contradictory-approximation", "2.5万"),
    ("lianjiang-2020", "wording/doubled-word", "行政行政"),
    ("lianjiang-2020", "wording/typo", "《优化营商环境》"),
    ("lianjiang-2020", "wording/typo", "布署"),
    ("lianjiang-2020", "wording/placeholder", "县(县、区)"),
    ("lianjiang-2020", "wording/up-to", "截止"),
    ("lianjiang-2020", "terms/out-of-date", "第一季度"),
    ("lianjiang-2020", "form/end-stop", "情形"),
    ("lianjiang-2020", "structure/title", ""),
    ("lianjiang-2020", "structure/signature", ""),
    ("huan-county-2023-ocr", "structure/numbering", "(S)"),
    ("huan-county-2023-ocr", "structure/missing-section", ""),
    ("huan-county-2023-ocr", "structure/cut-off", "执"),
    ("huan-county-2023-ocr", "form/scanned-characters", "%o"),
    ("huan-county-2023-ocr", "form/scanned-characters", "IOOO"),
    ("huan-county-2023-ocr", "form/scanned-characters", "IO0%"),
    ("huan-county-2023-ocr", "form/scanned-characters", "o"),
    ("huan-county-2023-ocr", "form/brackets", "“"),
    ("huan-county-2023-ocr", "wording/typo", "人员团体"),
    ("huan-county-2023-ocr", "wording/typo", "无健对接"),
    ("huan-county-2023-ocr", "terms/expected", ""),
    ("longyou-enforcement-bureau-2021", "indicators/missing", "学法"),
    ("longyou-enforcement-bureau-2021", "terms/expected", ""),
    ("longyou-enforcement-bureau-2021", "terms/out-of-date", "法制宣传"),
    ("longyou-enforcement-bureau-2021", "terms/out-of-date", "一般程序"),
    ("longyou-enforcement-bureau-2021", "terms/out-of-date", "自由裁量权"),
    ("zhongshan-xiqu-2019", "structure/numbering", "(七)"),
    ("zhongshan-xiqu-2019", "structure/numbering", "(九)"),
    ("zhongshan-xiqu-2019", "structure/unheaded-section", "第一责任人"),
    ("zhongshan-xiqu-2019", "dates/part-year", "11月20日"),
    ("zhongshan-xiqu-2019", "dates/stale-year", "2018年"),
    ("zhongshan-xiqu-2019", "wording/typo", "调理"),
    ("zhongshan-xiqu-2019", "wording/doubled-word", "广东省广东省"),
    ("zhongshan-xiqu-2019", "form/document-number", "[2018]51号"),
    ("zhongshan-xiqu-2019", "form/document-number", "[2018]52号"),
    ("zhongshan-xiqu-2019", "form/end-stop", ","),
    ("jiangbei-20xx", "structure/numbering", "(一)"),
    ("jiangbei-20xx", "structure/missing-section", ""),
    ("jiangbei-20xx", "wording/placeholder", "20xx年"),
    ("jiangbei-20xx", "terms/out-of-date", "法制办"),
    ("jiangbei-20xx", "structure/title", ""),
    ("jiangbei-20xx", "structure/signature", ""),
];

#[test]
fn what_a_reviewer_would_find_is_found() {
    let mut failures = Vec::new();
    let reports = reports();
    for (name, rule, words) in REVIEWED.iter().filter(|(name, ..)| reports.contains_key(*name)) {
        let (text, report) = &reports[*name];
        let is_there = |finding: &&Finding| finding.rule == *rule && finding.span.of(text).contains(words);
        if report.findings.iter().find(is_there).is_none() {
            failures.push(format!("{name}: {rule}: {words}"));
        }
    }
    assert_none(&failures);
}

#[test]
fn what_a_reviewer_would_not_find_is_not_accused() {
    let mut failures = Vec::new();
    let is_figure = |finding: &Finding| finding.rule.starts_with("figures/") || finding.rule.starts_with("identities/");
    for (name, (text, report)) in reports() {
        let is_reviewed = |finding: &Finding| {
            let rows = REVIEWED.iter().filter(|(report, rule, _)| *report == name && *rule == finding.rule);
            let mut words = rows.map(|(.., words)| words);
            words.any(|words| finding.span.of(&text).contains(words))
        };
        let accusing =
            report.findings.iter().filter(|finding| finding.severity != Severity::Info && !is_figure(finding));
        let stray = accusing.filter(|finding| !is_reviewed(finding));
        failures.extend(stray.map(|finding| format!("{name}: {} {}", finding.rule, finding.span.of(&text))));
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
