//! A cell: a bare number, perhaps with its unit; nothing; or words.

use crate::decimal::{Decimal, Interval};
use crate::lex::unit::{self, Family};
use crate::span::Run;
use crate::text::Text;

/// A cell among the figures of a table.
#[derive(Clone, Copy, Debug)]
pub struct Cell {
    /// What is written in it, without blanks around.
    pub run: Run,
    /// What that is.
    pub content: Content,
}

/// What stands in a cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Content {
    /// A number.
    Number(Number),
    /// A dash: there is nothing to count.
    Dash,
    /// Nothing, which may mean nothing or not yet filled in.
    Empty,
    /// Anything else.
    Words,
}

/// The number of a cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number {
    /// Its value, 万 and 亿 multiplied out.
    pub value: Decimal,
    /// What its last digit is worth.
    pub step: Decimal,
    /// The family of the unit beside it.
    pub family: Family,
    /// Its digits alone.
    pub numeral: Run,
    /// The unit beside it, empty for a bare number.
    pub unit: Run,
}

impl Cell {
    /// Its number.
    #[must_use]
    pub const fn number(&self) -> Option<&Number> {
        match &self.content {
            Content::Number(number) => Some(number),
            _ => None,
        }
    }

    /// What it adds to a sum: nothing where it is empty, none where it holds words.
    #[must_use]
    pub fn amount(&self) -> Option<Decimal> {
        match self.content {
            Content::Number(number) => Some(number.value),
            Content::Dash | Content::Empty => Some(Decimal::ZERO),
            Content::Words => None,
        }
    }

    /// The values that it may stand for in truth: a whole number is exact, unless what is counted is `rounded`.
    #[must_use]
    pub fn interval(&self, rounded: bool) -> Option<Interval> {
        let Some(number) = self.number() else { return self.amount().map(Interval::exactly) };
        let is_exact = number.value.is_zero() || (!rounded && number.step <= Decimal::whole(1));
        let is_exact = is_exact && number.value.is_whole();
        Some(if is_exact { Interval::exactly(number.value) } else { Interval::written(number.value, number.step) })
    }
}

/// More characters than this are no number.
const LONGEST: usize = 24;

/// Reads a cell.
#[must_use]
pub fn read(text: &Text, run: Run) -> Cell {
    let run = text.trim(run);
    let is_dash = run.len() <= 4 && text.chars(run).all(|ch| matches!(ch, '-' | '—' | '–' | '―' | '─' | '/' | '\\'));
    let content = if run.is_empty() {
        Content::Empty
    } else if is_dash {
        Content::Dash
    } else {
        number(text, run).map_or(Content::Words, Content::Number)
    };
    Cell { run, content }
}

fn number(text: &Text, run: Run) -> Option<Number> {
    if run.len() > LONGEST || !text.at(run.start).is_ascii_digit() {
        return None;
    }
    let (mut integer, mut fraction) = (String::new(), String::new());
    let mut index = run.start;
    let digits = |from: usize| (from..run.end).take_while(|&at| text.at(at).is_ascii_digit()).count();
    loop {
        let length = digits(index);
        integer.extend(text.chars(Run::new(index, index + length)));
        index += length;
        // Groups of thousands: 14,069 and 14 069.
        if !matches!(text.at(index), ',' | ' ') || digits(index + 1) != 3 || index + 3 >= run.end {
            break;
        }
        index += 1;
    }
    if text.at(index) == '.' && index < run.end {
        let length = digits(index + 1);
        fraction.extend(text.chars(Run::new(index + 1, index + 1 + length)));
        index += 1 + length;
    }
    let numeral = Run::new(run.start, index);
    let mut value = Decimal::from_digits(&integer, &fraction)?;
    let mut step = Decimal::power_of_ten(-i8::try_from(fraction.len()).ok()?);
    let (power, unit, family) = measure(text, Run::new(index, run.end))?;
    value = value.times(power)?;
    step = step.times(power)?;
    Some(Number { value: value.trimmed(), step, family, numeral, unit })
}

/// A unit that fills a run, 万 and 亿 before it included: what it is worth, the unit proper, its family.
#[must_use]
pub fn measure(text: &Text, run: Run) -> Option<(Decimal, Run, Family)> {
    let mut rest = text.trim(run);
    let mut exponent = 0;
    if !rest.is_empty() && matches!(text.at(rest.start), '万' | '亿') {
        exponent = if text.at(rest.start) == '万' { 4 } else { 8 };
        rest.start += 1;
    }
    if rest.is_empty() {
        return Some((Decimal::power_of_ten(exponent), Run::new(rest.end, rest.end), Family::Bare));
    }
    let unit = unit::at(text, rest.start).filter(|unit| unit.length == rest.len())?;
    let counts = unit.family.is_amount() || unit.family == Family::Percent;
    counts.then(|| (Decimal::power_of_ten(exponent + unit.exponent), rest, unit.family))
}
