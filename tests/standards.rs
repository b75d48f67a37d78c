//! The data of the standards does what it says: examples of indicators, closed classes, headings.

mod common;

use common::{assert_none, options};
use hegao::Checker;
use hegao::document::Level;
use hegao::messages::Locale;
use hegao::options::Options;
use hegao::report::SectionEntry;
use hegao::standard::check::Problems;
use hegao::standard::coverage::SectionStatus;
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

fn checker(level: Level) -> Checker {
    Checker::new(Options { level: Some(level), year: Some(2024), ..options() }).expect("options that exist")
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

/// Headings, and the content that each is about: first as reports word them, then of our own wording.
const HEADINGS: &[(&str, &[&str])] = &[
    (
        "measures",
        &[
            "主要举措和成效",
            "上一年度推进法治政府建设的主要举措和成效",
            "主要举措和工作成效",
            "主要成效",
            "2024年工作举措及成效",
            "主要工作举措及成效",
            "2024年度主要工作成效",
            "工作开展情况",
            "法治建设工作情况",
            "2024年推进法治政府建设情况",
            "2024年推进法治政府建设总体情况",
            "法治政府建设基本情况",
            "2024年主要工作回顾及取得的成绩",
            "2024年工作总结",
            "工作推进情况",
            "2024年度法治政府建设工作完成情况",
            "主要做法及成效",
            "推进依法行政的主要做法",
            "全年工作亮点和成绩",
            "法治政府建设进展情况",
            "2024年法治政府建设取得的成效",
            "法治建设重点工作落实情况",
            "一年来的主要工作",
            "特色亮点工作",
            "法治政府建设工作成果",
            "2024年推进依法行政工作情况",
        ],
    ),
    (
        "shortcomings",
        &[
            "存在的不足和原因",
            "上一年度推进法治政府建设存在的不足和原因",
            "存在困难和问题",
            "依法行政工作中存在的问题",
            "存在的主要问题",
            "存在的差距和不足",
            "存在问题及原因分析",
            "工作中的短板和弱项",
            "法治政府建设面临的困难与问题",
            "不足之处及成因",
            "主要问题和薄弱环节",
            "当前工作的差距",
            "存在的短板不足",
            "推进法治政府建设中的不足与原因",
            "问题与不足",
            "困难与挑战",
            "尚存在的问题、不足及对策",
        ],
    ),
    (
        "first-responsible",
        &[
            "党政主要负责人履职情况",
            "履行推进法治建设第一责任人职责情况",
            "党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的有关情况",
            "区政府主要负责同志履行推进法治建设第一责任人职责情况",
            "加强法治政府建设的有关情况",
            "党政主要负责人履行推进法治建设第一责任人职责情况",
            "主要领导履行法治建设职责情况",
            "局长履行第一责任人职责情况",
            "镇党政主要领导履行法治建设第一责任人职责",
            "党政一把手履职尽责情况",
            "第一责任人履责情况",
            "主要负责人述法及履行职责情况",
            "落实法治建设第一责任人职责",
            "主要负责同志履行法治职责的情况",
            "党委书记、镇长履行法治建设责任情况",
            "单位主要负责人推进法治建设履职情况",
        ],
    ),
    (
        "next-year",
        &[
            "下一年度工作安排",
            "2025年推进法治政府建设工作的安排",
            "云溪区2025年推进法治政府建设工作计划",
            "下一步安排",
            "下一步工作打算",
            "下一步工作思路",
            "下一步工作重点",
            "下一年度推进法治政府建设的主要安排",
            "2025年工作计划",
            "2025年重点工作安排",
            "下步打算",
            "明年工作思路",
            "下一阶段工作重点",
            "今后工作安排",
            "2025年工作展望",
            "努力方向",
            "新的一年工作谋划",
            "来年工作要点",
            "2025年主要工作任务",
            "下一步工作措施",
        ],
    ),
    ("other", &["其他需要报告的情况", "其他需要说明的情况", "其它应当报告的事项"]),
];

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

/// The contents that a heading is found to be about, and whether one of their parts is what it is about.
fn about(checker: &Checker, mark: &str, heading: &str) -> Vec<String> {
    const BODY: &str =
        "本部分内容由云溪县司法局会同有关单位起草，报县政府常务会议审议，并按照规定程序征求各方面意见后印发执行。";
    let text = format!("云溪县2024年法治政府建设年度报告\n{mark}{heading}\n{BODY}\n");
    let report = checker.check(&text).expect("a short text");
    let of_part = |section: &SectionEntry| section.children.iter().any(|part| part.heading.is_some());
    let found = report.sections.iter().filter(|section| section.status == SectionStatus::Present && !of_part(section));
    found.map(|section| section.id.clone()).collect()
}

#[test]
fn every_heading_is_taken_for_the_content_that_it_is_about() {
    let checker = checker(Level::County);
    let mut failures = Vec::new();
    for (section, headings) in HEADINGS {
        for heading in *headings {
            let about = about(&checker, "二、", heading);
            if about != [*section] {
                failures.push(format!("{section}: {heading} is taken for {about:?}"));
            }
        }
    }
    assert_none(&failures);
}

#[test]
fn headings_of_parts_are_not_taken_for_a_content() {
    let checker = checker(Level::County);
    let taken = PARTS.iter().map(|heading| (heading, about(&checker, "（二）", heading)));
    let failures = taken
        .filter(|(_, about)| !about.is_empty())
        .map(|(heading, about)| format!("{heading} is taken for {about:?}"));
    assert_none(&failures.collect::<Vec<_>>());
}
