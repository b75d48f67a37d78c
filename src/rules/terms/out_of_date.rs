//! A term that had been replaced by the report year, used as if it were current.
//!
//! A hint while both are said, a warning when nobody says it any more; a hint, too, where the year is not known.
//! Silent in titles, on issuers of documents, and in clauses about the past (see `standard/lexicon.rs`).

use super::{current, shown};
use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::messages;
use crate::rules::{Context, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "terms/out-of-date",
    title: &messages::TERM_OLD_TITLE,
    why: &messages::TERM_OLD_WHY,
    severity: Severity::Warning,
    clause: None,
    fires: "云溪县2023年法治政府建设年度报告\n县⟦法制办⟧审查文件12件。",
    passes: "云溪县2023年法治政府建设年度报告\n原县法制办并入县司法局。",
    previous: None,
    check,
};

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    let year = ctx.document.said_year();
    let is_old = |since: Option<u16>| since.is_some_and(|since| year.is_none_or(|year| since <= year));
    // Without a year only what has long been replaced is worth a word.
    for (term, places) in current(ctx, |term| is_old(if year.is_some() { term.old } else { term.hard })) {
        let Some((first, others)) = places.split_first() else { continue };
        let written = shown(ctx, term, *first);
        let span = ctx.text.span(*first);
        let mut finding = match year {
            Some(year) if is_old(term.hard) => {
                let message = messages::TERM_OLD.with(&[&written, &year.to_string(), &term.now]);
                Finding::new(Severity::Warning, Certainty::Likely, span, message)
            }
            Some(_) => {
                let message = messages::TERM_AGING.with(&[&written, &term.now]);
                Finding::new(Severity::Info, Certainty::Likely, span, message)
            }
            None => {
                let message = messages::TERM_OLD_UNKNOWN.with(&[&written, &term.now]);
                Finding::new(Severity::Info, Certainty::Possible, span, message)
            }
        };
        for other in others {
            finding = finding.related(ctx.text.span(*other), messages::SAME_TERM.plain());
        }
        out.findings.push(finding.clause(&term.clause));
    }
}
