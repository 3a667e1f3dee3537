//! Words for what `entente-policy` decides, with the names the scenario gives its tenants, people, groups
//! and applications. Every reason code has a sentence here: the matches are exhaustive, so a new code does
//! not compile until it is worded. No decision is made here.
//!
//! [`Narrator`] is the way in. Sentences are [`Text`]s: runs of plain and of strong words, so that a name
//! a person typed is never interpreted as markup.
#![no_std]

extern crate alloc;

mod change;
mod class;
mod consequence;
mod gates;
mod handshake;
mod names;
mod note;
mod outcome;
mod remedy;
mod restrictions;
mod setting;
mod standing;
mod text;
mod verdict;

pub use class::{ClassName, grouped};
pub use consequence::title;
pub use restrictions::RestrictionsRow;
pub use setting::{property_name, setting_short};
pub use standing::{Reference, standing_word};
pub use text::{Run, Text, list_on};
pub use verdict::{Verdict, feature, feature_short};

use entente_policy::Scenario;

/// Words about one scenario.
#[derive(Clone, Copy, Debug)]
pub struct Narrator<'a> {
    scenario: &'a Scenario,
}

impl<'a> Narrator<'a> {
    /// Words about `scenario`.
    pub fn new(scenario: &'a Scenario) -> Self {
        Narrator { scenario }
    }
}

#[cfg(test)]
mod tests;
