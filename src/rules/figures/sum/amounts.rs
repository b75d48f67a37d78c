//! Items with a count and an amount each: `违建184处,拆除3.26万平方米,其中存量147处、2.71万平方米,新增37处、0.55万平方米`.
//! Where the counts are all of their total, so are the amounts. Silent where no amount is told with the total or sums
//! them up, or two are, and where they do not come near it: the amounts of some items may be of something else.

use super::{Reading, finding, relation, sum, value};
use crate::figures::{Role, cues};
use crate::finding::{Outcome, Severity, Verdict};
use crate::lex::quantity::Approx;
use crate::rules::Context;
use crate::rules::figures::slip;

/// Judges what stands behind the counts of a list that adds up.
pub fn judge(ctx: &Context<'_>, counts: &Reading, out: &mut Outcome) {
    let Some(reading) = amounts(ctx, counts) else { return };
    let Some((made, whole)) = sum(ctx, &reading.parts).zip(sum(ctx, &reading.total)) else { return };
    if made.meets(whole) {
        out.relations.push(relation(ctx, &reading, Verdict::Agrees));
        return;
    }
    let exact = |index: &usize| ctx.figures.list[*index].quantity.approx == Approx::Exact;
    let sums = value(ctx, &reading.total).zip(value(ctx, &reading.parts));
    let Some((whole, made)) = sums.filter(|&(whole, made)| slip::is_near(whole, made)) else { return };
    if reading.total.iter().chain(&reading.parts).all(exact) {
        let relation = relation(ctx, &reading, Verdict::Disagrees);
        out.findings.push(finding(ctx, &reading, Severity::Warning, relation.span, [whole, made]));
        out.relations.push(relation);
    }
}

/// The amounts right behind the counts, all in one unit, and the one in that unit beside their total.
fn amounts(ctx: &Context<'_>, counts: &Reading) -> Option<Reading> {
    /// No figure farther from a total is told with it.
    const NEAR: usize = 3;
    let list = &ctx.figures.list;
    let [total] = counts.total[..] else { return None };
    let (&first, &end) = (counts.parts.first()?, counts.parts.last()?);
    let behind = list.get(first + 1)?;
    let family = behind.quantity.unit.family;
    let is_of_family = |index: &usize| list[*index].role == Role::Count && list[*index].quantity.unit.family == family;
    let is_amount = |index: &usize| {
        let figure = list.get(*index).filter(|figure| figure.sentence == behind.sentence);
        figure.is_some_and(|figure| figure.bracket == behind.bracket && is_of_family(index))
    };
    let parts: Vec<usize> = counts.parts.iter().map(|part| part + 1).collect();
    // 贷款8126万元,其中个人贷款6326万元、小微企业贴息186万元: of one name, if they have any.
    let name = |index: usize| ctx.text.string(list[index].label);
    let is_measured = family.is_amount() && family != list[first].quantity.unit.family;
    if !is_measured || total > first || !parts.iter().all(is_amount) {
        return None;
    }
    let from = ctx.figures.reach(list[total].sentence).max(total.saturating_sub(1));
    let is_beside = |index: &usize| list[*index].bracket == list[total].bracket && is_of_family(index);
    let mut near = (from..(total + NEAR).min(first)).filter(is_beside);
    // 简易287件,罚款1.86万元;普通125件,罚款63.42万元,罚款合计65.28万元
    let sums_up = |index: &usize| ctx.text.has_any(list[*index].label, cues::IN_ALL);
    let summed = Some(end + 2).filter(is_amount).filter(sums_up);
    let whole = near.next().or(summed).filter(|_| near.next().is_none())?;
    let are_alike = parts.iter().all(|&part| name(part) == name(parts[0]));
    let is_named = name(parts[0]).is_empty() || ctx.text.has_any(list[whole].label, &[&name(parts[0])]);
    (are_alike && is_named).then(|| Reading { total: vec![whole], parts })
}
