//! What rules answer: findings, and the relations between figures that they recognised.

use crate::decimal::Decimal;
use crate::messages::Message;
use crate::span::Span;

/// How bad it is.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Severity {
    /// Worth a look.
    Info,
    /// Probably wrong, or against good form.
    Warning,
    /// Wrong, or required and absent.
    Error,
}

impl Severity {
    /// How sure a rule is that calls it so bad by nothing but its wording.
    #[must_use]
    pub const fn certainty(self) -> Certainty {
        match self {
            Self::Error => Certainty::Certain,
            Self::Warning => Certainty::Likely,
            Self::Info => Certainty::Possible,
        }
    }
}

/// How sure the rule is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Certainty {
    /// No reading of the wording fits.
    Certain,
    /// The wording speaks for it.
    Likely,
    /// It may be wrong (待核); never shown as an error.
    Possible,
}

/// One thing to look at.
#[derive(Clone, Debug)]
pub struct Finding {
    /// `group/rule`.
    pub rule: &'static str,
    /// How bad.
    pub severity: Severity,
    /// How sure.
    pub certainty: Certainty,
    /// What is wrong, for a person.
    pub message: Message,
    /// The primary place; for something missing, where it was expected (may be empty).
    pub span: Span,
    /// Other places that belong to it.
    pub related: Vec<Related>,
    /// Places in last year's report.
    pub previous: Vec<Earlier>,
    /// What would mend it.
    pub fixes: Vec<Fix>,
    /// The clause that it rests on, where that is not the rule's own.
    pub clause: Option<String>,
}

/// Another place of a finding.
#[derive(Clone, Debug)]
pub struct Related {
    /// The place.
    pub span: Span,
    /// Its part in the finding.
    pub message: Message,
}

/// A place in last year's report.
#[derive(Clone, Debug)]
pub struct Earlier {
    /// The place, in bytes of that report.
    pub span: Span,
    /// Its part in the finding.
    pub message: Message,
    /// What stands there, and around it.
    pub text: String,
}

/// A change of the text that would mend a finding.
#[derive(Clone, Debug)]
pub struct Fix {
    /// What it does.
    pub title: Message,
    /// Places and what to put there.
    pub edits: Vec<(Span, String)>,
}

impl Finding {
    /// A finding at a place.
    #[must_use]
    pub fn new(severity: Severity, certainty: Certainty, span: Span, message: Message) -> Self {
        let (related, previous, fixes) = Default::default();
        Self { rule: "", severity, certainty, message, span, related, previous, fixes, clause: None }
    }

    /// With another place.
    #[must_use]
    pub fn related(mut self, span: Span, message: Message) -> Self {
        self.related.push(Related { span, message });
        self
    }

    /// With a place in last year's report.
    #[must_use]
    pub fn earlier(mut self, place: Earlier) -> Self {
        self.previous.push(place);
        self
    }

    /// With a way to mend it.
    #[must_use]
    pub fn fix(mut self, title: Message, span: Span, text: impl Into<String>) -> Self {
        self.fixes.push(Fix { title, edits: vec![(span, text.into())] });
        self
    }

    /// With the clause of a standard, which a standard of one's own may leave empty.
    #[must_use]
    pub fn clause(mut self, clause: &str) -> Self {
        self.clause = (!clause.is_empty()).then(|| clause.to_owned());
        self
    }
}

/// What kind of relation holds, or should hold, between figures.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Kind {
    /// Parts and total.
    Sum,
    /// A rate and its counts.
    Ratio,
    /// A rate of change and its two values.
    Growth,
    /// An amount of change and its two values.
    Difference,
    /// An announced count and its list.
    ListCount,
    /// A mean and what it is the mean of.
    Average,
    /// One thing stated twice.
    Repeat,
    /// A part and the whole that it cannot exceed.
    Bound,
    /// What the standard says about its indicators.
    Identity,
}

/// The three answers of a rule.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Verdict {
    /// It holds, within what the writing allows.
    Agrees,
    /// No reading that the wording allows fits.
    Disagrees,
    /// The wording does not claim enough to judge.
    Unsure,
}

/// A relation between figures, right or wrong: a line of the ledger.
#[derive(Clone, Debug)]
pub struct Relation {
    /// Its kind.
    pub kind: Kind,
    /// The answer.
    pub verdict: Verdict,
    /// From its first operand to its last.
    pub span: Span,
    /// Its figures.
    pub operands: Vec<Operand>,
    /// Those that stand in last year's report, with what stands around them there.
    pub previous: Vec<(Operand, String)>,
    /// The equation as a person would write it.
    pub equation: String,
}

impl Relation {
    /// A relation between its operands, from the first to the last of them.
    #[must_use]
    pub fn new(kind: Kind, verdict: Verdict, operands: Vec<Operand>, equation: String) -> Self {
        let span = operands.iter().map(|operand| operand.span).reduce(Span::to).unwrap_or_default();
        Self { kind, verdict, span, operands, previous: Vec::new(), equation }
    }
}

/// A figure in a relation.
#[derive(Clone, Debug)]
pub struct Operand {
    /// `total`, `part`, `rate`, …
    pub role: &'static str,
    /// Its value.
    pub value: Decimal,
    /// Its unit as written.
    pub unit: String,
    /// Its place.
    pub span: Span,
}

/// What the rules have found so far.
#[derive(Debug, Default)]
pub struct Outcome {
    /// The ledger.
    pub relations: Vec<Relation>,
    /// The findings.
    pub findings: Vec<Finding>,
}
