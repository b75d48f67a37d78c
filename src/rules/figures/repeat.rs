//! One number of townships, streets or villages, stated with two values; and any number that was told before (上述71件, 该71件).
//!
//! Of the units of administration, which a report counts once and for all; only where one value stands at least twice
//! and the other, once, lies right beside it, as a slip does, or both are said to be all that there are (全县18个乡镇均…);
//! or where two come near each other, one of all of an area (全县18个乡镇, 辖18个村, 18个村、3个社区,共21个) and the other of
//! all (18个村均…). A hint where there are fewer, which may be some of them. Of anything else where the number has no words before it and
//! speaks of all (71件建议均已办复, 71件案件中…), and a number of the same things before is near it and no other is what it says.
//! Silent on part of them (等六个乡镇, 其中, 部分), on small numbers, and where 上述 may mean what some figures or a rate
//! make or leave.

mod above;

use crate::decimal::Decimal;
use crate::document::Level;
use crate::figures::{Figure, Role, cues};
use crate::finding::{Certainty, Finding, Kind, Outcome, Relation, Severity, Verdict};
use crate::lex::quantity::Approx;
use crate::messages;
use crate::rules::figures::slip;
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
    "村",
    "村(社区)",
    "村(居)",
    "镇(街道)",
    "街道(镇)",
    "乡镇(街道)",
    "县区",
    "县(市、区)",
    "县(区)",
];
/// Of fewer, some are as likely meant.
const SMALLEST: Decimal = Decimal::whole(5);
/// More counts of all places of a kind are not compared.
const MOST_WHOLE: usize = 100;
/// As many of the other places are named with a finding.
const MOST_PLACES: usize = 5;
const SOME: &[&str] = &["等", "其中", "部分", "试点", "余", "另", "新增", "首批", "示范", "先进", "有"];

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    for place in PLACES {
        let mut mentions: Vec<&Figure> =
            ctx.figures.list.iter().filter(|figure| counts_all(ctx, figure, place)).collect();
        // 甲镇辖12个村,乙镇辖14个村: each has its own.
        if mentions.iter().filter(|figure| governs(ctx, figure)).count() > 1 {
            mentions.retain(|figure| !governs(ctx, figure));
        }
        let number = |value: Decimal| value.to_integer().and_then(|number| u64::try_from(number).ok());
        let mut counts: BTreeMap<u64, u64> = BTreeMap::new();
        for number in mentions.iter().filter_map(|figure| number(figure.quantity.value)) {
            *counts.entry(number).or_default() += 1;
        }
        let times = |value: Decimal| number(value).and_then(|number| counts.get(&number)).copied().unwrap_or(0);
        let Some((&usual, _)) = counts.iter().max_by_key(|&(_, times)| times) else { continue };
        let usual = Decimal::whole(i64::try_from(usual).unwrap_or(i64::MAX));
        if times(usual) < 2 {
            if let Some([first, other]) = two_of_all(ctx, &mentions) {
                disagree(ctx, &[first], other, Certainty::Likely, out);
            }
            continue;
        }
        let same: Vec<&Figure> = mentions.iter().copied().filter(|figure| figure.quantity.value == usual).collect();
        out.relations.push(relation(ctx, &same, Verdict::Agrees));
        let usual_claims = same.iter().any(|other| claims_all(ctx, other));
        for figure in mentions.iter().filter(|figure| {
            let is_slip = is_slip_of(figure.quantity.value, usual) && !is_achievement(ctx, figure);
            let is_claimed = || usual_claims && claims_all(ctx, figure);
            figure.quantity.value != usual && times(figure.quantity.value) == 1 && (is_slip || is_claimed())
        }) {
            // Fewer may be some of them, unless both are said to be all.
            let is_certain = figure.quantity.value > usual || claims_all(ctx, figure);
            let certainty = if is_certain { Certainty::Likely } else { Certainty::Possible };
            disagree(ctx, &same, figure, certainty, out);
        }
    }
    for at in 0..ctx.figures.list.len() {
        if let Some(before) = above::differing(ctx, at) {
            disagree(ctx, &[&ctx.figures.list[before]], &ctx.figures.list[at], Certainty::Likely, out);
        }
    }
}

/// Says that a figure is not what the same number is elsewhere.
fn disagree(ctx: &Context<'_>, same: &[&Figure], figure: &Figure, certainty: Certainty, out: &mut Outcome) {
    let (severity, verdict) = match certainty {
        Certainty::Possible => (Severity::Info, Verdict::Unsure),
        _ => (Severity::Warning, Verdict::Disagrees),
    };
    let [here, there] = [figure, same[0]].map(|it| ctx.text.string(it.quantity.run));
    let message = match same.len() {
        1 => messages::REPEAT_DIFFERS.with(&[&here, &there]),
        times => messages::REPEAT_WRONG.with(&[&here, &there, &times.to_string()]),
    };
    let mut finding = Finding::new(severity, certainty, ctx.text.span(figure.quantity.run), message);
    for other in same.iter().take(MOST_PLACES) {
        finding = finding.related(ctx.text.span(other.quantity.run), messages::ELSEWHERE.plain());
    }
    out.relations.push(relation(ctx, &[same[0], figure], verdict));
    out.findings.push(finding);
}

