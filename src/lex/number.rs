//! Numerals: Arabic with separators and multipliers, Chinese, and what a scanner made of digits.
//!
//! `read` takes the numeral at an index and gives its value and where it ends; words of
//! approximation and units are not its business (see [`super::quantity`]).

use crate::decimal::Decimal;
use crate::span::Run;
use crate::text::Text;

/// A numeral.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number {
    /// Its value, multiplied out.
    pub value: Decimal,
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
        ch if chinese_value(ch).is_some() => chinese(text, index),
        _ => None,
    }
}

/// More digits or groups of them are no figure.
const MOST_DIGITS: usize = 18;
const MOST_GROUPS: usize = 6;

fn arabic(text: &Text, index: usize) -> Option<Number> {
    let (integer, fraction, end) = digits(text, index);
    let is_scanned = scanned_digit(text.at(end)).is_some() && !text.at(end).is_ascii_digit();
    if is_scanned && let Some(number) = scanned(text, index) {
        return Some(number);
    }
    let value = Decimal::from_digits(&integer, &fraction)?;
    let scale = i8::try_from(fraction.len()).ok()?;
    Some(multiplied(text, value, -scale, end, Script::Arabic))
}

/// Digits with thousands separators, and the fraction. A comma separates thousands when groups
/// of exactly three follow a group of one to three; a blank does where a unit follows the last.
fn digits(text: &Text, start: usize) -> (String, String, usize) {
    let group = |from: usize| text.end_of(from, |ch| ch.is_ascii_digit()) - from;
    let mut integer: String = text.chars(Run::new(start, start + group(start))).collect();
    let mut end = start + integer.len();
    if integer.len() <= 3 {
        while integer.len() <= MOST_DIGITS && text.at(end) == ',' && group(end + 1) == 3 {
            integer.extend(text.chars(Run::new(end + 1, end + 4)));
            end += 4;
        }
    }
    let grouped =
        (end..).step_by(4).take(MOST_GROUPS).take_while(|&at| text.at(at) == ' ' && group(at + 1) == 3).count();
    if integer.len() <= 3 && grouped > 0 && super::unit::at(text, end + 4 * grouped).is_some() {
        for _ in 0..grouped {
            integer.extend(text.chars(Run::new(end + 1, end + 4)));
            end += 4;
        }
    }
    let mut fraction = String::new();
    let length = if text.at(end) == '.' { group(end + 1) } else { 0 };
    if length > 0 {
        fraction = text.string(Run::new(end + 1, end + 1 + length));
        end += 1 + length;
    }
    (integer, fraction, end)
}

/// Letters that a scanner reads for 0 and 1, mixed with digits or at least two in a row.
fn scanned(text: &Text, start: usize) -> Option<Number> {
    if text.before(start).is_ascii_alphanumeric() {
        return None;
    }
    let digits: String = (start..).map_while(|index| scanned_digit(text.at(index))).take(MOST_DIGITS).collect();
    let end = start + digits.len();
    if digits.len() < 2 || text.at(end).is_ascii_alphanumeric() || text.at(start) == 'O' || text.at(start) == 'o' {
        return None;
    }
    let is_counted = super::unit::at(text, end).is_some() || matches!(text.at(end), '余' | '多' | '万');
    let value = Decimal::from_digits(&digits, "").filter(|_| is_counted)?;
    Some(multiplied(text, value, 0, end, Script::Scanned))
}

fn scanned_digit(ch: char) -> Option<char> {
    match ch {
        '0'..='9' => Some(ch),
        'I' | 'l' => Some('1'),
        'O' | 'o' => Some('0'),
        _ => None,
    }
}

/// 万, 亿 and the like after digits; never the 万 of 万元, which is part of the unit.
fn multiplied(text: &Text, value: Decimal, exponent: i8, end: usize, script: Script) -> Number {
    let mut number = Number { value, step: Decimal::power_of_ten(exponent), and_more: false, script, end };
    let mut index = text.skip_spaces(end);
    let more = usize::from(matches!(text.at(index), '余' | '多' | '几'));
    index += more;
    let (power, length) = match text.at(index) {
        '十' => (1, 1),
        '百' if text.at(index + 1) != '分' => (2, 1),
        '千' if !matches!(text.at(index + 1), '克' | '米' | '瓦') => (3, 1),
        '万' if text.at(index + 1) == '亿' => (12, 2),
        '万' => (4, 1),
        '亿' => (8, 1),
        _ => return number,
    };
    let factor = Decimal::power_of_ten(power);
    let (Some(value), Some(step)) = (value.times(factor), number.step.times(factor)) else {
        return number;
    };
    number.value = value.trimmed();
    number.step = step;
    number.and_more = more > 0;
    number.end = index + length;
    number
}

/// Longer rows of Chinese numerals are no number.
const LONGEST_CHINESE: usize = 20;

