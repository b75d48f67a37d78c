//! The rules: one file each, a constant and a function. A rule joins by its two lines here.

pub mod dates;
pub mod figures;
pub mod form;
pub mod indicators;
pub mod structure;
pub mod terms;
pub mod wording;

use crate::decimal::Decimal;
use crate::document::Document;
use crate::figures::groups::Site;
use crate::figures::{Figure, Figures};
use crate::finding::{Operand, Outcome, Severity};
use crate::lex::Lexed;
use crate::messages::Template;
use crate::outline::Outline;
use crate::previous::Previous;
use crate::previous::fit::Unfit;
use crate::reading::Reading;
use crate::span::Run;
use crate::standard::Standard;
use crate::standard::coverage::Coverage;
use crate::standard::lexicon::{Lexicon, Word};
use crate::tables::Table;
use crate::text::Text;

/// A rule.
#[derive(Debug)]
pub struct Rule {
    /// `group/rule`; the file is `src/rules/<group>/<rule>.rs`.
    pub id: &'static str,
    /// What it is called.
    pub title: &'static Template,
    /// Why it matters, for the reader of a finding.
    pub why: &'static Template,
    /// The severity of its usual finding.
    pub severity: Severity,
    /// The law or standard that it rests on.
    pub clause: Option<&'static str>,
    /// A text in which it finds something, at ⟦the place⟧.
    pub fires: &'static str,
    /// The nearest text in which it must not.
    pub passes: &'static str,
    /// Last year's report beside the two, where the rule compares.
    pub previous: Option<&'static str>,
    /// Looks at a text.
    pub check: fn(&Context<'_>, &mut Outcome),
}

/// What a rule may look at.
#[derive(Debug)]
pub struct Context<'a> {
    /// What the text says about itself.
    pub document: &'a Document,
    /// The text.
    pub text: &'a Text<'a>,
    /// Marks, quantities, titles.
    pub lexed: &'a Lexed,
    /// Headings.
    pub outline: &'a Outline,
    /// Quantities in context.
    pub figures: &'a Figures,
    /// The tables.
    pub tables: &'a [Table],
    /// Where figures may be parts of a total.
    pub sites: &'a [Site],
    /// The standard held against the text.
    pub standard: &'a Standard,
    /// What the text has of the standard.
    pub coverage: &'a Coverage,
    /// The terms that have their time.
    pub lexicon: &'a Lexicon,
    /// Where the text has them.
    pub words: &'a [Word],
    /// All that was read of the text without the standard.
    pub reading: &'a Reading<'a>,
    /// Last year's report, where it was given.
    pub previous: Option<&'a Previous>,
    /// Why it cannot be compared, where it cannot.
    pub unfit: Option<Unfit>,
}

impl<'a> Context<'a> {
    /// Last year's report, where it can be compared.
    #[must_use]
    pub fn last_year(&self) -> Option<&'a Previous> {
        self.previous.filter(|_| self.unfit.is_none())
    }

    /// Whether it is a report on law-based government, by its title or else its beginning, and of no other kind.
    #[must_use]
    pub fn is_on_law(&self) -> bool {
        const HEAD: usize = 400;
        let head = self.document.title.unwrap_or(Run::new(0, HEAD));
        self.text.has_any(head, &["法治", "依法行政"])
    }

    /// A value as the numeral of a figure would write it: 728万 beside 709万.
    #[must_use]
    pub fn in_words(&self, value: Decimal, like: &Figure) -> String {
        let value = like.quantity.unit.written(value);
        let scaled = self.sign_of(like).and_then(|(sign, power)| {
            let value = value.times(Decimal::power_of_ten(-power))?.trimmed();
            Some(format!("{value}{sign}"))
        });
        scaled.unwrap_or_else(|| value.trimmed().to_string())
    }

    /// A quotient, rounded as a figure is written: to two digits of 万 like 7.41万.
    #[must_use]
    pub fn quotient_like(&self, value: Decimal, by: Decimal, like: &Figure) -> Option<Decimal> {
        let power = self.sign_of(like).map_or(0, |(_, power)| power);
        let written = |value: Decimal| value.times(Decimal::power_of_ten(-power));
        let scale = written(like.quantity.value)?.trimmed().scale().max(1);
        written(value)?.rounded_quotient(by, scale)?.times(Decimal::power_of_ten(power))
    }

    /// The 万 or 亿 at the end of a numeral, and its power of ten.
    fn sign_of(&self, figure: &Figure) -> Option<(char, i8)> {
        let last = self.text.before(figure.quantity.numeral.end);
        [('万', 4), ('亿', 8)].into_iter().find(|(sign, _)| *sign == last)
    }

    /// A figure as an operand of a relation.
    #[must_use]
    pub fn operand(&self, role: &'static str, figure: &Figure) -> Operand {
        Operand {
            role,
            value: figure.quantity.unit.written(figure.quantity.value),
            unit: self.text.string(figure.quantity.unit_run),
            span: self.text.span(figure.quantity.run),
        }
    }
}

