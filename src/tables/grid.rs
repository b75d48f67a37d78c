//! Rows of one parting as tables: which are header, which columns hold figures, what fits where.

use super::cell::{self, Cell, Content};
use super::label::{self, Standing};
use super::row::{Line, Parting};
use super::{Row, Table};
use crate::lex::mark;
use crate::lex::unit::Family;
use crate::span::Run;
use crate::text::Text;

/// A line with its cells read.
struct Cells {
    run: Run,
    cells: Vec<Cell>,
}

impl Cells {
    fn numbers(&self) -> usize {
        self.cells.iter().filter(|cell| cell.number().is_some()).count()
    }

    /// Several words and no figure: the row names columns.
    fn is_header(&self) -> bool {
        let count = |of: fn(&Cell) -> bool| self.cells.iter().filter(|cell| of(cell)).count();
        let words = count(|cell| cell.content == Content::Words);
        let nothing = count(|cell| cell.content == Content::Dash);
        words > 1 && nothing == 0 && (self.numbers() == 0 || (self.is_years() && self.numbers() + words > 2))
    }

    /// Its only numbers are years.
    fn is_years(&self) -> bool {
        self.cells.iter().filter_map(Cell::number).all(|number| {
            let value = number.value.to_integer().unwrap_or_default();
            number.family == Family::Bare && (1990..=2100).contains(&value)
        })
    }
}

/// The tables among the rows of a block, which a new header parts.
pub fn read(text: &Text, block: &[Line], parting: Option<Parting>, found: &mut Vec<Table>) {
    let Some(parting) = parting.filter(|_| block.len() > 1) else { return };
    let rows: Vec<Cells> = block
        .iter()
        .map(|line| Cells { run: line.run, cells: line.cells.iter().map(|&run| cell::read(text, run)).collect() })
        .collect();
    let mut start = 0;
    let mut has_figures = false;
    for (index, row) in rows.iter().enumerate() {
        if has_figures && row.is_header() {
            found.extend(segment(text, &rows[start..index], parting));
            start = index;
        }
        has_figures = row.numbers() > 0 && !row.is_header() || (has_figures && !row.is_header());
    }
    found.extend(segment(text, &rows[start..], parting));
}

/// A header and the rows below it, if they are a table.
fn segment(text: &Text, rows: &[Cells], parting: Parting) -> Option<Table> {
    let above = rows.iter().take_while(|row| row.numbers() == 0 || row.is_header()).count();
    let (above, body) = rows.split_at(above);
    let body = if parting == Parting::Blank { up_to_total(text, body) } else { body };
    let width = usual_width(body)?;
    let even: Vec<&Cells> = body.iter().filter(|row| row.cells.len() == width && row.numbers() > 0).collect();
    let first = first_column(text, &even, width);
    let columns = width - first;
    if columns == 0 || !is_table(text, above, body, &even, width, parting) {
        return None;
    }
    let rows = body.iter().filter_map(|row| fit(row, width, first)).collect();
    let header = above.iter().map(|row| row.cells.iter().map(|cell| cell.run).collect()).collect();
    let run = above.first().unwrap_or(&body[0]).run.to(body[body.len() - 1].run);
    Some(Table::new(text, run, header, heads(above, width, columns), rows))
}

/// Rows up to the last total: what stands below it is a note.
fn up_to_total<'r>(text: &Text, body: &'r [Cells]) -> &'r [Cells] {
    let is_total = |row: &Cells| label::standing(text, row.cells[0].run) == Standing::Total;
    body.iter().rposition(is_total).map_or(body, |last| &body[..=last])
}

/// How many cells most rows of figures have.
fn usual_width(body: &[Cells]) -> Option<usize> {
    let mut counts = [0usize; 65];
    for row in body.iter().filter(|row| row.numbers() > 0) {
        counts[row.cells.len().min(64)] += 1;
    }
    let (width, &count) = counts.iter().enumerate().max_by_key(|&(width, count)| (*count, width))?;
    (count > 0).then_some(width)
}

/// The first column of figures: behind the last that has only words, ordinals or years in front.
fn first_column(text: &Text, rows: &[&Cells], width: usize) -> usize {
    let column = |at: usize| rows.iter().map(move |row| &row.cells[at]);
    let is_words = |at: usize| column(at).all(|cell| cell.number().is_none() && cell.content != Content::Dash);
    let is_ordinal = |at: usize| {
        let mut next = 1;
        column(at).all(|cell| {
            let fits = cell.content != Content::Dash
                && cell.number().is_none_or(|number| number.value.to_integer() == Some(next) && number.unit.is_empty());
            next += i64::from(cell.number().is_some());
            fits
        }) && next > 2
    };
    let is_year = |at: usize| {
        column(at).filter(|cell| cell.number().is_some()).count() > 1
            && column(at).all(|cell| is_year(text, cell) || cell.content == Content::Words)
    };
    let mut first = 0;
    while first < width && (is_words(first) || (is_ordinal(first) && first + 1 < width && is_words(first + 1))) {
        first += 1;
    }
    if first == 0 && width > 1 && is_year(0) { 1 } else { first }
}

