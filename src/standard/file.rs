//! The shapes of the data files in `standards/`, and of a portal's own standard: the only serde in the core.
//!
//! Shared with `build.rs`, which reads the TOML files into these shapes and embeds them.
//! Unknown fields are errors, so that a misspelt key never passes silently.

use serde::{Deserialize, Serialize};

/// A text in both languages.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    /// Chinese, what users read first.
    pub zh: String,
    /// English.
    pub en: String,
}

/// One standard: its outline in order, and which indicators of the catalogue it asks for.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct StandardFile {
    /// Stem of the file, `fazhi-2021`.
    pub id: String,
    /// Version of the data, shown in every report.
    pub version: String,
    /// What a reader calls it.
    pub title: Bilingual,
    /// First and last report year it is meant for; open where absent.
    pub years: Years,
    /// Levels of organ it is meant for.
    pub levels: Vec<String>,
    /// The outline, in the standard's order.
    pub sections: Vec<SectionFile>,
    /// Ids of the indicators, in the order in which they are shown.
    pub indicators: Vec<String>,
}

/// First and last report year, both inclusive.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Years {
    /// First year, or open.
    #[serde(default)]
    pub from: Option<u16>,
    /// Last year, or open.
    #[serde(default)]
    pub to: Option<u16>,
}

/// A content that the standard asks for.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct SectionFile {
    /// Short name, unique in the standard.
    pub id: String,
    /// The content in the words of the rule.
    pub title: Bilingual,
    /// Whether leaving it out is an error; otherwise it is coverage, shown as advice.
    pub required: bool,
    /// The clause that asks for it.
    pub clause: String,
    /// Words of a heading about this content, each with its weight; ten make a match.
    pub heading: Vec<(String, i8)>,
    /// The same for one sentence of running text.
    pub text: Vec<(String, i8)>,
    /// Parts of the content, never required on their own.
    #[serde(default)]
    pub children: Vec<SectionFile>,
}

/// One figure that reports give.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct IndicatorFile {
    /// Stem of the file.
    pub id: String,
    /// What it is called.
    pub title: Bilingual,
    /// The topic it is listed under.
    pub topic: String,
    /// Words that name it, beside the figure.
    pub aliases: Vec<String>,
    /// Where present, one of these must stand in the same paragraph or the headings above it.
    #[serde(default)]
    pub context: Vec<String>,
    /// Units its figure may have.
    pub units: Vec<String>,
    /// How common it is, by kind of organ.
    pub tiers: Tiers,
    /// Law or guide that it rests on.
    pub clause: String,
    /// Sentences that show it; they are its tests.
    pub examples: Vec<ExampleFile>,
}

/// How common an indicator is: `A` nearly always given, `B` common, `C` optional; absent where it does not apply.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Tiers {
    /// Provinces, cities, counties.
    #[serde(default)]
    pub government: Option<Tier>,
    /// Bureaus.
    #[serde(default)]
    pub department: Option<Tier>,
    /// Townships and sub-districts.
    #[serde(default)]
    pub township: Option<Tier>,
}

/// See [`Tiers`].
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Tier {
    /// Almost every report of the kind gives it: say so when it is missing.
    A,
    /// Common.
    B,
    /// Optional.
    C,
}

/// A sentence, and what is found of the indicator in it.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct ExampleFile {
    /// The sentence.
    pub text: String,
    /// `given`, `none`, `mentioned` or `missing`.
    pub is: String,
    /// The figures found, as written with their unit, such as `1335件`.
    #[serde(default)]
    pub values: Vec<String>,
}

/// Names that together make up a whole: when several of them are counted beside a total, they should add up to it.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct ClassFile {
    /// Stem of the file.
    pub id: String,
    /// The members, each a list of words for the same thing.
    pub members: Vec<Vec<String>>,
    /// How many of them, counted together, claim to be all that occurred; without it, four or the whole class.
    #[serde(default)]
    pub enough: Option<usize>,
    /// Where the class is laid down.
    pub clause: String,
}
