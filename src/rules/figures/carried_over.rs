//! What goes over from one year to the next, and does not arrive: last year's 未审结 is this year's 上年结转, and what is
//! in force is what was, with what was made and without what was repealed.
//!
//! Which figures are bound so, the data say: of indicators in the running text, of rows and columns in prescribed
//! tables. Silent where a figure is missing, approximate or given with several values, where scopes differ, and where one
//! of the reports was signed before its year was over.

use crate::decimal::Decimal;
use crate::finding::{Certainty, Finding, Kind, Operand, Outcome, Relation, Severity, Verdict};
use crate::messages;
use crate::previous::Previous;
use crate::previous::values::{Value, only};
use crate::rules::{Context, Rule};
use crate::standard::equations::{AcrossFile, EquationAcrossFile, FormFile};
use crate::standard::file::Bilingual;
use crate::standard::form::Form;
use crate::tables::cell::Cell;
use crate::tables::{Row, Table};

/// The rule.
pub static RULE: Rule = Rule {
    id: "figures/carried-over",
    title: &messages::CARRIED_TITLE,
    why: &messages::CARRIED_WHY,
    severity: Severity::Warning,
    clause: None,
    fires: "全年受理行政复议案件60件,上年结转⟦6件⟧。",
    passes: "全年受理行政复议案件60件,上年结转8件。",
    previous: Some("法治政府建设有新的进展。全年受理行政复议案件52件,审结44件,尚未审结8件。"),
    check,
};

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    let Some(previous) = ctx.last_year().filter(|previous| !previous.is_part_year) else { return };
    if ctx.document.is_part_year() {
        return;
    }
    for file in &ctx.standard.across {
        indicators(ctx, previous, file, out);
    }
    let mut seen: Vec<&str> = Vec::new();
    for table in ctx.tables {
        let Some(form) = Form::of(ctx.standard, ctx.text, table) else { continue };
        if !seen.contains(&&*form.file.id)
            && let Some(last) = previous.values.form(&form.file.id)
        {
            seen.push(&form.file.id);
            let now = form.cells(table);
            for across in &form.file.across {
                cells(ctx, previous, &Forms { file: form.file, table, across, now: &now, last }, out);
            }
        }
    }
}

/// The values that belong together.
struct Terms<'v> {
    whole: Value,
    last: &'v Value,
    plus: Vec<Value>,
    minus: Vec<Value>,
}

impl Terms<'_> {
    /// What this year's value should be.
    fn made(&self) -> Option<Decimal> {
        let more = self.plus.iter().try_fold(self.last.value, |sum, value| sum.plus(value.value))?;
        self.minus.iter().try_fold(more, |sum, value| sum.minus(value.value)).map(Decimal::trimmed)
    }

    /// Whether there is nothing to count.
    fn is_trivial(&self) -> bool {
        self.whole.value.is_zero() && self.made().is_some_and(Decimal::is_zero)
    }

    fn fits(&self) -> bool {
        self.made().is_none_or(|made| made == self.whole.value)
    }

    fn equation(&self) -> String {
        let mut left = self.last.value.to_string();
        for (sign, values) in [('+', &self.plus), ('-', &self.minus)] {
            left.extend(values.iter().map(|value| format!("{sign}{}", value.value)));
        }
        format!("{left} {} {}", if self.fits() { "=" } else { "≠" }, self.whole.value)
    }

    fn relation(&self, ctx: &Context<'_>, previous: &Previous, verdict: Verdict) -> Relation {
        let operand = |role: &'static str, value: &Value| Operand {
            role,
            value: value.value,
            unit: value.unit.of(ctx.text.original()).to_owned(),
            span: value.span,
        };
        let mut operands = vec![operand("total", &self.whole)];
        operands.extend(self.plus.iter().chain(&self.minus).map(|value| operand("part", value)));
        let mut relation = Relation::new(Kind::Identity, verdict, operands, self.equation());
        relation.previous.push(previous.value("before", self.last));
        relation
    }
}

