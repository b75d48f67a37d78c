//! The shapes that JavaScript sees; see `types.d.ts`, which documents them.

use super::earlier::{self, Places};
use super::utf16::{Marks, Range, Utf16};
use crate::document::Level;
use crate::finding::{Certainty, Finding, Kind, Relation, Severity, Verdict};
use crate::messages::Locale;
use crate::previous::Previous;
use crate::report::{self, SectionEntry};
use crate::standard::coverage::SectionStatus;
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Serialize)]
pub struct Report {
    version: u32,
    standard: StandardName,
    document: Document,
    headings: Vec<Heading>,
    sections: Vec<Section>,
    indicators: Vec<Indicator>,
    relations: Vec<RelationDto>,
    findings: Vec<FindingDto>,
    summary: Summary,
    previous: Option<earlier::Name>,
}

#[derive(Serialize)]
struct StandardName {
    id: String,
    title: String,
    version: String,
    reason: String,
}

#[derive(Serialize)]
struct Document {
    title: Option<String>,
    year: Option<u16>,
    level: Option<&'static str>,
    organ: Option<String>,
    signed: Option<String>,
    characters: usize,
}

#[derive(Serialize)]
struct Heading {
    level: u8,
    number: String,
    title: String,
    range: Range,
    body: Range,
}

#[derive(Serialize)]
struct Section {
    id: String,
    title: String,
    required: bool,
    status: &'static str,
    heading: Option<Range>,
    range: Option<Range>,
    children: Vec<Section>,
}

#[derive(Serialize)]
struct Indicator {
    id: String,
    title: String,
    topic: String,
    required: bool,
    status: &'static str,
    values: Vec<FigureDto>,
    place: Option<Range>,
    draft: Option<String>,
}

#[derive(Serialize)]
struct FigureDto {
    value: String,
    unit: String,
    approximate: bool,
    range: Range,
}

#[derive(Serialize)]
struct RelationDto {
    kind: &'static str,
    verdict: &'static str,
    range: Range,
    operands: Vec<Operand>,
    previous: Vec<earlier::Operand>,
    equation: String,
}

#[derive(Serialize)]
struct Operand {
    role: &'static str,
    value: String,
    unit: String,
    range: Range,
}

#[derive(Serialize)]
struct FindingDto {
    rule: &'static str,
    severity: &'static str,
    certainty: &'static str,
    message: String,
    range: Range,
    related: Vec<Related>,
    previous: Vec<earlier::Place>,
    fixes: Vec<Fix>,
    clause: Option<String>,
    fingerprint: String,
}

#[derive(Serialize)]
struct Related {
    range: Range,
    message: String,
}

#[derive(Serialize)]
struct Fix {
    title: String,
    edits: Vec<Edit>,
}

#[derive(Serialize)]
struct Edit {
    range: Range,
    text: String,
}

#[derive(Serialize)]
struct Summary {
    errors: usize,
    warnings: usize,
    infos: usize,
    sections: Present,
    indicators: Given,
    relations: Verdicts,
}

#[derive(Serialize)]
struct Present {
    required: usize,
    present: usize,
}

#[derive(Serialize)]
struct Given {
    required: usize,
    given: usize,
}

#[derive(Serialize)]
struct Verdicts {
    agrees: usize,
    disagrees: usize,
    unsure: usize,
}

/// A report for JavaScript.
pub fn report(report: &report::Report, text: &str, previous: Option<(&Previous, &Marks)>, locale: Locale) -> Report {
    let marks = Marks::new(text);
    let last_year = previous.map(|(previous, marks)| Utf16::new(previous.original(), marks));
    let units = Places { of_text: Utf16::new(text, &marks), of_previous: last_year };
    let (id, title, version) = &report.standard;
    let document = &report.document;
    let findings = findings(report, text, &units, locale);
    let of_text = &units.of_text;
    Report {
        version: 1,
        standard: StandardName {
            id: id.clone(),
            title: title.in_locale(locale).to_owned(),
            version: version.clone(),
            reason: report.reason.render(locale),
        },
        document: Document {
            title: report.title.clone(),
            year: document.year,
            level: document.level.map(Level::name),
            organ: document.organ.clone(),
            signed: document.signed.map(|date| format!("{:04}-{:02}-{:02}", date.year, date.month, date.day)),
            characters: report.characters,
        },
        headings: report
            .headings
            .iter()
            .map(|heading| Heading {
                level: heading.level,
                number: heading.number.clone(),
                title: heading.title.clone(),
                range: units.range(heading.span),
                body: units.range(heading.body),
            })
            .collect(),
        sections: report.sections.iter().map(|entry| section(entry, of_text, locale)).collect(),
        indicators: indicators(report, of_text, locale),
        relations: report.relations.iter().map(|entry| relation(entry, &units)).collect(),
        summary: summary(report),
        findings,
        previous: previous.map(|(previous, _)| earlier::Name::of(previous)),
    }
}

