//! Paragraphs and sentences by a print of their glyphs: what stands in both reports has the same.
//!
//! Blanks, width and the number at the head do not count, nor do the two years that move on with the report: where
//! only 2023 became 2024, nothing else was written anew.

use crate::decimal::Decimal;
use crate::figures::{Figure, Role};
use crate::hash::hash;
use crate::lex::number::Script;
use crate::lex::unit::Family;
use crate::reading::Reading;
use crate::span::{Run, Span};
use crate::text::{Text, ends_sentence, is_blank};

/// A paragraph, or a sentence.
#[derive(Clone, Copy, Debug)]
pub struct Passage {
    /// Of its glyphs.
    pub print: u64,
    /// Where it stands.
    pub span: Span,
    /// How many of its figures belong to one year.
    pub figures: usize,
}

/// Fewer glyphs are a heading or a set phrase.
const SHORTEST_PARAGRAPH: usize = 40;
const SHORTEST_SENTENCE: usize = 16;

/// What is said every year: the leading ideas, and the acts and documents that are quoted by their titles.
const EVERY_YEAR: &[&str] = &["《", "习近平", "党的二十", "党的十", "现将", "报告如下"];

/// What there is, rather than what came or was done, may well be as many a year later.
const STOCK: &[&str] = &[
    "辖",
    "现有",
    "共有",
    "设有",
    "建有",
    "拥有",
    "配备",
    "持有",
    "持证",
    "在册",
    "在岗",
    "累计",
    "建成",
    "设立",
    "保留",
    "有效",
    "每年",
    "每月",
    "每季",
    "以来",
    "不少于",
    "截至",
];

/// The paragraphs of a text that are neither headings nor said every year.
#[must_use]
pub fn paragraphs(reading: &Reading<'_>) -> Vec<Passage> {
    let Reading { text, lexed, figures, document, .. } = reading;
    let mut found = Vec::new();
    let mut marks = lexed.marks.iter().peekable();
    let mut next = 0;
    for line in text.lines() {
        let line = text.trim(line);
        while marks.next_if(|mark| mark.run.start < line.start).is_some() {}
        let head = marks.next_if(|mark| mark.run.start == line.start).map_or(line.start, |mark| mark.run.end);
        let body = Run::new(head, line.end);
        let first = next;
        while figures.list.get(next).is_some_and(|figure| figure.quantity.run.start < line.end) {
            next += 1;
        }
        let length = text.chars(body).filter(|ch| !is_blank(*ch)).count();
        if length < SHORTEST_PARAGRAPH || !text.chars(body).any(ends_sentence) {
            continue;
        }
        let count = figures.list[first..next].iter().filter(|figure| is_of_year(text, figure)).count();
        if count > 0 || !text.has_any(body, EVERY_YEAR) {
            found.push(Passage { print: print(text, body, document.year), span: text.span(line), figures: count });
        }
    }
    found
}

/// The sentences of a text with figures that belong to one year.
#[must_use]
pub fn sentences(reading: &Reading<'_>) -> Vec<Passage> {
    let Reading { text, figures, document, .. } = reading;
    let mut found = Vec::new();
    for sentence in figures.sentences.iter().filter(|sentence| sentence.first < sentence.last) {
        let run = text.trim(sentence.run);
        let count = figures.of(sentence).iter().filter(|figure| is_of_year(text, figure)).count();
        if count > 0 && run.len() >= SHORTEST_SENTENCE && !text.has_any(run, STOCK) {
            found.push(Passage { print: print(text, run, document.year), span: text.span(run), figures: count });
        }
    }
    found
}

/// Whether a figure is counted anew every year, and would hardly come out the same: more than a few, and not 100%.
fn is_of_year(text: &Text, figure: &Figure) -> bool {
    const FEW: Decimal = Decimal::whole(5);
    let quantity = &figure.quantity;
    matches!(figure.role, Role::Count | Role::Rate | Role::Change | Role::Elsewhen)
        && quantity.script != Script::Chinese
        && quantity.unit.family != Family::Bare
        && !(quantity.unit.family == Family::Percent && quantity.value == Decimal::HUNDRED)
        && (quantity.value > FEW || !quantity.value.is_whole())
        && !text.has_any(figure.label, STOCK)
}

/// Of the glyphs that are not blank; the report's year and the two beside it are the same in every report.
fn print(text: &Text, run: Run, year: Option<u16>) -> u64 {
    let years = year.map(|year| [(year - 1).to_string(), year.to_string(), (year + 1).to_string()]);
    let mut skip = 0;
    let glyphs = (run.start..run.end).filter_map(|at| {
        if skip > 0 {
            skip -= 1;
            return None;
        }
        let is_two = text.at(at) == '2' && !text.before(at).is_ascii_digit() && !text.at(at + 4).is_ascii_digit();
        if is_two
            && let Some(years) = &years
            && let Some(which) = years.iter().position(|year| text.starts(at, year))
        {
            skip = 3;
            return char::from_u32(0xe000 + u32::try_from(which).unwrap_or_default());
        }
        Some(text.at(at)).filter(|ch| !is_blank(*ch))
    });
    hash(glyphs)
}
