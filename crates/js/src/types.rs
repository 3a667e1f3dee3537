//! TypeScript's declarations of what the engine reads and answers as it is: documents and decisions.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const CALLS: &'static str = include_str!("../types/calls.d.ts");

#[wasm_bindgen(typescript_custom_section)]
const DECISION: &'static str = include_str!("../types/decision.d.ts");

/// Written by a test, from what `entente-policy` declares.
#[wasm_bindgen(typescript_custom_section)]
const MODEL: &'static str = include_str!("../types/model.d.ts");

#[wasm_bindgen(typescript_custom_section)]
const EXPLANATION: &'static str = include_str!("../types/explanation.d.ts");

#[wasm_bindgen(typescript_custom_section)]
const EXCHANGE: &'static str = include_str!("../types/exchange.d.ts");
