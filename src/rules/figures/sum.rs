//! Parts that do not add up to their total.
//!
//! Every reading that the wording allows is tried: which figure is the total, where the list ends,
//! whether a 其中 inside the list belongs to the part before it. If one adds up, the relation holds.
//! If none does, the finding is an error only where the wording claims a complete list
//! (see [`super::claim`]), a warning where it nearly adds up and looks complete (`doubt`) or one digit explains it,
//! and a hint where several parts come within an eighth of their total; `severity` has it all.
//! Parts that are told again together by their names are held against that number too (`again`); a total that is told
//! once more behind its list, with what the parts make, is wrong where it stands first (`retold`).
//! Silent on partial lists, on lists opened by 等 or 主要, on other units, and on approximate figures
//! that cannot be told apart.

mod added;
mod again;
mod amounts;
mod doubt;
mod excused;
mod explained;
mod instead;
mod meant;
mod readings;
mod retold;
mod settled;
mod severity;

use super::claim::{self, Claim, Says};
use super::slip;
use crate::decimal::{Decimal, Interval};
use crate::figures::groups::{Join, Site};
use crate::figures::{Figure, Role, cues};
use crate::finding::{Finding, Kind, Operand, Outcome, Relation, Severity, Verdict};
use crate::messages;
use crate::order;
use crate::rules::{Context, Rule};
use crate::span::Span;
use explained::Explained;
use readings::{endings, holding, is_of_several};
use severity::{is_close, severity};
use std::borrow::Cow;

/// The rule.
pub static RULE: Rule = Rule {
    id: "figures/sum",
    title: &messages::SUM_TITLE,
    why: &messages::SUM_WHY,
    severity: Severity::Error,
    clause: None,
    fires: "全年办结案件⟦52件,其中维持30件、撤销12件、其他9件⟧。",
    passes: "全年办结案件51件,其中维持30件、撤销12件、其他9件。",
    previous: None,
    check,
};

/// No figure farther back tells what two parts make.
const FARTHEST: usize = 40;

/// Nor does one sum up a list from farther behind it.
const FARTHEST_SUM: usize = 3;

/// How likely a reading is meant: whether it comes near, how much speaks for it, what its names say, what rules it out.
type Rank = (bool, i16, Says, bool);

/// One reading of a site: a total and its parts.
struct Reading {
    total: Vec<usize>,
    parts: Vec<usize>,
}

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    let mut explained = Explained::default();
    let mut open: Vec<Cow<'_, Site>> = Vec::new();
    for site in ctx.sites {
        let holding = holding(ctx, site);
        match holding.last() {
            None => open.push(Cow::Borrowed(site)),
            Some(last) => open.extend(divided_again(ctx, site, last).map(Cow::Owned)),
        }
        for reading in holding {
            let is_guess = matches!(site.join, Join::Following | Join::Loose | Join::Summary);
            let is_rough = reading.total.iter().any(|&total| ctx.figures.list[total].quantity.is_rough());
            // 大气类37件、水类21件、…,共计86件。办理11件,其中查封5件、限产1件、移送4件: nor is an item, told before, the total.
            let is_item = reading.total.iter().all(|total| explained.parts.contains(total));
            let is_told = || claim::of(ctx, site, &reading.total, &reading.parts).says == Says::All;
            // 办结57件。应诉46件,其中一审29件、二审13件: a total and its own parts are no parts of another.
            let is_own =
                |two: &[usize]| two[0] + 1 == two[1] && cues::says_among(ctx.text, ctx.figures.list[two[1]].gap);
            let is_mixed = || reading.parts.windows(2).any(is_own);
            let is_chance = site.join == Join::Loose && (is_item && !is_told() || is_mixed());
            let is_known = is_rough || is_chance || explained.has_parts(&reading.parts);
            if is_guess && (is_known || !is_telling(ctx, site, &reading)) {
                continue;
            }
            out.relations.push(relation(ctx, &reading, Verdict::Agrees));
            amounts::judge(ctx, &reading, out);
            if let Some(outcomes) = settled::outcomes(ctx, site, &reading) {
                open.push(Cow::Owned(outcomes));
                continue;
            }
            // Two figures that happen to make a third somewhere before explain nothing.
            let is_near = ctx.figures.is_beside(reading.total[0], reading.parts[0]);
            if site.join != Join::Loose || reading.parts.len() > 2 || is_near {
                explained.hold(reading);
            }
        }
    }
    // What a word joins first: a list that only follows somewhere may be settled by then.
    let is_loose = |site: &Site| site.join == Join::Loose;
    order::sort(&mut open, |a, b| is_loose(a).cmp(&is_loose(b)));
    for site in open {
        if let Some(reading) = judge(ctx, &site, &explained, out) {
            explained.add(&reading);
        }
    }
    again::judge(ctx, &explained, out);
    added::judge(ctx, out);
}

