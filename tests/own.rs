//! Standards of a caller's own: the example of the guide does what it says, and what cannot be used is
//! refused with the path of the field and the reason.

mod common;

use common::assert_none;
use hegao::Checker;
use hegao::finding::Severity;
use hegao::messages::Locale;
use hegao::options::{Code, Options, Wanted};
use hegao::report::Report;
use hegao::standard::check::Problems;
use hegao::standard::file::{IndicatorFile, StandardFile};
use hegao::standard::value::Value;
use hegao::standard::{read, resolve};
use hegao::trial;
use serde_json::json;
use std::fs;

/// JSON as a plain value.
fn plain(json: &serde_json::Value) -> Value {
    match json {
        serde_json::Value::Bool(flag) => Value::Flag(*flag),
        serde_json::Value::Number(number) => number.as_i64().map_or(Value::Other, Value::Number),
        serde_json::Value::String(text) => Value::Text(text.clone()),
        serde_json::Value::Array(list) => Value::List(list.iter().map(plain).collect()),
        serde_json::Value::Object(fields) => {
            let given = fields.iter().filter(|(_, value)| !value.is_null());
            Value::Table(given.map(|(name, value)| (name.clone(), plain(value))).collect())
        }
        serde_json::Value::Null => Value::Other,
    }
}

/// The JSON block of a guide.
fn block(guide: &str) -> serde_json::Value {
    let text = fs::read_to_string(guide).expect("a guide");
    let (_, rest) = text.split_once("```json\n").expect("a block");
    let (block, _) = rest.split_once("```").expect("its end");
    serde_json::from_str(block).expect("JSON")
}

/// Path and message of all that is wrong with a standard.
fn problems(standard: &serde_json::Value) -> Vec<(String, String)> {
    let problems = trial::standard(&plain(standard)).expect("a standard that is tried");
    problems.list.into_iter().map(|problem| (problem.path, problem.message.render(Locale::English))).collect()
}

fn check(standard: &serde_json::Value, text: &str) -> Report {
    common::check(Options { standard: Wanted::Own(plain(standard)), ..Options::default() }, text)
}

const REPORT: &str = "云溪县2024年法治政府建设年度报告\n\
    一、主要举措和成效\n\
    全年制定行政规范性文件6件，清理行政规范性文件112件。县行政争议调处中心受理38件，聘请特邀行政执法监督员24名。\n\
    二、存在的不足和原因\n\
    基层法制审核力量薄弱，个别单位执法文书不规范；主要原因是培训不够经常，考核结果运用不够，监督检查有待加强。\n\
    三、党政主要负责人履行推进法治建设第一责任人职责情况\n\
    县委主要负责人主持研究法治建设重大事项4次，县长专题听取汇报3次，重要工作亲自部署、重大问题亲自过问。\n\
    四、重点任务清单\n\
    健全行政规范性文件审核机制，分批轮训行政执法人员，办好一批群众关心的实事，推动各项任务落到实处。\n";

#[test]
fn the_example_of_the_guide_does_what_it_says() {
    let example = block("docs/standards.md");
    assert_eq!(example, block("docs/standards.zh-CN.md"));
    assert_eq!(problems(&example), []);

    let report = check(&example, REPORT);
    assert_eq!(report.standard.0, "yunling-2025");
    let last = report.sections.iter().find(|section| section.id == "next-year").expect("the section");
    assert_eq!(last.title.zh, "下一年度重点任务清单");
    assert_eq!(last.heading.map(|span| span.of(REPORT)), Some("重点任务清单"));
    let status = |id: &str| report.indicators.iter().find(|one| one.id == id).map(|one| (one.status, one.required));
    assert_eq!(status("dispute-centre"), Some(("given", true)));
    assert_eq!(status("coded-inspections"), Some(("missing", false)));
    assert_eq!(status("enforcement-observers"), Some(("given", false)));
    assert_eq!(status("law-lectures"), Some(("missing", true)));

    let severe: Vec<_> = report.findings.iter().filter(|finding| finding.severity != Severity::Info).collect();
    let clauses: Vec<_> = severe.iter().map(|finding| (finding.rule, finding.clause.as_deref())).collect();
    assert_eq!(clauses, [("indicators/missing", Some("《云岭省法治政府建设年度报告编制规范》第八条"))]);
    let given = REPORT.replace("专题听取", "为领导班子举办法治专题讲座2期，专题听取");
    let findings = check(&example, &given).findings;
    let severe: Vec<_> = findings.iter().filter(|finding| finding.severity != Severity::Info).collect();
    assert!(severe.is_empty(), "{severe:?}");
}

