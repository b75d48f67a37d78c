//! A text as the passes see it: its glyphs, each with its place in the original.
//!
//! The original is never rewritten. A glyph is a character that counts, in its half-width form;
//! what does not count (byte-order marks, zero-width characters, carriage returns, page marks
//! that a viewer put into the middle of a sentence) has no glyph, so every later pass reads
//! across it without knowing. Every run of glyphs maps back to the bytes it came from.

mod debris;

use crate::span::{Run, Span};

/// The original text and its glyphs.
#[derive(Debug)]
pub struct Text<'a> {
    original: &'a str,
    glyphs: Vec<char>,
    /// The byte at which each of them begins.
    places: Vec<u32>,
    /// Which of them end a line; the last line ends with the text.
    breaks: Vec<usize>,
}

/// Which glyphs there are, one bit for several of them: of many words that are looked for in a short run most have a
/// glyph that it has not, and most glyphs of a text begin nothing that is looked for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Held(u64);

impl Held {
    const fn bit(ch: char) -> u64 {
        1 << (ch as u32 % 64)
    }

    /// Any glyph.
    pub const ALL: Self = Self(u64::MAX);

    /// Some glyphs.
    #[must_use]
    pub const fn of(glyphs: &[char]) -> Self {
        let (mut held, mut index) = (Self(0), 0);
        while index < glyphs.len() {
            held = held.with(glyphs[index]);
            index += 1;
        }
        held
    }

    /// The glyphs and one more.
    #[must_use]
    pub const fn with(self, ch: char) -> Self {
        Self(self.0 | Self::bit(ch))
    }

    /// Whether a glyph may be among them.
    #[must_use]
    pub const fn has(self, ch: char) -> bool {
        self.0 & Self::bit(ch) != 0
    }

    /// Whether a word may stand in the run.
    #[must_use]
    pub fn may_hold(self, word: &str) -> bool {
        let word = word.as_bytes();
        let has_last = |last: &u8| self.0 >> (last % 64) & 1 == 1;
        next_bit(word).is_none_or(|(first, _)| self.0 & first != 0) && word.last().is_none_or(has_last)
    }
}

/// What lies beyond the end of a text.
pub const END: char = '\0';

impl<'a> Text<'a> {
    /// Reads a text; any string will do.
    #[must_use]
    pub fn new(original: &'a str) -> Self {
        let mut glyphs = Vec::with_capacity(original.len() / 3 + 8);
        let mut places = Vec::with_capacity(original.len() / 3 + 8);
        let mut breaks = Vec::new();
        let length = u32::try_from(original.len()).unwrap_or(u32::MAX);
        let mut start = 0;
        for debris in debris::find(original).into_iter().chain([Span { start: length, end: length }]) {
            let part = Span { start, end: debris.start.max(start) };
            for (at, ch) in part.of(original).char_indices() {
                let at = start + u32::try_from(at).unwrap_or(0);
                let is_lone_return = ch == '\r' && original.as_bytes().get(at as usize + 1) != Some(&b'\n');
                if let Some(ch) = half_width(if is_lone_return { '\n' } else { ch }) {
                    if ch == '\n' {
                        breaks.push(glyphs.len());
                    }
                    glyphs.push(ch);
                    places.push(at);
                }
            }
            start = debris.end.max(start);
        }
        Self { original, glyphs, places, breaks }
    }

