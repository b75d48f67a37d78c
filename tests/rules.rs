//! Every rule finds what it says in its own `fires`, at the marked places, and nothing in its `passes`.

mod common;

use common::{assert_none, check, mark, options, unmark};
use hegao::options::Options;
use hegao::rules::{RULES, Rule};

/// `text` with the places marked where the rule finds something.
fn found(rule: &Rule, text: &str) -> String {
    let previous = rule.previous.map(str::to_owned);
    let report = check(Options { previous, ..options() }, text);
    let findings = report.findings.iter().filter(|finding| finding.rule == rule.id);
    mark(text, &findings.map(|finding| finding.span).collect::<Vec<_>>())
}

#[test]
fn each_rule_fires_at_the_marked_places_only() {
    let mut failures = Vec::new();
    for rule in RULES {
        let (text, spans) = unmark(rule.fires);
        let found = found(rule, &text);
        if spans.is_empty() || found != rule.fires {
            failures.push(format!("{}: it should be\n{}\nbut it is\n{found}", rule.id, rule.fires));
        }
    }
    assert_none(&failures);
}

#[test]
fn each_rule_passes_the_nearest_text() {
    let mut failures = Vec::new();
    for rule in RULES {
        let found = found(rule, rule.passes);
        if rule.passes.is_empty() || found != rule.passes {
            failures.push(format!("{} finds something in “{found}”", rule.id));
        }
    }
    assert_none(&failures);
}

#[test]
fn a_rule_that_compares_is_silent_without_last_years_report() {
    let mut failures = Vec::new();
    for rule in RULES.iter().filter(|rule| rule.previous.is_some()) {
        let report = check(options(), &unmark(rule.fires).0);
        let speaks = report.findings.iter().any(|finding| finding.rule == rule.id);
        failures.extend(speaks.then(|| rule.id.to_owned()));
    }
    assert_none(&failures);
}

#[test]
fn each_rule_has_words_in_both_languages() {
    for rule in RULES {
        let words = [rule.title.zh, rule.title.en, rule.why.zh, rule.why.en];
        assert!(words.iter().all(|words| !words.trim().is_empty()), "{}", rule.id);
    }
}
