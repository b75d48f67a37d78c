//! Every sentence that a user reads from the core, in Chinese and in English: the one message table,
//! one file for each group of rules.
//!
//! `{0}`, `{1}` … stand for the arguments, in any order.

/// Declares templates of the table, one file for each group of rules.
macro_rules! messages {
    ($($(#[$doc:meta])* $name:ident = $zh:literal, $en:literal;)*) => {
        $($(#[$doc])* pub static $name: Template = Template { zh: $zh, en: $en };)*

        /// All of them.
        pub(super) static ALL: &[&Template] = &[$(&$name),*];
    };
}

mod dates;
mod figures;
mod form;
mod indicators;
mod places;
mod previous;
mod standard;
mod structure;
mod terms;
mod wording;

pub use dates::*;
pub use figures::*;
pub use form::*;
pub use indicators::*;
pub use places::*;
pub use previous::*;
pub use standard::*;
pub use structure::*;
pub use terms::*;
pub use wording::*;

use crate::standard::file::Bilingual;

/// Languages of messages.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Locale {
    /// `zh-CN`.
    #[default]
    Chinese,
    /// `en`.
    English,
}

/// A sentence in both languages.
#[derive(Debug)]
pub struct Template {
    /// Chinese.
    pub zh: &'static str,
    /// English.
    pub en: &'static str,
}

/// A template and what fills it.
#[derive(Clone, Debug)]
pub struct Message {
    template: &'static Template,
    arguments: Vec<Argument>,
}

/// What fills a place of a template.
#[derive(Clone, Debug)]
pub enum Argument {
    /// The same in both languages: a figure, words of the text.
    Plain(String),
    /// A title of the standard.
    Titled(Bilingual),
}

impl Bilingual {
    /// In a language; in Chinese where there is no English.
    #[must_use]
    pub fn in_locale(&self, locale: Locale) -> &str {
        if locale == Locale::Chinese || self.en.is_empty() { &self.zh } else { &self.en }
    }

    /// Adds one to a list of titles.
    pub fn push(&mut self, title: &Self) {
        if !self.zh.is_empty() {
            self.zh.push('；');
            self.en.push_str("; ");
        }
        self.zh.push_str(&title.zh);
        self.en.push_str(title.in_locale(Locale::English));
    }
}

impl Template {
    /// The template as a message without arguments.
    #[must_use]
    pub const fn plain(&'static self) -> Message {
        Message { template: self, arguments: Vec::new() }
    }

    /// With figures or words of the text.
    #[must_use]
    pub fn with(&'static self, arguments: &[&str]) -> Message {
        let arguments = arguments.iter().map(|argument| Argument::Plain((*argument).to_owned())).collect();
        Message { template: self, arguments }
    }

    /// With a title of the standard, and figures or words of the text behind it.
    #[must_use]
    pub fn about(&'static self, title: &Bilingual, arguments: &[&str]) -> Message {
        let mut message = self.with(arguments);
        message.arguments.insert(0, Argument::Titled(title.clone()));
        message
    }

    /// With titles of the standard.
    #[must_use]
    pub fn titled(&'static self, titles: &[&Bilingual]) -> Message {
        let arguments = titles.iter().map(|title| Argument::Titled((*title).clone())).collect();
        Message { template: self, arguments }
    }

    /// In a language, arguments not filled in.
    #[must_use]
    pub const fn in_locale(&self, locale: Locale) -> &'static str {
        match locale {
            Locale::Chinese => self.zh,
            Locale::English => self.en,
        }
    }
}

impl Message {
    /// In a language.
    #[must_use]
    pub fn render(&self, locale: Locale) -> String {
        let mut rest = self.template.in_locale(locale);
        let mut out = String::with_capacity(rest.len() + 32);
        while let Some((before, after)) = rest.split_once('{') {
            out.push_str(before);
            let Some((place, behind)) = after.split_once('}') else { break };
            if let Some(argument) = place.parse().ok().and_then(|place: usize| self.arguments.get(place)) {
                out.push_str(match (argument, locale) {
                    (Argument::Plain(text), _) => text,
                    (Argument::Titled(title), locale) => title.in_locale(locale),
                });
            }
            rest = behind;
        }
        out.push_str(rest);
        out
    }
}

/// The whole table.
pub fn all() -> impl Iterator<Item = &'static Template> {
    [
        dates::ALL,
        figures::ALL,
        form::ALL,
        indicators::ALL,
        places::ALL,
        previous::ALL,
        standard::ALL,
        structure::ALL,
        terms::ALL,
        wording::ALL,
    ]
    .into_iter()
    .flatten()
    .copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(text: &str) -> Vec<&str> {
        let mut places: Vec<&str> = text.split('{').skip(1).filter_map(|part| part.split('}').next()).collect();
        places.sort_unstable();
        places.dedup();
        places
    }

    #[test]
    fn both_languages_use_the_same_arguments() {
        for template in all() {
            assert_eq!(places(template.zh), places(template.en), "{}", template.en);
        }
    }

    #[test]
    fn arguments_fill_their_places() {
        let message = CHANGE_TO.with(&["12件"]);
        assert_eq!(message.render(Locale::Chinese), "改为“12件”");
        assert_eq!(message.render(Locale::English), "change to “12件”");
    }
}