/// Every rule, in the order in which they run.
pub static RULES: &[&Rule] = &[
    &structure::not_a_report::RULE,
    &structure::missing_section::RULE,
    &structure::unheaded_section::RULE,
    &structure::missing_part::RULE,
    &structure::task_coverage::RULE,
    &structure::unmentioned_plan::RULE,
    &structure::numbering::RULE,
    &structure::points::RULE,
    &structure::repeated_heading::RULE,
    &structure::thin_section::RULE,
    &structure::title::RULE,
    &structure::signature::RULE,
    &structure::cut_off::RULE,
    &indicators::missing::RULE,
    &indicators::threshold::RULE,
    &figures::sum::RULE,
    &figures::ratio::RULE,
    &figures::impossible_rate::RULE,
    &figures::share::RULE,
    &figures::share_total::RULE,
    &figures::growth::RULE,
    &figures::difference::RULE,
    &figures::average::RULE,
    &figures::list_count::RULE,
    &figures::bound::RULE,
    &figures::repeat::RULE,
    &figures::identity::RULE,
    &figures::last_year::RULE,
    &figures::carried_over::RULE,
    &figures::table_total::RULE,
    &figures::form_identity::RULE,
    &figures::table_share::RULE,
    &dates::year::RULE,
    &dates::deadline::RULE,
    &dates::part_year::RULE,
    &dates::next_year::RULE,
    &dates::other_year::RULE,
    &dates::stale_year::RULE,
    &dates::previous_year::RULE,
    &dates::no_such_day::RULE,
    &dates::reversed::RULE,
    &terms::too_new::RULE,
    &terms::out_of_date::RULE,
    &terms::plenums::RULE,
    &terms::expected::RULE,
    &wording::placeholder::RULE,
    &wording::contradictory_approximation::RULE,
    &wording::doubled_word::RULE,
    &wording::double_negative::RULE,
    &wording::repeated_item::RULE,
    &wording::duplicate_paragraph::RULE,
    &wording::duplicate_sentence::RULE,
    &wording::copied_paragraph::RULE,
    &wording::copied_figures::RULE,
    &wording::typo::RULE,
    &wording::up_to::RULE,
    &wording::request::RULE,
    &wording::foreign_place::RULE,
    &wording::demands_only::RULE,
    &form::document_number::RULE,
    &form::date_form::RULE,
    &form::brackets::RULE,
    &form::end_stop::RULE,
    &form::doubled_marks::RULE,
    &form::scanned_characters::RULE,
    &form::width::RULE,
];

/// Rules that are off until a caller names them.
const OFF: &[&str] = &["form/width"];

impl Rule {
    /// Whether it runs without being asked for.
    #[must_use]
    pub fn is_on(&self) -> bool {
        !OFF.contains(&self.id)
    }
}

/// The rule of an id.
#[must_use]
pub fn find(id: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.id == id)
}