/// Holds indicators of the running text against those of last year.
fn indicators(ctx: &Context<'_>, previous: &Previous, file: &AcrossFile, out: &mut Outcome) {
    let find = |id: &String| ctx.standard.indicators.iter().position(|indicator| indicator.id == *id);
    let now = |id: &String| -> Option<Value> {
        let found = &ctx.coverage.indicators[find(id)?];
        let value = |&index: &usize| Value::of_figure(ctx.text, ctx.figures, &ctx.figures.list[index]);
        let values: Option<Vec<Value>> = found.figures.iter().map(value).collect();
        only(&values?).copied()
    };
    let all = |ids: &[String]| ids.iter().map(now).collect::<Option<Vec<_>>>();
    let terms = (|| {
        let last = previous.values.indicator(&file.equation.last)?;
        let whole = now(&file.equation.whole).filter(|whole| whole.is_of_scope(last))?;
        Some(Terms { whole, last, plus: all(&file.equation.plus)?, minus: all(&file.equation.minus)? })
    })();
    let Some(terms) = terms.filter(|terms| !terms.is_trivial()) else { return };
    if terms.fits() {
        out.relations.push(terms.relation(ctx, previous, Verdict::Agrees));
        return;
    }
    let (severity, certainty, verdict) = if file.hint {
        (Severity::Info, Certainty::Possible, Verdict::Unsure)
    } else {
        (Severity::Warning, Certainty::Likely, Verdict::Disagrees)
    };
    let Some(made) = terms.made().filter(|made| *made >= Decimal::ZERO) else { return };
    out.relations.push(terms.relation(ctx, previous, verdict));
    let title =
        find(&file.equation.whole).map(|index| ctx.standard.indicators[index].title.clone()).unwrap_or_default();
    let sides = [made.to_string(), terms.whole.value.to_string(), terms.equation()];
    let message = messages::CARRIED_WRONG.about(&title, &[&sides[0], &sides[1], &sides[2]]);
    let mut finding = Finding::new(severity, certainty, terms.whole.span, message)
        .earlier(previous.place(terms.last.span, messages::LAST_PLACE.plain()))
        .clause(&file.clause);
    for value in terms.plus.iter().chain(&terms.minus) {
        finding = finding.related(value.span, messages::PART.plain());
    }
    out.findings.push(finding);
}

/// A table of this year and the same of last year.
struct Forms<'f> {
    file: &'f FormFile,
    table: &'f Table,
    across: &'f EquationAcrossFile,
    now: &'f [Vec<Option<Cell>>],
    last: &'f [Vec<Option<Value>>],
}

impl Forms<'_> {
    fn column(&self, id: &str) -> Option<usize> {
        self.file.columns.iter().position(|column| column == id)
    }

    /// The places of an id, a row or a column, in their order.
    fn line(&self, id: &str) -> Option<Vec<(usize, usize)>> {
        if let Some(column) = self.column(id) {
            return Some((0..self.file.rows.len()).map(|row| (row, column)).collect());
        }
        let row = self.file.rows.iter().position(|row| row.id == id)?;
        Some((0..self.file.columns.len()).map(|column| (row, column)).collect())
    }
}

/// Holds a row, or a column, of a table against last year's; what fails is said once.
fn cells(ctx: &Context<'_>, previous: &Previous, forms: &Forms<'_>, out: &mut Outcome) {
    let EquationAcrossFile { whole, last, plus, minus } = forms.across;
    let lines = |ids: &[String]| ids.iter().map(|id| forms.line(id)).collect::<Option<Vec<_>>>();
    let (Some(wholes), Some(lasts), Some(plus), Some(minus)) =
        (forms.line(whole), forms.line(last), lines(plus), lines(minus))
    else {
        return;
    };
    let now = |(row, column): (usize, usize)| Value::of_cell(ctx.text, forms.now[row][column].as_ref()?);
    let mut failing: Vec<Terms> = Vec::new();
    for (at, &cell) in wholes.iter().enumerate() {
        let all = |lines: &[Vec<(usize, usize)>]| lines.iter().map(|line| now(line[at])).collect::<Option<Vec<_>>>();
        let (row, column) = lasts[at];
        let terms = (|| {
            let last = forms.last[row][column].as_ref()?;
            Some(Terms { whole: now(cell)?, last, plus: all(&plus)?, minus: all(&minus)? })
        })();
        let Some(terms) = terms.filter(|terms| !terms.is_trivial()) else { continue };
        let verdict = if terms.fits() { Verdict::Agrees } else { Verdict::Disagrees };
        out.relations.push(terms.relation(ctx, previous, verdict));
        if verdict == Verdict::Disagrees {
            failing.push(terms);
        }
    }
    let Some(first) = failing.first() else { return };
    let equations: Vec<String> = failing.iter().map(Terms::equation).collect();
    let made = first.made().unwrap_or_default().to_string();
    let title = name(ctx, forms, first.whole);
    let message =
        messages::CARRIED_WRONG.about(&title, &[&made, &first.whole.value.to_string(), &equations.join("；")]);
    let mut finding = Finding::new(Severity::Warning, Certainty::Likely, first.whole.span, message);
    for terms in &failing {
        finding = finding.earlier(previous.place(terms.last.span, messages::LAST_PLACE.plain()));
    }
    for terms in &failing[1..] {
        finding = finding.related(terms.whole.span, messages::SAME_ROW.plain());
    }
    out.findings.push(finding.clause(&forms.file.clause));
}

/// What a cell counts: the label of its row, and the head of its column where columns are compared.
fn name(ctx: &Context<'_>, forms: &Forms<'_>, cell: Value) -> Bilingual {
    let of = |row: &Row| row.cells.iter().position(|other| ctx.text.span(other.run) == cell.span);
    let place = forms.table.rows.iter().find_map(|row| Some((row, of(row)?)));
    let Some((row, column)) = place else { return Bilingual::default() };
    let mut label = ctx.text.string(row.label());
    if forms.column(&forms.across.whole).is_some() {
        label = format!("{label} {}", ctx.text.string(forms.table.heads[column]));
    }
    Bilingual { en: label.clone(), zh: label }
}
