//! Entente for JavaScript and TypeScript.
//!
//! A scenario lives inside the engine and is asked there; what goes in and out are plain objects. No rule and no
//! sentence is made here.
//!
//! What holds and changes a scenario does so at once. What answers gives a promise: it may need a part of the
//! program that is not here yet (`parts`, `asked`). It answers for the scenario as it was when it was asked.

#![cfg_attr(
    not(target_family = "wasm"),
    allow(dead_code, reason = "what only JavaScript calls is called by nobody elsewhere")
)]

mod answer;
mod asked;
mod export;
mod failure;
mod gallery;
mod import;
mod json;
mod link;
mod options;
mod parts;
mod rules;
mod scenario;
mod types;

pub use failure::Failure;
pub use gallery::gallery;
pub use scenario::Scenario;

#[cfg(target_family = "wasm")]
#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
