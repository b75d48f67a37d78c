//! The shapes of the data files in `standards/`, and of a portal's own standard.
//!
//! Shared with `build.rs`, which reads the TOML files into these shapes and embeds them.
//! Unknown fields are errors, so that a misspelt key never passes silently.

use serde::{Deserialize, Serialize};

/// A text in both languages.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    /// Chinese, what users read first.
    pub zh: String,
    /// English.
    pub en: String,
}

/// One standard: its outline in order, and which indicators of the catalogue it asks for.
///
/// With `extends` it is what the other one is, but for what stands in it.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct StandardFile {
    /// Stem of the file, `fazhi-2021`.
    pub id: String,
    /// Version of the data, shown in every report.
    pub version: String,
    /// What a reader calls it.
    pub title: Bilingual,
    /// Id of the built-in standard that it changes; empty where it stands on its own.
    pub extends: String,
    /// What the reports that it is for are called.
    pub report: Bilingual,
    /// Words in the title of a text that show that it is such a report.
    pub names: Vec<String>,
    /// Headings that only this standard has; a text with half of them is held against it.
    pub signs: Vec<String>,
    /// First and last report year it is meant for; open where absent.
    pub years: Years,
    /// Levels of organ it is meant for.
    pub levels: Vec<String>,
    /// The outline, in the standard's order.
    pub sections: Vec<SectionFile>,
    /// Ids of the indicators, in the order in which they are shown.
    pub indicators: Vec<String>,
    /// Indicators of its own, beside those of the catalogue or in place of them.
    pub catalogue: Vec<IndicatorFile>,
    /// Indicators that must be given.
    pub mandatory: Vec<MandatoryFile>,
    /// Sections and indicators of the extended standard that it does without.
    pub remove: Vec<String>,
}

/// An indicator that a standard requires.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct MandatoryFile {
    /// Its id.
    pub indicator: String,
    /// How bad it is when it is missing: `error` or `warning`.
    pub severity: String,
    /// The clause that asks for it.
    pub clause: String,
}

/// First and last report year, both inclusive.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Years {
    /// First year, or open.
    #[serde(default)]
    pub from: Option<u16>,
    /// Last year, or open.
    #[serde(default)]
    pub to: Option<u16>,
}

/// A content that the standard asks for. In a standard that extends another it changes the section of its
/// id: words are added, everything else that is not empty replaces.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct SectionFile {
    /// Short name, unique in the standard.
    pub id: String,
    /// The content in the words of the rule.
    pub title: Bilingual,
    /// Whether leaving it out is an error; otherwise it is coverage, shown as advice.
    pub required: Option<bool>,
    /// The clause that asks for it.
    pub clause: String,
    /// Words that alone make a heading one about this content.
    pub aliases: Vec<String>,
    /// Words of a heading about this content, each with its weight; ten make a match.
    pub heading: Vec<(String, i8)>,
    /// The same for one sentence of running text.
    pub text: Vec<(String, i8)>,
    /// With fewer glyphs under its heading a required content is as good as missing; 40 where absent.
    pub least: Option<u16>,
    /// What the content must speak of.
    pub needs: Vec<NeedFile>,
    /// Topics of the indicators that belong under it.
    pub topics: Vec<String>,
    /// Id of the section behind which it stands; at the end where empty.
    pub after: String,
    /// Parts of the content, never required on their own.
    pub children: Vec<SectionFile>,
}

/// Something that a content must speak of, in whichever words.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct NeedFile {
    /// What it is.
    pub title: Bilingual,
    /// Words of which one at least speaks of it.
    pub words: Vec<String>,
    /// Words that may speak of it: with one of them its absence is only worth a look.
    #[serde(default)]
    pub hints: Vec<String>,
}

/// One figure that reports give.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
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
    /// Whether its figures are those that the text demands (由2名以上执法人员实施), and never counts.
    #[serde(default)]
    pub demanded: bool,
    /// How common it is, by kind of organ.
    pub tiers: Tiers,
    /// Law or guide that it rests on.
    pub clause: String,
    /// A sentence to start from, where its title and a unit make none; `____` stands for the figure.
    #[serde(default)]
    pub draft: String,
    /// What its figure should reach.
    #[serde(default)]
    pub threshold: Option<ThresholdFile>,
    /// Sentences that show it; they are its tests.
    #[serde(default)]
    pub examples: Vec<ExampleFile>,
}

/// A figure that a rule asks for.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct ThresholdFile {
    /// The figure is not below this.
    #[serde(default)]
    pub least: Option<u16>,
    /// It is not above this.
    #[serde(default)]
    pub most: Option<u16>,
    /// The last day of the year by which it is due, `01-31`; days beside the name are held against it.
    #[serde(default)]
    pub latest: Option<String>,
    /// The unit of the figures that it is about; all units of the indicator where empty.
    #[serde(default)]
    pub unit: String,
    /// First report year for which it holds.
    #[serde(default)]
    pub from: Option<u16>,
    /// Levels of organ that it is meant for; all where empty.
    #[serde(default)]
    pub levels: Vec<String>,
    /// Words in the sentence with which it is not judged.
    #[serde(default)]
    pub unless: Vec<String>,
    /// Where it is laid down.
    pub clause: String,
}

impl ThresholdFile {
    /// Month and day by which it is due.
    #[must_use]
    pub fn latest(&self) -> Option<(u8, u8)> {
        let (month, day) = self.latest.as_deref()?.split_once('-')?;
        let (month, day) = (month.parse().ok()?, day.parse().ok()?);
        ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some((month, day))
    }
}

/// How common an indicator is: `A` nearly always given, `B` common, `C` optional; absent where it does not apply.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
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
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
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
    /// What they are the whole of: one of these words stands in the name of the total; without any, of any total.
    #[serde(default)]
    pub of: Vec<String>,
    /// One thing may be of two members: together they may exceed the whole, but do not fall short of it.
    #[serde(default)]
    pub overlaps: bool,
    /// Where the class is laid down.
    pub clause: String,
}
