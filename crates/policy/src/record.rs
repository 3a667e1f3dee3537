//! How answers are written as JSON. They are never read, so they need less than a [`Shape`](crate::Shape).

use alloc::vec::Vec;

use serde_json::Value;

use crate::shape::Rest;

/// Something that is written as JSON.
pub(crate) trait Record {
    fn record(&self) -> Value;
}

impl<T: Record> Record for Vec<T> {
    fn record(&self) -> Value {
        Value::Array(self.iter().map(T::record).collect())
    }
}

/// What there is not is null, and [`Properties::and`] leaves null out.
impl<T: Record> Record for Option<T> {
    fn record(&self) -> Value {
        self.as_ref().map_or(Value::Null, T::record)
    }
}

/// An object being written.
#[derive(Default)]
pub(crate) struct Properties(Rest);

impl Properties {
    /// With this property, unless it is null.
    pub(crate) fn and(mut self, key: &str, value: Value) -> Self {
        if !value.is_null() {
            self.0.insert(key.into(), value);
        }
        self
    }

    /// With this property, unless the list is empty.
    pub(crate) fn and_any<T: Record>(self, key: &str, list: &Vec<T>) -> Self {
        if list.is_empty() { self } else { self.and(key, list.record()) }
    }

    /// The object.
    pub(crate) fn object(self) -> Value {
        Value::Object(self.0)
    }
}

/// Declares an enumeration of words that answers are written in.
macro_rules! codes {
    ($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name {
            $($(#[$variant_meta])* $variant,)+
        }

        impl $name {
            /// The word used in data.
            pub fn as_str(self) -> &'static str {
                match self {
                    $($name::$variant => $word,)+
                }
            }
        }

        impl $crate::record::Record for $name {
            fn record(&self) -> serde_json::Value {
                self.as_str().into()
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    };
}

pub(crate) use codes;
