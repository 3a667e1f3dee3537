//! JSON that stands in JSON as a text: the bodies of a batch, what `Invoke-AzRestMethod` and browsers' recordings keep
//! of an answer, and what has been converted twice.

use alloc::string::String;
use alloc::vec::Vec;

use super::bytes;
use super::json::Parser;
use super::remark::Remark;
use super::tree::{Data, Node};
use crate::link::base64url;

/// Whether a text can be JSON: nobody has read it yet.
pub(super) fn may_be_one(text: &str) -> bool {
    let text = text.trim_start_matches(is_before);
    text.starts_with(['{', '[']) || is_encoded(text)
}

/// The document that a text spells, wholly, with every value at the place of the text.
pub(super) fn document(text: &str, at: usize) -> Option<(Node, Vec<Remark>)> {
    let decoded;
    let text = text.trim_start_matches(is_before);
    let text = if is_encoded(text) {
        let digits: String = text.trim_end().trim_end_matches('=').chars().map(digit).collect();
        decoded = base64url::decode(&digits)?;
        bytes::text(&decoded).1
    } else {
        text.into()
    };
    let text = text.trim_start_matches(is_before);
    if !text.starts_with(['{', '[']) {
        return None;
    }
    let mut parser = Parser::new(text);
    let mut node = parser.value().ok()?;
    parser.space();
    put(&mut node, at);
    parser.rest().is_empty().then(|| (node, parser.remarks.into_iter().map(|(_, remark)| remark).collect()))
}

fn is_before(letter: char) -> bool {
    letter.is_whitespace() || letter == '\u{feff}'
}

/// Whether it is Base64 of an object or a list: a token has dots in it.
fn is_encoded(text: &str) -> bool {
    const BEGINNINGS: [&str; 7] = ["eyJ", "ewo", "ew0", "eyA", "W3s", "Wwo", "WyB"];
    BEGINNINGS.iter().any(|beginning| text.starts_with(beginning))
        && text.trim_end().bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+/=".contains(&byte))
}

/// The digit that addresses have for one of Base64.
fn digit(letter: char) -> char {
    match letter {
        '+' => '-',
        '/' => '_',
        other => other,
    }
}

fn put(node: &mut Node, at: usize) {
    node.at = at;
    match &mut node.data {
        Data::List(items) => items.iter_mut().for_each(|item| put(item, at)),
        Data::Object(members) => members.iter_mut().for_each(|member| put(&mut member.node, at)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_text_is_a_document_only_as_a_whole() {
        let read = |text: &str| document(text, 7).map(|(node, _)| node.value());
        assert_eq!(read(" {\"a\": [1]} "), Some(json!({ "a": [1] })));
        assert_eq!(read("eyJhIjogWzFdfQ=="), Some(json!({ "a": [1] })));
        assert_eq!(document("[{}]", 7).unwrap().0.items()[0].at, 7);
        for text in ["", "{placeholder}", "{\"a\": 1} b", "eyJhIjoxfQ.eyJiIjoyfQ.c", "[", "hello", "eyJ"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
