//! A standard of a caller's own, read field by field. Reading never fails: what is not as it should be is
//! left empty and becomes a problem with the path of its field.

use super::check::Problems;
use super::file::{
    Bilingual, ExampleFile, IndicatorFile, MandatoryFile, NeedFile, SectionFile, StandardFile, ThresholdFile, Tier,
    Tiers, Years,
};
use super::value::Value;
use crate::messages::{self, Message};

/// Reads a standard.
#[must_use]
pub fn standard(value: &Value, problems: &mut Problems) -> StandardFile {
    let mut fields = Fields::of(value, "", problems);
    let file = StandardFile {
        id: fields.text("id"),
        version: fields.text("version"),
        title: fields.title("title"),
        extends: fields.text("extends"),
        report: fields.title("report"),
        names: fields.texts("names"),
        signs: fields.texts("signs"),
        years: fields.child("years").map(|mut fields| years(&mut fields)).unwrap_or_default(),
        levels: fields.texts("levels"),
        sections: fields.list("sections", section),
        indicators: fields.texts("indicators"),
        catalogue: fields.list("catalogue", indicator),
        mandatory: fields.list("mandatory", mandatory),
        remove: fields.texts("remove"),
    };
    fields.close();
    file
}

fn years(fields: &mut Fields<'_>) -> Years {
    let (from, to) = (fields.number("from"), fields.number("to"));
    fields.close();
    Years { from, to }
}

fn section(fields: &mut Fields<'_>) -> SectionFile {
    let children = fields.list("children", part);
    SectionFile { children, ..part(fields) }
}

fn part(fields: &mut Fields<'_>) -> SectionFile {
    let part = SectionFile {
        id: fields.text("id"),
        title: fields.title("title"),
        required: fields.flag("required"),
        clause: fields.text("clause"),
        aliases: fields.texts("aliases"),
        heading: fields.list("heading", weighted),
        text: fields.list("text", weighted),
        least: fields.number("least"),
        needs: fields.list("needs", need),
        topics: fields.texts("topics"),
        after: fields.text("after"),
        children: Vec::new(),
    };
    fields.close();
    part
}

fn need(fields: &mut Fields<'_>) -> NeedFile {
    let need = NeedFile { title: fields.title("title"), words: fields.texts("words"), hints: fields.texts("hints") };
    fields.close();
    need
}

/// A word and its weight, `["不足", 7]`.
fn weighted(fields: &mut Fields<'_>) -> (String, i8) {
    if let Value::List(pair) = fields.value
        && let [Value::Text(word), Value::Number(weight)] = pair.as_slice()
        && let Ok(weight) = i8::try_from(*weight)
    {
        return (word.clone(), weight);
    }
    fields.problems.add(&fields.path, messages::NOT_WEIGHTED.plain());
    (String::new(), 0)
}

fn indicator(fields: &mut Fields<'_>) -> IndicatorFile {
    let indicator = IndicatorFile {
        id: fields.text("id"),
        title: fields.title("title"),
        topic: fields.text("topic"),
        aliases: fields.texts("aliases"),
        context: fields.texts("context"),
        units: fields.texts("units"),
        demanded: fields.flag("demanded").unwrap_or_default(),
        tiers: fields.child("tiers").map(|mut fields| tiers(&mut fields)).unwrap_or_default(),
        clause: fields.text("clause"),
        draft: fields.text("draft"),
        threshold: fields.child("threshold").map(|mut fields| threshold(&mut fields)),
        examples: fields.list("examples", example),
    };
    fields.close();
    indicator
}

fn tiers(fields: &mut Fields<'_>) -> Tiers {
    let tiers = Tiers {
        government: fields.tier("government"),
        department: fields.tier("department"),
        township: fields.tier("township"),
    };
    fields.close();
    tiers
}

fn threshold(fields: &mut Fields<'_>) -> ThresholdFile {
    let threshold = ThresholdFile {
        least: fields.number("least"),
        most: fields.number("most"),
        latest: fields.optional("latest"),
        unit: fields.text("unit"),
        from: fields.number("from"),
        levels: fields.texts("levels"),
        unless: fields.texts("unless"),
        clause: fields.text("clause"),
    };
    fields.close();
    threshold
}

fn example(fields: &mut Fields<'_>) -> ExampleFile {
    let example = ExampleFile {
        text: fields.text("text"),
        is: fields.one_of("is", &["given", "none", "mentioned", "missing"]),
        values: fields.texts("values"),
    };
    fields.close();
    example
}