    /// The text as given.
    #[must_use]
    pub const fn original(&self) -> &'a str {
        self.original
    }

    /// How many glyphs there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.glyphs.len()
    }

    /// Whether nothing in it counts.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.glyphs.is_empty()
    }

    /// The whole text.
    #[must_use]
    pub const fn all(&self) -> Run {
        Run::new(0, self.glyphs.len())
    }

    /// The glyph at an index, [`END`] outside the text.
    #[must_use]
    pub fn at(&self, index: usize) -> char {
        self.glyphs.get(index).copied().unwrap_or(END)
    }

    /// The glyph before an index, [`END`] at the start.
    #[must_use]
    pub fn before(&self, index: usize) -> char {
        index.checked_sub(1).map_or(END, |index| self.at(index))
    }

    /// The glyphs of a run, one by one.
    #[must_use]
    pub fn chars(&self, run: Run) -> impl DoubleEndedIterator<Item = char> + Clone + '_ {
        self.glyphs(run).iter().copied()
    }

    /// The glyphs of a run.
    #[must_use]
    pub fn glyphs(&self, run: Run) -> &[char] {
        let end = run.end.min(self.glyphs.len());
        &self.glyphs[run.start.min(end)..end]
    }

    /// The glyphs of a run as a string.
    #[must_use]
    pub fn string(&self, run: Run) -> String {
        let mut string = String::with_capacity(3 * run.len());
        string.extend(self.glyphs(run));
        string
    }

    /// Whether `word` stands at an index.
    #[must_use]
    pub fn starts(&self, index: usize, word: &str) -> bool {
        self.glyphs.get(index..).is_some_and(|glyphs| begins(glyphs, word))
    }

    /// The first of `words` that stands at an index, with its length in glyphs.
    #[must_use]
    pub fn starts_any(&self, index: usize, words: &[&'static str]) -> Option<(&'static str, usize)> {
        let glyphs = self.glyphs.get(index..)?;
        let first = Held::bit(glyphs.first().copied().unwrap_or(END));
        let may_begin = |word: &str| next_bit(word.as_bytes()).is_none_or(|(bit, _)| bit == first);
        let word = words.iter().find(|word| may_begin(word) && begins(glyphs, word))?;
        Some((word, word.chars().count()))
    }

    /// Whether `word` ends just before an index, not reaching back beyond `from`.
    #[must_use]
    pub fn ends(&self, from: usize, index: usize, word: &str) -> bool {
        let mut glyphs = self.chars(Run::new(from, index)).rev();
        word.chars().rev().all(|ch| glyphs.next() == Some(ch))
    }

    /// The first of `words` that ends just before an index, with its length in glyphs.
    #[must_use]
    pub fn ends_any(&self, from: usize, index: usize, words: &[&'static str]) -> Option<(&'static str, usize)> {
        let word = words.iter().find(|word| self.ends(from, index, word))?;
        Some((word, word.chars().count()))
    }

    /// Where `word` first stands in a run.
    #[must_use]
    pub fn find(&self, run: Run, word: &str) -> Option<usize> {
        let mut rest = word.chars();
        let first = rest.next()?;
        let glyphs = self.glyphs(run);
        let is_there = |&(at, &ch): &(usize, &char)| ch == first && begins(&glyphs[at + 1..], rest.as_str());
        glyphs.iter().enumerate().find(is_there).map(|(at, _)| run.start + at)
    }

    /// Whether any of `words` stands in a run.
    #[must_use]
    pub fn has_any(&self, run: Run, words: &[&str]) -> bool {
        // Most glyphs of a run begin none of the words, or the next one does not go on with it.
        let (mut firsts, mut seconds) = (Held::default(), Held::default());
        for word in words {
            let Some((first, rest)) = next_bit(word.as_bytes()) else { continue };
            firsts.0 |= first;
            seconds.0 |= next_bit(rest).map_or(u64::MAX, |(second, _)| second);
        }
        let glyphs = self.glyphs(run);
        let next = |at: usize| glyphs.get(at + 1).copied().unwrap_or(END);
        let may_be = |at: usize| firsts.has(glyphs[at]) && seconds.has(next(at));
        (0..glyphs.len()).any(|at| may_be(at) && words.iter().any(|word| begins(&glyphs[at..], word)))
    }

    /// Whether two glyphs in a row of some words stand so in others.
    #[must_use]
    pub fn shares_two(&self, words: Run, others: Run) -> bool {
        self.glyphs(words).windows(2).any(|two| self.glyphs(others).windows(2).any(|other| other == two))
    }

    /// Which glyphs a run holds.
    #[must_use]
    pub fn held(&self, run: Run) -> Held {
        self.glyphs(run).iter().fold(Held::default(), |held, &ch| held.with(ch))
    }

    /// A run without blanks at its ends.
    #[must_use]
    pub fn trim(&self, mut run: Run) -> Run {
        while !run.is_empty() && is_blank(self.at(run.start)) {
            run.start += 1;
        }
        while !run.is_empty() && is_blank(self.at(run.end - 1)) {
            run.end -= 1;
        }
        run
    }

    /// The index of the first glyph at or after `start` that is none of those of a kind; the end of the text at the latest.
    #[must_use]
    pub fn end_of(&self, start: usize, is_of_kind: impl Fn(char) -> bool) -> usize {
        let rest = Run::new(start.min(self.len()), self.len());
        start + self.chars(rest).take_while(|&ch| is_of_kind(ch)).count()
    }

    /// The number that the digits at an index make, at most five of them, and where they end.
    #[must_use]
    pub fn digits(&self, index: usize) -> (u16, usize) {
        let (mut number, mut end) = (0u16, index);
        while let Some(digit) = self.at(end).to_digit(10).filter(|_| end < index + 5) {
            number = number.saturating_mul(10).saturating_add(u16::try_from(digit).unwrap_or(0));
            end += 1;
        }
        (number, end)
    }

    /// The index of the first glyph at or after `index` that may be one of some.
    #[must_use]
    pub fn next_of(&self, index: usize, some: Held) -> Option<usize> {
        (index..self.len()).find(|&at| some.has(self.glyphs[at]))
    }

    /// The index of the first glyph at or after `index` that is not a space.
    #[must_use]
    pub fn skip_spaces(&self, mut index: usize) -> usize {
        while matches!(self.at(index), ' ' | '\t') {
            index += 1;
        }
        index
    }

    /// The bytes that a run came from. An empty run gives the empty span before its glyph.
    #[must_use]
    pub fn span(&self, run: Run) -> Span {
        let start = self.byte(run.start);
        if run.is_empty() {
            return Span { start, end: start };
        }
        let last = self.byte(run.end - 1);
        let width = self.original[last as usize..].chars().next().map_or(0, char::len_utf8);
        Span { start, end: last + u32::try_from(width).unwrap_or(0) }
    }

    fn byte(&self, index: usize) -> u32 {
        let end = u32::try_from(self.original.len()).unwrap_or(u32::MAX);
        self.places.get(index).copied().unwrap_or(end)
    }

    /// The lines, without their line breaks.
    pub fn lines(&self) -> impl Iterator<Item = Run> + '_ {
        let mut start = 0;
        self.breaks
            .iter()
            .copied()
            .chain([self.len()])
            .map(move |end| Run::new(std::mem::replace(&mut start, end + 1), end))
    }
}

