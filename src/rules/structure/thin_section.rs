//! A heading with nothing under it, beside headings of its list that have text.
//!
//! Silent on lists of bare headings, on numbered paragraphs, and on headings whose text is in their parts.

use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::lex::mark::Style;
use crate::messages;
use crate::outline::Heading;
use crate::rules::{Context, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "structure/thin-section",
    title: &messages::THIN_TITLE,
    why: &messages::THIN_WHY,
    severity: Severity::Warning,
    clause: None,
    fires: "(一)制度建设\n全年制定行政规范性文件6件,清理12件。\n⟦(二)行政执法⟧\n(三)矛盾化解\n全年调解纠纷120件,公开听证6场次。",
    passes: "(一)制度建设\n全年制定行政规范性文件6件,清理12件。\n(二)行政执法\n全年办结案件32件,评查案卷80卷次。\n(三)矛盾化解\n全年调解纠纷120件,公开听证6场次。",
    previous: None,
    check,
};

/// A heading with less under it has no text of its own.
const SHORT: usize = 12;

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    let headings = &ctx.outline.headings;
    let has_text = |heading: &Heading| ctx.text.trim(heading.body).len() >= SHORT;
    for (index, heading) in headings.iter().enumerate() {
        let is_bare = heading.mark.style <= Style::HanBrackets
            && ctx.text.at(heading.title.end) == '\n'
            && ctx.text.trim(heading.body).is_empty();
        if !is_bare {
            continue;
        }
        let next = headings[index + 1..].iter().take_while(|other| other.parent >= heading.parent);
        let next = next.take(1).find(|other| other.previous == Some(index));
        let previous = heading.previous.map(|previous| &headings[previous]);
        if previous.is_none_or(has_text) && next.is_some_and(has_text) {
            let span = ctx.text.span(heading.mark.run.to(heading.title));
            let message = messages::THIN.with(&[&ctx.text.string(heading.title)]);
            out.findings.push(Finding::new(Severity::Warning, Certainty::Likely, span, message));
        }
    }
}
