//! Whatever is read from outside, fuzzed by coverage: the targets of `cargo fuzz`.
//!
//! What has to hold is in `hold`, and what it is begun with in `seeds`. The suite (`tests/suite/fuzz.rs`) holds both, and
//! whatever a fuzzer has found, without a fuzzer.

pub mod hold;
pub mod seeds;
