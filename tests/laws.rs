//! Laws that hold for every text: places lie in it, the answer is the same twice, what is neutral
//! changes nothing, and hostile texts are answered in time that grows with their length.

mod common;

use common::assert_none;
use hegao::Checker;
use hegao::finding::Finding;
use hegao::messages::Locale;
use hegao::options::Options;
use hegao::report::{Report, SectionEntry};
use hegao::span::Span;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use std::sync::LazyLock;
use std::time::Instant;

static CHECKER: LazyLock<Checker> = LazyLock::new(|| Checker::new(Options::default()).expect("the defaults"));

fn check(text: &str) -> Report {
    CHECKER.check(text).expect("a text that is not too large")
}

/// A finding with its place.
fn said(finding: &Finding) -> String {
    format!("{} {:?} {}", finding.rule, finding.span, finding.message.render(Locale::Chinese))
}

/// What reports are made of, and what comes into them by copying.
const FRAGMENTS: &[&str] = &[
    "云溪县2024年法治政府建设年度报告",
    "\n",
    "。",
    "，",
    "；",
    "、",
    "一、主要举措和成效\n",
    "（一）",
    "（二）制度建设。",
    "1.",
    "二、存在的不足和原因\n",
    "四、2025年工作安排\n",
    "一是",
    "二是",
    "其中",
    "其他6件",
    "共",
    "合计",
    "分别为",
    "包括",
    "同比增长",
    "较上年",
    "由",
    "增加到",
    "下降",
    "占",
    "成功率",
    "率达",
    "受理案件120件",
    "维持51件",
    "撤销12件",
    "60起",
    "30件",
    "３５人",
    "12人次",
    "95.5%",
    "百分之三十",
    "3.6万",
    "1,200条",
    "万元",
    "近200条",
    "2万余册",
    "三项制度",
    "四类清单",
    "（",
    "）",
    "等5家",
    "“",
    "”",
    "《",
    "》",
    "(云政发[2024]3号)",
    "〔2023〕18号",
    "20xx年",
    "××",
    "IOOO件",
    "18个乡镇",
    "行政行政",
    "2025年2月18日\n",
    "12345热线",
    "行政复议",
    "出庭",
    "学法",
    "未发生",
    "😀",
    "é",
    "\t",
    "|",
    "合计\t12\t7\n",
    "行政处罚\t5\t3\n",
    "12\n",
    " ",
    "\u{3000}",
];

/// What is read over.
const DEBRIS: &[&str] = &["\u{feff}", "\u{200b}", "\r\n", "\0", "\n1、", "\n2、", "\n3、", "\n发布时间：2025-02-28\n"];

fn text_of(fragments: &'static [&'static str], more: &'static [&'static str]) -> impl Strategy<Value = String> {
    vec(select([fragments, more].concat()), 0..24).prop_map(|list| list.concat())
}

/// Every place that a report names.
fn places(report: &Report) -> Vec<Span> {
    fn of_section(section: &SectionEntry) -> Vec<Span> {
        let children = section.children.iter().flat_map(of_section);
        section.heading.into_iter().chain(section.span).chain(children).collect()
    }
    let mut places = Vec::new();
    for finding in &report.findings {
        places.push(finding.span);
        places.extend(finding.related.iter().map(|related| related.span));
        places.extend(finding.fixes.iter().flat_map(|fix| &fix.edits).map(|(span, _)| *span));
    }
    for relation in &report.relations {
        places.push(relation.span);
        places.extend(relation.operands.iter().map(|operand| operand.span));
    }
    places.extend(report.headings.iter().flat_map(|heading| [heading.span, heading.body]));
    places.extend(report.sections.iter().flat_map(of_section));
    places.extend(report.indicators.iter().flat_map(|indicator| &indicator.values).map(|value| value.span));
    places
}

/// What a report says, without its places.
fn words(report: &Report) -> Vec<String> {
    let findings = report.findings.iter().map(|finding| finding.message.render(Locale::English));
    findings.chain(report.relations.iter().map(|relation| relation.equation.clone())).collect()
}

