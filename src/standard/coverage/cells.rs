//! The names of indicators bound to the cells that a row or column of a table gives for them.
//!
//! A name in a label stands for the whole row: its only figure, or the one under 合计. A name over a
//! column stands for its only figure, or the one in the row of the total. A unit may stand in the cell or in
//! brackets behind the name; where none is written the name is enough.

use super::{CellFound, Finder};
use crate::decimal::Decimal;
use crate::span::Run;
use crate::standard::file::IndicatorFile;
use crate::tables::cell::{self, Number};
use crate::tables::label::{self, Standing};
use crate::tables::{Row, Table};

/// Words behind a name that count something else of it.
const OTHERWISE: &[&str] = &["率", "占", "比", "金额", "人数", "人次", "时间", "天数"];

impl Finder<'_> {
    /// The cell of an indicator whose name stands in a table.
    pub(super) fn cell(&self, indicator: &IndicatorFile, name: Run) -> Option<CellFound> {
        let at = self.tables.partition_point(|table| table.run.end <= name.start);
        let table = self.tables.get(at).filter(|table| table.run.start <= name.start)?;
        let holds = |label: &Run| label.start <= name.start && name.end <= label.end;
        let (label, row, column) = if let Some(column) = table.heads.iter().position(&holds) {
            let is_total = |row: &Row| row.labels.iter().any(|&label| self.is_total(label));
            let row = if table.rows.len() == 1 { 0 } else { table.rows.iter().position(is_total)? };
            (table.heads[column], &table.rows[row], column)
        } else {
            let row = table.row_at(name.start)?;
            (*row.labels.iter().find(|label| holds(label))?, row, self.only_column(table)?)
        };
        let cell = row.cells.get(column)?;
        let (number, run) = (cell.number()?, cell.run);
        let behind = Run::new(name.end, label.end);
        let (power, unit) = match self.unit(number, behind).or_else(|| self.unit(number, table.heads[column])) {
            Some(written) => written,
            None if self.text.has_any(behind, OTHERWISE) => return None,
            None => (Decimal::whole(1), number.unit),
        };
        let is_bare = unit.is_empty() && indicator.units.iter().any(|unit| unit != "%");
        (is_bare || self.has_unit(indicator, unit))
            .then(|| Some(CellFound { value: number.value.times(power)?.trimmed(), unit, run }))?
    }

    fn is_total(&self, label: Run) -> bool {
        label::standing(self.text, label) == Standing::Total
    }

    /// The column that stands for a row: the only one, or that of the total.
    fn only_column(&self, table: &Table) -> Option<usize> {
        if table.heads.len() == 1 { Some(0) } else { table.heads.iter().position(|&head| self.is_total(head)) }
    }

    /// The unit of a figure: its own, or the one in brackets behind its name; and what one of it is worth.
    fn unit(&self, number: &Number, behind: Run) -> Option<(Decimal, Run)> {
        if !number.unit.is_empty() {
            return Some((Decimal::whole(1), number.unit));
        }
        let open = self.text.find(behind, "(")?;
        let close = self.text.find(behind, ")")?;
        let (power, unit, _) = cell::measure(self.text, Run::new(open + 1, close.max(open + 1)))?;
        Some((power, unit))
    }
}
