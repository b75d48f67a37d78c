//! What holds between the figures of a wording, as its table states it: `T = a + b; R = a / T %`.
//!
//! A relation is solved once (its left side follows from its right side), and asked again when an
//! error was planted: only what no rounding and no cutting off explains counts as an error.

use crate::chance::Chance;
use crate::number::Number;
use std::collections::BTreeMap;

/// The figures of a paragraph by name; the parts of a list are `part 1`, `part 2` …
pub type Values = BTreeMap<String, Number>;

/// One equation or inequality.
#[derive(Clone, Debug)]
pub enum Relation {
    /// `T = a + b`, `T = parts 3..5`
    Sum { total: String, parts: Vec<String>, list: Option<(i64, i64)> },
    /// `T >= parts 2..4`: some of the parts.
    AtLeastParts { total: String, parts: (i64, i64) },
    /// `a + b = c + d`
    Balance { left: Vec<String>, right: Vec<String> },
    /// `D = b - a`
    Difference { by: String, from: String, to: String },
    /// `R = a / b %`: a share; at most 100.
    Share { rate: String, part: String, whole: String },
    /// `G = b / a - 1 %`
    Growth { rate: String, to: String, from: String },
    /// `G = 1 - b / a %`
    Fall { rate: String, to: String, from: String },
    /// `M = T / n`
    Mean { mean: String, total: String, count: String },
    /// `a <= T`, `R <= 100`
    AtMost { part: String, whole: String },
    /// `N = items 3..5`: how many items are listed.
    Count { count: String, items: (i64, i64) },
    /// `N = N`: one thing stated several times.
    Same { name: String },
}

impl Relation {
    pub fn parse(written: &str) -> Self {
        let words: Vec<&str> = written.split_whitespace().collect();
        let owned = |word: &str| word.to_owned();
        match words[..] {
            [part, "<=", whole] => Self::AtMost { part: owned(part), whole: owned(whole) },
            [total, "=", "parts", range] => {
                Self::Sum { total: owned(total), parts: Vec::new(), list: Some(bounds(range)) }
            }
            [total, ">=", "parts", range] => Self::AtLeastParts { total: owned(total), parts: bounds(range) },
            [count, "=", "items", range] => Self::Count { count: owned(count), items: bounds(range) },
            [name, "=", same] if name == same => Self::Same { name: owned(name) },
            [rate, "=", part, "/", whole, "%"] => {
                Self::Share { rate: owned(rate), part: owned(part), whole: owned(whole) }
            }
            [rate, "=", to, "/", from, "-", "1", "%"] => {
                Self::Growth { rate: owned(rate), to: owned(to), from: owned(from) }
            }
            [rate, "=", "1", "-", to, "/", from, "%"] => {
                Self::Fall { rate: owned(rate), to: owned(to), from: owned(from) }
            }
            [mean, "=", total, "/", count] => {
                Self::Mean { mean: owned(mean), total: owned(total), count: owned(count) }
            }
            [by, "=", to, "-", from] => Self::Difference { by: owned(by), from: owned(from), to: owned(to) },
            [total, "=", ref parts @ ..] if parts.contains(&"+") && !parts.contains(&"=") => {
                let parts = parts.iter().filter(|word| **word != "+").map(|word| owned(word)).collect();
                Self::Sum { total: owned(total), parts, list: None }
            }
            _ if words.contains(&"+") => {
                let (left, right) = written.split_once(" = ").unwrap_or_else(|| panic!("no equation: {written}"));
                let names = |side: &str| side.split(" + ").map(|word| owned(word.trim())).collect();
                Self::Balance { left: names(left), right: names(right) }
            }
            _ => panic!("no relation: {written}"),
        }
    }

    /// The figures that its left side follows from.
    pub fn free(&self) -> Vec<&String> {
        match self {
            Self::Sum { parts, .. } => parts.iter().collect(),
            Self::Difference { from, to, .. } => vec![from, to],
            Self::Share { part, whole, .. } => vec![part, whole],
            Self::AtMost { part, whole } => [part, whole].into_iter().filter(|name| constant(name).is_none()).collect(),
            Self::Growth { to, from, .. } | Self::Fall { to, from, .. } => vec![to, from],
            Self::Mean { total, count, .. } => vec![total, count],
            Self::Count { .. } | Self::AtLeastParts { .. } => Vec::new(),
            Self::Balance { left, right } => left.iter().chain(&right[..right.len() - 1]).collect(),
            Self::Same { name } => vec![name],
        }
    }

