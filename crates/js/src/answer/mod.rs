//! What is answered: plain objects, whose types are written into the declarations of the package.

mod changes;
#[cfg(feature = "full")]
mod explanation;
#[cfg(feature = "full")]
mod gallery;
mod matrix;
mod tests_of_scenario;

pub(crate) use changes::changes;
#[cfg(feature = "full")]
pub(crate) use explanation::Explanation;
#[cfg(feature = "full")]
pub(crate) use gallery::entries;
pub(crate) use matrix::matrix;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
pub(crate) use tests_of_scenario::TestReport;
use wasm_bindgen::JsValue;

use crate::failure::Failure;

/// Hands an answer over.
pub(crate) fn hand_over(answer: &impl Serialize) -> Result<JsValue, Failure> {
    let handed = answer.serialize(&Serializer::json_compatible());
    handed.map_err(|_| Failure::new("the answer cannot be handed over"))
}
