//! Where a list of parts may end: not where one more goes on that is named or parted as they are.

use super::is_rest;
use super::names::{LONG_CLASS, are_alike, are_opposites, class, name};
use crate::figures::{Figure, cues};
use crate::rules::Context;
use crate::standard::file::ClassFile;

/// What besides the pending may be counted with the outcomes or left out of them.
const LEFT_OUT: &[&str] = &["不予受理", "结转", "告知"];

/// Whether a list may end before a figure: not where 、 or a class goes on with one more. What is pending may be left
/// out, unless the total is all that came in this year.
#[must_use]
pub fn may_end(ctx: &Context<'_>, total: &[usize], parts: &[usize], next: usize) -> bool {
    let figure = |&index: &usize| &ctx.figures.list[index];
    let name_of = |figure: &Figure| name(ctx.text, figure);
    let is_rest = cues::is_rest(ctx.text, name_of(figure(&next)));
    // 政务387条,重点203条,通知52条,其他6条: the rest is of the list, whatever the others make.
    let mark = |index: usize| ctx.text.at(ctx.figures.list[index].gap.start);
    if parts.len() > 1 && is_rest && ctx.figures.is_beside(parts[0], next) && mark(parts[1]) == mark(next) {
        return false;
    }
    let pauses = |index: &usize| cues::pauses(ctx.text, figure(index).gap);
    if parts.len() > 1 && parts[1..].iter().chain([&next]).all(pauses) {
        return is_another_cut(ctx, total, parts, next);
    }
    let mut figures: Vec<&Figure> = parts.iter().map(figure).collect();
    figures.push(figure(&next));
    // 医疗卫生62件,公共场所卫生89件,学校卫生9件: one more that is named as they are, and is none of them again.
    let goes_on = |figure: &&Figure| ctx.text.at(figure.gap.start) == ',';
    let is_new = || !parts.iter().map(figure).any(|part| part.quantity.value == figure(&next).quantity.value);
    if figures.len() > 2 && is_new() && figures[1..].iter().all(goes_on) && are_alike(ctx.text, &figures) {
        return false;
    }
    // 审结35件,维持21件、…、终止7件;中止2件: a semicolon that parts no items ends the list.
    let stops = |figure: &Figure| cues::stops(ctx.text, figure.gap);
    if stops(figure(&next)) && !parts[1..].iter().map(figure).any(stops) {
        return true;
    }
    if figures.len() < LONG_CLASS || class(ctx, total.first().map(figure), &figures).is_none() {
        return true;
    }
    let is_unsettled = ctx.text.starts_any(name_of(figure(&next)).start, cues::UNSETTLED).is_some();
    let of_year = ctx.figures.sentences[figure(&next).sentence].run;
    let came_in = total.iter().map(figure).any(|total| ctx.text.has_any(total.label, &["受理", "新收", "收到"]));
    let is_left_out = came_in && is_unsettled && !ctx.text.has_any(of_year, cues::CARRIED);
    [cues::PENDING, LEFT_OUT].iter().any(|words| ctx.text.has_any(name_of(figure(&next)), words)) && !is_left_out
}

/// `12起,其中甲5起、乙7起、丙1起`: what a list goes on to by 、 is of it, unless what stands before is whole by its wording, or
/// the next cuts through all of it.
fn is_another_cut(ctx: &Context<'_>, total: &[usize], parts: &[usize], next: usize) -> bool {
    const CUTS: &[&str] = &["涉企", "移送", "败诉", "立案", "负责人", "拟", "上门", "直接纠错"];
    let figures: Vec<&Figure> = parts.iter().map(|&index| &ctx.figures.list[index]).collect();
    let begins = |figure: &Figure, word: &str| ctx.text.starts(figure.label.start, word);
    // 移送行政拘留7件、移送涉嫌犯罪3件: one more of them.
    let cuts = CUTS
        .iter()
        .any(|word| begins(&ctx.figures.list[next], word) && !figures.last().is_some_and(|last| begins(last, word)));
    let is_whole = is_rest(ctx, &figures) || are_opposites(ctx, &figures);
    cuts || is_whole || total.first().is_some_and(|&total| leaves_class(ctx, total, parts, next))
}

/// Whether parts are of one closed class, and the figure behind them is not.
#[must_use]
pub fn leaves_class(ctx: &Context<'_>, total: usize, parts: &[usize], next: usize) -> bool {
    let total = Some(&ctx.figures.list[total]);
    let mut figures: Vec<&Figure> = parts.iter().map(|&index| &ctx.figures.list[index]).collect();
    let is_whole = |class: &ClassFile| figures.len() > 2 || figures.len() == class.members.len();
    let is_class = class(ctx, total, &figures).is_some_and(is_whole);
    figures.push(&ctx.figures.list[next]);
    is_class && class(ctx, total, &figures).is_none()
}