    /// Adds its left side; nothing where the values drawn do not suit it.
    pub fn solve(&self, values: &mut Values, chance: &mut Chance) -> Option<()> {
        let (name, value) = match self {
            Self::Sum { total, parts, .. } => {
                let names = if parts.is_empty() { listed(values) } else { parts.clone() };
                if let Some(&whole) = values.get(total) {
                    return divide(whole, &names, values, chance);
                }
                let scale = names.iter().map(|name| values[name].scale).max()?;
                let sum: i128 = names.iter().map(|name| values[name].at(scale)).sum();
                (total, Number { value: i64::try_from(sum).ok()?, scale })
            }
            Self::AtLeastParts { total, .. } => {
                let sum: i64 = listed(values).iter().map(|name| values[name].value).sum();
                (total, Number::whole(sum + *chance.of(&[0, sum / 3 + 1, sum])))
            }
            Self::Balance { left, right } => {
                let sum = |names: &[String]| names.iter().map(|name| values[name].value).sum::<i64>();
                let (last, others) = right.split_last()?;
                (last, Number::whole(Some(sum(left) - sum(others)).filter(|&rest| rest > 0)?))
            }
            Self::Difference { by, from, to } => {
                let (to, from) = (values[to], values[from]);
                let value = to.value - from.value;
                (
                    by,
                    Number {
                        value: Some(value).filter(|&value| value > 0 && to.scale == from.scale)?,
                        scale: to.scale,
                    },
                )
            }
            Self::Share { rate, part, whole } => {
                let (a, b) = (values[part], values[whole]);
                (rate, quotient(a, b, 100, chance).filter(|_| a.value > 0 && a.at(2) <= b.at(2))?)
            }
            Self::Growth { rate, to, from } => {
                let (to, from) = (values[to], values[from]);
                let gain = Number { value: to.value - from.value, ..to };
                (rate, quotient(gain, from, 100, chance).filter(|_| gain.value > 0 && gain.value < 9 * from.value)?)
            }
            Self::Fall { rate, to, from } => {
                let (to, from) = (values[to], values[from]);
                let loss = Number { value: from.value - to.value, ..to };
                (rate, quotient(loss, from, 100, chance).filter(|_| loss.value > 0)?)
            }
            Self::Mean { mean, total, count } => (
                mean,
                quotient(values[total], values[count], 1, chance)
                    .filter(|mean| mean.value > 0 && !is_cut_off(*mean, values[total], values[count]))?,
            ),
            Self::AtMost { part, whole } => return (values[part].at(2) <= limit(whole, values)).then_some(()),
            Self::Count { count, .. } => {
                let items = values.keys().filter(|name| name.starts_with("item ")).count();
                (count, Number::whole(i64::try_from(items).ok()?))
            }
            Self::Same { .. } => return Some(()),
        };
        values.insert(name.clone(), value);
        Some(())
    }

    /// Whether no reading of the figures, rounded or cut off, fits. `before` are the figures without the error.
    pub fn is_broken(&self, values: &Values, before: &Values) -> bool {
        match self {
            Self::Sum { total, parts, .. } => {
                let names = if parts.is_empty() { listed(values) } else { parts.clone() };
                let scale = values[total].scale;
                let sum: i128 = names.iter().map(|name| values[name].at(scale)).sum();
                // Parts with decimals may each be rounded.
                let room = if scale == 0 { 0 } else { names.len() as u128 + 1 };
                sum.abs_diff(values[total].at(scale)) > room
            }
            Self::AtLeastParts { total, .. } => {
                let sum: i64 = listed(values).iter().map(|name| values[name].value).sum();
                sum > values[total].value
            }
            Self::Balance { left, right } => {
                let sum = |names: &[String]| names.iter().map(|name| values[name].value).sum::<i64>();
                sum(left) != sum(right)
            }
            Self::Difference { by, from, to } => {
                let room = if values[by].scale == 0 { 0 } else { 2 };
                let (by, to, from) = (values[by].at(2), values[to].at(2), values[from].at(2));
                (to - from).abs_diff(by) > room
            }
            Self::Share { rate, part, whole } => !fits(values[rate], values[part], values[whole], 100),
            Self::Growth { rate, to, from } => {
                let gain = Number { value: values[to].value - values[from].value, ..values[to] };
                !fits(values[rate], gain, values[from], 100)
            }
            Self::Fall { rate, to, from } => {
                let loss = Number { value: values[from].value - values[to].value, ..values[to] };
                !fits(values[rate], loss, values[from], 100)
            }
            Self::Mean { mean, total, count } => !fits(values[mean], values[total], values[count], 1),
            Self::AtMost { part, whole } => values[part].at(2) > limit(whole, values),
            Self::Count { count, .. } => values[count] != before[count],
            Self::Same { name } => values[name] != before[name],
        }
    }
}

