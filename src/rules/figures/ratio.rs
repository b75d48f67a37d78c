//! A rate that its own counts contradict.
//!
//! Counts in reach that give the rate, rounded or cut off, settle it (`fits`). An error where its words name the
//! numerator (调解成功2036起 … 成功率) or say 占, and the pair comes near it, is one slip from it, or is all that the
//! sentence counts (`named`); of 约19.2% a warning, where they do not come about it. A warning where the wording leaves
//! another reading (`likely`), where counts only stand beside it (`beside`), where a thing and its opposite are its base
//! (`opposite`), where all were done (`all`), or where one count is told as so many times another (`times`).
//! Silent on rates whose base is not printed or is told in a bracket (按审结数计算), on rates of what was done in time or
//! asked, on those of this year beside what was of the last, on shares whose subject no count has (以调解结案的占46.7%),
//! and where words account for the rest.

mod all;
mod beside;
mod counts;
mod days;
mod fits;
mod likely;
mod named;
mod opposite;
mod rest;
mod said;
mod silent;
mod stem;
mod times;

use crate::decimal::{Decimal, Interval};
use crate::figures::{Figure, Role, cues};
use crate::finding::{Certainty, Finding, Kind, Outcome, Relation, Severity, Verdict};
use crate::lex::quantity::{Approx, Quantity};
use crate::lex::unit::Family;
use crate::messages;
use crate::rules::figures::{difference, slip};
use crate::rules::{Context, Rule};
use crate::span::Run;
pub use fits::Fit;
use fits::{any_pair, distant_base, gives, is_rate_of, of_sums, share_of_sum, with_carried};
pub use likely::is_gathered;
pub use said::{finding, relation, wrong};
use silent::{
    has_own_base, includes_carried, is_of_an_area, is_of_bodies, is_of_success, is_of_this_year, is_of_those_named,
    is_parted_from, is_subject, tells_its_base, tells_rest,
};
use std::collections::BTreeSet;

/// The rule.
pub static RULE: Rule = Rule {
    id: "figures/ratio",
    title: &messages::RATIO_TITLE,
    why: &messages::RATIO_WHY,
    severity: Severity::Error,
    clause: None,
    fires: "排查矛盾纠纷200起,调处成功190起,调处成功率⟦98%⟧。",
    passes: "排查矛盾纠纷200起,调处成功190起,调处成功率95%。",
    previous: None,
    check,
};

/// How many counts before a rate are looked at.
const REACH: usize = 12;
/// No figure farther away is looked at.
const FARTHEST: usize = 40;

/// No slip makes so many times more of a count.
const MOST_TIMES: Decimal = Decimal::whole(100);

/// So labelled, a rate is of several counts together.
const OF_ALL: &[&str] = &["合计", "共占", "合占", "总共", "累计占", "以上", "上述"];

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    let told = difference::rest::told(out);
    for (at, figure) in ctx.figures.list.iter().enumerate() {
        // 占比由40%提高到45%: what it was.
        let is_past = ctx.text.ends_any(figure.label.start, figure.label.end, &["由", "从"]).is_some();
        if is_rate(figure) && !is_past {
            judge(ctx, at, &told, out);
        }
        times::judge(ctx, at, out);
    }
}

/// A rate that says how much it is: 超过90% is a threshold passed.
fn is_rate(figure: &Figure) -> bool {
    let quantity = &figure.quantity;
    let says = matches!(quantity.approx, Approx::Exact | Approx::About);
    says && figure.role == Role::Rate && quantity.unit.family == Family::Percent && !quantity.value.is_zero()
}

/// Whether a count in reach is what a share of another is of.
#[must_use]
pub fn is_explained(ctx: &Context<'_>, part: usize, share: usize) -> bool {
    counts::in_reach(ctx, share).into_iter().any(|whole| is_of(ctx, part, whole, share))
}

/// Whether a rate is what a count is of another.
#[must_use]
pub fn is_of(ctx: &Context<'_>, part: usize, whole: usize, rate: usize) -> bool {
    gives(ctx, &[part], whole, &ctx.figures.list[rate])
}

