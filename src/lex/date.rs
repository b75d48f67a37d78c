//! Dates, years and other things made of digits that count nothing: they are read over.

use super::han;
use crate::span::Run;
use crate::text::{Held, Text, is_han};
use std::iter;

/// A day.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Date {
    /// Year.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day, 1 to 31.
    pub day: u8,
}

/// The whole date at an index (2025年2月18日, 2025-02-18), and where it ends.
#[must_use]
pub fn day(text: &Text, index: usize) -> Option<(Date, usize)> {
    let (year, after) = year(text, index)?;
    let separator = text.at(after);
    if !matches!(separator, '年' | '-' | '.' | '/') {
        return None;
    }
    let (month, after) = small(text, after + 1)?;
    let expected = if separator == '年' { '月' } else { separator };
    if text.at(after) != expected {
        return None;
    }
    let (day, after) = small(text, after + 1)?;
    let is_day = (1..=12).contains(&month) && (1..=31).contains(&day);
    let end = after + usize::from(separator == '年' && text.at(after) == '日');
    is_day.then_some((Date { year, month, day }, end))
}

/// The day of any year at an index (1月31日), and where it ends.
#[must_use]
pub fn day_of_year(text: &Text, index: usize) -> Option<((u8, u8), usize)> {
    let date = written(text, index).filter(|date| date.year.is_none())?;
    let (month, day) = (date.month, date.day?);
    let is_day = (1..=12).contains(&month) && (1..=31).contains(&day);
    is_day.then_some(((month, day), date.run.end))
}

/// A date as it is written, whether or not there is such a day: 2023年13月5日, 5月, 4月31日.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Written {
    /// Its year, where one stands before it.
    pub year: Option<u16>,
    /// Its month.
    pub month: u8,
    /// Its day, where one stands behind it.
    pub day: Option<u8>,
    /// The whole of it.
    pub run: Run,
}

