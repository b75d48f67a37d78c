//! Numerals: Arabic with separators and multipliers, Chinese, and what a scanner made of digits.
//!
//! `read` takes the numeral at an index and gives its value and where it ends; words of
//! approximation and units are not its business (see [`super::quantity`]).

use super::han;
use crate::decimal::Decimal;
use crate::span::Run;
use crate::text::{Text, is_han};

/// A numeral.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number {
    /// Its value, multiplied out; of a range such as 三四百 the lower end.
    pub value: Decimal,
    /// The upper end of a range, otherwise the value.
    pub high: Decimal,
    /// What the last digit written is worth: 1000 for 24.3万.
    pub step: Decimal,
    /// 余 or 多 stood before or after a multiplier (三十多万).
    pub and_more: bool,
    /// How it was written.
    pub script: Script,
    /// The index after it.
    pub end: usize,
}

/// How a numeral is written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Script {
    /// 1234.
    Arabic,
    /// 一千二百三十四.
    Chinese,
    /// Arabic, with letters that a scanner read for digits: IOOO.
    Scanned,
}

/// The numeral at an index.
#[must_use]
pub fn read(text: &Text, index: usize) -> Option<Number> {
    match text.at(index) {
        '0'..='9' => arabic(text, index),
        'I' | 'O' | 'l' | 'o' => scanned(text, index),
        ch if han::is_numeral(ch) => chinese(text, index),
        _ => None,
    }
}

/// More digits are no figure.
const MOST_DIGITS: usize = 18;

/// Digits and what multiplies them, and what follows with smaller powers: 1亿2千万, 3万5千.
fn arabic(text: &Text, index: usize) -> Option<Number> {
    let mut number = multiplied_digits(text, index)?;
    while matches!(text.before(number.end), '亿' | '万' | '千')
        && !number.and_more
        && let Some(rest) = multiplied_digits(text, number.end)
            .filter(|rest| Decimal::whole(100) <= rest.step && rest.value < number.step)
        && let Some(value) = number.value.plus(rest.value)
    {
        number = Number { value, high: value, ..rest };
    }
    Some(number)
}

fn multiplied_digits(text: &Text, index: usize) -> Option<Number> {
    let (integer, fraction, end) = digits(text, index);
    if scanned_digit(text.at(end)).is_some()
        && let Some(number) = scanned(text, index)
    {
        return Some(number);
    }
    let value = Decimal::from_digits(&integer, &fraction).filter(|_| !integer.is_empty())?;
    let scale = i8::try_from(fraction.len()).ok()?;
    Some(multiplied(text, value, -scale, end, Script::Arabic))
}

/// Digits with thousands separators, and the fraction. A comma separates thousands when groups
/// of exactly three follow a group of one to three; a blank does where a unit follows the last.
fn digits(text: &Text, start: usize) -> (String, String, usize) {
    let group = |from: usize| digits_end(text, from) - from;
    let mut integer: String = text.chars(Run::new(start, start + group(start))).collect();
    let mut end = start + integer.len();
    if integer.len() <= 3 {
        while integer.len() <= MOST_DIGITS && text.at(end) == ',' && group(end + 1) == 3 {
            integer.extend(text.chars(Run::new(end + 1, end + 4)));
            end += 4;
        }
    }
    let spaced = if integer.len() <= 3 { blanks(text, start, end) } else { 0 };
    if spaced > end {
        integer = text.chars(Run::new(start, spaced)).filter(char::is_ascii_digit).collect();
        end = spaced;
    }
    let mut fraction = String::new();
    let length = if text.at(end) == '.' { group(end + 1) } else { 0 };
    if length > 0 {
        fraction = text.string(Run::new(end + 1, end + 1 + length));
        end += 1 + length;
    }
    (integer, fraction, end)
}

fn digits_end(text: &Text, from: usize) -> usize {
    text.end_of(from, |ch| ch.is_ascii_digit())
}

/// Where digits with blanks between them end, if a unit follows: groups of three (271 997份), or every digit by
/// itself, at least three of them, as no columns of a table stand (2 0 1 4件), or two behind a word that no number
/// names (应诉案件1 5起).
fn blanks(text: &Text, start: usize, end: usize) -> usize {
    let size = if end == start + 1 && !text.at(start + 3).is_ascii_digit() { 1 } else { 3 };
    let mut last = end;
    let mut groups = 0;
    while groups < MOST_DIGITS && text.at(last) == ' ' && digits_end(text, last + 1) == last + 1 + size {
        last += 1 + size;
        groups += 1;
    }
    let is_word = || is_han(text.before(start)) && text.ends_any(0, start, &["附件", "第", "表", "图", "款"]).is_none();
    let is_column = size == 1 && (text.before(start) == ' ' || groups < 2 && !is_word());
    // 1 349.7万户
    let point = if size == 3 && text.at(last) == '.' { digits_end(text, last + 1) } else { last };
    let behind = text.skip_spaces(if point > last + 1 { point } else { last });
    let is_counted = super::unit::at(text, behind).is_some() || size == 3 && matches!(text.at(behind), '万' | '亿');
    if groups > 0 && is_counted && !is_column { last } else { end }
}

