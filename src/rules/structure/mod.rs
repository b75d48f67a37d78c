//! What stands where: title, required contents, headings and their numbers, signature, end.

pub mod cut_off;
pub mod missing_part;
pub mod missing_section;
pub mod not_a_report;
pub mod numbering;
pub mod points;
pub mod repeated_heading;
pub mod signature;
pub mod task_coverage;
pub mod thin_section;
pub mod title;
pub mod unheaded_section;
pub mod unmentioned_plan;

use super::Context;

/// A whole report is longer than this.
const SHORTEST: usize = 300;

/// Whether the text is a whole report, of which title and signature can be expected, and no passage out of one.
fn is_whole(ctx: &Context<'_>) -> bool {
    ctx.coverage.strange.is_none() && ctx.text.len() > SHORTEST && ctx.is_on_law() && ctx.outline.headings.len() > 1
}