/// The bit of the first character of a word in UTF-8, and what follows; the last six bits of a character are those of
/// its last byte.
fn next_bit(word: &[u8]) -> Option<(u64, &[u8])> {
    let length = match *word.first()? {
        ..=0x7f => 1,
        0x80..=0xdf => 2,
        0xe0..=0xef => 3,
        _ => 4,
    };
    let (ch, rest) = word.split_at_checked(length)?;
    Some((1 << (ch[length - 1] % 64), rest))
}

/// Whether glyphs begin with a word.
fn begins(glyphs: &[char], word: &str) -> bool {
    let mut glyphs = glyphs.iter();
    word.chars().all(|ch| glyphs.next() == Some(&ch))
}

/// Whether it separates without meaning anything.
#[must_use]
pub const fn is_blank(ch: char) -> bool {
    matches!(ch, ' ' | '\t' | '\n')
}

/// Whether it is a Chinese character.
#[must_use]
pub const fn is_han(ch: char) -> bool {
    matches!(ch, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '〇')
}

/// Whether a sentence ends with it.
#[must_use]
pub const fn ends_sentence(ch: char) -> bool {
    matches!(ch, '。' | '!' | '?')
}

/// The glyph of a character: half-width, every kind of space the same; none where it does not count.
#[must_use]
pub fn half_width(ch: char) -> Option<char> {
    Some(match ch {
        // Most are one of these.
        '\u{4e00}'..='\u{9fff}' | '\n' | '\t' => ch,
        '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}' | '\u{85}' => '\n',
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => return None,
        _ if ch.is_control() => return None,
        '\u{3000}' | '\u{a0}' | '\u{2002}'..='\u{200a}' | '\u{202f}' => ' ',
        '﹪' => '%',
        '∶' => ':',
        '〜' => '~',
        '•' | '‧' | '・' => '·',
        '│' | '┃' => '|',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(ch as u32 - 0xfee0).unwrap_or(ch),
        _ => ch,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_width_forms_read_as_half_width_and_keep_their_places() {
        let text = Text::new("共１２件（其中：a）");
        assert_eq!(text.string(text.all()), "共12件(其中:a)");
        assert_eq!(text.span(Run::new(1, 3)).of(text.original()), "１２");
    }

    #[test]
    fn what_does_not_count_has_no_glyph() {
        let text = Text::new("\u{feff}1\u{200b}2\r\n件");
        assert_eq!(text.string(text.all()), "12\n件");
        assert_eq!(text.span(Run::new(0, 2)).of(text.original()), "1\u{200b}2");
    }

    #[test]
    fn a_word_without_glyphs_stands_nowhere() {
        let text = Text::new("共12件");
        assert!(!text.has_any(text.all(), &[""]));
        assert!(text.has_any(text.all(), &["", "2件"]));
        assert_eq!(text.find(text.all(), ""), None);
    }

    #[test]
    fn lines_are_runs_without_their_breaks() {
        let text = Text::new("a\n\nbc");
        let lines: Vec<String> = text.lines().map(|run| text.string(run)).collect();
        assert_eq!(lines, ["a", "", "bc"]);
    }
}
