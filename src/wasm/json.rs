//! JSON: one text crosses the boundary, and JavaScript reads it faster than it takes values one by one.

use super::utf16::Utf16;
use crate::messages::{Locale, Message};
use crate::span::Span;
use crate::standard::file::Bilingual;
use std::fmt::Write as _;

/// What JavaScript can be told.
pub trait Json {
    /// Writes it.
    fn write(&self, out: &mut Writer);
}

/// What is written so far, and how places and words are written.
pub struct Writer<'a> {
    json: String,
    units: Utf16<'a>,
    previous: Option<Utf16<'a>>,
    locale: Locale,
}

/// The fields of an object, in order.
pub type Fields<'a> = &'a [(&'a str, &'a dyn Json)];

/// An object without a type of its own.
pub struct Object<'a>(pub Fields<'a>);

/// A value as JSON; its places are those of a text, and of last year's report where there is one.
pub fn of(value: &dyn Json, units: Utf16<'_>, previous: Option<Utf16<'_>>, locale: Locale) -> String {
    let mut out = Writer { json: String::new(), units, previous, locale };
    value.write(&mut out);
    out.json
}

impl Writer<'_> {
    /// An object.
    pub fn object(&mut self, fields: Fields) {
        let mut before = "{\"";
        for (name, value) in fields {
            for part in [before, name, "\":"] {
                self.json.push_str(part);
            }
            value.write(self);
            before = ",\"";
        }
        self.json.push('}');
    }

    fn range(&mut self, units: Utf16<'_>, span: Span) {
        let (start, end) = (units.offset(span.start), units.offset(span.end));
        self.json.push_str("{\"start\":");
        start.write(self);
        self.json.push_str(",\"end\":");
        end.write(self);
        self.json.push('}');
    }
}

impl Json for Object<'_> {
    fn write(&self, out: &mut Writer) {
        out.object(self.0);
    }
}

impl Json for str {
    fn write(&self, out: &mut Writer) {
        out.json.push('"');
        let mut rest = self;
        while let Some(at) = rest.bytes().position(|byte| matches!(byte, 0..b' ' | b'"' | b'\\')) {
            out.json.push_str(&rest[..at]);
            let _ = write!(out.json, "\\u{:04x}", rest.as_bytes()[at]);
            rest = &rest[at + 1..];
        }
        out.json.push_str(rest);
        out.json.push('"');
    }
}

impl Json for String {
    fn write(&self, out: &mut Writer) {
        self.as_str().write(out);
    }
}

impl Json for bool {
    fn write(&self, out: &mut Writer) {
        out.json.push_str(if *self { "true" } else { "false" });
    }
}

impl Json for usize {
    fn write(&self, out: &mut Writer) {
        // A formatter would allocate for each of the many places.
        let first = self.checked_ilog10().unwrap_or(0);
        for power in (0..=first).rev() {
            let digit = u8::try_from(self / 10usize.pow(power) % 10).unwrap_or(0);
            out.json.push(char::from(b'0' + digit));
        }
    }
}

impl Json for u16 {
    fn write(&self, out: &mut Writer) {
        usize::from(*self).write(out);
    }
}

impl<T: Json + ?Sized> Json for &T {
    fn write(&self, out: &mut Writer) {
        (**self).write(out);
    }
}

impl<T: Json> Json for Option<T> {
    fn write(&self, out: &mut Writer) {
        match self {
            Some(value) => value.write(out),
            None => out.json.push_str("null"),
        }
    }
}

impl<T: Json> Json for Vec<T> {
    fn write(&self, out: &mut Writer) {
        out.json.push('[');
        for (index, item) in self.iter().enumerate() {
            if index > 0 {
                out.json.push(',');
            }
            item.write(out);
        }
        out.json.push(']');
    }
}

/// A range in UTF-16 code units of the text.
impl Json for Span {
    fn write(&self, out: &mut Writer) {
        out.range(out.units, *self);
    }
}

/// A range in last year's report.
pub struct InPrevious(pub Span);

impl Json for InPrevious {
    fn write(&self, out: &mut Writer) {
        out.range(out.previous.unwrap_or(out.units), self.0);
    }
}

impl Json for Bilingual {
    fn write(&self, out: &mut Writer) {
        self.in_locale(out.locale).write(out);
    }
}

impl Json for Message {
    fn write(&self, out: &mut Writer) {
        self.render(out.locale).write(out);
    }
}
