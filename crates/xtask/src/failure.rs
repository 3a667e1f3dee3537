//! What went wrong, worded for the person at the keyboard.

use std::fmt;

/// The result of anything `xtask` does.
pub(crate) type Outcome<T = ()> = Result<T, Failure>;

/// One failure: what did not work and where, and, when we know it, what to do about it.
#[derive(Debug)]
pub(crate) struct Failure {
    what: String,
    remedy: Option<String>,
}

impl Failure {
    /// A failure that explains itself.
    pub(crate) fn new(what: impl Into<String>) -> Self {
        Self { what: what.into(), remedy: None }
    }

    /// Adds what the reader can do about it.
    pub(crate) fn remedy(mut self, remedy: impl Into<String>) -> Self {
        self.remedy = Some(remedy.into());
        self
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "error: {}", self.what)?;
        match &self.remedy {
            Some(remedy) => write!(formatter, "\n  try: {}", remedy.replace('\n', "\n       ")),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Failure;

    #[test]
    fn a_remedy_stands_under_what_went_wrong() {
        let failure = Failure::new("`node` is missing").remedy("install Node\nand run again");
        assert_eq!(
            failure.to_string(),
            "error: `node` is missing\n  try: install Node\n       and run again"
        );
    }
}