/// `told`: the figures of which figures/sum has spoken.
fn judge(ctx: &Context<'_>, at: usize, told: &BTreeSet<usize>, out: &mut Outcome) {
    let list = &ctx.figures.list;
    let rate = &list[at];
    let own = &ctx.figures.sentences[rate.sentence];
    // 受理96件,结案92件。当期结案率95.8%
    let is_alone = own.first == at
        && named::is_unlimited(ctx, rate.label)
        && !list[at..own.last].iter().any(|other| other.role == Role::Count);
    let sentence = if is_alone { ctx.figures.reach(rate.sentence) } else { first_of_point(ctx, at) };
    let counts = counts::in_reach(ctx, at);
    let claimed = named::claimed(ctx, at, sentence)
        .filter(|&pair| !is_of_something_else(ctx, at, pair))
        .or_else(|| days::pair(ctx, at));
    let fitting =
        claimed.filter(|&(part, whole)| gives(ctx, &[part], whole, rate)).map(|(part, whole)| Fit::of(part, whole));
    let fitting =
        fitting.or_else(|| any_pair(ctx, &counts, rate, claimed)).or_else(|| distant_base(ctx, at, &counts, claimed));
    // What takes for the base what the rate is called after hides no base with what was carried in.
    let is_turned = fitting.as_ref().is_some_and(|fit| likely::is_turned(ctx, at, fit));
    let fitting = if is_turned { with_carried(ctx, &counts, rate) } else { fitting };
    let fitting =
        fitting.filter(|fit| !claimed.is_some_and(|pair| is_chance(ctx, at, fit, pair)) && !is_of_others(ctx, at, fit));
    if fitting.is_none()
        && (tells_its_base(ctx, rate)
            || is_of_this_year(ctx, at)
            || claimed.is_some_and(|(part, _)| includes_carried(ctx, part))
            || claimed.is_some_and(|pair| tells_rest(ctx, at, pair)))
    {
        return;
    }
    if let Some(fit) = fitting {
        let off = fit
            .pair()
            .filter(|_| of_sums(ctx, &counts, rate).is_none())
            .and_then(|fit| told_otherwise(ctx, at, claimed, fit));
        if let Some(pair) = off {
            disagree(ctx, pair, rate, Severity::Warning, out);
        } else {
            if let Some(pair) = fit.pair() {
                rest::judge(ctx, at, pair, told, out);
            }
            out.relations.push(relation(ctx, &fit, rate, Verdict::Agrees));
        }
    } else if let Some(pair) = claimed.filter(|&pair| {
        let is_meant = is_near(ctx, pair, rate) || is_slip(ctx, pair, rate) || are_alone(ctx, pair, rate);
        is_meant && !is_share_of_two(ctx, pair, rate)
    }) {
        disagree(ctx, pair, rate, Severity::Error, out);
    } else if let Some(pair) = doubted(ctx, at, &counts) {
        // 76名干部旁听,考试通过率100%(4人参考,4人通过)
        if gives(ctx, &[pair.0], pair.1, rate) {
            out.relations.push(relation(ctx, &Fit::of(pair.0, pair.1), rate, Verdict::Agrees));
            return;
        }
        disagree(ctx, pair, rate, Severity::Warning, out);
    } else if let Some((part, bases)) = opposite::fitting(ctx, at) {
        out.relations.push(relation(ctx, &Fit::over(part, &bases), rate, Verdict::Agrees));
    } else if let Some((denied, whole, holds)) = opposite::left_out(ctx, at) {
        if holds || !beside::is_accounted(ctx, rate) {
            without(ctx, denied, whole, rate, holds, out);
        }
    } else if let Some((part, bases)) = opposite::doubted(ctx, at) {
        contradict(ctx, part, &bases, rate, Severity::Warning, out);
    } else if let Some(all) = all::contradicting(ctx, at) {
        let (word, place) = (ctx.text.string(all), ctx.text.span(rate.quantity.run));
        let message = messages::RATIO_WRONG.with(&[&word, "100", &ctx.text.string(rate.quantity.run)]);
        let finding = Finding::new(Severity::Warning, Certainty::Likely, place, message);
        out.findings.push(finding.related(ctx.text.span(all), messages::NUMERATOR.plain()));
    }
}

/// `一是编制963名,到位907人;二是法学专业只占11.3%`: the first figure of the point that a rate stands in, or of its sentence.
fn first_of_point(ctx: &Context<'_>, at: usize) -> usize {
    let list = &ctx.figures.list;
    let first = ctx.figures.sentences[list[at].sentence].first;
    let points = &ctx.outline.points;
    let before = points.partition_point(|point| point.run.start < list[at].quantity.run.start);
    let start = before.checked_sub(1).map_or(0, |last| points[last].run.start);
    first + list[first..at].partition_point(|figure| figure.quantity.run.start < start)
}

