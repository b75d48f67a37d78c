//! A paragraph: a wording with figures that fit, right or with one error, among neighbours.

use crate::chance::Chance;
use crate::number::{Number, Style, han};
use crate::relation::{Relation, Values, listed, quotient};
use crate::tables::{Kind, Range, Wording, Words, range};
use std::collections::BTreeMap;
use std::ops::Range as Bytes;

/// A paragraph, and the error in it.
pub struct Paragraph {
    pub text: String,
    pub planted: Option<Planted>,
}

/// One figure that is wrong.
pub struct Planted {
    /// Where it stands.
    pub place: Bytes<usize>,
    /// The sentences that it makes wrong.
    pub sentence: Bytes<usize>,
    pub was: String,
    pub slip: &'static str,
}

/// An error for one figure: which, what it becomes, and which of several mentions of it.
struct Error {
    name: String,
    value: Number,
    mention: usize,
    slip: &'static str,
}

/// Draws are repeated until they fit; a table in which they never do is wrong.
const MOST_TRIES: usize = 400;

/// A paragraph around a wording; with an error in it where one can be told to be one.
pub fn write(words: &Words, kinds: &[Kind], wording: &Wording, is_wrong: bool, chance: &mut Chance) -> Paragraph {
    for _ in 0..MOST_TRIES {
        let Some(values) = values(wording, chance) else { continue };
        let error = if is_wrong { error(wording, &values, chance) } else { None };
        if is_wrong && error.is_none() {
            continue;
        }
        let mut writer = Writer::new(words, chance);
        for _ in 0..writer.chance.between(0, 2) {
            writer.neighbour();
        }
        let start = writer.text.len();
        writer.sentence(&wording.template, &values, error.as_ref());
        let sentence = start..writer.text.len();
        for _ in 0..writer.chance.between(0, 2) {
            writer.neighbour();
        }
        if writer.chance.happens(25) {
            let kind = writer.chance.of(kinds);
            let other = writer.chance.of(&kind.wordings);
            if let Some(values) = self::values(other, writer.chance) {
                writer.sentence(&other.template, &values, None);
            }
        }
        let Writer { text, planted, .. } = writer;
        if error.is_some() && planted.is_none() {
            continue;
        }
        let planted = planted.map(|(place, was, slip)| Planted { place, sentence, was, slip });
        return Paragraph { text, planted };
    }
    panic!("no figures fit “{}”", wording.template)
}

/// Figures for which everything holds.
fn values(wording: &Wording, chance: &mut Chance) -> Option<Values> {
    let mut values = Values::new();
    let high = *chance.of(&[40, 150, 900, 900, 6000]);
    let draw = |name: &str, chance: &mut Chance| {
        let range = wording.ranges.get(name).copied().unwrap_or(Range { low: 2, high, scale: 0 });
        Number { value: chance.between(range.low, range.high), scale: range.scale }
    };
    for relation in &wording.relations {
        if let Relation::Sum { list: Some((least, most)), .. } | Relation::AtLeastParts { parts: (least, most), .. } =
            relation
        {
            for index in 1..=chance.between(*least, *most) {
                values.insert(format!("part {index}"), draw("part", chance));
            }
        }
        if let Relation::Count { items: (least, most), .. } = relation {
            for index in 1..=chance.between(*least, *most) {
                values.insert(format!("item {index}"), Number::whole(index));
            }
        }
        for name in relation.free() {
            if !values.contains_key(name) {
                values.insert(name.clone(), draw(name, chance));
            }
        }
        relation.solve(&mut values, chance)?;
    }
    Some(values)
}

/// An error that breaks a relation for sure.
fn error(wording: &Wording, values: &Values, chance: &mut Chance) -> Option<Error> {
    let may = |name: &&String| {
        let family = name.split(' ').next().unwrap_or_default();
        !name.starts_with("item") && (wording.plant.is_empty() || wording.plant.iter().any(|plant| plant == family))
    };
    let names: Vec<&String> = values.keys().filter(may).collect();
    let name = (*chance.of(&names)).clone();
    let (value, slip) = values[&name].slipped(chance)?;
    let mut wrong = values.clone();
    wrong.insert(name.clone(), value);
    let is_broken = wording.relations.iter().any(|relation| relation.is_broken(&wrong, values));
    let mention = chance.index(wording.template.matches(&format!("{{{name}}}")).count());
    is_broken.then_some(Error { name, value, mention, slip })
}

