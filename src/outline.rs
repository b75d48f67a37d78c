//! The document's own outline: headings as written, nothing repaired.
//!
//! A heading begins with a numbering mark at the start of a line or a sentence. Its title ends with
//! the line, or, where it runs in, with the first sentence. Gaps and repeats stay visible for the
//! rules; for each heading the outline says which list of numbers it continues. Rows that end in a page number or
//! figures are no headings.

use crate::lex::date;
use crate::lex::mark::{Mark, Style};
use crate::span::Run;
use crate::text::{Text, ends_sentence, is_han};

/// A heading.
#[derive(Clone, Copy, Debug)]
pub struct Heading {
    /// Its mark.
    pub mark: Mark,
    /// The words behind the mark.
    pub title: Run,
    /// From behind the title to the next heading of its level or above.
    pub body: Run,
    /// The heading it stands under.
    pub parent: Option<usize>,
    /// The heading before it in the same list of numbers.
    pub previous: Option<usize>,
}

/// The headings in order, and the points (一是 …) of running text.
#[derive(Debug, Default)]
pub struct Outline {
    /// Headings.
    pub headings: Vec<Heading>,
    /// Marks of points, in order.
    pub points: Vec<Mark>,
}

/// Headings nested deeper than this are not an outline.
const DEEPEST: usize = 12;

/// A title that runs on longer is a paragraph with a number; it is cut at its first comma.
const LONGEST_TITLE: usize = 50;

impl Outline {
    /// Reads the outline out of the marks of a text.
    #[must_use]
    pub fn new(text: &Text, marks: &[Mark]) -> Self {
        let (points, mut marks): (Vec<Mark>, Vec<Mark>) = marks.iter().partition(|mark| mark.style == Style::Point);
        marks.retain(|mark| !is_row(text, mark.run.end));
        let mut headings: Vec<Heading> = Vec::with_capacity(marks.len());
        let mut open: Vec<usize> = Vec::new();
        let mut next_point = points.iter().map(|mark| mark.run.start).peekable();
        for (index, mark) in marks.iter().enumerate() {
            let (depth, previous) = place(&headings, &open, mark);
            let depth = depth.min(DEEPEST);
            for &closed in &open[depth..] {
                headings[closed].body.end = mark.run.start;
            }
            open.truncate(depth);
            let limit = marks.get(index + 1).map_or(text.len(), |next| next.run.start);
            while next_point.next_if(|&start| start < mark.run.end).is_some() {}
            let limit = next_point.peek().map_or(limit, |&start| limit.min(start));
            let title = title(text, mark.run.end, limit);
            headings.push(Heading {
                mark: *mark,
                title,
                body: Run::new(title.end, text.len()),
                parent: open.last().copied(),
                previous,
            });
            open.push(headings.len() - 1);
        }
        Self { headings, points }
    }

    /// The innermost heading whose body or title holds a glyph.
    #[must_use]
    pub fn heading_at(&self, index: usize) -> Option<usize> {
        self.headings.partition_point(|heading| heading.mark.run.start <= index).checked_sub(1)
    }

    /// A heading and the headings it stands under, innermost first.
    pub fn path(&self, heading: Option<usize>) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(heading, |&index| self.headings[index].parent)
    }
}

/// How many of the open headings stay open above a mark, and the heading whose count it continues.
///
/// It continues the innermost open list of its style that it follows in number. A first number
/// begins a list of its own, below the innermost heading even where that breaks the order of
/// styles: what a table or an annex numbers anew must not end the sections around it.
fn place(headings: &[Heading], open: &[usize], mark: &Mark) -> (usize, Option<usize>) {
    let lists = || open.iter().enumerate().rev().filter(|&(_, &index)| headings[index].mark.style == mark.style);
    let follows = |index: usize| match (headings[index].mark.number, mark.number) {
        (Some(last), Some(number)) => last + 1 == number,
        _ => true,
    };
    if let Some((depth, &index)) = lists().find(|&(_, &index)| follows(index)) {
        return (depth, Some(index));
    }
    match lists().next() {
        None => (outer(headings, open, mark), None),
        Some((depth, _)) if mark.number == Some(1) => {
            let is_innermost = depth + 1 == open.len();
            let repeats = is_innermost && headings[open[depth]].mark.number == Some(1);
            (if is_innermost { depth } else { open.len() }, repeats.then(|| open[depth]))
        }
        Some((depth, &index)) => (depth, Some(index)),
    }
}

/// How many open headings have a style outside that of `mark`.
fn outer(headings: &[Heading], open: &[usize], mark: &Mark) -> usize {
    open.iter().take_while(|&&index| headings[index].mark.style < mark.style).count()
}

/// Whether a line is a row of a table or of the table of contents: behind a blank it ends in figures.
fn is_row(text: &Text, start: usize) -> bool {
    let end = (start..start + LONGEST_TITLE).find(|&at| matches!(text.at(at), '\n' | crate::text::END));
    let line = text.trim(Run::new(start, end.unwrap_or(start)));
    let is_figure = |ch: char| ch.is_ascii_digit() || matches!(ch, ' ' | '\t' | '|' | '.' | '/' | '-');
    let first = (line.start..line.end).rev().take_while(|&at| is_figure(text.at(at))).last();
    first.is_some_and(|first| matches!(text.at(first), ' ' | '\t' | '|'))
}

fn title(text: &Text, start: usize, limit: usize) -> Run {
    let start = text.skip_spaces(start);
    let end = (start..limit).find(|&index| ends_sentence(text.at(index)) || text.at(index) == '\n').unwrap_or(limit);
    let whole = Run::new(start, sentence(text, start, end.max(start)));
    if whole.len() <= LONGEST_TITLE {
        return text.trim(whole);
    }
    let comma = (start..whole.end).find(|&index| matches!(text.at(index), ',' | ';' | ':'));
    text.trim(Run::new(start, comma.unwrap_or(whole.end).min(start + LONGEST_TITLE)))
}

/// Where the text begins that a lost line break put behind a title: 主要成效2024年,我县….
fn sentence(text: &Text, start: usize, end: usize) -> usize {
    let begins =
        |at: usize| date::year(text, at).is_some_and(|(_, after)| text.at(after) == '年' && text.at(after + 1) == ',');
    (start + 2..end.min(start + LONGEST_TITLE)).find(|&at| is_han(text.before(at)) && begins(at)).unwrap_or(end)
}
