//! How well the documentation supports an answer, and where it says so.

use alloc::format;
use alloc::string::String;

use entente_policy::{Standing, Statement};

use crate::gates::says;

/// A standing in a word or two.
pub fn standing_word(standing: Standing) -> &'static str {
    match standing {
        Standing::Documented => "documented",
        Standing::Inferred => "inferred",
        Standing::Undocumented => "not documented",
        Standing::Contradictory => "documentation contradicts itself",
    }
}

/// A documented statement for people: what it says in our words, and the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// What the page says, in our words.
    pub says: &'static str,
    /// The page's address.
    pub address: String,
}

impl Reference {
    /// The reference for a statement.
    pub fn of(statement: Statement) -> Self {
        let says = says(statement);
        Reference { says, address: format!("https://learn.microsoft.com/{}", statement.page()) }
    }
}