struct Writer<'t> {
    words: &'t Words,
    chance: &'t mut Chance,
    style: Style,
    /// Whether commas and brackets are half-width.
    is_narrow: bool,
    text: String,
    /// Words drawn for this sentence.
    drawn: BTreeMap<String, String>,
    mentions: BTreeMap<String, usize>,
    /// The last count written, for rates of growth that stand beside it.
    last: Number,
    /// Where the error was written, and what was right.
    planted: Option<(Bytes<usize>, String, &'static str)>,
}

impl<'t> Writer<'t> {
    fn new(words: &'t Words, chance: &'t mut Chance) -> Self {
        const STYLES: [Style; 8] = [
            Style::Plain,
            Style::Plain,
            Style::Plain,
            Style::Plain,
            Style::Plain,
            Style::Grouped,
            Style::Wide,
            Style::Spaced,
        ];
        let style = *chance.of(&STYLES);
        let is_narrow = chance.happens(15);
        let (text, drawn, mentions, planted) = Default::default();
        Self { words, chance, style, is_narrow, text, drawn, mentions, last: Number::whole(100), planted }
    }

    fn neighbour(&mut self) {
        self.sentence("{neighbour}", &Values::new(), None);
    }

    fn sentence(&mut self, template: &str, values: &Values, error: Option<&Error>) {
        self.drawn.retain(|name, _| name == "county");
        self.mentions.clear();
        let is_small = values.values().all(|number| number.scale == 0 && number.value < 100);
        let style = self.style;
        if is_small && self.chance.happens(10) {
            self.style = Style::Han;
        }
        self.expand(template, values, error);
        self.style = style;
    }

    fn expand(&mut self, template: &str, values: &Values, error: Option<&Error>) {
        let mut rest = template;
        while let Some(at) = rest.find(['{', '[']) {
            self.push(&rest[..at]);
            let closing = if rest[at..].starts_with('{') { '}' } else { ']' };
            let end = at + rest[at..].find(closing).unwrap_or_else(|| panic!("an open bracket in {template}"));
            let inner = &rest[at + 1..end];
            rest = &rest[end + 1..];
            if closing == ']' {
                let choices: Vec<&str> = inner.split('|').collect();
                let choice = *self.chance.of(&choices);
                self.expand(choice, values, error);
            } else {
                let is_rate = rest.starts_with(['%', '‰']);
                self.place(inner, is_rate, values, error);
            }
        }
        self.push(rest);
    }

    fn place(&mut self, inner: &str, is_rate: bool, values: &Values, error: Option<&Error>) {
        let arguments: Vec<&str> = inner.split(' ').collect();
        match arguments[..] {
            ["n", bounds] => {
                let Range { low, high, scale } = range(bounds);
                self.last = Number { value: self.chance.between(low, high), scale };
                self.number(self.last, is_rate);
            }
            ["up"] => {
                let base =
                    Number { value: self.chance.between(self.last.value / 2 + 1, self.last.value + 1), ..self.last };
                let gain = Number { value: (self.last.value - base.value).max(0), ..self.last };
                let rate = quotient(gain, base, 100, self.chance).unwrap_or(Number::whole(0));
                self.number(rate, true);
            }
            ["parts", table, unit, ref last @ ..] => self.parts(table, unit, last.first().copied(), values, error),
            ["names", table] => {
                let names = self.names(table, listed(values).len(), None);
                self.push(&names.join("、"));
            }
            ["values", unit] => {
                for (index, name) in listed(values).iter().enumerate() {
                    self.push(if index > 0 { "、" } else { "" });
                    self.figure(name, false, values, error);
                    self.word(unit, values, error);
                }
            }
            ["items", table, ref joiner @ ..] => {
                let items = self.names(table, items(values), None);
                self.push(&items.join(joiner.first().unwrap_or(&"、")));
            }
            ["points", table] => {
                let items = self.names(table, items(values), None);
                for (index, item) in (1..).zip(items) {
                    let stop = if index > 1 { "；" } else { "" };
                    self.push(&format!("{stop}{}是{item}", han(index).replace('两', "二")));
                }
            }
            [name] if values.contains_key(name) => self.figure(name, is_rate, values, error),
            [name] => self.word(name, values, error),
            _ => panic!("no place: {inner}"),
        }
    }

