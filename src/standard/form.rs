//! A table read as a form whose rows and columns are laid down.
//!
//! It is known by its number of columns, the words of its header and most of its row labels, in their order.

use super::Standard;
use super::equations::FormFile;
use crate::tables::Table;
use crate::tables::cell::Cell;
use crate::text::Text;

/// A table read as a form: for each row of the form the row of the table.
pub struct Form<'c> {
    /// The form.
    pub file: &'c FormFile,
    /// For each of its rows that of the table.
    pub rows: Vec<Option<usize>>,
}

impl<'c> Form<'c> {
    /// The form that a table follows.
    #[must_use]
    pub fn of(standard: &'c Standard, text: &Text, table: &Table) -> Option<Self> {
        standard.forms.iter().find_map(|file| {
            let says = |word: &String| table.header.iter().flatten().any(|&cell| text.find(cell, word).is_some());
            if file.columns.len() != table.heads.len() || !file.signs.iter().all(says) {
                return None;
            }
            let rows = rows(text, table, file);
            let found = rows.iter().flatten().count();
            (found * 3 >= rows.len() * 2).then_some(Self { file, rows })
        })
    }

    /// For each row and each column of the form the cell of the table.
    #[must_use]
    pub fn cells(&self, table: &Table) -> Vec<Vec<Option<Cell>>> {
        let row = |row: &Option<usize>| {
            (0..self.file.columns.len()).map(|column| table.cell((*row)?, column).copied()).collect()
        };
        self.rows.iter().map(row).collect()
    }

    /// The row of the table for a row of the form.
    #[must_use]
    pub fn row(&self, id: &String) -> Option<usize> {
        self.rows[self.file.rows.iter().position(|row| row.id == *id)?]
    }

    /// The column of the table for a column of the form.
    #[must_use]
    pub fn column(&self, id: &String) -> Option<usize> {
        self.file.columns.iter().position(|column| column == id)
    }
}

/// For each row of a form the row of a table with its label, in the same order.
fn rows(text: &Text, table: &Table, file: &FormFile) -> Vec<Option<usize>> {
    let mut rows = vec![None; file.rows.len()];
    let mut next = 0;
    for (index, row) in table.rows.iter().enumerate() {
        let label = row.label();
        let is_it = |words: &[String]| words.is_empty() || words.iter().any(|word| text.find(label, word).is_some());
        let place = file.rows[next..].iter().position(|row| is_it(&row.words));
        if let Some(place) = place.filter(|_| !row.is_title() && !row.cells.is_empty()) {
            rows[next + place] = Some(index);
            next += place + 1;
        }
    }
    rows
}
