//! Which standard a text is held against, and the reason that is given for it.

mod common;

use hegao::messages::Locale;
use hegao::options::{Options, Wanted};

/// Id of the standard and reason.
fn chosen(options: Options, text: &str) -> (String, String) {
    let report = common::check(options, text);
    (report.standard.0, report.reason.render(Locale::Chinese))
}

const FIVE: &str = "一、主要举措和成效\n二、存在的不足和原因\n三、履行第一责任人职责情况\n四、下一年度主要安排\n";
const EIGHT: &str = "一、政府职能依法全面履行\n二、依法行政制度体系完善\n三、重大行政决策科学民主合法\n\
    四、行政执法严格规范公正文明\n五、行政权力制约监督科学有效\n六、社会矛盾纠纷依法有效化解\n";
const SIX: &str = "一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n\
    四、因政府信息公开工作被申请行政复议、提起行政诉讼情况\n五、存在的主要问题及改进情况\n六、其他需要报告的事项\n";

#[test]
fn title_year_and_headings_decide() {
    let table = [
        ("云溪县2024年法治政府建设年度报告", FIVE, "fazhi-2021", "适用于2024年度的报告"),
        ("云溪县2021年法治政府建设年度报告", FIVE, "fazhi-2021", "适用于2021年度的报告"),
        ("云溪县2020年法治政府建设年度报告", FIVE, "fazhi-2015", "适用于2020年度的报告"),
        ("云溪县2016年度依法行政工作报告", FIVE, "fazhi-2015", "适用于2016年度的报告"),
        ("云溪县2020年法治政府建设年度报告", EIGHT, "shifan-2019", "文中各部分的标题与这一标准一致"),
        ("云溪县2024年法治政府建设年度报告", EIGHT, "fazhi-2021", "适用于2024年度的报告"),
        ("云溪县2024年政府信息公开工作年度报告", FIVE, "zfxxgk-2021", "适用于2024年度的报告"),
        ("云溪县2024年工作报告", SIX, "zfxxgk-2021", "文中各部分的标题与这一标准一致"),
        ("云溪县2026年工作总结", "", "fazhi-2021", "没有专用于2026年度的标准，按年度最接近的标准核对"),
        ("云溪县2027年法治政府建设年度报告", FIVE, "fazhi-2021", "没有专用于2027年度的标准，按年度最接近的标准核对"),
        ("云溪县2012年依法行政工作报告", FIVE, "fazhi-2015", "没有专用于2012年度的标准，按年度最接近的标准核对"),
        ("云溪县法治政府建设年度报告", FIVE, "fazhi-2021", "文中没有写明年度，按最新的标准核对"),
        ("云溪县工作总结", "", "fazhi-2021", "文中没有写明年度，按最新的标准核对"),
        ("", "", "fazhi-2021", "文中没有写明年度，按最新的标准核对"),
    ];
    for (title, outline, id, reason) in table {
        let text = format!("{title}\n{outline}");
        assert_eq!(chosen(Options::default(), &text), (id.to_owned(), reason.to_owned()), "{text}");
    }
}

#[test]
fn options_are_stronger_than_the_text() {
    let text = format!("云溪县2024年法治政府建设年度报告\n{FIVE}");
    let year = Options { year: Some(2018), ..Options::default() };
    assert_eq!(chosen(year, &text).0, "fazhi-2015");
    let asked = Options { standard: Wanted::BuiltIn("zfxxgk-2021".to_owned()), ..Options::default() };
    assert_eq!(chosen(asked, &text), ("zfxxgk-2021".to_owned(), "由设置指定".to_owned()));
}

#[test]
fn one_checker_takes_for_each_text_its_own() {
    let checker = hegao::Checker::new(Options::default()).expect("the defaults");
    for (year, id) in [(2024, "fazhi-2021"), (2018, "fazhi-2015"), (2024, "fazhi-2021")] {
        let report = checker.check(&format!("云溪县{year}年法治政府建设年度报告\n{FIVE}")).expect("a short text");
        assert_eq!(report.standard.0, id);
    }
}
