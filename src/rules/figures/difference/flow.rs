//! What came and what went, told beside one another: neither alone is the difference of the values they change.

use super::behind;
use crate::figures::{Role, cues};
use crate::rules::Context;
use crate::rules::figures::growth;
use crate::span::Run;

/// What came, in the first words of its name.
const CAME: &[&str] = &["新", "增", "招录", "招聘", "调入", "转入", "划入", "补充", "承接"];
/// What went.
const WENT: &[&str] = &[
    "减", "退", "撤", "离职", "离岗", "离任", "离队", "离世", "离开", "搬离", "调离", "调出", "转出", "移出", "辞职",
    "解聘", "解除", "注销", "取消", "合并", "废止",
];
/// What is kept apart, or is the sum of both.
const APART: &[&str] = &["净", "预留", "待"];

/// What goes the other way than what rose or fell.
#[must_use]
pub fn against(rises: bool) -> &'static [&'static str] {
    if rises { WENT } else { CAME }
}

/// `由210个增至226个,新增23个、撤销7个`: what came is not the difference where what left is told beside it.
#[must_use]
pub fn goes_both_ways(ctx: &Context<'_>, at: usize) -> bool {
    let list = &ctx.figures.list;
    let says_net = ctx.text.has_any(list[at].label, &["净"]);
    // 由3417项调整为3286项,减少131项,其中取消54项、…: what it is made of.
    let next = list.get(at + 1).filter(|next| next.sentence == list[at].sentence);
    // Not …,其中取消20项、合并10项,新增10项: what goes the other way is told behind.
    let sentence = ctx.figures.sentences[list[at].sentence].run;
    let behind_it = Run::new(list[at].quantity.run.end, sentence.end.max(list[at].quantity.run.end));
    let is_divided = list[at].role == Role::Change
        && next.is_some_and(|next| cues::says_among(ctx.text, next.gap))
        && !ctx.text.has_any(behind_it, against(growth::direction(ctx, &list[at]).0));
    let beside = |index: usize| {
        let other = &list[index];
        other.sentence == list[at].sentence
            && other.quantity.unit.family == list[at].quantity.unit.family
            && (ctx.text.starts_any(other.label.start, CAME).is_some()
                || [WENT, APART].iter().any(|words| ctx.text.has_any(other.label, words)))
    };
    let before = at.checked_sub(1).is_some_and(|before| is_flow(ctx, before));
    // 由52个减少到21个: no flows, but what lies about it.
    let next = at + if behind(ctx, at).is_some() { 3 } else { 1 };
    !says_net && !is_divided && (before || (next..(next + 2).min(list.len())).any(beside))
}

/// Whether a figure is itself a flow beside another: 减少20项、新增2项.
fn is_flow(ctx: &Context<'_>, index: usize) -> bool {
    let label = ctx.figures.list[index].label;
    ctx.text.starts_any(label.start, &["减少", "新增", "取消", "撤销", "注销"]).is_some() && label.len() == 2
}
