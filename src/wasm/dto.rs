//! The shapes that JavaScript sees; see `types.d.ts`, which documents them.

use super::json::{Json, Object, Writer};
use crate::document::Level;
use crate::finding::{Certainty, Finding, Fix, Kind, Operand, Related, Relation, Severity, Verdict};
use crate::hash::hash;
use crate::lex::date::Date;
use crate::messages::Locale;
use crate::previous::Previous;
use crate::report::{HeadingEntry, IndicatorEntry, Report, SectionEntry, Value};
use crate::span::Span;
use crate::standard::coverage::SectionStatus;
use std::collections::BTreeMap;

/// A report, the text that it is on, and last year's report where there is one.
pub struct Checked<'a> {
    pub report: &'a Report,
    pub text: &'a str,
    pub previous: Option<&'a Previous>,
}

impl Json for Checked<'_> {
    fn write(&self, out: &mut Writer) {
        let Self { report, text, previous } = self;
        let (id, title, version) = &report.standard;
        let document = &report.document;
        let date = |date: Date| format!("{:04}-{:02}-{:02}", date.year, date.month, date.day);
        out.object(&[
            ("version", &1_usize),
            ("standard", &Object(&[("id", id), ("title", title), ("version", version), ("reason", &report.reason)])),
            (
                "document",
                &Object(&[
                    ("title", &report.title),
                    ("year", &document.year),
                    ("level", &document.level.map(Level::name)),
                    ("organ", &document.organ),
                    ("signed", &document.signed.map(date)),
                    ("characters", &report.characters),
                ]),
            ),
            ("headings", &report.headings),
            ("sections", &report.sections),
            ("indicators", &report.indicators),
            ("relations", &report.relations),
            ("findings", &fingerprinted(report, text)),
            ("summary", &Summary(report)),
            ("previous", previous),
        ]);
    }
}

impl Json for HeadingEntry {
    fn write(&self, out: &mut Writer) {
        out.object(&[
            ("level", &usize::from(self.level)),
            ("number", &self.number),
            ("title", &self.title),
            ("range", &self.span),
            ("body", &self.body),
        ]);
    }
}

impl Json for SectionEntry {
    fn write(&self, out: &mut Writer) {
        let status = match self.status {
            SectionStatus::Present => "present",
            SectionStatus::Unheaded => "unheaded",
            SectionStatus::Thin => "thin",
            SectionStatus::Missing => "missing",
        };
        out.object(&[
            ("id", &self.id),
            ("title", &self.title),
            ("required", &self.required),
            ("status", &status),
            ("heading", &self.heading),
            ("range", &self.span),
            ("children", &self.children),
        ]);
    }
}

impl Json for IndicatorEntry {
    fn write(&self, out: &mut Writer) {
        out.object(&[
            ("id", &self.id),
            ("title", &self.title),
            ("topic", &self.topic),
            ("required", &self.required),
            ("status", &self.status),
            ("values", &self.values),
            ("place", &self.place),
            ("draft", &self.draft),
        ]);
    }
}

impl Json for Value {
    fn write(&self, out: &mut Writer) {
        out.object(&[
            ("value", &self.value),
            ("unit", &self.unit),
            ("approximate", &self.approximate),
            ("range", &self.span),
        ]);
    }
}

impl Json for Relation {
    fn write(&self, out: &mut Writer) {
        let kind = match self.kind {
            Kind::Sum => "sum",
            Kind::Ratio => "ratio",
            Kind::Growth => "growth",
            Kind::Difference => "difference",
            Kind::ListCount => "list_count",
            Kind::Average => "average",
            Kind::Repeat => "repeat",
            Kind::Bound => "bound",
            Kind::Identity => "identity",
        };
        let verdict = match self.verdict {
            Verdict::Agrees => "agrees",
            Verdict::Disagrees => "disagrees",
            Verdict::Unsure => "unsure",
        };
        out.object(&[
            ("kind", &kind),
            ("verdict", &verdict),
            ("range", &self.span),
            ("operands", &self.operands),
            ("previous", &self.previous),
            ("equation", &self.equation),
        ]);
    }
}

