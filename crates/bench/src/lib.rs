//! How fast the rules answer, side by side with what else could answer the same.
//!
//! `cargo xtask bench` runs the program here, then the page in `web/`, and puts both into one table. All are given the
//! same questions ([`workload`]) and have to give the same answers, or nothing is measured.

pub mod by_hand;
pub mod measure;
#[cfg(not(target_arch = "wasm32"))]
pub mod peers;
#[cfg(target_arch = "wasm32")]
mod wasm;
pub mod workload;
