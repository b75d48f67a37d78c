//! What came, what left and what that makes; what is allowed, what there is and what is left free.

use super::{FLOW, REMAINDER, Terms, is_value};
use crate::figures::{Figure, Role, cues};
use crate::rules::Context;

/// No figure farther before belongs to what is left.
const NEAREST: usize = 6;

struct Net {
    whole: &'static [&'static str],
    taken: &'static [&'static str],
    makes: &'static [&'static str],
    terms: Terms,
    /// Whether other figures of the unit may stand in the sentence. Posts of two kinds, or kept free for another
    /// reason, are reckoned otherwise.
    among_others: bool,
}

const NETS: &[Net] = &[
    Net {
        whole: &["新", "入", "增", "接收", "设立", "登记"],
        taken: &["解除", "注销", "减", "退出", "迁出", "销号", "吊销", "死亡", "离"],
        makes: &["净增", "净减"],
        terms: FLOW,
        among_others: true,
    },
    Net {
        whole: &["编制", "专编", "核定"],
        taken: &["实有", "在编", "在岗", "到岗", "现有", "到位"],
        makes: &["空编", "缺编", "空缺", "缺员"],
        terms: REMAINDER,
        among_others: false,
    },
    Net {
        whole: &["预算"],
        taken: &["实际", "成交", "采购金额"],
        makes: &["节约", "节支"],
        terms: REMAINDER,
        among_others: false,
    },
    Net { whole: &["送审"], taken: &["审定"], makes: &["核减"], terms: REMAINDER, among_others: false },
    Net {
        whole: &["收入"],
        taken: &["支出"],
        makes: &["当期结余", "当期结存", "当年结余", "本年结余"],
        terms: REMAINDER,
        among_others: true,
    },
    Net { whole: &["收入"], taken: &["支出"], makes: &["结余"], terms: REMAINDER, among_others: false },
    Net { whole: &["资产"], taken: &["负债"], makes: &["净资产"], terms: REMAINDER, among_others: false },
];

/// Whether the words of a figure say that it is what two others make.
pub fn is_named(ctx: &Context<'_>, figure: &Figure) -> bool {
    NETS.iter().any(|net| ctx.text.has_any(figure.label, net.makes))
}

/// `新接收268人,解除矫正241人,净增27人`, `空编3名(编制26名、实有23名)`: what came or is allowed, and what left or is there.
pub fn pair(ctx: &Context<'_>, at: usize) -> Option<((usize, usize), Terms)> {
    let list = &ctx.figures.list;
    let behind = ctx.figures.in_bracket_behind(ctx.text, at);
    let says = |index: usize, words: &[&str]| ctx.text.has_any(list[index].label, words);
    let sentence = &ctx.figures.sentences[list[at].sentence];
    // 总收入309亿元,增长7.6%;总支出246亿元,增长2.3%;当期结存63亿元
    let mut before = (sentence.first..at).rev().take(NEAREST).filter(|&index| list[index].role != Role::Change);
    let (taken, whole) = match behind {
        Some(first) => (first + 1, first),
        None => (before.next()?, before.next()?),
    };
    let bracket = list[behind.unwrap_or(at)].bracket;
    let is_beside = |index: usize| {
        let figure = &list[index];
        let is_own = (sentence.first..sentence.last).contains(&index) && figure.bracket == bracket;
        is_own && figure.role == Role::Count && is_value(&list[at], figure)
    };
    if taken >= list.len() || !is_beside(whole) || !is_beside(taken) {
        return None;
    }
    let family = list[at].quantity.unit.family;
    let is_other = |figure: &Figure| figure.role == Role::Change && figure.quantity.unit.family == family;
    let of_kind = |figure: &&Figure| is_value(&list[at], figure) || is_other(figure);
    // 编制75名,实有68名,空编7名,一线人员平均48岁,其中…9人: what follows speaks of who is there.
    let is_kept =
        || at + 1 < sentence.last && says(at + 1, &["预留", "待", "另", "冻结", "借调", "空", "流标", "其余", "其他"]);
    let is_alone =
        || behind.is_some() || list[sentence.first..=at].iter().filter(of_kind).take(4).count() == 3 && !is_kept();
    // 预算1.86亿元,采购1.71亿元,其中公开招标节约0.11亿元: some of it.
    if cues::says_among(ctx.text, list[at].gap) {
        return None;
    }
    let is_row = |net: &Net| says(whole, net.whole) && says(taken, net.taken) && says(at, net.makes);
    // 转入5人,新增20人,…: what came in two ways.
    let came_otherwise =
        |net: &Net| whole > sentence.first && (says(whole - 1, net.whole) || says(whole - 1, net.taken));
    let is_meant = |net: &Net| is_row(net) && if net.among_others { !came_otherwise(net) } else { is_alone() };
    NETS.iter().find(|net| is_meant(net)).map(|net| ((whole, taken), net.terms))
}