fn lie_inside(text: &str) -> Result<(), TestCaseError> {
    for span in places(&check(text)) {
        let is_inside = text.get(span.start as usize..span.end as usize).is_some();
        prop_assert!(is_inside, "{span:?} is no place in {text:?}");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn places_lie_in_any_text(text in any::<String>()) {
        lie_inside(&text)?;
    }

    #[test]
    fn places_lie_in_a_report(text in text_of(FRAGMENTS, DEBRIS)) {
        lie_inside(&text)?;
    }

    #[test]
    fn the_answer_is_the_same_twice(text in text_of(FRAGMENTS, DEBRIS)) {
        prop_assert_eq!(format!("{:?}", check(&text)), format!("{:?}", check(&text)));
    }

    #[test]
    fn what_stands_before_a_text_moves_its_places(text in text_of(FRAGMENTS, DEBRIS), prefix in select(&["\u{feff}", "\n"][..])) {
        let moved = |span: Span| Span { start: span.start + 1, end: span.end + 1 };
        let moved = |span: Span| (0..prefix.len()).fold(span, |span, _| moved(span));
        let expected: Vec<Span> = places(&check(&text)).into_iter().map(moved).collect();
        prop_assert_eq!(places(&check(&format!("{prefix}{text}"))), expected);
    }

    #[test]
    fn last_years_report_adds_its_own_findings_alone(text in text_of(FRAGMENTS, &[]), before in text_of(FRAGMENTS, &[])) {
        let previous = Some(before.clone());
        let checker = Checker::new(Options { previous, ..Options::default() }).expect("options that exist");
        let report = checker.check(&text).expect("a text that is not too large");
        for finding in &report.findings {
            prop_assert!(finding.previous.iter().all(|place| before.get(place.span.start as usize..place.span.end as usize).is_some()));
        }
        let own: Vec<String> = report.findings.iter().filter(|finding| finding.previous.is_empty()).map(said).collect();
        let alone: Vec<String> = check(&text).findings.iter().map(said).collect();
        prop_assert_eq!(own, alone);
    }

    #[test]
    fn width_and_invisible_characters_change_no_word(text in text_of(FRAGMENTS, &[])) {
        let wide = |ch: char| if ch.is_ascii_digit() { char::from_u32(ch as u32 + 0xfee0).unwrap_or(ch) } else { ch };
        let written: String = text.chars().flat_map(|ch| [wide(ch), '\u{200b}']).collect();
        prop_assert_eq!(words(&check(&written)), words(&check(&text)));
    }
}

/// Texts of `size` units each that try to make a pass look at everything again and again.
fn hostile(size: usize) -> Vec<(&'static str, String)> {
    let counts = |units: &[&str]| -> String {
        let item = |index: usize| {
            format!("{}{}{}", units[index % units.len()], index % 997, ["件", "起", "%", "人"][index % 4])
        };
        (0..size / 4).map(item).collect()
    };
    vec![
        ("digits", "7".repeat(size)),
        ("line breaks", "\n".repeat(size)),
        ("open brackets", "（".repeat(size)),
        ("closed brackets", "（）".repeat(size)),
        ("digits and commas", "1,".repeat(size)),
        ("thousands", "123,456,".repeat(size / 4)),
        ("open titles", "《".repeat(size)),
        ("open quotes", "“".repeat(size)),
        ("points", "一是".repeat(size)),
        ("numerals", "一".repeat(size)),
        ("powers", "十百千万亿".repeat(size / 4)),
        ("nothing", "\0".repeat(size)),
        ("spaces", " ".repeat(size)),
        ("letters for digits", "IO".repeat(size)),
        ("crosses", "×x_*".repeat(size / 4)),
        ("page marks", (1..=size / 8).flat_map(|page| [page.to_string(), "、未完\n".to_owned()]).collect()),
        ("headings", ["（一）\n", "（三）\n", "（二）\n"].iter().copied().cycle().take(size / 4).collect()),
        ("deeper headings", "一、（一）1.（1）①".repeat(size / 8)),
        ("one list", "甲、".repeat(size)),
        ("three items behind a comma", "，甲、乙三项".repeat(size / 4)),
        ("three items", "甲、乙3家单位".repeat(size / 8)),
        ("brackets with a count", "三项（甲、乙）".repeat(size / 8)),
        ("one line of figures", counts(&["共", "，其中", "、"])),
        ("parts without an end", counts(&["，其中", "其他", "、"])),
        ("rates", counts(&["，成功", "，成功率", "，占"])),
        ("changes", counts(&["，由", "增加到", "，增长"])),
        ("one total, all brackets", counts(&["（", "）共", "、"])),
        ("percentages", "5%".repeat(size / 4)),
        ("counts without a separator", "1件".repeat(size / 4)),
        ("a table in one line", "20 ".repeat(size / 4)),
        ("tabs", "\t".repeat(size)),
        ("bars", "|".repeat(size)),
        ("digits and tabs", "7\t".repeat(size / 2)),
        ("rows of totals", "合计\t7\t8\n".repeat(size / 8)),
        ("rows and their total", ["甲\t1\t2\n".repeat(size / 8), "合计\t9\t9\n".to_owned()].concat()),
        (
            "rows of any length",
            (0..size / 8).flat_map(|row| ["甲".to_owned(), "\t7".repeat(row % 70), "\n".to_owned()]).collect(),
        ),
        ("one cell a line", "甲\n1\n2\n".repeat(size / 6)),
        ("cells parted by blanks", "甲  1  2\n".repeat(size / 8)),
        ("points of a list", "1.".repeat(size / 4)),
        ("parts of parts", "其中1件".repeat(size / 8)),
        ("the same places", "20个乡镇，21个乡镇。".repeat(size / 8)),
        ("the same word", "执法".repeat(size)),
        ("names without figures", "行政复议受理行政处罚".repeat(size / 8)),
        ("changes of one name", "办理行政复议案件7件，同比增长9%。".repeat(size / 16)),
        ("plans", "二、下一年度工作安排\n建成法治长廊，出台《办法》，".repeat(size / 16)),
        ("the same paragraph", "建立执法案卷评查通报制度，评查结果纳入年度考核，限期整改到位\n".repeat(size / 16)),
    ]
}

/// Four times the text may take four times as long; a pass that looks back over all of it would take sixteen.
#[test]
fn time_grows_with_the_length_of_a_text() {
    assert_grows(|text| {
        check(text);
    });
}

/// Last year's report is read once, this year's held against it every time; here each is as long as the other.
#[test]
fn time_grows_with_the_length_of_two_texts() {
    assert_grows(|text| {
        let previous = Some(format!("2023年法治政府建设年度报告\n{text}"));
        let checker = Checker::new(Options { previous, ..Options::default() }).expect("options that exist");
        checker.check(&format!("2024年法治政府建设年度报告\n{text}")).expect("a text that is not too large");
    });
}

fn assert_grows(check: impl Fn(&str)) {
    const LENGTH: usize = 2000;
    const MOST: f64 = 10.0;
    let time = |text: &str| {
        let start = Instant::now();
        check(text);
        start.elapsed().as_secs_f64()
    };
    let mut failures = Vec::new();
    for ((name, short), (_, long)) in hostile(LENGTH).into_iter().zip(hostile(4 * LENGTH)) {
        // Something else may have the machine for a moment, but hardly for two hundred in a row.
        let (mut fast, mut slow) = (f64::MAX, f64::MAX);
        let grows = (0..200).all(|_| {
            fast = fast.min(time(&short));
            slow = slow.min(time(&long));
            slow > MOST * fast
        });
        if grows {
            failures.push(format!("{name}: {:.1} times as long for a text of four times the length", slow / fast));
        }
    }
    assert_none(&failures);
}
