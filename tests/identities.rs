//! The identities in `standards/identities` and `standards/across` do what their examples say, and speak of terms that exist.

mod common;

use common::{assert_none, options};
use hegao::Checker;
use hegao::finding::{Kind, Verdict};
use hegao::options::Options;
use hegao::report::Report;
use hegao::rules::RULES;
use hegao::standard::Standard;
use hegao::standard::equations::{
    AcrossExampleFile, AcrossFile, EquationExampleFile, FormFile, IdentityFile, RateFile,
};
use std::fs;

fn identities() -> Vec<IdentityFile> {
    files("standards/identities")
}

fn files<T: serde::de::DeserializeOwned>(folder: &str) -> Vec<T> {
    let entries = fs::read_dir(folder).expect("a folder");
    let text = |entry: fs::DirEntry| fs::read_to_string(entry.path()).expect("a text file");
    entries.map(|entry| toml::from_str(&text(entry.expect("an entry"))).expect("a data file")).collect()
}

/// The verdict on the first identity, or on the first rate that one defines.
fn found(report: &Report) -> &'static str {
    let is_told = |kind: Kind| matches!(kind, Kind::Identity | Kind::Ratio);
    let relation = report.relations.iter().find(|relation| is_told(relation.kind));
    relation.map_or("silent", |relation| match relation.verdict {
        Verdict::Agrees => "agrees",
        Verdict::Disagrees => "disagrees",
        Verdict::Unsure => "unsure",
    })
}

#[test]
fn every_example_of_an_identity_is_what_it_says() {
    // What other rules say of the same figures, an identity does not repeat.
    let others = RULES.iter().filter(|rule| rule.id != "figures/identity");
    let rules = others.map(|rule| (rule.id.to_owned(), None)).collect();
    let checker = Checker::new(Options { rules, ..options() }).expect("options that exist");
    let mut failures = Vec::new();
    for identity in identities() {
        for EquationExampleFile { text, is } in &identity.examples {
            let report = checker.check(text).expect("a short text");
            let found = found(&report);
            if found != is {
                failures.push(format!("{}: {text}\n  is {is}, found {found}", identity.id));
            }
        }
    }
    assert_none(&failures);
}

#[test]
fn the_terms_of_an_identity_exist() {
    let mut failures = Vec::new();
    for identity in identities() {
        let ids: Vec<&String> = identity.terms.iter().map(|term| &term.id).collect();
        let named = |equation: &hegao::standard::equations::EquationFile| {
            let whole = equation.whole.iter().flatten();
            whole.chain(&equation.parts).chain(&equation.counted).chain(&equation.maybe).cloned().collect::<Vec<_>>()
        };
        let unknown = identity.equations.iter().flat_map(named).filter(|id| !ids.contains(&id));
        failures.extend(unknown.map(|id| format!("{}: {id}", identity.id)));
        let sums = |rate: &RateFile| -> Vec<String> {
            let terms = rate.of.iter().chain(&rate.base).flatten().cloned();
            terms.chain([rate.rate.clone()]).collect()
        };
        let unknown = identity.rates.iter().flat_map(sums).filter(|id| !ids.contains(&id));
        failures.extend(unknown.map(|id| format!("{}: {id}", identity.id)));
    }
    assert_none(&failures);
}

#[test]
fn every_example_of_what_holds_across_years_is_what_it_says() {
    let others = RULES.iter().filter(|rule| rule.id != "figures/carried-over");
    let rules: Vec<_> = others.map(|rule| (rule.id.to_owned(), None)).collect();
    let mut failures = Vec::new();
    for across in files::<AcrossFile>("standards/across") {
        for AcrossExampleFile { previous, text, is } in &across.examples {
            // Last year's report is known as one by its title.
            let previous = Some(format!("2023年法治政府建设年度报告\n{previous}"));
            let checker =
                Checker::new(Options { rules: rules.clone(), previous, ..options() }).expect("options that exist");
            let found = found(&checker.check(text).expect("a short text"));
            if found != is {
                failures.push(format!("{}: {text}\n  is {is}, found {found}", across.id));
            }
        }
    }
    assert_none(&failures);
}

#[test]
fn what_holds_across_years_is_between_indicators_and_lines_that_exist() {
    let mut failures = Vec::new();
    let catalogue = Standard::catalogue();
    for AcrossFile { id, equation, .. } in files::<AcrossFile>("standards/across") {
        let named = [&equation.whole, &equation.last].into_iter().chain(&equation.plus).chain(&equation.minus);
        let unknown = named.filter(|name| catalogue.iter().all(|indicator| indicator.id != **name));
        failures.extend(unknown.map(|name| format!("{id}: {name}")));
    }
    for form in files::<FormFile>("standards/forms") {
        for equation in &form.across {
            let named = [&equation.whole, &equation.last].into_iter().chain(&equation.plus).chain(&equation.minus);
            let is_line = |name: &String| form.columns.contains(name) || form.rows.iter().any(|row| row.id == *name);
            failures.extend(named.filter(|name| !is_line(name)).map(|name| format!("{}: {name}", form.id)));
        }
    }
    assert_none(&failures);
}