/// `750名,其中男性638名、女性112名;行政编制693名、事业编制57名`: what a semicolon parts from a list that adds up, or what
/// is all in other words.
fn divided_again(ctx: &Context<'_>, site: &Site, last: &Reading) -> Option<Site> {
    let end = site.parts.iter().position(|part| last.parts.last() == Some(part))? + 1;
    let rest = &site.parts[end..];
    let sides = || value(ctx, &last.total).zip(value(ctx, rest));
    let is_near = || sides().is_some_and(|(whole, made)| slip::is_near(whole, made));
    let is_parted = |again: &Site| {
        let stops = || cues::stops(ctx.text, ctx.figures.list[rest[0]].gap);
        // 其中共性问题23个、个性问题63个,已整改79个,正在整改7个
        let is_done = || rest.len() == 2 && ctx.text.has_any(ctx.figures.list[rest[0]].label, &["已"]) && is_near();
        // …;结案198件,移送纪检6件、公安8件: steps, not kinds.
        let reading = || Reading { total: last.total.clone(), parts: rest.to_vec() };
        let are_kinds = || rest.len() > 2 && !doubt::has_steps(ctx, &reading());
        let says = || are_kinds() || claim::of(ctx, again, &last.total, rest).says > Says::Nothing;
        stops() && says() || is_done() && claim::of(ctx, again, &last.total, rest).says == Says::All
    };
    // …;作为被申请人的49件,省政府作出决定41件,其中…: something else, with parts of its own.
    let has_parts = || rest.iter().any(|&part| cues::says_among(ctx.text, ctx.figures.list[part].gap));
    // …;办理建议6件、提案9件: of something else.
    let label = ctx.figures.list[*rest.first()?].label;
    let is_another = cues::GATHERED.iter().any(|verb| ctx.text.starts(label.start, verb));
    let is_joined = matches!(site.join, Join::Among | Join::Following | Join::Colon | Join::Bracket) && !is_another;
    // …;行政诉讼4件,1件在二审,其余3件胜诉: a total of its own.
    let is_own = || rest.len() > 2 && sum(ctx, &rest[..1]) == sum(ctx, &rest[1..]);
    let may = is_joined && rest.len() > 1 && !has_parts() && !is_own();
    // 135宗,其中处罚90宗、许可45宗,评出优秀31宗、合格98宗、不合格6宗
    let are_whole =
        |again: &Site| rest.len() > 2 && claim::of(ctx, again, &last.total, rest).says == Says::All && is_near();
    let nested = site.nested.and_then(|at| at.checked_sub(end)).filter(|&at| at > 0);
    may.then(|| Site { totals: vec![last.total.clone()], parts: rest.to_vec(), nested, join: site.join })
        .filter(|again| is_parted(again) || are_whole(again))
}

/// Whether a sum that no word announces is more than chance: many parts, large numbers, or a class.
fn is_telling(ctx: &Context<'_>, site: &Site, reading: &Reading) -> bool {
    let (parts, large) = if site.join == Join::Loose { (4, 1000) } else { (3, 100) };
    let is_large = |index: &usize| ctx.figures.list[*index].quantity.value >= Decimal::whole(large);
    let claim = claim::of(ctx, site, &reading.total, &reading.parts);
    // 维持21件,撤销5件,确认违法2件,驳回3件: one item that is the sum of others, or the first of them.
    let gap = ctx.figures.list[reading.total[0]].gap;
    let is_item =
        cues::says_among(ctx.text, gap) || cues::pauses(ctx.text, gap) || cues::of_these(ctx.text, gap).is_some();
    let is_chance = claim.is_denied && (is_item || reading.parts.len() < 5 && !reading.total.iter().all(is_large));
    !is_chance && (reading.parts.len() >= parts || reading.total.iter().all(is_large) || claim.says > Says::Nothing)
}

