//! A text read by every pass that needs no standard.

use crate::document::Document;
use crate::figures::groups::Site;
use crate::figures::{Figures, groups};
use crate::lex::{self, Lexed};
use crate::options::Options;
use crate::outline::Outline;
use crate::tables::{self, Table};
use crate::text::Text;

/// What the passes make of a text.
#[derive(Debug)]
pub struct Reading<'t> {
    /// Its glyphs.
    pub text: Text<'t>,
    /// Marks, quantities, titles.
    pub lexed: Lexed,
    /// What it says about itself.
    pub document: Document,
    /// Headings.
    pub outline: Outline,
    /// Quantities in context.
    pub figures: Figures,
    /// Where figures may be parts of a total.
    pub sites: Vec<Site>,
    /// The tables.
    pub tables: Vec<Table>,
}

impl<'t> Reading<'t> {
    /// Reads a text; any will do.
    #[must_use]
    pub fn new(original: &'t str, options: &Options, year: Option<u16>) -> Self {
        let text = Text::new(original);
        let mut lexed = lex::scan(&text);
        let tables = tables::find(&text);
        lexed.leave(&tables.iter().map(|table| table.run).collect::<Vec<_>>());
        let mut document = Document::new(&text, &lexed.marks);
        if year.is_some() {
            document.year = year;
            document.is_said = true;
        }
        document.level = options.level.or(document.level);
        let outline = Outline::new(&text, &lexed.marks);
        let figures = Figures::new(&text, &lexed);
        let sites = groups::sites(&text, &figures);
        Self { text, lexed, document, outline, figures, sites, tables }
    }
}
