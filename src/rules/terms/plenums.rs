//! Plenums listed one by one that are out of order; as a hint, where one is left out.
//!
//! 十九届二中、三中、四中. Lists of different congresses are not compared; a list may begin anywhere.

use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::lex::han;
use crate::messages;
use crate::rules::{Context, Rule};
use crate::span::Run;

/// The rule.
pub static RULE: Rule = Rule {
    id: "terms/plenums",
    title: &messages::PLENUM_TITLE,
    why: &messages::PLENUM_WHY,
    severity: Severity::Warning,
    clause: None,
    fires: "贯彻十九届二中、三中、⟦三中⟧全会精神。",
    passes: "贯彻十九大和十九届二中、三中、四中全会精神。",
    previous: None,
    check,
};

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    let mut index = 0;
    while let Some(at) = ctx.text.find(Run::new(index, ctx.text.len()), "届") {
        index = at + 1;
        let mut before: Option<(usize, Run)> = None;
        let mut place = at + 1;
        while ctx.text.at(place + 1) == '中'
            && let Some(number) = han::to_ten(ctx.text.at(place))
        {
            let run = Run::new(place, place + 2);
            if let Some((last, last_run)) = before
                && number != last + 1
            {
                let words = [ctx.text.string(run), ctx.text.string(last_run)];
                let words = [words[0].as_str(), words[1].as_str()];
                let span = ctx.text.span(run);
                out.findings.push(if number <= last {
                    Finding::new(Severity::Warning, Certainty::Likely, span, messages::PLENUM_ORDER.with(&words))
                } else {
                    Finding::new(Severity::Info, Certainty::Possible, span, messages::PLENUM_GAP.with(&words))
                });
            }
            before = Some((number, run));
            let Some((_, length)) = ctx.text.starts_any(run.end, &["、", "和", "及", "以及"]) else { break };
            place = run.end + length;
        }
        index = index.max(place);
    }
}
