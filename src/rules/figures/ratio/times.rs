//! How many times another count one is: `审结3677件,是一审行政诉讼案件1312件的2.8倍`.
//!
//! Said only where the other stands right behind the one, with no subject of its own but 收案量 and its like, and where
//! they come near what is said. Silent on what grew by so many times, on 约 and 多, and of which more is told (其中).

use crate::decimal::{Decimal, Interval};
use crate::figures::{Figure, Role, cues};
use crate::finding::{Certainty, Finding, Kind, Outcome, Relation, Severity, Verdict};
use crate::lex::quantity::Approx;
use crate::lex::unit::Family;
use crate::messages;
use crate::rules::Context;
use crate::rules::figures::slip;
use crate::span::Run;

/// No figure farther back is compared.
const FARTHEST: usize = 6;

/// Holds a number of times against the two counts that it compares.
pub fn judge(ctx: &Context<'_>, at: usize, out: &mut Outcome) {
    let Some((count, other)) = pair(ctx, at) else { return };
    let [count, other, times] = [count, other, at].map(|index| &ctx.figures.list[index]);
    let written = |figure: &Figure| ctx.text.string(figure.quantity.numeral);
    let quotient = format!("{}÷{}", written(count), written(other));
    let agrees = made(other.quantity.interval, times).is_some_and(|made| made.meets(count.quantity.interval));
    let (sign, verdict) = if agrees { ("=", Verdict::Agrees) } else { ("≠", Verdict::Disagrees) };
    let right = count.quantity.value.rounded_quotient(other.quantity.value, times.quantity.value.scale().max(1));
    let Some(right) = right.map(|right| right.trimmed().to_string()) else { return };
    let about = other.quantity.value.times(times.quantity.value);
    let is_near = about.is_some_and(|about| slip::is_near(count.quantity.value, about));
    if !agrees && !is_near {
        return;
    }
    let told = ctx.text.string(times.quantity.run);
    let operands = vec![ctx.operand("numerator", count), ctx.operand("denominator", other), ctx.operand("rate", times)];
    out.relations.push(Relation::new(Kind::Ratio, verdict, operands, format!("{quotient} {sign} {told}")));
    if !agrees {
        let message = messages::TIMES_WRONG.with(&[&quotient, &right, &told]);
        let finding = Finding::new(Severity::Warning, Certainty::Likely, ctx.text.span(times.quantity.run), message)
            .related(ctx.text.span(count.quantity.run), messages::NUMERATOR.plain())
            .related(ctx.text.span(other.quantity.run), messages::DENOMINATOR.plain());
        out.findings.push(finding);
    }
}

/// What so many times a count make; 3倍 may be said of what is rounded to it or cut off.
fn made(other: Interval, times: &Figure) -> Option<Interval> {
    let said = times.quantity.interval;
    let half = Decimal::power_of_ten(-1).times(Decimal::whole(5))?;
    let is_whole = said.low == said.high;
    let (less, more) = if is_whole { (half, Decimal::whole(1)) } else { (Decimal::ZERO, Decimal::ZERO) };
    other.times(Interval { low: said.low.minus(less)?, high: said.high.plus(more)?, open: true })
}

/// The count that is compared, and the one of which it is so many times.
fn pair(ctx: &Context<'_>, at: usize) -> Option<(usize, usize)> {
    const ROUGHLY: &[&str] = &["约", "近", "大致", "几乎", "左右", "不到", "超过"];
    const MORE: &[&str] = &["多", "还多", "余", "之多", "有余", "左右", "以上"];
    let (text, list) = (ctx.text, &ctx.figures.list);
    let times = &list[at];
    let is_times = times.quantity.unit.family == Family::Fold && times.quantity.approx == Approx::Exact;
    let is_rough = text.starts_any(times.quantity.run.end, MORE).is_some();
    if !is_times || is_rough || text.string(times.label) != "的" {
        return None;
    }
    let other = at.checked_sub(1)?;
    let before = (0..other).rev().take(FARTHEST).find(|&index| list[index].role != Role::Rate)?;
    let [count, base] = [before, other].map(|index| &list[index]);
    let may_be = |figure: &Figure| {
        figure.sentence == times.sentence
            && figure.bracket == times.bracket
            && figure.quantity.unit.family.is_amount()
            && figure.quantity.approx == Approx::Exact
            && figure.quantity.value > Decimal::ZERO
    };
    // 受理3677件,受理量是同期…1312件的2.8倍; not 甲县收案最多,是最少的…, 人均收案是….
    let label = base.label;
    let verb = (label.start..label.end).find(|&index| matches!(text.at(index), '是' | '为' | '达'))?;
    let subject = Run::new(label.start, verb);
    let is_named = matches!(text.before(verb), '量' | '数') && text.shares_two(subject, count.label);
    let is_behind = text.string(Run::new(base.gap.start, label.start)) == "," && (subject.is_empty() || is_named);
    let is_count = |figure: &Figure| {
        let is_like = figure.quantity.unit.family == base.quantity.unit.family;
        figure.role == Role::Count && figure.sentence == times.sentence && is_like
    };
    // 收到3677件,受理3420件,是…: one or the other.
    let is_first = before.checked_sub(1).is_none_or(|first| !is_count(&list[first]));
    let is_meant = is_count(count)
        && (is_named || is_first)
        && !cues::says_among(text, count.gap)
        && !cues::pauses(text, count.gap)
        && !text.has_any(label, ROUGHLY)
        && text.starts_any(count.label.start, &["为", "是", "达"]).is_none();
    (is_behind && is_meant && may_be(count) && may_be(base)).then_some((before, other))
}
