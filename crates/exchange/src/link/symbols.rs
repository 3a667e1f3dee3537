//! Object ids told once, and in as few bytes as they have.
//!
//! Ids that a directory made at random stand in a table of sixteen bytes each, outside of what is deflated: in
//! the text `~` is the next one of the table, and `~7` one that was met before. Ids with a pattern deflate well;
//! one that occurs more than once is told in a list of texts, and `~t7` is the seventh of these. A text of the
//! scenario that begins with `~` gets another one in front.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::{Map, Value};

/// The sixteen bytes of an id.
pub(super) type Bytes = [u8; 16];

const TEXTS: &str = "i";
const STATE: &str = "x";

/// The state with symbols in the place of ids: the table, and the text.
pub(super) fn shorten(state: Value) -> (Vec<Bytes>, Value) {
    let mut met: Vec<(String, usize)> = Vec::new();
    count(&state, &mut met);
    let texts = met.into_iter().filter(|(_, times)| *times > 1).map(|(id, _)| id).collect();
    let mut symbols = Symbols { random: Vec::new(), texts };
    let state = symbols.replace(state);
    let mut document = Map::new();
    document.insert(STATE.into(), state);
    document.insert(TEXTS.into(), symbols.texts.into_iter().map(Value::String).collect());
    (symbols.random, Value::Object(document))
}

struct Symbols {
    random: Vec<Bytes>,
    texts: Vec<String>,
}

impl Symbols {
    fn replace(&mut self, value: Value) -> Value {
        match value {
            Value::String(text) => Value::String(self.symbol(text)),
            Value::Array(items) => items.into_iter().map(|item| self.replace(item)).collect(),
            Value::Object(object) => object
                .into_iter()
                .map(|(key, value)| (key, self.replace(value)))
                .collect::<Map<_, _>>()
                .into(),
            other => other,
        }
    }

    fn symbol(&mut self, text: String) -> String {
        if let Some(bytes) = random(&text) {
            return match self.random.iter().position(|known| *known == bytes) {
                Some(at) => format!("~{at}"),
                // The table is full; no link is that long.
                None if self.random.len() == usize::from(u16::MAX) => text,
                None => {
                    self.random.push(bytes);
                    "~".into()
                }
            };
        }
        match self.texts.iter().position(|known| *known == text) {
            Some(at) => format!("~t{at}"),
            None if text.starts_with('~') => format!("~{text}"),
            None => text,
        }
    }
}

/// The bytes of an id that a directory made at random, as it writes them. An id in capitals is left as it is,
/// and so is one with a pattern.
fn random(text: &str) -> Option<Bytes> {
    let is_id = text.len() == 36
        && text.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => matches!(byte, b'0'..=b'9' | b'a'..=b'f'),
        });
    if !is_id || text.contains("-0000-") || crate::link::packing::knows(text) {
        return None;
    }
    let mut digits = text.bytes().filter(|byte| *byte != b'-').map(|byte| match byte {
        b'0'..=b'9' => byte - b'0',
        _ => byte - b'a' + 10,
    });
    let mut bytes = [0; 16];
    for byte in &mut bytes {
        *byte = digits.next()? << 4 | digits.next()?;
    }
    Some(bytes)
}

fn text(bytes: &Bytes) -> String {
    let mut text = String::with_capacity(36);
    for (at, byte) in bytes.iter().enumerate() {
        if matches!(at, 4 | 6 | 8 | 10) {
            text.push('-');
        }
        text.push_str(&format!("{byte:02x}"));
    }
    text
}

/// Ids that are not told by their bytes, with how often they occur.
fn count(value: &Value, met: &mut Vec<(String, usize)>) {
    match value {
        Value::String(text) if text.len() == 36 && random(text).is_none() => {
            match met.iter_mut().find(|(id, _)| id == text) {
                Some((_, times)) => *times = times.saturating_add(1),
                None => met.push((text.clone(), 1)),
            }
        }
        Value::Array(items) => items.iter().for_each(|item| count(item, met)),
        Value::Object(object) => object.values().for_each(|value| count(value, met)),
        _ => {}
    }
}

/// The state that [`shorten`] got; nothing where a symbol stands for nothing.
pub(super) fn restore(random: &[Bytes], document: Value) -> Option<Value> {
    let Value::Object(mut document) = document else { return None };
    let texts = document.remove(TEXTS)?;
    let texts =
        texts.as_array()?.iter().map(|text| text.as_str().map(String::from)).collect::<Option<_>>()?;
    let mut back = Back { random: random.iter().map(text).collect(), texts, next: 0 };
    back.put(document.remove(STATE)?)
}

struct Back {
    random: Vec<String>,
    texts: Vec<String>,
    next: usize,
}

impl Back {
    fn put(&mut self, value: Value) -> Option<Value> {
        Some(match value {
            Value::String(text) => Value::String(self.text(text)?),
            Value::Array(items) => {
                Value::Array(items.into_iter().map(|item| self.put(item)).collect::<Option<_>>()?)
            }
            Value::Object(object) => Value::Object(
                object
                    .into_iter()
                    .map(|(key, value)| Some((key, self.put(value)?)))
                    .collect::<Option<Map<_, _>>>()?,
            ),
            other => other,
        })
    }

    fn text(&mut self, text: String) -> Option<String> {
        let Some(symbol) = text.strip_prefix('~') else { return Some(text) };
        if symbol.is_empty() {
            let id = self.random.get(self.next)?.clone();
            self.next = self.next.saturating_add(1);
            Some(id)
        } else if symbol.starts_with('~') {
            Some(symbol.to_string())
        } else if let Some(number) = symbol.strip_prefix('t') {
            self.texts.get(number.parse::<usize>().ok()?).cloned()
        } else {
            self.random.get(symbol.parse::<usize>().ok()?).cloned()
        }
    }
}
