//! Lines that go on with what the line before them tells of: `受理1113件。⏎从申请事项看,…`, `共1828件:⏎1.咨询1188件;⏎2.投诉359件`.

use super::{cues, is_separator};
use crate::lex::mark::{self, Style};
use crate::span::Run;
use crate::text::Text;

/// Whether a line goes on with the one before it.
pub fn goes_on(text: &Text, before: Run, line: Run) -> bool {
    let last = |line: Run| text.before(line.end);
    let is_item = || {
        let mark = mark::read(text, line.start);
        mark.is_some_and(|mark| matches!(mark.style, Style::Digit | Style::DigitBrackets | Style::Circled))
    };
    let is_open = !before.is_empty() && is_separator(last(before));
    is_open
        || text.starts(line.start, "其中")
        || cues::leads_division(text, line.start, line.end)
        || is_item() && last(line) == ';'
}
