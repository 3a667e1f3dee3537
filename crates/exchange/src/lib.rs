//! Everything Entente reads and writes, and no evaluation.
//!
//! - [`activity`]: sign-ins of the past, and what a change would have meant for them;
//! - [`changes`]: what was changed, as requests to Microsoft Graph and files that carry them out;
//! - [`document`]: a scenario as a text that people keep, send and paste;
//! - [`block`]: a scenario in a page of documentation, as YAML or JSON;
//! - [`export`]: what a tenant has set, as Graph has it;
//! - [`fences`]: the blocks of a page of documentation that hold a scenario;
//! - [`gallery`]: the scenarios one can start from;
//! - [`generate`]: directories of any size;
//! - [`handover`]: what one administrator asks of the other;
//! - [`import`]: files of real tenants, read into a scenario;
//! - [`link`]: the whole state of a playground in an address;
//! - [`naming`]: whom a person means who writes a name;
//! - [`place`]: one setting of a scenario, by its address;
//! - [`pseudonym`]: a scenario that can be shown to others;
//! - [`render`]: decisions as a picture, tables and lists, for places that run no script;
//! - [`snippet`]: what somebody copies to have a scenario live in a page.
#![no_std]

extern crate alloc;

pub mod activity;
mod annotation;
mod beside;
pub mod block;
pub mod changes;
pub mod document;
mod endpoint;
pub mod export;
pub mod fences;
pub mod gallery;
pub mod generate;
pub mod handover;
pub mod import;
mod invitation_domains;
pub mod link;
pub mod naming;
pub mod place;
mod pointer;
pub mod pseudonym;
mod quote;
pub mod render;
pub mod snippet;
