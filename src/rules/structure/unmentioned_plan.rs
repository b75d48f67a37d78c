//! What last year's report announced for this year, and this year's text never mentions.
//!
//! Worth a look, no more: one finding, at the content that would tell of it. Only things that were to be made, by names of their
//! own, of which next to nothing is found, in whichever words and wherever in the text. Silent on general resolutions, and
//! while the text is much shorter than last year's.

use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::messages;
use crate::previous::plans::{Item, Pairs};
use crate::rules::{Context, Rule};
use crate::span::Run;

/// The rule.
pub static RULE: Rule = Rule {
    id: "structure/unmentioned-plan",
    title: &messages::PLAN_TITLE,
    why: &messages::PLAN_WHY,
    severity: Severity::Info,
    clause: Some("《法治政府建设与责任落实督察工作规定》第二十四条"),
    fires: "一、⟦主要举措和成效⟧\n全年抓好执法培训,办案质量进一步提高,群众更加满意。建成青石湿地普法长廊,群众乐于前往。",
    passes: "一、主要举措和成效\n全年抓好执法培训,办案质量进一步提高。普法长廊在青石湿地落成,“云溪夜谈”栏目也已开播,群众乐于收听。",
    previous: Some(
        "云溪县法治政府建设年度报告\n一、主要举措和成效\n全年抓好执法培训。\n\
        二、下一年度工作安排\n加强学习。建成青石湿地普法长廊。推出“云溪夜谈”广播栏目。",
    ),
    check,
};

/// As many items are named.
const MOST: usize = 5;

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    let Some(previous) = ctx.last_year() else { return };
    if previous.plans.is_empty() || ctx.text.len() * 2 < previous.length {
        return;
    }
    let pairs = Pairs::new(ctx.text, &[Run::new(0, ctx.text.len())]);
    let absent: Vec<&Item> = previous.plans.iter().filter(|item| item.is_absent(&pairs)).collect();
    if absent.is_empty() {
        return;
    }
    let shown = &absent[..absent.len().min(MOST)];
    let names: Vec<&str> = shown.iter().map(|item| item.span.of(previous.original())).collect();
    let message = messages::PLAN_UNMENTIONED.with(&[&names.join("；"), &absent.len().to_string()]);
    let mut finding = Finding::new(Severity::Info, Certainty::Possible, ctx.text.span(place(ctx)), message);
    for item in shown {
        finding = finding.earlier(previous.place(item.span, messages::PLANNED_THERE.plain()));
    }
    out.findings.push(finding);
}

/// The heading of the first content that is required, or where the text begins.
fn place(ctx: &Context<'_>) -> Run {
    let mut found = ctx.standard.sections().zip(&ctx.coverage.sections);
    let heading = found.find(|(section, _)| section.is_required()).and_then(|(_, found)| found.heading);
    let start = ctx.document.body.min(ctx.text.len());
    heading.unwrap_or(Run::new(start, start))
}
