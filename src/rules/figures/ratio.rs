//! A rate that its own counts contradict.
//!
//! A pair of counts in reach that gives the rate, rounded or cut off, settles it. A rate is called
//! wrong only where its words name the numerator (调解成功2036起 … 成功率) or say 占, and the
//! sentence leaves one base. Silent on rates whose base is not printed, on 按期 rates, on
//! averages, and where several counts may be meant.

use crate::decimal::{Decimal, Interval};
use crate::figures::{Figure, Role, cues};
use crate::finding::{Certainty, Finding, Kind, Outcome, Relation, Severity, Verdict};
use crate::lex::quantity::{Approx, Quantity};
use crate::lex::unit::Family;
use crate::messages;
use crate::rules::figures::slip;
use crate::rules::figures::sum;
use crate::rules::{Context, Rule};
use crate::span::Run;

/// The rule.
pub static RULE: Rule = Rule {
    id: "figures/ratio",
    title: &messages::RATIO_TITLE,
    why: &messages::RATIO_WHY,
    severity: Severity::Error,
    clause: None,
    fires: "排查矛盾纠纷200起,调处成功190起,调处成功率⟦98%⟧。",
    passes: "排查矛盾纠纷200起,调处成功190起,调处成功率95%。",
    check,
};

/// How many counts before a rate are looked at.
const REACH: usize = 12;
/// No figure farther away is looked at.
const FARTHEST: usize = 40;
/// How many behind it: `占61.7%的…1616453起`.
const REACH_BEHIND: usize = 2;

/// Rates whose base is another than the counts beside them.
const OWN_BASE: &[&str] =
    &["按期", "按时", "及时", "准时", "平均", "综合", "增长", "压缩", "提前", "网上", "全程", "好评", "同比", "以上"];

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    for (index, sentence) in ctx.figures.sentences.iter().enumerate() {
        let from = ctx.figures.reach(index);
        for at in sentence.first..sentence.last {
            let rate = &ctx.figures.list[at];
            if is_rate(rate) {
                judge(ctx, at, from..sentence.last, sentence.first, out);
            }
        }
    }
}

/// A rate that says how much it is: 超过90% is a threshold passed.
fn is_rate(figure: &Figure) -> bool {
    let quantity = &figure.quantity;
    let says = matches!(quantity.approx, Approx::Exact | Approx::About);
    says && figure.role == Role::Rate && quantity.unit.family == Family::Percent && !quantity.value.is_zero()
}

/// Whether two counts in reach give a rate.
#[must_use]
pub fn is_explained(ctx: &Context<'_>, at: usize) -> bool {
    let rate = &ctx.figures.list[at];
    let counts = counts(ctx, at, ctx.figures.reach(rate.sentence)..ctx.figures.sentences[rate.sentence].last);
    any_pair(ctx, &counts, rate, None).is_some()
}

/// The counts in reach of a rate, nearest first; then those behind it.
fn counts(ctx: &Context<'_>, at: usize, reach: std::ops::Range<usize>) -> Vec<usize> {
    let list = &ctx.figures.list;
    let may_count = |role: Role| matches!(role, Role::Count | Role::Elsewhen | Role::Bound);
    let is_figure = |quantity: &Quantity| !matches!(quantity.approx, Approx::AtLeast | Approx::AtMost);
    let is_count = |index: &usize| {
        let figure = &list[*index];
        may_count(figure.role) && figure.quantity.unit.family.is_amount() && is_figure(&figure.quantity)
    };
    let before = (reach.start..at).rev().take(FARTHEST);
    let behind = (at + 1..reach.end).take(FARTHEST);
    let mut counts: Vec<usize> = before.filter(is_count).take(REACH).collect();
    counts.extend(behind.filter(is_count).take(REACH_BEHIND));
    counts
}