/// A Chinese numeral: with powers (二十一, 两千零五), or digit by digit (二〇二四).
fn chinese(text: &Text, start: usize) -> Option<Number> {
    let length = (start..).take_while(|&index| is_han_numeral(text.at(index))).take(LONGEST_CHINESE + 1).count();
    if length > LONGEST_CHINESE {
        return None;
    }
    let end = start + length;
    let run = Run::new(start, end);
    let powered = text.chars(run).any(|ch| matches!(chinese_value(ch), Some(Numeral::Power(_))));
    let (value, step) = if powered { powers(text.chars(run))? } else { (spelled(text.chars(run))?, 1) };
    Some(Number {
        value: Decimal::whole(value),
        step: Decimal::whole(step),
        and_more: false,
        script: Script::Chinese,
        end,
    })
}

/// Value, and what the last power is worth (百余: 100).
fn powers(chars: impl Iterator<Item = char>) -> Option<(i64, i64)> {
    let (mut total, mut section, mut digit, mut step) = (0i64, 0i64, None, 1i64);
    for ch in chars {
        match chinese_value(ch)? {
            Numeral::Digit(0) => {}
            Numeral::Digit(value) => {
                if digit.is_some() {
                    return None;
                }
                digit = Some(value);
                step = 1;
            }
            Numeral::Power(power) if power >= 10_000 => {
                let below = section + digit.take().unwrap_or(0);
                let raised = if power > 10_000 { std::mem::take(&mut total) + below } else { below };
                total += raised.max(1).checked_mul(power)?;
                section = 0;
                step = power;
            }
            Numeral::Power(power) => {
                section += digit.take().unwrap_or(1).checked_mul(power)?;
                step = power;
            }
        }
    }
    Some((total + section + digit.unwrap_or(0), step))
}

fn spelled(chars: impl Iterator<Item = char>) -> Option<i64> {
    let mut value = 0i64;
    for ch in chars {
        let Numeral::Digit(digit) = chinese_value(ch)? else { return None };
        value = value.checked_mul(10)?.checked_add(digit)?;
    }
    Some(value)
}

/// Chinese digits one by one, as they follow 点.
#[must_use]
pub fn spelled_digits(text: &Text, start: usize) -> String {
    let digit = |index: usize| match chinese_value(text.at(index)) {
        Some(Numeral::Digit(value)) => char::from_digit(u32::try_from(value).ok()?, 10),
        _ => None,
    };
    (start..).map_while(digit).take(MOST_DIGITS).collect()
}

enum Numeral {
    Digit(i64),
    Power(i64),
}

/// Whether a glyph is part of Chinese numerals.
#[must_use]
pub const fn is_han_numeral(ch: char) -> bool {
    chinese_value(ch).is_some()
}

const fn chinese_value(ch: char) -> Option<Numeral> {
    Some(match ch {
        '〇' | '零' => Numeral::Digit(0),
        '一' => Numeral::Digit(1),
        '二' | '两' => Numeral::Digit(2),
        '三' => Numeral::Digit(3),
        '四' => Numeral::Digit(4),
        '五' => Numeral::Digit(5),
        '六' => Numeral::Digit(6),
        '七' => Numeral::Digit(7),
        '八' => Numeral::Digit(8),
        '九' => Numeral::Digit(9),
        '十' => Numeral::Power(10),
        '百' => Numeral::Power(100),
        '千' => Numeral::Power(1000),
        '万' => Numeral::Power(10_000),
        '亿' => Numeral::Power(100_000_000),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(written: &str) -> Option<String> {
        let text = Text::new(written);
        read(&text, 0).map(|number| format!("{} {}", number.value, text.string(Run::new(number.end, text.len()))))
    }

    #[test]
    fn arabic_numerals_keep_their_trailing_zeros_and_separators() {
        assert_eq!(value("12,409条").as_deref(), Some("12409 条"));
        assert_eq!(value("271 997件").as_deref(), Some("271997 件"));
        assert_eq!(value("12 300").as_deref(), Some("12  300"));
        assert_eq!(value("12,40条").as_deref(), Some("12 ,40条"));
        assert_eq!(value("98.80%").as_deref(), Some("98.80 %"));
        assert_eq!(value("24.3万件").as_deref(), Some("243000 件"));
        assert_eq!(value("3.2万多家").as_deref(), Some("32000 多家"));
        assert_eq!(value("5万亿元").as_deref(), Some("5000000000000 元"));
    }

    #[test]
    fn chinese_numerals() {
        assert_eq!(value("二十一个").as_deref(), Some("21 个"));
        assert_eq!(value("十二项").as_deref(), Some("12 项"));
        assert_eq!(value("两千零五件").as_deref(), Some("2005 件"));
        assert_eq!(value("三万五千人").as_deref(), Some("35000 人"));
        assert_eq!(value("一亿二千万元").as_deref(), Some("120000000 元"));
        assert_eq!(value("二〇二四年").as_deref(), Some("2024 年"));
        assert_eq!(value("百余份").as_deref(), Some("100 余份"));
    }

    #[test]
    fn letters_of_a_scanner_are_digits_only_before_a_unit() {
        assert_eq!(value("IOOO件以上").as_deref(), Some("1000 件以上"));
        assert_eq!(value("IO0%").as_deref(), Some("100 %"));
        assert_eq!(value("IO设备"), None);
        assert_eq!(value("lol"), None);
    }

    #[test]
    fn a_row_of_digits_too_long_for_a_figure_is_none() {
        assert_eq!(value(&"7".repeat(40)), None);
    }
}
