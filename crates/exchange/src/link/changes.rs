//! One JSON document as what differs from another: a list of `[path, value]`, and of `[path]` for what is gone.

use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use serde_json::{Map, Value};

use crate::pointer;

/// What turns `from` into `to`.
pub(crate) fn between(from: &Value, to: &Value) -> Value {
    let mut changes = Vec::new();
    compare(String::new(), from, to, &mut changes);
    Value::Array(changes)
}

fn compare(path: String, from: &Value, to: &Value, changes: &mut Vec<Value>) {
    if from == to {
        return;
    }
    match (from, to) {
        (Value::Object(old), Value::Object(new)) => {
            for key in old.keys().filter(|key| !new.contains_key(*key)) {
                changes.push(vec![Value::from(below(&path, key))].into());
            }
            for (key, value) in new {
                match old.get(key) {
                    Some(old) => compare(below(&path, key), old, value, changes),
                    None => changes.push(vec![Value::from(below(&path, key)), value.clone()].into()),
                }
            }
        }
        (Value::Array(old), Value::Array(new)) if old.len() == new.len() => {
            for (at, (old, new)) in old.iter().zip(new).enumerate() {
                compare(format!("{path}/{at}"), old, new, changes);
            }
        }
        _ => changes.push(vec![Value::from(path), to.clone()].into()),
    }
}

fn below(path: &str, key: &str) -> String {
    format!("{path}/{}", pointer::escaped(key))
}

/// `document` with `changes`; nothing where they do not fit.
pub(super) fn apply(mut document: Value, changes: &Value) -> Option<Value> {
    for change in changes.as_array()? {
        match change.as_array()?.as_slice() {
            [path, value] if path.as_str() == Some("") => document = value.clone(),
            [path, value] => pointer::set(&mut document, path.as_str()?, value.clone()).then_some(())?,
            [path] => remove(&mut document, path.as_str()?)?,
            _ => return None,
        }
    }
    Some(document)
}

fn remove(document: &mut Value, path: &str) -> Option<()> {
    let (parent, key) = path.rsplit_once('/')?;
    let parent: &mut Map<String, Value> = document.pointer_mut(parent)?.as_object_mut()?;
    parent.remove(&key.replace("~1", "/").replace("~0", "~")).map(|_| ())
}