fn bounds(range: &str) -> (i64, i64) {
    let (low, high) = range.split_once("..").unwrap_or_else(|| panic!("no range: {range}"));
    (low.parse().expect("a number"), high.parse().expect("a number"))
}

fn constant(name: &str) -> Option<i64> {
    name.parse().ok()
}

/// The larger side of an inequality, in hundredths.
fn limit(name: &str, values: &Values) -> i128 {
    constant(name).map_or_else(|| values[name].at(2), |value| Number::whole(value).at(2))
}

/// Cuts a whole that is known into parts.
fn divide(whole: Number, parts: &[String], values: &mut Values, chance: &mut Chance) -> Option<()> {
    let mut rest = whole.value;
    for (index, part) in (1..).zip(parts) {
        let others = i64::try_from(parts.len()).ok()? - index;
        let value = if others == 0 { rest } else { chance.between(1, Some(rest - others).filter(|&most| most > 0)?) };
        values.insert(part.clone(), Number { value, ..whole });
        rest -= value;
    }
    Some(())
}

/// The parts of a list, in order.
pub fn listed(values: &Values) -> Vec<String> {
    values.keys().filter(|name| name.starts_with("part ")).cloned().collect()
}

/// `a / b × factor`, rounded or cut off, with up to two decimals.
pub fn quotient(a: Number, b: Number, factor: i128, chance: &mut Chance) -> Option<Number> {
    let scale = u32::try_from(*chance.of(&[0i64, 1, 1, 2, 2, 2])).ok()?;
    let (above, below) = (a.at(2) * factor * 10i128.pow(scale), b.at(2));
    let cut = above.checked_div(below).filter(|_| below > 0)?;
    let is_up = (above - cut * below) * 2 >= below && !chance.happens(20);
    let value = i64::try_from(cut + i128::from(is_up)).ok()?;
    // 12.50 is as well written 12.5; 100 is hardly ever 100.00.
    let (mut value, mut scale) = (value, scale);
    while scale > 0 && value % 10 == 0 && (value % 10i64.pow(scale) == 0 || chance.happens(50)) {
        (value, scale) = (value / 10, scale - 1);
    }
    Some(Number { value, scale })
}

/// Whether a small mean in whole numbers was cut off: nobody writes 7 for 7.9.
fn is_cut_off(mean: Number, total: Number, count: Number) -> bool {
    let below = count.at(2);
    mean.scale == 0 && mean.value < 10 && (total.at(2) - i128::from(mean.value) * below) * 2 > below
}

/// Whether a quotient was written as `rate`, by rounding or by cutting off.
fn fits(rate: Number, a: Number, b: Number, factor: i128) -> bool {
    let above = a.at(2) * factor * 10i128.pow(rate.scale) * 2;
    let below = b.at(2);
    let doubled = i128::from(rate.value) * 2;
    below > 0 && above >= (doubled - 1) * below && above < (doubled + 2) * below
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_fits_rounded_or_cut_off_and_no_further() {
        let rate = |value| Number { value, scale: 1 };
        let [a, b] = [Number::whole(86), Number::whole(88)];
        assert!(fits(rate(977), a, b, 100));
        assert!(!fits(rate(979), a, b, 100));
        assert!(!fits(rate(975), a, b, 100));
    }
}
