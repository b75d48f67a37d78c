//! The report of one county opens with the name of another: 现将青石县2024年……情况报告如下 in the report of 云溪县.
//!
//! Or it calls itself what it is not: 我镇 in the report of a 乡. Names of others only in the opening, where the name must be
//! that of the reporter: further on other counties are visited, helped and worked with. Silent where title and signature
//! do not say whose report it is.

use crate::document::Level;
use crate::finding::{Certainty, Finding, Outcome, Severity};
use crate::messages;
use crate::rules::{Context, Rule};
use crate::span::Run;
use crate::text::{ends_sentence, is_han};

/// The rule.
pub static RULE: Rule = Rule {
    id: "wording/foreign-place",
    title: &messages::PLACE_TITLE,
    why: &messages::PLACE_WHY,
    severity: Severity::Warning,
    clause: None,
    fires: "云溪县2024年法治政府建设年度报告\n现将⟦青石县⟧2024年法治政府建设情况报告如下。",
    passes: "云溪县2024年法治政府建设年度报告\n与青石县建立协作机制,青石县司法局来访。",
    previous: None,
    check,
};

/// How a report goes on behind the name of its own county.
const GOES_ON: &[&str] =
    &["20", "坚持", "深入", "以习近平", "紧紧围绕", "全面贯彻", "认真贯彻", "法治政府建设", "人民政府法治"];
/// The opening is looked at no farther.
const OPENING: usize = 400;
/// These are no part of a name: 全县, 各县.
const NO_NAMES: &str = "全我本各该两外邻他某每贫示强大小百名市州省区县将在由以于向";

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    selves(ctx, out);
    let Some(own) = own(ctx) else { return };
    let start = ctx.document.body;
    let end = ctx.text.len().min(start + OPENING);
    let mut from = start;
    while let Some(at) = ctx.text.find(Run::new(from, end), "县") {
        from = at + 1;
        let Some(place) = name(ctx, start, at).filter(|_| ctx.text.starts_any(at + 1, GOES_ON).is_some()) else {
            continue;
        };
        let written = ctx.text.string(place);
        if !own.contains(&written) {
            let message = messages::PLACE.with(&[&written, &own]);
            out.findings.push(Finding::new(Severity::Warning, Certainty::Likely, ctx.text.span(place), message));
        }
    }
}

/// What organs of one level call themselves.
const SELVES: &[(&str, &str)] = &[("乡", "我乡"), ("镇", "我镇"), ("街道", "我街道")];

/// Where a township calls itself what it is not.
fn selves(ctx: &Context<'_>, out: &mut Outcome) {
    const MOST: usize = 20;
    let Some(organ) = ctx.document.organ.as_deref().filter(|_| ctx.document.level == Some(Level::Township)) else {
        return;
    };
    // Of 西镇乡 the last counts.
    let own = SELVES.iter().filter_map(|&(kind, own)| Some((organ.rfind(kind)?, own))).max();
    let Some((_, own)) = own else { return };
    for &(_, other) in SELVES.iter().filter(|(_, other)| *other != own) {
        let mut places = Vec::new();
        let mut from = 0;
        while let Some(at) = ctx.text.find(Run::new(from, ctx.text.len()), other).filter(|_| places.len() < MOST) {
            from = at + 1;
            places.push(Run::new(at, at + other.chars().count()));
        }
        // 我乡镇, 我乡村故事, 我乡土
        places.retain(|place| !matches!(ctx.text.at(place.end), '镇' | '村' | '土' | '亲' | '情'));
        let Some((&first, rest)) = places.split_first() else { continue };
        let message = messages::PLACE.with(&[other, organ]);
        let finding = Finding::new(Severity::Warning, Certainty::Likely, ctx.text.span(first), message);
        let also = |finding: Finding, &place: &Run| finding.related(ctx.text.span(place), messages::ELSEWHERE.plain());
        out.findings.push(rest.iter().fold(finding, also));
    }
}

/// The county whose report it is, as title and signature name it.
fn own(ctx: &Context<'_>) -> Option<String> {
    let mut names = String::new();
    for run in [ctx.document.title, ctx.document.signer, ctx.document.addressee].into_iter().flatten() {
        if ctx.text.find(run, "县").is_some() {
            names.push_str(&ctx.text.string(run));
        }
    }
    let end = names.find('县')? + '县'.len_utf8();
    let from = names[..end].rfind(['市', '州']).map_or(0, |at| at + '市'.len_utf8());
    let own = &names[from..end];
    (own.chars().count() > 2).then(|| own.trim_start_matches("关于").to_owned())
}

/// The name of a county that ends at an index, where it begins a clause or stands behind 现将.
fn name(ctx: &Context<'_>, from: usize, end: usize) -> Option<Run> {
    for start in (end.saturating_sub(3)..end).rev().take_while(|&start| start >= from) {
        if !is_han(ctx.text.at(start)) || NO_NAMES.contains(ctx.text.at(start)) {
            return None;
        }
        let before = ctx.text.before(start);
        let begins = matches!(before, ',' | ';' | '\n') || ends_sentence(before);
        if end - start >= 2 && (begins || ctx.text.ends_any(from, start, &["现将", "现就"]).is_some()) {
            return Some(Run::new(start, end + 1));
        }
    }
    None
}
