//! Document numbers: 〔2020〕342号, and what is written for it.

use super::date;
use crate::span::Run;
use crate::text::Text;

/// 22 for 2022, 98 for 1998.
const fn of_two_digits(year: u16) -> u16 {
    year + if year > 60 { 1900 } else { 2000 }
}

/// A document number.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct DocumentNumber {
    /// From the bracket to 号.
    pub run: Run,
    /// Its year; of 〔22〕 2022.
    pub year: u16,
    /// Its digits behind the bracket.
    pub serial: Run,
}

/// The document number whose bracket stands at an index, in whatever brackets and with 第 or 年 too many.
#[must_use]
pub fn read(text: &Text, index: usize) -> Option<DocumentNumber> {
    const BRACKETS: &[(char, char)] = &[('〔', '〕'), ('[', ']'), ('(', ')'), ('【', '】')];
    let &(_, closing) = BRACKETS.iter().find(|(open, _)| *open == text.at(index))?;
    let (year, after) = match date::year(text, index + 1) {
        Some((year, after)) => (year, after + usize::from(text.at(after) == '年')),
        None => (of_two_digits(text.digits(index + 1).0), index + 3),
    };
    // Only in these does a year of two digits mean anything.
    let is_short = after == index + 3;
    if text.at(after) != closing || is_short && (closing != '〕' || text.digits(index + 1).1 != after) {
        return None;
    }
    let start = after + 1 + usize::from(text.at(after + 1) == '第');
    let end = text.end_of(start, |ch| ch.is_ascii_digit());
    let is_one = end > start && text.at(end) == '号';
    is_one.then_some(DocumentNumber { run: Run::new(index, end + 1), year, serial: Run::new(start, end) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn document_numbers() {
        let found = |written: &str| read(&Text::new(written), 0).map(|it| (it.run.len(), it.year));
        assert_eq!(found("〔2020〕342号"), Some((10, 2020)));
        assert_eq!(found("[2018]51号"), Some((9, 2018)));
        assert_eq!(found("〔2010年〕第14号"), Some((11, 2010)));
        assert_eq!(found("〔22〕17号"), Some((7, 2022)));
        assert_eq!(found("(22)17号"), None);
        assert_eq!(found("(2021—2025年)"), None);
    }
}
