//! JSON shapes: how the model is read from JSON and written to it.
//!
//! Every object of the model keeps the properties it has no type for and writes them back. Derived serde
//! code can do that only by flattening, which weighs more in WebAssembly than all the rules together
//! (166 of 744 KB of code, measured); a [`Shape`] works on `serde_json` values, by one small function per
//! type. Its errors name the place by JSON pointer and what was expected there.

mod declare;
mod values;

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use serde_json::{Map, Value};

pub(crate) use self::declare::{as_object, object, serde_by_shape, words};

/// Properties without a type in the model, kept as they came.
pub type Rest = Map<String, Value>;

/// A place in a JSON document that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShapeError {
    /// Where, as a JSON pointer; empty for the whole document.
    pub pointer: String,
    /// What belongs there, such as "a text".
    pub expected: &'static str,
    /// What stands there, such as "a number"; nothing if it is missing.
    pub found: Option<&'static str>,
}

impl fmt::Display for ShapeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.found {
            Some(found) => write!(f, "`{}` should be {}, but is {found}", self.pointer, self.expected),
            None => write!(f, "`{}` is missing; {} belongs there", self.pointer, self.expected),
        }
    }
}

impl core::error::Error for ShapeError {}

/// What went wrong while reading, and where reading is.
///
/// Reading goes on after an error, with a value that stands in: functions that can't fail are a third the
/// size of functions that can, and the first error is the one to tell.
#[derive(Default)]
pub struct Reader {
    place: Vec<Token>,
    first: Option<ShapeError>,
    /// Where properties stood that the model has no type for, if anybody wants to know.
    kept: Option<Vec<String>>,
}

/// A step of a JSON pointer.
enum Token {
    Key(&'static str),
    Item(usize),
}

impl Reader {
    /// Where reading is, as a JSON pointer.
    fn pointer(&self) -> String {
        let mut pointer = String::new();
        for token in &self.place {
            pointer.push('/');
            match token {
                Token::Key(key) => pointer.push_str(key),
                Token::Item(at) => pointer.push_str(&at.to_string()),
            }
        }
        pointer
    }

    fn note(&mut self, expected: &'static str, found: Option<&'static str>) {
        if self.first.is_none() {
            self.first = Some(ShapeError { pointer: self.pointer(), expected, found });
        }
    }

    /// What nobody has taken out of an object, to be kept as it came.
    pub(crate) fn rest(&mut self, object: Untaken) -> Rest {
        if let Some(mut kept) = self.kept.take() {
            let place = self.pointer();
            kept.extend(object.keys().map(|key| alloc::format!("{place}/{}", pointer_step(key))));
            self.kept = Some(kept);
        }
        object.rest()
    }

    /// Notes that something else stands where `expected` belongs.
    pub(crate) fn unexpected(&mut self, expected: &'static str, found: &Value) {
        let found = match found {
            Value::Null => "null",
            Value::Bool(_) => "true or false",
            Value::Number(_) => "a number",
            Value::String(_) => "a text",
            Value::Array(_) => "a list",
            Value::Object(_) => "an object",
        };
        self.note(expected, Some(found));
    }

    /// Notes that nothing stands where `expected` belongs.
    pub(crate) fn missing(&mut self, expected: &'static str) {
        self.note(expected, None);
    }

    /// Notes that a property is none of those that belong there.
    pub(crate) fn unknown(&mut self, key: &str, expected: &'static str) {
        if self.first.is_none() {
            self.note(expected, Some("another property"));
            if let Some(error) = &mut self.first {
                error.pointer.push('/');
                error.pointer.push_str(key);
            }
        }
    }

    /// The properties of an object; none for anything else.
    pub(crate) fn properties(&mut self, value: Value) -> Untaken {
        match value {
            Value::Object(object) => Untaken(object.into_iter().collect()),
            other => {
                self.unexpected("an object", &other);
                Untaken(Vec::new())
            }
        }
    }

    /// A text; none for anything else.
    pub(crate) fn text(&mut self, expected: &'static str, value: Value) -> String {
        match value {
            Value::String(text) => text,
            other => {
                self.unexpected(expected, &other);
                String::new()
            }
        }
    }

