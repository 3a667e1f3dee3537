//! JSON shapes: how the model is read from JSON and written to it.
//!
//! Every object of the model keeps the properties it has no type for and writes them back. Derived serde
//! code can do that only by flattening, which weighs more in WebAssembly than all the rules together
//! (166 of 744 KB of code, measured); a [`Shape`] works on `serde_json` values, by one small function per
//! type. Its errors name the place by JSON pointer and what was expected there.

use alloc::format;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;

use serde_json::{Map, Value};

use crate::Id;

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

impl ShapeError {
    fn new(expected: &'static str, found: &Value) -> Self {
        let found = match found {
            Value::Null => "null",
            Value::Bool(_) => "true or false",
            Value::Number(_) => "a number",
            Value::String(_) => "a text",
            Value::Array(_) => "a list",
            Value::Object(_) => "an object",
        };
        ShapeError { pointer: String::new(), expected, found: Some(found) }
    }

    /// The same error, seen from one level up.
    fn inside(mut self, token: impl fmt::Display) -> Self {
        self.pointer = format!("/{token}{}", self.pointer);
        self
    }
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

/// Something with a JSON shape.
pub trait Shape: Sized {
    /// What a value of this shape is called in an error.
    const EXPECTED: &'static str;

    /// Reads a value.
    ///
    /// # Errors
    /// When the value, or something in it, has another shape.
    fn read(value: Value) -> Result<Self, ShapeError>;

    /// Writes a value.
    fn write(&self) -> Value;

    /// What an absent property stands for; nothing where the property has to be there.
    fn absent() -> Option<Self> {
        None
    }

    /// Whether the value goes without saying: written out it would be the same as absent.
    fn is_plain(&self) -> bool {
        false
    }
}

/// The properties of an object.
pub(crate) fn properties(value: Value) -> Result<Rest, ShapeError> {
    match value {
        Value::Object(object) => Ok(object),
        other => Err(ShapeError::new("an object", &other)),
    }
}

/// Takes a property out of an object.
pub(crate) fn take<T: Shape>(object: &mut Rest, key: &str) -> Result<T, ShapeError> {
    match object.remove(key) {
        Some(value) => T::read(value).map_err(|error| error.inside(key)),
        None => T::absent().ok_or_else(|| ShapeError {
            pointer: format!("/{key}"),
            expected: T::EXPECTED,
            found: None,
        }),
    }
}

/// Puts a property into an object, unless it goes without saying.
pub(crate) fn put<T: Shape>(object: &mut Rest, key: &str, value: &T) {
    if !value.is_plain() {
        object.insert(key.into(), value.write());
    }
}

impl Shape for String {
    const EXPECTED: &'static str = "a text";

    fn read(value: Value) -> Result<Self, ShapeError> {
        match value {
            Value::String(text) => Ok(text),
            other => Err(ShapeError::new(Self::EXPECTED, &other)),
        }
    }

    fn write(&self) -> Value {
        Value::String(self.clone())
    }

    fn absent() -> Option<Self> {
        Some(String::new())
    }

    fn is_plain(&self) -> bool {
        self.is_empty()
    }
}

impl Shape for Id {
    const EXPECTED: &'static str = "an id";

    fn read(value: Value) -> Result<Self, ShapeError> {
        match value {
            Value::String(text) => Ok(Id::from(text)),
            other => Err(ShapeError::new(Self::EXPECTED, &other)),
        }
    }

    fn write(&self) -> Value {
        Value::String(self.as_str().into())
    }
}

impl Shape for bool {
    const EXPECTED: &'static str = "true or false";

    fn read(value: Value) -> Result<Self, ShapeError> {
        value.as_bool().ok_or_else(|| ShapeError::new(Self::EXPECTED, &value))
    }

    fn write(&self) -> Value {
        Value::Bool(*self)
    }

    fn absent() -> Option<Self> {
        Some(false)
    }

    fn is_plain(&self) -> bool {
        !self
    }
}

impl Shape for Rest {
    const EXPECTED: &'static str = "an object";

    fn read(value: Value) -> Result<Self, ShapeError> {
        properties(value)
    }

    fn write(&self) -> Value {
        Value::Object(self.clone())
    }
}

/// Null and absent are the same: the value is inherited, or there is none.
impl<T: Shape> Shape for Option<T> {
    const EXPECTED: &'static str = T::EXPECTED;

    fn read(value: Value) -> Result<Self, ShapeError> {
        if value.is_null() { Ok(None) } else { T::read(value).map(Some) }
    }

    fn write(&self) -> Value {
        self.as_ref().map_or(Value::Null, T::write)
    }

    fn absent() -> Option<Self> {
        Some(None)
    }

    fn is_plain(&self) -> bool {
        self.is_none()
    }
}

/// A collection that Graph may send as null.
impl<T: Shape> Shape for Vec<T> {
    const EXPECTED: &'static str = "a list";

    fn read(value: Value) -> Result<Self, ShapeError> {
        match value {
            Value::Null => Ok(Vec::new()),
            Value::Array(items) => {
                let mut list = Vec::with_capacity(items.len());
                for (at, item) in items.into_iter().enumerate() {
                    list.push(T::read(item).map_err(|error| error.inside(at))?);
                }
                Ok(list)
            }
            other => Err(ShapeError::new(Self::EXPECTED, &other)),
        }
    }

    fn write(&self) -> Value {
        Value::Array(self.iter().map(T::write).collect())
    }

    fn absent() -> Option<Self> {
        Some(Vec::new())
    }

