//! Setting values in a JSON document by JSON pointer (RFC 6901).

use alloc::string::String;

pub use entente_policy::pointer_step as escaped;
use serde_json::{Map, Value};

/// Puts `value` where `pointer` points, making objects on the way. A list grows by one when the pointer
/// names the place behind its last item, or `-`.
///
/// Returns false, and may have made objects on the way, when the pointer leads through something that is
/// neither an object nor a list, or beyond the end of a list.
pub(crate) fn set(document: &mut Value, pointer: &str, value: Value) -> bool {
    pointer.strip_prefix('/').is_some_and(|path| put(document, path.split('/').map(unescaped), value))
}

/// The same where the steps from the top lead.
pub(crate) fn put(document: &mut Value, steps: impl Iterator<Item = String>, value: Value) -> bool {
    let mut place = document;
    for key in steps {
        let Some(next) = step(place, key) else { return false };
        place = next;
    }
    *place = value;
    true
}

/// What stands where the steps from the top lead.
pub(crate) fn at<'a>(document: &'a mut Value, steps: &[String]) -> Option<&'a mut Value> {
    steps.iter().try_fold(document, |place, key| match place {
        Value::Object(object) => object.get_mut(key),
        Value::Array(list) => list.get_mut(key.parse::<usize>().ok()?),
        _ => None,
    })
}

/// A step of a pointer as the key it stands for.
pub(crate) fn unescaped(step: &str) -> String {
    let mut key = String::new();
    // Character by character: what searches a text for a text is more of a program.
    for (at, piece) in step.split('~').enumerate() {
        let rest = match piece.strip_prefix(['0', '1']) {
            Some(rest) if at > 0 => {
                key.push(if piece.starts_with('1') { '/' } else { '~' });
                rest
            }
            _ => {
                key.push_str(if at > 0 { "~" } else { "" });
                piece
            }
        };
        key.push_str(rest);
    }
    key
}

fn step(place: &mut Value, token: String) -> Option<&mut Value> {
    if place.is_null() {
        *place = Value::Object(Map::new());
    }
    match place {
        Value::Object(object) => Some(object.entry(token).or_insert(Value::Null)),
        Value::Array(list) => {
            let at = if token == "-" { list.len() } else { token.parse().ok()? };
            if at == list.len() {
                list.push(Value::Null);
            }
            list.get_mut(at)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{escaped, set, unescaped};

    #[test]
    fn steps_are_unescaped_once() {
        for (step, key) in
            [("a", "a"), ("~1", "/"), ("a~0b~1c", "a~b/c"), ("~01", "~1"), ("~", "~"), ("~2", "~2"), ("", "")]
        {
            assert_eq!(unescaped(step), key);
            assert_eq!(unescaped(&escaped(key)), key);
        }
        assert_eq!(escaped("a~b/c"), "a~0b~1c");
    }

    #[test]
    fn values_are_set_made_and_appended() {
        let mut document = json!({"a": [{"b": 1}]});
        assert!(set(&mut document, "/a/0/b", json!(2)));
        assert!(set(&mut document, "/a/1/c", json!(3)));
        assert!(set(&mut document, "/d/e~1f", json!(null)));
        assert_eq!(document, json!({"a": [{"b": 2}, {"c": 3}], "d": {"e/f": null}}));
        assert!(!set(&mut document, "/a/9", json!(0)));
        assert!(!set(&mut document, "/a/0/b/x", json!(0)));
        assert!(!set(&mut document, "a", json!(0)));
    }
}
