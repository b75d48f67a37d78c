//! What is left behind a rate that its counts give: `问题87个,已办结79个,办结率90.8%,其余8个…`. Only where the next
//! count comes near what is missing to all, and no other beside it makes up the difference.

use super::named::stems;
use crate::figures::{Figure, Role};
use crate::finding::{Certainty, Finding, Kind, Outcome, Relation, Severity, Verdict};
use crate::lex::quantity::Approx;
use crate::messages;
use crate::rules::Context;
use crate::rules::figures::slip;
use crate::span::Run;

/// Words for what is left. 其他 closes a list; 未 leaves what the rate is of (整改率…,未整改3条), 未到期 does not.
const LEFT: &[&str] = &["其余", "余下", "尚余", "尚有", "剩余"];

/// Judges the count behind a rate that a part and its whole give.
pub fn judge(ctx: &Context<'_>, at: usize, (parts, whole): (&[usize], usize), out: &mut Outcome) {
    let list = &ctx.figures.list;
    let (&[part], Some(rest)) = (parts, list.get(at + 1)) else { return };
    let is_like = |figure: &Figure| {
        figure.sentence == list[at].sentence
            && figure.bracket == list[at].bracket
            && figure.quantity.unit.family == list[whole].quantity.unit.family
    };
    let is_exact = |figure: &Figure| figure.role == Role::Count && figure.quantity.approx == Approx::Exact;
    let begins = rest.label.start;
    let is_undone = |&stem: &Run| ctx.text.starts(begins, "未") && ctx.text.starts(begins + 1, &ctx.text.string(stem));
    let stems = stems(ctx, list[at].label);
    let is_left = !stems.is_empty() && ctx.text.starts_any(begins, LEFT).is_some() || stems.iter().any(is_undone);
    let has_rate = |next: &Figure| next.sentence == list[at].sentence && next.role == Role::Rate;
    let is_more = list.get(at + 2).is_some_and(|next| is_like(next) && is_exact(next) || has_rate(next));
    let are_exact = [part, whole, at + 1].iter().all(|&index| is_exact(&list[index]));
    let [part, whole] = [&list[part], &list[whole]];
    let missing = whole.quantity.value.minus(part.quantity.value);
    let Some(missing) = missing.filter(|_| is_left && is_like(rest) && are_exact && !is_more) else { return };
    if missing == rest.quantity.value || !slip::is_near(missing, rest.quantity.value) {
        return;
    }
    let written = [part, rest, whole].map(|figure| ctx.text.string(figure.quantity.numeral));
    let [one, other, all] = &written;
    let equation = format!("{one}+{other} ≠ {all}");
    let made = part.quantity.value.plus(rest.quantity.value).map_or(String::new(), |made| made.to_string());
    let message = messages::SUM_DOUBTFUL.with(&[&equation, &made, all]);
    let operands = vec![ctx.operand("part", part), ctx.operand("part", rest), ctx.operand("total", whole)];
    out.relations.push(Relation::new(Kind::Sum, Verdict::Disagrees, operands, equation));
    let finding = Finding::new(Severity::Warning, Certainty::Likely, ctx.text.span(rest.quantity.run), message)
        .related(ctx.text.span(part.quantity.run), messages::PART.plain())
        .related(ctx.text.span(whole.quantity.run), messages::TOTAL.plain());
    out.findings.push(finding);
}
