//! The shapes of `standards/terms/`: dated terms, and words that are often miswritten.
//!
//! Shared with `build.rs` like those of `file.rs`.

use serde::{Deserialize, Serialize};

/// A list of dated terms, or of words that are often miswritten.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct WordsFile {
    /// Stem of the file.
    pub id: String,
    /// Its terms.
    #[serde(default)]
    pub terms: Vec<WordFile>,
    /// Words that are always a slip of the pen, each with what is meant.
    #[serde(default)]
    pub slips: Vec<(String, String)>,
}

/// A term and its time.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct WordFile {
    /// Words for it. One that begins with 《 is a title; the others are not looked for inside titles.
    pub words: Vec<String>,
    /// Year and month of its first use.
    #[serde(default)]
    pub from: Option<(u16, u8)>,
    /// The first report year for which it is out of date.
    #[serde(default)]
    pub old: Option<u16>,
    /// The first report year for which nobody says it any more.
    #[serde(default)]
    pub hard: Option<u16>,
    /// First and last report year in which reports usually have it.
    #[serde(default)]
    pub expected: Option<(u16, u16)>,
    /// What is said today.
    #[serde(default)]
    pub now: String,
    /// What is meant, where the words are a slip of the pen.
    #[serde(default)]
    pub right: String,
    /// With one of these in the same clause it is meant otherwise.
    #[serde(default)]
    pub unless: Vec<String>,
    /// The event or the law that it rests on.
    #[serde(default)]
    pub clause: String,
}
