//! A line as cells, if it may be a row of a table.

use crate::span::Run;
use crate::text::{Text, ends_sentence, is_han};

/// What parts the cells of a row.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Parting {
    /// Tabs.
    Tabs,
    /// `|`, with or without one at either end.
    Bars,
    /// Two blanks or more.
    Blanks,
    /// One blank, between short words and numbers.
    Blank,
}

/// A line that may be a row. A ruled line (`|---|---|`) has no cells.
#[derive(Clone, Debug)]
pub struct Line {
    /// What parts its cells.
    pub parting: Parting,
    /// Its cells, empty ones included.
    pub cells: Vec<Run>,
    /// All of it.
    pub run: Run,
}

/// More cells are no table that anyone reads.
const MOST_CELLS: usize = 64;

/// A longer line of words and single blanks is prose.
const LONGEST_LINE: usize = 120;

/// A longer cell is prose.
const LONGEST_CELL: usize = 60;

/// The cells of a line; none where it is no row.
#[must_use]
pub fn read(text: &Text, line: Run) -> Option<Line> {
    let parting = parting(text, line)?;
    let row = Line { parting, cells: Vec::new(), run: line };
    let is_ruled =
        parting == Parting::Bars && text.chars(line).all(|ch| matches!(ch, '|' | '-' | ':' | '+' | ' ' | '='));
    if is_ruled {
        return Some(row);
    }
    let cells = match parting {
        Parting::Tabs => parted(text, line, '\t')?,
        Parting::Bars => parted(text, inside(text, line), '|')?,
        Parting::Blanks => parted_by_blanks(text, text.trim(line), 2)?,
        Parting::Blank => parted_by_blanks(text, text.trim(line), 1).filter(|cells| is_row(text, cells))?,
    };
    let is_prose = |cell: &Run| cell.len() > LONGEST_CELL || text.chars(*cell).any(ends_sentence);
    (cells.len() > 1 && !cells.iter().any(is_prose)).then_some(Line { cells, ..row })
}

fn parting(text: &Text, line: Run) -> Option<Parting> {
    let (mut bar, mut tab, mut blank) = (false, false, false);
    for ch in text.chars(line) {
        bar |= ch == '|';
        tab |= ch == '\t';
        blank |= ch == ' ';
    }
    if bar {
        return Some(Parting::Bars);
    }
    if tab {
        return Some(Parting::Tabs);
    }
    if !blank {
        return None;
    }
    let line = text.trim(line);
    if text.find(line, "  ").is_some() {
        return Some(Parting::Blanks);
    }
    let is_prose = line.len() > LONGEST_LINE || text.chars(line).any(|ch| ends_sentence(ch) || matches!(ch, ',' | ';'));
    (text.find(line, " ").is_some() && !is_prose).then_some(Parting::Blank)
}

/// Whether cells that only single blanks part are a row: several numbers behind words, or words alone.
fn is_row(text: &Text, cells: &[Run]) -> bool {
    const LONGEST_WORD: usize = 16;
    let is_number = |cell: &Run| {
        let signed = matches!(text.at(cell.start), '+' | '-');
        text.at(cell.start + usize::from(signed)).is_ascii_digit() && !text.chars(*cell).any(is_han)
    };
    let numbers = cells.iter().filter(|cell| is_number(cell)).count();
    let is_word = |cell: &Run| text.chars(*cell).all(|ch| !ch.is_ascii_digit()) || text.before(cell.end) == '年';
    let is_bare = || cells.iter().all(is_word);
    cells.len() > 2 && cells.iter().all(|cell| cell.len() <= LONGEST_WORD) && (numbers > 1 || is_bare())
}

/// A line without the bars at its ends.
fn inside(text: &Text, line: Run) -> Run {
    let mut line = text.trim(line);
    line.start += usize::from(text.at(line.start) == '|');
    line.end -= usize::from(line.len() > 1 && text.at(line.end - 1) == '|');
    line
}

fn parted(text: &Text, line: Run, mark: char) -> Option<Vec<Run>> {
    let mut cells = Vec::new();
    let mut start = line.start;
    for at in line.start..=line.end {
        if at == line.end || text.at(at) == mark {
            if cells.len() == MOST_CELLS {
                return None;
            }
            cells.push(text.trim(Run::new(start, at)));
            start = at + 1;
        }
    }
    Some(cells)
}

/// The cells of a line that at least so many blanks part.
fn parted_by_blanks(text: &Text, line: Run, least: usize) -> Option<Vec<Run>> {
    let mut cells = Vec::new();
    let mut start = line.start;
    let mut at = line.start;
    while at < line.end {
        if (at..at + least).all(|at| text.at(at) == ' ') {
            if cells.len() == MOST_CELLS {
                return None;
            }
            cells.push(Run::new(start, at));
            at = text.skip_spaces(at);
            start = at;
        } else {
            at += 1;
        }
    }
    cells.push(Run::new(start, line.end));
    // 合  计 is one word.
    let is_short = |cell: &Run| cell.len() == 1 && is_han(text.at(cell.start));
    if cells.len() > 2 && cells[..2].iter().all(is_short) {
        cells[0] = cells[0].to(cells[1]);
        cells.remove(1);
    }
    Some(cells)
}
