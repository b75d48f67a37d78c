//! 近 … 余, 约 … 左右, 超过 … 以上: words of approximation that exclude or repeat each other; 30多余; and 余 behind a number
//! told to the last digit (28余场).

use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::lex::quantity::{self, Quantity};
use crate::lex::unit::{self, Family};
use crate::messages;
use crate::rules::{Context, Rule};
use crate::span::Run;
use crate::text::Text;

/// The rule.
pub static RULE: Rule = Rule {
    id: "wording/contradictory-approximation",
    title: &messages::APPROXIMATION_TITLE,
    why: &messages::APPROXIMATION_WHY,
    severity: Severity::Warning,
    clause: Some("GB/T 15835—2011"),
    fires: "发放宣传资料⟦近2万余册⟧。",
    passes: "发放宣传资料2万余册,接受咨询近300人次。",
    previous: None,
    check,
};

const EXCLUDING: &[(&[&str], &[&str])] = &[
    (&["将近", "接近", "近", "不到", "不足"], &["余", "多", "以上", "左右"]),
    (&["大约", "约"], &["左右", "上下", "余", "多", "以上"]),
    (&["超过", "超", "逾", "突破", "高于"], &["以上", "左右", "以下", "余"]),
    (&["至少", "不少于", "不低于"], &["左右", "以上", "以下"]),
];

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    for quantity in &ctx.lexed.quantities {
        let start = quantity.numeral.start;
        if let Some(run) = exact_and_more(ctx.text, quantity) {
            let message = messages::APPROXIMATION_EXACT.with(&[&ctx.text.string(run)]);
            out.findings.push(Finding::new(Severity::Warning, Certainty::Likely, ctx.text.span(run), message));
            continue;
        }
        let pair = EXCLUDING.iter().find_map(|(before, after)| {
            let (first, _) = ctx.text.ends_any(start.saturating_sub(4), start, before)?;
            if !quantity::is_word(ctx.text, start, first) {
                return None;
            }
            let behind = [quantity.numeral.end, quantity.unit_run.end];
            let inside = Run::new(quantity.numeral.start, quantity.numeral.end);
            let second = behind
                .iter()
                .find_map(|&at| ctx.text.starts_any(at, after))
                .or_else(|| after.iter().find(|word| ctx.text.find(inside, word).is_some()).map(|word| (*word, 1)))?;
            Some((first, second))
        });
        let Some((first, (second, length))) = pair else { continue };
        let from = start - first.chars().count();
        let end = quantity.run.end.max(quantity.unit_run.end).max(quantity.numeral.end + length);
        let run = Run::new(from, end);
        let message = messages::APPROXIMATION.with(&[&ctx.text.string(run), first, second]);
        out.findings.push(Finding::new(Severity::Warning, Certainty::Likely, ctx.text.span(run), message));
    }
}

/// 28余, 30多余: 余 stands behind round numbers, and once.
fn exact_and_more(text: &Text, quantity: &Quantity) -> Option<Run> {
    let numeral = quantity.numeral;
    let last = (numeral.start..numeral.end).rev().find(|&at| !matches!(text.at(at), '余' | '多'))?;
    let end = text.end_of(last + 1, |ch| matches!(ch, '余' | '多'));
    let is_exact = text.at(end - 1) == '余' && matches!(text.at(last), '1'..='9') && text.before(last).is_ascii_digit();
    let is_twice = end > last + 2;
    // 15余公里, 12余年: what can be divided; 取消12多余证明 counts nothing.
    let family = quantity.unit.family;
    let may_be_more = matches!(family, Family::Length | Family::Weight | Family::Area | Family::Time | Family::Money);
    let is_counted = family != Family::Bare || unit::at(text, end).is_some();
    if !is_counted || may_be_more && !is_twice {
        return None;
    }
    (end > last + 1 && (is_twice || is_exact)).then_some(Run::new(numeral.start, end))
}
