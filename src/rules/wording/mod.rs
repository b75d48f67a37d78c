//! Words that should not stand as they do.

pub mod contradictory_approximation;
pub mod copied_figures;
pub mod copied_paragraph;
pub mod demands_only;
pub mod double_negative;
pub mod doubled_word;
pub mod duplicate_paragraph;
pub mod duplicate_sentence;
pub mod foreign_place;
pub mod placeholder;
pub mod repeated_item;
pub mod request;
pub mod typo;
pub mod up_to;

use super::Context;
use crate::span::Run;

/// A line without the number at its head.
fn body(ctx: &Context<'_>, line: Run) -> Run {
    let marks = &ctx.lexed.marks;
    let mark = marks.get(marks.partition_point(|mark| mark.run.start < line.start));
    let head = mark.filter(|mark| mark.run.start == line.start && mark.run.end <= line.end);
    Run::new(head.map_or(line.start, |mark| mark.run.end), line.end)
}
