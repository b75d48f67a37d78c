//! Words that have their time: terms, plans, laws, bodies (`standards/terms/`).

pub mod expected;
pub mod out_of_date;
pub mod plenums;
pub mod too_new;

use super::Context;
use crate::span::Run;
use crate::standard::lexicon::is_current;
use crate::standard::words::WordFile;

/// For each term that a text uses as current, where it does.
fn current<'a>(ctx: &Context<'a>, is_wanted: impl Fn(&WordFile) -> bool) -> Vec<(&'a WordFile, Vec<Run>)> {
    let mut found: Vec<(&WordFile, Vec<Run>)> = Vec::new();
    for (index, term) in ctx.lexicon.list.iter().enumerate() {
        if !is_wanted(term) {
            continue;
        }
        let here = ctx.words.iter().filter(|word| word.term == index && is_current(ctx.text, **word, term));
        let places: Vec<Run> = here.take(MOST).map(|word| word.run).collect();
        if !places.is_empty() {
            found.push((term, places));
        }
    }
    found
}

/// So many places of one term are enough to see it.
const MOST: usize = 20;

/// A term as it is shown: in quotes that may stand inside others, a plenum with its congress.
fn shown(ctx: &Context<'_>, term: &WordFile, run: Run) -> String {
    const PLENUM: usize = 2;
    match term.words.first() {
        Some(word) if run.len() == PLENUM => word.clone(),
        _ => ctx.text.string(run).replace('“', "‘").replace('”', "’"),
    }
}
