//! The word that a table says about a request.

/// From best to worst for the person who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Says {
    /// Lets it through, or has nothing to do with it.
    Yes,
    /// Lets it through after a prompt.
    AfterPrompt,
    /// Something decides that the scenario does not state.
    Depends,
    /// The documentation does not say.
    Unclear,
    /// Keeps it out.
    No,
}

impl Says {
    pub(super) const ALL: [Says; 5] = [Says::Yes, Says::AfterPrompt, Says::Depends, Says::Unclear, Says::No];

    /// `Yes` or `No`.
    pub(super) fn whether(lets_through: bool) -> Self {
        if lets_through { Says::Yes } else { Says::No }
    }

    /// All have to be satisfied.
    pub(super) fn all(words: impl IntoIterator<Item = Says>) -> Says {
        words.into_iter().max().unwrap_or(Says::Yes)
    }

    /// Any one is enough.
    pub(super) fn any(words: impl IntoIterator<Item = Says>) -> Says {
        words.into_iter().min().unwrap_or(Says::Yes)
    }

    /// What the readings of the documentation come to: one word if they agree.
    pub(super) fn read(readings: impl IntoIterator<Item = Says>) -> Says {
        let mut readings = readings.into_iter();
        let first = readings.next().unwrap_or(Says::Yes);
        if readings.all(|other| other == first) { first } else { Says::Unclear }
    }

    /// The engine's code for it as the status of a gate.
    pub(super) fn status(self) -> &'static str {
        match self {
            Says::Yes => "pass",
            Says::AfterPrompt => "prompt",
            Says::Depends => "depends",
            Says::Unclear => "undocumented",
            Says::No => "fail",
        }
    }

    /// The engine's code for it as an outcome.
    pub(super) fn outcome(self) -> &'static str {
        match self {
            Says::Yes => "allowed",
            Says::AfterPrompt => "allowedAfter",
            Says::Depends => "depends",
            Says::Unclear => "undocumented",
            Says::No => "blocked",
        }
    }
}
