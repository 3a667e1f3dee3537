//! Values in HCL, the language of Terraform.

use alloc::format;
use alloc::string::{String, ToString};

use serde_json::Value;

/// What a name in an object can not be without quotes.
const KEYWORDS: [&str; 6] = ["for", "if", "in", "null", "true", "false"];

/// Text between quotes. A dollar or percent sign before a brace would begin a template.
pub(super) fn text(text: &str) -> String {
    let mut written = String::from("\"");
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' | '\\' => {
                written.push('\\');
                written.push(character);
            }
            '$' | '%' if characters.peek() == Some(&'{') => {
                written.push_str(&format!("\\u{:04x}", u32::from(character)));
            }
            '\u{2028}' | '\u{2029}' => written.push_str(&format!("\\u{:04x}", u32::from(character))),
            _ if character.is_control() => written.push_str(&format!("\\u{:04x}", u32::from(character))),
            _ => written.push(character),
        }
    }
    written.push('"');
    written
}

fn name(text: &str) -> String {
    let is_plain = text.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
        && text.chars().all(|character| character.is_ascii_alphanumeric() || character == '_')
        && !KEYWORDS.contains(&text);
    if is_plain { text.to_string() } else { self::text(text) }
}

/// A value, whose lines after the first are indented by `depth` steps.
pub(super) fn value(value: &Value, depth: usize) -> String {
    let (inner, outer) = ("  ".repeat(depth.saturating_add(1)), "  ".repeat(depth));
    let deeper = depth.saturating_add(1);
    match value {
        Value::String(string) => text(string),
        Value::Array(items) if !items.is_empty() => {
            let items = items.iter().map(|item| format!("{inner}{},\n", self::value(item, deeper)));
            format!("[\n{}{outer}]", items.collect::<String>())
        }
        Value::Object(object) if !object.is_empty() => {
            let properties = object
                .iter()
                .map(|(key, item)| format!("{inner}{} = {}\n", name(key), self::value(item, deeper)));
            format!("{{\n{}{outer}}}", properties.collect::<String>())
        }
        other => other.to_string(),
    }
}
