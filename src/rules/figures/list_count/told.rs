//! What a slogan counts, told behind it or before it by items that each say its word:
//! `“三个重点”,抓实重点人群、重点领域、重点时段`, `做到“四个亲自”。重要工作亲自部署、重大问题亲自过问、…`,
//! `执法与普法相结合、线上与线下相结合的“两结合”`.

use super::announced::{Announced, slogan};
use super::forms::{Claim, List};
use super::ways::{Ways, split};
use crate::span::Run;
use crate::text::{END, Text, ends_sentence};

/// A slogan is told in its own sentence or the next, or not at all.
const FARTHEST: usize = 160;

/// The slogan in the quotes that open at an index, and the items behind them.
pub fn behind(text: &Text, quote: usize) -> Option<List> {
    let found = slogan(text, quote + 1).filter(|found| found.word.len() > 1 && !found.composed)?;
    let own = sentence(text, found.run.end);
    let ends = matches!(text.at(own.end), END | '\n') || ends_sentence(text.at(own.end));
    let next = || sentence(text, text.end_of(own.end + 1, |ch| ch == '\n' || ch == ' '));
    let told = items(text, own, &found).or_else(|| items(text, next(), &found).filter(|_| ends));
    told.map(|(run, listed)| list(&found, run, listed))
}

/// The slogan in the quotes that open at an index, and the items that end with 的 before them.
pub fn before(text: &Text, quote: usize) -> Option<List> {
    let found = slogan(text, quote + 1).filter(|found| found.word.len() > 1 && !found.composed)?;
    let end = quote.checked_sub(1).filter(|&end| text.at(end) == '的')?;
    let ends = |&at: &usize| ends_sentence(text.at(at)) || matches!(text.at(at), '\n' | ':' | ';');
    let low = end.saturating_sub(FARTHEST);
    let start = (low..end).rev().find(ends).map_or(low, |at| at + 1);
    let (run, listed) = items(text, Run::new(start, end), &found)?;
    (run.end == end).then(|| list(&found, run, listed))
}

fn list(found: &Announced, items: Run, listed: u32) -> List {
    let claim = if listed > 2 { Claim { lack: 1, excess: 1 } } else { Claim::NONE };
    let run = found.run.to(items);
    List { count: found.count, announced: found.run, run, ways: Ways::one(listed), open: false, claim }
}

/// From a place to the end of its sentence.
fn sentence(text: &Text, start: usize) -> Run {
    let limit = (start + FARTHEST).min(text.len());
    let ends = |&at: &usize| ends_sentence(text.at(at)) || text.at(at) == '\n';
    Run::new(start, (start..limit).find(ends).unwrap_or(limit))
}

/// The items of a sentence that say a word once each, as far from their ends or their beginnings.
fn items(text: &Text, sentence: Run, found: &Announced) -> Option<(Run, u32)> {
    let word = text.string(found.word);
    let says = |item: &Run| text.find(*item, &word).is_some();
    let parts = [&['、'][..], &['、', ';', ','][..]];
    parts.into_iter().find_map(|signs| {
        let all = split(text, sentence, signs);
        let first = all.iter().position(says)?;
        let told: Vec<Run> = all[first..].iter().copied().take_while(says).collect();
        let rest = &all[first + told.len()..];
        let place = |item: &Run| text.find(*item, &word).unwrap_or(item.start);
        let from_end: Vec<usize> = told.iter().map(|item| item.end - place(item)).collect();
        let from_start: Vec<usize> = told.iter().skip(1).map(|item| place(item) - item.start).collect();
        let are_same = |places: &[usize]| places.windows(2).all(|two| two[0] == two[1]);
        let are_alike = are_same(&from_end) || are_same(&from_start);
        let is_once = |item: &Run| text.find(Run::new(place(item) + found.word.len(), item.end), &word).is_none();
        let is_told = told.len() > 1 && are_alike && told.iter().all(is_once) && !rest.iter().any(says);
        let listed = u32::try_from(told.len()).ok().filter(|_| is_told)?;
        Some((told[0].to(told[told.len() - 1]), listed))
    })
}
