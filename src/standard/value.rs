//! A plain value, as JavaScript and JSON have them: what a standard of a caller's own comes as.

/// A plain value.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Value {
    /// Yes or no.
    Flag(bool),
    /// A whole number.
    Number(i64),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Value>),
    /// An object, its fields in order; those that are null or undefined are left out.
    Table(Vec<(String, Value)>),
    /// Anything else: a fraction, a function, what is nested too deeply.
    Other,
}

impl Value {
    /// A field of an object.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Table(fields) => fields.iter().find(|(field, _)| field == name).map(|(_, value)| value),
            _ => None,
        }
    }
}
