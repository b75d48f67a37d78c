//! Bytes of UTF-8 to code units of UTF-16.
//!
//! A lone surrogate reaches the core as U+FFFD, which is one unit in both, so offsets stay exact.

/// Counts of units at regular places of a text.
pub struct Marks(Vec<u32>);

/// A text and its counts.
#[derive(Clone, Copy)]
pub struct Utf16<'a> {
    text: &'a str,
    marks: &'a Marks,
}

const STEP: usize = 128;

impl Marks {
    /// Counts once.
    pub fn new(text: &str) -> Self {
        let mut marks = Vec::with_capacity(text.len() / STEP + 2);
        let mut units = 0;
        for chunk in text.as_bytes().chunks(STEP) {
            marks.push(units);
            units += chunk.iter().copied().map(units_begun).sum::<u32>();
        }
        marks.push(units);
        Self(marks)
    }
}

impl<'a> Utf16<'a> {
    /// A text with its own counts.
    pub const fn new(text: &'a str, marks: &'a Marks) -> Self {
        Self { text, marks }
    }

    /// How many units stand before a byte.
    pub fn offset(&self, byte: u32) -> usize {
        let byte = (byte as usize).min(self.text.len());
        let mark = byte / STEP;
        let rest = &self.text.as_bytes()[mark * STEP..byte];
        (self.marks.0[mark] + rest.iter().copied().map(units_begun).sum::<u32>()) as usize
    }
}

/// How many units begin with a byte: two for a character outside the basic plane, none inside a character.
const fn units_begun(byte: u8) -> u32 {
    match byte {
        0x80..=0xbf => 0,
        0xf0..=0xff => 2,
        _ => 1,
    }
}
