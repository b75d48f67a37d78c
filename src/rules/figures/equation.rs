//! Equations between the cells of one table: the ledger of those that hold, and for those that do not the
//! cell that is wrong.
//!
//! A cell that stands in two equations, both off by the same amount, is the wrong one: its row and
//! its column say so. Where an equation fails alone, a slip of the pen may tell; otherwise its total is the place.

use super::slip;
use crate::decimal::{Decimal, Interval};
use crate::finding::{Finding, Kind, Operand, Outcome, Relation, Severity, Verdict};
use crate::messages;
use crate::rules::Context;
use crate::span::{Run, Span};
use crate::tables::Table;
use crate::tables::cell::Cell;

/// A row and a column.
pub type At = (usize, usize);

/// Cells that together make up others.
#[derive(Clone, Debug)]
pub struct Equation {
    /// The cells that are summed up, usually one.
    pub whole: Vec<At>,
    /// Their parts.
    pub parts: Vec<At>,
    /// How bad it is when they differ.
    pub severity: Severity,
}

/// What some cells make.
#[derive(Clone, Copy, Debug)]
pub struct Sum {
    /// As they are written.
    pub value: Decimal,
    /// What they may stand for in truth.
    interval: Interval,
    /// Whether one of them is left empty.
    is_open: bool,
}

impl Default for Sum {
    fn default() -> Self {
        Self { value: Decimal::ZERO, interval: Interval::exactly(Decimal::ZERO), is_open: false }
    }
}

impl Sum {
    /// What cells of a table make; none where one holds words or is not there.
    #[must_use]
    pub fn of(table: &Table, cells: &[At]) -> Option<Self> {
        cells.iter().try_fold(Self::default(), |sum, &cell| sum.plus(table, cell))
    }

    /// With one cell more.
    #[must_use]
    pub fn plus(self, table: &Table, (row, column): At) -> Option<Self> {
        let cell = table.cell(row, column)?;
        Some(Self {
            value: self.value.plus(cell.amount()?)?.trimmed(),
            interval: self.interval.plus(cell.interval(table.rounded[column])?)?,
            is_open: self.is_open || cell.run.is_empty(),
        })
    }
}

/// How a total and its parts stand to each other.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Answer {
    /// They agree, as they are written.
    Fits,
    /// Both are nothing.
    Trivial,
    /// They differ.
    Fails,
    /// They differ, and something is not filled in; or there is no value.
    Unknown,
}

/// Holds a total against its parts.
#[must_use]
pub fn answer(whole: &Sum, made: &Sum) -> Answer {
    if whole.value.is_zero() && made.value.is_zero() {
        Answer::Trivial
    } else if whole.interval.meets(made.interval) && !whole.is_open {
        Answer::Fits
    } else if whole.is_open || made.is_open {
        Answer::Unknown
    } else {
        Answer::Fails
    }
}

/// Puts equations of one table into the ledger, and says which cells are wrong.
pub fn report(ctx: &Context<'_>, table: &Table, kind: Kind, equations: &[Equation], out: &mut Outcome) {
    // So many equations that fail speak of a table that is not understood.
    const MOST_FAILING: usize = 40;
    let mut failing = Vec::new();
    for equation in equations {
        let (Some(whole), Some(made)) = (Sum::of(table, &equation.whole), Sum::of(table, &equation.parts)) else {
            continue;
        };
        match answer(&whole, &made) {
            Answer::Fits => out.relations.push(relation(ctx, table, kind, equation, Verdict::Agrees)),
            Answer::Fails => failing.push(Failing { equation, whole: whole.value, made: made.value }),
            Answer::Trivial | Answer::Unknown => {}
        }
    }
    if failing.len() > MOST_FAILING {
        return;
    }
    for failed in &failing {
        out.relations.push(relation(ctx, table, kind, failed.equation, Verdict::Disagrees));
    }
    while let Some((cell, right)) = crossing(table, &failing) {
        let (ours, others): (Vec<Failing>, Vec<Failing>) = failing.into_iter().partition(|failed| failed.holds(cell));
        failing = others;
        out.findings.push(wrong_cell(ctx, table, cell, right, &ours));
    }
    for failed in &failing {
        out.findings.push(wrong_sum(ctx, table, failed));
    }
}

/// An equation that fails.
#[derive(Clone, Copy)]
struct Failing<'e> {
    equation: &'e Equation,
    whole: Decimal,
    made: Decimal,
}

impl Failing<'_> {
    fn cells(&self) -> impl Iterator<Item = At> + '_ {
        self.equation.whole.iter().chain(&self.equation.parts).copied()
    }

    fn holds(&self, cell: At) -> bool {
        self.cells().any(|other| other == cell)
    }

    /// The value of a cell with which the equation holds.
    fn wanted(&self, table: &Table, (row, column): At) -> Option<Decimal> {
        let value = table.cell(row, column)?.amount()?;
        let lacking = self.whole.minus(self.made)?;
        let is_whole = self.equation.whole.contains(&(row, column));
        let right = if is_whole { value.minus(lacking) } else { value.plus(lacking) };
        right.filter(|right| *right >= Decimal::ZERO).map(Decimal::trimmed)
    }

    /// The one cell that a slip of the pen explains.
    fn slip(&self, table: &Table) -> Option<(At, Decimal)> {
        let all: Vec<At> = self.cells().collect();
        let candidates = all.iter().enumerate().filter_map(|(index, &(row, column))| {
            let written = table.cell(row, column)?.number()?.value;
            Some((index, written, self.wanted(table, (row, column))?))
        });
        let (index, _) = slip::only(slip::slips(candidates))?;
        Some((all[index], self.wanted(table, all[index])?))
    }
}