/// What figures add up to.
#[must_use]
pub fn sum(ctx: &Context<'_>, figures: &[usize]) -> Option<Interval> {
    figures
        .iter()
        .try_fold(Interval::exactly(Decimal::ZERO), |sum, &index| sum.plus(ctx.figures.list[index].quantity.interval))
}

/// What figures add up to as they are written.
#[must_use]
pub fn value(ctx: &Context<'_>, figures: &[usize]) -> Option<Decimal> {
    Decimal::sum(figures.iter().map(|&index| ctx.figures.list[index].quantity.value)).map(Decimal::trimmed)
}

/// No reading of the site adds up: of those that claim most, the nearest is the one that is wrong.
fn judge(ctx: &Context<'_>, site: &Site, explained: &Explained, out: &mut Outcome) -> Option<Reading> {
    let mut best: Option<(Rank, Claim, Decimal, Reading)> = None;
    for parts in endings(ctx, site).filter(|parts| is_open(ctx, site, parts, explained)) {
        let Some(made) = value(ctx, parts) else { continue };
        for total in meant::totals(ctx, site, explained, parts) {
            let Some(whole) = value(ctx, total) else { continue };
            let gap = whole.distance(made)?;
            if !meant::are_parts(ctx, site, (total, parts), [whole, made]) || explained.sums_up(total[0], parts) {
                continue;
            }
            let claim = claim::of(ctx, site, total, parts);
            let may_be_more = site.join != Join::Among || claim.says > Says::Nothing || made > whole;
            if !may_be_more && doubt::goes_beyond(ctx, parts) {
                continue;
            }
            // A list that comes near its total is meant rather than one that does not; and to come so close as all of
            // 来信12件、来访58件、网上49件、上级交办18件 says as much as that the first three are of one kind.
            let is_near = slip::is_near(whole, made);
            let kinship = if is_close(whole, made) { Says::Kin } else { Says::Nothing };
            let rank = (is_near, claim.points, claim.says.max(kinship), claim.is_denied);
            if best.as_ref().is_none_or(|(most, _, least, _)| (rank, *least) > (*most, gap)) {
                best = Some((rank, claim, gap, Reading { total: total.clone(), parts: parts.to_vec() }));
            }
        }
    }
    let ((is_near, ..), claim, _, reading) = best?;
    let (whole, made) = (value(ctx, &reading.total)?, value(ctx, &reading.parts)?);
    if is_near && !claim.is_denied && retold::is_so(ctx, site, &reading, made) {
        return Some(disagree(ctx, reading, Severity::Warning, [whole, made], out));
    }
    if instead::holds(ctx, site, &reading, claim.says) || is_of_several(ctx, &reading) {
        return None;
    }
    // 其他设备174套, 锅炉等其他设备174套
    let has_rest = |last: usize| {
        let label = ctx.figures.list[last].label;
        cues::is_rest(ctx.text, label) || ctx.text.has_any(label, cues::AND_REST)
    };
    let item = reading.parts.last().filter(|&&last| has_rest(last)).and_then(|_| readings::with_item(ctx, &reading));
    if let Some(reading) = item {
        out.relations.push(relation(ctx, &reading, Verdict::Agrees));
        return Some(reading);
    }
    // A total may be divided again in brackets behind it, or where the list says that it is whole.
    // 收到392件,比上年的351件增加41件。其中市本级158件、…: nothing that may be divided stands between.
    let (list, total, first) = (&ctx.figures.list, reading.total[0], reading.parts[0]);
    let is_like = |it: &Figure| it.role == Role::Count && it.quantity.unit.family == list[first].quantity.unit.family;
    let is_next = || total < first && !list[total + 1..first].iter().any(is_like);
    let is_beside = matches!(site.join, Join::Among | Join::Colon) && is_next();
    let stops = |part: &usize| cues::stops(ctx.text, ctx.figures.list[*part].gap);
    let is_parted = stops(&reading.parts[0]) && !reading.parts[1..].iter().any(stops);
    let may_be_again = matches!(site.join, Join::Bracket | Join::Loose) || is_beside || is_parted;
    let is_new = may_be_again || !explained.totals.contains(&reading.total[0]);
    if !claim::is_plain(ctx, &reading.total, &reading.parts) || !is_new && claim.says < Says::All {
        return None;
    }
    let severity = severity(ctx, site, &reading, claim, [whole, made])?;
    Some(disagree(ctx, reading, severity, [whole, made], out))
}

