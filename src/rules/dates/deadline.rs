//! Signed after 1 March, or published after 31 March, of the year after the report year.
//!
//! Silent before report year 2019, when the first quarter was the limit; on provinces, which have until
//! 1 April; on reports of other kinds, which have limits of their own; and where a site gives a much later day, which is that of its own rebuilding.

use crate::document::Level;
use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::messages;
use crate::rules::{Context, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "dates/deadline",
    title: &messages::DEADLINE_TITLE,
    why: &messages::DEADLINE_WHY,
    severity: Severity::Warning,
    clause: Some("《法治政府建设与责任落实督察工作规定》"),
    fires: "云溪县2024年法治政府建设年度报告\n全年办结案件12件。\n云溪县人民政府\n⟦2025年3月18日⟧",
    passes: "云溪县2024年法治政府建设年度报告\n全年办结案件12件。\n云溪县人民政府\n2025年3月1日",
    previous: None,
    check,
};

/// The first report year with these limits.
const SINCE: u16 = 2019;

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    let document = ctx.document;
    let Some(year) = document.said_year().filter(|year| *year >= SINCE) else { return };
    if document.level == Some(Level::Province) || !ctx.is_on_law() {
        return;
    }
    let mut find = |span, message| out.findings.push(Finding::new(Severity::Warning, Certainty::Likely, span, message));
    if let Some(date) = document.signed
        && date.year == year + 1
        && (date.month, date.day) > (3, 1)
    {
        find(ctx.text.span(document.signed_at), messages::DEADLINE_SIGNED.plain());
    }
    if let Some((date, span)) = document.published
        && date.year == year + 1
        && date.month > 3
    {
        find(span, messages::DEADLINE_PUBLISHED.plain());
    }
}
