//! Declaring gates, their reasons and the documented statements they rest on.
//!
//! A gate's file declares its own reasons and statements; the register in `gates/mod.rs` has a line for the
//! file. [`crate::Reason`], [`crate::Statement`] and [`crate::Gate`] are put together from these.

/// Declares why a gate says what it says. The codes never change their meaning.
macro_rules! reasons {
    ($($(#[$meta:meta])* $variant:ident = $code:literal),+ $(,)?) => {
        /// Why this gate says what it says.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Reason {
            $($(#[$meta])* $variant,)+
        }

        impl Reason {
            /// Every reason of this gate.
            pub const ALL: &'static [Reason] = &[$(Reason::$variant),+];

            /// The stable code.
            pub fn code(self) -> &'static str {
                match self {
                    $(Reason::$variant => $code,)+
                }
            }
        }
    };
}

/// Declares the documented statements a gate rests on: a code, and the page that makes the statement, below
/// `https://learn.microsoft.com/`.
macro_rules! statements {
    ($($(#[$meta:meta])* $variant:ident = $code:literal on $page:literal),+ $(,)?) => {
        /// A statement of Microsoft's documentation that this gate rests on.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Statement {
            $($(#[$meta])* $variant,)+
        }

        impl Statement {
            /// Every statement of this gate.
            pub const ALL: &'static [Statement] = &[$(Statement::$variant),+];

            /// The stable code.
            pub fn code(self) -> &'static str {
                match self {
                    $(Statement::$variant => $code,)+
                }
            }

            /// The page that makes the statement, below `https://learn.microsoft.com/`.
            pub fn page(self) -> &'static str {
                match self {
                    $(Statement::$variant => $page,)+
                }
            }
        }
    };
}

/// Puts together what the gates' files declare.
macro_rules! gates {
    ($($family:ident($file:ident) { $($(#[$meta:meta])* $gate:ident = $word:literal by $rule:expr $(, at rest $at_rest:expr)?;)* })+) => {
        $crate::record::codes! {
            /// One check that must pass.
            Gate {
                $($($(#[$meta])* $gate = $word,)*)+
            }
        }

        impl Gate {
            /// Every gate, in the order in which they stand between a person and an application.
            pub const ALL: &'static [Gate] = &[$($(Gate::$gate,)*)+];

            fn rule(self) -> &'static dyn GateRule {
                match self {
                    $($(Gate::$gate => &$rule,)*)+
                }
            }

            fn rule_at_rest(self) -> &'static dyn GateRule {
                match self {
                    $($(Gate::$gate => gates!(@at_rest $rule $(, $at_rest)?),)*)+
                }
            }
        }

        /// Why a ground says what it says: the reasons of every gate. Their words live in `entente-narrate`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Reason {
            $(#[doc = concat!("A reason of `", stringify!($file), "`.")] $family($file::Reason),)+
        }

        impl Reason {
            /// Every reason of every gate.
            pub fn all() -> impl Iterator<Item = Reason> {
                core::iter::empty()$(.chain($file::Reason::ALL.iter().map(|reason| Reason::$family(*reason))))+
            }

            /// The stable code. The codes never change their meaning.
            pub fn code(self) -> &'static str {
                match self {
                    $(Reason::$family(reason) => reason.code(),)+
                }
            }
        }

        /// A statement of Microsoft's documentation that a rule rests on: the statements of every gate.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Statement {
            $(#[doc = concat!("A statement that `", stringify!($file), "` rests on.")] $family($file::Statement),)+
        }

        impl Statement {
            /// Every statement of every gate.
            pub fn all() -> impl Iterator<Item = Statement> {
                core::iter::empty()$(.chain($file::Statement::ALL.iter().map(|statement| Statement::$family(*statement))))+
            }

            /// The stable code.
            pub fn code(self) -> &'static str {
                match self {
                    $(Statement::$family(statement) => statement.code(),)+
                }
            }

            /// The page that makes the statement, below `https://learn.microsoft.com/`.
            pub fn page(self) -> &'static str {
                match self {
                    $(Statement::$family(statement) => statement.page(),)+
                }
            }
        }

        $(
            impl From<$file::Reason> for Reason {
                fn from(reason: $file::Reason) -> Self {
                    Reason::$family(reason)
                }
            }

            impl From<$file::Statement> for Statement {
                fn from(statement: $file::Statement) -> Self {
                    Statement::$family(statement)
                }
            }
        )+
    };
    (@at_rest $rule:expr) => { &$rule };
    (@at_rest $rule:expr, $at_rest:expr) => { &$at_rest };
}

pub(crate) use {gates, reasons, statements};
