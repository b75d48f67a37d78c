//! JavaScript values as plain ones.

use crate::standard::value::Value;
use js_sys::{Array, Object};
use wasm_bindgen::prelude::*;

/// No standard nests deeper; an object may hold itself.
const DEEPEST: u8 = 10;
/// No standard has more values.
const MOST: u32 = 4_000_000;

/// A value, without the fields that are null or undefined.
pub fn plain(value: &JsValue) -> Value {
    let mut left = MOST;
    convert(value, DEEPEST, &mut left)
}

fn convert(value: &JsValue, depth: u8, left: &mut u32) -> Value {
    *left = left.saturating_sub(1);
    if let Some(text) = value.as_string() {
        return Value::Text(text);
    }
    if let Some(number) = value.as_f64() {
        #[allow(clippy::cast_possible_truncation)]
        return if number.fract() == 0.0 { Value::Number(number as i64) } else { Value::Other };
    }
    if let Some(flag) = value.as_bool() {
        return Value::Flag(flag);
    }
    if depth == 0 || *left == 0 {
        return Value::Other;
    }
    if let Some(array) = value.dyn_ref::<Array>() {
        let mut list = Vec::new();
        for item in array.iter() {
            list.push(convert(&item, depth - 1, left));
        }
        return Value::List(list);
    }
    let Some(object) = Object::try_from(value) else { return Value::Other };
    let mut fields = Vec::new();
    for name in Object::keys(object).iter() {
        let field = js_sys::Reflect::get(value, &name).unwrap_or(JsValue::UNDEFINED);
        if !field.is_undefined() && !field.is_null() {
            fields.push((name.as_string().unwrap_or_default(), convert(&field, depth - 1, left)));
        }
    }
    Value::Table(fields)
}
