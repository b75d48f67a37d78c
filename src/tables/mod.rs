//! Tables, as copying from a document or a web page leaves them: rows and columns of labelled figures.
//!
//! Cells are parted by tabs, by `|`, by blanks, or stand each on a line of its own (`flat.rs`). Rows that follow on each other make a table when they have one shape and numbers in
//! it; a line of prose, a list or a table of contents never does. What stands in a table is read
//! here and nowhere else: see [`crate::lex::Lexed::leave`].

pub mod cell;
mod flat;
mod grid;
pub mod label;
mod row;

use crate::lex::unit::Family;
use crate::span::Run;
use crate::text::Text;
use cell::{Cell, Content};

/// Rows of figures under one header.
#[derive(Debug)]
pub struct Table {
    /// Its lines, header included.
    pub run: Run,
    /// The cells of its header, row by row, as written.
    pub header: Vec<Vec<Run>>,
    /// For each column of figures the words over it; empty where merged cells hide which they are.
    pub heads: Vec<Run>,
    /// For each column, whether its figures are rounded to whole 万 or 亿.
    pub rounded: Vec<bool>,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// A row of a table.
#[derive(Debug)]
pub struct Row {
    /// The words before its figures, from left to right.
    pub labels: Vec<Run>,
    /// Its figures, one for each column; none where the row does not fit the columns.
    pub cells: Vec<Cell>,
}

impl Table {
    fn new(text: &Text, run: Run, header: Vec<Vec<Run>>, heads: Vec<Run>, rows: Vec<Row>) -> Self {
        // 单位:万元 stands right above a table.
        const ABOVE: usize = 40;
        const ROUNDED: &[&str] = &["万", "亿"];
        let above = Run::new(run.start.saturating_sub(ABOVE), run.start);
        let unit = text.find(above, "单位").map_or(above.end, |at| at.max(above.start));
        let all = text.has_any(Run::new(unit, above.end), ROUNDED)
            || header.iter().flatten().any(|&cell| text.find(cell, "单位").is_some() && text.has_any(cell, ROUNDED));
        let rounded = heads.iter().map(|&head| all || text.has_any(head, ROUNDED)).collect();
        Self { run, header, heads, rounded, rows }
    }

    /// Whether the figures of a column can be added up: no rates, means or ranks.
    #[must_use]
    pub fn adds_up(&self, text: &Text, column: usize) -> bool {
        let is_rate = |row: &Row| {
            row.cells.get(column).and_then(Cell::number).is_some_and(|number| number.family == Family::Percent)
        };
        label::is_amount(text, self.heads[column]) && !self.rows.iter().any(is_rate)
    }

    /// The cell of a row in a column.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize) -> Option<&Cell> {
        self.rows.get(row)?.cells.get(column)
    }

    /// The row that a place in the table is in; the first for one in the header.
    #[must_use]
    pub fn row_at(&self, place: usize) -> Option<&Row> {
        let next = self.rows.partition_point(|row| row.start() <= place);
        self.rows.get(next.saturating_sub(1))
    }
}

impl Row {
    /// The word that names it: the label nearest to its figures.
    #[must_use]
    pub fn label(&self) -> Run {
        self.labels.last().copied().unwrap_or_default()
    }

    fn start(&self) -> usize {
        self.labels.first().or(self.cells.first().map(|cell| &cell.run)).map_or(0, |run| run.start)
    }

    /// Whether no cell has anything in it: the title of the rows below.
    #[must_use]
    pub fn is_title(&self) -> bool {
        !self.cells.is_empty() && self.cells.iter().all(|cell| cell.content == Content::Empty)
    }
}

/// A table with more rows is read in parts.
const MOST_ROWS: usize = 1000;

/// The tables of a text, in order.
#[must_use]
pub fn find(text: &Text) -> Vec<Table> {
    let mut found = Vec::new();
    let mut block = Vec::new();
    let mut parting = None;
    let mut blanks = 0;
    for line in text.lines() {
        if text.trim(line).is_empty() {
            blanks += 1;
            continue;
        }
        let row = row::read(text, line);
        let goes_on = row.is_some() && row.as_ref().map(|row| row.parting) == parting && blanks < 2;
        if !goes_on || block.len() == MOST_ROWS {
            grid::read(text, &block, parting, &mut found);
            block.clear();
        }
        parting = row.as_ref().map(|row| row.parting);
        blanks = 0;
        block.extend(row.filter(|row| !row.cells.is_empty()));
    }
    grid::read(text, &block, parting, &mut found);
    flat::find(text, &mut found);
    found
}
