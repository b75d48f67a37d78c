//! The architecture as tests: who may know whom, what is listed is there, what is there is listed.

mod common;

use common::assert_none;
use hegao::messages;
use hegao::rules::RULES;
use hegao::standard::Standard;
use std::fs;
use std::path::{Path, PathBuf};

/// Every file below a folder with an extension, as path and text, in order.
fn files(folder: &str, extension: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::from(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == extension) {
                found.push((path.display().to_string(), fs::read_to_string(&path).expect("a text file")));
            }
        }
    }
    found.sort();
    found
}

/// Paths of the files in `src` in which one of the words stands outside comments, but for those allowed.
fn mentions(words: &[&str], allowed: &[&str]) -> Vec<String> {
    let speaks = |line: &str| !line.trim_start().starts_with("//") && words.iter().any(|word| line.contains(word));
    let outside = |path: &str| !allowed.iter().any(|prefix| path.starts_with(prefix));
    let found = files("src", "rs").into_iter().filter(|(path, text)| outside(path) && text.lines().any(speaks));
    found.map(|(path, _)| path).collect()
}

#[test]
fn only_the_boundary_knows_javascript() {
    assert_none(&mentions(&["wasm_bindgen", "js_sys"], &["src/wasm"]));
}

#[test]
fn the_passes_know_no_rule() {
    assert_none(&mentions(&["rules::"], &["src/rules", "src/lib.rs", "src/options.rs", "src/wasm"]));
}

#[test]
fn only_data_files_know_serde() {
    let allowed =
        ["src/standard/equations.rs", "src/standard/file.rs", "src/standard/words.rs", "src/standard/embedded.rs"];
    assert_none(&mentions(&["serde", "Serialize", "Deserialize"], &allowed));
}

#[test]
fn nothing_unfinished_is_left() {
    assert_none(&mentions(&["dbg!", "println!", "todo!", "unimplemented!"], &[]));
    let notes = files("src", "rs").into_iter().filter(|(_, text)| text.contains("TODO") || text.contains("FIXME"));
    assert_none(&notes.map(|(path, _)| path).collect::<Vec<_>>());
}

#[test]
fn every_file_says_what_it_is_and_stays_short() {
    const LONGEST: usize = 400;
    let silent = |text: &str| !text.starts_with("//! ");
    let found = files("src", "rs").into_iter().filter(|(_, text)| silent(text) || text.lines().count() > LONGEST);
    assert_none(&found.map(|(path, _)| path).collect::<Vec<_>>());
}

#[test]
fn a_rule_is_a_file_and_a_file_is_a_rule() {
    let declares = |text: &str| text.contains("pub static RULE: Rule");
    let mut written: Vec<String> =
        files("src/rules", "rs").into_iter().filter(|(_, text)| declares(text)).map(|(path, _)| path).collect();
    let mut listed: Vec<String> =
        RULES.iter().map(|rule| format!("src/rules/{}.rs", rule.id.replace('-', "_"))).collect();
    written.sort();
    listed.sort();
    assert_eq!(listed, written);
}

#[test]
fn every_message_is_used() {
    let table: String = files("src/messages", "rs").into_iter().map(|(_, text)| text).collect();
    let names: Vec<&str> =
        table.lines().filter_map(|line| line.strip_prefix("    ")?.split_once(" = \"")).map(|(name, _)| name).collect();
    assert_eq!(names.len(), messages::all().count(), "the table is read as it is written: NAME = \"…\", \"…\";");
    let sources: String = files("src", "rs").into_iter().map(|(_, text)| text).collect();
    let unused = names.into_iter().filter(|name| !sources.contains(&format!("messages::{name}")));
    assert_none(&unused.map(str::to_owned).collect::<Vec<_>>());
}

#[test]
fn the_id_of_a_data_file_is_its_name() {
    let is_named = |path: &str, text: &str| {
        let stem = Path::new(path).file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        text.lines().any(|line| line == format!("id = \"{stem}\""))
    };
    let found = files("standards", "toml").into_iter().filter(|(path, text)| !is_named(path, text));
    assert_none(&found.map(|(path, _)| path).collect::<Vec<_>>());
}

#[test]
fn every_indicator_is_in_a_standard_and_exists() {
    let standards = Standard::built_in();
    let mut named: Vec<String> = standards.into_iter().flat_map(|standard| standard.indicators).collect();
    let stem = |path: &str| Path::new(path).file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let mut written: Vec<String> =
        files("standards/indicators", "toml").iter().filter_map(|(path, _)| stem(path)).collect();
    written.sort();
    named.sort();
    named.dedup();
    assert_eq!(named, written);
}

#[test]
fn the_readmes_list_every_rule() {
    let listed = |readme: &str| {
        let text = fs::read_to_string(readme).expect("a README");
        let missing = move |id: &&&str| !text.contains(&format!("| `{id}` |"));
        let ids: Vec<&str> = RULES.iter().map(|rule| rule.id).collect();
        ids.iter().filter(missing).map(|id| format!("{readme}: {id}")).collect::<Vec<_>>()
    };
    assert_none(&[listed("README.md"), listed("README.zh-CN.md")].concat());
}