fn judge(ctx: &Context<'_>, at: usize, reach: std::ops::Range<usize>, sentence: usize, out: &mut Outcome) {
    let list = &ctx.figures.list;
    let rate = &list[at];
    let counts = counts(ctx, at, reach);
    let claimed = claimed(ctx, at, sentence);
    let fitting =
        claimed.filter(|&(part, whole)| gives(ctx, &[part], whole, rate)).map(|(part, whole)| (vec![part], whole));
    if let Some((parts, whole)) =
        fitting.or_else(|| any_pair(ctx, &counts, rate, claimed)).or_else(|| distant_base(ctx, at, &counts, claimed))
    {
        out.relations.push(relation(ctx, &parts, whole, rate, Verdict::Agrees));
        return;
    }
    let Some((part, whole)) = claimed.filter(|&pair| !is_share_of_two(ctx, pair, rate)) else { return };
    let exact = [part, whole].iter().all(|&index| list[index].quantity.approx == Approx::Exact)
        && rate.quantity.approx == Approx::Exact;
    if !exact {
        return;
    }
    out.relations.push(relation(ctx, &[part], whole, rate, Verdict::Disagrees));
    out.findings.extend(finding(ctx, part, whole, rate));
}

/// Any two counts of one kind, or two that add up over a third, that give the rate.
fn any_pair(
    ctx: &Context<'_>,
    counts: &[usize],
    rate: &Figure,
    named: Option<(usize, usize)>,
) -> Option<(Vec<usize>, usize)> {
    // Where the words name a count, a pair of others would be chance.
    let is_meant = |index: usize| named.is_none_or(|(part, whole)| index == part || index == whole);
    let others = |part: usize| counts.iter().copied().filter(move |&whole| whole != part);
    let mut pairs = counts.iter().flat_map(|&part| others(part).map(move |whole| (part, whole)));
    let is_reversed = |part: usize, whole: usize| named == Some((whole, part));
    let fits = |&(part, whole): &(usize, usize)| {
        (is_meant(part) || is_meant(whole)) && !is_reversed(part, whole) && gives(ctx, &[part], whole, rate)
    };
    if let Some((part, whole)) = pairs.find(fits) {
        return Some((vec![part], whole));
    }
    let sums = counts.windows(2).flat_map(|two| counts.iter().map(move |&whole| (two.to_vec(), whole)));
    sums.filter(|(parts, whole)| !parts.contains(whole)).find(|(parts, whole)| gives(ctx, parts, *whole, rate))
}

/// A count as a share of itself and the one beside it: 不起诉率 of 起诉 and 不起诉.
fn is_share_of_two(ctx: &Context<'_>, (part, whole): (usize, usize), rate: &Figure) -> bool {
    let two = [part, whole];
    two.iter().any(|&one| share_of_sum(ctx, one, &two, rate))
}

/// The count right beside the rate over a base that stands farther back in the same line.
fn distant_base(
    ctx: &Context<'_>,
    at: usize,
    counts: &[usize],
    named: Option<(usize, usize)>,
) -> Option<(Vec<usize>, usize)> {
    let rate = &ctx.figures.list[at];
    let line = ctx.figures.sentences[rate.sentence].line.max(at.saturating_sub(FARTHEST));
    let parts = counts.iter().copied().filter(|&part| part + 2 >= at && part < at + 2);
    parts
        .flat_map(|part| (line..at).rev().filter(move |&whole| whole != part).map(move |whole| (part, whole)))
        .find_map(|(part, whole)| {
            let [part_figure, base] = [part, whole].map(|index| &ctx.figures.list[index]);
            let is_base = base.role == Role::Count && base.quantity.unit.family == part_figure.quantity.unit.family;
            let is_reversed = named == Some((whole, part));
            (is_base && !is_reversed && gives(ctx, &[part], whole, rate)).then(|| (vec![part], whole))
        })
}

/// Whether parts over whole, in percent, lie within what the rate allows.
fn gives(ctx: &Context<'_>, parts: &[usize], whole: usize, rate: &Figure) -> bool {
    let list = &ctx.figures.list;
    let base = &list[whole].quantity;
    parts.iter().all(|&part| list[part].quantity.unit.family.adds_to(base.unit.family))
        && sum::sum(ctx, parts).is_some_and(|part| is_rate_of(part, base.interval, rate))
}

