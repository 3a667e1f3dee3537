//! Declaring objects and words of the model, with their shapes.

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
                <Self as $crate::shape::Shape>::from_json(value).map_err(serde::de::Error::custom)
            }
        }
    };
}

/// Gives an [`Object`](crate::shape::Object) its shape, from what it is while nothing has been read.
macro_rules! as_object {
    ($name:ident $blank:tt) => {
        impl $crate::shape::Shape for $name {
            const EXPECTED: &'static str = "an object";

            fn blank() -> Self {
                $name $blank
            }

            fn read(&mut self, value: serde_json::Value, reader: &mut $crate::shape::Reader) {
                reader.object(value, self);
            }

            fn left_out(&mut self, reader: &mut $crate::shape::Reader) {
                reader.object(serde_json::Value::Object($crate::shape::Rest::new()), self);
            }

            fn write(&self) -> serde_json::Value {
                $crate::shape::written(self)
            }

            fn is_plain(&self) -> bool {
                $crate::shape::all_plain(self)
            }
        }

        $crate::shape::serde_by_shape!($name);
    };
}

/// Declares an object of the model: its properties by Graph's names, and a `rest` for all others.
macro_rules! object {
    ($(#[$meta:meta])* $name:ident { $($(#[$field_meta:meta])* $field:ident: $type:ty = $key:literal),+ $(,)? }) => {
        $(#[$meta])*
        // `Eq` is what lets two shared pointers be compared without looking at what they point to.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name {
            $($(#[$field_meta])* pub $field: $type,)+
            /// Properties without a type here, kept as they came.
            pub rest: $crate::shape::Rest,
        }

        impl $crate::shape::Object for $name {
            fn each(&self, see: &mut dyn FnMut(&'static str, &dyn $crate::shape::Field)) {
                $(see($key, &self.$field);)+
            }

            fn each_mut(&mut self, see: &mut dyn FnMut(&'static str, &mut dyn $crate::shape::Field)) {
                $(see($key, &mut self.$field);)+
            }

            fn rest(&self) -> $crate::shape::Rest {
                self.rest.clone()
            }

            fn keep(&mut self, rest: $crate::shape::Rest) {
                self.rest = rest;
            }
        }

        $crate::shape::as_object!($name {
            $($field: $crate::shape::Shape::blank(),)+
            rest: $crate::shape::Rest::new(),
        });
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

            fn read(&mut self, value: serde_json::Value, reader: &mut $crate::shape::Reader) {
                let word = reader.text(Self::EXPECTED, value);
                $(if word.eq_ignore_ascii_case($word) {
                    *self = $name::$variant;
                    return;
                })+
                *self = $name::Other(word);
            }

            $crate::shape::words!(@absent $name $($absent)?);

            fn write(&self) -> serde_json::Value {
                serde_json::Value::String(self.as_str().into())
            }

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

            fn read(&mut self, value: serde_json::Value, reader: &mut $crate::shape::Reader) {
                match value.as_str() {
                    $(Some($word) => *self = $name::$variant,)+
                    _ => reader.unexpected(Self::EXPECTED, &value),
                }
            }

            fn blank() -> Self {
                $name::$absent
            }

            fn write(&self) -> serde_json::Value {
                serde_json::Value::String(self.as_str().into())
            }
        }

        $crate::shape::serde_by_shape!($name);
    };
    (@absent $name:ident) => {
        fn blank() -> Self {
            $name::Other(alloc::string::String::new())
        }

        fn left_out(&mut self, reader: &mut $crate::shape::Reader) {
            reader.missing(Self::EXPECTED);
        }
    };
    (@absent $name:ident $absent:ident) => {
        fn blank() -> Self {
            $name::$absent
        }
    };
}

pub(crate) use {as_object, object, serde_by_shape, words};