    /// Reads the properties of an object that has nothing in it yet, and what belongs to none of them into its rest.
    pub(crate) fn fill(&mut self, mut properties: Untaken, object: &mut dyn Object) {
        object.each_mut(&mut |key, field| {
            self.place.push(Token::Key(key));
            match properties.remove(key) {
                Some(value) => field.fill(value, self),
                None => field.miss(self),
            }
            self.place.pop();
        });
        let rest = self.rest(properties);
        object.keep(rest);
    }

    /// Notes a property that has to be there, though its shape can do without.
    pub(crate) fn require(&mut self, properties: &Untaken, key: &'static str, expected: &'static str) {
        if !properties.keys().any(|known| known == key) {
            self.place.push(Token::Key(key));
            self.missing(expected);
            self.place.pop();
        }
    }

    /// Reads an object that has nothing in it yet.
    pub(crate) fn object(&mut self, value: Value, object: &mut dyn Object) {
        let properties = self.properties(value);
        self.fill(properties, object);
    }

    /// Reads the items of a list, each with what `read` makes of it. Graph may send a list as null.
    fn items(&mut self, value: Value, read: &mut dyn FnMut(&mut Self, Value)) {
        let items = match value {
            Value::Null => return,
            Value::Array(items) => items,
            other => return self.unexpected("a list", &other),
        };
        for (at, item) in items.into_iter().enumerate() {
            self.place.push(Token::Item(at));
            read(self, item);
            self.place.pop();
        }
    }
}

/// The properties of an object that nobody has taken yet.
///
/// A list, though a map is what they come from: taking things out of a B-tree is more code than all of
/// this file.
pub(crate) struct Untaken(Vec<(String, Value)>);

impl Untaken {
    /// Their keys.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(key, _)| key.as_str())
    }

    fn remove(&mut self, key: &str) -> Option<Value> {
        let at = self.keys().position(|known| known == key)?;
        Some(self.0.swap_remove(at).1)
    }

    /// What is left, to be kept as it came.
    pub(crate) fn rest(self) -> Rest {
        let mut rest = Rest::new();
        // One by one: collecting would sort first.
        for (key, value) in self.0 {
            rest.insert(key, value);
        }
        rest
    }
}

/// Something with a JSON shape.
pub trait Shape: Sized {
    /// What a value of this shape is called in an error.
    const EXPECTED: &'static str;

    /// What stands there as long as nothing has been read, and what an absent property stands for.
    fn blank() -> Self;

    /// Reads a value into a [`blank`](Shape::blank) one, noting what is wrong with it.
    ///
    /// In its place: to hand over a value that was read elsewhere is more of a program than to read it.
    fn read(&mut self, value: Value, reader: &mut Reader);

    /// Notes of a [`blank`](Shape::blank) value that is absent what of it has to be there.
    fn left_out(&mut self, _: &mut Reader) {}

    /// Writes a value.
    fn write(&self) -> Value;

    /// Whether the value goes without saying: written out it would be the same as absent.
    fn is_plain(&self) -> bool {
        false
    }

    /// Reads a whole document.
    ///
    /// # Errors
    /// When the value, or something in it, has another shape. The first such place is named.
    fn from_json(value: Value) -> Result<Self, ShapeError> {
        let mut reader = Reader::default();
        let mut read = Self::blank();
        read.read(value, &mut reader);
        reader.first.map_or(Ok(read), Err)
    }
}

/// A property's value, of whichever shape: what all objects are read and written with by the same code. A function of
/// its own for each object to be read and one to be written is three times the program.
pub(crate) trait Field {
    fn fill(&mut self, value: Value, reader: &mut Reader);
    fn miss(&mut self, reader: &mut Reader);
    fn written(&self) -> Value;
    fn is_left_out(&self) -> bool;
}

impl<T: Shape> Field for T {
    fn fill(&mut self, value: Value, reader: &mut Reader) {
        self.read(value, reader);
    }

    fn miss(&mut self, reader: &mut Reader) {
        T::left_out(self, reader);
    }

    fn written(&self) -> Value {
        T::write(self)
    }

    fn is_left_out(&self) -> bool {
        T::is_plain(self)
    }
}

