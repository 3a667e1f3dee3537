//! JSON as people have it: as the standard says, and with what editors, shells and documentation do to it.
//!
//! Commas before a closing bracket, comments, typographic quotes, and words of other languages are accepted and
//! noted. What is broken beyond that is an error with its place.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::limits::{MAX_DEPTH, MAX_NOTES, MAX_VALUES};
use super::remark::Remark;
use super::tree::{Data, Member, Node};

/// What is wrong, and at which byte.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Broken {
    pub(super) at: usize,
    pub(super) what: String,
}

/// Reads JSON out of a text, one value after the other.
pub(super) struct Parser<'a> {
    text: &'a str,
    pub(super) at: usize,
    depth: usize,
    values: usize,
    pub(super) remarks: Vec<(usize, Remark)>,
}

type Parsed<T> = Result<T, Broken>;

/// What ends a text that begins with this quote.
fn closing(quote: char) -> &'static [char] {
    match quote {
        '"' => &['"'],
        '\'' => &['\''],
        '‘' | '’' => &['’', '‘'],
        _ => &['”', '“', '„', '"'],
    }
}

fn is_quote(letter: char) -> bool {
    matches!(letter, '"' | '\'' | '“' | '”' | '„' | '‘' | '’')
}

fn is_space(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '\u{feff}' | '\u{200b}' | '\0')
}