/// The dates of a text, as they are written.
pub fn all_written<'t>(text: &'t Text) -> impl Iterator<Item = Written> + 't {
    const DIGITS: Held = Held::of(&['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
    let mut from = 0;
    iter::from_fn(move || {
        while let Some(index) = text.next_of(from, DIGITS) {
            let date = written(text, index);
            from = date.map_or(index + 1, |date| date.run.end);
            if date.is_some() {
                return date;
            }
        }
        None
    })
}

/// The date up to which a span goes that begins with another: 3月22日至3月18日, 3月22日至18日; the month of the first is its
/// own where it has none.
#[must_use]
pub fn written_end(text: &Text, first: Written) -> Option<Written> {
    let (_, length) = text.starts_any(first.run.end, &["至", "到", "—", "-", "~", "–"])?;
    let start = first.run.end + length;
    if let Some(last) = written(text, start) {
        return Some(last);
    }
    let (day, end) = text.digits(start);
    let is_day = first.day.is_some() && end > start && text.at(end) == '日';
    let day = u8::try_from(day).ok().filter(|_| is_day)?;
    Some(Written { day: Some(day), run: Run::new(start, end + 1), ..first })
}

/// The date with a month that begins at an index.
#[must_use]
pub fn written(text: &Text, index: usize) -> Option<Written> {
    let with_year = year(text, index).filter(|&(_, after)| text.at(after) == '年');
    let start = with_year.map_or(index, |(_, after)| after + 1);
    let (month, after) = small(text, start).filter(|_| !text.before(index).is_ascii_digit())?;
    if text.at(after) != '月' {
        return None;
    }
    let day = small(text, after + 1).filter(|&(_, after)| matches!(text.at(after), '日' | '号'));
    let end = day.map_or(after, |(_, after)| after) + 1;
    Some(Written {
        year: with_year.map(|(year, _)| year),
        month,
        day: day.map(|(day, _)| day),
        run: Run::new(index, end),
    })
}

/// A year between 1900 and 2100 in four digits at an index.
#[must_use]
pub fn year(text: &Text, index: usize) -> Option<(u16, usize)> {
    let (year, end) = text.digits(index);
    let is_year = end == index + 4 && (1900..=2100).contains(&year) && !text.before(index).is_ascii_alphanumeric();
    is_year.then_some((year, end))
}

/// The years (2024年, 二〇二四年) of a run that stand neither in a quoted title nor in brackets nor at the end of a
/// span of years, each with its place.
#[must_use]
pub fn years(text: &Text, run: Run) -> Vec<(u16, Run)> {
    let mut found = Vec::new();
    let mut depth = 0usize;
    for index in run.start..run.end {
        let ch = text.at(index);
        match ch {
            '《' | '(' | '〔' | '[' => depth += 1,
            '》' | ')' | '〕' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let is_end = match text.before(index) {
            '—' | '-' | '–' | '~' => true,
            '至' => matches!(text.before(index - 1), '年' | '月' | '0'..='9'),
            _ => false,
        };
        if depth > 0 || is_end || !matches!(ch, '0'..='9' | '一' | '二') {
            continue;
        }
        if let Some((year, end)) = year(text, index).or_else(|| year_in_words(text, index)) {
            let end = text.skip_spaces(end);
            if text.at(end) == '年' {
                found.push((year, Run::new(index, end + 1)));
            }
        }
    }
    found
}

/// 二〇二四 at an index.
fn year_in_words(text: &Text, index: usize) -> Option<(u16, usize)> {
    let mut year = 0;
    for step in 0..4 {
        year = year * 10 + han_digit(text.at(index + step))?;
    }
    (1900..=2100).contains(&year).then_some((year, index + 4))
}

fn han_digit(ch: char) -> Option<u16> {
    const DIGITS: &str = "〇一二三四五六七八九";
    let ch = if matches!(ch, '零' | '○' | 'O') { '〇' } else { ch };
    DIGITS.chars().zip(0..).find(|(digit, _)| *digit == ch).map(|(_, value)| value)
}

/// The date in words at an index (二〇二五年二月十八日), and where it ends.
#[must_use]
pub fn day_in_words(text: &Text, index: usize) -> Option<(Date, usize)> {
    let (year, after) = year_in_words(text, index)?;
    let (month, after) = small_in_words(text, after, '年')?;
    let (day, after) = small_in_words(text, after, '月')?;
    let is_day = (1..=12).contains(&month) && (1..=31).contains(&day) && text.at(after) == '日';
    is_day.then_some((Date { year, month, day }, after + 1))
}

/// A number below a hundred in words, behind the word that must stand before it.
fn small_in_words(text: &Text, index: usize, behind: char) -> Option<(u8, usize)> {
    if text.at(index) != behind {
        return None;
    }
    let number = super::number::read(text, index + 1)?;
    let value = number.value.to_integer().and_then(|value| u8::try_from(value).ok())?;
    Some((value, number.end))
}

/// One or two digits, with blanks around them as a web page leaves them.
fn small(text: &Text, index: usize) -> Option<(u8, usize)> {
    let start = text.skip_spaces(index);
    let (number, end) = text.digits(start);
    let number = u8::try_from(number).ok().filter(|_| (1..=2).contains(&(end - start)))?;
    Some((number, text.skip_spaces(end)))
}

/// Where something that only looks like a quantity ends: a date, a year, a month, a time of day, an ordinal,
/// a document number, a version, a slogan such as 1+5, a name in quotes.
#[must_use]
pub fn skip(text: &Text, index: usize) -> Option<usize> {
    if let Some((_, end)) = day(text, index) {
        return Some(end);
    }
    let end = (index..index + LONGEST).find(|&at| !matches!(text.at(at), '0'..='9' | '.'))?;
    let (before, after) = (text.before(index), text.at(end));
    // 2026.2万元
    let is_measured =
        || text.at(index + 4) == '.' && matches!(after, '万' | '亿' | '千' | '元' | '%' | '亩' | '吨' | '公' | '平');
    if let Some((_, after)) = year(text, index)
        && matches!(
            text.at(text.skip_spaces(after)),
            '年' | '-' | '—' | '–' | '~' | '至' | '.' | '/' | ']' | '〕' | ')'
        )
        && !is_measured()
    {
        return Some(end + usize::from(text.at(end) == '年'));
    }
    let last = range_end(text, end, |ch| ch.is_ascii_digit());
    if last > end && text.at(last) == '月' {
        return Some(last + 1);
    }
    let is_month = after == '月' && text.before(end) != '.';
    if is_month {
        let (_, end) = small(text, end + 1).filter(|&(_, end)| matches!(text.at(end), '日' | '号')).unwrap_or((0, end));
        return Some(end + 1);
    }
    let joined = |ch: char| ch.is_ascii_alphabetic() || matches!(ch, '+' | ':' | '×' | '·' | '/' | '_' | '#');
    let is_joined = (joined(after) && !matches!(after, '/' | ':') && !is_scanned_letter(after))
        || (matches!(after, '/' | ':' | '+') && text.at(end + 1).is_ascii_digit())
        || joined(before) && before != ':' && !is_behind_app(text, index, after)
        || (before == ':' && text.before(index - 1).is_ascii_digit());
    let is_ordinal =
        before == '第' || matches!(after, '号' | '届') || text.ends(0, index, "第 ") || is_rank(text, index, end);
    let is_quoted = matches!(before, '“' | '"') && matches!(after, '”' | '"');
    if is_ordinal {
        return Some(last.max(index + 1));
    }
    if is_row_of_years(text, index, end) {
        return Some(end + 1);
    }
    let is_word = (is_joined && !is_fraction(text, index, end)) || is_quoted || is_always(text, index, end);
    is_word.then(|| end.max(index + 1))
}

/// `手机APP2579件`: the one word of letters that is counted.
fn is_behind_app(text: &Text, index: usize, after: char) -> bool {
    is_han(after) && ["APP", "App", "app"].iter().any(|word| text.ends(0, index, word))
}

/// `(203/208)`: the counts of a rate, alone in a bracket.
fn is_fraction(text: &Text, index: usize, end: usize) -> bool {
    let digits = |ch: char| ch.is_ascii_digit();
    let starts = text.before(index) == '(' && text.at(end) == '/';
    let ends = text.before(index) == '/' && text.at(end) == ')';
    let first = || (0..index - 1).rev().find(|&at| !digits(text.at(at)));
    starts && text.at(text.end_of(end + 1, digits)) == ')'
        || ends && first().is_some_and(|at| at + 2 < index && text.at(at) == '(')
}

/// 前3名, 前三位.
fn is_rank(text: &Text, index: usize, end: usize) -> bool {
    text.before(index) == '前'
        && matches!(text.at(end), '名' | '位')
        && !matches!(text.before(index - 1), '目' | '此' | '之' | '以')
}

/// 出庭率连续三年保持100%
fn is_row_of_years(text: &Text, index: usize, end: usize) -> bool {
    text.at(end) == '年' && text.ends(0, index, "连续")
}

/// 24小时自助, 365天全天候: always, no time that something takes. 有效监测天数365天 is a number, and so is 365天中.
fn is_always(text: &Text, index: usize, end: usize) -> bool {
    let after = match end - index {
        2 if text.starts(index, "24小时") => end + 2,
        3 if text.starts(index, "365天") && text.before(index) != '数' => end + 1,
        _ => return false,
    };
    !matches!(text.at(after), '内' | '以' | '之' | '中')
}

/// Where the second number of a range ends that goes on at an index (1—10月, 第3至5条); the index where there is none.
fn range_end(text: &Text, index: usize, is_digit: impl Fn(char) -> bool) -> usize {
    if !matches!(text.at(index), '—' | '-' | '–' | '~' | '至' | '到') {
        return index;
    }
    let end = text.end_of(index + 1, is_digit);
    if end > index + 1 { end } else { index }
}

/// Where something in Chinese numerals ends that counts nothing: a year, a month, a day of it, an ordinal, a slogan
/// (“三项制度”).
#[must_use]
pub fn skip_words(text: &Text, index: usize) -> Option<usize> {
    let mut end = han::end(text, index);
    if end == index {
        return None;
    }
    if matches!(text.before(index), '第' | '“') || is_rank(text, index, end) {
        return Some(range_end(text, end, han::is_numeral));
    }
    if is_row_of_years(text, index, end) {
        return Some(end + 1);
    }
    if text.at(end) == '年' && end == index + 4 {
        end += 1;
        let month = han::end(text, end);
        if month == end || text.at(month) != '月' {
            return Some(end);
        }
        end = month;
    }
    if text.at(end) == '月' {
        let day = han::end(text, end + 1);
        return Some(if day > end + 1 && matches!(text.at(day), '日' | '号') { day + 1 } else { end + 1 });
    }
    // 一季度; 九届二次会议
    if text.starts(end, "季度") {
        return Some(end + 2);
    }
    if text.before(index) == '届' && text.at(end) == '次' {
        return Some(end);
    }
    SLOGANS.iter().any(|word| text.starts(end, word)).then_some(end)
}

/// What follows the numeral of a slogan: 四个意识, 两个维护, 五个一.
const SLOGANS: &[&str] = &["个意识", "个自信", "个维护", "个确立", "个一", "个务必"];

/// Longer rows of digits and dots are neither dates nor figures.
const LONGEST: usize = 24;

fn is_scanned_letter(ch: char) -> bool {
    matches!(ch, 'I' | 'O' | 'l' | 'o')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn skipped(written: &str) -> Option<String> {
        let text = Text::new(written);
        let start = (0..text.len()).find(|&index| text.at(index).is_ascii_digit())?;
        skip(&text, start).map(|end| text.string(Run::new(start, end)))
    }

    #[test]
    fn what_counts_nothing_is_read_over() {
        assert_eq!(skipped("于2025年2月18日印发").as_deref(), Some("2025年2月18日"));
        assert_eq!(skipped("时间2022- 02- 28").as_deref(), Some("2022- 02- 28"));
        assert_eq!(skipped("2024年度").as_deref(), Some("2024年"));
        assert_eq!(skipped("(2021—2025年)").as_deref(), Some("2021"));
        assert_eq!(skipped("自7月1日起").as_deref(), Some("7月1日"));
        assert_eq!(skipped("截至10月底").as_deref(), Some("10月"));
        assert_eq!(skipped("“1+5”模式").as_deref(), Some("1"));
        assert_eq!(skipped("“12345”热线").as_deref(), Some("12345"));
        assert_eq!(skipped("第24条").as_deref(), Some("24"));
        assert_eq!(skipped("5G基站").as_deref(), Some("5"));
    }

    #[test]
    fn quantities_are_not_read_over() {
        for written in ["办理2014件", "罚款2026.2万元", "3个月", "12.5%", "30日内", "4381人/次", "共:12件"]
        {
            assert_eq!(skipped(written), None, "{written}");
        }
    }
}
