//! In how many ways parts look at what they are of: what is told of its grade and what of its state may hold for one and
//! the same. `隐患120处,其中重大隐患36处、已整改88处`, `执法人员36名,其中法学专业21名,研究生学历17名`.

use super::List;
use crate::figures::Figure;

/// Words of one aspect each.
const ASPECTS: &[&[&str]] = &[
    &["本科", "研究生", "硕士", "博士", "大专", "学历"],
    &["法学专业", "法律专业", "法律类专业", "法学类", "专业背景"],
    &["持证", "持有", "资格", "职称"],
    &["女性", "男性", "女干部"],
    &["党员", "团员"],
    &["网上", "线上", "来信", "来访", "电话", "窗口", "热线"],
    &["初次", "初信", "初访", "重复", "重信", "重访"],
    &["实名", "匿名", "署名"],
    &["重大隐患", "较大隐患", "一般隐患"],
    &["已整改", "已办结", "已完成", "已化解", "已销号", "整改完成", "已结案", "正在"],
];

/// Classes that overlap by their nature: one person may be counted in both.
pub const OVERLAPPING: &[&str] = &[
    "党纪",
    "政务处分",
    "政纪",
    "组织处理",
    "诫勉",
    "涉及多",
    "交叉",
    "重复",
    "兼任",
    "兼有",
    "兼具",
    "残疾人",
    "老年人",
    "未成年人",
    "农民工",
    "党员",
    "青年",
    "女",
    "持证",
    "职业资格",
    "资格证",
    "民营企业",
    "本科",
    "警告",
    "罚款",
    "没收",
    "酒驾",
    "无证驾",
    "不予立案",
    "网办",
    "通办",
    "可办",
];

/// Whether each part tells an aspect, and not all the same.
pub fn differ(list: &List<'_>) -> bool {
    let aspect = |part: &&Figure| ASPECTS.iter().position(|words| list.says(part.label, words));
    let told: Option<Vec<usize>> = list.parts.iter().map(aspect).collect();
    told.is_some_and(|told| told.windows(2).any(|two| two[0] != two[1]))
}