/// `全县13个乡镇…。全县12个乡镇…`, `辖17个村。…17个村均…`: two counts of all places of a kind that come near each other
/// and differ, not both of them of places that nothing but their number names.
fn two_of_all<'a>(ctx: &Context<'_>, mentions: &[&'a Figure]) -> Option<[&'a Figure; 2]> {
    // 除甲镇外, 2024年撤并1个, 参评: as many as were left, or then.
    const LEFT_OUT: &[&str] = &["除", "调整", "撤并", "合并", "其余", "余下", "剩余", "参评", "此前", "原有"];
    let is_apart = |figure: &Figure| ctx.text.has_any(ctx.figures.sentences[figure.sentence].run, LEFT_OUT);
    // 18个村、3个社区,共21个村(社区)均…
    let is_sum = |figure: &Figure| ctx.text.string(figure.label) == "共" && says_all(ctx, figure);
    let is_told = |figure: &&'a Figure| area(ctx, figure).is_some() || governs(ctx, figure) || is_sum(figure);
    let is_whole = |figure: &&'a Figure| is_told(figure) || is_every(ctx, figure) || is_of_all_places(ctx, figure);
    let whole: Vec<&Figure> = mentions.iter().copied().filter(is_whole).take(MOST_WHOLE).collect();
    let first = whole.iter().copied().find(is_told)?;
    let differs = |other: &&&Figure| {
        let areas = [first, other].map(|figure| area(ctx, figure));
        let [before, here] = [first, other].map(|figure| figure.quantity.value);
        // 18个乡镇…,17个乡镇均完成换届,1个延期
        let is_some = here < before && (is_achievement(ctx, other) || tells_rest(ctx, other));
        (areas[0] == areas[1] || areas[0].is_some() && areas[1].is_none())
            && here != before
            && slip::is_near(here, before)
            && !is_some
            && !is_apart(first)
            && !is_apart(other)
    };
    whole.iter().find(differs).map(|&other| [first, other])
}

/// What follows on a count in its sentence.
fn behind(ctx: &Context<'_>, figure: &Figure) -> Run {
    let end = ctx.figures.sentences[figure.sentence].run.end;
    Run::new(figure.tail.start.min(end), end)
}

/// Whether the sentence tells of others behind a count of places.
fn tells_rest(ctx: &Context<'_>, figure: &Figure) -> bool {
    let is_like = |other: &Figure| {
        other.quantity.run.start > figure.quantity.run.start
            && other.quantity.unit.family == figure.quantity.unit.family
    };
    let others = ctx.figures.of(&ctx.figures.sentences[figure.sentence]);
    ctx.text.has_any(behind(ctx, figure), &["其余", "剩余", "另", "延期", "尚", "正在"]) || others.iter().any(is_like)
}

/// How the name of something else goes on behind a place: 18个村级…, 18个村民小组, 18个社区矫正…, 18个乡镇司法所.
const ON: &str = "(级干街民庄居委组卫小矫工集司服戒史法党综务";

/// A count of all places of a kind: `20个乡镇`, with nothing that makes it some of them.
fn counts_all(ctx: &Context<'_>, figure: &Figure, place: &str) -> bool {
    let end = figure.tail.start + place.chars().count();
    // 全镇16个村法律顾问全覆盖: each has one.
    let is_each = || ctx.text.starts(end, "法律顾问") && area(ctx, figure).is_some() && says(ctx, figure, &["全覆盖"]);
    let goes_on = ON.contains(ctx.text.at(end)) && !is_each();
    let is_place = ctx.text.starts(figure.tail.start, place) && !goes_on;
    is_place
        && figure.role == Role::Count
        && figure.quantity.approx == Approx::Exact
        && (figure.quantity.value > SMALLEST || claims_all(ctx, figure))
        && !ctx.text.has_any(figure.label, SOME)
        && !cues::says_among(ctx.text, figure.gap)
}

/// 全县18个乡镇均…, 下辖18个乡镇: the wording says that there are no others, so that another number is wrong however far off.
fn claims_all(ctx: &Context<'_>, figure: &Figure) -> bool {
    let has = ctx.text.ends_any(figure.label.start, figure.label.end, &["辖", "辖有", "共有"]).is_some();
    (area(ctx, figure).is_some() || has || is_of_all(ctx, figure))
        && (says_all(ctx, figure) || ctx.text.has_any(figure.label, &["辖", "全部", "所有"]))
}

