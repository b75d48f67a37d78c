//! The tables of a report on disclosure: all of them right in every shape that pasting gives them, and every
//! cell that is changed is noticed.

mod common;

use common::assert_none;
use hegao::Checker;
use hegao::finding::{Finding, Severity, Verdict};
use hegao::options::Options;
use hegao::report::Report;
use hegao::span::Span;

/// Labels of the third table, the cells of a group in front of its rows.
const REQUESTS: [&[&str]; 25] = [
    &["一、本年新收政府信息公开申请数量"],
    &["二、上年结转政府信息公开申请数量"],
    &["三、本年度办理结果", "（一）予以公开"],
    &["（二）部分公开（区分处理的，只计这一情形，不计其他情形）"],
    &["（三）不予公开", "1.属于国家秘密"],
    &["2.其他法律行政法规禁止公开"],
    &["3.危及“三安全一稳定”"],
    &["4.保护第三方合法权益"],
    &["5.属于三类内部事务信息"],
    &["6.属于四类过程性信息"],
    &["7.属于行政执法案卷"],
    &["8.属于行政查询事项"],
    &["（四）无法提供", "1.本机关不掌握相关政府信息"],
    &["2.没有现成信息需要另行制作"],
    &["3.补正后申请内容仍不明确"],
    &["（五）不予处理", "1.信访举报投诉类申请"],
    &["2.重复申请"],
    &["3.要求提供公开出版物"],
    &["4.无正当理由大量反复申请"],
    &["5.要求行政机关确认或重新出具已获取信息"],
    &["（六）其他处理", "1.申请人无正当理由逾期不补正"],
    &["2.申请人逾期未按收费通知要求缴纳费用"],
    &["3.其他"],
    &["（七）总计"],
    &["四、结转下年度继续办理"],
];

/// 自然人 and five kinds of bodies for each row that is counted; totals are made of them.
const COUNTS: [[u32; 6]; 22] = [
    [46, 5, 0, 1, 2, 0],
    [20, 3, 1, 0, 1, 1],
    [7, 0, 0, 0, 0, 0],
    [0; 6],
    [1, 0, 0, 0, 0, 0],
    [0; 6],
    [2, 1, 0, 0, 0, 0],
    [3, 0, 0, 0, 1, 0],
    [1, 0, 0, 0, 0, 0],
    [0; 6],
    [0, 1, 0, 0, 0, 0],
    [14, 2, 0, 0, 0, 0],
    [5, 0, 0, 0, 0, 1],
    [2, 0, 0, 0, 0, 0],
    [6, 0, 0, 0, 0, 0],
    [4, 0, 0, 0, 0, 0],
    [0; 6],
    [0; 6],
    [1, 0, 0, 0, 0, 0],
    [0; 6],
    [0; 6],
    [3, 0, 0, 0, 0, 0],
];

const DISPUTES: [u32; 15] = [3, 1, 0, 2, 6, 1, 0, 0, 1, 2, 2, 0, 1, 0, 3];

/// The rows of the third table with their totals: what was carried in is what makes the account even.
fn requests() -> Vec<Vec<u32>> {
    let mut rows: Vec<Vec<u32>> = COUNTS.iter().map(|row| row.to_vec()).collect();
    let settled: Vec<u32> = (0..6).map(|column| rows[1..].iter().map(|row| row[column]).sum()).collect();
    let carried_out = vec![4, 1, 0, 0, 0, 0];
    let carried_in: Vec<u32> =
        (0..6).map(|column| (settled[column] + carried_out[column]).saturating_sub(rows[0][column])).collect();
    for column in 0..6 {
        rows[0][column] = settled[column] + carried_out[column] - carried_in[column];
    }
    rows.insert(1, carried_in);
    rows.extend([settled, carried_out]);
    for row in &mut rows {
        row.push(row.iter().sum());
    }
    rows
}

/// 总计 of what was new, carried in, settled and carried out.
fn requests_in_all() -> [u32; 4] {
    let rows = requests();
    [0, 1, 23, 24].map(|row: usize| rows[row][6])
}

