//! Everything Entente reads and writes, and no evaluation.
//!
//! - [`document`]: a scenario as a text that people keep, send and paste;
//! - [`gallery`]: the scenarios one can start from.
#![no_std]

extern crate alloc;

pub mod document;
pub mod gallery;
mod pointer;
