//! Shares in a table: a column of percentages, each the share that its row has in the total of a column beside it.
//!
//! Which column that is the shares themselves tell: it explains three of them at least, and all but one. That
//! one is wrong. Rounding and cutting off both agree.
//! Silent where no column explains them (rates of something else), and on rows whose count is already called wrong.

use super::slip;
use crate::decimal::{Decimal, Interval};
use crate::finding::{Certainty, Finding, Kind, Operand, Outcome, Relation, Severity, Verdict};
use crate::lex::unit::Family;
use crate::messages;
use crate::rules::{Context, Rule};
use crate::tables::cell::Cell;
use crate::tables::label::{self, Standing};
use crate::tables::{Row, Table};

/// The rule.
pub static RULE: Rule = Rule {
    id: "figures/table-share",
    title: &messages::TABLE_SHARE_TITLE,
    why: &messages::TABLE_SHARE_WHY,
    severity: Severity::Warning,
    clause: None,
    fires: "结果\t件数\t占比\n维持\t51\t59.3%\n撤销\t12\t⟦15.0%⟧\n驳回\t9\t10.5%\n终止\t14\t16.3%\n合计\t86\t100%",
    passes: "结果\t件数\t占比\n维持\t51\t59.3%\n撤销\t12\t13.9%\n驳回\t9\t10.5%\n终止\t14\t16.3%\n合计\t86\t100%",
    previous: None,
    check,
};

/// Shares that a column must explain before it is taken for their base.
const ENOUGH: usize = 3;

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    for table in ctx.tables {
        for column in 0..table.heads.len() {
            let percent = |cell: &Cell| cell.number().is_some_and(|number| number.family == Family::Percent);
            let cells = || table.rows.iter().filter_map(|row| row.cells.get(column));
            if cells().any(percent) || ctx.text.has_any(table.heads[column], &["占比", "比重", "占总"]) {
                shares(ctx, table, column, out);
            }
        }
    }
}

fn shares(ctx: &Context<'_>, table: &Table, column: usize, out: &mut Outcome) {
    let is_total = |row: &Row| row.labels.iter().any(|&label| label::standing(ctx.text, label) == Standing::Total);
    let Some(total) = table.rows.iter().position(is_total) else { return };
    for base in (0..table.heads.len()).filter(|&base| base != column && table.adds_up(ctx.text, base)) {
        let Some(whole) = table.cell(total, base).filter(|whole| whole.number().is_some()) else { continue };
        let rows = (0..table.rows.len()).filter(|&row| row != total);
        let shares: Vec<Share> = rows.filter_map(|row| Share::new(table, row, [base, column], whole)).collect();
        let fits = shares.iter().filter(|share| share.is_right).count();
        if fits >= ENOUGH && shares.len() - fits <= 1 {
            for share in &shares {
                say(ctx, share, out);
            }
            return;
        }
    }
}

/// A share in percent, the count that it is the share of, their total, and whether they go together.
struct Share<'t> {
    count: &'t Cell,
    whole: &'t Cell,
    rate: &'t Cell,
    is_right: bool,
}

impl<'t> Share<'t> {
    fn new(table: &'t Table, row: usize, [base, column]: [usize; 2], whole: &'t Cell) -> Option<Self> {
        let (count, rate) = (table.cell(row, base)?, table.cell(row, column)?);
        let (part, all, percent) = (count.number()?.value, whole.number()?.value, rate.number()?);
        let written = Interval::written(percent.value, percent.step);
        let part = part.times(Decimal::HUNDRED)?;
        // 0% of nothing tells nothing.
        let is_told = !part.is_zero() && !all.is_zero();
        let is_right = written.low.times(all)? <= part && part < written.high.times(all)?;
        is_told.then_some(Self { count, whole, rate, is_right })
    }
}

/// Adds a share to the ledger, and says so where it is wrong.
fn say(ctx: &Context<'_>, share: &Share, out: &mut Outcome) {
    let cells = [share.count, share.whole, share.rate];
    let spans = cells.map(|cell| ctx.text.span(cell.run));
    let [count, whole, written] = cells.map(|cell| ctx.text.string(cell.run));
    let operand = |role: &'static str, at: usize| Operand {
        role,
        value: cells[at].amount().unwrap_or_default(),
        unit: cells[at].number().map(|number| ctx.text.string(number.unit)).unwrap_or_default(),
        span: spans[at],
    };
    let operands = vec![operand("part", 0), operand("whole", 1), operand("rate", 2)];
    let (verdict, sign) = if share.is_right { (Verdict::Agrees, "=") } else { (Verdict::Disagrees, "≠") };
    let equation = format!("{count}/{whole} {sign} {}", written.trim_end_matches('%'));
    out.relations.push(Relation::new(Kind::Ratio, verdict, operands, format!("{equation}%")));
    // A count that is called wrong makes its share wrong as well.
    if share.is_right || out.findings.iter().any(|finding| spans.contains(&finding.span)) {
        return;
    }
    let (Some(part), Some(all), Some(percent)) = (share.count.amount(), share.whole.amount(), share.rate.number())
    else {
        return;
    };
    let right = part.times(Decimal::HUNDRED).and_then(|part| part.rounded_quotient(all, percent.step.scale()));
    let Some(right) = right.map(|right| right.to_string()) else { return };
    let message = messages::RATIO_WRONG.with(&[&format!("{count}/{whole}"), &right, &written]);
    let mut finding = Finding::new(Severity::Warning, Certainty::Likely, spans[2], message)
        .related(spans[0], messages::PART.plain())
        .related(spans[1], messages::TOTAL.plain());
    if slip::is_slip(&ctx.text.string(percent.numeral), &right) {
        let place = ctx.text.span(percent.numeral);
        finding = finding.fix(messages::CHANGE_TO.with(&[&format!("{right}%")]), place, right);
    }
    out.findings.push(finding);
}
