//! The parts of the program that are fetched when something needs them.
//!
//! Each is a WebAssembly module of its own, which holds whatever only it reaches. `cargo xtask package` cuts them
//! off; where nothing is cut off, as in tests, a part is there at once and everything else is the same.
//!
//! A part that is on its way is not fetched twice. One that could not be fetched is fetched again by whoever needs
//! it next.
//!
//! To add a part, name it below with what it gives, and reach that from nowhere else. Say in `tests/budgets.json`
//! what it may weigh.

use entente_policy::{Decision, Feature, Id, Matrix, Request, Scenario, evaluate};
use wasm_bindgen::prelude::*;

use crate::answer::{Compared, changes, explain, matrix, rows, test_report};
use crate::export::{self, Exporting};
use crate::failure::Failure;
use crate::gallery::{self, Gallery};
use crate::import::{Importing, import_files};
use crate::link::{self, Linking};

/// Declares the parts: for each a function of its name that gives its content, once it is there.
macro_rules! parts {
    ($($(#[$about:meta])* $name:ident: $content:ty = $value:expr;)+) => {
        $(
            $(#[$about])*
            pub(crate) async fn $name() -> Result<$content, Failure> {
                // Whatever is reached from here alone goes into the part. Without the feature this is a
                // function like any other.
                #[cfg_attr(feature = "split", wasm_split_helpers::wasm_split($name, fallible))]
                fn fetched() -> Result<$content, Missing> {
                    Ok($value)
                }

                #[cfg(feature = "split")]
                let content = fetched().await?;
                #[cfg(not(feature = "split"))]
                let content = fetched()?;
                Ok(content)
            }
        )+
    };
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
    rules: Rules = Rules { evaluate, matrix: Matrix::new };
    /// What answers for everybody × everything.
    classes: Classes = Classes { at_rest: Matrix::at_rest, matrix, changes };
    /// What puts answers into words, compares them with what is expected, and writes them for others.
    words: Words = Words { explain, rows, test_report, exporting: export::EXPORTING };
    /// What reads files of real tenants, and the gallery.
    files: Files = Files { import: import_files, gallery: gallery::GALLERY };
    /// What reads and writes links.
    links: Linking = link::LINKING;
}

/// That a part could not be fetched.
struct Missing;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for Missing {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Missing
    }
}

#[wasm_bindgen(raw_module = "./fetching.js")]
extern "C" {
    /// Why a part could not be fetched.
    #[wasm_bindgen(js_name = whyMissing)]
    fn why_missing() -> String;
}

impl From<Missing> for Failure {
    fn from(_: Missing) -> Self {
        Failure::new(format!(
            "a part of the package could not be fetched: {}. Asking again fetches it again",
            why_missing()
        ))
    }
}
