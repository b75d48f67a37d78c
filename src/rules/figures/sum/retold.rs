//! The total told once more behind its list, by its name, with what the parts make: `审核案件1377件,其中刑事589件、行政985件,全年
//! 审核1574件`. The first of the two is then wrong.
//!
//! Silent on what was done with them (办结, of 受理), and on numbers so small that they are the same by chance.

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
const BARE: &[&str] = &["", "对", "上述", "以上", "该", "这", "全部"];

/// Whether a count behind a list that 其中 opens has the name of its total and the value that the parts make.
pub fn is_so(ctx: &Context<'_>, site: &Site, reading: &Reading, made: Decimal) -> bool {
    let figures = &ctx.figures.list;
    let (Some(&last), [total]) = (reading.parts.last(), &reading.total[..]) else { return false };
    let whole = &figures[*total];
    let end = ctx.figures.sentences.get(figures[last].sentence + 1).map_or(figures.len(), |next| next.last);
    let is_again = |again: &Figure| {
        let is_like = again.is_exact_count()
            && again.quantity.unit.family == whole.quantity.unit.family
            && again.bracket == whole.bracket;
        is_like && again.quantity.value == made && is_named(ctx, whole, again)
    };
    site.join == Join::Among
        && made >= SMALLEST
        && figures[(last + 1).min(end)..end].iter().take(FARTHEST).any(is_again)
}

/// Whether the words before a count, or those behind one that has none, name what another counts.
fn is_named(ctx: &Context<'_>, whole: &Figure, again: &Figure) -> bool {
    let name = Run::new(whole.label.start, whole.tail.end.max(whole.label.end));
    let is_bare = BARE.contains(&&*ctx.text.string(again.label));
    ctx.text.shares_two(if is_bare { again.tail } else { again.label }, name)
}
