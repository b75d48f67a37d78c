//! What the tests share: texts with places marked `⟦like this⟧`, and the way to check one.

// Every file in `tests/` is a crate of its own and uses what it needs.
#![allow(dead_code)]

use hegao::Checker;
use hegao::options::{Options, Wanted};
use hegao::report::Report;
use hegao::span::Span;

const OPEN: char = '⟦';
const CLOSE: char = '⟧';

/// A text without its marks, and the places that were marked, in the order in which they begin.
/// Marks may nest; `⟦⟧` marks the place of something that is not there.
#[track_caller]
pub fn unmark(marked: &str) -> (String, Vec<Span>) {
    let (mut text, mut spans, mut open) = (String::new(), Vec::new(), Vec::new());
    for ch in marked.chars() {
        let at = u32::try_from(text.len()).expect("a short text");
        match ch {
            OPEN => open.push(at),
            CLOSE => spans.push(Span { start: open.pop().expect("⟦ before ⟧"), end: at }),
            _ => text.push(ch),
        }
    }
    assert!(open.is_empty(), "⟦ without ⟧ in {marked}");
    spans.sort_unstable();
    (text, spans)
}

/// A text with marks put around places; places that are the same get one mark.
pub fn mark(text: &str, spans: &[Span]) -> String {
    let mut spans = spans.to_vec();
    spans.sort_unstable();
    spans.dedup();
    let mut marked = String::new();
    for at in 0..=text.len() {
        let here = |offset: u32| offset as usize == at;
        let count = |is: &dyn Fn(&Span) -> bool| spans.iter().filter(|span| is(span)).count();
        let closing = count(&|span| here(span.end) && span.start < span.end);
        let empty = count(&|span| here(span.start) && here(span.end));
        let opening = count(&|span| here(span.start) && span.start < span.end);
        marked.extend(std::iter::repeat_n(CLOSE, closing));
        (0..empty).for_each(|_| marked.extend([OPEN, CLOSE]));
        marked.extend(std::iter::repeat_n(OPEN, opening));
        marked.extend(text.get(at..).and_then(|rest| rest.chars().next()));
    }
    marked
}

/// The choices of most tests: the standard of today.
pub fn options() -> Options {
    Options { standard: Wanted::BuiltIn("fazhi-2021".to_owned()), ..Options::default() }
}

/// The report on a text.
#[track_caller]
pub fn check(options: Options, text: &str) -> Report {
    let checker = Checker::new(options).expect("options that exist");
    checker.check(text).expect("a text that is not too large")
}

/// Stops the test with all that failed, one a line.
#[track_caller]
pub fn assert_none(failures: &[String]) {
    assert!(failures.is_empty(), "{} failed:\n{}", failures.len(), failures.join("\n"));
}
