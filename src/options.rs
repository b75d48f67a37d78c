//! What a caller may choose, and what goes wrong when the choice cannot be met.

use crate::MOST_BYTES;
use crate::document::Level;
use crate::finding::Severity;
use crate::messages::Locale;
use crate::rules;
use crate::standard::check::Problem;
use crate::standard::value::Value;
use std::fmt;

/// The choices of a caller.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Which standard.
    pub standard: Wanted,
    /// The report year; read from the text where absent.
    pub year: Option<u16>,
    /// The level of the organ; read from the text where absent.
    pub level: Option<Level>,
    /// Language of messages.
    pub locale: Locale,
    /// Severities for rules or groups of rules; off where there is none.
    pub rules: Vec<(String, Option<Severity>)>,
    /// Last year's report; a blank one is as good as none.
    pub previous: Option<String>,
}

/// The standard that a caller wants.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub enum Wanted {
    /// The built-in one that fits the text best.
    #[default]
    Auto,
    /// The built-in one of this id.
    BuiltIn(String),
    /// One of the caller's own.
    Own(Value),
}

impl Options {
    /// The severity of a finding of a rule under these options; none where the rule is off.
    #[must_use]
    pub fn severity(&self, rule: &str, usual: Severity) -> Option<Severity> {
        let chosen = |name: &str| self.rules.iter().find(|(id, _)| id == name).map(|(_, severity)| *severity);
        let group = rule.split('/').next().unwrap_or(rule);
        chosen(rule).or_else(|| chosen(group)).unwrap_or(Some(usual))
    }

    /// Refuses names of rules that do not exist, and a report of last year that is too large.
    ///
    /// # Errors
    /// [`Code::InvalidOptions`] with the path of the first unknown name, [`Code::TooLarge`] with `previous`.
    pub fn validate(&self) -> Result<(), Error> {
        if self.previous.as_ref().is_some_and(|text| text.len() > MOST_BYTES) {
            return Err(Error::large(Some("previous")));
        }
        for (name, _) in &self.rules {
            let known = |rule: &&rules::Rule| rule.id == name || rule.id.split('/').next() == Some(name.as_str());
            if !rules::RULES.iter().any(known) {
                return Err(Error::options(&format!("rules.{name}"), "there is no such rule or group of rules"));
            }
        }
        Ok(())
    }
}

/// Why there is no report.
#[derive(Clone, Debug)]
pub struct Error {
    /// The kind of failure.
    pub code: Code,
    /// The field that it concerns.
    pub path: Option<String>,
    /// What is wrong, in lower case and without a full stop.
    pub message: String,
}

/// Kinds of failure, as in the contract.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Code {
    /// More than 10 MB of UTF-8.
    TooLarge,
    /// Not a string.
    NotText,
    /// An option that does not exist or cannot be met.
    InvalidOptions,
    /// A standard of the caller's own that cannot be used.
    InvalidStandard,
}

impl Code {
    /// As in the contract.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::TooLarge => "too-large",
            Self::NotText => "not-text",
            Self::InvalidOptions => "invalid-options",
            Self::InvalidStandard => "invalid-standard",
        }
    }
}

impl Error {
    /// A failure that concerns no field.
    #[must_use]
    pub fn new(code: Code, message: &str) -> Self {
        Self { code, path: None, message: message.to_owned() }
    }

    /// A text of more than 10 MB: the one that is checked, or an option.
    #[must_use]
    pub fn large(path: Option<&str>) -> Self {
        let message = "the text is larger than 10 MB".to_owned();
        Self { code: Code::TooLarge, path: path.map(str::to_owned), message }
    }

    /// An option that cannot be met.
    #[must_use]
    pub fn options(path: &str, message: &str) -> Self {
        Self { code: Code::InvalidOptions, path: Some(path.to_owned()), message: message.to_owned() }
    }

    /// A standard that cannot be used.
    #[must_use]
    pub fn standard(problem: &Problem, locale: Locale) -> Self {
        let message = problem.message.render(locale);
        Self { code: Code::InvalidStandard, path: Some(problem.path.clone()), message }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.path {
            Some(path) => write!(f, "{path}: {}", self.message),
            None => write!(f, "{}", self.message),
        }
    }
}

impl std::error::Error for Error {}
