//! Declaring facts: what follows from a decision, with the page that says so and how well it does.

/// Declares what a section can say. The codes never change their meaning.
macro_rules! facts {
    ($($(#[$meta:meta])* $variant:ident = $code:literal is $standing:ident on $page:ident),+ $(,)?) => {
        /// What this section can say.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Fact {
            $($(#[$meta])* $variant,)+
        }

        impl Fact {
            /// Every fact of this section.
            pub const ALL: &'static [Fact] = &[$(Fact::$variant),+];

            /// The stable code.
            pub fn code(self) -> &'static str {
                match self {
                    $(Fact::$variant => $code,)+
                }
            }

            /// How well the documentation supports it.
            pub fn standing(self) -> $crate::Standing {
                match self {
                    $(Fact::$variant => $crate::Standing::$standing,)+
                }
            }

            /// The page it is from.
            pub fn page(self) -> super::Page {
                match self {
                    $(Fact::$variant => super::Page::$page,)+
                }
            }
        }
    };
}

/// Puts together what the sections declare.
macro_rules! sections {
    ($($family:ident($file:ident)),+ $(,)?) => {
        /// Something that follows from a decision or from the settings: the facts of every section. Their
        /// words live in `entente-narrate`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Fact {
            $(#[doc = concat!("A fact of `", stringify!($file), "`.")] $family($file::Fact),)+
        }

        impl Fact {
            /// Every fact of every section.
            pub fn all() -> impl Iterator<Item = Fact> {
                core::iter::empty()$(.chain($file::Fact::ALL.iter().map(|fact| Fact::$family(*fact))))+
            }

            /// The stable code. The codes never change their meaning.
            pub fn code(self) -> &'static str {
                match self {
                    $(Fact::$family(fact) => fact.code(),)+
                }
            }

            /// How well the documentation supports it.
            pub fn standing(self) -> $crate::Standing {
                match self {
                    $(Fact::$family(fact) => fact.standing(),)+
                }
            }

            /// The page it is from.
            pub fn page(self) -> Page {
                match self {
                    $(Fact::$family(fact) => fact.page(),)+
                }
            }
        }

        $(
            impl From<$file::Fact> for Fact {
                fn from(fact: $file::Fact) -> Self {
                    Fact::$family(fact)
                }
            }
        )+
    };
}

pub(crate) use {facts, sections};