/// How the cells of a table are parted.
#[derive(Clone, Copy, Debug)]
enum Shape {
    /// Tabs, cells of merged rows empty: a document.
    Document,
    /// Tabs, cells of merged rows left out: a web page.
    Page,
    /// `|` on either side.
    Bars,
    /// One cell a line.
    Lines,
}

const SHAPES: [Shape; 4] = [Shape::Document, Shape::Page, Shape::Bars, Shape::Lines];

fn line(shape: Shape, cells: &[String]) -> String {
    match shape {
        Shape::Document | Shape::Page => format!("{}\n", cells.join("\t")),
        Shape::Bars => format!("| {} |\n", cells.join(" | ")),
        Shape::Lines => {
            let filled: Vec<&str> = cells.iter().map(String::as_str).filter(|cell| !cell.is_empty()).collect();
            format!("{}\n", filled.join("\n"))
        }
    }
}

fn words(line: &str) -> Vec<String> {
    line.split(' ').map(str::to_owned).collect()
}

/// A report with its tables in a shape, and where each cell of the third and fourth stands.
fn report(shape: Shape, requests: &[Vec<u32>], disputes: &[u32]) -> (String, Vec<Span>) {
    let truth = requests_in_all();
    let mut text = format!(
        "青禾县2024年政府信息公开工作年度报告\n一、总体情况\n全年收到政府信息公开申请{}件，上年结转{}件，办结{}件，\
         结转下年度继续办理{}件。制发行政规范性文件5件。\n二、主动公开政府信息情况\n",
        truth[0], truth[1], truth[2], truth[3]
    );
    text += &line(shape, &words("信息内容 本年制发件数 本年废止件数 现行有效件数"));
    text += &line(shape, &words("规章 0 0 0"));
    text += &line(shape, &words("行政规范性文件 5 2 31"));
    text += "三、收到和处理政府信息公开申请情况\n";
    text += &line(shape, &words("申请人情况 自然人 法人或其他组织 总计"));
    text += &line(shape, &words("商业企业 科研机构 社会公益组织 法律服务机构 其他"));
    let mut places = Vec::new();
    let put = |labels: Vec<String>, cells: &[u32], text: &mut String, places: &mut Vec<Span>| {
        let mut all = labels;
        all.extend(cells.iter().map(u32::to_string));
        let row = line(shape, &all);
        let mut from = row.len();
        let mut spans = Vec::new();
        for cell in cells.iter().rev() {
            let written = cell.to_string();
            let at = row[..from].rfind(&written).expect("the cell is in its row");
            let start = u32::try_from(text.len() + at).expect("a short text");
            spans.push(Span { start, end: start + u32::try_from(written.len()).expect("a short cell") });
            from = at;
        }
        places.extend(spans.into_iter().rev());
        *text += &row;
    };
    for (labels, cells) in REQUESTS.iter().zip(requests) {
        let mut labels: Vec<String> = labels.iter().map(|&label| label.to_owned()).collect();
        if matches!(shape, Shape::Document | Shape::Bars) {
            let at = usize::from(labels[0].starts_with(['一', '二', '四']));
            while labels.len() < 2 {
                labels.insert(at, String::new());
            }
        }
        put(labels, cells, &mut text, &mut places);
    }
    text += "四、政府信息公开行政复议、行政诉讼情况\n";
    text += &line(shape, &words("行政复议 行政诉讼"));
    text += &line(shape, &words("结果维持 结果纠正 其他结果 尚未审结 总计 未经复议直接起诉 复议后起诉"));
    text += &line(shape, &words("结果维持 结果纠正 其他结果 尚未审结 总计 结果维持 结果纠正 其他结果 尚未审结 总计"));
    put(Vec::new(), disputes, &mut text, &mut places);
    text += "五、存在的主要问题及改进情况\n公开的主动性还不够，下一步将加强培训。\n六、其他需要报告的事项\n全年未收取信息处理费。\n";
    (text, places)
}

fn accusations(report: &Report) -> Vec<&Finding> {
    let is_figure = |finding: &&Finding| finding.rule.starts_with("figures/") && finding.severity > Severity::Info;
    report.findings.iter().filter(is_figure).collect()
}