/// 覆盖全部71个嘎查社区: nothing is left out.
fn is_of_all(ctx: &Context<'_>, figure: &Figure) -> bool {
    ctx.text.ends_any(figure.label.start, figure.label.end, &["全部", "所有"]).is_some()
}

/// 为全部10个社区配齐法律顾问; not 全部10个街道社区矫正中心.
fn is_of_all_places(ctx: &Context<'_>, figure: &Figure) -> bool {
    const DONE: &[&str] = &["配齐", "配备", "建立", "设立", "建成", "实现", "完成", "聘请", "开展", "均", "都"];
    let is_place = |place: &&str| {
        let end = figure.tail.start + place.chars().count();
        ctx.text.starts(figure.tail.start, place)
            && (end >= figure.tail.end || ctx.text.starts_any(end, DONE).is_some())
    };
    // 沿河全部10个村 are some.
    is_of_all(ctx, figure) && figure.label.len() <= LONGEST_ALL && PLACES.iter().any(is_place)
}

/// 辖14个乡镇、203个行政村: what there is under one government.
fn governs(ctx: &Context<'_>, figure: &Figure) -> bool {
    const FARTHEST: usize = 40;
    let at = figure.quantity.run.start;
    let ends = |&at: &usize| matches!(ctx.text.at(at), ',' | ';' | ':' | '。' | '\n');
    let low = at.saturating_sub(FARTHEST);
    let start = (low..at).rev().find(ends).map_or(low, |at| at + 1);
    ctx.text.find(Run::new(start, at), "辖").is_some()
}

/// `17个村均…`, `实现17个村全覆盖`: nothing but their number names them, and all of them are spoken of.
fn is_every(ctx: &Context<'_>, figure: &Figure) -> bool {
    const LEADS: &[&str] = &["实现", "在", "对", "推动", "确保", "覆盖", "组织", "指导"];
    let label = figure.label;
    let lead = ctx.text.starts_any(label.start, LEADS).map_or(0, |(_, length)| length);
    label.len() <= lead && says(ctx, figure, EVERY)
}

/// The area before a count, of which it is all: 全县18个.
fn area(ctx: &Context<'_>, figure: &Figure) -> Option<&'static str> {
    // In the report of a county 全镇 is of one town or another.
    let may_be_town = ctx.document.level.is_none_or(|level| level == Level::Township);
    let ends = |words| ctx.text.ends_any(figure.label.start, figure.label.end, words).map(|(word, _)| word);
    ends(cues::AREAS).or_else(|| ends(cues::TOWNSHIPS).filter(|_| may_be_town))
}

/// Whether the clause behind a count speaks of all of them: 18个乡镇(街道)均…
fn says_all(ctx: &Context<'_>, figure: &Figure) -> bool {
    says(ctx, figure, ALL)
}

/// Whether the clause behind a count says one of some words.
fn says(ctx: &Context<'_>, figure: &Figure, words: &[&str]) -> bool {
    let behind = Run::new(figure.tail.start, figure.tail.start + LONGEST_CLAUSE);
    let ends = |&at: &usize| matches!(ctx.text.at(at), ',' | ';' | '。' | '\n');
    let end = (behind.start..behind.end).find(ends).unwrap_or(behind.end);
    ctx.text.has_any(Run::new(behind.start, end), words)
}

const LONGEST_CLAUSE: usize = 30;

/// 为全部 says no more than that it is all.
const LONGEST_ALL: usize = 3;

const ALL: &[&str] = &["均", "全部", "都", "全面", "全覆盖"];
/// 205个村全面达标 are those that did.
const EVERY: &[&str] = &["均", "全部", "都", "全覆盖"];

/// 19个乡镇达到规范化标准: those that did, not all there are.
fn is_achievement(ctx: &Context<'_>, figure: &Figure) -> bool {
    let reached =
        ctx.text.has_any(figure.tail, &["达到", "完成", "建成", "获", "被评", "通过", "实现", "创建", "换届", "达标"]);
    reached && (!ctx.text.has_any(figure.tail, ALL) || ctx.text.has_any(figure.tail, &["获", "被评", "换届"]))
}

/// One apart, or two among twenty and more.
fn is_slip_of(value: Decimal, usual: Decimal) -> bool {
    let gap = value.distance(usual);
    let allowed = if usual < Decimal::whole(20) { Decimal::whole(1) } else { Decimal::whole(2) };
    gap.is_some_and(|gap| gap > Decimal::ZERO && gap <= allowed)
}

fn relation(ctx: &Context<'_>, figures: &[&Figure], verdict: Verdict) -> Relation {
    let operands: Vec<_> = figures.iter().map(|figure| ctx.operand("value", figure)).collect();
    let sign = if verdict == Verdict::Agrees { " = " } else { " ≠ " };
    let written: Vec<String> = figures.iter().map(|figure| ctx.text.string(figure.quantity.run)).collect();
    Relation::new(Kind::Repeat, verdict, operands, written.join(sign))
}
