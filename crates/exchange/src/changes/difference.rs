//! What differs between two values as Graph has them.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::{Map, Value};

/// The one list of which the order says something.
const ORDERED: &str = "primaryIdentityProviderPrecedenceOrder";

/// Whether two values say the same: null, an empty list and nothing at all are alike, lists are sets but for the order of
/// identity providers, and what OData adds says nothing.
pub fn same(one: &Value, other: &Value) -> bool {
    one == other || canonical("", one) == canonical("", other)
}

fn is_annotation(key: &str) -> bool {
    key.contains("@odata.") || key.contains("@entente.")
}

fn is_nothing(value: &Value) -> bool {
    value.is_null() || value.as_array().is_some_and(Vec::is_empty)
}

fn canonical(key: &str, value: &Value) -> Value {
    match value {
        Value::Object(object) => {
            let mut written = Map::new();
            for (key, value) in object.iter().filter(|(key, value)| !is_annotation(key) && !is_nothing(value))
            {
                written.insert(key.clone(), canonical(key, value));
            }
            Value::Object(written)
        }
        Value::Array(items) if items.is_empty() => Value::Null,
        Value::Array(items) => {
            let mut items: Vec<Value> = items.iter().map(|item| canonical(key, item)).collect();
            if key != ORDERED {
                items.sort_by_cached_key(Value::to_string);
                items.dedup();
            }
            Value::Array(items)
        }
        other => other.clone(),
    }
}

/// The properties in which two objects differ, by name.
pub(super) fn properties(before: &Value, after: &Value) -> Vec<String> {
    let keys = |value: &Value| -> Vec<String> {
        value.as_object().map(|object| object.keys().cloned().collect()).unwrap_or_default()
    };
    let mut names = keys(before);
    names.extend(keys(after));
    names.sort();
    names.dedup();
    let of = |value: &Value, name: &str| canonical(name, value.get(name).unwrap_or(&Value::Null));
    names.retain(|name| !is_annotation(name) && of(before, name) != of(after, name));
    names
}

/// What a PATCH has to hold for `after` to stand where `before` stood, whether the service replaces what is nested or
/// merges it: everything that is to be there, and null, or no items, for what was there and is to be gone.
pub(super) fn written_over(before: Option<&Value>, after: Option<&Value>) -> Value {
    match (before, after) {
        (Some(Value::Array(_)), None | Some(Value::Null)) => Value::Array(Vec::new()),
        (_, None) => Value::Null,
        (Some(Value::Object(before)), Some(Value::Object(after))) => {
            let mut written = Map::new();
            let gone = before.keys().filter(|key| !after.contains_key(*key));
            for key in after.keys().chain(gone).filter(|key| !is_annotation(key)) {
                // What is null and was null goes without saying.
                if ![before, after].iter().all(|object| object.get(key).is_none_or(Value::is_null)) {
                    written.insert(key.clone(), written_over(before.get(key), after.get(key)));
                }
            }
            Value::Object(written)
        }
        (_, Some(after)) => without_annotations(after),
    }
}

fn without_annotations(value: &Value) -> Value {
    match value {
        Value::Object(object) => {
            let kept = object.iter().filter(|(key, value)| !is_annotation(key) && !value.is_null());
            Value::Object(kept.map(|(key, value)| (key.clone(), without_annotations(value))).collect())
        }
        Value::Array(items) => items.iter().map(without_annotations).collect(),
        other => other.clone(),
    }
}