#[test]
fn tables_that_hold_are_not_called_wrong_in_any_shape() {
    let checker = Checker::new(Options::default()).expect("the defaults");
    let mut failures = Vec::new();
    for shape in SHAPES {
        let (text, _) = report(shape, &requests(), &DISPUTES);
        let report = checker.check(&text).expect("a short text");
        assert_eq!(report.standard.0, "zfxxgk-2021", "{shape:?}");
        failures.extend(
            accusations(&report).iter().map(|finding| format!("{shape:?}: {}: {:?}", finding.rule, finding.message)),
        );
        let numbers: Vec<&str> = report.headings.iter().map(|heading| heading.number.as_str()).collect();
        assert_eq!(numbers, ["一、", "二、", "三、", "四、", "五、", "六、"], "{shape:?}");
        let agreeing = report.relations.iter().filter(|relation| relation.verdict == Verdict::Agrees).count();
        assert!(agreeing > 30, "{shape:?}: {agreeing} relations hold");
    }
    assert_none(&failures);
}

#[test]
fn every_cell_that_is_changed_is_noticed() {
    let checker = Checker::new(Options::default()).expect("the defaults");
    let mut failures = Vec::new();
    for shape in [Shape::Document, Shape::Lines] {
        for cell in 0..requests().len() * 7 + DISPUTES.len() {
            let (mut rows, mut disputes) = (requests(), DISPUTES);
            match rows.get_mut(cell / 7) {
                Some(row) => row[cell % 7] += 1,
                None => disputes[cell - 25 * 7] += 1,
            }
            let (text, places) = report(shape, &rows, &disputes);
            let report = checker.check(&text).expect("a short text");
            let place = places[cell];
            let is_near = |finding: &&Finding| {
                let related = finding.related.iter().map(|related| related.span);
                std::iter::once(finding.span)
                    .chain(related)
                    .any(|span| span.start <= place.start && place.end <= span.end)
            };
            if !accusations(&report).iter().any(is_near) {
                failures.push(format!("{shape:?}: cell {cell}, {}", place.of(&text)));
            }
        }
    }
    assert_none(&failures);
}

/// The report of the year before: what it carries out is what this one carries in, its documents those before this year's.
fn last_year(shape: Shape, carried_out: &[u32]) -> String {
    let mut rows = requests();
    rows[24] = carried_out.to_vec();
    let (text, _) = report(shape, &rows, &DISPUTES);
    let norms = |cells| line(shape, &words(cells));
    text.replace("2024年", "2023年").replace(&norms("行政规范性文件 5 2 31"), &norms("行政规范性文件 4 1 28"))
}

#[test]
fn what_last_years_tables_carry_out_is_what_this_years_carry_in() {
    let mut failures = Vec::new();
    let carried = &requests()[1];
    for shape in SHAPES {
        let (text, places) = report(shape, &requests(), &DISPUTES);
        let compared = |carried_out: &[u32]| {
            let previous = Some(last_year(shape, carried_out));
            let checker = Checker::new(Options { previous, ..Options::default() }).expect("options that exist");
            checker.check(&text).expect("a short text")
        };
        let right = compared(carried);
        failures.extend(accusations(&right).iter().map(|finding| format!("{shape:?}: {:?}", finding.message)));
        let across = right.relations.iter().filter(|relation| !relation.previous.is_empty()).count();
        // Two rows, every cell a line, are no table.
        let is_table = !matches!(shape, Shape::Lines);
        let due = carried.iter().filter(|count| **count > 0).count() + usize::from(is_table);
        if across != due {
            failures.push(format!("{shape:?}: {across} relations across the years, {due} are due"));
        }
        for column in 0..carried.len() {
            let mut other = carried.clone();
            other[column] += 3;
            let report = compared(&other);
            let found: Vec<Span> = accusations(&report).iter().map(|finding| finding.span).collect();
            if found != [places[7 + column]] {
                failures.push(format!("{shape:?}: column {column}: {found:?}"));
            }
        }
    }
    assert_none(&failures);
}
