//! One forward scan over a text: its numbering marks, its quantities, its document numbers. What stands
//! in a title 《》 is passed over.
//!
//! Total: every text gives a value. Nothing is bound here; what a quantity counts and which marks
//! are headings is decided by [`crate::figures`] and [`crate::outline`].

pub mod date;
pub mod document_number;
pub mod han;
pub mod mark;
pub mod number;
pub mod quantity;
pub mod unit;

use crate::decimal::Decimal;
use crate::span::Run;
use crate::text::Text;
use document_number::DocumentNumber;
use mark::Mark;
use quantity::Quantity;

/// What the scan found, each list in the order of the text.
#[derive(Debug, Default)]
pub struct Lexed {
    /// Numbering marks.
    pub marks: Vec<Mark>,
    /// Quantities, bare numbers included.
    pub quantities: Vec<Quantity>,
    /// Document numbers.
    pub document_numbers: Vec<DocumentNumber>,
}

impl Lexed {
    /// Leaves what stands in the runs, which are in order, to others.
    pub fn leave(&mut self, runs: &[Run]) {
        let is_left = |run: Run| {
            let next = runs.partition_point(|left| left.end <= run.start);
            runs.get(next).is_some_and(|left| left.start <= run.start)
        };
        if !runs.is_empty() {
            self.marks.retain(|mark| !is_left(mark.run));
            self.quantities.retain(|quantity| !is_left(quantity.run));
        }
    }
}

/// A title is not longer than this; an unclosed 《 is just a character.
const LONGEST_TITLE: usize = 120;

/// Scans a text.
#[must_use]
pub fn scan(text: &Text) -> Lexed {
    let mut lexed = Lexed::default();
    let mut index = 0;
    let mut last_end = 0;
    while index < text.len() {
        let ch = text.at(index);
        if !may_begin(ch) {
            index += 1;
            continue;
        }
        if let Some(mark) = mark::read(text, index) {
            lexed.marks.push(mark);
            index = mark.run.end;
            last_end = index;
            continue;
        }
        if let Some(number) = document_number::read(text, index) {
            lexed.document_numbers.push(number);
            index = number.run.end;
            continue;
        }
        if ch == '《'
            && let Some(end) = title_end(text, index)
        {
            index = end;
            continue;
        }
        if ch.is_ascii_digit() {
            if let Some(end) = date::skip(text, index) {
                index = end;
                continue;
            }
            if let Some(quantity) = quantity::read(text, last_end, index).filter(|quantity| !is_name(text, quantity)) {
                index = attached_end(&quantity);
                last_end = index;
                lexed.quantities.push(quantity);
                continue;
            }
            while text.at(index).is_ascii_digit() {
                index += 1;
            }
            continue;
        }
        if let Some(end) = date::skip_words(text, index) {
            index = end;
            continue;
        }
        if let Some(quantity) = in_words(text, last_end, index) {
            index = attached_end(&quantity);
            last_end = index;
            lexed.quantities.push(quantity);
            continue;
        }
        index += 1;
    }
    lexed
}

/// Whether a mark, a quantity, a title or a document number may begin with a glyph; most begin nothing.
const fn may_begin(ch: char) -> bool {
    let is_sign = matches!(ch, '0'..='9' | '《' | '(' | '[' | '〔' | '【' | '第' | '①'..='⒛' | '㈠'..='㈩' | 'I' | 'O' | 'l' | 'o' | '半');
    is_sign || han::is_numeral(ch)
}

/// Where reading goes on: behind the unit, or before the bracket that stands between number and unit.
fn attached_end(quantity: &Quantity) -> usize {
    quantity.run.end.max(quantity.numeral.end)
}

/// Bare digits with a word right behind them name something: 12345热线, 3.15消费者权益日; 12大任务 does not. Nor are 附件1 and
/// telephone numbers figures.
fn is_name(text: &Text, quantity: &Quantity) -> bool {
    const LONGEST: usize = 10;
    let behind = text.at(quantity.run.end);
    let is_word = crate::text::is_han(behind) && !matches!(behind, '大' | '余' | '多' | '和' | '及' | '与');
    let start = quantity.numeral.start;
    let is_code = quantity.numeral.len() > LONGEST || text.at(start) == '0' && text.at(start + 1).is_ascii_digit();
    let is_label = text.ends_any(0, start, &["附件", "附表", "表", "图", "邮编"]).is_some();
    quantity.unit.family == unit::Family::Bare
        && quantity.approx == quantity::Approx::Exact
        && (is_word || is_code || is_label)
}

/// A quantity whose numeral is not made of digits: it counts only with a unit.
fn in_words(text: &Text, from: usize, index: usize) -> Option<Quantity> {
    let quantity = quantity::read(text, from, index)?;
    let family = quantity.unit.family;
    // 一次性, 一支队伍, 一批: one in words is an article, no count; 零件 are no pieces.
    let is_article = quantity.script == number::Script::Chinese
        && (quantity.value.is_zero() || quantity.numeral.len() == 1 && quantity.value == Decimal::whole(1));
    let is_compared = matches!(family, unit::Family::Percent | unit::Family::Fold | unit::Family::Points);
    (family != unit::Family::Bare && (is_compared || !is_article)).then_some(quantity)
}

fn title_end(text: &Text, start: usize) -> Option<usize> {
    let mut depth = 0usize;
    for index in start..(start + LONGEST_TITLE).min(text.len()) {
        match text.at(index) {
            '《' => depth += 1,
            '》' if depth == 1 => return Some(index + 1),
            '》' => depth -= 1,
            '\n' => return None,
            _ => {}
        }
    }
    None
}
