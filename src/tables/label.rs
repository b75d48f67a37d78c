//! What the label of a row or column says of its figures.

use crate::span::Run;
use crate::text::{Text, is_blank};

/// How a row or column stands to those beside it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Standing {
    /// One of them.
    Plain,
    /// 其中: part of one of them.
    Among,
    /// 小计: the sum of those right before it.
    Subtotal,
    /// 合计, 总计, 共计: the sum of all.
    Total,
}

/// What a label says.
#[must_use]
pub fn standing(text: &Text, label: Run) -> Standing {
    const LONGEST: usize = 40;
    if label.is_empty() || label.len() > LONGEST {
        return Standing::Plain;
    }
    let mut words: String = text.chars(label).filter(|&ch| !is_blank(ch) && ch != ':').collect();
    // 合计(去重) is less than its parts.
    if ["去重", "不重复", "剔除"].iter().any(|word| words.contains(word)) {
        return Standing::Among;
    }
    // 合计(件): the bracket holds a unit or a remark.
    if words.ends_with(')')
        && let Some(open) = words.rfind('(').filter(|&open| open > 0)
    {
        words.truncate(open);
    }
    let ends = |endings: &[&str]| endings.iter().any(|ending| words.ends_with(ending));
    if words.starts_with("其中") {
        Standing::Among
    } else if ends(&["小计"]) {
        Standing::Subtotal
    } else if ends(&["合计", "总计", "共计"]) || words == "总数" || words == "总量" {
        Standing::Total
    } else {
        Standing::Plain
    }
}

/// Words over a column of which no sum is made: rates, means, ranks, changes.
const NO_AMOUNT: &[&str] = &[
    "率", "占", "比", "%", "均", "排名", "名次", "得分", "评分", "序号", "增", "倍", "单价", "标准", "时限", "年份",
    "年度",
];

/// Whether figures so labelled can be added up.
#[must_use]
pub fn is_amount(text: &Text, label: Run) -> bool {
    !text.has_any(label, NO_AMOUNT)
}