fn share_of_sum(ctx: &Context<'_>, part: usize, all: &[usize], rate: &Figure) -> bool {
    let family = |index: usize| ctx.figures.list[index].quantity.unit.family;
    all.iter().all(|&other| family(other) == family(part))
        && sum::sum(ctx, all).is_some_and(|whole| is_rate_of(ctx.figures.list[part].quantity.interval, whole, rate))
}

/// part × 100 within rate × whole, so that nothing is divided.
fn is_rate_of(part: Interval, whole: Interval, rate: &Figure) -> bool {
    let rate = rate.quantity.interval;
    let hundred = |value: Decimal| value.times(Decimal::HUNDRED);
    let bounds = (|| {
        let made = Interval { low: hundred(part.low)?, high: hundred(part.high)?, open: part.open };
        let wanted = Interval { low: rate.low.times(whole.low)?, high: rate.high.times(whole.high)?, open: rate.open };
        Some((made, wanted))
    })();
    whole.high > Decimal::ZERO && bounds.is_some_and(|(made, wanted)| made.meets(wanted))
}

/// The numerator and base that the words of a rate name, where they leave no choice.
fn claimed(ctx: &Context<'_>, at: usize, sentence: usize) -> Option<(usize, usize)> {
    let list = &ctx.figures.list;
    let rate = &list[at];
    let words = rate.label;
    if rate.quantity.value > Decimal::HUNDRED || ctx.text.has_any(rate.gap, OWN_BASE) {
        return None;
    }
    let (near, far) = nearest_counts(ctx, at, sentence)?;
    if list[near].quantity.unit.family != list[far].quantity.unit.family
        || list[near].role != Role::Count
        || list[far].role != Role::Count
    {
        return None;
    }
    let (part, whole) = (list[near].quantity.value, list[far].quantity.value);
    if is_base_named(ctx, rate, &list[near]) {
        return (whole <= part && near + 1 == at).then_some((far, near));
    }
    if is_share_of_all(ctx, rate, &list[near]) {
        return (part <= whole && near + 1 == at).then_some((near, far));
    }
    let mut stem = stem(ctx, words)?;
    let is_negative = ctx.text.at(stem.start) == '不' || ctx.text.before(stem.start) == '不';
    stem.start += usize::from(ctx.text.at(stem.start) == '不');
    let names = |index: usize| {
        let figure = &list[index];
        let tail = Run::new(figure.tail.start, figure.tail.end.min(stem.start));
        let words = || ctx.text.chars(figure.gap).chain(ctx.text.chars(tail));
        let telling = || ctx.text.chars(stem).filter(|ch| !GENERIC.contains(ch));
        let is_apart = figure.tail.end < stem.start || index + 1 < at;
        is_apart && telling().next().is_some() && telling().all(|ch| words().any(|other| other == ch))
    };
    // 出庭率100% is of the cases heard, 审结率100% of those due: all of another base.
    let is_all = rate.quantity.value == Decimal::HUNDRED && ctx.text.has_any(words, DUE);
    if is_all {
        return None;
    }
    // 不起诉 beside 起诉: the base is the two together.
    if is_negative && names(far) {
        None
    } else if (names(near) && part <= whole) || (names(near) && !names(far) && is_next(part, whole)) {
        Some((near, far))
    } else if names(far) && !names(near) && whole <= part {
        Some((far, near))
    } else {
        None
    }
}

/// More words between a whole and its part speak of something else.
const LONGEST_GAP: usize = 20;

/// Rates of 100 % whose base is what was due, not what came in.
const DUE: &[&str] = &["出庭", "审结", "办结", "结案", "办复", "答复", "回复", "执结", "整改", "处置"];

/// Characters of a rate's name that tell nothing: 结案率 is about 审结, 侦破率 about 破获.
const GENERIC: &[char] = &['案', '侦', '办', '总', '的'];

