//! A required content is written about, but under no heading of its own.
//!
//! Silent when the content is missing altogether (see `missing-section`), and on a text that is no such report.

use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::messages;
use crate::rules::{Context, Rule};
use crate::standard::coverage::SectionStatus;

/// The rule.
pub static RULE: Rule = Rule {
    id: "structure/unheaded-section",
    title: &messages::SECTION_UNHEADED_TITLE,
    why: &messages::SECTION_UNHEADED_WHY,
    severity: Severity::Info,
    clause: Some("《法治政府建设与责任落实督察工作规定》第二十四条"),
    fires: "云溪县2024年法治政府建设年度报告\n\
        一、主要举措和成效\n\
        全年制定行政规范性文件6件，清理行政规范性文件112件，全部行政执法决定按时公示，依法行政能力有了新的提高。⟦工作中还存在一些不足，主要原因是培训不够经常⟧。\n\
        二、党政主要负责人履行推进法治建设第一责任人职责情况\n\
        县委主要负责人主持研究法治建设重大事项4次，县长专题听取汇报3次，重要工作亲自部署、重大问题亲自过问。\n\
        三、下一年度推进法治政府建设的主要安排\n\
        健全行政规范性文件审核机制，分批轮训行政执法人员，办好一批群众关心的实事，推动各项任务落到实处。",
    passes: "云溪县2024年法治政府建设年度报告\n\
        一、主要举措和成效\n\
        全年制定行政规范性文件6件，清理行政规范性文件112件，全部行政执法决定按时公示，依法行政能力有了新的提高。\n\
        二、存在的不足和原因\n\
        基层法制审核力量薄弱，个别单位执法文书不规范；主要原因是培训不够经常，考核结果运用不够，监督检查有待加强。\n\
        三、党政主要负责人履行推进法治建设第一责任人职责情况\n\
        县委主要负责人主持研究法治建设重大事项4次，县长专题听取汇报3次，重要工作亲自部署、重大问题亲自过问。\n\
        四、下一年度推进法治政府建设的主要安排\n\
        健全行政规范性文件审核机制，分批轮训行政执法人员，办好一批群众关心的实事，推动各项任务落到实处。",
    previous: None,
    check,
};

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    if ctx.coverage.strange.is_some() {
        return;
    }
    for (section, place) in ctx.standard.sections().zip(&ctx.coverage.sections) {
        let Some(run) = place.run.filter(|_| section.is_required() && place.status == SectionStatus::Unheaded) else {
            continue;
        };
        let message = messages::SECTION_UNHEADED.titled(&[&section.title]);
        let mut finding = Finding::new(Severity::Info, Certainty::Likely, ctx.text.span(run), message);
        if let Some(heading) = ctx.outline.heading_at(run.start) {
            finding = finding.related(ctx.text.span(ctx.outline.headings[heading].title), messages::INSIDE.plain());
        }
        out.findings.push(finding.clause(&section.clause));
    }
}
