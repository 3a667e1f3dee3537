//! Everything Entente reads and writes, and no evaluation.
//!
//! - [`document`]: a scenario as a text that people keep, send and paste;
//! - [`gallery`]: the scenarios one can start from;
//! - [`link`]: the whole state of a playground in an address.
#![no_std]

extern crate alloc;

pub mod document;
pub mod gallery;
pub mod link;
mod pointer;
