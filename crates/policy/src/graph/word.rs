//! Graph's enumerations: known words have a variant, any other word is kept as it came.

/// Declares an enumeration whose values are words, with a variant that keeps words it does not know.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[serde(from = "alloc::string::String", into = "alloc::string::String")]
        pub enum $name {
            $($(#[$vmeta])* $variant,)+
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

        impl From<alloc::string::String> for $name {
            fn from(word: alloc::string::String) -> Self {
                $(if word.eq_ignore_ascii_case($word) {
                    return $name::$variant;
                })+
                $name::Other(word)
            }
        }

        impl From<$name> for alloc::string::String {
            fn from(value: $name) -> Self {
                value.as_str().into()
            }
        }
    };
}

pub(crate) use words;
