//! Headings are known by their sense: in `headings.toml` each section of each standard has variants, none of
//! which may hide it. And what is taken out of a whole report is missing, at its place.

mod common;

use common::assert_none;
use hegao::Checker;
use hegao::options::{Options, Wanted};
use hegao::report::{Report, SectionEntry};
use hegao::standard::Standard;
use hegao::standard::file::{SectionFile, StandardFile};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;

type Variants = BTreeMap<String, Vec<String>>;

#[derive(Deserialize)]
struct Headings {
    fazhi: Variants,
    tasks: Variants,
    zfxxgk: Variants,
    /// What stands under them in a whole report.
    bodies: BTreeMap<String, BTreeMap<String, String>>,
}

impl Headings {
    fn read() -> Self {
        toml::from_str(&fs::read_to_string("tests/headings.toml").expect("the headings")).expect("headings")
    }

    fn bodies(&self, standard: &StandardFile) -> &BTreeMap<String, String> {
        &self.bodies[if standard.id.starts_with("zfxxgk") { "zfxxgk" } else { "fazhi" }]
    }

    /// The variants of a section of a standard, for the year 2024 or another in which it is meant to be used.
    fn of(&self, standard: &StandardFile, id: &str) -> Vec<String> {
        let year = year(standard);
        let tables = if standard.id.starts_with("zfxxgk") { [&self.zfxxgk; 2] } else { [&self.fazhi, &self.tasks] };
        let variants = tables.iter().find_map(|table| table.get(id)).unwrap_or_else(|| panic!("no headings for {id}"));
        let (this, next) = (year.to_string(), (year + 1).to_string());
        variants.iter().map(|heading| heading.replace("{year}", &this).replace("{next}", &next)).collect()
    }
}

fn year(standard: &StandardFile) -> u16 {
    standard.years.to.unwrap_or(2024)
}

fn checker(standard: &StandardFile) -> Checker {
    let chosen = Wanted::BuiltIn(standard.id.clone());
    Checker::new(Options { standard: chosen, year: Some(year(standard)), ..Options::default() }).expect("a standard")
}

/// Ids of the sections and parts that have a heading of their own.
fn headed(report: &Report) -> Vec<String> {
    let parts = |section: &SectionEntry| {
        let parts: Vec<String> =
            section.children.iter().filter(|part| part.heading.is_some()).map(|part| part.id.clone()).collect();
        // A content without a heading is there by those of its parts.
        if parts.is_empty() && section.heading.is_some() { vec![section.id.clone()] } else { parts }
    };
    report.sections.iter().flat_map(parts).collect()
}

/// What a report with this one heading has headings for.
fn about(checker: &Checker, standard: &StandardFile, mark: &str, heading: &str) -> Vec<String> {
    const BODY: &str =
        "本部分内容由云溪县司法局会同有关单位起草，报县政府常务会议审议，并按照规定程序征求各方面意见后印发执行。";
    let text = format!("云溪县{}年{}\n{mark}{heading}\n{BODY}\n", year(standard), standard.report.zh);
    headed(&checker.check(&text).expect("a short text"))
}

#[test]
fn every_heading_is_taken_for_the_content_that_it_is_about() {
    const LEAST: usize = 10;
    let headings = Headings::read();
    let mut failures = Vec::new();
    for standard in Standard::built_in() {
        let checker = checker(&standard);
        for section in standard.sections.iter().flat_map(|section| std::iter::once(section).chain(&section.children)) {
            let variants = headings.of(&standard, &section.id);
            assert!(LEAST <= variants.len(), "{} has {} variants", section.id, variants.len());
            for heading in variants {
                let about = about(&checker, &standard, "二、", &heading);
                if about != [section.id.as_str()] {
                    failures.push(format!("{}: {}: {heading} is taken for {about:?}", standard.id, section.id));
                }
            }
        }
    }
    assert_none(&failures);
}

/// Headings of parts, which none of the contents above is about.
const PARTS: &[&str] = &[
    "加强规范性文件监督管理",
    "健全依法行政制度体系",
    "严格规范公正文明执法",
    "强化行政权力制约和监督",
    "着力解决群众反映的突出问题",
    "聚焦短板弱项，补齐基层执法力量",
    "坚持问题导向，推进问题整改",
    "行政机关负责人出庭应诉",
    "压实安全生产第一责任人责任",
    "科学制定年度立法计划",
    "组织实施法治宣传教育第八个五年规划",
    "依法化解社会矛盾纠纷",
    "落实政府法律顾问制度",
    "推进政务公开",
    "健全突发事件应对体系",
    "加强数字政府建设",
    "执法力量不足",
    "法治人才队伍建设有待加强",
];

