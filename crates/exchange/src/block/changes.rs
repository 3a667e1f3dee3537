//! What a block changes in a scenario of the gallery.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;

use entente_policy::{Scenario, Shape};
use serde_json::Value;

use super::yaml::{Places, token};
use super::{BlockError, document};
use crate::pointer;

const CHANGES: &str = "/changes";

/// The scenario with `changes`, which are values by JSON pointer.
pub(super) fn apply(scenario: Scenario, changes: Value, places: &Places) -> Result<Scenario, BlockError> {
    let changes = match changes {
        Value::Null => return Ok(scenario),
        Value::Object(changes) => changes,
        _ => {
            return Err(BlockError::at(places.of(CHANGES), "`changes` are values, each by its JSON pointer"));
        }
    };
    let mut changed = scenario.write();
    for (to, value) in &changes {
        if !pointer::set(&mut changed, to, value.clone()) {
            return Err(BlockError::at(
                places.of(&written(to, "")),
                format!("`{to}` leads nowhere; a JSON pointer starts with `/` and counts lists from 0"),
            ));
        }
    }
    let place = |pointer: &str| places.of(&origin(&changes, pointer).unwrap_or_else(|| CHANGES.to_string()));
    let scenario = document::from_value(changed.clone())
        .map_err(|error| BlockError::at(place(error.pointer().unwrap_or_default()), format!("{error}")))?;
    for (to, value) in &changes {
        known(&changed, to, value).map_err(|pointer| {
            let name = pointer.rsplit('/').next().unwrap_or_default();
            BlockError::at(place(&pointer), format!("there is no setting `{name}` at `{pointer}`"))
        })?;
    }
    Ok(scenario)
}

/// Where in the block the change stands that set what `pointer` leads to.
fn origin<'a>(changes: &'a serde_json::Map<String, Value>, pointer: &str) -> Option<String> {
    let around = |to: &&'a String| pointer.strip_prefix(to.as_str()).is_some_and(is_end_or_step);
    // Something that is missing is noted where it should be, which may be above all changes.
    let below = |to: &&'a String| to.strip_prefix(pointer).is_some_and(is_end_or_step);
    let set = changes.keys().filter(around).max_by_key(|to| to.len());
    match set {
        Some(to) => Some(written(to, pointer.strip_prefix(to.as_str()).unwrap_or_default())),
        None => changes.keys().find(below).map(|to| written(to, "")),
    }
}

fn is_end_or_step(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with('/')
}

/// The pointer into the block for `rest` of the value of the change `to`.
fn written(to: &str, rest: &str) -> String {
    format!("{CHANGES}/{}{rest}", token(to))
}

/// Fails with the pointer of a property that nothing reads: a misspelt setting would be kept, as everything
/// unknown is, and change nothing.
fn known(document: &Value, pointer: &str, value: &Value) -> Result<(), String> {
    // A property that puts up with anything is one that no one reads.
    let mut nonsense = document.clone();
    pointer::set(&mut nonsense, pointer, Value::Array(vec![Value::Array(vec![])]));
    if Scenario::from_json(nonsense).is_ok() {
        return Err(pointer.to_string());
    }
    match value {
        Value::Object(object) => object
            .iter()
            .try_for_each(|(key, value)| known(document, &format!("{pointer}/{}", token(key)), value)),
        Value::Array(list) => list
            .iter()
            .enumerate()
            .try_for_each(|(at, value)| known(document, &format!("{pointer}/{at}"), value)),
        _ => Ok(()),
    }
}
