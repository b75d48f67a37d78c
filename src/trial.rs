//! Indicators tried on their own examples: what is found in each is what it says.

use crate::Checker;
use crate::document::Level;
use crate::messages;
use crate::options::{Error, Options, Wanted};
use crate::report::Report;
use crate::standard::Standard;
use crate::standard::check::Problems;
use crate::standard::file::IndicatorFile;
use crate::standard::value::Value;

/// What is wrong with a standard of a caller's own, its examples included.
///
/// # Errors
/// None that a standard can cause.
pub fn standard(value: &Value) -> Result<Problems, Error> {
    let mut problems = Problems::default();
    let file = Standard::own(value, &mut problems);
    if problems.list.is_empty() {
        let year = file.years.to.or(file.years.from);
        let options = Options { standard: Wanted::Own(value.clone()), year, ..Options::default() };
        examples(&options, &file.catalogue, "catalogue", &mut problems)?;
    }
    Ok(problems)
}

/// Tries the indicators, which stand at a path of a standard, as a checker with these options finds them.
///
/// # Errors
/// Those of [`Checker::new`].
pub fn examples(
    options: &Options,
    indicators: &[IndicatorFile],
    path: &str,
    problems: &mut Problems,
) -> Result<(), Error> {
    for level in [Level::County, Level::Department, Level::Township] {
        let checker = Checker::new(Options { level: Some(level), ..options.clone() })?;
        for (index, indicator) in indicators.iter().enumerate() {
            if first_level(indicator) != Some(level) {
                continue;
            }
            for (at, example) in indicator.examples.iter().enumerate() {
                let report = checker.check(&example.text)?;
                let (is, values) = found(&report, &example.text, &indicator.id);
                if is != example.is || values != example.values {
                    let said = said(&example.is, &example.values);
                    let message = messages::EXAMPLE_FAILS.with(&[&example.text, &said, &self::said(is, &values)]);
                    problems.add(&format!("{path}[{index}].examples[{at}]"), message);
                }
            }
        }
    }
    Ok(())
}

/// The first kind of organ that an indicator is for.
fn first_level(indicator: &IndicatorFile) -> Option<Level> {
    let levels = [Level::County, Level::Department, Level::Township];
    levels.into_iter().find(|level| indicator.tier(Some(*level)).is_some())
}

/// What is found of an indicator: how, and its figures as written.
fn found<'a>(report: &'a Report, text: &str, id: &str) -> (&'a str, Vec<String>) {
    let Some(entry) = report.indicators.iter().find(|entry| entry.id == id) else { return ("missing", Vec::new()) };
    (entry.status, entry.values.iter().map(|value| value.span.of(text).to_owned()).collect())
}

fn said(is: &str, values: &[String]) -> String {
    if values.is_empty() { is.to_owned() } else { format!("{is} {}", values.join(", ")) }
}
