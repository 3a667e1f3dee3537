//! What Entente is held to.
//!
//! - `cases`: what the documentation says, as data in `tests/cases`;
//! - `properties`: what holds for every scenario, tried on random ones from `strategy`;
//! - `oracle`: the documented tables once more, as plain as they can be, to compare the engine with on random
//!   scenarios from `dense`;
//! - `activity`: sign-ins of the past, asked again: every shape is a folder in `tests/activity`;
//! - `folders`: cases that are folders of files as they come;
//! - `fuzz`: what holds for whatever bytes there are, tried on what fuzzers begin with and have found;
//! - `imports`: files of real tenants, read and written: every shape and quirk is a folder in `tests/imports`;
//! - `pseudonyms`: what may be shown to others;
//! - `takeaway`: what is taken away of a change, carried out;
//! - `tidy`: the order of the house itself.
//!
//! `PROPTEST_CASES` raises the number of random scenarios, `PROPTEST_RNG_SEED` chooses others.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that meets the unexpected has to stop"
)]

mod activity;
mod audit;
mod cases;
mod declarations;
mod dense;
mod examples;
mod folders;
mod fuzz;
mod gallery;
mod imports;
mod large;
mod links;
mod oracle;
mod properties;
mod pseudonyms;
mod questions;
mod strategy;
mod takeaway;
mod tenant_restrictions;
mod tidy;
