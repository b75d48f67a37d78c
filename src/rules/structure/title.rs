//! A title that is missing, has no year, no organ or no kind of document, or ends with a stop.
//!
//! Public copies often lose the title, so what is missing is only a hint. Silent on passages out of a report.

use super::is_whole;
use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::lex::date;
use crate::messages;
use crate::messages::Template;
use crate::rules::{Context, Rule};
use crate::span::Run;
use crate::text::{ends_sentence, is_blank};

/// The rule.
pub static RULE: Rule = Rule {
    id: "structure/title",
    title: &messages::TITLE_TITLE,
    why: &messages::TITLE_WHY,
    severity: Severity::Info,
    clause: Some("GB/T 9704—2012"),
    fires: "云溪县2024年法治政府建设年度报告⟦。⟧\n全年办结案件12件。",
    passes: "云溪县2024年法治政府建设年度报告\n全年办结案件12件。",
    previous: None,
    check,
};

/// A title is not longer than this.
const LONGEST: usize = 40;
/// What names an organ or its place.
const ORGANS: &[&str] =
    &["省", "市", "州", "县", "区", "旗", "乡", "镇", "街道", "局", "委", "办", "厅", "人民政府", "支队", "中心"];

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    let text = ctx.text;
    let mut hint = |template: &'static Template, run: Run| {
        out.findings.push(Finding::new(Severity::Info, Certainty::Possible, text.span(run), template.plain()));
    };
    let Some(title) = ctx.document.title else {
        if is_whole(ctx) {
            match untyped(ctx) {
                Some(line) => hint(&messages::TITLE_KIND, line),
                None => hint(&messages::TITLE_MISSING, Run::new(0, 0)),
            }
        }
        return;
    };
    if is_whole(ctx) {
        if date::years(text, title).is_empty() && text.find(title, "年度").is_none() {
            hint(&messages::TITLE_YEAR, title);
        }
        if !text.has_any(title, ORGANS) {
            hint(&messages::TITLE_ORGAN, title);
        }
    }
    let stop = Run::new(title.end, title.end + 1);
    if matches!(text.at(stop.start), '。' | ',' | ';') && matches!(text.at(stop.end), '\n' | crate::text::END) {
        let finding = Finding::new(Severity::Warning, Certainty::Likely, text.span(stop), messages::TITLE_STOP.plain());
        out.findings.push(finding.fix(messages::LEAVE_OUT.plain(), text.span(stop), ""));
    }
}

/// A first line that has everything of a title but the word 报告.
fn untyped(ctx: &Context<'_>) -> Option<Run> {
    let line = ctx.text.lines().map(|line| ctx.text.trim(line)).find(|line| !line.is_empty())?;
    let is_line =
        line.len() <= LONGEST && !ctx.text.chars(line).any(|ch| ends_sentence(ch) || is_blank(ch) || ch == ',');
    let is_heading = ctx.outline.headings.first().is_some_and(|heading| heading.mark.run.start <= line.start);
    (is_line && !is_heading && ctx.text.has_any(line, &["法治政府", "依法行政"])).then_some(line)
}
