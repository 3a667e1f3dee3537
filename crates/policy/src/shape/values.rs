//! The shapes that everything else is made of: texts, ids, switches, lists, and what may be absent.

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use serde_json::Value;

use super::{Reader, Rest, Shape};
use crate::Id;

impl Shape for String {
    const EXPECTED: &'static str = "a text";

    fn read(&mut self, value: Value, reader: &mut Reader) {
        *self = reader.text(Self::EXPECTED, value);
    }

    fn blank() -> Self {
        String::new()
    }

    fn write(&self) -> Value {
        Value::String(self.clone())
    }

    fn is_plain(&self) -> bool {
        self.is_empty()
    }
}

impl Shape for Id {
    const EXPECTED: &'static str = "an id";

    fn read(&mut self, value: Value, reader: &mut Reader) {
        *self = Id::from(reader.text(Self::EXPECTED, value));
    }

    fn blank() -> Self {
        Id::from("")
    }

    fn left_out(&mut self, reader: &mut Reader) {
        reader.missing(Self::EXPECTED);
    }

    fn write(&self) -> Value {
        Value::String(self.as_str().into())
    }
}

impl Shape for bool {
    const EXPECTED: &'static str = "true or false";

    fn read(&mut self, value: Value, reader: &mut Reader) {
        match value {
            Value::Bool(word) => *self = word,
            other => reader.unexpected(Self::EXPECTED, &other),
        }
    }

    fn blank() -> Self {
        false
    }

    fn write(&self) -> Value {
        Value::Bool(*self)
    }

    fn is_plain(&self) -> bool {
        !self
    }
}

impl Shape for Rest {
    const EXPECTED: &'static str = "an object";

    fn read(&mut self, value: Value, reader: &mut Reader) {
        *self = reader.properties(value).rest();
    }

    fn blank() -> Self {
        Rest::new()
    }

    fn write(&self) -> Value {
        Value::Object(self.clone())
    }
}

/// Null and absent are the same: the value is inherited, or there is none.
impl<T: Shape> Shape for Option<T> {
    const EXPECTED: &'static str = T::EXPECTED;

    fn read(&mut self, value: Value, reader: &mut Reader) {
        if !value.is_null() {
            self.insert(T::blank()).read(value, reader);
        }
    }

    fn blank() -> Self {
        None
    }

    fn write(&self) -> Value {
        self.as_ref().map_or(Value::Null, T::write)
    }

    fn is_plain(&self) -> bool {
        self.is_none()
    }
}

/// A collection that Graph may send as null.
impl<T: Shape> Shape for Vec<T> {
    const EXPECTED: &'static str = "a list";

    fn read(&mut self, value: Value, reader: &mut Reader) {
        self.reserve_exact(value.as_array().map_or(0, Vec::len));
        reader.items(value, &mut |reader, item| {
            self.push(T::blank());
            if let Some(last) = self.last_mut() {
                last.read(item, reader);
            }
        });
    }

    fn blank() -> Self {
        Vec::new()
    }

    fn write(&self) -> Value {
        Value::Array(self.iter().map(T::write).collect())
    }

    fn is_plain(&self) -> bool {
        self.is_empty()
    }
}

impl<T: Shape> Shape for Arc<T> {
    const EXPECTED: &'static str = T::EXPECTED;

    fn read(&mut self, value: Value, reader: &mut Reader) {
        // Nobody else has what was just made.
        if let Some(inner) = Arc::get_mut(self) {
            inner.read(value, reader);
        }
    }

    fn blank() -> Self {
        Arc::new(T::blank())
    }

    fn left_out(&mut self, reader: &mut Reader) {
        // Nobody else has what was just made.
        if let Some(inner) = Arc::get_mut(self) {
            inner.left_out(reader);
        }
    }

    fn write(&self) -> Value {
        T::write(self)
    }

    fn is_plain(&self) -> bool {
        T::is_plain(self)
    }
}
