//! What is left of a whole when part of it is done: `发现问题63个,已整改58个,剩余5个`, `应出庭189件,出庭179件,未出庭10件`.
//!
//! The part is the figure before the rest, or the one whose verb the rest negates; the whole is the figure before
//! that which comes near the two. Silent where words account for something else, and where cases may have been
//! carried in unsaid, so that more was settled than came.

use crate::decimal::{Decimal, Interval};
use crate::figures::{Figure, cues};
use crate::finding::{Kind, Operand, Outcome, Relation};
use crate::rules::Context;
use crate::rules::figures::slip;
use crate::span::Run;
use std::collections::BTreeSet;

/// No figure farther away is looked at.
const FARTHEST: usize = 16;
/// No more counts are a whole together.
const MOST_WHOLES: usize = 4;
/// Words for what is left.
pub const LEFT: &[&str] = &["剩余", "其余", "尚余", "尚有", "仍有", "还有", "余下", "尚在"];
const VERBS: &[&str] = &[
    "审结", "办结", "结案", "执结", "答复", "整改", "出庭", "满意", "完成", "化解", "销号", "通过", "合格", "到位",
    "办理", "解决", "验收", "参检", "参加", "采纳", "履行", "结",
];
/// Cases of the year before are settled with those of this one.
const CARRIES: &[&str] = &["答复", "办理", "结"];
const ACCOUNTED: &[&str] = &[
    "结转", "旧存", "上年", "往年", "其余", "其他", "另有", "长期", "移交", "移送", "撤", "终止", "不予", "驳回", "含",
    "转办", "退回", "以上", "计划", "历年", "新增", "转入",
];

/// What is left, the part that is done, and the whole, for all figures that say so.
#[must_use]
pub fn all(ctx: &Context<'_>, out: &Outcome) -> Vec<Left> {
    let mut found: Vec<Left> = (0..ctx.figures.list.len())
        .filter_map(|at| named(ctx, at).map(|verb| (at, verb)))
        .filter_map(|(at, verb)| left(ctx, at, verb))
        .collect();
    if !found.is_empty() {
        let told = told(out);
        found.retain(|left| !is_told(ctx, &told, &ctx.figures.list[left.rest]));
    }
    found
}

/// Where the figures begin that figures/sum has spoken of, or figures/ratio as what is left behind a rate.
#[must_use]
pub fn told(out: &Outcome) -> BTreeSet<usize> {
    let is_told = |relation: &Relation, operand: &Operand| relation.kind == Kind::Sum || operand.role == "rest";
    let operands = out
        .relations
        .iter()
        .flat_map(|relation| relation.operands.iter().filter(move |operand| is_told(relation, operand)));
    // The set that other rules have too, and no list sorted for it: each kind is some kilobytes of code.
    let mut told = BTreeSet::new();
    told.extend(operands.map(|operand| operand.span.start as usize));
    told
}

/// Whether a figure begins at one of the places.
#[must_use]
pub fn is_told(ctx: &Context<'_>, told: &BTreeSet<usize>, figure: &Figure) -> bool {
    told.contains(&(ctx.text.span(figure.quantity.run).start as usize))
}

/// What is left of a whole.
pub struct Left {
    /// The figure that says it.
    pub rest: usize,
    /// The whole, and the part that is done.
    pub pair: (usize, usize),
    /// Whether the three agree.
    pub agrees: bool,
}

