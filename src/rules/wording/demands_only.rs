//! Sentences that say what an index or a rule demands, and nothing of what was done here: 期限一般不少于7个工作日.
//!
//! One finding for all of them. Silent on a few, on sentences with a count, a year, a place or something held or
//! issued, and on those that say by what they are demanded.

use crate::figures::{Role, Sentence};
use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::messages;
use crate::rules::{Context, Rule};
use crate::span::Span;

/// The rule.
pub static RULE: Rule = Rule {
    id: "wording/demands-only",
    title: &messages::DEMANDS_TITLE,
    why: &messages::DEMANDS_WHY,
    severity: Severity::Info,
    clause: None,
    fires: "⟦公开征求意见期限一般不少于7个工作日⟧。未经审核的文件不提交审议。审核时间至少5个工作日。\
            决策事项应当集体讨论。执法人员不少于两人。听证应当公开举行。案卷应当立卷归档。处罚不得超过期限。",
    passes: "2024年公开征求意见期限均不少于7个工作日。未经审核的文件不提交审议。审核时间至少5个工作日。\
             决策事项应当集体讨论。执法人员不少于两人。听证应当公开举行。案卷应当立卷归档。处罚不得超过期限。",
    previous: None,
    check,
};

/// Fewer are found in any report.
const FEWEST: usize = 8;
/// So many places are shown at most.
const MOST_PLACES: usize = 20;
/// A shorter sentence says too little.
const SHORTEST: usize = 8;

/// What demands.
const DEMANDS: &[&str] = &["应当", "不得", "必须", "原则上", "不少于", "不低于", "至少", "不超过", "未经"];

/// What tells of this place or this year, of something done, or of who demands it.
const OWN: &[&str] = &[
    "我县",
    "我市",
    "我区",
    "我局",
    "我镇",
    "我乡",
    "我办",
    "我委",
    "全县",
    "全市",
    "全区",
    "全镇",
    "今年",
    "本年",
    "截至",
    "召开",
    "印发",
    "开展了",
    "已",
    "根据",
    "按照",
    "依照",
    "规定",
    "要求",
];

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    let places: Vec<Span> =
        ctx.figures.sentences.iter().filter(|it| only_demands(ctx, it)).map(|it| place(ctx, it)).collect();
    let Some((&first, others)) = places.split_first().filter(|_| places.len() >= FEWEST) else { return };
    let message = messages::DEMANDS.with(&[&places.len().to_string()]);
    let mut finding = Finding::new(Severity::Info, Certainty::Possible, first, message);
    for &other in others.iter().take(MOST_PLACES) {
        finding = finding.related(other, messages::ELSEWHERE.plain());
    }
    out.findings.push(finding);
}

fn only_demands(ctx: &Context<'_>, sentence: &Sentence) -> bool {
    let counts = || ctx.figures.of(sentence).iter().any(|figure| figure.role == Role::Count);
    sentence.run.len() >= SHORTEST
        && ctx.text.has_any(sentence.run, DEMANDS)
        && !ctx.text.has_any(sentence.run, OWN)
        && !counts()
        && crate::lex::date::years(ctx.text, sentence.run).is_empty()
}

fn place(ctx: &Context<'_>, sentence: &Sentence) -> Span {
    ctx.text.span(ctx.text.trim(sentence.run))
}
