//! Paragraphs with known relations, right or with one error planted: right ones must be left alone,
//! and errors found.
//!
//! What holds and how it is worded stands in `wordings/*.md`, the words in `words.md`; their format is
//! told at the top of `words.md`. Which paragraphs are written depends on their number alone.
//!
//! `HEGAO_PARAGRAPHS=100000 cargo test --release --test generator -- --nocapture` is the long run;
//! `HEGAO_MISSES=path` writes down what was missed and what was accused, wording by wording.

mod chance;
mod number;
mod paragraph;
mod relation;
mod tables;

use chance::Chance;
use hegao::Checker;
use hegao::finding::{Finding, Severity};
use hegao::messages::Locale;
use hegao::options::{Options, Wanted};
use paragraph::Paragraph;
use std::fmt::Write;
use std::ops::Range;
use std::path::Path;
use tables::{Kind, Wording};

/// As many as `npm test` has time for.
const PARAGRAPHS: usize = 4000;

/// What became of the paragraphs of one wording.
#[derive(Clone, Default)]
struct Tally {
    right: usize,
    /// Right figures that were accused.
    accused: Vec<String>,
    wrong: usize,
    /// Errors that were not found.
    missed: Vec<String>,
}

#[test]
fn right_figures_are_left_alone_and_errors_found() {
    let folder = Path::new("tests/generator");
    let words = tables::words(&folder.join("words.md"));
    let kinds = tables::kinds(&folder.join("wordings"));
    let paragraphs =
        std::env::var("HEGAO_PARAGRAPHS").map_or(PARAGRAPHS, |count| count.parse().expect("a number of paragraphs"));
    let checker = Checker::new(Options { standard: Wanted::BuiltIn("fazhi-2021".to_owned()), ..Options::default() });
    let checker = checker.expect("options that exist");
    let wordings: Vec<(usize, &Wording)> =
        kinds.iter().enumerate().flat_map(|(kind, table)| table.wordings.iter().map(move |it| (kind, it))).collect();
    let mut tallies = vec![Tally::default(); wordings.len()];
    for index in 0..paragraphs {
        let (turn, wording) = (index / wordings.len(), index % wordings.len());
        let mut chance = Chance::new(index as u64);
        let paragraph = paragraph::write(&words, &kinds, wordings[wording].1, turn % 2 == 1, &mut chance);
        tallies[wording].add(&checker, &paragraph);
    }
    let mut failures = String::new();
    for (index, kind) in kinds.iter().enumerate() {
        let of_kind = || wordings.iter().zip(&tallies).filter(|((kind, _), _)| *kind == index);
        let count = |of: &dyn Fn(&Tally) -> usize| of_kind().map(|(_, tally)| of(tally)).sum::<usize>();
        let all = count(&|tally| tally.right + tally.wrong);
        let mut line = format!("{}:", kind.name);
        for (is_likely, said, bar) in [(false, "claimed", kind.bars[0]), (true, "suggested", kind.bars[1])] {
            let tier = || of_kind().filter(|((_, wording), _)| wording.is_likely == is_likely).map(|(_, tally)| tally);
            let wrong: usize = tier().map(|tally| tally.wrong).sum();
            let missed: usize = tier().map(|tally| tally.missed.len()).sum();
            if wrong > 0 {
                write!(line, " sensitivity {} % of {wrong} {said},", share(wrong - missed, wrong)).expect("a string");
            }
            if (wrong - missed) * 100 < bar * wrong {
                writeln!(failures, "{}: {missed} of {wrong} errors {said} were missed", kind.name).expect("a string");
            }
        }
        println!("{line} specificity {} % of {all}", share(all - count(&|tally| tally.accused.len()), all));
        for accusation in of_kind().flat_map(|(_, tally)| &tally.accused) {
            writeln!(failures, "{}: a right figure was accused\n{accusation}", kind.name).expect("a string");
        }
    }
    if let Some(path) = std::env::var_os("HEGAO_MISSES") {
        std::fs::write(path, misses(&kinds, &wordings, &tallies)).expect("a file that can be written");
    }
    assert!(failures.is_empty(), "{failures}");
}

fn share(part: usize, whole: usize) -> String {
    format!("{}.{}", part * 100 / whole, part * 1000 / whole % 10)
}

impl Tally {
    /// An error is found where a finding names the figure; what else is said in its sentence accuses nothing
    /// that is right.
    fn add(&mut self, checker: &Checker, paragraph: &Paragraph) {
        let text = &paragraph.text;
        let report = checker.check(text).expect("a short text");
        let is_accusation = |it: &&Finding| it.rule.starts_with("figures/") && it.severity > Severity::Info;
        let told = |it: &Finding| format!("  {} {}\n", it.rule, it.message.render(Locale::Chinese));
        let findings = || report.findings.iter().filter(is_accusation);
        let Some(planted) = &paragraph.planted else {
            self.right += 1;
            self.accused.extend(findings().map(|it| format!("{text}\n{}", told(it))));
            return;
        };
        self.wrong += 1;
        let is_beside = |it: &&Finding| !touches(it, &planted.sentence);
        self.accused.extend(findings().filter(is_beside).map(|it| format!("{text}\n{}", told(it))));
        if !findings().any(|it| touches(it, &planted.place)) {
            let written = &text[planted.place.clone()];
            let beside: String = report.findings.iter().filter(|it| touches(it, &planted.sentence)).map(told).collect();
            self.missed.push(format!("{text}\n  {} → {written} ({})\n{beside}", planted.was, planted.slip));
        }
    }
}

/// Whether one of the places of a finding meets a place.
fn touches(finding: &Finding, place: &Range<usize>) -> bool {
    let places = finding.related.iter().map(|related| related.span).chain([finding.span]);
    places.into_iter().any(|span| (span.start as usize) < place.end && place.start < span.end as usize)
}

/// Wordings by how much is missed, each with an example, and every right figure that was accused.
fn misses(kinds: &[Kind], wordings: &[(usize, &Wording)], tallies: &[Tally]) -> String {
    const MOST_EXAMPLES: usize = 2;
    let mut rows: Vec<(usize, String)> = Vec::new();
    for ((kind, wording), Tally { right, accused, wrong, missed }) in wordings.iter().zip(tallies) {
        if accused.is_empty() && missed.is_empty() {
            continue;
        }
        let (missing, accusing, all) = (missed.len(), accused.len(), right + wrong);
        let mut row = format!("{}: {}\n", kinds[*kind].name, wording.template);
        writeln!(row, "  {missing} of {wrong} missed, {accusing} accused in {all}").expect("a string");
        for example in accused.iter().take(MOST_EXAMPLES) {
            write!(row, "  ACCUSED {example}").expect("a string");
        }
        for example in missed.iter().take(MOST_EXAMPLES) {
            write!(row, "  MISSED {example}").expect("a string");
        }
        rows.push((if accused.is_empty() { missing } else { usize::MAX }, row));
    }
    rows.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    rows.into_iter().map(|(_, row)| row + "\n").collect()
}
