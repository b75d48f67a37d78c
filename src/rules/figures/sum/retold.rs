//! The total told once more behind its list, by its name, with what the parts make: `审核案件1377件,其中刑事589件、行政985件,全年
//! 审核1574件`. The first of the two is then wrong.
//!
//! Silent where the words name something else (办结, of 受理; both kinds together), where what is missing is told
//! beside it, and on numbers so small that they are the same by chance.

use super::Reading;
use crate::decimal::Decimal;
use crate::figures::Figure;
use crate::figures::groups::{Join, Site};
use crate::rules::Context;
use crate::span::Run;

/// Smaller numbers are the same by chance.
const SMALLEST: Decimal = Decimal::whole(20);

/// No figure farther behind a list tells its total once more.
const FARTHEST: usize = 4;

/// What may stand before a number that has no name before it: 对396个问题.
const BARE: &[&str] = &["", "对", "该", "这", "全部"];

/// What says no more than that it is all of them.
const OF_ALL: &[&str] = &["全年", "共", "累计", "年内"];

/// Whether a count behind a list that 其中 opens has the name of its total and the value that the parts make.
pub fn is_so(ctx: &Context<'_>, site: &Site, reading: &Reading, made: Decimal) -> bool {
    let figures = &ctx.figures.list;
    let (Some(&last), [total]) = (reading.parts.last(), &reading.total[..]) else { return false };
    let whole = &figures[*total];
    let own = &ctx.figures.sentences[figures[last].sentence];
    let next = ctx.figures.sentences.get(figures[last].sentence + 1).filter(|next| next.line == own.line);
    let end = next.unwrap_or(own).last;
    let behind = || figures[(last + 1).min(end)..end].iter().take(FARTHEST).filter(|it| is_like(it, whole));
    let missing = whole.quantity.value.distance(made);
    let parts: Vec<&Figure> = reading.parts.iter().map(|&part| &figures[part]).collect();
    let is_again = |again: &Figure| again.quantity.value == made && is_named(ctx, whole, &parts, again);
    site.join == Join::Among
        && made >= SMALLEST
        && behind().any(is_again)
        && !behind().any(|it| Some(it.quantity.value) == missing)
}

fn is_like(again: &Figure, whole: &Figure) -> bool {
    again.is_exact_count() && again.quantity.unit.family == whole.quantity.unit.family && again.bracket == whole.bracket
}

/// Whether the words before a count are in the name of another; or, if it has none, those behind it, which are not those of a
/// part.
fn is_named(ctx: &Context<'_>, whole: &Figure, parts: &[&Figure], again: &Figure) -> bool {
    let name = Run::new(whole.label.start, whole.tail.end.max(whole.label.end));
    if BARE.contains(&&*ctx.text.string(again.label)) {
        let is_of_part = parts.iter().any(|part| ctx.text.shares_two(again.tail, part.label));
        return ctx.text.shares_two(again.tail, name) && !is_of_part;
    }
    let mut own = again.label;
    while let Some((_, length)) = ctx.text.starts_any(own.start, OF_ALL).filter(|(_, length)| *length <= own.len()) {
        own.start += length;
    }
    // 两类纠纷1236件: of those told.
    let is_of_kinds = matches!(ctx.text.before(own.start), '类' | '种' | '项');
    own.len() > 1 && !is_of_kinds && ctx.text.has_any(whole.label, &[&ctx.text.string(own)])
}