#[test]
fn headings_of_parts_are_not_taken_for_a_content() {
    let standards = Standard::built_in();
    let standard = standards.iter().find(|standard| standard.id == "fazhi-2021").expect("the standard");
    let required = |id: &String| standard.sections.iter().any(|section| section.id == *id);
    let checker = checker(standard);
    let taken = PARTS.iter().map(|heading| (heading, about(&checker, standard, "（二）", heading)));
    let failures = taken
        .filter(|(_, about)| about.iter().any(required))
        .map(|(heading, about)| format!("{heading} is taken for {about:?}"));
    assert_none(&failures.collect::<Vec<_>>());
}

/// A required section of a report: its id, and its headings with what stands under them.
type Part = (String, Vec<(String, String)>);

/// The required sections of a whole report; where the standard has headings of its own for the parts of one,
/// they stand in its place.
fn whole(standard: &StandardFile, headings: &Headings) -> Vec<Part> {
    let bodies = headings.bodies(standard);
    let mut parts = Vec::new();
    for section in standard.sections.iter().filter(|section| section.is_required()) {
        let titled = |section: &SectionFile| (section.title.zh.clone(), bodies[&section.id].clone());
        let by_parts = !standard.signs.is_empty() && !section.children.is_empty();
        let list = if by_parts { section.children.iter().map(titled).collect() } else { vec![titled(section)] };
        parts.push((section.id.clone(), list));
    }
    parts
}

/// The text of a report, and where each of its sections begins.
fn text_of(standard: &StandardFile, parts: &[Part]) -> (String, Vec<usize>) {
    const NUMERALS: [&str; 12] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];
    let mut numerals = NUMERALS.iter();
    let mut text = format!("云溪县{}年{}\n", year(standard), standard.report.zh);
    let mut starts = Vec::new();
    for (_, list) in parts {
        starts.push(text.len());
        for (heading, body) in list {
            let numeral = numerals.next().expect("twelve sections at most");
            text.extend([*numeral, "、", heading, "\n", body, "\n"]);
        }
    }
    starts.push(text.len());
    text.extend(["云溪县人民政府\n", &(year(standard) + 1).to_string(), "年2月18日\n"]);
    (text, starts)
}

/// Where something required is missing.
fn missing(checker: &Checker, text: &str) -> Vec<usize> {
    let report = checker.check(text).expect("a short text");
    let findings = report.findings.iter().filter(|finding| finding.rule == "structure/missing-section");
    findings.map(|finding| finding.span.start as usize).collect()
}

#[test]
fn a_section_that_is_taken_out_is_missing_where_it_was() {
    let headings = Headings::read();
    let mut failures = Vec::new();
    for standard in Standard::built_in() {
        let checker = checker(&standard);
        let parts = whole(&standard, &headings);
        assert_eq!(missing(&checker, &text_of(&standard, &parts).0), [], "{}", standard.id);
        for index in 0..parts.len() {
            let mut rest = parts.clone();
            let (id, _) = rest.remove(index);
            let (text, starts) = text_of(&standard, &rest);
            let found = missing(&checker, &text);
            if found != [starts[index]] {
                failures.push(format!("{} without {id}: {found:?}, not {}", standard.id, starts[index]));
            }
        }
    }
    assert_none(&failures);
}

#[test]
fn a_section_is_not_missing_under_another_heading_of_its_sense() {
    let headings = Headings::read();
    let mut failures = Vec::new();
    for standard in Standard::built_in() {
        let checker = checker(&standard);
        let parts = whole(&standard, &headings);
        for (index, (id, _)) in parts.iter().enumerate().filter(|(_, (_, list))| list.len() == 1) {
            for heading in headings.of(&standard, id) {
                let mut renamed = parts.clone();
                renamed[index].1[0].0.clone_from(&heading);
                if !missing(&checker, &text_of(&standard, &renamed).0).is_empty() {
                    failures.push(format!("{}: {id} under {heading}", standard.id));
                }
            }
        }
    }
    assert_none(&failures);
}
