//! The tables that the generator draws from, as anyone can extend them: `words.md` and `wordings/*.md`.

use crate::relation::Relation;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Words and pieces of sentences by the name of their list.
pub type Words = BTreeMap<String, Vec<String>>;

/// The wordings of one kind of relation.
pub struct Kind {
    pub name: String,
    /// Of a hundred errors planted, so many must be found: where the words claim the relation, and where they only
    /// suggest it.
    pub bars: [usize; 2],
    pub wordings: Vec<Wording>,
}

/// A sentence with places for figures, and what holds between them.
pub struct Wording {
    pub template: String,
    pub relations: Vec<Relation>,
    /// Where the values of a figure lie.
    pub ranges: BTreeMap<String, Range>,
    /// The figures that may come out wrong; all of the relations where none are named.
    pub plant: Vec<String>,
    /// Whether the words only suggest the relation, so that an error far off may be none.
    pub is_likely: bool,
}

/// Lowest and highest value, as whole numbers of `10^-scale`.
#[derive(Clone, Copy)]
pub struct Range {
    pub low: i64,
    pub high: i64,
    pub scale: u32,
}

/// `## name`, then words parted by blanks, or entries as a list.
pub fn words(path: &Path) -> Words {
    let text = read(path);
    let mut words = Words::new();
    let mut list = String::new();
    for line in text.lines() {
        if let Some(name) = line.strip_prefix("## ") {
            name.clone_into(&mut list);
        } else if !list.is_empty() {
            let entries = words.entry(list.clone()).or_default();
            match line.strip_prefix('-') {
                Some(entry) => entries.push(entry.trim().to_owned()),
                None => entries.extend(line.split_whitespace().map(str::to_owned)),
            }
        }
    }
    words
}

/// Every file of wordings, in the order of their names.
pub fn kinds(folder: &Path) -> Vec<Kind> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("a file").path()).collect();
    paths.sort();
    paths.iter().map(|path| kind(&read(path))).collect()
}

fn kind(text: &str) -> Kind {
    let mut kind = Kind { name: String::new(), bars: [0; 2], wordings: Vec::new() };
    let (mut relations, mut ranges, mut plant, mut is_likely) = Default::default();
    for line in text.lines() {
        if let Some(title) = line.strip_prefix("# ") {
            title.clone_into(&mut kind.name);
        } else if line.starts_with("## ") {
            (relations, ranges, plant, is_likely) = Default::default();
        } else if let Some(bar) = line.strip_prefix("bar: ") {
            kind.bars[0] = bar.parse().expect("a number of percent");
        } else if let Some(bar) = line.strip_prefix("likely bar: ") {
            kind.bars[1] = bar.parse().expect("a number of percent");
        } else if line == "says: likely" {
            is_likely = true;
        } else if let Some(names) = line.strip_prefix("plant: ") {
            plant = names.split(' ').map(str::to_owned).collect();
        } else if let Some(template) = line.strip_prefix("- ") {
            let template = template.to_owned();
            let (relations, ranges, plant) = (Vec::clone(&relations), BTreeMap::clone(&ranges), Vec::clone(&plant));
            kind.wordings.push(Wording { template, relations, ranges, plant, is_likely });
        } else if let Some((names, bounds)) = line.split_once(": ").filter(|(_, bounds)| bounds.contains("..")) {
            ranges.extend(names.split(' ').map(|name| (name.to_owned(), range(bounds))));
        } else if [" = ", " <= ", " >= "].iter().any(|sign| line.contains(sign)) {
            relations = line.split("; ").map(Relation::parse).collect();
        }
    }
    kind
}

/// `5..900`, or `1.25..80.00`.
pub fn range(written: &str) -> Range {
    let (low, high) = written.split_once("..").unwrap_or_else(|| panic!("no range: {written}"));
    let scale = low.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    let value = |written: &str| written.replace('.', "").parse().expect("a number");
    Range { low: value(low), high: value(high), scale: u32::try_from(scale).expect("a few decimals") }
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