/// What a figure says was not done, or nothing but that it is left.
fn named(ctx: &Context<'_>, at: usize) -> Option<&'static str> {
    let rest = &ctx.figures.list[at];
    if !is_count(rest) {
        return None;
    }
    let negated = |run: Run| {
        VERBS.iter().copied().find(|verb| {
            ctx.text
                .find(run, verb)
                .is_some_and(|found| found > run.start && matches!(ctx.text.before(found), '未' | '不'))
        })
    };
    let behind = Run::new(rest.tail.start, rest.tail.end.min(rest.tail.start + 4));
    let leads = rest.label.is_empty() && ctx.text.at(rest.tail.start) == '未';
    negated(rest.label)
        .or_else(|| negated(behind).filter(|_| leads))
        .or_else(|| ctx.text.starts_any(rest.label.start, LEFT).map(|_| ""))
}

/// Whether parts make up a whole, as far as they are rounded: 90万份 and 11万份 may be 100万份.
#[must_use]
pub fn make(parts: &[&Figure], whole: &Figure) -> bool {
    let zero = Interval::exactly(Decimal::ZERO);
    let made = parts.iter().try_fold(zero, |made, part| made.plus(part.quantity.interval));
    made.is_some_and(|made| made.meets(whole.quantity.interval))
}

fn is_count(figure: &Figure) -> bool {
    figure.is_exact_count() && figure.quantity.unit.family.is_amount()
}

fn left(ctx: &Context<'_>, at: usize, verb: &str) -> Option<Left> {
    let list = &ctx.figures.list;
    let rest = &list[at];
    let first = ctx.figures.reach(rest.sentence);
    let is_of_kind = |index: &usize| {
        let figure = &list[*index];
        is_count(figure) && figure.quantity.unit.family == rest.quantity.unit.family && figure.depth <= rest.depth
    };
    let near: Vec<usize> = (first..at).rev().take(FARTHEST).filter(is_of_kind).collect();
    let made = |done: usize| list[done].quantity.value.plus(rest.quantity.value);
    let pairs = || {
        near.iter()
            .enumerate()
            .flat_map(|(nearness, &done)| near[nearness + 1..].iter().map(move |&whole| (whole, done)))
    };
    let value = |index: usize| list[index].quantity.value;
    if let Some(pair) = pairs().find(|&(whole, done)| make(&[done, at].map(|index| &list[index]), &list[whole])) {
        return Some(Left { rest: at, pair, agrees: true });
    }
    let says = |index: usize, words: &[&str]| ctx.text.has_any(list[index].label, words);
    let is_done = |&done: &usize| says(done, &[verb]) && named(ctx, done).is_none();
    let done = near.iter().copied().find(|done| if verb.is_empty() { *done == near[0] } else { is_done(done) })?;
    // 抽检5120批次,合格5009批次;其中农产品抽检1536批次,不合格62批次: of some.
    let is_of_some =
        |index: usize| cues::stops(ctx.text, list[index].gap) && cues::says_among(ctx.text, list[index].gap);
    // 消防验收204件,合格190件;备案517件,抽中103件,不合格6件: of what stands behind the semicolon.
    let stop = (done + 1..at).rev().find(|&index| cues::stops(ctx.text, list[index].gap));
    let is_of_another = stop.is_some_and(|stop| near.iter().any(|&whole| whole >= stop));
    // 优秀11卷、良好27卷、合格14卷、不合格4卷: grades.
    let is_grade = |index: &usize| says(*index, &["优秀", "良好", "一般", "基本"]);
    // 合格5926人;清理不合格执法人员427人: what is done with those of before.
    let is_dealt_with = ctx.text.starts_any(rest.label.start, &["清理", "清退", "处置", "销毁", "下架"]).is_some();
    if is_of_another || is_dealt_with || !verb.is_empty() && near.iter().any(is_grade) {
        return None;
    }
    // 一般隐患397处、重大隐患3处,已整改396处,余下4处: of both.
    let wholes: Vec<usize> = near.iter().copied().filter(|&whole| whole < done).take(MOST_WHOLES).collect();
    let together = |some: &[usize]| Decimal::sum(some.iter().map(|&whole| value(whole))) == made(done);
    let are_both = (2..=wholes.len()).any(|length| wholes.windows(length).any(together));
    if are_both || (done + 1..=at).any(is_of_some) {
        return None;
    }
    // 镇级调处61件。3.信访件47件,…其余8件: what is only left is of a whole of its own sentence.
    let may_be = |whole: usize| !verb.is_empty() || ctx.figures.is_beside(whole, done);
    // 年检合格118家,不合格3家、注销5家: what is missing is told.
    let behind = (at + 1..ctx.figures.sentences[rest.sentence].last).take(2).filter(is_of_kind);
    let others: Vec<usize> = near.iter().copied().chain(behind).collect();
    let is_told = |gap: Option<Decimal>| others.iter().any(|&other| gap == Some(value(other)));
    let is_near = |whole: usize| {
        made(done).is_some_and(|made| slip::is_near(value(whole), made) && !is_told(value(whole).minus(made)))
    };
    let whole = pairs().find(|&(whole, part)| part == done && may_be(whole) && is_near(whole));
    let pair @ (whole, _) = whole?;
    let passage = Run::new(list[whole].gap.start, rest.label.start);
    let is_carried =
        value(whole) < made(done)? && (value(whole) < value(done) || CARRIES.iter().any(|verb| says(done, &[verb])));
    let is_open =
        is_carried || ctx.text.has_any(passage, ACCOUNTED) || ctx.text.find(passage, cues::AND_SO_ON).is_some();
    (!is_open && value(done) > Decimal::ZERO).then_some(Left { rest: at, pair, agrees: false })
}