fn mandatory(fields: &mut Fields<'_>) -> MandatoryFile {
    let mandatory = MandatoryFile {
        indicator: fields.text("indicator"),
        severity: fields.one_of("severity", &["error", "warning"]),
        clause: fields.text("clause"),
    };
    fields.close();
    mandatory
}

/// An object being read: which of its fields have been asked for, and where it stands.
struct Fields<'a> {
    value: &'a Value,
    path: String,
    asked: Vec<&'static str>,
    problems: &'a mut Problems,
}

impl<'a> Fields<'a> {
    fn of(value: &'a Value, path: &str, problems: &'a mut Problems) -> Self {
        Self { value, path: path.to_owned(), asked: Vec::new(), problems }
    }

    fn path(&self, name: &str) -> String {
        if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) }
    }

    fn take(&mut self, name: &'static str) -> Option<&'a Value> {
        self.asked.push(name);
        self.value.field(name)
    }

    /// What nobody asked for is misspelt.
    fn close(&mut self) {
        let Value::Table(fields) = self.value else {
            return self.problems.add(&self.path, messages::NOT_OBJECT.plain());
        };
        for (name, _) in fields {
            if !self.asked.contains(&name.as_str()) {
                let path = self.path(name);
                self.problems.add(&path, messages::FIELD_UNKNOWN.plain());
            }
        }
    }

    fn text(&mut self, name: &'static str) -> String {
        match self.take(name) {
            Some(Value::Text(text)) => text.clone(),
            None => String::new(),
            Some(_) => self.refuse(name, messages::NOT_STRING.plain()).unwrap_or_default(),
        }
    }

    /// A text that may be absent.
    fn optional(&mut self, name: &'static str) -> Option<String> {
        let text = self.text(name);
        (!text.is_empty()).then_some(text)
    }

    fn texts(&mut self, name: &'static str) -> Vec<String> {
        self.list(name, |fields| {
            if let Value::Text(text) = fields.value {
                return text.clone();
            }
            fields.problems.add(&fields.path, messages::NOT_STRING.plain());
            String::new()
        })
    }

    fn title(&mut self, name: &'static str) -> Bilingual {
        let Some(mut title) = self.child(name) else { return Bilingual::default() };
        let (zh, en) = (title.text("zh"), title.text("en"));
        title.close();
        Bilingual { zh, en }
    }

    fn flag(&mut self, name: &'static str) -> Option<bool> {
        match self.take(name)? {
            Value::Flag(flag) => Some(*flag),
            _ => self.refuse(name, messages::NOT_FLAG.plain()),
        }
    }

    fn number(&mut self, name: &'static str) -> Option<u16> {
        let number = match self.take(name)? {
            Value::Number(number) => u16::try_from(*number).ok(),
            _ => None,
        };
        number.or_else(|| self.refuse(name, messages::NOT_NUMBER.plain()))
    }

    fn one_of(&mut self, name: &'static str, known: &[&str]) -> String {
        let word = self.text(name);
        if !known.contains(&word.as_str()) {
            self.refuse::<()>(name, messages::NOT_ONE_OF.with(&[&known.join(", ")]));
        }
        word
    }

    fn tier(&mut self, name: &'static str) -> Option<Tier> {
        match self.take(name)? {
            Value::Text(tier) if tier == "A" => Some(Tier::A),
            Value::Text(tier) if tier == "B" => Some(Tier::B),
            Value::Text(tier) if tier == "C" => Some(Tier::C),
            _ => self.refuse(name, messages::NOT_ONE_OF.with(&["A, B, C"])),
        }
    }

    fn child(&mut self, name: &'static str) -> Option<Fields<'_>> {
        let value = self.take(name)?;
        Some(Fields::of(value, &self.path(name), self.problems))
    }

    fn list<T>(&mut self, name: &'static str, read: fn(&mut Fields<'_>) -> T) -> Vec<T> {
        let path = self.path(name);
        let items = match self.take(name) {
            Some(Value::List(items)) => items.as_slice(),
            Some(_) => {
                self.problems.add(&path, messages::NOT_LIST.plain());
                &[]
            }
            None => &[],
        };
        let mut list = Vec::with_capacity(items.len());
        for (index, item) in items.iter().enumerate() {
            list.push(read(&mut Fields::of(item, &format!("{path}[{index}]"), self.problems)));
        }
        list
    }

    fn refuse<T>(&mut self, name: &str, message: Message) -> Option<T> {
        let path = self.path(name);
        self.problems.add(&path, message);
        None
    }
}
