//! Plain JavaScript values as JSON, and back.
//!
//! Not by serde: it asks an object only for the keys that it knows, so that a misspelt one would go unnoticed, and
//! takes the numbers that `serde_json` keeps as they were written for objects.

use entente_exchange::place::escaped;
use js_sys::{Array, JSON, Map as JsMap, Object, Reflect, Set};
use serde_json::{Map, Number, Value};
use wasm_bindgen::{JsCast, JsValue};

use crate::failure::Failure;

/// How deep what is given may be nested: more is an object that holds itself.
const DEPTH: usize = 128;

/// The largest integer up to which JavaScript counts exactly.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// Reads a value that has to be JSON. Properties that are undefined are not there.
pub(crate) fn from_js(value: &JsValue) -> Result<Value, Failure> {
    from_js_at(String::new(), value)
}

/// The same of a value that stands at a place of what is given, by JSON pointer.
pub(crate) fn from_js_at(mut place: String, value: &JsValue) -> Result<Value, Failure> {
    read(value, &mut place, DEPTH)
}

fn read(value: &JsValue, path: &mut String, depth: usize) -> Result<Value, Failure> {
    if depth == 0 {
        return Err(Failure::new("what is given is nested too deep: does it hold itself?"));
    }
    if value.is_null() || value.is_undefined() {
        return Ok(Value::Null);
    }
    if let Some(text) = value.as_string() {
        return Ok(Value::String(text));
    }
    if let Some(word) = value.as_bool() {
        return Ok(Value::Bool(word));
    }
    if let Some(number) = value.as_f64() {
        return number_of(number)
            .ok_or_else(|| Failure::at(&*path, format!("`{path}` is a number that JSON does not have")));
    }
    let stands = path.len();
    if let Some(items) = value.dyn_ref::<Array>() {
        let mut list = Vec::new();
        for (at, item) in items.iter().enumerate() {
            path.push('/');
            path.push_str(&at.to_string());
            list.push(read(&item, path, depth.saturating_sub(1))?);
            path.truncate(stands);
        }
        return Ok(Value::Array(list));
    }
    let is_collection = value.is_instance_of::<JsMap>() || value.is_instance_of::<Set>();
    let Some(object) = value.dyn_ref::<Object>().filter(|_| !is_collection && !value.is_function()) else {
        let what = "is neither a text, a number, true, false, null, a list nor a plain object";
        return Err(Failure::at(&*path, format!("`{path}` {what}")));
    };
    let mut properties = Map::new();
    for key in Object::keys(object).iter() {
        let Some(name) = key.as_string() else { continue };
        let value = Reflect::get(object, &key).unwrap_or_default();
        if value.is_undefined() {
            continue;
        }
        path.push('/');
        path.push_str(&escaped(&name));
        properties.insert(name, read(&value, path, depth.saturating_sub(1))?);
        path.truncate(stands);
    }
    Ok(Value::Object(properties))
}

fn number_of(number: f64) -> Option<Value> {
    if number.trunc() == number && number.abs() <= EXACT {
        #[expect(clippy::cast_possible_truncation, reason = "an integer in the range of i64")]
        return Some(Value::from(number as i64));
    }
    Number::from_f64(number).map(Value::Number)
}

/// Reads JSON text.
pub(crate) fn from_text(text: &str) -> Result<Value, Failure> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let value = JSON::parse(text).map_err(|error| {
        let why = error.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message()));
        Failure::new(format!(
            "the text is not valid JSON: {}. Check that it was copied whole, from the first {{ to the last }}",
            why.unwrap_or_default()
        ))
    })?;
    from_js(&value)
}

/// Makes a plain JavaScript value.
pub(crate) fn to_js(value: &Value) -> JsValue {
    match value {
        Value::Null => JsValue::NULL,
        Value::Bool(word) => JsValue::from_bool(*word),
        // Numbers are kept as they were written, and that is how JavaScript reads them.
        Value::Number(number) => JSON::parse(number.as_str()).unwrap_or_default(),
        Value::String(text) => JsValue::from_str(text),
        Value::Array(items) => items.iter().map(to_js).collect::<Array>().into(),
        Value::Object(properties) => {
            let object = Object::new();
            for (key, value) in properties {
                // A new plain object takes any property.
                let _ = Reflect::set(&object, &JsValue::from_str(key), &to_js(value));
            }
            object.into()
        }
    }
}
