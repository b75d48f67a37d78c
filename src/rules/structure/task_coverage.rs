//! Tasks of the outline that a government's report does not speak of: one line of advice for all of them.
//!
//! Silent for bureaus and townships, to which only some of the tasks fall, and on a text that speaks of
//! half of them or less: it is divided otherwise, or a beginning.

use crate::document::Level;
use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::messages;
use crate::rules::{Context, Rule};
use crate::span::Run;
use crate::standard::coverage::SectionStatus;
use crate::standard::file::Bilingual;

/// The rule.
pub static RULE: Rule = Rule {
    id: "structure/task-coverage",
    title: &messages::TASKS_TITLE,
    why: &messages::TASKS_WHY,
    severity: Severity::Info,
    clause: None,
    fires: "云溪县2024年法治政府建设年度报告\n\
        一、主要举措和成效\n\
        （一）健全政府机构职能体系\n持续优化营商环境。\n\
        （二）健全依法行政制度体系\n制定行政规范性文件6件。\n\
        （三）健全行政决策制度体系\n严格执行重大行政决策程序。\n\
        （四）健全行政执法工作体系\n落实行政执法三项制度。\n\
        （五）健全社会矛盾纠纷行政预防调处化解体系\n受理行政复议案件71件。\n\
        （六）健全行政权力制约和监督体系\n办理建议提案158件。\n\
        （七）健全法治政府建设科技保障体系\n依托一体化平台共享数据。\n\
        （八）加强党的领导\n深入学习贯彻习近平法治思想。⟦⟧",
    passes: "云溪县2024年法治政府建设年度报告\n\
        一、主要举措和成效\n\
        （一）健全政府机构职能体系\n持续优化营商环境。\n\
        （二）健全依法行政制度体系\n制定行政规范性文件6件。\n\
        （三）健全行政决策制度体系\n严格执行重大行政决策程序。\n\
        （四）健全行政执法工作体系\n落实行政执法三项制度，组织应急演练36场。\n\
        （五）健全社会矛盾纠纷行政预防调处化解体系\n受理行政复议案件71件。\n\
        （六）健全行政权力制约和监督体系\n办理建议提案158件。\n\
        （七）健全法治政府建设科技保障体系\n依托一体化平台共享数据。\n\
        （八）加强党的领导\n深入学习贯彻习近平法治思想。",
    previous: None,
    check,
};

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    if ctx.coverage.strange.is_some() || matches!(ctx.document.level, Some(Level::Department | Level::Township)) {
        return;
    }
    let mut places = ctx.coverage.sections.iter();
    for section in &ctx.standard.file.sections {
        let Some(own) = places.next() else { return };
        let mut missing = Bilingual::default();
        let (mut clause, mut found) = ("", 0);
        for part in &section.children {
            let Some(place) = places.next() else { return };
            if place.status == SectionStatus::Missing {
                missing.push(&part.title);
                clause = &part.clause;
            } else {
                found += 1;
            }
        }
        if section.children.len() < 2 * found && !missing.zh.is_empty() {
            let end = own.run.map_or(0, |run| run.end);
            let span = ctx.text.span(Run::new(end, end));
            let message = messages::TASKS_MISSING.titled(&[&missing]);
            out.findings.push(Finding::new(Severity::Info, Certainty::Possible, span, message).clause(clause));
        }
    }
}
