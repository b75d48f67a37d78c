//! Hegao checks a 法治政府建设年度报告: what the standard asks for and the text lacks, and which
//! figures contradict each other.
//!
//! ```text
//! text → lex → outline ─┐
//!    └ tables┴ figures ─┴→ standard + rules → report → wasm → page
//! ```
//!
//! One direction, plain values. Every pass is total: any text in, a value out. Only loading a
//! standard and the boundary can fail.

pub mod decimal;
pub mod document;
pub mod figures;
pub mod finding;
mod hash;
pub mod lex;
pub mod messages;
pub mod options;
pub mod order;
pub mod outline;
pub mod previous;
pub mod reading;
pub mod report;
pub mod rules;
pub mod span;
pub mod standard;
pub mod tables;
pub mod text;
pub mod trial;

#[cfg(target_family = "wasm")]
mod wasm;

use document::Document;
use finding::{Certainty, Finding, Outcome, Severity};
use messages::Locale;
use options::{Error, Options, Wanted};
use outline::Outline;
use previous::{Previous, fit};
use reading::Reading;
use report::Report;
use rules::{Context, RULES};
use standard::Standard;
use standard::check::Problems;
use standard::choose::{self, Reason};
use standard::coverage::Coverage;
use standard::file::StandardFile;
use standard::lexicon::Lexicon;
use std::sync::{Arc, OnceLock};
use text::Text;

/// A text of more bytes is refused whole.
pub const MOST_BYTES: usize = 10 * 1024 * 1024;

/// Standards, each compiled when a text first needs it, for many texts.
#[derive(Debug)]
pub struct Checker {
    options: Options,
    /// Those that may be meant; one where the caller named it.
    files: Vec<Arc<StandardFile>>,
    compiled: Vec<OnceLock<Standard>>,
    lexicon: Lexicon,
    /// Last year's report.
    previous: Option<Previous>,
}

impl Checker {
    /// Finds the standards that the options may mean.
    ///
    /// # Errors
    /// [`options::Code::InvalidOptions`] for a standard or rule that does not exist, [`options::Code::InvalidStandard`] for a
    /// standard of one's own that cannot be used, [`options::Code::TooLarge`] for a report of last year of more than [`MOST_BYTES`].
    pub fn new(mut options: Options) -> Result<Self, Error> {
        options.validate()?;
        let files = match &options.standard {
            Wanted::Auto => Standard::built_in(),
            Wanted::BuiltIn(id) => {
                let file = Standard::built_in().into_iter().find(|file| file.id == *id);
                let unknown = || messages::NOT_A_STANDARD.with(&[id]).render(options.locale);
                vec![file.ok_or_else(|| Error::options("standard", &unknown()))?]
            }
            Wanted::Own(value) => {
                let mut problems = Problems::default();
                let file = Standard::own(value, &mut problems);
                if let Some(problem) = problems.list.first() {
                    return Err(Error::standard(problem, options.locale));
                }
                vec![file]
            }
        };
        let files: Vec<_> = files.into_iter().map(Arc::new).collect();
        let compiled = files.iter().map(|_| OnceLock::new()).collect();
        let previous = options.previous.take().filter(|text| !text.trim().is_empty());
        let mut checker = Self { options, files, compiled, lexicon: Lexicon::built_in(), previous: None };
        checker.previous = previous.map(|text| checker.read_previous(&text));
        Ok(checker)
    }

    /// The standard for a text, and why.
    fn standard(&self, text: &Text, document: &Document, outline: &Outline) -> (&Standard, Reason) {
        let (index, reason) = match self.options.standard {
            Wanted::Auto => choose::choose(&self.files, text, document, outline),
            Wanted::BuiltIn(_) | Wanted::Own(_) => (0, Reason::Asked),
        };
        (self.compiled[index].get_or_init(|| Standard::compile(self.files[index].clone())), reason)
    }