#[test]
fn what_cannot_be_used_is_named() {
    let own = |changes: serde_json::Value| {
        let mut standard = json!({ "id": "own", "version": "1", "extends": "fazhi-2021" });
        let fields = changes.as_object().expect("fields").clone();
        standard.as_object_mut().expect("fields").extend(fields);
        standard
    };
    let indicator = |changes: serde_json::Value| {
        let mut one = json!({
            "id": "boats", "title": { "zh": "巡查船" }, "topic": "enforcement", "aliases": ["巡查船"], "units": ["艘"],
            "tiers": { "government": "C" },
        });
        one.as_object_mut().expect("fields").extend(changes.as_object().expect("fields").clone());
        own(json!({ "catalogue": [one] }))
    };
    let table = [
        (json!("own"), "", "should be an object"),
        (json!({}), "id", "missing"),
        (json!({ "id": "own", "version": "1" }), "title", "missing"),
        (json!({ "id": "own", "version": "1" }), "sections", "missing"),
        (own(json!({ "id": "fazhi-2021" })), "id", "is the id of a built-in standard"),
        (own(json!({ "id": 5 })), "id", "should be a string"),
        (own(json!({ "titel": {} })), "titel", "no such field"),
        (own(json!({ "title": { "cn": "标准" } })), "title.cn", "no such field"),
        (own(json!({ "extends": "fazhi-1999" })), "extends", "no built-in standard “fazhi-1999”"),
        (own(json!({ "extends": "own" })), "extends", "no built-in standard “own”"),
        (own(json!({ "years": { "from": 2025, "to": 2021 } })), "years", "after the last"),
        (own(json!({ "years": { "from": "2025" } })), "years.from", "whole number"),
        (own(json!({ "levels": ["village"] })), "levels[0]", "no “village”"),
        (own(json!({ "names": ["报"] })), "names[0]", "too short"),
        (own(json!({ "sections": {} })), "sections", "should be an array"),
        (own(json!({ "sections": [{}] })), "sections[0].id", "missing"),
        (own(json!({ "sections": [{ "id": "new", "aliases": ["新内容"] }] })), "sections[0].title", "missing"),
        (
            own(json!({ "sections": [{ "id": "new", "title": { "zh": "新内容" } }] })),
            "sections[0].aliases",
            "without words",
        ),
        (
            own(json!({ "sections": [{ "id": "other" }, { "id": "next-year", "aliases": ["安排", "将"] }] })),
            "sections[1].aliases[1]",
            "too short",
        ),
        (own(json!({ "sections": [{ "id": "other" }, { "id": "other" }] })), "sections[1].id", "stands twice"),
        (own(json!({ "sections": [{ "id": "other", "after": "nowhere" }] })), "sections[0].after", "has no “nowhere”"),
        (own(json!({ "sections": [{ "id": "other", "required": "yes" }] })), "sections[0].required", "true or false"),
        (
            own(json!({ "sections": [{ "id": "other", "heading": [["其他", 1000]] }] })),
            "sections[0].heading[0]",
            "weight",
        ),
        (
            own(json!({ "sections": [{ "id": "measures", "children": [{ "id": "norms", "children": [] }] }] })),
            "sections[0].children[0].children",
            "no such field",
        ),
        (own(json!({ "indicators": ["permits", "boats"] })), "indicators[1]", "no “boats”"),
        (own(json!({ "remove": ["other", "boats"] })), "remove[1]", "has no “boats”"),
        (
            own(json!({ "mandatory": [{ "indicator": "boats", "severity": "error" }] })),
            "mandatory[0].indicator",
            "no “boats”",
        ),
        (
            own(json!({ "mandatory": [{ "indicator": "permits", "severity": "fatal" }] })),
            "mandatory[0].severity",
            "one of error, warning",
        ),
        (indicator(json!({ "threshold": { "latest": "13-40" } })), "catalogue[0].threshold.latest", "day of the year"),
        (
            indicator(json!({ "threshold": { "levels": ["village"] } })),
            "catalogue[0].threshold.levels[0]",
            "no “village”",
        ),
        (indicator(json!({ "aliases": [] })), "catalogue[0].aliases", "missing"),
        (indicator(json!({ "aliases": ["船"] })), "catalogue[0].aliases[0]", "too short"),
        (indicator(json!({ "aliases": ["\u{200b}\u{200b}"] })), "catalogue[0].aliases[0]", "too short"),
        (indicator(json!({ "aliases": ["船".repeat(41)] })), "catalogue[0].aliases[0]", "longer than 40"),
        (indicator(json!({ "units": [] })), "catalogue[0].units", "missing"),
        (indicator(json!({ "tiers": {} })), "catalogue[0].tiers", "missing"),
        (indicator(json!({ "tiers": { "government": "D" } })), "catalogue[0].tiers.government", "one of A, B, C"),
        (
            indicator(json!({ "examples": [{ "text": "巡查船3艘。", "is": "given", "values": ["4艘"] }] })),
            "catalogue[0].examples[0]",
            "should give given 4艘 but gives given 3艘",
        ),
    ];
    let mut failures = Vec::new();
    for (standard, path, reason) in table {
        let found = problems(&standard);
        if !found.iter().any(|(at, message)| at == path && message.contains(reason)) {
            failures.push(format!("{path}: {reason}: {found:?} in {standard}"));
        }
        // Examples are for `validateStandard`; a checker can be made without them.
        if !path.contains("examples") {
            let options = Options { standard: Wanted::Own(plain(&standard)), ..Options::default() };
            let error = Checker::new(options).expect_err("a standard that cannot be used");
            assert_eq!((error.code, error.path.is_some()), (Code::InvalidStandard, true));
        }
    }
    assert_none(&failures);
    assert_eq!(problems(&indicator(json!({}))), []);
}

