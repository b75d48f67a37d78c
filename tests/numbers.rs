//! Numbers as reports write them: the numerals of `tests/numbers/chinese.tsv`, each with what two other
//! readers make of it (`oracles.py` there says how), and the phrases of `tests/numbers/phrases.tsv` with
//! every quantity that they hold, or none.
//!
//! `UPDATE=1 cargo test --test numbers` writes what the phrases hold now.

mod common;

use common::assert_none;
use hegao::decimal::Decimal;
use hegao::lex;
use hegao::lex::number;
use hegao::lex::quantity::Quantity;
use hegao::text::Text;
use std::fs;

fn rows(path: &str) -> Vec<Vec<String>> {
    let table = fs::read_to_string(path).expect("a table");
    table.lines().skip(1).map(|line| line.split('\t').map(str::to_owned).collect()).collect()
}

#[test]
fn chinese_numerals_are_worth_what_they_say() {
    let rows = rows("tests/numbers/chinese.tsv");
    assert!(rows.len() >= 2000, "{} forms", rows.len());
    let failures = rows.iter().filter_map(|row| {
        let text = Text::new(&row[0]);
        let read = number::read(&text, 0).filter(|number| number.end == text.len());
        let said = read.map_or("nothing".to_owned(), |number| number.value.trimmed().to_string());
        (said != row[1]).then(|| format!("{} is {}, not {said}", row[0], row[1]))
    });
    assert_none(&failures.collect::<Vec<_>>());
}

#[test]
fn where_the_other_readers_differ_the_table_says_why() {
    let rows = rows("tests/numbers/chinese.tsv");
    let is_told =
        |row: &[String]| (row[2..4].iter().any(|read| *read != row[1])) == (row.len() > 4 && !row[4].is_empty());
    assert_none(&rows.iter().filter(|row| !is_told(row)).map(|row| row.join(" ")).collect::<Vec<_>>());
}

#[test]
fn phrases_hold_their_quantities_and_no_others() {
    const PATH: &str = "tests/numbers/phrases.tsv";
    let mut said =
        String::from("phrase\tquantities: ‹as written› value family, lowest to highest, if not exact: how\n");
    let mut failures = Vec::new();
    for row in rows(PATH) {
        let quantities = quantities(&row[0]);
        said.extend([&row[0], "\t", &quantities, "\n"]);
        if row.get(1) != Some(&quantities) {
            failures.push(format!("{}\n  should hold {}\n  but holds {quantities}", row[0], row[1..].join("")));
        }
    }
    if std::env::var_os("UPDATE").is_some() {
        fs::write(PATH, said).expect("a file that can be written");
    } else {
        assert_none(&failures);
    }
}

/// `‹近200条› 200 Other, 180 to 220, about`; `-` where there is none.
fn quantities(phrase: &str) -> String {
    let text = Text::new(phrase);
    let shown: Vec<String> = lex::scan(&text).quantities.iter().map(|quantity| show(&text, quantity)).collect();
    if shown.is_empty() { "-".to_owned() } else { shown.join("; ") }
}

fn show(text: &Text, quantity: &Quantity) -> String {
    let Quantity { run, unit, value, interval, approx, .. } = quantity;
    let family = format!("{:?}", unit.family);
    let family = family.split('(').next().unwrap_or_default().to_lowercase();
    let mut shown = vec![format!("‹{}› {} {family}", text.span(*run).of(text.original()), value.trimmed())];
    if interval.low != interval.high {
        let is_unbounded = interval.high >= Decimal::whole(i64::MAX);
        let high = if is_unbounded { "any".to_owned() } else { interval.high.trimmed().to_string() };
        shown.push(format!("{} to {high}", interval.low.trimmed()));
    }
    if *approx != lex::quantity::Approx::Exact {
        shown.push(format!("{approx:?}"));
    }
    shown.join(", ")
}