impl Json for Operand {
    fn write(&self, out: &mut Writer) {
        out.object(&[
            ("role", &self.role),
            ("value", &self.value.to_string()),
            ("unit", &self.unit),
            ("range", &self.span),
        ]);
    }
}

/// A finding and what it is known again by.
struct Fingerprinted<'a>(&'a Finding, String);

impl Json for Fingerprinted<'_> {
    fn write(&self, out: &mut Writer) {
        let Self(finding, fingerprint) = self;
        let certainty = match finding.certainty {
            Certainty::Certain => "certain",
            Certainty::Likely => "likely",
            Certainty::Possible => "possible",
        };
        out.object(&[
            ("rule", &finding.rule),
            ("severity", &finding.severity),
            ("certainty", &certainty),
            ("message", &finding.message),
            ("range", &finding.span),
            ("related", &finding.related),
            ("previous", &finding.previous),
            ("fixes", &finding.fixes),
            ("clause", &finding.clause),
            ("fingerprint", fingerprint),
        ]);
    }
}

impl Json for Severity {
    fn write(&self, out: &mut Writer) {
        let name = match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        };
        name.write(out);
    }
}

impl Json for Related {
    fn write(&self, out: &mut Writer) {
        out.object(&[("range", &self.span), ("message", &self.message)]);
    }
}

impl Json for Fix {
    fn write(&self, out: &mut Writer) {
        out.object(&[("title", &self.title), ("edits", &self.edits)]);
    }
}

/// An edit: a place and what to put there.
impl Json for (Span, String) {
    fn write(&self, out: &mut Writer) {
        out.object(&[("range", &self.0), ("text", &self.1)]);
    }
}

/// The findings; those that are alike are told apart by their order.
fn fingerprinted<'a>(report: &'a Report, text: &str) -> Vec<Fingerprinted<'a>> {
    let mut seen: BTreeMap<u64, u64> = BTreeMap::new();
    let mut entry = |finding: &'a Finding| {
        let hash = fingerprint(finding, text);
        let count = seen.entry(hash).or_default();
        *count += 1;
        Fingerprinted(finding, format!("{:016x}", hash.wrapping_add(*count - 1)))
    };
    report.findings.iter().map(&mut entry).collect()
}

/// The rule and what stands at its places, or, where nothing does, its words: unchanged by edits elsewhere.
fn fingerprint(finding: &Finding, text: &str) -> u64 {
    let own = finding.span.of(text);
    let words = if own.is_empty() { finding.message.render(Locale::Chinese) } else { String::new() };
    let parts = [finding.rule, own, &words];
    hash(parts.iter().flat_map(|part| part.bytes().chain([0])))
}

struct Summary<'a>(&'a Report);

impl Json for Summary<'_> {
    fn write(&self, out: &mut Writer) {
        let Self(report) = self;
        let findings = |severity| report.findings.iter().filter(|finding| finding.severity == severity).count();
        let relations = |verdict| report.relations.iter().filter(|relation| relation.verdict == verdict).count();
        let sections = || report.sections.iter().filter(|section| section.required);
        let present = sections().filter(|section| section.status == SectionStatus::Present).count();
        let indicators = || report.indicators.iter().filter(|indicator| indicator.required);
        let given = indicators().filter(|indicator| matches!(indicator.status, "given" | "none")).count();
        out.object(&[
            ("errors", &findings(Severity::Error)),
            ("warnings", &findings(Severity::Warning)),
            ("infos", &findings(Severity::Info)),
            ("sections", &Object(&[("required", &sections().count()), ("present", &present)])),
            ("indicators", &Object(&[("required", &indicators().count()), ("given", &given)])),
            (
                "relations",
                &Object(&[
                    ("agrees", &relations(Verdict::Agrees)),
                    ("disagrees", &relations(Verdict::Disagrees)),
                    ("unsure", &relations(Verdict::Unsure)),
                ]),
            ),
        ]);
    }
}
