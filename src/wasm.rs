//! The boundary: the only file that knows wasm-bindgen. Options in, reports out, bytes to UTF-16.

mod dto;
mod earlier;
mod info;
mod json;
mod utf16;
mod value;

use crate::document::Level;
use crate::finding::Severity;
use crate::messages::Locale;
use crate::options::{Code, Error, Options, Wanted};
use crate::rules::RULES;
use crate::standard::Standard;
use crate::trial;
use crate::{Checker as Core, MOST_BYTES};
use js_sys::{Error as JsError, JSON, JsString, Object, Reflect};
use json::Json;
use utf16::{Marks, Utf16};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("wasm/types.d.ts");

/// One-shot check. Throws `HegaoError`; never returns a report of a text it did not read whole.
///
/// # Errors
/// `not-text`, `too-large` (with the path `previous` for last year's report), `invalid-options`.
#[wasm_bindgen(unchecked_return_type = "Report")]
pub fn check(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: &JsValue,
) -> Result<JsValue, JsValue> {
    Checker::new(options)?.check(text)
}

/// The same with the standard compiled once; for live checking. `free()` gives its memory back.
#[wasm_bindgen]
pub struct Checker {
    core: Core,
    /// Where the UTF-16 units of last year's report are; it does not change.
    previous: Option<Marks>,
}

#[wasm_bindgen]
impl Checker {
    /// Compiles the standard that the options name.
    ///
    /// # Errors
    /// `invalid-options`.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: &JsValue,
    ) -> Result<Checker, JsValue> {
        let core = read_options(options).and_then(Core::new).map_err(|error| thrown(&error))?;
        let previous = core.previous().map(|previous| Marks::new(previous.original()));
        Ok(Self { core, previous })
    }

    /// Checks a text.
    ///
    /// # Errors
    /// `not-text`, `too-large`.
    #[wasm_bindgen(unchecked_return_type = "Report")]
    pub fn check(&self, #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue) -> Result<JsValue, JsValue> {
        let text = read_text(text).map_err(|error| thrown(&error))?;
        let report = self.core.check(&text).map_err(|error| thrown(&error))?;
        let marks = Marks::new(&text);
        let last_year = self.core.previous().zip(self.previous.as_ref());
        let previous = last_year.map(|(previous, marks)| Utf16::new(previous.original(), marks));
        let checked = dto::Checked { report: &report, text: &text, previous: self.core.previous() };
        JSON::parse(&json::of(&checked, Utf16::new(&text, &marks), previous, self.core.options().locale))
    }
}

/// The built-in standards.
///
/// # Errors
/// None that a caller can cause.
#[wasm_bindgen(unchecked_return_type = "StandardInfo[]")]
pub fn standards() -> Result<JsValue, JsValue> {
    to_js(&Standard::built_in(), Locale::Chinese)
}

/// The rules.
///
/// # Errors
/// None that a caller can cause.
#[wasm_bindgen(unchecked_return_type = "RuleInfo[]")]
pub fn rules(#[wasm_bindgen(unchecked_optional_param_type = "string")] locale: &JsValue) -> Result<JsValue, JsValue> {
    let locale = read_locale(locale).map_err(|error| thrown(&error))?;
    to_js(&RULES.to_vec(), locale)
}

/// What is wrong with a standard of one's own, the examples of its indicators included.
///
/// # Errors
/// `invalid-options` for a locale that does not exist.
#[wasm_bindgen(js_name = validateStandard, unchecked_return_type = "StandardProblem[]")]
pub fn validate_standard(
    #[wasm_bindgen(unchecked_param_type = "object")] standard: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "string")] locale: &JsValue,
) -> Result<JsValue, JsValue> {
    let locale = read_locale(locale).map_err(|error| thrown(&error))?;
    let problems = trial::standard(&value::plain(standard)).map_err(|error| thrown(&error))?;
    to_js(&problems.list, locale)
}

/// An outline to start a report from, as plain text.
///
/// # Errors
/// `invalid-options`.
#[wasm_bindgen]
pub fn skeleton(
    #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: &JsValue,
) -> Result<String, JsValue> {
    let options = read_options(options).map_err(|error| thrown(&error))?;
    Core::new(options).map(|core| core.skeleton()).map_err(|error| thrown(&error))
}

/// A value without places in a text.
fn to_js(value: &dyn Json, locale: Locale) -> Result<JsValue, JsValue> {
    JSON::parse(&json::of(value, Utf16::new("", &Marks::new("")), None, locale))
}

