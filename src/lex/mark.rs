//! Numbering marks: 第一部分, 一、, (一), 1., (1), ①, their one-character forms (㈠, ⒈, ⑴), and the run-in 一是.

use super::han;
use super::number::{self, Script};
use crate::span::Run;
use crate::text::{Text, ends_sentence, is_han};

/// A numbering mark.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Mark {
    /// The style of numbering.
    pub style: Style,
    /// Its number; none where a scanner made it unreadable, as in (S).
    pub number: Option<u16>,
    /// The mark itself.
    pub run: Run,
}

/// Styles of numbering, from the outermost to the innermost of GB/T 9704.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Style {
    /// 第一部分.
    Part,
    /// 一、
    Han,
    /// (一)
    HanBrackets,
    /// 1. or 1、
    Digit,
    /// (1)
    DigitBrackets,
    /// ①
    Circled,
    /// 一是: counts points inside a paragraph, no heading.
    Point,
}

impl Style {
    /// Level of a heading in this style; parts are level 0.
    #[must_use]
    pub const fn level(self) -> u8 {
        self as u8
    }
}

/// The mark at an index, where one may stand there: at the start of a line or sentence, and 一是 anywhere.
#[must_use]
pub fn read(text: &Text, index: usize) -> Option<Mark> {
    let ch = text.at(index);
    if !matches!(ch, '第' | '(' | '①'..='⒛' | '㈠'..='㈩' | '0'..='9') && !han::TO_TEN.contains(&ch) {
        return None;
    }
    if let Some(mark) = point(text, index) {
        return Some(mark);
    }
    let (style, number, end) = match ch {
        '第' => part(text, index)?,
        '(' => bracketed(text, index)?,
        '①'..='⑳' => single(Style::Circled, ch, '①', index),
        '⑴'..='⒇' => single(Style::DigitBrackets, ch, '⑴', index),
        '⒈'..='⒛' => single(Style::Digit, ch, '⒈', index),
        '㈠'..='㈩' => single(Style::HanBrackets, ch, '㈠', index),
        '0'..='9' => digit(text, index)?,
        _ => han(text, index)?,
    };
    let is_first = number == Some(1);
    let stands = opens(text, index)
        || is_first && style == Style::HanBrackets && follows_heading(text, index)
        || is_first && style == Style::Han && text.ends_any(0, index, &["报告", "汇报", "如下"]).is_some();
    stands.then_some(Mark { style, number, run: Run::new(index, end) })
}

/// A mark of one character; those of a kind stand in a row.
const fn single(style: Style, ch: char, first: char, index: usize) -> (Style, Option<u16>, usize) {
    #[allow(clippy::cast_possible_truncation)] // At most twenty stand in a row.
    (style, Some((ch as u32 - first as u32 + 1) as u16), index + 1)
}

/// Whether a sentence or line begins at an index.
fn opens(text: &Text, index: usize) -> bool {
    let mut index = index;
    while matches!(text.before(index), ' ' | '\t') {
        index -= 1;
    }
    let mut before = text.before(index);
    if matches!(before, '”' | ')' | '》') && ends_sentence(text.before(index - 1)) {
        before = '。';
    }
    index == 0 || before == '\n' || ends_sentence(before) || matches!(before, ';' | ':')
}

/// Whether a heading 一、 without a stop ends at an index: the line break behind it was lost.
fn follows_heading(text: &Text, index: usize) -> bool {
    const LONGEST: usize = 30;
    for at in (index.saturating_sub(LONGEST)..index).rev() {
        match text.at(at) {
            '、' if han::TO_TEN.contains(&text.before(at)) => {
                let first = (at.saturating_sub(3)..at).find(|&first| han::TO_TEN.contains(&text.at(first)));
                return first.and_then(|first| read(text, first)).is_some_and(|mark| mark.style == Style::Han);
            }
            '\n' | ',' | ';' => return false,
            ch if ends_sentence(ch) => return false,
            _ => {}
        }
    }
    false
}

fn han_number(text: &Text, index: usize) -> Option<(u16, usize)> {
    let number = number::read(text, index).filter(|number| number.script == Script::Chinese)?;
    let value = u16::try_from(number.value.to_integer()?).ok()?;
    (1..=99).contains(&value).then_some((value, number.end))
}

