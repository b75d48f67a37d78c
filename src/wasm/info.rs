//! What JavaScript sees of the standards and the rules themselves.

use super::dto::severity;
use crate::messages::Locale;
use crate::rules::Rule;
use crate::standard::check::Problem;
use crate::standard::file::StandardFile;
use serde::Serialize;

#[derive(Serialize)]
pub struct StandardInfo {
    id: String,
    title: String,
    version: String,
    years: [Option<u16>; 2],
    levels: Vec<String>,
}

#[derive(Serialize)]
pub struct RuleInfo {
    id: &'static str,
    title: &'static str,
    severity: &'static str,
    why: &'static str,
    fires: &'static str,
    passes: &'static str,
    previous: Option<&'static str>,
    clause: Option<&'static str>,
}

#[derive(Serialize)]
pub struct StandardProblem {
    path: String,
    message: String,
}

/// A problem for JavaScript.
pub fn problem(problem: &Problem, locale: Locale) -> StandardProblem {
    StandardProblem { path: problem.path.clone(), message: problem.message.render(locale) }
}

/// A standard for JavaScript.
pub fn standard(file: &StandardFile) -> StandardInfo {
    StandardInfo {
        id: file.id.clone(),
        title: file.title.zh.clone(),
        version: file.version.clone(),
        years: [file.years.from, file.years.to],
        levels: file.levels.clone(),
    }
}

/// A rule for JavaScript.
pub fn rule(rule: &Rule, locale: Locale) -> RuleInfo {
    RuleInfo {
        id: rule.id,
        title: rule.title.in_locale(locale),
        severity: severity(rule.severity),
        why: rule.why.in_locale(locale),
        fires: rule.fires,
        passes: rule.passes,
        previous: rule.previous,
        clause: rule.clause,
    }
}
