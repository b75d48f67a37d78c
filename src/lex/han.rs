//! Chinese numerals: rows of 一二三 … and 十百千万亿, as values.

use crate::span::Run;
use crate::text::{Held, Text};

/// Longer rows of Chinese numerals are no number.
pub const LONGEST: usize = 28;

/// The numerals up to ten, each of one glyph.
pub const TO_TEN: [char; 10] = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/// What one of them counts.
#[must_use]
pub fn to_ten(ch: char) -> Option<usize> {
    TO_TEN.iter().position(|&numeral| numeral == ch).map(|at| at + 1)
}

/// A number from one to ninety-nine as it is written: 二十一.
#[must_use]
pub fn written(number: usize) -> String {
    let digit = |digit: usize| digit.checked_sub(1).map(|at| TO_TEN[at]);
    let [tens, ones] = [number / 10 % 10, number % 10];
    let tens = [digit(tens).filter(|_| tens > 1), (tens > 0).then_some('十')];
    tens.into_iter().chain([digit(ones)]).flatten().collect()
}

/// Where a row of Chinese numerals ends, or is too long to be one.
#[must_use]
pub fn end(text: &Text, start: usize) -> usize {
    let mut end = start;
    while end - start <= LONGEST && is_numeral(text.at(end)) {
        end += 1;
    }
    end
}

/// Lowest and highest value, and what the last power is worth where it is a rough one: 10000 in 三万, 1 in 三百.
#[must_use]
pub fn powers(text: &Text, run: Run) -> Option<(i64, i64, i64)> {
    const ROUGH: i64 = 1000;
    let (mut total, mut section, mut digit, mut last) = (0i64, 0i64, None, 0i64);
    // How much higher a range such as 三四百 goes, in what `digit` counts.
    let (mut wider, mut spread) = (0i64, 0i64);
    for ch in text.chars(run) {
        match numeral(ch)? {
            Numeral::Digit(0) if digit.is_some() => return None,
            Numeral::Digit(0) => last = 1,
            Numeral::Tens(value) => {
                section += value;
                last = 10;
            }
            Numeral::Digit(value) => {
                if let Some(before) = digit {
                    wider = Some(value - before).filter(|by| (1..=2).contains(by) && wider == 0)?;
                }
                digit = digit.or(Some(value));
            }
            Numeral::Power(power) => {
                spread = (spread + wider).checked_mul(if power >= 10_000 { power } else { 1 })?;
                if power >= 10_000 {
                    let below = section + digit.take().unwrap_or(0);
                    let raised = if power > 10_000 { std::mem::take(&mut total).checked_add(below)? } else { below };
                    total = total.checked_add(raised.max(1).checked_mul(power)?)?;
                    section = 0;
                } else {
                    spread += wider * (power - 1);
                    section += digit.take().unwrap_or(1) * power;
                }
                wider = 0;
                last = power;
            }
        }
    }
    if last == 0 {
        return None;
    }
    // 一千五: the last power is left out.
    let unit = if digit.is_some() && last >= 100 { last / 10 } else { 1 };
    let low = total.checked_add(section + digit.unwrap_or(0) * unit)?;
    let high = low.checked_add(spread + wider * unit)?;
    let step = if digit.is_some() { unit } else { last };
    Some((low, high, if step < ROUGH { 1 } else { step }))
}

/// Digit by digit (二〇二四); two neighbours are a range (三五个).
#[must_use]
pub fn spelled(text: &Text, run: Run) -> Option<(i64, i64, i64)> {
    let mut value = 0i64;
    let mut digits = [0i64; 2];
    for ch in text.chars(run) {
        let Numeral::Digit(digit) = numeral(ch)? else { return None };
        value = value.checked_mul(10)?.checked_add(digit)?;
        digits = [digits[1], digit];
    }
    let [low, high] = digits;
    let is_range = run.len() == 2 && low > 0 && low < high && high - low <= 2;
    Some(if is_range { (low, high, 1) } else { (value, value, 1) })
}

/// Chinese digits one by one, as they follow 点.
#[must_use]
pub fn digits(text: &Text, start: usize) -> String {
    let digit = |index: usize| match numeral(text.at(index)) {
        Some(Numeral::Digit(value)) => char::from_digit(u32::try_from(value).ok()?, 10),
        _ => None,
    };
    (start..).map_while(digit).take(LONGEST).collect()
}

enum Numeral {
    Digit(i64),
    /// 廿, 卅.
    Tens(i64),
    Power(i64),
}

/// Whether a glyph is part of Chinese numerals.
#[must_use]
pub const fn is_numeral(ch: char) -> bool {
    NUMERALS.has(ch) && numeral(ch).is_some()
}

const NUMERALS: Held = Held::of(&[
    '〇', '零', '○', '一', '二', '两', '三', '四', '五', '六', '七', '八', '九', '廿', '卅', '十', '百', '千', '万',
    '亿',
]);

const fn numeral(ch: char) -> Option<Numeral> {
    Some(match ch {
        '〇' | '零' | '○' => Numeral::Digit(0),
        '一' => Numeral::Digit(1),
        '二' | '两' => Numeral::Digit(2),
        '三' => Numeral::Digit(3),
        '四' => Numeral::Digit(4),
        '五' => Numeral::Digit(5),
        '六' => Numeral::Digit(6),
        '七' => Numeral::Digit(7),
        '八' => Numeral::Digit(8),
        '九' => Numeral::Digit(9),
        '廿' => Numeral::Tens(20),
        '卅' => Numeral::Tens(30),
        '十' => Numeral::Power(10),
        '百' => Numeral::Power(100),
        '千' => Numeral::Power(1000),
        '万' => Numeral::Power(10_000),
        '亿' => Numeral::Power(100_000_000),
        _ => return None,
    })
}
