//! An amount of change that its two values contradict.
//!
//! `较上年同期867件减少100件`, `由36.0%升至36.2%,上升0.2个百分点`, `新增268人,解除241人,净增27人`. Called wrong
//! only where the value now, the value then and the amount follow on each other, or where 由 … 到 names
//! both values, or where a limit stands between them (`38.6天,较60日的法定期限缩短21.4天`); a warning where the value now
//! stands farther away and nearly fits (`difference/told.rs`), where what came and what left make another amount
//! (`net.rs`), where what was taken stands before both values, and where what is left of a whole is not what was not
//! done (`rest.rs`).
//! Silent where only one of the values is printed, where what came is told beside what went (`flow.rs`), and where the
//! change has a subject of its own.

pub mod flow;
mod net;
pub mod rest;
mod told;

use crate::decimal::{Decimal, Interval};
use crate::figures::{Figure, Role, cues, is_separator, years};
use crate::finding::{Certainty, Finding, Kind, Outcome, Relation, Severity, Verdict};
use crate::lex::quantity::Approx;
use crate::lex::unit::Family;
use crate::messages::{self, Template};
use crate::rules::figures::slip;
use crate::rules::{Context, Rule};
use crate::span::Run;

/// The rule.
pub static RULE: Rule = Rule {
    id: "figures/difference",
    title: &messages::DIFFERENCE_TITLE,
    why: &messages::DIFFERENCE_WHY,
    severity: Severity::Error,
    clause: None,
    fires: "新收案件767件,较上年同期867件减少⟦110件⟧。",
    passes: "新收案件767件,较上年同期867件减少100件。",
    previous: None,
    check,
};

/// How many figures before an amount are looked at.
const REACH: usize = 5;
/// No figure farther away is looked at.
const FARTHEST: usize = 20;
/// What was done with what is no more.
const TAKEN: &[&str] = &["取消", "收回", "压减", "压缩", "撤并", "精简", "核减", "关停", "整合", "合并", "减少"];
/// What became of so many.
const BECOMES: &[&str] = &["整合为", "合并为", "压减为", "精简为", "压缩为", "缩减为", "压减至", "精简至"];
/// What is so many times more is no value of the same thing.
const MOST_TIMES: Decimal = Decimal::whole(1000);

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    for (at, figure) in ctx.figures.list.iter().enumerate() {
        let is_net = || net::is_named(ctx, figure) || ctx.text.string(figure.label) == "新增";
        let is_change = figure.role == Role::Change || is_net() || is_taken(ctx, at) || is_cut(ctx, at);
        if is_change && figure.quantity.unit.family != Family::Percent {
            judge(ctx, at, out);
        }
    }
    for left in rest::all(ctx, out) {
        let rest = &ctx.figures.list[left.rest];
        if left.agrees {
            out.relations.push(relation(ctx, left.pair, rest, REMAINDER, Verdict::Agrees));
        } else {
            disagree(ctx, left.pair, rest, REMAINDER, Severity::Warning, out);
        }
    }
}