impl<'a> Parser<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Parser { text, at: 0, depth: 0, values: 0, remarks: Vec::new() }
    }

    pub(super) fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn step(&mut self, letter: char) {
        self.at = self.at.saturating_add(letter.len_utf8());
    }

    fn eat(&mut self, letter: char) -> bool {
        let found = self.peek() == Some(letter);
        if found {
            self.step(letter);
        }
        found
    }

    fn remark(&mut self, at: usize, remark: Remark) {
        // One of a kind is enough to know it.
        if self.remarks.len() < MAX_NOTES && !self.remarks.iter().any(|(_, known)| *known == remark) {
            self.remarks.push((at, remark));
        }
    }

    fn broken<T>(&self, at: usize, what: impl Into<String>) -> Parsed<T> {
        Err(Broken { at, what: what.into() })
    }

    /// Steps over space and comments.
    pub(super) fn space(&mut self) {
        loop {
            let rest = self.rest();
            // Mostly there is none.
            if rest.bytes().next().is_some_and(|letter| letter.is_ascii_graphic() && letter != b'/') {
                return;
            }
            let trimmed = rest.trim_start_matches(is_space);
            self.at = self.at.saturating_add(rest.len().saturating_sub(trimmed.len()));
            let length = if trimmed.starts_with("//") {
                trimmed.find('\n').unwrap_or(trimmed.len())
            } else if let Some(comment) = trimmed.strip_prefix("/*") {
                comment.find("*/").map_or(trimmed.len(), |end| end.saturating_add(4))
            } else {
                return;
            };
            self.remark(self.at, Remark::Comment);
            self.at = self.at.saturating_add(length);
        }
    }

    /// What stands here, for a message.
    fn found(&self) -> String {
        match self.peek() {
            None => "the end of the text".into(),
            Some(letter) if letter.is_control() => {
                format!("the control character {:#04x}", u32::from(letter))
            }
            Some(letter) => format!("`{letter}`"),
        }
    }

    /// A value.
    pub(super) fn value(&mut self) -> Parsed<Node> {
        self.space();
        let at = self.at;
        self.values = self.values.saturating_add(1);
        if self.values > MAX_VALUES {
            return self.broken(at, format!("there are more than {MAX_VALUES} values in this file"));
        }
        let data = match self.peek() {
            Some('{') => self.within(Self::object)?,
            Some('[') => self.within(Self::list)?,
            Some(quote) if is_quote(quote) => Data::Text(self.string()?),
            Some(letter) if letter == '-' || letter.is_ascii_digit() => self.number()?,
            Some(letter) if letter.is_alphabetic() || letter == '$' => self.word()?,
            _ => return self.broken(at, format!("a value belongs here, and this is {}", self.found())),
        };
        Ok(Node::new(at, data))
    }

    fn within(&mut self, read: fn(&mut Self) -> Parsed<Data>) -> Parsed<Data> {
        if self.depth >= MAX_DEPTH {
            return self.broken(
                self.at,
                format!("more than {MAX_DEPTH} objects and lists stand in one another here"),
            );
        }
        self.depth = self.depth.saturating_add(1);
        let read = read(self);
        self.depth = self.depth.saturating_sub(1);
        read
    }

    fn object(&mut self) -> Parsed<Data> {
        self.eat('{');
        self.members(Some('}')).map(Data::Object)
    }

    /// The properties of an object up to what closes it, or, where nothing does, as long as there are any.
    pub(super) fn members(&mut self, close: Option<char>) -> Parsed<Vec<Member>> {
        let mut members: Vec<Member> = Vec::new();
        loop {
            self.space();
            match (self.peek(), close) {
                (Some(found), Some(close)) if found == close => {
                    self.step(found);
                    return Ok(members);
                }
                (Some(quote), _) if is_quote(quote) => {}
                (_, None) => return Ok(members),
                _ => {
                    let what =
                        format!("the name of a property or `}}` belongs here, and this is {}", self.found());
                    return self.broken(self.at, what);
                }
            }
            let key_at = self.at;
            let key = self.string()?;
            self.space();
            if !self.eat(':') {
                return self.broken(self.at, format!("`:` belongs here, and this is {}", self.found()));
            }
            let node = self.value()?;
            // To compare each with each is for objects that a person could have written.
            if members.len() < 256 && members.iter().any(|member| member.key == key) {
                self.remark(key_at, Remark::SameName(key.clone()));
                members.retain(|member| member.key != key);
            }
            members.push(Member::new(key, node));
            if !self.comma(close)? {
                return Ok(members);
            }
        }
    }

    fn list(&mut self) -> Parsed<Data> {
        self.eat('[');
        let mut items = Vec::new();
        loop {
            self.space();
            if self.eat(']') {
                return Ok(Data::List(items));
            }
            items.push(self.value()?);
            if !self.comma(Some(']'))? {
                return Ok(Data::List(items));
            }
        }
    }

    /// Whether something follows; what closes has been stepped over if nothing does.
    fn comma(&mut self, close: Option<char>) -> Parsed<bool> {
        self.space();
        let at = self.at;
        if self.eat(',') {
            self.space();
            if close.is_some_and(|close| self.eat(close)) {
                self.remark(at, Remark::TrailingComma);
                return Ok(false);
            }
            return Ok(true);
        }
        match close {
            None => Ok(false),
            Some(close) if self.eat(close) => Ok(false),
            Some(close) => {
                let what = match self.peek() {
                    None => format!("the text ends here, before its `{close}`: was it copied whole?"),
                    Some(_) => format!("`,` or `{close}` belongs here, and this is {}", self.found()),
                };
                self.broken(at, what)
            }
        }
    }

    /// A text between quotes.
    pub(super) fn string(&mut self) -> Parsed<String> {
        let start = self.at;
        let Some(quote) = self.peek() else { return self.broken(start, "a text belongs here") };
        match quote {
            '"' => {}
            '\'' => self.remark(start, Remark::SingleQuotes),
            _ => self.remark(start, Remark::SmartQuotes),
        }
        self.step(quote);
        let mut text = String::new();
        loop {
            let rest = self.rest();
            let plain =
                rest.find(|letter| letter == '\\' || closing(quote).contains(&letter)).unwrap_or(rest.len());
            text.push_str(rest.get(..plain).unwrap_or_default());
            self.at = self.at.saturating_add(plain);
            match self.peek() {
                None => return self.broken(start, "the text that begins here has no closing quote"),
                Some('\\') => {
                    self.step('\\');
                    self.escaped(&mut text)?;
                }
                Some(end) => {
                    self.step(end);
                    return Ok(text);
                }
            }
        }
    }

    fn escaped(&mut self, text: &mut String) -> Parsed<()> {
        let at = self.at;
        let Some(letter) = self.peek() else { return self.broken(at, "the text ends within a text") };
        self.step(letter);
        text.push(match letter {
            'n' => '\n',
            't' => '\t',
            'r' => '\r',
            'b' => '\u{8}',
            'f' => '\u{c}',
            'u' => self.unicode(at)?,
            '"' | '\\' | '/' | '\'' => letter,
            _ => {
                return self.broken(
                    at,
                    format!("`\\{letter}` stands for nothing in JSON; a backslash is written `\\\\`"),
                );
            }
        });
        Ok(())
    }

    fn unicode(&mut self, at: usize) -> Parsed<char> {
        let first = self.four(at)?;
        let is_low = |unit: u16| (0xdc00..0xe000).contains(&unit);
        let mut units = alloc::vec![first];
        if (0xd800..0xdc00).contains(&first) && self.rest().starts_with("\\u") {
            let before = self.at;
            self.at = self.at.saturating_add(2);
            let second = self.four(at)?;
            if is_low(second) {
                units.push(second);
            } else {
                self.at = before;
            }
        }
        let letter = char::decode_utf16(units).next().and_then(Result::ok);
        Ok(letter.unwrap_or(char::REPLACEMENT_CHARACTER))
    }

    fn four(&mut self, at: usize) -> Parsed<u16> {
        let digits =
            self.rest().get(..4).filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()));
        let Some(unit) = digits.and_then(|digits| u16::from_str_radix(digits, 16).ok()) else {
            return self.broken(at, "four hexadecimal digits belong after `\\u`");
        };
        self.at = self.at.saturating_add(4);
        Ok(unit)
    }

    fn run(&mut self) -> &'a str {
        let rest = self.rest();
        let is_part =
            |letter: char| letter.is_alphanumeric() || matches!(letter, '+' | '-' | '.' | '$' | '_');
        let length = rest.find(|letter| !is_part(letter)).unwrap_or(rest.len());
        self.at = self.at.saturating_add(length);
        rest.get(..length).unwrap_or_default()
    }

    fn number(&mut self) -> Parsed<Data> {
        let at = self.at;
        let word = self.run();
        match serde_json::from_str(word) {
            Ok(number) => Ok(Data::Number(number)),
            Err(_) => self.broken(at, format!("`{}` is no number", super::quote(word))),
        }
    }

    fn word(&mut self) -> Parsed<Data> {
        let at = self.at;
        let word = self.run();
        let data = match word.trim_start_matches('$').to_ascii_lowercase().as_str() {
            "true" => Data::Flag(true),
            "false" => Data::Flag(false),
            "null" | "none" | "undefined" => Data::Null,
            _ => {
                let what =
                    format!("`{}` is nothing in JSON: a text stands between quotes", super::quote(word));
                return self.broken(at, what);
            }
        };
        if !matches!(word, "true" | "false" | "null") {
            self.remark(at, Remark::OtherWords(word.into()));
        }
        Ok(data)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn read(text: &str) -> (Value, Vec<Remark>) {
        let mut parser = Parser::new(text);
        let value = parser.value().unwrap_or_else(|broken| panic!("{broken:?}")).value();
        (value, parser.remarks.into_iter().map(|(_, remark)| remark).collect())
    }

    #[test]
    fn json_is_read_as_the_standard_says() {
        let text = r#" {"a": [1, -2.50, 1e9, true, null, "x\n\u00e9\ud83d\ude00\/"], "b": {}, "c": []} "#;
        let standard: Value = serde_json::from_str(text).unwrap();
        assert_eq!(read(text), (standard, Vec::new()));
    }

    #[test]
    fn what_editors_and_shells_do_is_noted() {
        let (value, remarks) = read("{ // a\n “a”: 'b', \"c\": [True, None,], /* d */ \"c\": 1, }");
        assert_eq!(value, json!({ "a": "b", "c": 1 }));
        assert!(
            remarks.contains(&Remark::TrailingComma) && remarks.contains(&Remark::SmartQuotes),
            "{remarks:?}"
        );
        assert!(remarks.contains(&Remark::SameName("c".into())), "{remarks:?}");
    }

    #[test]
    fn what_is_broken_has_its_place() {
        for (text, at, what) in [
            ("{\"a\": 1", 7, "copied whole"),
            ("{\"a\" 1}", 5, "`:` belongs here"),
            ("[1 2]", 3, "`,` or `]`"),
            ("[tru]", 1, "`tru` is nothing"),
            ("[01]", 1, "is no number"),
            ("[\"a", 1, "no closing quote"),
            ("[\"\\q\"]", 3, "stands for nothing"),
            ("[\"\\u12\"]", 3, "four hexadecimal"),
            ("{a: 1}", 1, "the name of a property"),
            ("[,]", 1, "a value belongs here"),
        ] {
            let broken = Parser::new(text).value().unwrap_err();
            assert_eq!(broken.at, at, "{text}: {broken:?}");
            assert!(broken.what.contains(what), "{text}: {broken:?}");
        }
        let deep: String = core::iter::repeat_n('[', 100_000).collect();
        assert!(Parser::new(&deep).value().unwrap_err().what.contains("64 objects and lists"));
    }
}
