//! The outline of a standard as plain text to start a report from: headings, and under each a sentence for
//! every figure that belongs there. What is to be filled in is `____`, which a check finds.

use super::Standard;
use super::file::{IndicatorFile, SectionFile, Tier};
use crate::document::Level;
use crate::lex::han;

/// Stands for what is to be filled in.
const BLANK: &str = "____";

impl IndicatorFile {
    /// A sentence that gives the indicator, its figure left open.
    #[must_use]
    pub fn draft(&self) -> String {
        if self.draft.is_empty() {
            let unit = self.units.first().map_or("", String::as_str);
            format!("{}{BLANK}{unit}。", self.title.zh)
        } else {
            self.draft.clone()
        }
    }
}

impl Standard {
    /// The outline for a level and a year.
    #[must_use]
    pub fn skeleton(&self, level: Option<Level>, year: Option<u16>) -> String {
        let year = year.map_or(BLANK.to_owned(), |year| year.to_string());
        let mut text = format!("{BLANK}{year}年{}\n", self.file.report.zh);
        for (index, section) in self.file.sections.iter().enumerate() {
            text.extend([&han::written(index + 1), "、", &section.title.zh, "\n"]);
            self.drafts(section, level, &mut text);
            for (index, part) in section.children.iter().enumerate() {
                text.extend(["（", &han::written(index + 1), "）", &part.title.zh, "\n"]);
                self.drafts(part, level, &mut text);
            }
        }
        text
    }

    /// Sentences for the figures that belong under a section and are usual for the level.
    fn drafts(&self, section: &SectionFile, level: Option<Level>, text: &mut String) {
        for (index, indicator) in self.indicators.iter().enumerate() {
            let is_usual = match indicator.tier(level) {
                Some(Tier::A | Tier::B) => true,
                Some(Tier::C) => self.mandatory(index).is_some(),
                None => false,
            };
            if is_usual && section.topics.contains(&indicator.topic) {
                text.push_str(&indicator.draft());
                text.push('\n');
            }
        }
    }
}
