//! The parts of the program that are fetched when something needs them.
//!
//! Each is a WebAssembly module of its own, which holds whatever only it reaches. `cargo xtask package` cuts them
//! off; where nothing is cut off, as in tests, a part is there at once and everything else is the same.
//!
//! Whatever finds a part missing stops and says so; the part is then fetched, and the same is asked again (`asked`).
//!
//! To add a part, name it below with what it gives, and reach that from nowhere else. Say in `tests/budgets.json`
//! what it may weigh.

use std::cell::OnceCell;

use entente_policy::{Decision, Feature, Id, Matrix, Request, Scenario, evaluate};
use wasm_bindgen::JsValue;

use crate::answer::{Compared, changes, explain, matrix, rows, test_report};
use crate::export::{self, Exporting};
use crate::failure::Failure;
use crate::gallery::{self, Gallery};
use crate::import::{Importing, import_files};
use crate::link::{self, Linking};

/// Declares the parts: for each a function of its name that gives its content, if it is there.
macro_rules! parts {
    ($($(#[$about:meta])* $name:ident $part:ident: $content:ty = $value:expr;)+) => {
        /// A part of the program.
        #[derive(Clone, Copy, Debug)]
        pub(crate) enum Part {
            $($part,)+
        }

        /// What has been fetched.
        struct Here {
            $($name: OnceCell<$content>,)+
        }

        thread_local! {
            static HERE: Here = const { Here { $($name: OnceCell::new(),)+ } };
        }

        $(
            $(#[$about])*
            pub(crate) fn $name() -> Result<$content, Stopped> {
                HERE.with(|here| here.$name.get().copied()).ok_or(Stopped::Missing(Part::$part))
            }
        )+

        impl Part {
            /// What the scripts call the part.
            pub(crate) fn name(self) -> &'static str {
                match self {
                    $(Part::$part => stringify!($name),)+
                }
            }

            /// Takes in what a part gives that has been fetched.
            pub(crate) fn take_in(self) {
                match self {
                    $(Part::$part => {
                        // Whatever is reached from here alone goes into the part. Without the feature this is
                        // a function like any other.
                        #[cfg_attr(feature = "split", entente_parts::wasm_split($name, wasm_split_path = entente_parts))]
                        fn fetched() -> $content {
                            $value
                        }

                        #[cfg(feature = "split")]
                        let content = entente_parts::at_once(fetched());
                        #[cfg(not(feature = "split"))]
                        let content = Some(fetched());
                        if let Some(content) = content {
                            // Whoever was first has set the same.
                            let _ = HERE.with(|here| here.$name.set(content));
                        }
                    })+
                }
            }
        }
    };
}

/// Why there is no answer.
#[derive(Debug)]
pub(crate) enum Stopped {
    /// It needs a part that is not here. With it there is one.
    Missing(Part),
    /// There is none: what is thrown.
    Failed(JsValue),
}

impl From<Failure> for Stopped {
    fn from(failure: Failure) -> Self {
        Stopped::Failed(failure.into())
    }
}

/// What puts answers into words.
#[derive(Clone, Copy)]
pub(crate) struct Words {
    pub(crate) explain: fn(&Scenario, &Decision) -> Result<JsValue, Failure>,
    /// The names of a matrix's rows.
    pub(crate) rows: fn(&Scenario, &Matrix) -> Result<JsValue, Failure>,
    pub(crate) test_report: fn(&Scenario, &[Decision]) -> Result<JsValue, Failure>,
    pub(crate) exporting: Exporting,
}

/// What reads texts.
#[derive(Clone, Copy)]
pub(crate) struct Files {
    pub(crate) import: Importing,
    pub(crate) gallery: Gallery,
}

/// What puts people and applications that nothing tells apart into classes.
#[derive(Clone, Copy)]
pub(crate) struct Classes {
    /// A matrix, by the rules of gates at rest; nothing if a gate is not at rest.
    pub(crate) at_rest: fn(&Scenario, &Id, &Id, Feature) -> Option<Matrix>,
    /// A matrix as it is handed over.
    pub(crate) matrix: fn(&Matrix) -> Result<JsValue, Failure>,
    pub(crate) changes: fn(&[Compared]) -> Result<JsValue, Failure>,
}

/// The rules of every gate. Without this part there are those of gates at rest.
#[derive(Clone, Copy)]
pub(crate) struct Rules {
    pub(crate) evaluate: fn(&Scenario, &Request) -> Decision,
    pub(crate) matrix: fn(&Scenario, &Id, &Id, Feature) -> Matrix,
}

parts! {
    /// What gates say that are not at rest.
    rules Rules: Rules = Rules { evaluate, matrix: Matrix::new };
    /// What answers for everybody × everything.
    classes Classes: Classes = Classes { at_rest: Matrix::at_rest, matrix, changes };
    /// What puts answers into words, compares them with what is expected, and writes them for others.
    words Words: Words = Words { explain, rows, test_report, exporting: export::EXPORTING };
    /// What reads files of real tenants, and the gallery.
    files Files: Files = Files { import: import_files, gallery: gallery::GALLERY };
    /// What reads and writes links.
    links Links: Linking = link::LINKING;
}