    fn is_plain(&self) -> bool {
        self.is_empty()
    }
}

impl<T: Shape> Shape for Arc<T> {
    const EXPECTED: &'static str = T::EXPECTED;

    fn read(value: Value) -> Result<Self, ShapeError> {
        T::read(value).map(Arc::new)
    }

    fn write(&self) -> Value {
        T::write(self)
    }

    fn absent() -> Option<Self> {
        T::absent().map(Arc::new)
    }

    fn is_plain(&self) -> bool {
        T::is_plain(self)
    }
}

/// Has serde read and write a type by its shape, for whoever works with serde.
macro_rules! serde_by_shape {
    ($name:ty) => {
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serde::Serialize::serialize(&$crate::shape::Shape::write(self), serializer)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let value = <serde_json::Value as serde::Deserialize>::deserialize(deserializer)?;
                <Self as $crate::shape::Shape>::read(value).map_err(serde::de::Error::custom)
            }
        }
    };
}

/// Declares an object of the model: its properties by Graph's names, and a `rest` for all others.
macro_rules! object {
    ($(#[$meta:meta])* $name:ident { $($(#[$field_meta:meta])* $field:ident: $type:ty = $key:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name {
            $($(#[$field_meta])* pub $field: $type,)+
            /// Properties without a type here, kept as they came.
            pub rest: $crate::shape::Rest,
        }

        impl $crate::shape::Shape for $name {
            const EXPECTED: &'static str = "an object";

            fn read(value: serde_json::Value) -> Result<Self, $crate::shape::ShapeError> {
                let mut rest = $crate::shape::properties(value)?;
                Ok($name { $($field: $crate::shape::take(&mut rest, $key)?,)+ rest })
            }

            fn write(&self) -> serde_json::Value {
                let mut object = self.rest.clone();
                $($crate::shape::put(&mut object, $key, &self.$field);)+
                serde_json::Value::Object(object)
            }

            fn absent() -> Option<Self> {
                Self::read(serde_json::Value::Object($crate::shape::Rest::new())).ok()
            }

            fn is_plain(&self) -> bool {
                self.write().as_object().is_some_and(|object| object.is_empty())
            }
        }

        $crate::shape::serde_by_shape!($name);
    };
}

/// Declares an enumeration of words. With `kept`, a word it does not know is kept as it came; without, it
/// is an error. With `or`, that variant is what an absent word stands for.
macro_rules! words {
    ($(#[$meta:meta])* kept $name:ident $(or $absent:ident)? { $($(#[$variant_meta:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name {
            $($(#[$variant_meta])* $variant,)+
            /// A word this crate does not know, kept as it came.
            Other(alloc::string::String),
        }

        impl $name {
            /// The word as Graph spells it.
            pub fn as_str(&self) -> &str {
                match self {
                    $($name::$variant => $word,)+
                    $name::Other(word) => word,
                }
            }
        }

        impl $crate::shape::Shape for $name {
            const EXPECTED: &'static str = "a word";

            fn read(value: serde_json::Value) -> Result<Self, $crate::shape::ShapeError> {
                let word = <alloc::string::String as $crate::shape::Shape>::read(value)?;
                $(if word.eq_ignore_ascii_case($word) {
                    return Ok($name::$variant);
                })+
                Ok($name::Other(word))
            }

            fn write(&self) -> serde_json::Value {
                serde_json::Value::String(self.as_str().into())
            }

            $(fn absent() -> Option<Self> {
                Some($name::$absent)
            })?
        }

        $crate::shape::serde_by_shape!($name);
    };
    ($(#[$meta:meta])* $name:ident or $absent:ident { $($(#[$variant_meta:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name {
            $($(#[$variant_meta])* $variant,)+
        }

        impl Default for $name {
            fn default() -> Self {
                $name::$absent
            }
        }

        impl $name {
            /// The word used in data.
            pub fn as_str(self) -> &'static str {
                match self {
                    $($name::$variant => $word,)+
                }
            }
        }

        impl $crate::shape::Shape for $name {
            const EXPECTED: &'static str = concat!("one of" $(, " `", $word, "`")+);

            fn read(value: serde_json::Value) -> Result<Self, $crate::shape::ShapeError> {
                match value.as_str() {
                    $(Some($word) => Ok($name::$variant),)+
                    _ => Err($crate::shape::unexpected(Self::EXPECTED, &value)),
                }
            }

            fn write(&self) -> serde_json::Value {
                serde_json::Value::String(self.as_str().into())
            }

            fn absent() -> Option<Self> {
                Some($name::$absent)
            }
        }

        $crate::shape::serde_by_shape!($name);
    };
}

/// The error that `value` stands where something else belongs.
pub(crate) fn unexpected(expected: &'static str, value: &Value) -> ShapeError {
    ShapeError::new(expected, value)
}

pub(crate) use {object, serde_by_shape, words};

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::{Scenario, Tenant};

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
        let scenario = Scenario::read(value).unwrap();
        let mut written = scenario.write();
        written["tenants"][0].as_object_mut().unwrap().remove("cloud");
        assert_eq!(written, expected);
    }

    #[test]
    fn errors_name_the_place() {
        let error = |value| Scenario::read(value).unwrap_err().to_string();
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
    fn nothing_is_written_of_what_goes_without_saying() {
        let written = Tenant::untouched(Id::from("a")).write();
        assert_eq!(written, json!({"id": "a", "displayName": "a", "cloud": "commercial"}));
    }

    use alloc::string::ToString;
}
