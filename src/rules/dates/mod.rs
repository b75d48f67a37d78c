//! Years and days: what the report says of its own time.

pub mod deadline;
pub mod next_year;
pub mod other_year;
pub mod part_year;
pub mod stale_year;
pub mod year;

use crate::lex::date;
use crate::span::Run;
use crate::text::Text;

/// A year as it is shown.
fn show(year: u16) -> String {
    year.to_string()
}

/// The place of a year that begins at an index: 2024年.
const fn place(at: usize) -> Run {
    Run::new(at, at + 5)
}

/// The one year of a run, if there is no other.
fn only_year(text: &Text, run: Run) -> Option<(u16, Run)> {
    match date::years(text, run)[..] {
        [(year, at)] => Some((year, place(at))),
        _ => None,
    }
}