fn read_text(text: &JsValue) -> Result<String, Error> {
    let string: &JsString = text.dyn_ref().ok_or_else(|| Error::new(Code::NotText, "the text is not a string"))?;
    copy(string, None)
}

fn read_previous(text: &JsValue) -> Result<String, Error> {
    let string: &JsString = text.dyn_ref().ok_or_else(|| Error::options("previous", "not a string"))?;
    copy(string, Some("previous"))
}

/// The count of UTF-16 units refuses most strings of more than [`MOST_BYTES`] before they are copied.
fn copy(string: &JsString, path: Option<&str>) -> Result<String, Error> {
    if string.length() as usize > MOST_BYTES {
        return Err(Error::large(path));
    }
    Ok(String::from(string))
}

fn read_options(value: &JsValue) -> Result<Options, Error> {
    let mut options = Options::default();
    if value.is_undefined() || value.is_null() {
        return Ok(options);
    }
    let is_record = !js_sys::Array::is_array(value);
    let object = Object::try_from(value).filter(|_| is_record);
    let object = object.ok_or_else(|| Error::options("options", "not an object"))?;
    for entry in Object::entries(object).iter() {
        let entry = js_sys::Array::from(&entry);
        let (key, value) = (entry.get(0).as_string().unwrap_or_default(), entry.get(1));
        if value.is_undefined() {
            continue;
        }
        match key.as_str() {
            "standard" => options.standard = read_standard(&value)?,
            "year" => options.year = Some(read_year(&value)?),
            "level" => options.level = Some(read_level(&value)?),
            "locale" => options.locale = read_locale(&value)?,
            "rules" => options.rules = read_rules(&value)?,
            "previous" => options.previous = Some(read_previous(&value)?),
            _ => return Err(Error::options(&key, "there is no such option")),
        }
    }
    Ok(options)
}

fn read_standard(value: &JsValue) -> Result<Wanted, Error> {
    match value.as_string().as_deref() {
        Some("auto") => Ok(Wanted::Auto),
        Some(id) => Ok(Wanted::BuiltIn(id.to_owned())),
        None if value.is_object() => Ok(Wanted::Own(value::plain(value))),
        None => Err(Error::options("standard", "neither the id of a built-in standard nor an object")),
    }
}

fn read_year(value: &JsValue) -> Result<u16, Error> {
    let year = value.as_f64().filter(|year| year.fract() == 0.0 && (1900.0..=2100.0).contains(year));
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    year.map(|year| year as u16).ok_or_else(|| Error::options("year", "not a year between 1900 and 2100"))
}

fn read_level(value: &JsValue) -> Result<Level, Error> {
    let name = value.as_string().unwrap_or_default();
    Level::of_name(&name).ok_or_else(|| {
        let names: Vec<&str> = Level::ALL.iter().map(|(_, name)| *name).collect();
        Error::options("level", &format!("not one of {}", names.join(", ")))
    })
}

fn read_locale(value: &JsValue) -> Result<Locale, Error> {
    if value.is_undefined() || value.is_null() {
        return Ok(Locale::Chinese);
    }
    match value.as_string().as_deref() {
        Some("zh-CN" | "zh") => Ok(Locale::Chinese),
        Some("en") => Ok(Locale::English),
        _ => Err(Error::options("locale", "not one of zh-CN, en")),
    }
}

fn read_rules(value: &JsValue) -> Result<Vec<(String, Option<Severity>)>, Error> {
    let object = Object::try_from(value).ok_or_else(|| Error::options("rules", "not an object"))?;
    let mut rules = Vec::new();
    for key in Object::keys(object).iter() {
        let name = key.as_string().unwrap_or_default();
        let chosen = Reflect::get(value, &key).ok().and_then(|value| value.as_string());
        let severity = match chosen.as_deref() {
            Some("off") => None,
            Some("info") => Some(Severity::Info),
            Some("warning") => Some(Severity::Warning),
            Some("error") => Some(Severity::Error),
            _ => return Err(Error::options(&format!("rules.{name}"), "not one of off, info, warning, error")),
        };
        rules.push((name, severity));
    }
    Ok(rules)
}

/// An error as JavaScript throws it: `HegaoError` with `code`, and `path` where a field is concerned.
fn thrown(error: &Error) -> JsValue {
    let value = JsError::new(&error.to_string());
    value.set_name("HegaoError");
    let set = |key: &str, field: &str| Reflect::set(&value, &key.into(), &field.into());
    let _ = set("code", error.code.as_str());
    if let Some(path) = &error.path {
        let _ = set("path", path);
    }
    value.into()
}
