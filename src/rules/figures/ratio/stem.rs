//! The stems of a rate's name, 成功 of 调处成功率, and which counts they tell.

use crate::figures::Figure;
use crate::rules::Context;
use crate::span::Run;

/// The two characters before 率 or 比例 (成功 of 调处成功率), or, of a short word, the one; then the two before them (出庭 of
/// 出庭应诉率). What is negated is of no other name.
pub fn stems(ctx: &Context<'_>, words: Run) -> Vec<Run> {
    // 负责人出庭率, 机关败诉率 and 居民满意率 are of no person and no organ.
    const WHOSE: &[&str] = &[
        "机关", "负责", "责人", "行政", "政府", "案件", "居民", "群众", "市民", "村民", "公众", "社会", "企业", "职工",
    ];
    // 占全省的比例 names a base, not what is done.
    let is_share = ctx.text.at(words.start) == '占';
    let is_end = |&index: &usize| ctx.text.at(index) == '率' || !is_share && ctx.text.starts(index, "比例");
    let Some(end) = (words.start..words.end).rev().find(is_end) else {
        return Vec::new();
    };
    let two = |end: usize| {
        let han = (words.start..end).rev().take(2).take_while(|&index| crate::text::is_han(ctx.text.at(index)));
        let mut stem = Run::new(han.last().unwrap_or(end), end);
        stem.start += usize::from(ctx.text.at(stem.start) == '不');
        stem
    };
    let last = two(end);
    let first = two(last.start);
    let is_of_whom = WHOSE.iter().any(|word| ctx.text.starts(first.start, word));
    let is_plain = ctx.text.before(last.start) != '不' && first.len() == 2 && !is_of_whom;
    [Some(last), Some(first).filter(|_| is_plain)].into_iter().flatten().filter(|stem| !stem.is_empty()).collect()
}

/// Characters of a rate's name that tell nothing: 结案率 is about 审结, 侦破率 about 破获, 持证率 about 取得执法证.
pub const GENERIC: &[char] = &['案', '侦', '办', '总', '的', '持', '错'];

/// Rates, and what the count is called that they are of, in other words.
const SAME: &[(&str, &[&str])] = &[
    ("完结", &["完成"]),
    ("化解", &["调处成功", "调解成功"]),
    ("执结", &["执行", "结案"]),
    ("成功", &["调成"]),
    ("调撤", &["调解", "和解", "撤诉", "撤回"]),
    ("清理", &["撤案"]),
    ("纠错", &["撤销和", "撤销及", "撤销与", "撤销、"]),
];

/// Whether the words around a count hold what tells in the name of a rate.
pub fn is_told(ctx: &Context<'_>, figure: &Figure, stem: Run) -> bool {
    is_told_by(ctx, figure, figure.tail, stem)
}

/// What is done before a case is one.
const BEFORE: &[&str] = &["受理前", "案前", "诉前", "庭前", "案外"];

/// The same of what stands before the count and in some words behind it.
pub fn is_told_by(ctx: &Context<'_>, figure: &Figure, behind: Run, stem: Run) -> bool {
    let tail = Run::new(behind.start.min(stem.start), behind.end.min(stem.start));
    let words = || ctx.text.chars(figure.gap).chain(ctx.text.chars(tail));
    // 未结13件 is not what 结案率 is of, 不予立项3项 not what 立项率 is.
    if ctx.text.has_any(figure.label, &["未", "不"]) && !matches!(ctx.text.before(stem.start), '未' | '不') {
        return false;
    }
    // 案前调解365件 is not what 调解率 is of.
    if ctx.text.has_any(figure.label, BEFORE) && ctx.text.ends_any(0, stem.start, BEFORE).is_none() {
        return false;
    }
    // 基本满意612件 is not what 满意率 is of.
    if ctx.text.has_any(figure.label, &["基本"])
        && !ctx.text.ends(figure.label.start.min(stem.start), stem.start, "基本")
    {
        return false;
    }
    if SAME.iter().any(|(rate, count)| ctx.text.starts(stem.start, rate) && ctx.text.has_any(figure.label, count)) {
        return true;
    }
    let telling = || ctx.text.chars(stem).filter(|ch| !GENERIC.contains(ch));
    telling().next().is_some() && telling().all(|ch| words().any(|other| other == ch))
}

/// Whether a count is named by nothing but what the rate is named by: `满意1188人次,满意率`.
pub fn is_all_of(ctx: &Context<'_>, part: &Figure, stem: Run) -> bool {
    part.label.len() <= stem.len() + 1 && is_told(ctx, part, stem)
}
