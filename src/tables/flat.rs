//! Tables of which copying made one line a cell: as many lines with a number behind every label.
//!
//! Three labels at least, each before the same number of figures, two or more; a single row must be long.
//! The lines above are the header. Lists of a name and a number are not told from prose that was broken,
//! so they are left.

use super::cell::{self, Cell, Content};
use super::{Row, Table};
use crate::lex::mark;
use crate::span::Run;
use crate::text::{Text, ends_sentence};

/// A longer line is no label.
const LONGEST_LABEL: usize = 40;
/// More labels before a figure are no header.
const MOST_LABELS: usize = 24;
/// So many figures without a label are a row of their own under their header.
const LONG_ROW: usize = 5;
/// More figures behind a label are none of a table.
const MOST_COLUMNS: usize = 64;

/// Lines of labels, and the lines of figures behind them.
#[derive(Default)]
struct Group {
    labels: Vec<Run>,
    cells: Vec<Cell>,
}

/// Adds the tables of single cells to those found, in the order of the text.
pub fn find(text: &Text, found: &mut Vec<Table>) {
    let mut flat = Vec::new();
    let mut groups: Vec<Group> = Vec::new();
    let mut known = found.iter().map(|table| table.run).peekable();
    for line in text.lines() {
        while known.next_if(|run| run.end < line.start).is_some() {}
        let run = text.trim(line);
        let is_known = known.peek().is_some_and(|run| run.start <= line.start && line.end <= run.end);
        if run.is_empty() && !is_known {
            continue;
        }
        let is_prose =
            is_known || run.len() > LONGEST_LABEL || text.chars(run).any(|ch| ends_sentence(ch) || ch == '\t');
        if is_prose {
            close(text, &mut groups, &mut flat);
            continue;
        }
        let cell = cell::read(text, run);
        if cell.content == Content::Words {
            if groups.last().is_none_or(|group| !group.cells.is_empty()) {
                if !goes_on(&groups) {
                    let odd = groups.pop();
                    close(text, &mut groups, &mut flat);
                    groups.extend(odd);
                }
                groups.push(Group::default());
            }
            if let Some(group) = groups.last_mut() {
                group.labels.push(run);
                if group.labels.len() > MOST_LABELS {
                    group.labels.remove(0);
                }
            }
        } else if let Some(group) = groups.last_mut() {
            group.cells.push(cell);
        }
    }
    close(text, &mut groups, &mut flat);
    if flat.is_empty() {
        return;
    }
    let mut flat = flat.into_iter().peekable();
    for table in std::mem::take(found) {
        while let Some(before) = flat.next_if(|flat| flat.run < table.run) {
            found.push(before);
        }
        found.push(table);
    }
    found.extend(flat);
}

/// Whether the last two groups have one shape.
fn goes_on(groups: &[Group]) -> bool {
    let [.., before, last] = groups else { return true };
    before.cells.len() == last.cells.len()
}

/// Makes tables of the groups: of all that have one shape, and of the last one where it has another.
fn close(text: &Text, groups: &mut Vec<Group>, flat: &mut Vec<Table>) {
    let mut groups = std::mem::take(groups);
    if groups.last().is_some_and(|group| group.cells.is_empty()) {
        groups.pop();
    }
    let odd = if goes_on(&groups) { None } else { groups.pop() };
    flat.extend(table(text, groups));
    flat.extend(odd.and_then(|group| table(text, vec![group])));
}

fn table(text: &Text, mut groups: Vec<Group>) -> Option<Table> {
    let columns = groups.first()?.cells.len();
    let is_table = if groups.len() == 1 { columns >= LONG_ROW } else { groups.len() > 2 && columns > 1 };
    if !is_table || columns > MOST_COLUMNS {
        return None;
    }
    let mut top = std::mem::take(&mut groups[0].labels);
    let is_single = groups.len() == 1;
    let own = usize::from(!is_single && !top.is_empty());
    // A heading of the report above the header is no part of the table.
    let is_heading = |line: &Run| mark::read(text, line.start).is_some();
    if let Some(heading) = top[..top.len() - own].iter().rposition(is_heading) {
        top.drain(..=heading);
    }
    let (header, label) = top.split_at(top.len() - own);
    groups[0].labels = label.to_vec();
    let mut heads = vec![Run::default(); columns];
    if header.len() == columns || header.len() == columns + 1 {
        heads.copy_from_slice(&header[header.len() - columns..]);
    } else if let (Some(head), Some(&last)) = (heads.last_mut(), header.last()) {
        // The words that are nearest to the figures may stand over the last column or over a group of them.
        *head = if is_single { last } else { Run::default() };
    }
    let start = top.first().copied().unwrap_or(groups[0].cells[0].run);
    let end = groups.last().and_then(|group| group.cells.last()).map_or(start, |cell| cell.run);
    let rows = groups.into_iter().map(|group| Row { labels: group.labels, cells: group.cells }).collect();
    Some(Table::new(text, start.to(end), vec![header.to_vec()], heads, rows))
}