/// An object of the model: properties that it has types for, and others.
pub(crate) trait Object {
    /// Shows each property that has a type, in order.
    fn each(&self, see: &mut dyn FnMut(&'static str, &dyn Field));

    /// The same, to be changed.
    fn each_mut(&mut self, see: &mut dyn FnMut(&'static str, &mut dyn Field));

    /// The others.
    fn rest(&self) -> Rest;

    /// Takes the others.
    fn keep(&mut self, rest: Rest);
}

/// Writes an object: the properties that do not go without saying, and the others.
pub(crate) fn written(object: &dyn Object) -> Value {
    Value::Object(written_but(object, ""))
}

/// The same without one of the properties.
pub(crate) fn written_but(object: &dyn Object, without: &str) -> Rest {
    let mut properties = object.rest();
    object.each(&mut |key, field| {
        if key != without && !field.is_left_out() {
            properties.insert(key.into(), field.written());
        }
    });
    properties
}

/// Whether nothing of an object needs to be written.
pub(crate) fn all_plain(object: &dyn Object) -> bool {
    let mut plain = object.rest().is_empty();
    object.each(&mut |_, field| plain = plain && field.is_left_out());
    plain
}

/// Where in a document of this shape properties stand that the model has no type for, by JSON pointer. They are
/// kept, and decide nothing: one that is misspelt would be passed over in silence.
pub fn unknown_properties<T: Shape>(document: Value) -> Vec<String> {
    let mut reader = Reader { kept: Some(Vec::new()), ..Reader::default() };
    T::blank().read(document, &mut reader);
    reader.kept.unwrap_or_default()
}

/// A key as a step of a JSON pointer (RFC 6901).
pub fn pointer_step(key: &str) -> String {
    let mut step = String::new();
    for letter in key.chars() {
        match letter {
            '~' => step.push_str("~0"),
            '/' => step.push_str("~1"),
            other => step.push(other),
        }
    }
    step
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::{Id, Scenario, Tenant};

    #[test]
    fn what_is_read_is_written() {
        let value = json!({
            "title": "t", "mine": null,
            "tenants": [{
                "id": "A", "displayName": "A", "x": [1, 2.5],
                "crossTenantAccessPolicy": { "default": { "isServiceDefault": true, "b2bCollaborationInbound": null, "y": {} } }
            }]
        });
        let mut expected = value.clone();
        // Null is the same as absent for a property that has a type, and kept for one that has none.
        expected["tenants"][0]["crossTenantAccessPolicy"]["default"]
            .as_object_mut()
            .unwrap()
            .remove("b2bCollaborationInbound");
        let scenario = Scenario::from_json(value).unwrap();
        let mut written = scenario.write();
        written["tenants"][0].as_object_mut().unwrap().remove("cloud");
        assert_eq!(written, expected);
    }

    #[test]
    fn errors_name_the_place() {
        let error = |value| Scenario::from_json(value).unwrap_err().to_string();
        assert_eq!(error(json!([])), "`` should be an object, but is a list");
        assert_eq!(
            error(json!({"tenants": [{"id": "a", "directory": {"users": [{"id": 7}]}}]})),
            "`/tenants/0/directory/users/0/id` should be an id, but is a number"
        );
        assert_eq!(error(json!({"tenants": [{}]})), "`/tenants/0/id` is missing; an id belongs there");
        assert!(
            error(json!({"tenants": [{"id": "a", "cloud": "moon"}]}))
                .starts_with("`/tenants/0/cloud` should be one of")
        );
    }

    #[test]
    fn properties_that_nobody_knows_are_told() {
        let document = json!({"title": "t", "mine": 1, "tenants": [{"id": "a", "x": {}, "teams": {"y": 2}}]});
        let told = unknown_properties::<Scenario>(document);
        assert_eq!(told, ["/tenants/0/teams/y", "/tenants/0/x", "/mine"]);
    }

    #[test]
    fn nothing_is_written_of_what_goes_without_saying() {
        let written = Tenant::untouched(Id::from("a")).write();
        assert_eq!(written, json!({"id": "a", "displayName": "a", "cloud": "commercial"}));
    }
}
