//! The cases of `tests/cases/*.md`: prose, and beside it a text with what Hegao should say about it.
//!
//! A case is a heading `## …` with a `report` block, in which `⟦ ⟧` marks the primary place of every
//! finding, and a `findings` block with the findings in the order of the text; one that is not listed
//! fails. Further blocks show more of the report where that is the point of the case:
//! `relations` (the ledger), `headings`, `sections` (those required), `indicators` (those spoken of).
//! A `previous` block before it is last year's report: for the case, or, under the title of a file, for all its
//! cases without one of their own. What stands there is shown behind `←`.
//! Lines such as `rules: figures` under the title of a file, or of a case, say what is checked:
//! `rules` (rules or groups of rules that are on, or `none`), `year`, `level`.
//!
//! `UPDATE=1 cargo test --test cases` writes what Hegao says now.

mod common;

use common::{assert_none, mark, options};
use hegao::Checker;
use hegao::document::Level;
use hegao::finding::{Earlier, Finding};
use hegao::messages::Locale;
use hegao::options::Options;
use hegao::report::Report;
use hegao::rules::RULES;
use std::collections::BTreeMap;
use std::fmt::Debug;
use std::fs;
use std::path::Path;

#[test]
fn every_case_says_what_it_should() {
    let mut failures = Vec::new();
    let folder = fs::read_dir("tests/cases").expect("tests/cases");
    let mut paths: Vec<_> = folder.map(|entry| entry.expect("a file").path()).collect();
    paths.sort();
    for path in paths {
        let written = fs::read_to_string(&path).expect("a text file");
        let (said, differing) = File::new(&path).read(&written);
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&path, said).expect("a file that can be written");
        } else {
            failures.extend(differing);
        }
    }
    assert_none(&failures);
}

/// A file as it is read, line by line, and written anew with what Hegao says.
struct File<'a> {
    path: &'a Path,
    /// Settings of the file, and of the case.
    settings: [BTreeMap<String, String>; 2],
    checkers: BTreeMap<String, Checker>,
    case: String,
    report: Option<(String, Report)>,
    /// Last year's report for the file, and for the case.
    previous: [Option<String>; 2],
    /// How many `findings` blocks the case has; one is due.
    findings: usize,
    failures: Vec<String>,
}

const SETTINGS: [&str; 3] = ["rules", "year", "level"];

impl<'a> File<'a> {
    fn new(path: &'a Path) -> Self {
        let (settings, checkers, previous, failures) = Default::default();
        Self { path, settings, checkers, case: String::new(), report: None, previous, findings: 1, failures }
    }

    fn read(mut self, written: &str) -> (String, Vec<String>) {
        let mut said = String::new();
        let mut lines = written.lines();
        while let Some(line) = lines.next() {
            said.push_str(line);
            said.push('\n');
            if let Some(kind) = line.strip_prefix("```") {
                let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
                let block = block.join("\n");
                let answer = self.block(kind, &block);
                if answer != block {
                    let (path, case) = (self.path.display(), &self.case);
                    self.failures.push(format!("{path}: {case}\n  {kind} should be\n{block}\n  but is\n{answer}\n"));
                }
                said.extend([answer.as_str(), if answer.is_empty() { "" } else { "\n" }, "```\n"]);
            } else if let Some(title) = line.strip_prefix("## ") {
                self.close();
                title.clone_into(&mut self.case);
                self.settings[1].clear();
                self.findings = 0;
            } else if let Some((name, value)) = line.split_once(": ").filter(|(name, _)| SETTINGS.contains(name)) {
                let of_case = usize::from(!self.case.is_empty());
                self.settings[of_case].insert(name.to_owned(), value.to_owned());
            }
        }
        self.close();
        (said, self.failures)
    }

    fn close(&mut self) {
        if self.findings != 1 {
            self.failures.push(format!("{}: {}: one findings block, please", self.path.display(), self.case));
        }
        self.report = None;
        self.previous[1] = None;
    }

    /// What should stand in a block.
    fn block(&mut self, kind: &str, block: &str) -> String {
        if kind == "report" {
            let text = block.replace(['⟦', '⟧'], "");
            let report = self.checker().check(&text).expect("a text that is not too large");
            let spans: Vec<_> = report.findings.iter().map(|finding| finding.span).collect();
            let marked = mark(&text, &spans);
            self.report = Some((text, report));
            return marked;
        }
        if kind == "previous" {
            self.previous[usize::from(!self.case.is_empty())] = Some(block.to_owned());
            return block.to_owned();
        }
        let (text, report) = self.report.as_ref().unwrap_or_else(|| panic!("{}: no report yet", self.case));
        self.findings += usize::from(kind == "findings");
        let lines: Vec<String> = match kind {
            "findings" => report.findings.iter().flat_map(finding).collect(),
            "relations" => relations(report),
            "headings" => report.headings.iter().map(heading).collect(),
            "sections" => sections(report, text),
            "indicators" => indicators(report),
            _ => panic!("{}: a block of the unknown kind “{kind}”", self.case),
        };
        lines.join("\n")
    }