/// `建议12件,办结12件,办结率100%。受理187件,办结214件,办结率100%`: two equal counts somewhere are not what the two right
/// before a rate of 100 % nearly are.
fn is_of_others(ctx: &Context<'_>, at: usize, fit: &Fit) -> bool {
    let rate = &ctx.figures.list[at];
    let is_meant = |&pair: &(usize, usize)| beside::is_tied(ctx, at, pair) && is_near(ctx, pair, rate);
    let tied = at.checked_sub(2).map(|whole| (at - 1, whole)).filter(is_meant);
    let is_told = |(part, _): (usize, usize)| fit.parts.contains(&part) || fit.bases.contains(&part);
    rate.quantity.value == Decimal::HUNDRED && tied.is_some_and(|pair| !is_told(pair))
}

/// `案件34件,其中水资源类13件、采砂类4件,结案29件,结案率97.1%`: whether the sum of several would be chance, as the count
/// right before the rate bears its name and comes near it.
fn is_chance(ctx: &Context<'_>, at: usize, fit: &Fit, (part, whole): (usize, usize)) -> bool {
    const OF_SEVERAL: &[&str] = &["总", "综合", "合计", "以上", "全", "两"];
    let rate = &ctx.figures.list[at];
    // 现场述法8人,书面述法43人,述法率100%: all of them bear it.
    let are_named = || fit.parts.iter().all(|&part| beside::is_named(ctx, rate, &ctx.figures.list[part]));
    // 败诉3件。应出庭27件,实际出庭30件,出庭率100%: what stands before both is of something else; 破案9起,其中积案1起 is not.
    let is_farther = |&other: &usize| other < part.min(whole);
    let may_be_base = || fit.bases == [part] && !fit.parts.iter().any(is_farther);
    let is_sum = fit.parts.len() > 1 && !may_be_base() && !ctx.text.has_any(rate.label, OF_SEVERAL) && !are_named();
    is_sum && part + 1 == at && is_near(ctx, (part, whole), rate) && !gives(ctx, &[part], whole, rate)
}

/// The pair that is told again, or that the name of the rate defines, where it is near and yet not what fits.
fn told_otherwise(
    ctx: &Context<'_>,
    at: usize,
    claimed: Option<(usize, usize)>,
    fit: (usize, usize),
) -> Option<(usize, usize)> {
    let rate = &ctx.figures.list[at];
    let is_off = |(part, whole)| is_near(ctx, (part, whole), rate) && !gives(ctx, &[part], whole, rate);
    let mut said = claimed.into_iter().chain(named::behind(ctx, at)).chain(likely::told_again(ctx, at));
    // 共963项。即办件418项占全部843项的43.4%: the words name both, whatever else fits.
    let is_named = |(part, whole): (usize, usize)| {
        part + 1 == whole && whole + 1 == at && named::is_base_named(ctx, rate, &ctx.figures.list[whole])
    };
    let is_told = |pair| is_named(pair) || named::leaves_no_choice(ctx, at, pair) && fit.1 != pair.1;
    let said = said.find(|&pair| is_off(pair) && (is_told(pair) || contradicts(ctx, pair, fit)));
    let defined = || likely::defined(ctx, at).filter(|&pair| shares_one(ctx, pair, fit) && is_off(pair));
    said.or_else(defined)
}