/// What the two figures are between which an amount lies, and what is said where it does not.
#[derive(Clone, Copy)]
pub struct Terms {
    message: &'static Template,
    places: [&'static Template; 2],
    roles: [&'static str; 3],
}

/// Value now, value then, and the change.
const CHANGE: Terms = Terms {
    message: &messages::DIFFERENCE_WRONG,
    places: [&messages::NOW, &messages::BEFORE],
    roles: ["now", "before", "change"],
};
/// A whole, what is taken of it, and what is left.
pub const REMAINDER: Terms = Terms {
    message: &messages::REMAINDER_WRONG,
    places: [&messages::TOTAL, &messages::PART],
    roles: ["total", "part", "rest"],
};
/// What came, what went, and what that makes.
const FLOW: Terms = Terms {
    message: &messages::REMAINDER_WRONG,
    places: [&messages::CAME, &messages::WENT],
    roles: ["came", "went", "net"],
};

fn judge(ctx: &Context<'_>, at: usize, out: &mut Outcome) {
    let list = &ctx.figures.list;
    let change = &list[at];
    let claim = claim(ctx, at);
    // 制发7件,共计11件,较2021年的15件减少3件: the value then is the one right before the change.
    let then = claim.filter(|claim| claim.severity == Severity::Error).map(|claim| claim.pair.1);
    let has_both = claim.is_some_and(|Claim { pair: (a, b), .. }| names_both(ctx, (a, b)) || names_both(ctx, (b, a)));
    let is_meant = |&(a, b): &(usize, usize)| !has_both && then.is_none_or(|then| a == then || b == then);
    let pairs = claim.iter().map(|claim| claim.pair).chain(near(ctx, at).into_iter().filter(is_meant));
    if let Some(pair) = pairs.into_iter().find(|&(a, b)| gives(&list[a], &list[b], change)) {
        let terms = claim.filter(|claim| claim.pair == pair).map_or(CHANGE, |claim| claim.terms);
        out.relations.push(relation(ctx, pair, change, terms, Verdict::Agrees));
        return;
    }
    // 农村8316人、城市1204人,较上年9900人减少380人: of both together.
    let of_sum = |then: usize| {
        let told = list[then].quantity.interval;
        let gaps = |now: Interval| [now.minus(told), told.minus(now)].into_iter().flatten();
        ctx.figures
            .sums_before(then, change.quantity.unit.family)
            .into_iter()
            .flat_map(gaps)
            .any(|gap| gap.meets(change.quantity.interval))
    };
    // 万人拥有律师1.84名(常住人口31.6万人),比上年增加0.22名: no two values of one thing.
    let is_far = |(a, b): (usize, usize)| slip::is_far(list[a].quantity.value, list[b].quantity.value, MOST_TIMES);
    let is_other = |claim: &Claim| of_sum(claim.pair.1) || change.role == Role::Change && is_far(claim.pair);
    if let Some(Claim { pair, terms, severity }) = claim.filter(|claim| !is_other(claim)) {
        disagree(ctx, pair, change, terms, severity, out);
    }
}

/// Says that two figures, where all are exact, are not so far apart as a third says.
pub fn disagree(
    ctx: &Context<'_>,
    pair: (usize, usize),
    change: &Figure,
    terms: Terms,
    severity: Severity,
    out: &mut Outcome,
) {
    let [a, b] = [pair.0, pair.1].map(|index| &ctx.figures.list[index]);
    let exact = [a, b, change].iter().all(|figure| figure.quantity.approx == Approx::Exact);
    let Some(right) = a.quantity.value.distance(b.quantity.value).filter(|_| exact) else { return };
    out.relations.push(relation(ctx, pair, change, terms, Verdict::Disagrees));
    let message = terms.message.with(&[
        &ctx.text.string(a.quantity.run),
        &ctx.text.string(b.quantity.run),
        &ctx.in_words(right, change),
        &ctx.text.string(change.quantity.run),
    ]);
    let finding = Finding::new(severity, Certainty::Likely, ctx.text.span(change.quantity.run), message)
        .related(ctx.text.span(a.quantity.run), terms.places[0].plain())
        .related(ctx.text.span(b.quantity.run), terms.places[1].plain());
    out.findings.push(finding);
}

/// Whether a figure may be one of the two values: of the unit of the change, or percent for points.
fn is_value(change: &Figure, figure: &Figure) -> bool {
    let (of, family) = (change.quantity.unit.family, figure.quantity.unit.family);
    if of == Family::Points {
        return family == Family::Percent && matches!(figure.role, Role::Rate | Role::Elsewhen);
    }
    let is_amount = matches!(figure.role, Role::Count | Role::Elsewhen | Role::Mean | Role::Other);
    is_amount && family == of && of != Family::Bare
}

fn gives(a: &Figure, b: &Figure, change: &Figure) -> bool {
    let quantities = [&a.quantity, &b.quantity, &change.quantity];
    if change.quantity.unit.family == Family::Points && quantities.iter().all(|it| it.approx == Approx::Exact) {
        // All three are rounded, or all are cut off: either way they are one last digit apart at most.
        let coarsest = quantities.iter().map(|it| it.value.scale()).min().unwrap_or(0);
        let made = a.quantity.value.distance(b.quantity.value);
        let apart = made.and_then(|made| made.distance(change.quantity.value));
        return apart.is_some_and(|apart| apart <= Decimal::power_of_ten(-i8::try_from(coarsest).unwrap_or(0)));
    }
    // Rounded amounts carry the rounding of both values.
    let apart = |a: Interval, b: Interval| a.minus(b).map(|gap| Interval { open: false, ..gap });
    let (first, second) = (a.quantity.interval, b.quantity.interval);
    let wanted = change.quantity.interval;
    let meets = |made: Option<Interval>| made.is_some_and(|made| made.meets(wanted));
    meets(apart(first, second)) || meets(apart(second, first))
}

/// Any two values before a change in its sentence, nearest first.
fn near(ctx: &Context<'_>, at: usize) -> Vec<(usize, usize)> {
    let list = &ctx.figures.list;
    let before = (ctx.figures.sentences[list[at].sentence].first..at).rev().take(FARTHEST);
    let near: Vec<usize> = before.filter(|&index| is_value(&list[at], &list[index])).take(REACH).collect();
    near.iter().enumerate().flat_map(|(nearness, &a)| near[nearness + 1..].iter().map(move |&b| (b, a))).collect()
}

/// The two values that the wording says a change lies between, and how wrong it is when it does not.
#[derive(Clone, Copy)]
struct Claim {
    /// The value now and the value then; the whole and what is taken of it.
    pair: (usize, usize),
    terms: Terms,
    severity: Severity,
}

fn claim(ctx: &Context<'_>, at: usize) -> Option<Claim> {
    let error = |pair| Claim { pair, terms: CHANGE, severity: Severity::Error };
    let warning = |pair| Claim { pair, terms: CHANGE, severity: Severity::Warning };
    let first = near(ctx, at).first().copied();
    let net = || net::pair(ctx, at).map(|(pair, terms)| Claim { terms, ..warning(pair) });
    if flow::goes_both_ways(ctx, at) {
        return None;
    }
    // 支出50亿元,结余2亿元(上年1.5亿元): what is left is no change.
    if ctx.figures.list[at].role != Role::Change && net::is_named(ctx, &ctx.figures.list[at]) {
        return net();
    }
    let in_row = first.filter(|&pair| is_in_row(ctx, pair, at));
    let in_row = in_row.map(|pair| if is_taken(ctx, at) { warning(pair) } else { error(pair) });
    let told_behind = || behind(ctx, at).map(if is_cut(ctx, at) { warning } else { error });
    let in_row = in_row.or_else(|| then_in_bracket(ctx, at).map(error)).or_else(told_behind);
    in_row.or_else(|| series(ctx, at).map(warning)).or_else(net).or_else(|| told::pair(ctx, at).map(warning))
}

/// `由137项减为84项,取消53项`: what was done with the rest, right behind both values.
fn is_taken(ctx: &Context<'_>, at: usize) -> bool {
    let list = &ctx.figures.list;
    let is_fewer = |then: usize| {
        let told = [&list[then], &list[then + 1]];
        told.iter().all(|value| is_value(&list[at], value) && value.sentence == list[at].sentence)
            && nearly_lacks(ctx, (then + 1, then), at)
            && ctx.text.has_any(told[0].label, &["由", "从"])
    };
    // 由46项减为31项,取消9项、停征6项: what was done with the rest in two ways.
    let is_more = list.get(at + 1).is_some_and(|next| is_value(&list[at], next) && next.sentence == list[at].sentence);
    let taken = ctx.text.starts_any(list[at].label.start, TAKEN);
    let is_named =
        !is_more && list[at].role == Role::Count && taken.is_some_and(|(_, length)| length == list[at].label.len());
    is_named && at.checked_sub(2).is_some_and(is_fewer)
}

/// `撤并机构31个,由原来的52个减少到21个`: what was taken, right before both values, and near what they make.
fn is_cut(ctx: &Context<'_>, at: usize) -> bool {
    let list = &ctx.figures.list;
    let is_named = list[at].role == Role::Count && ctx.text.starts_any(list[at].label.start, TAKEN).is_some();
    // 新增2个,撤并12个,由52个减少到42个
    let is_like = |other: &Figure| {
        other.sentence == list[at].sentence && other.quantity.unit.family == list[at].quantity.unit.family
    };
    let is_alone = !at.checked_sub(1).is_some_and(|before| is_like(&list[before]));
    is_named && is_alone && behind(ctx, at).is_some_and(|pair| nearly_lacks(ctx, pair, at))
}

/// Whether the value now is less than the value then, by nearly what was taken.
fn nearly_lacks(ctx: &Context<'_>, (now, then): (usize, usize), taken: usize) -> bool {
    let [now, then, taken] = [now, then, taken].map(|index| ctx.figures.list[index].quantity.value);
    then.minus(now).is_some_and(|lack| lack > Decimal::ZERO && slip::is_near(lack, taken))
}

/// Value now, value then and change in a row, in one bracket, the value then marked as such.
fn is_in_row(ctx: &Context<'_>, (a, b): (usize, usize), at: usize) -> bool {
    let list = &ctx.figures.list;
    // 较上期(29.7%)下降7个百分点: the value then may stand in brackets.
    let is_aside = list[b].depth == list[at].depth + 1 && ctx.text.has_any(list[at].gap, cues::COMPARED);
    let in_a_row = a + 1 == b
        && b + 1 == at
        && list[a].bracket == list[at].bracket
        && (list[b].bracket == list[at].bracket || is_aside);
    let goes_on = cues::goes_on_changing(ctx.text, list[at].label);
    let compared = goes_on && (list[b].role == Role::Elsewhen || is_aside) && list[a].role != Role::Elsewhen;
    // 平均38.6天,较60日的法定期限缩短21.4天
    let against = goes_on_against(ctx, [&list[a], &list[b], &list[at]]) && list[a].role != Role::Elsewhen;
    // 82个专业窗口整合为24个综合窗口
    let becomes = || {
        let words = Run::new(list[a].quantity.run.end, list[b].quantity.run.start);
        ctx.text.ends_any(words.start, words.end, BECOMES).is_some() && !ctx.text.chars(words).any(is_separator)
    };
    let from_to = names_both(ctx, (a, b)) || becomes();
    let by_year = years::follow(ctx.text, list[a].label, list[b].label);
    let carried = [a, b].iter().any(|&index| ctx.text.has_any(list[index].label, cues::CARRIED));
    let among = cues::says_among(ctx.text, list[at].gap);
    in_a_row && !among && !carried && (compared || against || from_to || by_year)
}

/// `由867件降至767件`: whether the words name the value then and the value now.
fn names_both(ctx: &Context<'_>, (then, now): (usize, usize)) -> bool {
    let [then, now] = [then, now].map(|index| ctx.figures.list[index].label);
    cues::goes_from_to(ctx.text, then, now)
}

/// `38.6天,较60日的法定期限缩短21.4天`: whether a change is against the value that the clause begins with; of working days only
/// where all are, and not of the second of two stages.
fn goes_on_against(ctx: &Context<'_>, [now, limit, change]: [&Figure; 3]) -> bool {
    let is_limit = || {
        let behind = Run::new(limit.label.start + 1, limit.label.end);
        ["", "法定", "法定的", "法定期限"].contains(&&*ctx.text.string(behind))
    };
    let leads = !limit.label.is_empty() && matches!(ctx.text.at(limit.label.start), '较' | '比') && is_limit();
    // 38.6天,较法定的60天平均缩短21天: a mean, or one that is rounded more.
    let is_rounded = now.quantity.value.scale() > change.quantity.value.scale();
    if is_rounded || ctx.text.has_any(change.label, &["平均", "再"]) {
        return false;
    }
    let works = |figure: &Figure| ctx.text.has_any(figure.quantity.unit_run, &["工作"]);
    let are_alike = works(limit) == works(change) && works(limit) == works(now);
    let before = ctx.figures.of(&ctx.figures.sentences[now.sentence]);
    let is_stage = |other: &Figure| {
        other.quantity.unit.family == now.quantity.unit.family && other.quantity.run.start < now.quantity.run.start
    };
    leads && !ctx.text.chars(change.gap).any(is_separator) && are_alike && !before.iter().any(is_stage)
}

/// `164项,比上年多37项(上年127项)`, `62.4%,高于全省3.1个百分点(全省59.3%)`: what it is compared with in a bracket
/// behind the change.
fn then_in_bracket(ctx: &Context<'_>, at: usize) -> Option<(usize, usize)> {
    let list = &ctx.figures.list;
    let behind = ctx.figures.in_bracket_behind(ctx.text, at)?;
    let (change, then) = (&list[at], &list[behind]);
    // 同期服判率62.4%, 用时38天: a value now, whatever else its words say.
    let is_now =
        |now: &Figure| is_value(change, now) && now.sentence == change.sentence && now.bracket == change.bracket;
    // 死亡54人,受伤62人,同比减少9人(2023年死亡63人): of what is called so.
    let mut before = (ctx.figures.sentences[change.sentence].first..at).rev().take(FARTHEST);
    let now = match years::name(ctx.text, then.label) {
        Some(name) => before.find(|&now| ctx.text.has_any(list[now].label, &[&name])),
        None => at.checked_sub(1),
    };
    let now = now.filter(|&now| is_now(&list[now]))?;
    told::is_against(ctx, change, then).then_some((now, behind))
}

/// `逐年为95.2%、96.8%、97.9%,三年间提高2.7个百分点`: the last and the first of as many values as there are years.
fn series(ctx: &Context<'_>, at: usize) -> Option<(usize, usize)> {
    let list = &ctx.figures.list;
    let years = at.checked_sub(1).filter(|&years| list[years].quantity.unit.family == Family::Time)?;
    let count = usize::try_from(list[years].quantity.value.to_integer()?).ok().filter(|&count| count > 2)?;
    let first = years.checked_sub(count)?;
    let is_row = |index: usize| is_value(&list[at], &list[index]) && ctx.figures.is_beside(index, at);
    let is_longer = first > 0 && is_row(first - 1);
    let is_of_years = ctx.text.string(list[years].quantity.unit_run) == "年" && list[at].label.len() <= 4;
    (is_of_years && !is_longer && (first..years).all(is_row)).then_some((years - 1, first))
}

/// `缩短11天,由48天压至37天`, `减少8件,上年末为72件,目前为64件`: both values right behind the change.
fn behind(ctx: &Context<'_>, at: usize) -> Option<(usize, usize)> {
    let named = |index: usize, words: &[&'static str]| {
        let figure = ctx.figures.list.get(index).filter(|it| it.sentence == ctx.figures.list[at].sentence)?;
        ctx.text.starts_any(figure.label.start, words).map(|_| index)
    };
    let then_now = || Some((named(at + 1, cues::THEN)?, named(at + 2, &["今年", "本年", "目前", "现为", "现有"])?));
    let (then, now) = ctx.figures.from_to_behind(ctx.text, at).or_else(then_now).or_else(|| of_the_same(ctx, at))?;
    let is_of = |value: usize| is_value(&ctx.figures.list[at], &ctx.figures.list[value]);
    (is_of(then) && is_of(now)).then_some((now, then))
}

/// `取消审批事项29项,市级审批事项由246项减少到217项`: both values of what was taken from, named as it is.
fn of_the_same(ctx: &Context<'_>, at: usize) -> Option<(usize, usize)> {
    const LONGEST_NAME: usize = 4;
    let [taken, then, now] = [at, at + 1, at + 2].map(|index| ctx.figures.list.get(index));
    let (taken, then, now) = (taken?, then?, now?);
    let end = taken.label.end;
    let name = ctx.text.string(Run::new(end.saturating_sub(LONGEST_NAME).max(taken.label.start), end));
    let is_beside = [then, now].iter().all(|it| it.sentence == taken.sentence && it.bracket == taken.bracket);
    let is_named = name.chars().count() == LONGEST_NAME && ctx.text.has_any(then.label, &[&name]);
    (is_beside && is_named && cues::goes_from_to(ctx.text, then.label, now.label)).then_some((at + 1, at + 2))
}

fn relation(ctx: &Context<'_>, (a, b): (usize, usize), change: &Figure, terms: Terms, verdict: Verdict) -> Relation {
    let [a, b] = [a, b].map(|index| &ctx.figures.list[index]);
    let (large, small) = if a.quantity.value < b.quantity.value { (b, a) } else { (a, b) };
    let [first, second, apart] = terms.roles;
    let operands = vec![ctx.operand(first, a), ctx.operand(second, b), ctx.operand(apart, change)];
    let sign = if verdict == Verdict::Agrees { "=" } else { "≠" };
    let written = |figure: &Figure| ctx.text.string(figure.quantity.numeral);
    let equation = format!("{}-{} {sign} {}", written(large), written(small), written(change));
    Relation::new(Kind::Difference, verdict, operands, equation)
}