#[test]
fn standards_that_extend_each_other_are_refused() {
    let file = |id: &str, extends: &str| StandardFile {
        id: id.to_owned(),
        extends: extends.to_owned(),
        ..StandardFile::default()
    };
    let known = [file("a", "b"), file("b", "c"), file("c", "b")];
    let mut problems = Problems::default();
    let _ = resolve::resolve(&known[0], &known, &mut problems);
    let found: Vec<&str> = problems.list.iter().map(|problem| problem.path.as_str()).collect();
    assert_eq!(found, ["extends"]);
}

/// The data files are of the same shape, and are read as they are embedded.
#[test]
fn the_built_in_files_are_read_alike() {
    fn json(path: &std::path::Path) -> (String, Value) {
        let text = fs::read_to_string(path).expect("a text file");
        let value = toml::from_str::<serde_json::Value>(&text).expect("a data file");
        (text, plain(&value))
    }
    for path in fs::read_dir("standards").expect("a folder").map(|entry| entry.expect("an entry").path()) {
        if path.extension().is_some_and(|it| it == "toml") {
            let (text, value) = json(&path);
            let mut problems = Problems::default();
            let file = read::standard(&value, &mut problems);
            assert!(problems.list.is_empty(), "{problems:?}");
            assert_eq!(file, toml::from_str::<StandardFile>(&text).expect("a data file"));
        }
    }
    for entry in fs::read_dir("standards/indicators").expect("a folder") {
        let (text, value) = json(&entry.expect("an entry").path());
        let own = Value::Table(vec![("catalogue".to_owned(), Value::List(vec![value]))]);
        let mut problems = Problems::default();
        let file = read::standard(&own, &mut problems);
        assert!(problems.list.is_empty(), "{problems:?}");
        assert_eq!(file.catalogue, [toml::from_str::<IndicatorFile>(&text).expect("a data file")]);
    }
}

/// A name of its own for each of many indicators, in the scripts of the world.
fn name(index: u32) -> String {
    const SCRIPTS: [&str; 8] =
        ["船舶", "ボート", "судно осмотр", "σκάφος", "قارب تفتيش", "🚤🚤", "ｂｏａｔ", "बोट जाँच"];
    let own = char::from_u32(0x4e00 + index).expect("a Chinese character");
    format!("{}{own}", SCRIPTS[index as usize % SCRIPTS.len()])
}

fn large(count: u32, more: &[&str]) -> serde_json::Value {
    let indicator = |index: u32| {
        let mut aliases = vec![name(index)];
        aliases.extend(more.iter().map(|&alias| alias.to_owned()));
        json!({
            "id": format!("own-{index}"), "title": { "zh": name(index) }, "topic": "enforcement", "aliases": aliases,
            "units": ["艘"], "tiers": { "government": "C" },
        })
    };
    let catalogue: Vec<serde_json::Value> = (0..count).map(indicator).collect();
    json!({ "id": "own", "version": "1", "extends": "fazhi-2021", "catalogue": catalogue })
}

#[test]
fn a_standard_may_be_large_and_in_any_script() {
    const COUNT: u32 = 10_000;
    let asked: Vec<u32> = (0..COUNT).step_by(769).collect();
    let text = asked.iter().map(|&index| name(index) + "共3艘。").collect::<Vec<_>>().concat();
    let report = check(&large(COUNT, &[]), &text);
    let given = report.indicators.iter().filter(|one| one.status == "given").map(|one| one.id.clone());
    let expected: Vec<String> = asked.iter().map(|index| format!("own-{index}")).collect();
    assert_eq!(given.collect::<Vec<_>>(), expected);
}

#[test]
fn what_would_take_too_long_is_refused() {
    let paths = |standard: &serde_json::Value| problems(standard).into_iter().map(|(path, _)| path).collect::<Vec<_>>();
    assert_eq!(paths(&large(25_000, &[])), ["catalogue"]);
    assert_eq!(paths(&large(20, &["巡查船只"])), [""; 0]);
    assert_eq!(paths(&large(30, &["巡查船只"])), ["catalogue[20].aliases[1]"]);
    let sections: Vec<serde_json::Value> = (0..300).map(|index| json!({ "id": index.to_string() })).collect();
    assert_eq!(
        paths(&json!({ "id": "own", "version": "1", "extends": "fazhi-2021", "sections": sections })),
        ["sections"]
    );
}
