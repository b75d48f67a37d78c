//! One number of townships, streets or villages, stated with two values.
//!
//! Only for the units of administration, which a report counts once and for all; only where one
//! value stands at least twice and the other, once, lies right beside it, as a slip does, or both
//! are said to be all that there are (全县18个乡镇均…). A hint where there are fewer, which may be some of them.
//! Silent on part of them (等六个乡镇, 其中, 部分) and on small numbers.

use crate::decimal::Decimal;
use crate::figures::{Figure, Role, cues};
use crate::finding::{Certainty, Finding, Kind, Outcome, Relation, Severity, Verdict};
use crate::lex::quantity::Approx;
use crate::messages;
use crate::rules::{Context, Rule};
use crate::span::Run;
use std::collections::BTreeMap;

/// The rule.
pub static RULE: Rule = Rule {
    id: "figures/repeat",
    title: &messages::REPEAT_TITLE,
    why: &messages::REPEAT_WHY,
    severity: Severity::Warning,
    clause: None,
    fires: "全县20个乡镇全部设立工作站。对20个乡镇开展督查。培训覆盖⟦21个⟧乡镇。",
    passes: "全县20个乡镇全部设立工作站。对20个乡镇开展督查。在甲镇等6个乡镇试点。",
    previous: None,
    check,
};

const PLACES: &[&str] = &[
    "乡镇",
    "镇",
    "镇街",
    "街道",
    "社区",
    "行政村",
    "村(社区)",
    "镇(街道)",
    "乡镇(街道)",
    "县区",
    "县(市、区)",
    "县(区)",
];
/// As many of the other places are named with a finding.
const MOST_PLACES: usize = 5;
const SOME: &[&str] = &["等", "其中", "部分", "试点", "余", "另", "新增", "首批", "示范", "先进", "有"];

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    for place in PLACES {
        let mentions: Vec<&Figure> = ctx.figures.list.iter().filter(|figure| counts_all(ctx, figure, place)).collect();
        let number = |value: Decimal| value.to_integer().and_then(|number| u64::try_from(number).ok());
        let mut counts: BTreeMap<u64, u64> = BTreeMap::new();
        for number in mentions.iter().filter_map(|figure| number(figure.quantity.value)) {
            *counts.entry(number).or_default() += 1;
        }
        let times = |value: Decimal| number(value).and_then(|number| counts.get(&number)).copied().unwrap_or(0);
        let Some((&usual, _)) = counts.iter().max_by_key(|&(_, times)| times) else { continue };
        let usual = Decimal::whole(i64::try_from(usual).unwrap_or(i64::MAX));
        if times(usual) < 2 {
            continue;
        }
        let same: Vec<&&Figure> = mentions.iter().filter(|figure| figure.quantity.value == usual).collect();
        let first = same[0];
        out.relations.push(relation(ctx, &same, Verdict::Agrees));
        for figure in mentions.iter().filter(|figure| {
            let is_slip = is_slip_of(figure.quantity.value, usual) && !is_achievement(ctx, figure);
            let is_claimed = || claims_all(ctx, figure) && same.iter().any(|other| claims_all(ctx, other));
            figure.quantity.value != usual && times(figure.quantity.value) == 1 && (is_slip || is_claimed())
        }) {
            let span = ctx.text.span(figure.quantity.run);
            let here = ctx.text.string(figure.quantity.run);
            let there = ctx.text.string(first.quantity.run);
            let message = messages::REPEAT_WRONG.with(&[&here, &there, &same.len().to_string()]);
            // Fewer may be some of them, unless both are said to be all.
            let is_certain = figure.quantity.value > usual || claims_all(ctx, figure);
            let (severity, certainty) =
                if is_certain { (Severity::Warning, Certainty::Likely) } else { (Severity::Info, Certainty::Possible) };
            let verdict = if is_certain { Verdict::Disagrees } else { Verdict::Unsure };
            let mut finding = Finding::new(severity, certainty, span, message);
            for other in same.iter().take(MOST_PLACES) {
                finding = finding.related(ctx.text.span(other.quantity.run), messages::ELSEWHERE.plain());
            }
            out.relations.push(relation(ctx, &[first, figure], verdict));
            out.findings.push(finding);
        }
    }
}

/// A count of all places of a kind: `20个乡镇`, with nothing that makes it some of them.
fn counts_all(ctx: &Context<'_>, figure: &Figure, place: &str) -> bool {
    const SMALLEST: Decimal = Decimal::whole(5);
    let end = figure.tail.start + place.chars().count();
    let is_place = ctx.text.starts(figure.tail.start, place) && !matches!(ctx.text.at(end), '(' | '级' | '干' | '街');
    is_place
        && figure.role == Role::Count
        && figure.quantity.approx == Approx::Exact
        && (figure.quantity.value > SMALLEST || claims_all(ctx, figure))
        && !ctx.text.has_any(figure.label, SOME)
        && !ctx.text.has_any(figure.gap, &cues::AMONG[..1])
}

/// 全县18个乡镇均…, 下辖18个乡镇: the wording says that there are no others, so that another number is wrong however far off.
fn claims_all(ctx: &Context<'_>, figure: &Figure) -> bool {
    const AREA: &[&str] = &["全县", "全市", "全区", "全州", "全旗", "辖", "辖有", "共有", "全部", "所有"];
    let is_of_area = ctx.text.ends_any(figure.label.start, figure.label.end, AREA).is_some();
    // 全县18个乡镇(街道)均…: the bracket belongs to the name.
    let behind = Run::new(figure.tail.start, figure.tail.start + LONGEST_CLAUSE);
    let end =
        (behind.start..behind.end).find(|&at| matches!(ctx.text.at(at), ',' | ';' | '。' | '\n')).unwrap_or(behind.end);
    let says_all = ctx.text.has_any(Run::new(behind.start, end), ALL);
    is_of_area && (says_all || ctx.text.has_any(figure.label, &["辖", "全部", "所有"]))
}

const LONGEST_CLAUSE: usize = 30;

const ALL: &[&str] = &["均", "全部", "都", "全面", "全覆盖"];

/// 19个乡镇达到规范化标准: those that did, not all there are.
fn is_achievement(ctx: &Context<'_>, figure: &Figure) -> bool {
    let reached = ctx.text.has_any(figure.tail, &["达到", "完成", "建成", "获", "被评", "通过", "实现", "创建"]);
    reached && !ctx.text.has_any(figure.tail, ALL)
}

/// One apart, or two among twenty and more.
fn is_slip_of(value: Decimal, usual: Decimal) -> bool {
    let gap = value.distance(usual);
    let allowed = if usual < Decimal::whole(20) { Decimal::whole(1) } else { Decimal::whole(2) };
    gap.is_some_and(|gap| gap > Decimal::ZERO && gap <= allowed)
}

fn relation(ctx: &Context<'_>, figures: &[&&Figure], verdict: Verdict) -> Relation {
    let operands: Vec<_> = figures.iter().map(|figure| ctx.operand("value", figure)).collect();
    let sign = if verdict == Verdict::Agrees { " = " } else { " ≠ " };
    let written: Vec<String> = figures.iter().map(|figure| ctx.text.string(figure.quantity.run)).collect();
    Relation::new(Kind::Repeat, verdict, operands, written.join(sign))
}
