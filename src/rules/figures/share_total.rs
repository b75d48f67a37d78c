//! Shares of a whole that do not make 100 %.
//!
//! Only where the list says that it is whole: closed by 其他, or led by 按…分, 从…看. Rounding leaves each share
//! one last digit of room. Silent on fewer than three shares that nothing divides, and where they are so far from
//! 100 % that they are shares of something else.

use super::claim;
use crate::decimal::Decimal;
use crate::figures::{Figure, Role, cues};
use crate::finding::{Certainty, Finding, Kind, Outcome, Relation, Severity, Verdict};
use crate::lex::quantity::Approx;
use crate::messages;
use crate::rules::{Context, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "figures/share-total",
    title: &messages::SHARE_TOTAL_TITLE,
    why: &messages::SHARE_TOTAL_WHY,
    severity: Severity::Warning,
    clause: None,
    fires: "从起因看,电气原因占⟦41.2%,用火不慎占25.3%,遗留火种占14.1%,其他占21.2%⟧。",
    passes: "从起因看,电气原因占41.2%,用火不慎占23.5%,遗留火种占14.1%,其他占21.2%。",
    previous: None,
    check,
};

/// More shares are no list that a person adds up.
const MOST_SHARES: usize = 30;

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    for sentence in &ctx.figures.sentences {
        let mut at = sentence.first;
        while at < sentence.last {
            let shares = list(ctx, at, sentence.last);
            at = shares.last().map_or(at, |&last| last) + 1;
            judge(ctx, &shares, out);
        }
    }
}

/// The shares from a figure on that stand in one bracket or in one kind of bracket, each of them alone or behind its count.
fn list(ctx: &Context<'_>, from: usize, end: usize) -> Vec<usize> {
    let list = &ctx.figures.list;
    let mut shares: Vec<usize> = Vec::new();
    for at in (from..end).take(2 * MOST_SHARES) {
        let figure = &list[at];
        if is_share(ctx, figure) && shares.first().is_none_or(|&first| list[first].depth == figure.depth) {
            shares.push(at);
        } else if figure.role != Role::Count || shares.last().is_some_and(|&last| last + 1 < at) {
            break;
        }
    }
    shares
}

fn is_share(ctx: &Context<'_>, figure: &Figure) -> bool {
    let label = figure.label;
    let is_bare = || ctx.text.ends_any(label.start, label.end, &["占", "占比", "占比为"]).is_some();
    // 占申请总数的1%;…,占6.8%: the first may say of what.
    let is_of_all = || ctx.text.starts(label.start, "占") && ctx.text.ends_any(label.start, label.end, ALL).is_some();
    figure.role == Role::Rate && figure.quantity.approx == Approx::Exact && (is_bare() || is_of_all())
}

/// How the words between 占 and a share of all end.
const ALL: &[&str] = &["总数的", "总量的", "总额的", "全部的"];

fn judge(ctx: &Context<'_>, shares: &[usize], out: &mut Outcome) {
    const FEWEST: usize = 3;
    const FARTHEST: Decimal = Decimal::whole(15);
    // 从类型看,… may name the chief kinds only.
    const CHIEF: Decimal = Decimal::whole(5);
    let (Some(&first), Some(&last)) = (shares.first(), shares.last()) else { return };
    let figures = || shares.iter().map(|&index| &ctx.figures.list[index]);
    let sum = Decimal::sum(figures().map(|figure| figure.quantity.value));
    let room = Decimal::sum(figures().map(last_digit));
    let gap = sum.and_then(|sum| sum.distance(Decimal::HUNDRED));
    let (Some(sum), Some(room), Some(gap)) = (sum, room, gap) else { return };
    let fits = gap <= room;
    let begins = if is_behind_count(ctx, first) { first - 1 } else { first };
    let divides = claim::divides(ctx, begins);
    let has_rest = shares.len() >= FEWEST && is_rest(ctx, last);
    let farthest = if has_rest { FARTHEST } else { CHIEF };
    if shares.len() < 2 || (!fits && (!divides && !has_rest || gap > farthest)) {
        return;
    }
    let verdict = if fits { Verdict::Agrees } else { Verdict::Disagrees };
    let written: Vec<String> = figures().map(|figure| ctx.text.string(figure.quantity.run)).collect();
    let equation = format!("{} {} 100%", written.join("+"), if fits { '=' } else { '≠' });
    let operands = figures().map(|figure| ctx.operand("part", figure)).collect();
    let relation = Relation::new(Kind::Sum, verdict, operands, equation);
    if !fits {
        let made = format!("{}%", sum.trimmed());
        let message = messages::SHARE_TOTAL_WRONG.with(&[&relation.equation, &made]);
        out.findings.push(Finding::new(Severity::Warning, Certainty::Likely, relation.span, message));
    }
    out.relations.push(relation);
}

/// What the last digit of a share is worth.
fn last_digit(share: &Figure) -> Decimal {
    Decimal::power_of_ten(-i8::try_from(share.quantity.value.scale()).unwrap_or(0))
}

/// `其他34件,占12.8%`: the count that a share belongs to stands right before it.
fn is_behind_count(ctx: &Context<'_>, share: usize) -> bool {
    let figure = &ctx.figures.list[share];
    let before = share.checked_sub(1).map(|before| &ctx.figures.list[before]);
    figure.label.len() <= 3
        && before.is_some_and(|before| before.role == Role::Count && before.sentence == figure.sentence)
}

/// Whether a share, or its count, is of the remainder.
fn is_rest(ctx: &Context<'_>, share: usize) -> bool {
    let named = if is_behind_count(ctx, share) { share - 1 } else { share };
    let label = ctx.figures.list[named].label;
    cues::is_rest(ctx.text, label) || ctx.text.has_any(label, cues::AND_REST)
}
