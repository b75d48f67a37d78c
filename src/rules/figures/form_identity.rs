//! Tables whose rows and columns are laid down, such as those of the report on disclosure: the identities that
//! the form itself prints (第一项加第二项之和,等于第三项加第四项之和), and figures that the text gives as well.
//!
//! A table is known as a form by its number of columns and by most of its row labels, in their order, or by its
//! header. Its identities are certain, so a cell that breaks one is an error. A figure of the text is held against
//! its cell only where the text gives it once; a word of scope beside it (全市, 各部门, 截至) makes that a hint.
//! Silent where rows of an identity are missing.

use super::equation::{self, At, Equation};
use super::identity;
use crate::decimal::Decimal;
use crate::figures::Figure;
use crate::finding::{Certainty, Finding, Kind, Operand, Outcome, Relation, Severity, Verdict};
use crate::lex::unit::Family;
use crate::messages;
use crate::rules::{Context, Rule};
use crate::span::Run;
use crate::standard::equations::NarrativeFile;
use crate::standard::form::Form;
use crate::tables::Table;

/// The rule.
pub static RULE: Rule = Rule {
    id: "figures/form-identity",
    title: &messages::FORM_IDENTITY_TITLE,
    why: &messages::FORM_IDENTITY_WHY,
    severity: Severity::Error,
    clause: None,
    fires: "行政复议\t行政诉讼\n结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t复议后起诉\n\
        3\t1\t0\t2\t⟦7⟧\t1\t0\t0\t0\t1\t2\t0\t1\t0\t3",
    passes: "行政复议\t行政诉讼\n结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t复议后起诉\n\
        3\t1\t0\t2\t6\t1\t0\t0\t0\t1\t2\t0\t1\t0\t3",
    previous: None,
    check,
};

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    let mut seen: Vec<&str> = Vec::new();
    for table in ctx.tables {
        let Some(form) = Form::of(ctx.standard, ctx.text, table) else { continue };
        let before = out.findings.len();
        equation::report(ctx, table, Kind::Identity, &equations(&form, table), out);
        // The text speaks of the first table of a form; another one is of another year or organ.
        if !seen.contains(&&*form.file.id) {
            seen.push(&form.file.id);
            narrative(ctx, table, &form, out);
        }
        for finding in &mut out.findings[before..] {
            finding.clause = Some(form.file.clause.clone());
        }
    }
}

/// The identities of the form for each of its columns, or its rows.
fn equations(form: &Form, table: &Table) -> Vec<Equation> {
    let mut equations = Vec::new();
    for file in &form.file.equations {
        let across = form.column(&file.whole[0]).is_some();
        let lines = |ids: &[String]| -> Option<Vec<usize>> {
            ids.iter().map(|id| if across { form.column(id) } else { form.row(id) }).collect()
        };
        let (Some(whole), Some(parts)) = (lines(&file.whole), lines(&file.parts)) else { continue };
        let crossing: Vec<usize> =
            if across { form.rows.iter().flatten().copied().collect() } else { (0..table.heads.len()).collect() };
        for other in crossing {
            let cells = |lines: &[usize]| -> Vec<At> {
                lines.iter().map(|&line| if across { (other, line) } else { (line, other) }).collect()
            };
            equations.push(Equation { whole: cells(&whole), parts: cells(&parts), severity: Severity::Error });
        }
    }
    equations
}

/// Holds the figures that the text gives as well against their cells.
fn narrative(ctx: &Context<'_>, table: &Table, form: &Form, out: &mut Outcome) {
    let terms: Vec<&[String]> = form.file.narrative.iter().map(|one| &one.words[..]).collect();
    let mut given: Vec<Vec<&Figure>> = vec![Vec::new(); terms.len()];
    for figure in &ctx.figures.list {
        let counts = matches!(figure.quantity.unit.family, Family::Case | Family::Copy | Family::Piece | Family::Money);
        if counts
            && let Some(term) = identity::named(ctx, figure, &terms)
            && is_near(ctx, figure, &form.file.context)
        {
            given[term].push(figure);
        }
    }
    for (one, figures) in form.file.narrative.iter().zip(&given) {
        let Some(&first) = figures.first() else { continue };
        if figures.iter().all(|figure| figure.quantity.value == first.quantity.value) {
            hold(ctx, table, form, one, first, out);
        }
    }
}

/// Whether the words before a figure speak of what the form is about.
fn is_near(ctx: &Context<'_>, figure: &Figure, context: &[String]) -> bool {
    const NEAR: usize = 120;
    let at = figure.quantity.run.start;
    let before = Run::new(at.saturating_sub(NEAR), at);
    context.is_empty() || context.iter().any(|word| ctx.text.find(before, word).is_some())
}

/// Holds a figure of the text against its cell.
fn hold(ctx: &Context<'_>, table: &Table, form: &Form, one: &NarrativeFile, figure: &Figure, out: &mut Outcome) {
    /// The text may count another scope than the table.
    const SCOPES: &[&str] =
        &["全县", "全市", "全区", "全省", "各", "本级", "系统", "乡镇", "部门", "街道", "截至", "其中"];
    let (Some(row), Some(column)) = (form.row(&one.row), form.column(&one.column)) else { return };
    let Some((cell, number)) = table.cell(row, column).and_then(|cell| Some((cell, cell.number()?))) else { return };
    let power = Decimal::power_of_ten(one.exponent);
    let Some(value) = number.value.times(power) else { return };
    let exact = number.step.times(power).and_then(|step| step.times(Decimal::whole(2)));
    let gap = value.distance(figure.quantity.value);
    let agrees = if one.exponent == 0 {
        gap == Some(Decimal::ZERO)
    } else {
        gap.zip(exact).is_some_and(|(gap, most)| gap < most)
    };
    let (span, place) = (ctx.text.span(figure.quantity.run), ctx.text.span(cell.run));
    let (said, printed) = (ctx.text.string(figure.quantity.numeral), ctx.text.string(cell.run));
    let sign = if agrees { "=" } else { "≠" };
    let operands = vec![
        ctx.operand("value", figure),
        Operand { role: "value", value: number.value, unit: ctx.text.string(number.unit), span: place },
    ];
    let verdict = if agrees { Verdict::Agrees } else { Verdict::Disagrees };
    out.relations.push(Relation::new(Kind::Identity, verdict, operands, format!("{said} {sign} {printed}")));
    if agrees {
        return;
    }
    let has_scope = ctx.text.has_any(ctx.figures.around(figure), SCOPES);
    let (severity, certainty) =
        if has_scope { (Severity::Info, Certainty::Possible) } else { (Severity::Warning, Certainty::Likely) };
    let message = messages::FORM_NARRATIVE.with(&[&said, &printed]);
    out.findings.push(Finding::new(severity, certainty, span, message).related(place, messages::ELSEWHERE.plain()));
}
