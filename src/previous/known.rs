//! By what a figure is known again in another year's report: what is counted and what was done with it, for where and
//! when, and whose doing it was.
//!
//! The words are kept as hashes; only what is read again is kept as a place.

use super::index::Index;
use crate::decimal::{Decimal, Interval};
use crate::figures::binding::{name, period, scope};
use crate::figures::{Figure, Figures, Role};
use crate::hash::hash;
use crate::lex::quantity::Approx;
use crate::lex::unit::Family;
use crate::outline::Outline;
use crate::reading::Reading;
use crate::span::{Run, Span};
use crate::text::{Text, is_han};

/// A figure and what it is known by.
#[derive(Clone, Copy, Debug)]
pub struct Known {
    /// What is counted and what was done with it.
    pub name: u64,
    /// How many glyphs name it.
    pub length: usize,
    /// 全县, 县级.
    pub scope: u64,
    /// The organ named before it in its sentence.
    pub subject: u64,
    /// Whether it is for the whole year of its report, as far as the words tell.
    pub is_whole_year: bool,
    /// Whether it is one of the parts of something: 其中.
    pub is_part: bool,
    /// What it adds to.
    pub family: Family,
    /// A count or a rate.
    pub role: Role,
    /// Its value.
    pub value: Decimal,
    /// What it may be in truth.
    pub interval: Interval,
    /// Whether it claims to be exact.
    pub is_exact: bool,
    /// Number and unit.
    pub span: Span,
    /// The unit alone.
    pub unit: Span,
    /// The words before it in its sentence.
    lead: Span,
    /// The heading that it stands under.
    heading: Span,
}

/// Fewer glyphs name too many things.
pub const SHORTEST: usize = 4;
/// As many glyphs before a figure are looked at.
const NEAR: usize = 80;

impl Known {
    /// A figure as it is known; none where its own words do not name it.
    #[must_use]
    pub fn of(text: &Text, outline: &Outline, figures: &Figures, figure: &Figure, year: Option<u16>) -> Option<Self> {
        let (before, behind) = name(text, figure);
        let length = before.len() + behind.len();
        if length < SHORTEST || !text.chars(before).chain(text.chars(behind)).any(is_han) {
            return None;
        }
        let quantity = &figure.quantity;
        let heading = outline.heading_at(quantity.run.start);
        let start = figures.sentences[figure.sentence].run.start.max(quantity.run.start.saturating_sub(NEAR));
        let label = figure.label.start.clamp(start, quantity.run.start);
        Some(Self {
            name: hash(text.chars(before).chain(['|']).chain(text.chars(behind))),
            length,
            scope: hash(text.chars(scope(text, figure, start))),
            subject: hash(text.chars(subject(text, Run::new(start, label)))),
            is_whole_year: is_whole_year(text, period(text, figure, start), year),
            is_part: text.has_any(figure.gap, &["其中", "包括", "含", "包含"]) || figure.depth > 0,
            family: quantity.unit.family,
            role: figure.role,
            value: quantity.value,
            interval: quantity.interval,
            is_exact: quantity.approx == Approx::Exact,
            span: text.span(quantity.run),
            unit: text.span(quantity.unit_run),
            lead: text.span(Run::new(start, quantity.run.start)),
            heading: heading.map(|index| text.span(outline.headings[index].title)).unwrap_or_default(),
        })
    }

    /// The words by which its surroundings are known: its heading, and what its sentence says before it.
    #[must_use]
    pub fn words(&self, original: &str) -> String {
        format!("{}\n{}", self.heading.of(original), self.lead.of(original))
    }

    /// Whether it and a figure of another report count the same in the same place.
    #[must_use]
    pub fn is_like(&self, other: &Self) -> bool {
        self.name == other.name
            && self.family.adds_to(other.family)
            && self.role == other.role
            && self.scope == other.scope
            && self.subject == other.subject
    }
}

/// The figures of a text that can be known again, by their names.
#[must_use]
pub fn all(reading: &Reading<'_>) -> Index<Known> {
    let Reading { text, outline, figures, document, .. } = reading;
    let counts = figures.list.iter().filter(|figure| matches!(figure.role, Role::Count | Role::Rate));
    let known = counts.filter_map(|figure| Known::of(text, outline, figures, figure, document.year));
    Index::new(known.collect(), |known| known.name)
}

/// The organ last named in a run, with the glyphs before it that may be its name.
fn subject(text: &Text, run: Run) -> Run {
    const LONGEST: usize = 6;
    let ends = |at: &usize| {
        let next = text.at(at + 1);
        match text.at(*at) {
            '局' | '厅' | '院' | '队' | '镇' | '乡' => true,
            '委' => !matches!(next, '托' | '员' | '派'),
            '道' => text.before(*at) == '街',
            '司' => text.before(*at) == '公',
            '心' => text.before(*at) == '中' && text.before(at - 1) != '以',
            '门' => text.before(*at) == '部',
            _ => false,
        }
    };
    let Some(end) = (run.start..run.end).rev().find(ends) else { return Run::default() };
    let from = run.start.max((end + 1).saturating_sub(LONGEST));
    let start = (from..end).rev().find(|&at| !is_han(text.at(at))).map_or(from, |at| at + 1);
    Run::new(start, end + 1)
}

/// Whether a period, as it is written, is the year of the report.
fn is_whole_year(text: &Text, period: Run, year: Option<u16>) -> bool {
    const WHOLE: &[&str] = &[
        "",
        "今年以来",
        "今年",
        "本年度",
        "本年",
        "全年",
        "年内",
        "一年来",
        "目前",
        "年末",
        "年底",
        "截至年底",
        "截至年末",
        "截至目前",
    ];
    let said = text.string(period);
    if WHOLE.contains(&said.as_str()) {
        return true;
    }
    let Some(year) = year else { return false };
    let said = said.strip_prefix("截至").unwrap_or(&said);
    let rest = said.strip_prefix(&year.to_string());
    rest.is_some_and(|rest| ["年", "年度", "年底", "年末", "年12月底", "年12月31日"].contains(&rest))
}
