//! What a report gives for the indicators of its standard, and in the cells of prescribed tables.

use crate::decimal::Decimal;
use crate::figures::binding::{period, scope};
use crate::figures::{Figure, Figures};
use crate::hash::hash;
use crate::lex::quantity::Approx;
use crate::reading::Reading;
use crate::span::{Run, Span};
use crate::standard::Standard;
use crate::standard::coverage::Coverage;
use crate::standard::form::Form;
use crate::tables::cell::Cell;
use crate::text::Text;

/// A value and its place.
#[derive(Clone, Copy, Debug)]
pub struct Value {
    /// The value.
    pub value: Decimal,
    /// For where it was counted.
    scope: u64,
    /// Number and unit, or the cell.
    pub span: Span,
    /// The unit alone.
    pub unit: Span,
}

/// All of them.
#[derive(Debug)]
pub struct Values {
    /// For each indicator that has figures in the running text, its id and they.
    indicators: Vec<(String, Vec<Value>)>,
    /// For each form that has a table its id, and its cells row by row.
    forms: Vec<(String, Vec<Vec<Option<Value>>>)>,
}

impl Values {
    /// Takes them out of a reading.
    #[must_use]
    pub fn new(reading: &Reading<'_>, standard: &Standard, coverage: &Coverage) -> Self {
        let (text, figures) = (&reading.text, &reading.figures);
        let mut indicators = Vec::new();
        for (indicator, found) in standard.indicators.iter().zip(&coverage.indicators) {
            let of = |&index: &usize| Value::of_figure(text, figures, &figures.list[index]);
            if let Some(values) = found.figures.iter().map(of).collect::<Option<Vec<_>>>()
                && !values.is_empty()
            {
                indicators.push((indicator.id.clone(), values));
            }
        }
        let mut forms: Vec<(String, Vec<Vec<Option<Value>>>)> = Vec::new();
        for table in &reading.tables {
            let Some(form) = Form::of(standard, text, table) else { continue };
            if forms.iter().any(|(id, _)| *id == form.file.id) {
                continue;
            }
            let cell = |cell: Option<Cell>| Value::of_cell(text, &cell?);
            let rows = form.cells(table).into_iter().map(|row| row.into_iter().map(cell).collect());
            forms.push((form.file.id.clone(), rows.collect()));
        }
        Self { indicators, forms }
    }

    /// The one value that the report gives for an indicator.
    #[must_use]
    pub fn indicator(&self, id: &str) -> Option<&Value> {
        only(&self.indicators.iter().find(|(other, _)| other == id)?.1)
    }

    /// The cells of a form, row by row.
    #[must_use]
    pub fn form(&self, id: &str) -> Option<&[Vec<Option<Value>>]> {
        self.forms.iter().find(|(other, _)| other == id).map(|(_, rows)| &rows[..])
    }
}

/// The first of some values, where none of them differs.
#[must_use]
pub fn only(values: &[Value]) -> Option<&Value> {
    let first = values.first()?;
    values.iter().all(|value| value.value == first.value && value.scope == first.scope).then_some(first)
}

impl Value {
    /// An exact figure of the year.
    #[must_use]
    pub fn of_figure(text: &Text, figures: &Figures, figure: &Figure) -> Option<Self> {
        const NEAR: usize = 80;
        let quantity = &figure.quantity;
        let start = figures.sentences[figure.sentence].run.start.max(quantity.run.start.saturating_sub(NEAR));
        let is_part_year = text.has_any(period(text, figure, start), &["月", "季度", "半年"]);
        (quantity.approx == Approx::Exact && !is_part_year).then(|| Self {
            value: quantity.value,
            scope: hash(text.chars(scope(text, figure, start))),
            span: text.span(quantity.run),
            unit: text.span(quantity.unit_run),
        })
    }

    /// The number of a cell.
    #[must_use]
    pub fn of_cell(text: &Text, cell: &Cell) -> Option<Self> {
        let number = cell.number()?;
        let (span, unit) = (text.span(cell.run), text.span(number.unit));
        Some(Self { value: number.value, scope: hash(text.chars(Run::default())), span, unit })
    }

    /// Whether the two count for the same place.
    #[must_use]
    pub fn is_of_scope(&self, other: &Self) -> bool {
        self.scope == other.scope
    }
}