/// Letters that a scanner reads for 0 and 1, mixed with digits or at least two in a row.
fn scanned(text: &Text, start: usize) -> Option<Number> {
    if text.before(start).is_ascii_alphanumeric() {
        return None;
    }
    let read = |from: usize| -> String {
        (from..).map_while(|index| scanned_digit(text.at(index))).take(MOST_DIGITS).collect()
    };
    let digits = read(start);
    let mut end = start + digits.len();
    let fraction = if text.at(end) == '.' { read(end + 1) } else { String::new() };
    if !fraction.is_empty() {
        end += 1 + fraction.len();
    }
    if end < start + 2 || text.at(end).is_ascii_alphanumeric() || text.at(start) == 'O' || text.at(start) == 'o' {
        return None;
    }
    let is_counted = super::unit::at(text, end).is_some() || matches!(text.at(end), '余' | '多' | '万');
    let value = Decimal::from_digits(&digits, &fraction).filter(|_| is_counted)?;
    let scale = i8::try_from(fraction.len()).ok()?;
    Some(multiplied(text, value, -scale, end, Script::Scanned))
}

fn scanned_digit(ch: char) -> Option<char> {
    match ch {
        '0'..='9' => Some(ch),
        'I' | 'l' => Some('1'),
        'O' | 'o' => Some('0'),
        _ => None,
    }
}

/// 万, 亿 and the like after digits, one of them or two (3千万): all multiply.
fn multiplied(text: &Text, value: Decimal, exponent: i8, end: usize, script: Script) -> Number {
    let step = Decimal::power_of_ten(exponent);
    let mut number = Number { value, high: value, step, and_more: false, script, end };
    let mut index = text.skip_spaces(end);
    let (mut power, mut last, mut more) = (0, 0, false);
    loop {
        let is_more = !more && matches!(text.at(index), '余' | '多' | '几');
        let at = index + usize::from(is_more);
        let Some(next) = power_at(text, at).filter(|&next| last == 0 || (next > last && next >= 4)) else { break };
        power += next;
        last = next;
        more |= is_more;
        index = at + 1;
    }
    let factor = Decimal::power_of_ten(power);
    if let (Some(value), Some(step)) = (value.times(factor), step.times(factor))
        && last > 0
    {
        number.value = value.trimmed();
        number.high = number.value;
        number.step = step;
        number.and_more = more;
        number.end = index;
    }
    number
}

/// The power of ten at an index, where it multiplies: no 百分之, no 千米.
fn power_at(text: &Text, index: usize) -> Option<i8> {
    Some(match text.at(index) {
        '十' => 1,
        '百' if text.at(index + 1) != '分' => 2,
        '千' if !matches!(text.at(index + 1), '克' | '米' | '瓦' | '分') => 3,
        '万' if text.at(index + 1) != '分' => 4,
        '亿' => 8,
        _ => return None,
    })
}

/// A Chinese numeral: with powers (二十一, 两千零五), or digit by digit (二〇二四); 点 and decimals, 余万 and the like behind it.
fn chinese(text: &Text, start: usize) -> Option<Number> {
    let mut end = han::end(text, start);
    // 百分之, 千分之 begin a number of their own.
    if text.at(end) == '分' && end > start + 1 && text.at(end + 1) == '之' {
        end -= 1;
    }
    if end - start > han::LONGEST {
        return None;
    }
    let run = Run::new(start, end);
    let (low, high, step) = han::powers(text, run).or_else(|| han::spelled(text, run))?;
    let mut value = Decimal::whole(low);
    let mut scale = 0;
    let fraction = if text.at(end) == '点' && low == high { han::digits(text, end + 1) } else { String::new() };
    let behind = end + 1 + fraction.chars().count();
    if !fraction.is_empty() && text.at(behind) != '是' && !matches!(text.at(behind), '十' | '百' | '千') {
        value = Decimal::from_digits(&low.to_string(), &fraction)?;
        scale = i8::try_from(fraction.len()).ok()?;
        end = behind;
    }
    let mut number = multiplied(text, value, -scale, end, Script::Chinese);
    if number.end == end && scale == 0 {
        number.high = Decimal::whole(high);
        number.step = Decimal::whole(step);
    }
    Some(number)
}