/// The counts that a rate most likely goes with, where they come near it; or where they stand in a row with it and
/// one slip takes them to it.
fn doubted(ctx: &Context<'_>, at: usize, counts: &[usize]) -> Option<(usize, usize)> {
    let rate = &ctx.figures.list[at];
    // 其他方式结案的占4.7%: of what is told by no count.
    // 甲区214件、乙县176件,合计占全市的42.7%: all of them are.
    if ctx.text.has_any(rate.gap, cues::REST) || ctx.text.has_any(rate.label, OF_ALL) {
        return None;
    }
    // 复议1.34万件、诉讼0.36万件,分别占复议、诉讼总量的32.5%和21.9%: each of another base.
    let each = ctx.text.find(rate.gap, "分别占").map(|each| Run::new(each, rate.gap.end));
    if each.is_some_and(|each| ctx.text.find(each, "、").is_some()) {
        return None;
    }
    let is_near = |pair: &(usize, usize)| is_near(ctx, *pair, rate);
    // 社区矫正对象6名,安置帮教对象26名,帮教率100%: of so few one digit explains anything.
    let are_few = |&(part, whole): &(usize, usize)| {
        let [part, whole] = [part, whole].map(|index| &ctx.figures.list[index].quantity);
        rate.quantity.value == Decimal::HUNDRED && slip::is_of_few(part, whole)
    };
    // 评价5.1万条,差评7条,差评整改率100%: worlds apart.
    let is_far = |&(part, whole): &(usize, usize)| {
        let [part, whole] = [part, whole].map(|index| ctx.figures.list[index].quantity.value);
        slip::is_far(part, whole, MOST_TIMES)
    };
    let is_slip = |pair: &(usize, usize)| !are_few(pair) && !is_far(pair) && is_slip(ctx, *pair, rate);
    let likely: Vec<_> = likely::pairs(ctx, at).collect();
    let beside = beside::pairs(ctx, at, counts);
    let is_accounted = beside::is_accounted(ctx, rate);
    // 抽检2000批次,不合格40批次,合格率98%: what is not so is no side of it.
    let is_side = |&&(part, whole): &&(usize, usize)| {
        [part, whole].iter().all(|&index| !opposite::is_denied(ctx, ctx.figures.list[index].label, rate.label))
    };
    let near = likely.iter().chain(&beside).filter(is_side).find(|pair| is_near(pair));
    let tied = beside.iter().filter(|&&pair| beside::is_tied(ctx, at, pair));
    let in_row = |&&(part, whole): &&(usize, usize)| {
        part.abs_diff(whole) == 1 && (part.max(whole) + 1 == at || part.min(whole) == at + 1)
    };
    let far = || likely.iter().chain(tied).filter(in_row).filter(is_side).find(|pair| !is_accounted && is_slip(pair));
    // 专利纠纷93件等,以调解方式结案的占46.7%: of what no count beside it is called.
    let found = near.or_else(far).filter(|&&(part, _)| part > at || is_subject(ctx, rate, &ctx.figures.list[part]));
    // 起诉427人,不起诉55人,不诉率11.41%
    let is_told = || opposite::fitting(ctx, at).is_some();
    let is_other = |&pair: &(usize, usize)| {
        is_of_something_else(ctx, at, pair) || has_own_base(ctx, at, pair) || includes_carried(ctx, pair.0)
    };
    found.copied().filter(|pair| !is_other(pair) && !named::is_of_next(ctx, at, pair.0) && !is_told())
}

/// Whether a rate is of something else than a pair: of another kind, of bodies, or behind a semicolon.
fn is_of_something_else(ctx: &Context<'_>, at: usize, pair: (usize, usize)) -> bool {
    named::is_of_another_kind(ctx, at, pair)
        || is_of_an_area(ctx, at, pair)
        || is_of_bodies(ctx, at, pair)
        || is_parted_from(ctx, at, pair)
        || is_of_those_named(ctx, at, pair)
        || is_of_success(ctx, at, pair)
        || pair.1 < at && beside::is_of_another_base(ctx, &ctx.figures.list[at], &ctx.figures.list[pair.1])
}

fn disagree(ctx: &Context<'_>, (part, whole): (usize, usize), rate: &Figure, severity: Severity, out: &mut Outcome) {
    contradict(ctx, part, &[whole], rate, severity, out);
}

/// Says that a part over its base, or over the counts that make it up, is not the rate; of exact counts only.
/// 约19.2% is judged as what lies about it, and never as an error.
fn contradict(ctx: &Context<'_>, part: usize, bases: &[usize], rate: &Figure, severity: Severity, out: &mut Outcome) {
    debug_assert!(!Fit::over(part, bases).holds(ctx, rate), "what gives a rate does not contradict it");
    let severity = if rate.quantity.approx == Approx::About { severity.min(Severity::Warning) } else { severity };
    if bases.iter().chain([&part]).all(|&index| ctx.figures.list[index].quantity.approx == Approx::Exact) {
        let fit = Fit::over(part, bases);
        out.relations.push(relation(ctx, &fit, rate, Verdict::Disagrees));
        out.findings.extend(finding(ctx, &fit, rate, severity));
    }
}

/// What a whole without some of it makes, against a rate: `(2000-40)÷2000 = 98%`.
fn without(ctx: &Context<'_>, some: usize, whole: usize, rate: &Figure, holds: bool, out: &mut Outcome) {
    let [some, whole] = [some, whole].map(|index| &ctx.figures.list[index]);
    let [less, all] = [some, whole].map(|figure| ctx.text.string(figure.quantity.numeral));
    let (quotient, written) = (format!("({all}-{less})÷{all}"), ctx.text.string(rate.quantity.run));
    let (sign, verdict) = if holds { ("=", Verdict::Agrees) } else { ("≠", Verdict::Disagrees) };
    let operands = vec![ctx.operand("numerator", some), ctx.operand("denominator", whole), ctx.operand("rate", rate)];
    let (value, base) = (some.quantity.value, whole.quantity.value);
    let right = base.minus(value).and_then(|rest| rest.times(Decimal::HUNDRED));
    let right = right.and_then(|rest| rest.rounded_quotient(base, rate.quantity.value.scale().max(1)));
    let exact = [some, whole, rate].iter().all(|figure| figure.quantity.approx == Approx::Exact);
    let Some(right) = right.filter(|right| holds || exact && slip::is_near_percent(*right, rate.quantity.value)) else {
        return;
    };
    out.relations.push(Relation::new(Kind::Ratio, verdict, operands, format!("{quotient} {sign} {written}")));
    if !holds {
        let right = right.trimmed().to_string();
        let message = messages::RATIO_WRONG.with(&[&quotient, &right, &written]);
        let place = ctx.text.span(rate.quantity.run);
        let finding = Finding::new(Severity::Warning, Certainty::Likely, place, message)
            .related(ctx.text.span(some.quantity.run), messages::PART.plain())
            .related(ctx.text.span(whole.quantity.run), messages::DENOMINATOR.plain());
        out.findings.push(slip::mend_rate(ctx, finding, rate, right));
    }
}

