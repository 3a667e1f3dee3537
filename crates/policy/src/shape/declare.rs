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

        impl $crate::shape::Shape for $name {
            const EXPECTED: &'static str = "an object";

            fn read(value: serde_json::Value, reader: &mut $crate::shape::Reader) -> Self {
                let mut object = reader.properties(value);
                $name { $($field: reader.take(&mut object, $key),)+ rest: reader.rest(object) }
            }

            fn absent(reader: &mut $crate::shape::Reader) -> Self {
                Self::read(serde_json::Value::Object($crate::shape::Rest::new()), reader)
            }

            fn write(&self) -> serde_json::Value {
                let mut object = self.rest.clone();
                $($crate::shape::put(&mut object, $key, &self.$field);)+
                serde_json::Value::Object(object)
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

            fn read(value: serde_json::Value, reader: &mut $crate::shape::Reader) -> Self {
                let word = reader.text(Self::EXPECTED, value);
                $(if word.eq_ignore_ascii_case($word) {
                    return $name::$variant;
                })+
                $name::Other(word)
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

            fn read(value: serde_json::Value, reader: &mut $crate::shape::Reader) -> Self {
                match value.as_str() {
                    $(Some($word) => $name::$variant,)+
                    _ => {
                        reader.unexpected(Self::EXPECTED, &value);
                        $name::$absent
                    }
                }
            }

            fn absent(_: &mut $crate::shape::Reader) -> Self {
                $name::$absent
            }

            fn write(&self) -> serde_json::Value {
                serde_json::Value::String(self.as_str().into())
            }
        }

        $crate::shape::serde_by_shape!($name);
    };
    (@absent $name:ident) => {
        fn absent(reader: &mut $crate::shape::Reader) -> Self {
            reader.missing(Self::EXPECTED);
            $name::Other(alloc::string::String::new())
        }
    };
    (@absent $name:ident $absent:ident) => {
        fn absent(_: &mut $crate::shape::Reader) -> Self {
            $name::$absent
        }
    };
}

pub(crate) use {object, serde_by_shape, words};
