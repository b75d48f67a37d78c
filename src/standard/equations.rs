//! The shape of the data files that say what holds between figures: identities by name, prescribed tables,
//! and what one year's report owes to the last.

use serde::{Deserialize, Serialize};

/// What holds between figures of one subject, by their names.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct IdentityFile {
    /// Stem of the file.
    pub id: String,
    /// Where present, one of these must stand in the same paragraph or the headings above it.
    #[serde(default)]
    pub context: Vec<String>,
    /// The figures, by the words before them.
    pub terms: Vec<TermFile>,
    /// What holds between them.
    #[serde(default)]
    pub equations: Vec<EquationFile>,
    /// Of what which of them are rates.
    #[serde(default)]
    pub rates: Vec<RateFile>,
    /// Law or guide that it rests on.
    pub clause: String,
    /// Sentences that show it; they are its tests.
    pub examples: Vec<EquationExampleFile>,
}

/// What a rate is of. All figures of a term count; of a sum the first term must be printed.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct RateFile {
    /// The term that is the rate.
    pub rate: String,
    /// Its numerator: sums of terms, of which the writer may mean any.
    pub of: Vec<Vec<String>>,
    /// Its base: the same.
    pub base: Vec<Vec<String>>,
}

/// A figure by its name.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct TermFile {
    /// How equations call it.
    pub id: String,
    /// Words right before the figure; where two name different terms the longer one counts.
    pub words: Vec<String>,
}

/// Parts that make up a whole. It is judged only where all of them are printed.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct EquationFile {
    /// What the parts make up: sums of terms, of which the writer may mean any.
    pub whole: Vec<Vec<String>>,
    /// The parts.
    pub parts: Vec<String>,
    /// Parts that count where they are printed; some of them are, where all that there are is told.
    #[serde(default)]
    pub counted: Vec<String>,
    /// Terms that the writer may count among the parts or not.
    #[serde(default)]
    pub maybe: Vec<String>,
    /// There may be other parts: they fall short of the whole, but do not exceed it.
    #[serde(default)]
    pub open: bool,
    /// What other parts there are is little: they fall short of the whole by a twentieth at most.
    #[serde(default)]
    pub few: bool,
    /// In more clauses than this its figures are of different things; three where absent.
    #[serde(default)]
    pub clauses: Option<u8>,
    /// How bad it is when it fails: a hint instead of a warning.
    #[serde(default)]
    pub hint: bool,
}

/// A sentence, and what becomes of an identity in it.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct EquationExampleFile {
    /// The sentence.
    pub text: String,
    /// `agrees`, `disagrees` or `silent`.
    pub is: String,
}

/// A table whose rows, columns and identities are laid down.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct FormFile {
    /// Stem of the file.
    pub id: String,
    /// Where it is laid down.
    pub clause: String,
    /// Names of its columns of figures, in their order.
    pub columns: Vec<String>,
    /// Its rows, in their order.
    pub rows: Vec<FormRowFile>,
    /// Words that must stand in its header.
    #[serde(default)]
    pub signs: Vec<String>,
    /// What holds: between rows in every column, or between columns in every row.
    #[serde(default)]
    pub equations: Vec<FormEquationFile>,
    /// Where present, one of these must stand shortly before a figure of the text.
    #[serde(default)]
    pub context: Vec<String>,
    /// Cells that the text of the report gives as well.
    #[serde(default)]
    pub narrative: Vec<NarrativeFile>,
    /// What holds between rows, or columns, and the same form a year before.
    #[serde(default)]
    pub across: Vec<EquationAcrossFile>,
}

/// This year's amount is last year's, more what is added and less what is taken away.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct EquationAcrossFile {
    /// This year's.
    pub whole: String,
    /// In last year's report.
    pub last: String,
    /// This year's, added.
    #[serde(default)]
    pub plus: Vec<String>,
    /// This year's, taken away.
    #[serde(default)]
    pub minus: Vec<String>,
}

/// The same between indicators, by their ids.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct AcrossFile {
    /// Stem of the file.
    pub id: String,
    /// Law or guide that it rests on.
    pub clause: String,
    /// What holds.
    pub equation: EquationAcrossFile,
    /// How bad it is when it fails: a hint instead of a warning.
    #[serde(default)]
    pub hint: bool,
    /// Pairs of reports that show it; they are its tests.
    pub examples: Vec<AcrossExampleFile>,
}

/// A sentence of last year's report and one of this year's, and what becomes of the relation in them.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct AcrossExampleFile {
    /// Last year's.
    pub previous: String,
    /// This year's.
    pub text: String,
    /// `agrees`, `disagrees`, `unsure` or `silent`.
    pub is: String,
}

/// A row of a form.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct FormRowFile {
    /// How equations call it.
    pub id: String,
    /// Words of its label, of which one will do; none where it has no label.
    pub words: Vec<String>,
}

/// Rows, or columns, that make up others.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct FormEquationFile {
    /// What the parts make up.
    pub whole: Vec<String>,
    /// The parts.
    pub parts: Vec<String>,
}

/// A cell, and the words by which the text gives the same figure.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct NarrativeFile {
    /// Its row.
    pub row: String,
    /// Its column.
    pub column: String,
    /// Words right before the figure.
    pub words: Vec<String>,
    /// What one of the column is in the text: the power of ten, 4 for 万元.
    #[serde(default)]
    pub exponent: i8,
}
