//! Tables of which copying made one line a cell: as many lines with a number behind every label.
//!
//! Three labels at least, each before the same number of figures, two or more; a single row must be long.
//! The lines above are the header. Lists of a name and a number are not told from prose that was broken,
//! so they are left.

use super::cell::{self, Cell, Content};
use super::{Row, Table};
use crate::span::Run;
use crate::text::{Text, ends_sentence};

/// A longer line is no label.
const LONGEST_LABEL: usize = 40;
/// More labels before a figure are no header.
const MOST_LABELS: usize = 24;
/// So many figures without a label are a row of their own under their header.
const LONG_ROW: usize = 5;

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
                    close(text, &mut groups, &mut flat);
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

fn close(text: &Text, groups: &mut Vec<Group>, flat: &mut Vec<Table>) {
    let mut groups = std::mem::take(groups);
    let is_odd = groups.len() > 1 && !goes_on(&groups);
    if is_odd || groups.last().is_some_and(|group| group.cells.is_empty()) {
        groups.pop();
    }
    let Some(columns) = groups.first().map(|group| group.cells.len()) else { return };
    let is_table = if groups.len() == 1 { columns >= LONG_ROW } else { groups.len() > 2 && columns > 1 };
    if !is_table || columns > 64 {
        return;
    }
    let top = std::mem::take(&mut groups[0].labels);
    let is_single = groups.len() == 1;
    let own = usize::from(!is_single && !top.is_empty());
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
    flat.push(Table::new(text, start.to(end), vec![header.to_vec()], heads, rows));
}
