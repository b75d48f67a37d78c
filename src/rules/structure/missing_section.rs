//! A content that the standard requires is neither under a heading nor in the text, or its heading
//! has next to nothing under it.
//!
//! Silent on order and on how the contents are divided: regions differ, and both are allowed; and on a text
//! that is no such report (see `not-a-report`).

use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::messages;
use crate::rules::{Context, Rule};
use crate::span::Run;
use crate::standard::coverage::{SectionFound, SectionStatus};
use crate::standard::file::SectionFile;

/// The rule.
pub static RULE: Rule = Rule {
    id: "structure/missing-section",
    title: &messages::SECTION_MISSING_TITLE,
    why: &messages::SECTION_MISSING_WHY,
    severity: Severity::Error,
    clause: Some("《法治政府建设与责任落实督察工作规定》第二十四条"),
    fires: "云溪县2024年法治政府建设年度报告\n\
        一、主要举措和成效\n\
        全年制定行政规范性文件6件，清理行政规范性文件112件，全部行政执法决定按时公示，依法行政能力有了新的提高。\n\
        二、存在的不足和原因\n\
        基层法制审核力量薄弱，个别单位执法文书不规范；主要原因是培训不够经常，考核结果运用不够，监督检查有待加强。\n\
        三、党政主要负责人履行推进法治建设第一责任人职责情况\n\
        县委主要负责人主持研究法治建设重大事项4次，县长专题听取汇报3次，重要工作亲自部署、重大问题亲自过问。⟦⟧",
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
    let found: Vec<(&SectionFile, &SectionFound)> = ctx.standard.sections().zip(&ctx.coverage.sections).collect();
    for (index, (section, place)) in found.iter().enumerate().filter(|(_, (section, _))| section.is_required()) {
        // The rule asks for the content and says nothing of its length.
        let (severity, certainty, message, run) = match (place.status, place.heading) {
            (SectionStatus::Missing, _) => {
                (Severity::Error, Certainty::Certain, &messages::SECTION_MISSING, expected(ctx, &found, index))
            }
            (SectionStatus::Thin, Some(heading)) => {
                (Severity::Info, Certainty::Possible, &messages::SECTION_THIN, heading)
            }
            _ => continue,
        };
        let finding = Finding::new(severity, certainty, ctx.text.span(run), message.titled(&[&section.title]));
        out.findings.push(finding.clause(&section.clause));
    }
}

/// Behind the nearest required content before it in the standard's order, else before the next one, else
/// at the end; not behind the signature.
fn expected(ctx: &Context<'_>, found: &[(&SectionFile, &SectionFound)], index: usize) -> Run {
    let headed = |&&(section, place): &&(&SectionFile, &SectionFound)| section.is_required() && place.heading.is_some();
    let at = if let Some((_, before)) = found[..index].iter().rev().find(headed) {
        before.run.map_or(0, |run| run.end)
    } else if let Some((_, behind)) = found[index + 1..].iter().find(headed) {
        behind.run.map_or(0, |run| run.start)
    } else {
        ctx.text.len()
    };
    let at = ctx.document.before_signature(at);
    Run::new(at, at)
}
