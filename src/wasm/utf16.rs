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
            units += units_begun(chunk);
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
        (self.marks.0[mark] + units_begun(rest)) as usize
    }
}

/// How many units begin in a piece of a text: two with a character outside the basic plane, one with any other.
fn units_begun(bytes: &[u8]) -> u32 {
    let (words, rest) = bytes.as_chunks();
    let of_rest = rest.iter().map(|&byte| match byte {
        0x80..=0xbf => 0,
        0xf0..=0xff => 2,
        _ => 1,
    });
    words.iter().map(|word| units_in(u64::from_le_bytes(*word))).chain(of_rest).sum()
}

/// The same for eight bytes at a time.
const fn units_in(word: u64) -> u32 {
    const LOWEST: u64 = 0x0101_0101_0101_0101;
    let goes_on = word >> 7 & !(word >> 6) & LOWEST;
    let is_long = word >> 7 & word >> 6 & word >> 5 & word >> 4 & LOWEST;
    8 - goes_on.count_ones() + is_long.count_ones()
}
