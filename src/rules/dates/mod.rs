//! Years and days: what the report says of its own time.

pub mod deadline;
pub mod next_year;
pub mod no_such_day;
pub mod other_year;
pub mod part_year;
pub mod previous_year;
pub mod reversed;
pub mod stale_year;
pub mod year;

use crate::lex::date;
use crate::span::Run;
use crate::text::Text;

/// A year as it is shown.
fn show(year: u16) -> String {
    year.to_string()
}

/// The one year of a run, if there is no other.
fn only_year(text: &Text, run: Run) -> Option<(u16, Run)> {
    match date::years(text, run)[..] {
        [only] => Some(only),
        _ => None,
    }
}
