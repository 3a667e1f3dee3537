//! What went wrong, worded for the person at the keyboard.

use std::fmt;

/// One failure: what did not work and where, and what to do about it.
#[derive(Debug, PartialEq, Eq)]
pub struct Failure {
    what: String,
    remedy: Option<String>,
}

impl Failure {
    /// A failure that explains itself.
    pub(crate) fn new(what: impl Into<String>) -> Self {
        Failure { what: what.into(), remedy: None }
    }

    /// Adds what the reader can do about it.
    pub(crate) fn remedy(self, remedy: impl Into<String>) -> Self {
        Failure { remedy: Some(remedy.into()), ..self }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "error: {}", self.what)?;
        self.remedy.as_ref().map_or(Ok(()), |remedy| write!(f, "\n  try: {remedy}"))
    }
}
