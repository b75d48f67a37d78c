//! Full and half width in one text: ， beside , or １２ beside 12.
//!
//! Off until it is asked for by its name: text from web pages and scanners is mixed by the way it came, not by
//! its writer. One finding for each mark. Silent where a text keeps to one width, on marks between digits or
//! letters (1,200, 12:30), and on brackets without their counterpart in the line.

use crate::finding::{Certainty, Finding, Fix, Outcome, Severity};
use crate::messages;
use crate::order;
use crate::rules::{Context, Rule};
use crate::span::Run;
use crate::text::{Text, is_han};

/// The rule.
pub static RULE: Rule = Rule {
    id: "form/width",
    title: &messages::WIDTH_TITLE,
    why: &messages::WIDTH_WHY,
    severity: Severity::Info,
    clause: Some("GB/T 15834—2011"),
    fires: "全年制定文件6件，清理文件12件⟦,⟧废止2件。评查案卷⟦１２⟧卷，办结案件32件。",
    passes: "全年制定文件6件，清理文件12件，废止2件。评查案卷12卷，办结案件1,032件。",
    previous: None,
    check,
};

/// Full and half forms, the right one first.
const FORMS: &[(&str, &str)] = &[
    ("，", ","),
    ("；", ";"),
    ("：", ":"),
    ("？", "?"),
    ("！", "!"),
    ("（）", "()"),
    ("0—9", "０—９"),
    ("A—Z", "Ａ—Ｚ"),
    ("%", "％"),
];
const BRACKETS: usize = 5;
const DIGITS: usize = 6;
const LETTERS: usize = 7;
const PERCENT: usize = 8;

/// So many of the places are shown.
const SHOWN: usize = 5;

/// With more places than this nothing is changed at one stroke.
const MOST: usize = 1000;

/// Where a form stands in its right width, and in the other.
#[derive(Default)]
struct Places {
    right: usize,
    wrong: usize,
    first: Vec<Run>,
    /// Where the last of either kind ends.
    ends: [usize; 2],
}

impl Places {
    fn add(&mut self, is_right: bool, run: Run) {
        // Digits and letters in a row are one place.
        let last = &mut self.ends[usize::from(is_right)];
        let goes_on = *last == run.start && run.start > 0;
        *last = run.end;
        match (is_right, goes_on) {
            (true, false) => self.right += 1,
            (false, false) => {
                self.wrong += 1;
                if self.first.len() <= MOST {
                    self.first.push(run);
                }
            }
            (false, true) if self.wrong == self.first.len() => {
                if let Some(place) = self.first.last_mut() {
                    place.end = run.end;
                }
            }
            _ => {}
        }
    }
}

fn check(ctx: &Context<'_>, out: &mut Outcome) {
    let mut places: Vec<Places> = FORMS.iter().map(|_| Places::default()).collect();
    let mut open: Vec<usize> = Vec::new();
    for index in 0..ctx.text.len() {
        let ch = ctx.text.at(index);
        let run = Run::new(index, index + 1);
        match ch {
            '\n' => open.clear(),
            '(' => open.push(index),
            ')' => {
                let Some(start) = open.pop().filter(|&start| is_of_text(ctx.text, start, index)) else { continue };
                for at in [start, index] {
                    places[BRACKETS].add(is_full(ctx.text, at), Run::new(at, at + 1));
                }
            }
            '0'..='9' => places[DIGITS].add(!is_full(ctx.text, index), run),
            'a'..='z' | 'A'..='Z' => places[LETTERS].add(!is_full(ctx.text, index), run),
            '%' => places[PERCENT].add(!is_full(ctx.text, index), run),
            ',' | ';' | ':' | '?' | '!' if is_of_text(ctx.text, index, index) => {
                let kind = FORMS.iter().position(|(_, half)| half.starts_with(ch)).unwrap_or_default();
                places[kind].add(is_full(ctx.text, index), run);
            }
            _ => {}
        }
    }
    for ((right, wrong), places) in FORMS.iter().zip(&mut places) {
        if places.right > 0 && places.wrong > 0 {
            // Of nested brackets the inner ones are met first.
            order::sort(&mut places.first, Run::cmp);
            out.findings.push(finding(ctx.text, right, wrong, places));
        }
    }
}

fn finding(text: &Text, right: &str, wrong: &str, places: &Places) -> Finding {
    let counts = [places.right.to_string(), places.wrong.to_string()];
    let message = messages::WIDTH.with(&[right, wrong, &counts[0], &counts[1]]);
    let first = text.span(places.first[0]);
    let mut finding = Finding::new(Severity::Info, Certainty::Likely, first, message);
    for &run in places.first.iter().take(SHOWN).skip(1) {
        finding = finding.related(text.span(run), messages::WIDTH_ALSO.plain());
    }
    if places.first.len() <= MOST {
        let edits = places.first.iter().map(|&run| (text.span(run), other_width(text, run))).collect();
        finding.fixes.push(Fix { title: messages::WIDTH_FIX.with(&[right]), edits });
    }
    finding
}

/// Whether a mark, or a pair of brackets, belongs to Chinese text: such a character stands beside it.
fn is_of_text(text: &Text, first: usize, last: usize) -> bool {
    [text.before(first), text.at(first + 1), text.before(last), text.at(last + 1)].into_iter().any(is_han)
}

fn raw<'a>(text: &Text<'a>, index: usize) -> &'a str {
    text.span(Run::new(index, index + 1)).of(text.original())
}

fn is_full(text: &Text, index: usize) -> bool {
    !raw(text, index).is_ascii()
}

/// A place in the width that it should have: glyphs are half; marks of Chinese text are full.
fn other_width(text: &Text, run: Run) -> String {
    let is_mark = |ch: char| matches!(ch, ',' | ';' | ':' | '?' | '!' | '(' | ')');
    let full = |ch: char| if is_mark(ch) { char::from_u32(ch as u32 + 0xfee0).unwrap_or(ch) } else { ch };
    text.chars(run).map(full).collect()
}
