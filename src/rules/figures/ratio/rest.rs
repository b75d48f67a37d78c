//! What is left behind a rate that its counts give: `问题87个,已办结79个,办结率90.8%,其余8个…`. Only where the next
//! count comes near what is missing to all, and no others between the whole and it make up the difference
//! (`问题100个,转办2个,整改90个,整改率90%,未整改8个`). Without a rate: `difference/rest.rs`.

use super::REACH;
use super::stem::stems;
use crate::figures::{Figure, Role};
use crate::finding::{Outcome, Severity};
use crate::rules::Context;
use crate::rules::figures::difference::{REMAINDER, disagree, rest};
use crate::rules::figures::slip;
use crate::span::Run;
use std::collections::BTreeSet;

/// Judges the count behind a rate that a part and its whole give, unless figures/sum has spoken of it.
pub fn judge(ctx: &Context<'_>, at: usize, (part, whole): (usize, usize), told: &BTreeSet<usize>, out: &mut Outcome) {
    let list = &ctx.figures.list;
    let Some(left) = list.get(at + 1).filter(|left| !rest::is_told(ctx, told, left)) else {
        return;
    };
    let is_like = |figure: &Figure| {
        figure.sentence == list[at].sentence
            && figure.bracket == list[at].bracket
            && figure.quantity.unit.family == list[whole].quantity.unit.family
    };
    // 其余 and 未整改 leave what the rate is of, 未到期 does not.
    let begins = left.label.start;
    let is_undone = |&stem: &Run| ctx.text.starts(begins, "未") && ctx.text.starts(begins + 1, &ctx.text.string(stem));
    let stems = stems(ctx, list[at].label);
    let says_left = ctx.text.starts(begins, "其余") || ctx.text.starts_any(begins, rest::LEFT).is_some();
    let is_left = !stems.is_empty() && says_left || stems.iter().any(is_undone);
    let has_rate = |next: &Figure| next.sentence == list[at].sentence && next.role == Role::Rate;
    let is_more = list.get(at + 2).is_some_and(|next| is_like(next) && next.is_exact_count() || has_rate(next));
    let are_exact = [part, whole, at + 1].iter().all(|&index| list[index].is_exact_count());
    if !is_left || !is_like(left) || !are_exact || is_more {
        return;
    }
    // What the whole holds besides may stand in a bracket, and a bracket may tell more of what is done.
    let between = || (whole + 1..at).filter(|&index| index != part).map(|index| &list[index]);
    let beside: Vec<&Figure> = between().filter(|figure| is_like(figure)).collect();
    let make_up = |others: &[&Figure]| rest::make(&[&[&list[part], left], others].concat(), &list[whole]);
    let is_accounted = || {
        let family = list[whole].quantity.unit.family;
        let by_one = between().any(|one| one.quantity.unit.family == family && make_up(&[one]));
        by_one || (0..=beside.len()).any(|from| (from..=beside.len()).any(|to| make_up(&beside[from..to])))
    };
    // 排查768件,调处742件,成功719件,成功率96.9%,其余26件: of what came in.
    let first = ctx.figures.sentences[list[at].sentence].first;
    let came_in = || (first..whole).rev().take(REACH).filter(|&index| is_like(&list[index]));
    let is_of_those = came_in().any(|index| rest::make(&[&list[whole], left], &list[index]));
    let missing = list[whole].quantity.value.minus(list[part].quantity.value);
    let is_near = missing.is_some_and(|missing| slip::is_near(missing, left.quantity.value));
    if is_near && !is_of_those && !is_accounted() {
        disagree(ctx, (whole, part), left, REMAINDER, Severity::Warning, out);
    }
}
