//! What Microsoft Graph refuses in a setting that is otherwise whole: names where ids belong, and halves that say nothing.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use entente_policy::Shape;
use entente_policy::graph::{Target, TargetType};
use serde_json::Value;

use super::Matter;
use crate::import::is_placeholder;

/// What is to be said of a setting, each thing once.
pub(crate) fn matters(setting: &Value) -> Vec<Matter> {
    let mut found = Found::default();
    found.look(setting);
    let Found { names, placeholders, words, kinds, is_empty } = found;
    let mut matters = Vec::new();
    if !names.is_empty() {
        matters.push(Matter::NoId(listed(names)));
    }
    if !placeholders.is_empty() {
        matters.push(Matter::NotFilledIn(listed(placeholders)));
    }
    if !words.is_empty() {
        matters.push(Matter::AccessType(listed(words)));
    }
    if !kinds.is_empty() {
        matters.push(Matter::TargetType(listed(kinds)));
    }
    if is_empty {
        matters.push(Matter::NobodyNamed);
    }
    matters
}

/// The words between backticks, each once.
fn listed(mut words: Vec<String>) -> String {
    words.sort();
    words.dedup();
    let quoted: Vec<String> = words
        .iter()
        .map(|word| alloc::format!("`{}`", crate::quote::comment(word).replace('`', " ")))
        .collect();
    quoted.join(", ")
}

#[derive(Default)]
struct Found {
    names: Vec<String>,
    placeholders: Vec<String>,
    words: Vec<String>,
    kinds: Vec<String>,
    is_empty: bool,
}

impl Found {
    fn look(&mut self, value: &Value) {
        match value {
            Value::Object(object) => {
                if object.contains_key("accessType") || object.contains_key("targets") {
                    self.half(value);
                } else {
                    object.values().for_each(|value| self.look(value));
                }
            }
            Value::Array(items) => items.iter().for_each(|value| self.look(value)),
            _ => {}
        }
    }

    /// One half of a setting.
    fn half(&mut self, half: &Value) {
        let word = half.get("accessType").and_then(Value::as_str).unwrap_or_default();
        if !["allowed", "blocked"].iter().any(|known| known.eq_ignore_ascii_case(word)) {
            self.words.push(if word.is_empty() { "null".into() } else { word.to_string() });
        }
        let targets = half.get("targets").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        self.is_empty |= targets.is_empty();
        for target in targets.iter().filter_map(|target| Target::from_json(target.clone()).ok()) {
            let text = target.target.as_str();
            if !matches!(target.target_type, TargetType::User | TargetType::Group | TargetType::Application) {
                self.kinds.push(text.to_string());
            }
            if target.is_reserved() || target.target.is_guid() {
                continue;
            }
            let known = if is_placeholder(text) { &mut self.placeholders } else { &mut self.names };
            known.push(text.to_string());
        }
    }
}
