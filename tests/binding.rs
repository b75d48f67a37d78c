//! What the figures of a sentence are bound to, as `tests/binding/*.md` shows it: a sentence, and below it
//! one line for each figure, `2014件: 行政处罚案件 · case · count · total · in 全县 · at 全年`.
//!
//! `UPDATE=1 cargo test --test binding` writes what is bound now.

mod common;

use common::assert_none;
use hegao::figures::{Figures, binding, groups};
use hegao::lex;
use hegao::text::Text;
use std::fs;

#[test]
fn every_figure_is_bound_as_its_sentence_says() {
    let (mut failures, mut sentences) = (Vec::new(), 0);
    let folder = fs::read_dir("tests/binding").expect("tests/binding");
    let mut paths: Vec<_> = folder.map(|entry| entry.expect("a file").path()).collect();
    paths.sort();
    for path in paths {
        let written = fs::read_to_string(&path).expect("a text file");
        let mut said = String::new();
        for line in written.lines().filter(|line| !line.starts_with("- ")) {
            said.extend([line, "\n"]);
            if let Some(sentence) = line.strip_prefix("> ") {
                sentences += 1;
                said.push('\n');
                said.extend(bindings(sentence).iter().map(|binding| format!("- {binding}\n")));
            }
        }
        let said = squeezed(&said);
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&path, said).expect("a file that can be written");
        } else {
            let ended = |text: &str| text.lines().map(str::to_owned).chain(["the end".to_owned()]).collect::<Vec<_>>();
            let (is, should) = (ended(&said), ended(&written));
            let differing = is.iter().zip(&should).find(|(is, should)| is != should);
            failures.extend(
                differing.map(|(is, should)| format!("{}\n  should be {should}\n  but is {is}", path.display())),
            );
        }
    }
    assert_none(&failures);
    assert!(sentences >= 150, "{sentences} sentences");
}

fn bindings(sentence: &str) -> Vec<String> {
    let text = Text::new(sentence);
    let figures = Figures::new(&text, &lex::scan(&text));
    let sites = groups::sites(&text, &figures);
    binding::bind(&text, &figures, &sites).iter().map(ToString::to_string).collect()
}

/// One empty line at most between others.
fn squeezed(text: &str) -> String {
    let mut lines: Vec<&str> = text.lines().collect();
    lines.dedup_by(|a, b| a.is_empty() && b.is_empty());
    lines.join("\n") + "\n"
}