/// The two counts before a rate on its own level of brackets, in its sentence, other rates between them left out.
fn nearest_counts(ctx: &Context<'_>, at: usize, sentence: usize) -> Option<(usize, usize)> {
    const NEAREST: usize = 6;
    let list = &ctx.figures.list;
    let rate = &list[at];
    let beside = (sentence..at).rev().take(NEAREST).filter(|&index| list[index].bracket == rate.bracket);
    let mut counts = beside
        .take_while(|&index| list[index].role != Role::Rate)
        .filter(|&index| list[index].quantity.unit.family.is_amount() && list[index].role != Role::Change);
    Some((counts.next()?, counts.next()?))
}

/// `13名,占执法人员214名的6.1%`: the base stands between 占 and the rate.
fn is_base_named(ctx: &Context<'_>, rate: &Figure, base: &Figure) -> bool {
    ctx.text.starts(base.label.start, "占") && ctx.text.string(rate.label) == "的"
}

/// 占总数的, or 占 behind 其中: the whole is what was counted before.
fn is_share_of_all(ctx: &Context<'_>, rate: &Figure, part: &Figure) -> bool {
    let words = ctx.text.string(rate.label);
    let of_all = ["占总数的", "占总数", "占总量的", "占全部的", "占全部", "占总额的"].contains(&words.as_str());
    let of_these = ["占", "占比", "占比为", "占比达", "约占"].contains(&words.as_str());
    // 320个村中240个建成…,占75%
    let among = ctx.text.has_any(part.gap, &cues::AMONG[..1])
        || (part.gap.len() <= LONGEST_GAP && ctx.text.has_any(part.gap, &["中"]));
    of_all || (of_these && among)
}

/// Above its base by a quarter at most: the numerator may be the slip.
fn is_next(part: Decimal, whole: Decimal) -> bool {
    let four = Decimal::whole(4);
    part.minus(whole).and_then(|gap| gap.times(four)).is_some_and(|gap| gap <= whole)
}

/// The last two characters before 率 (成功 of 调处成功率), or, of a short word, the one.
fn stem(ctx: &Context<'_>, words: Run) -> Option<Run> {
    let at = (words.start..words.end).rev().find(|&index| ctx.text.at(index) == '率')?;
    let start = (words.start..at).rev().take(2).take_while(|&index| crate::text::is_han(ctx.text.at(index))).last()?;
    (at > start).then_some(Run::new(start, at))
}

fn relation(ctx: &Context<'_>, parts: &[usize], whole: usize, rate: &Figure, verdict: Verdict) -> Relation {
    let list = &ctx.figures.list;
    let mut operands: Vec<_> = parts.iter().map(|&part| ctx.operand("numerator", &list[part])).collect();
    operands.push(ctx.operand("denominator", &list[whole]));
    operands.push(ctx.operand("rate", rate));
    let written: Vec<String> = parts.iter().map(|&part| ctx.text.string(list[part].quantity.numeral)).collect();
    let sign = if verdict == Verdict::Agrees { "=" } else { "≠" };
    let (open, close) = if parts.len() > 1 { ("(", ")") } else { ("", "") };
    let equation = format!(
        "{open}{}{close}÷{} {sign} {}",
        written.join("+"),
        ctx.text.string(list[whole].quantity.numeral),
        ctx.text.string(rate.quantity.run)
    );
    Relation::new(Kind::Ratio, verdict, operands, equation)
}

fn finding(ctx: &Context<'_>, part: usize, whole: usize, rate: &Figure) -> Option<Finding> {
    let list = &ctx.figures.list;
    let (part, whole) = (&list[part].quantity, &list[whole].quantity);
    let scale = rate.quantity.value.scale().max(1);
    let right = part.value.times(Decimal::HUNDRED)?.rounded_quotient(whole.value, scale)?.trimmed().to_string();
    let quotient = format!("{}÷{}", ctx.text.string(part.numeral), ctx.text.string(whole.numeral));
    let message = messages::RATIO_WRONG.with(&[&quotient, &right, &ctx.text.string(rate.quantity.run)]);
    let finding = Finding::new(Severity::Error, Certainty::Likely, ctx.text.span(rate.quantity.run), message)
        .related(ctx.text.span(part.run), messages::NUMERATOR.plain())
        .related(ctx.text.span(whole.run), messages::DENOMINATOR.plain());
    Some(slip::mend_rate(ctx, finding, rate, right))
}