fn point(text: &Text, index: usize) -> Option<Mark> {
    if !han::TO_TEN.contains(&text.at(index))
        || matches!(
            text.before(index),
            '统' | '唯' | '之' | '第' | '万' | '专' | '单' | '周' | '期' | '初' | '任' | '合' | '同'
        )
    {
        return None;
    }
    let (number, end) = han_number(text, index)?;
    let is_point = text.at(end) == '是' && number <= 20;
    is_point.then_some(Mark { style: Style::Point, number: Some(number), run: Run::new(index, end + 1) })
}

fn part(text: &Text, index: usize) -> Option<(Style, Option<u16>, usize)> {
    let (number, end) = han_number(text, index + 1)?;
    let length = text.starts_any(end, &["部分", "章"])?.1;
    Some((Style::Part, Some(number), end + length))
}

fn bracketed(text: &Text, index: usize) -> Option<(Style, Option<u16>, usize)> {
    let inner = index + 1;
    let (style, number, end) = if let Some((number, end)) = han_number(text, inner) {
        (Style::HanBrackets, Some(number), end)
    } else if let Some((number, end)) = small(text, inner) {
        (Style::DigitBrackets, Some(number), end)
    } else if is_misread(text.at(inner)) && is_han(text.at(inner + 2)) {
        (Style::HanBrackets, None, inner + 1)
    } else {
        return None;
    };
    (text.at(end) == ')').then_some((style, number, end + 1))
}

/// What a scanner reads for a numeral: (S) for (三), (囚) for (四).
fn is_misread(ch: char) -> bool {
    ch.is_ascii_alphabetic() || matches!(ch, '囚' | '丸' | '匕' | 'ニ' | 'ミ')
}

fn digit(text: &Text, index: usize) -> Option<(Style, Option<u16>, usize)> {
    let (number, end) = small(text, index)?;
    let after = text.at(end + 1);
    match text.at(end) {
        '、' | '.' if !after.is_ascii_digit() => Some((Style::Digit, Some(number), end + 1)),
        ')' => Some((Style::DigitBrackets, Some(number), end + 1)),
        _ => None,
    }
}

fn han(text: &Text, index: usize) -> Option<(Style, Option<u16>, usize)> {
    let (number, end) = han_number(text, index)?;
    let end = text.skip_spaces(end);
    // 一、二审, 三、四级 in the middle of a line count something.
    let is_pair = han::TO_TEN.contains(&text.at(end + 1)) && !matches!(text.before(index), '\n' | crate::text::END);
    (matches!(text.at(end), '、' | '.') && !is_pair).then_some((Style::Han, Some(number), end + 1))
}

fn small(text: &Text, index: usize) -> Option<(u16, usize)> {
    let (number, end) = text.digits(index);
    (end <= index + 3 && (1..=99).contains(&number)).then_some((number, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(written: &str) -> Vec<String> {
        let text = Text::new(written);
        (0..text.len()).filter_map(|index| read(&text, index)).map(|mark| text.string(mark.run)).collect()
    }

    #[test]
    fn every_style_at_the_start_of_a_line_or_sentence() {
        assert_eq!(marks("一、总述。(一)制度。1.落实。(1)细化。①执行"), ["一、", "(一)", "1.", "(1)", "①"]);
        assert_eq!(marks("第一部分 总体\n十二 、安排"), ["第一部分", "十二 、"]);
        assert_eq!(marks("  (十一)监督\n(S)公正"), ["(十一)", "(S)"]);
    }

    #[test]
    fn marks_of_one_character_and_after_a_quote() {
        assert_eq!(marks("㈠制度\n⒉公示\n⑶细化。”二、存在"), ["㈠", "⒉", "⑶", "二、"]);
    }

    #[test]
    fn headings_whose_line_breaks_were_lost() {
        assert_eq!(marks("年度报告一、成效(一)制度。内容。二、存在的不足(一)执法。"), ["一、", "(一)", "二、", "(一)"]);
        assert_eq!(marks("依照条例第二十条第(一)项,按表(一)填报"), Vec::<String>::new());
    }

    #[test]
    fn points_run_in() {
        assert_eq!(marks("提升素养一是谋划。二是部署;三是落实"), ["一是", "二是", "三是"]);
        assert_eq!(marks("统一是关键"), Vec::<String>::new());
    }

    #[test]
    fn numbers_inside_a_sentence_are_no_marks() {
        assert_eq!(marks("建成三、四级网络,4.15宣传12件"), Vec::<String>::new());
        assert_eq!(marks("4.15全民国家安全教育日"), Vec::<String>::new());
    }
}
