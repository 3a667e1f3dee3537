//! The page, a component a file.
//!
//! House rules, against two defects of Yew 0.23.0 in the DOM: every list has keys and an element of its own,
//! every condition between siblings has an element of its own, and no component renders nothing.

pub(crate) mod app;
mod audit;
mod awaited;
mod bar;
mod bridge;
mod bystanders;
pub(crate) mod compact;
mod conditional_access;
mod consequences;
mod control;
mod copied;
pub(crate) mod dialogs;
mod directory;
mod document;
mod drop_places;
pub(crate) mod editors;
pub(crate) mod export;
mod gallery;
pub(crate) mod import;
mod lane;
pub(crate) mod matrix;
mod more;
mod picker;
mod redemption;
mod remarks;
mod roles;
pub(crate) mod search;
mod setting;
pub(crate) mod share;
mod source;
mod tenant;
mod trust;
pub(crate) mod why;
mod words;
