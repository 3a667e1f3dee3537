//! The shapes that everything else is made of: texts, ids, switches, lists, and what may be absent.

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use serde_json::Value;

use super::{Reader, Rest, Shape, Token};
use crate::Id;

impl Shape for String {
    const EXPECTED: &'static str = "a text";

    fn read(value: Value, reader: &mut Reader) -> Self {
        reader.text(Self::EXPECTED, value)
    }

    fn absent(_: &mut Reader) -> Self {
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

    fn read(value: Value, reader: &mut Reader) -> Self {
        Id::from(reader.text(Self::EXPECTED, value))
    }

    fn absent(reader: &mut Reader) -> Self {
        reader.missing(Self::EXPECTED);
        Id::from("")
    }

    fn write(&self) -> Value {
        Value::String(self.as_str().into())
    }
}

impl Shape for bool {
    const EXPECTED: &'static str = "true or false";

    fn read(value: Value, reader: &mut Reader) -> Self {
        value.as_bool().unwrap_or_else(|| {
            reader.unexpected(Self::EXPECTED, &value);
            false
        })
    }

    fn absent(_: &mut Reader) -> Self {
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

    fn read(value: Value, reader: &mut Reader) -> Self {
        reader.properties(value).rest()
    }

    fn absent(_: &mut Reader) -> Self {
        Rest::new()
    }

    fn write(&self) -> Value {
        Value::Object(self.clone())
    }
}

/// Null and absent are the same: the value is inherited, or there is none.
impl<T: Shape> Shape for Option<T> {
    const EXPECTED: &'static str = T::EXPECTED;

    fn read(value: Value, reader: &mut Reader) -> Self {
        if value.is_null() { None } else { Some(T::read(value, reader)) }
    }

    fn absent(_: &mut Reader) -> Self {
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

    fn read(value: Value, reader: &mut Reader) -> Self {
        let items = match value {
            Value::Null => Vec::new(),
            Value::Array(items) => items,
            other => {
                reader.unexpected(Self::EXPECTED, &other);
                Vec::new()
            }
        };
        let mut list = Vec::with_capacity(items.len());
        for (at, item) in items.into_iter().enumerate() {
            reader.place.push(Token::Item(at));
            list.push(T::read(item, reader));
            reader.place.pop();
        }
        list
    }

    fn absent(_: &mut Reader) -> Self {
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

    fn read(value: Value, reader: &mut Reader) -> Self {
        Arc::new(T::read(value, reader))
    }

    fn absent(reader: &mut Reader) -> Self {
        Arc::new(T::absent(reader))
    }

    fn write(&self) -> Value {
        T::write(self)
    }

    fn is_plain(&self) -> bool {
        T::is_plain(self)
    }
}