fn section(entry: &SectionEntry, units: &Utf16, locale: Locale) -> Section {
    Section {
        id: entry.id.clone(),
        title: entry.title.in_locale(locale).to_owned(),
        required: entry.required,
        status: match entry.status {
            SectionStatus::Present => "present",
            SectionStatus::Unheaded => "unheaded",
            SectionStatus::Thin => "thin",
            SectionStatus::Missing => "missing",
        },
        heading: entry.heading.map(|span| units.range(span)),
        range: entry.span.map(|span| units.range(span)),
        children: entry.children.iter().map(|child| section(child, units, locale)).collect(),
    }
}

fn indicators(report: &report::Report, units: &Utf16, locale: Locale) -> Vec<Indicator> {
    let value = |value: &report::Value| FigureDto {
        value: value.value.clone(),
        unit: value.unit.clone(),
        approximate: value.approximate,
        range: units.range(value.span),
    };
    let entry = |entry: &report::IndicatorEntry| Indicator {
        id: entry.id.clone(),
        title: entry.title.in_locale(locale).to_owned(),
        topic: entry.topic.clone(),
        required: entry.required,
        status: entry.status,
        values: entry.values.iter().map(value).collect(),
        place: entry.place.map(|span| units.range(span)),
        draft: entry.draft.clone(),
    };
    report.indicators.iter().map(entry).collect()
}

fn relation(relation: &Relation, units: &Places) -> RelationDto {
    let operand = |operand: &crate::finding::Operand| Operand {
        role: operand.role,
        value: operand.value.to_string(),
        unit: operand.unit.clone(),
        range: units.range(operand.span),
    };
    RelationDto {
        kind: match relation.kind {
            Kind::Sum => "sum",
            Kind::Ratio => "ratio",
            Kind::Growth => "growth",
            Kind::Difference => "difference",
            Kind::ListCount => "list_count",
            Kind::Average => "average",
            Kind::Repeat => "repeat",
            Kind::Bound => "bound",
            Kind::Identity => "identity",
        },
        verdict: match relation.verdict {
            Verdict::Agrees => "agrees",
            Verdict::Disagrees => "disagrees",
            Verdict::Unsure => "unsure",
        },
        range: units.range(relation.span),
        operands: relation.operands.iter().map(operand).collect(),
        previous: relation.previous.iter().map(|operand| earlier::Operand::of(operand, units)).collect(),
        equation: relation.equation.clone(),
    }
}

fn findings(report: &report::Report, text: &str, units: &Places, locale: Locale) -> Vec<FindingDto> {
    let mut seen: BTreeMap<u64, u64> = BTreeMap::new();
    let mut entry = |finding: &Finding| {
        let hash = fingerprint(finding, text);
        let count = seen.entry(hash).or_default();
        *count += 1;
        FindingDto {
            rule: finding.rule,
            severity: severity(finding.severity),
            certainty: match finding.certainty {
                Certainty::Certain => "certain",
                Certainty::Likely => "likely",
                Certainty::Possible => "possible",
            },
            message: finding.message.render(locale),
            range: units.range(finding.span),
            related: finding
                .related
                .iter()
                .map(|related| Related { range: units.range(related.span), message: related.message.render(locale) })
                .collect(),
            previous: finding.previous.iter().map(|place| earlier::Place::of(place, units, locale)).collect(),
            fixes: finding
                .fixes
                .iter()
                .map(|fix| Fix {
                    title: fix.title.render(locale),
                    edits: fix
                        .edits
                        .iter()
                        .map(|(span, text)| Edit { range: units.range(*span), text: text.clone() })
                        .collect(),
                })
                .collect(),
            clause: finding.clause.clone(),
            fingerprint: format!("{:016x}", hash.wrapping_add(*count - 1)),
        }
    };
    report.findings.iter().map(&mut entry).collect()
}

/// The rule and what stands at its places, or, where nothing does, its words: unchanged by edits elsewhere.
fn fingerprint(finding: &Finding, text: &str) -> u64 {
    const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0000_0100_0000_01b3;
    let own = finding.span.of(text);
    let words = if own.is_empty() { finding.message.render(Locale::Chinese) } else { String::new() };
    let parts = [finding.rule, own, &words];
    parts
        .iter()
        .flat_map(|part| part.bytes().chain([0]))
        .fold(OFFSET, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME))
}

pub const fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Info => "info",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

fn summary(report: &report::Report) -> Summary {
    let findings = |severity: Severity| report.findings.iter().filter(|finding| finding.severity == severity).count();
    let relations = |verdict: Verdict| report.relations.iter().filter(|relation| relation.verdict == verdict).count();
    let sections = || report.sections.iter().filter(|section| section.required);
    let indicators = || report.indicators.iter().filter(|indicator| indicator.required);
    Summary {
        errors: findings(Severity::Error),
        warnings: findings(Severity::Warning),
        infos: findings(Severity::Info),
        sections: Present {
            required: sections().count(),
            present: sections().filter(|section| section.status == SectionStatus::Present).count(),
        },
        indicators: Given {
            required: indicators().count(),
            given: indicators().filter(|indicator| matches!(indicator.status, "given" | "none")).count(),
        },
        relations: Verdicts {
            agrees: relations(Verdict::Agrees),
            disagrees: relations(Verdict::Disagrees),
            unsure: relations(Verdict::Unsure),
        },
    }
}