/// Whether the sentence of a rate counts nothing else in the unit of a pair.
fn are_alone(ctx: &Context<'_>, (part, whole): (usize, usize), rate: &Figure) -> bool {
    let sentence = &ctx.figures.sentences[rate.sentence];
    let family = ctx.figures.list[part].quantity.unit.family;
    let counted =
        ctx.figures.of(sentence).iter().filter(|it| it.role != Role::Change && it.quantity.unit.family == family);
    [part, whole].iter().all(|&index| index >= sentence.first) && counted.count() == 2
}

/// Whether a rate that fits counts named before does not fit where the same are named again beside it.
fn contradicts(ctx: &Context<'_>, (part, whole): (usize, usize), fit: (usize, usize)) -> bool {
    // 隐患7538项,其中重大隐患26项、一般隐患7512项: nor is an item its total again.
    let is_again = |here: usize, there: usize| named::restates(ctx, here, there) && !likely::is_item(ctx, here, there);
    let again = |here: usize, there: usize| here == there || (there < here && is_again(here, there));
    again(part, fit.0) && (part, whole) != fit && again(whole, fit.1)
}

/// Whether one side of a pair has the value that it has in counts that fit, the other not.
fn shares_one(ctx: &Context<'_>, (part, whole): (usize, usize), fit: (usize, usize)) -> bool {
    let value = |index: usize| ctx.figures.list[index].quantity.value;
    (value(part) == value(fit.0)) != (value(whole) == value(fit.1))
}

/// Whether counts come as close to a rate as one wrong figure usually leaves them.
fn is_near(ctx: &Context<'_>, (part, whole): (usize, usize), rate: &Figure) -> bool {
    let [part, whole] = [part, whole].map(|index| ctx.figures.list[index].quantity.value);
    is_near_to(part, whole, rate.quantity.value)
}

fn is_near_to(part: Decimal, whole: Decimal, rate: Decimal) -> bool {
    let made = part.times(Decimal::HUNDRED).and_then(|part| part.over(whole, 2));
    made.is_some_and(|made| slip::is_near_percent(made, rate))
}

/// Whether one figure of the three, if it is a slip, stands for what makes the other two fit.
fn is_slip(ctx: &Context<'_>, (part, whole): (usize, usize), rate: &Figure) -> bool {
    let [part, whole] = [part, whole].map(|index| &ctx.figures.list[index].quantity);
    is_slip_beside(part, whole.interval, &rate.quantity)
        || slip::meant(whole).into_iter().any(|whole| is_rate_of(part.interval, whole, rate.quantity.interval))
}

/// The same of a whole that is no slip.
fn is_slip_beside(part: &Quantity, whole: Interval, rate: &Quantity) -> bool {
    let is_rate = |meant: &Interval| meant.low <= Decimal::HUNDRED;
    slip::meant(part).into_iter().any(|part| is_rate_of(part, whole, rate.interval))
        || slip::meant(rate).into_iter().filter(is_rate).any(|rate| is_rate_of(part.interval, whole, rate))
}

/// Whether a share comes near what its count is of a whole, or one slip takes it there.
#[must_use]
pub fn may_be_of(part: &Quantity, whole: Decimal, share: &Quantity) -> bool {
    is_near_to(part.value, whole, share.value) || is_slip_beside(part, Interval::exactly(whole), share)
}

/// A count as a share of itself and the one beside it: 不起诉率 of 起诉 and 不起诉.
fn is_share_of_two(ctx: &Context<'_>, (part, whole): (usize, usize), rate: &Figure) -> bool {
    let two = [part, whole];
    two.iter().any(|&one| share_of_sum(ctx, one, &two, rate))
}
