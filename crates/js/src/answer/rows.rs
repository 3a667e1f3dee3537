//! What the rows of a matrix are called.

use entente_narrate::{ClassName, Narrator};
use entente_policy::{Matrix, Scenario};
use serde::Serialize;
use tsify::Tsify;
use wasm_bindgen::JsValue;

use super::hand_over;
use crate::failure::Failure;

/// A class of people, in words.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RowName {
    /// What they have in common.
    name: String,
    /// How many they are.
    detail: String,
}

/// The names of all rows, in order.
pub(crate) fn rows(scenario: &Scenario, matrix: &Matrix) -> Result<JsValue, Failure> {
    let narrator = Narrator::new(scenario);
    let names = matrix.users.iter().map(|class| {
        let ClassName { name, detail } = narrator.class(matrix, class);
        RowName { name, detail }
    });
    hand_over(&names.collect::<Vec<_>>())
}
