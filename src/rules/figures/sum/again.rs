//! Parts told again together: `撤销14件、确认违法6件、…。撤销和确认违法共20件`, `12个社区、5个村,17个村(社区)均…`.

use super::{Reading, finding, relation, slip, sum, value};
use crate::figures::is_separator;
use crate::finding::{Outcome, Severity, Verdict};
use crate::rules::Context;
use crate::span::Run;

/// No part farther back is meant.
const FARTHEST: usize = 30;

/// What stands between the names and their number.
const SIGNS: &[&str] = &["共计", "合计", "共有", "共", "案件", "的"];

/// Holds every number that names several parts before it against them.
pub fn judge(ctx: &Context<'_>, out: &mut Outcome) {
    for at in 0..ctx.figures.list.len() {
        let Some(parts) = named(ctx, at).or_else(|| places(ctx, at)) else { continue };
        let reading = Reading { total: vec![at], parts };
        let Some((whole, made)) = value(ctx, &reading.total).zip(value(ctx, &reading.parts)) else { continue };
        let sides = sum(ctx, &reading.total).zip(sum(ctx, &reading.parts));
        if sides.is_some_and(|(whole, made)| made.meets(whole)) {
            out.relations.push(relation(ctx, &reading, Verdict::Agrees));
        } else if slip::is_near(whole, made) {
            let relation = relation(ctx, &reading, Verdict::Disagrees);
            out.findings.push(finding(ctx, &reading, Severity::Warning, relation.span, [whole, made]));
            out.relations.push(relation);
        }
    }
}

/// The parts that the words before a count name, all of one sentence.
fn named(ctx: &Context<'_>, at: usize) -> Option<Vec<usize>> {
    let (text, list) = (ctx.text, &ctx.figures.list);
    let figure = &list[at];
    if !figure.is_exact_count() {
        return None;
    }
    let gap = figure.gap;
    let opens = |&index: &usize| text.at(index) != '、' && is_separator(text.at(index));
    let mut names = Run::new((gap.start..gap.end).rev().find(opens).map_or(gap.start, |index| index + 1), gap.end);
    while let Some((_, length)) = text.ends_any(names.start, names.end, SIGNS) {
        names.end -= length;
    }
    let names = apart(ctx, names)?;
    let from = at.saturating_sub(FARTHEST).max(ctx.figures.sentences[figure.sentence].line);
    let part = |name: &String| {
        (from..at).rev().find(|&index| {
            let part = &list[index];
            let is_like = part.is_exact_count() && part.quantity.unit.family == figure.quantity.unit.family;
            is_like && text.ends(part.label.start, part.label.end, name)
        })
    };
    let mut parts: Vec<usize> = names.iter().map(part).collect::<Option<_>>()?;
    parts.sort_unstable();
    let are_several = parts.windows(2).all(|two| two[0] < two[1] && ctx.figures.is_beside(two[0], two[1]));
    are_several.then_some(parts)
}

/// The two counts right before one of both kinds of places: `8个镇、3个街道,11个镇(街道)`.
fn places(ctx: &Context<'_>, at: usize) -> Option<Vec<usize>> {
    const LONGEST: usize = 4;
    let (text, list) = (ctx.text, &ctx.figures.list);
    let figure = &list[at];
    let (first, second) = (at.checked_sub(2)?, at - 1);
    let start = figure.quantity.run.end;
    let bracket = |from: usize, sign: char| (from + 1..=from + LONGEST).find(|&index| text.at(index) == sign);
    let open = bracket(start, '(')?;
    let close = bracket(open, ')')?;
    let [one, other] = [Run::new(start, open), Run::new(open + 1, close)].map(|kind| text.string(kind));
    let is_of = |index: usize, kind: &str| {
        let part = &list[index];
        let noun = part.quantity.run.end;
        let end = text.end_of(noun, crate::text::is_han).min(noun + LONGEST);
        part.is_exact_count() && part.sentence == figure.sentence && text.ends(noun, end, kind)
    };
    let are_both = is_of(first, &one) && is_of(second, &other) || is_of(first, &other) && is_of(second, &one);
    let is_pair = matches!(text.at(list[second].gap.end.saturating_sub(1)), '、' | '和');
    (figure.is_exact_count() && are_both && is_pair).then(|| vec![first, second])
}

/// Two to four short names, the last behind 和 or its like.
fn apart(ctx: &Context<'_>, names: Run) -> Option<Vec<String>> {
    const LONGEST: usize = 30;
    if names.len() > LONGEST {
        return None;
    }
    let words = ctx.text.string(names);
    let names: Vec<String> = words.split(['、', '和', '及', '与']).map(str::to_owned).collect();
    let are_names = names.iter().all(|name| (2..=8).contains(&name.chars().count()));
    (are_names && (2..=4).contains(&names.len())).then_some(names)
}