fn is_year(text: &Text, cell: &Cell) -> bool {
    cell.run.len() == 4 && crate::lex::date::year(text, cell.run.start).is_some()
}

/// Whether rows look like a table rather than a list, a table of contents, or prose with wide gaps.
fn is_table(text: &Text, above: &[Cells], body: &[Cells], even: &[&Cells], width: usize, parting: Parting) -> bool {
    const MANY: usize = 5;
    let filled = |row: &Cells| row.cells.iter().filter(|cell| cell.content != Content::Empty).count();
    let headed = above.iter().any(|row| filled(row) > 1);
    let is_single = even.len() == 1 && headed && even[0].numbers() >= if width == even[0].numbers() { MANY } else { 1 };
    if even.len() < 2 && !(is_single && above.iter().any(|row| row.cells.len() + 1 >= width || width > MANY)) {
        return false;
    }
    let numbered = |row: &&Cells| mark::read(text, row.cells[0].run.start).is_some();
    if width == 2 && !headed {
        let rises = |pair: &[&Cells]| {
            let page = |row: &Cells| row.cells[1].number().map(|number| number.value);
            page(pair[0]) <= page(pair[1])
        };
        // A table of contents: numbered titles, and pages that never go back.
        let is_contents =
            even.iter().filter(|row| numbered(row)).count() * 2 >= even.len() && even.windows(2).all(rises);
        if is_contents {
            return false;
        }
    }
    if !matches!(parting, Parting::Blanks | Parting::Blank) {
        return true;
    }
    if parting == Parting::Blank {
        // Single blanks part words everywhere: here a header names the columns, and no row is short of more than a label.
        let names = |row: &Cells| row.cells.len() == width || row.cells.len() + 1 == width;
        return body.len() > 2
            && above.last().is_some_and(|header| header.is_header() && names(header))
            && body.iter().all(names);
    }
    let totalled = body.iter().any(|row| label::standing(text, row.cells[0].run) == Standing::Total);
    even.len() == body.len() && (width > 2 || headed || (totalled && even.len() > 2))
}

/// A row laid on the columns: as it is, without blanks at its ends, or with labels that span rows left out.
fn fit(row: &Cells, width: usize, first: usize) -> Option<Row> {
    let mut cells = &row.cells[..];
    while cells.len() > width && cells.last().is_some_and(|cell| cell.content == Content::Empty) {
        cells = &cells[..cells.len() - 1];
    }
    while cells.len() > width && cells.first().is_some_and(|cell| cell.content == Content::Empty) {
        cells = &cells[1..];
    }
    let columns = width - first;
    let words = |cells: &[Cell]| cells.iter().all(|cell| matches!(cell.content, Content::Words | Content::Empty));
    let fits = if cells.len() == width {
        true
    } else {
        // Only labels may be lacking or added: figures stand in all columns, and nowhere else.
        let labels = cells.len().checked_sub(columns);
        labels.is_some_and(|labels| {
            words(&cells[..labels])
                && cells[labels..].iter().all(|cell| !matches!(cell.content, Content::Words | Content::Empty))
        })
    };
    let labels = if fits { cells.len() - columns } else { cells.len() };
    let written =
        cells[..labels].iter().filter(|cell| cell.content != Content::Empty && (fits || cell.number().is_none()));
    let row = Row {
        labels: written.map(|cell| cell.run).collect(),
        cells: if fits { cells[labels..].to_vec() } else { Vec::new() },
    };
    (!row.is_title() || !row.labels.is_empty()).then_some(row)
}

/// For each column of figures, the lowest words over it: of the rows of the header that have a cell for every
/// column. What stands last in a narrower row stands over the last column.
fn heads(above: &[Cells], width: usize, columns: usize) -> Vec<Run> {
    let mut heads = vec![Run::default(); columns];
    for row in above {
        let length = row.cells.len();
        if length == width || length == columns {
            for (head, cell) in heads.iter_mut().zip(&row.cells[length - columns..]) {
                if !cell.run.is_empty() {
                    *head = cell.run;
                }
            }
        } else if let (Some(head), Some(cell)) = (heads.last_mut(), row.cells.last())
            && length > 1
        {
            *head = cell.run;
        }
    }
    heads
}
