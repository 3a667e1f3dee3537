//! What is answered: plain objects, whose types are written into the declarations of the package.

mod changes;
mod explanation;
mod matrix;
mod rows;
mod tests_of_scenario;

pub(crate) use changes::{Compared, changes};
pub(crate) use explanation::explain;
pub(crate) use matrix::matrix;
pub(crate) use rows::rows;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
pub(crate) use tests_of_scenario::test_report;
use wasm_bindgen::JsValue;

use crate::failure::Failure;

/// Hands an answer over.
pub(crate) fn hand_over(answer: &impl Serialize) -> Result<JsValue, Failure> {
    let handed = answer.serialize(&Serializer::json_compatible());
    handed.map_err(|_| Failure::new("the answer cannot be handed over"))
}
