//! Values of another time or place than the report's own, by the words before them.

use super::cues::{COMPARED, THEN, holds_carried};
use crate::lex::date;
use crate::span::Run;
use crate::text::Text;

/// Words for another period.
pub const ELSEWHEN: &[&str] = &["上年", "去年", "上一年", "前年", "往年", "同期", "结转", "转结", "旧存", "历年"];

/// Whether a value of another time follows: 比上年同期的22%高出12个百分点.
#[must_use]
pub fn ends_with_then(text: &Text, label: Run) -> bool {
    let end = label.end - usize::from(label.start < label.end && text.before(label.end) == '的');
    text.ends_any(label.start, end, THEN).is_some()
}

/// Whether the words before an amount set it up as the value of another period: 比上月13729宗增长, (2023年为302件).
#[must_use]
pub fn is_elsewhen(text: &Text, label: Run) -> bool {
    names_then(text, label)
        || text.has_any(label, COMPARED)
        || is_year_alone(text, label)
        || opens_comparison(text, label)
        || is_compared_aside(text, label)
}

/// Whether a label names another time; 同期全州收案 is of this one.
fn names_then(text: &Text, label: Run) -> bool {
    const SHORT: usize = 4;
    let is_of_all = |same: usize| same == label.start && label.len() > SHORT && !text.starts(same, "同期相比");
    let is_same = text.find(label, "同期").is_some_and(is_of_all);
    // 历年制发的165件: what there is by now.
    let has_been =
        |at: usize| text.ends(label.start, label.end, "的") && label.end > at + 3 && !text.has_any(label, &["累计"]);
    let is_by_now = text.find(label, "历年").is_some_and(has_been);
    let is_with = holds_carried(text, label);
    let is_now = |word: &str| is_with || word == "同期" && is_same || word == "历年" && is_by_now;
    ELSEWHEN.iter().any(|word| !is_now(word) && is_outside(text, label, word))
}

/// Whether a word of the label stands in none of its brackets: not 办结(含上年结转)100件.
fn is_outside(text: &Text, label: Run, word: &str) -> bool {
    let mut depth = 0u32;
    (label.start..label.end).any(|at| {
        match text.at(at) {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && text.starts(at, word) && at + word.chars().count() <= label.end
    })
}

/// `较3月份(2626件)增长`, `与2024年(61件)相比`: an amount alone in a bracket behind the time that it is of.
fn is_compared_aside(text: &Text, label: Run) -> bool {
    const LONGEST: usize = 10;
    if !label.is_empty() || text.before(label.start) != '(' {
        return false;
    }
    let open = label.start - 1;
    let is_of_time = text.ends_any(0, open, &["月", "月份", "年", "年度", "季度", "同期", "年底", "年末"]).is_some();
    let words = open.saturating_sub(LONGEST)..open;
    let clause = words.rev().take_while(|&at| !matches!(text.at(at), ',' | ';' | '。' | '、' | '('));
    is_of_time && clause.into_iter().any(|at| matches!(text.at(at), '较' | '比' | '与'))
}

/// Whether a value of another time or place follows: 较整合前的, 比“十三五”末的; 较大的 and 比例 compare nothing.
#[must_use]
pub fn opens_comparison(text: &Text, label: Run) -> bool {
    const LONGEST_FIGURE: usize = 12;
    const LONGEST_TIME: usize = 10;
    const OTHER: &[&str] = &["比例", "比重", "比率", "较为", "较大", "较多", "较好", "较强", "较高", "较重", "比较"];
    let opens = text.starts_any(label.start, &["较", "比"]).is_some() && text.starts_any(label.start, OTHER).is_none();
    // 与2023年的63起相比, 立案数与2020年的1102起相比
    let is_beside = || {
        let near = label.start.max(label.end.saturating_sub(LONGEST_TIME))..label.end;
        let mut marks = near.filter(|&at| text.at(at) == '与' && text.before(at) != '参');
        text.ends_any(label.start, label.end, &["年的", "期的", "年度的"]).is_some() && marks.next().is_some()
    };
    // 与2023年115件相比
    let is_against = || {
        let is_time =
            text.starts(label.start, "与") && text.ends_any(label.start, label.end, &["年", "同期"]).is_some();
        is_time && text.find(Run::new(label.end, label.end + LONGEST_FIGURE), "相比").is_some()
    };
    opens && text.before(label.end) == '的' || is_beside() || is_against()
}

/// A bracket that says nothing but a year before its amount.
fn is_year_alone(text: &Text, label: Run) -> bool {
    let Some((_, end)) = date::year(text, label.start).filter(|_| text.before(label.start) == '(') else {
        return false;
    };
    let rest = text.string(Run::new(end, label.end.max(end)));
    matches!(
        rest.as_str(),
        "年" | "年为"
            | "年是"
            | "年度"
            | "年度为"
            | "年同期"
            | "年同期为"
            | "年分别为"
            | "年底"
            | "年底为"
            | "年末"
            | "年末为"
    )
}
