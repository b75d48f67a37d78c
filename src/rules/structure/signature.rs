//! Signer, date or addressee are missing, or the signer is of another place than the title.
//!
//! Public copies often leave them out, so that they are missing is only a hint. Silent on passages out of a report,
//! on one that is cut off, and on names that may be short for each other.

use super::{cut_off, is_whole};
use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::messages;
use crate::messages::Template;
use crate::rules::{Context, Rule};
use crate::span::Run;

/// The rule.
pub static RULE: Rule = Rule {
    id: "structure/signature",
    title: &messages::SIGNATURE_TITLE,
    why: &messages::SIGNATURE_WHY,
    severity: Severity::Warning,
    clause: Some("GB/T 9704—2012"),
    fires: "云溪县2024年法治政府建设年度报告\n全年办结案件12件。\n⟦青石县人民政府⟧\n2025年2月18日",
    passes: "云溪县2024年法治政府建设年度报告\n全年办结案件12件。\n明州市云溪县人民政府\n2025年2月18日",
    previous: None,
    check,
};

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    let document = ctx.document;
    let mut find = |severity, certainty, template: &'static Template, run: Run| {
        out.findings.push(Finding::new(severity, certainty, ctx.text.span(run), template.plain()));
    };
    if let (Some(title), Some(signer)) = (document.title, document.signer)
        && let (Some(titled), Some(signed)) = (place(ctx, title), place(ctx, signer))
        && ctx.text.find(title, &signed).is_none()
        && ctx.text.find(signer, &titled).is_none()
    {
        find(Severity::Warning, Certainty::Likely, &messages::SIGNATURE_OTHER, signer);
    }
    if !is_whole(ctx) || cut_off::end(ctx).is_some() {
        return;
    }
    let end = ctx.text.trim(ctx.text.all()).end;
    match (document.signed, document.signer) {
        (None, _) => find(Severity::Info, Certainty::Possible, &messages::SIGNATURE_MISSING, Run::new(end, end)),
        (Some(_), None) => find(Severity::Info, Certainty::Possible, &messages::SIGNER_MISSING, document.signed_at),
        (Some(_), Some(_)) if document.addressee.is_none() => {
            let start = document.title.map_or(0, |title| title.end);
            find(Severity::Info, Certainty::Possible, &messages::ADDRESSEE_MISSING, Run::new(start, start));
        }
        _ => {}
    }
}

/// The first place that a name or title gives: 云溪县. Zones (开发区) have too many names to compare.
fn place(ctx: &Context<'_>, run: Run) -> Option<String> {
    let end = (run.start + 1..run.end).find(|&at| matches!(ctx.text.at(at), '县' | '旗' | '镇' | '乡' | '市'))?;
    let name = Run::new(run.start, end + 1);
    let is_name = (3..=6).contains(&name.len()) && ctx.text.chars(name).all(crate::text::is_han);
    (is_name && !ctx.text.has_any(name, &["关于", "中共", "人民"])).then(|| ctx.text.string(name))
}