/// Says that parts do not make their total.
fn disagree(
    ctx: &Context<'_>,
    reading: Reading,
    severity: Severity,
    [whole, made]: [Decimal; 2],
    out: &mut Outcome,
) -> Reading {
    let verdict = if severity == Severity::Info { Verdict::Unsure } else { Verdict::Disagrees };
    let relation = relation(ctx, &reading, verdict);
    let finding = finding(ctx, &reading, severity, relation.span, [whole, made]);
    out.findings.push(mended(ctx, &reading, finding));
    out.relations.push(relation);
    reading
}

/// Whether a list may still be judged: none of its parts is settled where only its wording, no word before it,
/// says that it is whole; then it stays within its sentence.
fn is_open(ctx: &Context<'_>, site: &Site, parts: &[usize], explained: &Explained) -> bool {
    // 共抽取160卷…,优秀34卷、合格121卷、不合格5卷,共160卷: what sums them up behind says so, whatever else they make.
    if site.join == Join::Before && parts.last().is_some_and(|last| last + 1 == site.totals[0][0]) {
        // 评选6所,其中小学3所、初中2所、高中1所,累计19所: what there is by now.
        let is_cumulated = ctx.text.has_any(ctx.figures.list[site.totals[0][0]].gap, &["累计"]);
        return !(is_cumulated && explained.has_parts(parts));
    }
    if are_too_many(ctx, site, parts) {
        return true;
    }
    if site.join != Join::Loose {
        // 审结671件,维持402件、…: the first may be the total of the others, but for one in a bracket: 24名(综合14名、市场6名、…).
        let is_first_total = || site.join != Join::Bracket && explained.has_parts(&parts[1..]);
        return !explained.has_parts(parts) && !is_first_total();
    }
    // 1.咨询类1188件;⏎2.投诉类359件: each in a line that goes on with the one before.
    let sentence = |part: usize| ctx.figures.list[part].sentence;
    let is_item = |part: usize| {
        let own = &ctx.figures.sentences[sentence(part)];
        own.first == part && !own.opens_line && ctx.text.at(own.run.end) == '\n'
    };
    let are_lines = parts.len() > 2 && parts[..parts.len() - 1].iter().all(|&part| is_item(part));
    let is_free = |part: &usize| !explained.parts.contains(part);
    // 接到的举报中,受理34799件,未受理9361件
    let lead = ctx.figures.list[parts[0]].gap;
    let of_these = || cues::of_these(ctx.text, lead).is_some_and(|at| ctx.text.at(at + 1) == ',');
    // 诉讼案件16件,一审判决12件,胜诉12件,其余4件尚未判决: a total of its own.
    let last = parts[parts.len() - 1];
    let makes_first = |&part: &usize| value(ctx, &[part, last]) == value(ctx, &parts[..1]);
    if cues::is_rest(ctx.text, ctx.figures.list[last].label) && parts[1..].iter().any(makes_first) {
        return false;
    }
    let is_list = parts.len() > 2 || claim::divides(ctx, parts[0]) || of_these();
    // Items with their shares tell their own total.
    let has_shares = ctx.figures.list.get(parts[0] + 1).is_some_and(|next| next.role == Role::Rate);
    is_list
        && !has_shares
        && parts.iter().all(|part| is_free(part) && (are_lines || ctx.figures.is_beside(*part, parts[0])))
}

/// `机构2111家,其中甲1187家、乙1226家,对2413家开展检查`: whether parts are more than the total right before them, whatever else they
/// make; not `412件案件中,…出庭126件次、…,合计440件次`, where one may be in two.
fn are_too_many(ctx: &Context<'_>, site: &Site, parts: &[usize]) -> bool {
    let (list, end) = (&ctx.figures.list, parts[parts.len() - 1]);
    let ([total], Join::Among) = (&site.totals[0][..], site.join) else { return false };
    let mut behind = (end + 1..ctx.figures.sentences[list[end].sentence].last).take(FARTHEST_SUM);
    let sums_up = |next: usize| [cues::SUM, &["共"]].iter().any(|signs| ctx.text.has_any(list[next].gap, signs));
    let exceeds = || {
        let made = value(ctx, parts).filter(|&made| made > list[*total].quantity.value);
        made.is_some_and(|made| slip::is_near(list[*total].quantity.value, made))
    };
    total + 1 == parts[0] && exceeds() && !behind.any(sums_up)
}