    /// The options it was made with; last year's report is in [`Checker::previous`].
    #[must_use]
    pub const fn options(&self) -> &Options {
        &self.options
    }

    /// Checks a text.
    ///
    /// # Errors
    /// [`options::Code::TooLarge`] for a text of more than [`MOST_BYTES`].
    pub fn check(&self, original: &str) -> Result<Report, Error> {
        if original.len() > MOST_BYTES {
            return Err(Error::large(None));
        }
        let reading = Reading::new(original, &self.options, self.options.year);
        let Reading { text, document, outline, figures, tables, .. } = &reading;
        let (standard, reason) = self.standard(text, document, outline);
        let coverage = Coverage::new(standard, text, document, outline, figures, tables);
        let words = self.lexicon.find(text);
        let previous = self.previous.as_ref();
        let context = Context {
            reading: &reading,
            text,
            document,
            lexed: &reading.lexed,
            outline,
            figures,
            sites: &reading.sites,
            tables,
            standard,
            coverage: &coverage,
            lexicon: &self.lexicon,
            words: &words,
            previous,
            unfit: previous.and_then(|previous| fit::unfit(previous, text, document)),
        };
        let outcome = self.run(&context);
        let file = &standard.file;
        Ok(Report {
            standard: (file.id.clone(), file.title.clone(), file.version.clone()),
            reason: reason.message(),
            title: document.title.map(|run| text.string(run)),
            characters: text.chars(text.all()).filter(|&ch| text::is_han(ch) || !ch.is_whitespace()).count(),
            headings: report::headings(text, outline),
            sections: report::sections(text, standard, &coverage),
            indicators: report::indicators(text, document, standard, &coverage, figures),
            relations: outcome.relations,
            findings: outcome.findings,
            document: reading.document,
        })
    }

    /// Last year's report, once and for all texts.
    fn read_previous(&self, original: &str) -> Previous {
        let reading = Reading::new(original, &self.options, None);
        let Reading { text, document, outline, figures, tables, .. } = &reading;
        let (standard, _) = self.standard(text, document, outline);
        let coverage = Coverage::new(standard, text, document, outline, figures, tables);
        Previous::new(&reading, standard, &coverage)
    }

    /// Last year's report as it was read, where it was given.
    #[must_use]
    pub const fn previous(&self) -> Option<&Previous> {
        self.previous.as_ref()
    }

    /// The outline of the standard, as plain text to start a report from.
    #[must_use]
    pub fn skeleton(&self) -> String {
        let Options { year, level, .. } = self.options;
        let document = Document { year, level, ..Document::default() };
        let (standard, _) = self.standard(&Text::new(""), &document, &Outline::default());
        standard.skeleton(level, year)
    }

    /// Runs every rule that is on; findings come in the order of the text.
    fn run(&self, context: &Context<'_>) -> Outcome {
        let mut all = Outcome::default();
        for rule in RULES {
            if self.options.severity(rule, Severity::Info).is_none() {
                continue;
            }
            // A rule sees what those before it have found.
            let before = all.findings.len();
            (rule.check)(context, &mut all);
            for finding in &mut all.findings[before..] {
                finding.rule = rule.id;
                finding.severity = self.options.severity(rule, finding.severity).unwrap_or(finding.severity);
                if finding.certainty == Certainty::Possible {
                    finding.severity = finding.severity.min(Severity::Warning);
                }
                if finding.clause.is_none() {
                    finding.clause = rule.clause.map(str::to_owned);
                }
            }
        }
        order::sort(&mut all.findings, |a, b| a.span.cmp(&b.span));
        let words = |finding: &Finding| finding.message.render(Locale::Chinese);
        all.findings.dedup_by(|a, b| a.rule == b.rule && a.span == b.span && words(a) == words(b));
        order::sort(&mut all.relations, |a, b| (a.span, &a.equation).cmp(&(b.span, &b.equation)));
        all.relations.dedup_by(|a, b| a.span == b.span && a.equation == b.equation);
        all
    }
}
