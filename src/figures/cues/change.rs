//! The words by which an amount is a change of another, or goes on from it.

use crate::span::Run;
use crate::text::Text;

/// A comparison with another period.
pub const COMPARED: &[&str] =
    &["同比", "环比", "较上", "较去", "比上", "比去", "相比", "较前", "比前", "较20", "比20", "较同期"];

/// Verbs of change that stand right before an amount.
const CHANGE: &[&str] = &[
    "增长", "增加", "增多", "净减", "上升", "提高", "提升", "上涨", "扩大", "多出", "净增", "增幅", "涨幅", "升幅",
    "减少", "下降", "降低", "核减", "增收", "减收", "增支", "减支", "增产", "减产", "压减", "压缩", "缩短", "缩减",
    "削减", "精简", "回落", "减幅", "降幅", "跌幅", "下跌", "减", "增", "降", "升", "少", "多",
];

/// What may stand between such a verb and the amount.
const BETWEEN: &[&str] =
    &["了", "达", "约", "近", "超", "超过", "为", "率", "比例", "幅度", "平均", "各", "分别", "均"];

/// Before what a value was.
pub const FROM: &[&str] = &["由", "从", "原有"];

/// Before what became of a value that is told against another: 较上年的867件减少到767件.
const BECAME: &[&str] = &["到", "至"];

/// `由867件降至767件`, `较上年的867件减少到767件`: whether the words before two values name the first as what was and the second
/// as what became of it.
#[must_use]
pub fn goes_from_to(text: &Text, from: Run, to: Run) -> bool {
    let became = || {
        let (_, length) = text.ends_any(to.start, text.trim(to).end, BECAME)?;
        text.ends_any(to.start, text.trim(to).end - length, CHANGE)
    };
    text.has_any(from, FROM) && text.has_any(to, &["到", "至", "为"])
        || text.has_any(from, &["较", "比"]) && !text.chars(to).any(|ch| ch == ',') && became().is_some()
}

/// Words behind a percentage that make it a change.
pub const CHANGE_BEHIND: &[&str] = &["的增长", "的增幅", "的增速", "的速度增", "的降幅", "的下降"];

/// Whether the words before an amount say that something changed by it. 增加到 says what it became.
#[must_use]
pub fn is_change(text: &Text, label: Run) -> bool {
    let mut end = text.trim(label).end;
    let mut becomes = false;
    while let Some((word, length)) = text.ends_any(label.start, end, BETWEEN) {
        // 增加为 says what it became, 增长率为 by how much.
        becomes = word == "为" || (becomes && !matches!(word, "率" | "比例" | "幅度"));
        end -= length;
    }
    // 比上年同期多检5218批次, 同比少收12件, 比上年多培训647人: more or fewer of what was done.
    let is_more = |verb: usize| {
        end > label.start + verb && matches!(text.before(end - verb), '多' | '少') && text.has_any(label, COMPARED)
    };
    if is_more(1) || is_more(2) {
        return true;
    }
    // 比改革前减少政府机构3个
    let is_compared = text.starts_any(label.start, &["比", "较"]).is_some();
    if is_compared && text.has_any(label, &["减少", "增加"]) && text.ends_any(label.start, end, &["到", "至"]).is_none()
    {
        return true;
    }
    let Some((verb, length)) = text.ends_any(label.start, end, CHANGE) else { return false };
    // 精简为12项 says what it became; 增幅为 and 增长率为, by how much.
    if becomes && !verb.ends_with('幅') {
        return false;
    }
    // 关停取缔1147家、整改提升908家: a kind of what was done.
    if verb == "提升" && !text.has_any(label, COMPARED) && text.ends(label.start, end - length, "整改") {
        return false;
    }
    // 新增 counts what is new; a verb of one character says a change only in a comparison.
    let is_short = length == 1;
    let begins = end - length;
    // 较上年新增18台 compares all the same.
    let is_new = verb.starts_with('增')
        && text.before(begins) == '新'
        && begins > label.start
        && !text.has_any(label, COMPARED)
        && text.starts_any(label.start, &["较", "比"]).is_none();
    !is_new && (!is_short || begins == label.start || text.has_any(label, COMPARED))
}

/// Whether a change goes on from the value before it, rather than having a subject of its own: 上年118件,增加14件, not
/// 上年118件,其中涉企案件减少9件.
#[must_use]
pub fn goes_on_changing(text: &Text, label: Run) -> bool {
    const LEADS: &[&str] = &[
        "同比",
        "环比",
        "比",
        "较",
        "相比",
        "分别",
        "各",
        "均",
        "共",
        "约",
        "净",
        "数量",
        "总量",
        "总数",
        "件数",
        "起数",
        "案件数",
        "高",
        "低",
        "翻",
        "压",
    ];
    // 较大事故起数减少1起 has a subject.
    let is_grade = text.starts_any(label.start, &["较大", "较重", "较多"]).is_some();
    label.is_empty()
        || !is_grade && text.starts_any(label.start, LEADS).is_some()
        || text.starts_any(label.start, CHANGE).is_some()
}