/// The cell that most failing equations share, two at least, all of which one value would mend; that value.
fn crossing(table: &Table, failing: &[Failing]) -> Option<(At, Decimal)> {
    let mut best: Option<(usize, At, Decimal)> = None;
    for first in failing {
        for cell in first.cells() {
            let sharing = failing.iter().filter(|failed| failed.holds(cell)).count();
            if sharing < 2 || best.is_some_and(|(most, ..)| sharing <= most) {
                continue;
            }
            let Some(right) = first.wanted(table, cell) else { continue };
            if failing
                .iter()
                .filter(|failed| failed.holds(cell))
                .all(|failed| failed.wanted(table, cell) == Some(right))
            {
                best = Some((sharing, cell, right));
            }
        }
    }
    best.map(|(_, cell, right)| (cell, right))
}

fn wrong_cell(ctx: &Context<'_>, table: &Table, cell: At, right: Decimal, ours: &[Failing]) -> Finding {
    let written = ctx.text.string(numeral(table, cell));
    let equations: Vec<String> = ours.iter().map(|failed| written_out(ctx, table, failed.equation, "≠")).collect();
    let message = messages::TABLE_CELL.with(&[&written, &right.to_string(), &equations.join("；")]);
    let severity = ours.iter().map(|failed| failed.equation.severity).max().unwrap_or(Severity::Warning);
    let mut finding = Finding::new(severity, severity.certainty(), place(ctx, table, cell), message);
    for &other in ours.iter().flat_map(|failed| &failed.equation.whole).filter(|other| **other != cell) {
        finding = finding.related(place(ctx, table, other), messages::TOTAL.plain());
    }
    mend(ctx, table, finding, cell, right)
}

fn wrong_sum(ctx: &Context<'_>, table: &Table, failed: &Failing) -> Finding {
    let Equation { whole, parts, severity } = failed.equation;
    let equated = written_out(ctx, table, failed.equation, "≠");
    let template = if whole.len() > 1 { &messages::TABLE_SIDES } else { &messages::SUM_WRONG };
    let message = template.with(&[&equated, &failed.made.to_string(), &failed.whole.to_string()]);
    let mut finding = Finding::new(*severity, severity.certainty(), place(ctx, table, whole[0]), message);
    for &total in &whole[1..] {
        finding = finding.related(place(ctx, table, total), messages::TOTAL.plain());
    }
    for &part in parts {
        finding = finding.related(place(ctx, table, part), messages::PART.plain());
    }
    match failed.slip(table) {
        Some((cell, right)) => mend(ctx, table, finding, cell, right),
        None => finding,
    }
}

fn mend(ctx: &Context<'_>, table: &Table, finding: Finding, cell: At, right: Decimal) -> Finding {
    let (numeral, right) = (numeral(table, cell), right.to_string());
    let title = messages::CHANGE_ONE.with(&[&ctx.text.string(numeral), &right]);
    finding.fix(title, ctx.text.span(numeral), right)
}

/// The digits of a cell, or all of it.
fn numeral(table: &Table, (row, column): At) -> Run {
    table.cell(row, column).map_or(Run::default(), |cell| cell.number().map_or(cell.run, |number| number.numeral))
}

fn place(ctx: &Context<'_>, table: &Table, cell: At) -> Span {
    ctx.text.span(numeral(table, cell))
}

fn relation(ctx: &Context<'_>, table: &Table, kind: Kind, equation: &Equation, verdict: Verdict) -> Relation {
    let operand = |role: &'static str, cell: &Cell| Operand {
        role,
        value: cell.amount().unwrap_or_default(),
        unit: cell.number().map(|number| ctx.text.string(number.unit)).unwrap_or_default(),
        span: ctx.text.span(cell.run),
    };
    let mut operands = Vec::new();
    for (role, side) in [("total", &equation.whole), ("part", &equation.parts)] {
        let filled =
            side.iter().filter_map(|&(row, column)| table.cell(row, column)).filter(|cell| !cell.run.is_empty());
        operands.extend(filled.map(|cell| operand(role, cell)));
    }
    let sign = if verdict == Verdict::Agrees { "=" } else { "≠" };
    Relation::new(kind, verdict, operands, written_out(ctx, table, equation, sign))
}

/// The equation as a person would write it, without what counts nothing.
fn written_out(ctx: &Context<'_>, table: &Table, equation: &Equation, sign: &str) -> String {
    let side = |cells: &[At]| {
        let counts = |&&(row, column): &&At| {
            table.cell(row, column).and_then(Cell::amount).is_some_and(|amount| !amount.is_zero())
        };
        let written: Vec<String> =
            cells.iter().filter(counts).map(|&cell| ctx.text.string(numeral(table, cell))).collect();
        if written.is_empty() { "0".to_owned() } else { written.join("+") }
    };
    format!("{} {sign} {}", side(&equation.parts), side(&equation.whole))
}