    /// `维持12件、撤销3件、其他1件`.
    fn parts(&mut self, table: &str, unit: &str, last: Option<&str>, values: &Values, error: Option<&Error>) {
        let figures = listed(values);
        let names = self.names(table, figures.len(), last);
        let joiner = *self.chance.of(&["、", "、", "，", "，", "；"]);
        let form = self.chance.of(&self.words["part"]).clone();
        for (index, (figure, name)) in figures.iter().zip(&names).enumerate() {
            if index > 0 {
                self.push(joiner);
            }
            for (step, piece) in form.split('#').enumerate() {
                if step > 0 {
                    self.figure(figure, false, values, error);
                    self.word(unit, values, error);
                }
                self.push(&piece.replace('@', name));
            }
        }
    }

    /// Different entries of a table, drawn in a random order; the last one as given.
    fn names(&mut self, table: &str, count: usize, last: Option<&str>) -> Vec<String> {
        let mut entries = self.words.get(table).unwrap_or_else(|| panic!("no words “{table}”")).clone();
        assert!(entries.len() >= count, "too few words in “{table}”");
        let mut names: Vec<String> =
            (0..count).map(|_| entries.swap_remove(self.chance.index(entries.len()))).collect();
        if let (Some(name), Some(last)) = (names.last_mut(), last) {
            last.clone_into(name);
        }
        names
    }

    /// A word of a table, the same again in one sentence; `{town2}` is another than `{town}`.
    fn word(&mut self, name: &str, values: &Values, error: Option<&Error>) {
        let table = name.trim_end_matches(|ch: char| ch.is_ascii_digit());
        let Some(entries) = self.words.get(table) else {
            assert!(!name.is_ascii(), "no words “{name}”");
            return self.push(name);
        };
        let word = self.drawn.get(name).cloned().unwrap_or_else(|| {
            loop {
                let word = self.chance.of(entries);
                if !self.drawn.values().any(|other| other == word && !word.is_empty()) {
                    break word.clone();
                }
            }
        });
        self.drawn.insert(name.to_owned(), word.clone());
        self.expand(&word, values, error);
    }

    fn figure(&mut self, name: &str, is_rate: bool, values: &Values, error: Option<&Error>) {
        let mention = self.mentions.entry(name.to_owned()).or_default();
        let here = error.filter(|error| error.name == name && error.mention == *mention);
        *mention += 1;
        let value = here.map_or(values[name], |error| error.value);
        if !is_rate {
            self.last = value;
        }
        let start = self.text.len();
        self.number(value, is_rate);
        if let Some(error) = here {
            self.planted = Some((start..self.text.len(), values[name].digits(), error.slip));
        }
    }

    fn number(&mut self, number: Number, is_rate: bool) {
        let style = if is_rate && self.style == Style::Han { Style::Plain } else { self.style };
        self.text.push_str(&number.written(style));
    }

    fn push(&mut self, piece: &str) {
        let narrow = |ch: char| match ch {
            '，' => ',',
            '；' => ';',
            '：' => ':',
            '（' => '(',
            '）' => ')',
            _ => ch,
        };
        self.text.extend(piece.chars().map(|ch| if self.is_narrow { narrow(ch) } else { ch }));
    }
}

fn items(values: &Values) -> usize {
    values.keys().filter(|name| name.starts_with("item ")).count()
}