fn finding(
    ctx: &Context<'_>,
    reading: &Reading,
    severity: Severity,
    span: Span,
    [whole, made]: [Decimal; 2],
) -> Finding {
    let figure = |&index: &usize| &ctx.figures.list[index];
    let template = if severity == Severity::Error { &messages::SUM_WRONG } else { &messages::SUM_DOUBTFUL };
    let equation = equation(ctx, reading, "≠");
    let [made, whole] = [made, whole].map(|sum| ctx.in_words(sum, figure(&reading.total[0])));
    let message = template.with(&[&equation, &made, &whole]);
    let mut finding = Finding::new(severity, severity.certainty(), span, message);
    for part in reading.parts.iter().map(figure) {
        finding = finding.related(ctx.text.span(part.quantity.run), messages::PART.plain());
    }
    for total in reading.total.iter().map(figure) {
        finding = finding.related(ctx.text.span(total.quantity.run), messages::TOTAL.plain());
    }
    finding
}

/// Holds parts that the words give against the number that they are said to make: silent where the two are not near.
fn hold(ctx: &Context<'_>, reading: &Reading, may_mend: bool, out: &mut Outcome) {
    let Some((whole, made)) = value(ctx, &reading.total).zip(value(ctx, &reading.parts)) else { return };
    let sides = sum(ctx, &reading.total).zip(sum(ctx, &reading.parts));
    if sides.is_some_and(|(whole, made)| made.meets(whole)) {
        out.relations.push(relation(ctx, reading, Verdict::Agrees));
    } else if slip::is_near(whole, made) {
        let relation = relation(ctx, reading, Verdict::Disagrees);
        let finding = finding(ctx, reading, Severity::Warning, relation.span, [whole, made]);
        out.findings.push(if may_mend { mended(ctx, reading, finding) } else { finding });
        out.relations.push(relation);
    }
}

/// A finding with what mends it, if it is one slip.
fn mended(ctx: &Context<'_>, reading: &Reading, finding: Finding) -> Finding {
    let figure = |index: usize| &ctx.figures.list[index];
    if let Some((index, right)) = slip(ctx, reading) {
        let (numeral, right) = (figure(index).quantity.numeral, ctx.in_words(right, figure(index)));
        let title = messages::CHANGE_ONE.with(&[&ctx.text.string(numeral), &right]);
        return finding.fix(title, ctx.text.span(numeral), right);
    }
    finding
}

/// The one figure that a slip of the pen explains.
fn slip(ctx: &Context<'_>, reading: &Reading) -> Option<(usize, Decimal)> {
    slip::only(slips(ctx, reading))
}

/// The figures that a slip of the pen explains, with what they should be.
fn slips(ctx: &Context<'_>, reading: &Reading) -> impl Iterator<Item = (usize, Decimal)> {
    let sums = value(ctx, &reading.total).zip(value(ctx, &reading.parts));
    let missing = sums.and_then(|(whole, made)| whole.minus(made));
    let value = |index: usize| ctx.figures.list[index].quantity.value;
    let mend = move |index: usize, wanted: Option<Decimal>| Some((index, value(index), wanted?));
    let parts = reading.parts.iter().filter_map(move |&index| mend(index, value(index).plus(missing?)));
    let totals = reading.total.iter().filter_map(move |&index| mend(index, value(index).minus(missing?)));
    slip::slips(parts.chain(totals))
}

fn relation(ctx: &Context<'_>, reading: &Reading, verdict: Verdict) -> Relation {
    let operand = |role: &'static str, index: &usize| ctx.operand(role, &ctx.figures.list[*index]);
    let operands: Vec<Operand> = reading
        .total
        .iter()
        .map(|index| operand("total", index))
        .chain(reading.parts.iter().map(|index| operand("part", index)))
        .collect();
    let sign = if verdict == Verdict::Agrees { "=" } else { "≠" };
    Relation::new(Kind::Sum, verdict, operands, equation(ctx, reading, sign))
}

fn equation(ctx: &Context<'_>, reading: &Reading, sign: &str) -> String {
    let join = |figures: &[usize]| {
        let written: Vec<String> =
            figures.iter().map(|&index| ctx.text.string(ctx.figures.list[index].quantity.numeral)).collect();
        written.join("+")
    };
    format!("{} {sign} {}", join(&reading.parts), join(&reading.total))
}
