//! A sentence with figures that stands in last year's report with the same figures, in a paragraph that is otherwise new.
//!
//! Only worth a look: some things come out the same. All of them are one finding. Silent on short sentences, on a few small
//! numbers, on a stock (现有, 累计), and on paragraphs of which [`super::copied_paragraph`] speaks.

use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::messages;
use crate::previous::passages;
use crate::rules::{Context, Rule};

/// The rule.
pub static RULE: Rule = Rule {
    id: "wording/copied-figures",
    title: &messages::SAME_FIGURES_TITLE,
    why: &messages::SAME_FIGURES_WHY,
    severity: Severity::Info,
    clause: None,
    fires: "今年普法有了新办法。⟦全年举办法治宣传活动86场,发放资料12400份⟧。",
    passes: "今年普法有了新办法。全年举办法治宣传活动93场,发放资料12400份。",
    previous: Some("普法和法治政府建设同步推进。全年举办法治宣传活动86场,发放资料12400份。"),
    check,
};

/// As many places are shown.
const MOST: usize = 20;

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    let Some(previous) = ctx.last_year() else { return };
    let paragraphs: Vec<_> = passages::paragraphs(ctx.reading)
        .into_iter()
        .filter(|passage| previous.paragraphs.of(passage.print).next().is_some())
        .collect();
    let is_told = |at: u32| {
        let next = paragraphs.partition_point(|passage| passage.span.end <= at);
        paragraphs.get(next).is_some_and(|passage| passage.span.start <= at)
    };
    let mut found: Option<Finding> = None;
    let mut count = 0;
    for passage in passages::sentences(ctx.reading) {
        let Some(last) = previous.sentences.of(passage.print).next() else { continue };
        if is_told(passage.span.start) || count == MOST {
            continue;
        }
        count += 1;
        let finding = match found.take() {
            None => {
                let message = messages::SAME_FIGURES.plain();
                Finding::new(Severity::Info, Certainty::Possible, passage.span, message)
            }
            Some(finding) => finding.related(passage.span, messages::ALSO_COPIED.plain()),
        };
        found = Some(finding.earlier(previous.place(last.span, messages::LAST_PLACE.plain())));
    }
    out.findings.extend(found);
}
