//! Entente for JavaScript and TypeScript.
//!
//! A scenario lives inside the engine and is asked there; what goes in and out are plain objects. No rule and no
//! sentence is made here.
//!
//! The crate is compiled twice: as the program that answers, and, with the feature `full`, as the one that
//! explains its answers in words, has the gallery, and reads and writes links and files as well.

#![cfg_attr(
    not(target_family = "wasm"),
    allow(dead_code, reason = "what only JavaScript calls is called by nobody elsewhere")
)]

mod answer;
#[cfg(feature = "full")]
mod export;
mod failure;
#[cfg(feature = "full")]
mod full;
#[cfg(feature = "full")]
mod import;
mod json;
#[cfg(feature = "full")]
mod link;
mod options;
mod scenario;
mod types;

pub use failure::Failure;
#[cfg(feature = "full")]
pub use full::gallery;
#[cfg(feature = "full")]
pub use import::Unread;
pub use scenario::Scenario;
