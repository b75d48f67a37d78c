//! The identities in `standards/identities` do what their examples say, and speak of terms that exist.

mod common;

use common::{assert_none, options};
use hegao::Checker;
use hegao::finding::{Kind, Verdict};
use hegao::options::Options;
use hegao::rules::RULES;
use hegao::standard::file::{EquationExampleFile, IdentityFile};
use std::fs;

fn identities() -> Vec<IdentityFile> {
    let entries = fs::read_dir("standards/identities").expect("a folder");
    let text = |entry: fs::DirEntry| fs::read_to_string(entry.path()).expect("a text file");
    entries.map(|entry| toml::from_str(&text(entry.expect("an entry"))).expect("a data file")).collect()
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
            let relation = report.relations.iter().find(|relation| relation.kind == Kind::Identity);
            let found = relation.map_or("silent", |relation| match relation.verdict {
                Verdict::Agrees => "agrees",
                Verdict::Disagrees => "disagrees",
                Verdict::Unsure => "unsure",
            });
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
        let named = |equation: &hegao::standard::file::EquationFile| {
            let whole = equation.whole.iter().flatten();
            whole.chain(&equation.parts).chain(&equation.maybe).cloned().collect::<Vec<_>>()
        };
        let unknown = identity.equations.iter().flat_map(named).filter(|id| !ids.contains(&id));
        failures.extend(unknown.map(|id| format!("{}: {id}", identity.id)));
    }
    assert_none(&failures);
}