    fn checker(&mut self) -> &Checker {
        let mut settings = self.settings[0].clone();
        settings.extend(self.settings[1].clone());
        let previous = self.previous[1].clone().or_else(|| self.previous[0].clone());
        self.checkers.entry(format!("{settings:?} {previous:?}")).or_insert_with(|| {
            let rules = settings.get("rules").map_or_else(Vec::new, |on| only(on));
            let year = settings.get("year").map(|year| year.parse().expect("a year"));
            let level = settings.get("level").map(|name| level(name));
            Checker::new(Options { rules, year, level, previous, ..options() }).expect("options that exist")
        })
    }
}

/// Every rule off but those of `on`, rules or groups separated by blanks.
fn only(on: &str) -> Vec<(String, Option<hegao::finding::Severity>)> {
    let is_on = |id: &str| on.split(' ').any(|name| name == id || id.split('/').next() == Some(name));
    RULES.iter().filter(|rule| !is_on(rule.id)).map(|rule| (rule.id.to_owned(), None)).collect()
}

fn level(name: &str) -> Level {
    let levels = [Level::Province, Level::City, Level::County, Level::Township, Level::Department];
    *levels.iter().find(|level| word(level) == name).unwrap_or_else(|| panic!("there is no level “{name}”"))
}

/// `ListCount` as `list-count`.
fn word(value: &impl Debug) -> String {
    let mut word = String::new();
    for ch in format!("{value:?}").chars() {
        if ch.is_uppercase() && !word.is_empty() {
            word.push('-');
        }
        word.extend(ch.to_lowercase());
    }
    word
}

/// `figures/sum error certain: …`, and what would mend it; on lines of their own the places in last year's report.
fn finding(finding: &Finding) -> Vec<String> {
    let Finding { rule, severity, certainty, message, fixes, .. } = finding;
    let message = message.render(Locale::Chinese);
    let fixes: String = fixes.iter().flat_map(|fix| [" → ".to_owned(), fix.title.render(Locale::Chinese)]).collect();
    let mut lines = vec![format!("{rule} {} {}: {message}{fixes}", word(severity), word(certainty))];
    let earlier = |place: &Earlier| format!("  ← {}: {}", place.message.render(Locale::Chinese), flat(&place.text));
    lines.extend(finding.previous.iter().map(earlier));
    lines
}

/// Without line breaks.
fn flat(text: &str) -> String {
    text.replace('\n', "⏎")
}

/// `sum agrees: 30+12 = 42`, and behind `←` what stands in last year's report.
fn relations(report: &Report) -> Vec<String> {
    let line = |relation: &hegao::finding::Relation| {
        let earlier = |(operand, text): &(hegao::finding::Operand, String)| {
            format!(" ← {} {}{} in {}", operand.role, operand.value, operand.unit, flat(text))
        };
        let earlier: String = relation.previous.iter().map(earlier).collect();
        format!("{} {}: {}{earlier}", word(&relation.kind), word(&relation.verdict), relation.equation)
    };
    report.relations.iter().map(line).collect()
}

/// `二、 存在的不足`, indented by level.
fn heading(heading: &hegao::report::HeadingEntry) -> String {
    format!("{:width$}{} {}", "", heading.number, heading.title, width = 2 * usize::from(heading.level))
}

/// `shortcomings unheaded: 工作中还存在一些不足`: where the heading is, or the sentence.
fn sections(report: &Report, text: &str) -> Vec<String> {
    let required = report.sections.iter().filter(|section| section.required);
    let place = |span: hegao::span::Span| format!(": {}", span.of(text));
    let line = |section: &hegao::report::SectionEntry| {
        let place = section.heading.or(section.span).map(place).unwrap_or_default();
        format!("{} {}{place}", section.id, word(&section.status))
    };
    required.map(line).collect()
}

/// `review-received given: 86件`.
fn indicators(report: &Report) -> Vec<String> {
    let spoken_of = report.indicators.iter().filter(|indicator| indicator.status != "missing");
    let value = |value: &hegao::report::Value| format!(" {}{}", value.value, value.unit);
    let line = |indicator: &hegao::report::IndicatorEntry| {
        let values: String = indicator.values.iter().map(value).collect();
        format!("{} {}{}{values}", indicator.id, indicator.status, if values.is_empty() { "" } else { ":" })
    };
    spoken_of.map(line).collect()
}
