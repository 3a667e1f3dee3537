//! Outcomes and features in a word.

use alloc::string::String;

use entente_policy::gates::unknown;
use entente_policy::{Decision, Feature, Outcome, Reason, Status};

use crate::Narrator;
use crate::gates::word;

/// A feature's name.
pub fn feature(feature: Feature) -> &'static str {
    match feature {
        Feature::B2bDirectConnect => "B2B direct connect",
        Feature::B2bCollaboration => "B2B collaboration",
    }
}

/// A feature's name where B2B goes without saying.
pub fn feature_short(feature: Feature) -> &'static str {
    match feature {
        Feature::B2bDirectConnect => "direct connect",
        Feature::B2bCollaboration => "collaboration",
    }
}

/// An outcome for a cell: a sign that is not a colour, and a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// One character.
    pub sign: &'static str,
    /// A word or a few.
    pub word: String,
}

/// The sign of an outcome.
fn sign(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Allowed => "✓",
        Outcome::AllowedAfter => "◔",
        Outcome::Blocked => "✕",
        Outcome::Depends => "?",
        Outcome::Undocumented => "≟",
    }
}

impl Narrator<'_> {
    /// An outcome in general.
    pub fn outcome(&self, outcome: Outcome) -> Verdict {
        let word = match outcome {
            Outcome::Allowed => "Yes",
            Outcome::AllowedAfter => "After a prompt",
            Outcome::Blocked => "No",
            Outcome::Depends => "Depends",
            Outcome::Undocumented => "Not documented",
        };
        Verdict { sign: sign(outcome), word: word.into() }
    }

    /// A decision in a few words: what stands in its cell.
    pub fn verdict(&self, decision: &Decision) -> Verdict {
        let word = match decision.outcome {
            Outcome::AllowedAfter => after(decision),
            Outcome::Blocked => until(decision),
            Outcome::Depends => is_not_seen(decision).then(|| "Not known".into()),
            _ => None,
        };
        let general = self.outcome(decision.outcome);
        Verdict { word: word.unwrap_or(general.word), ..general }
    }
}

/// What the person has to do first, if it is one thing.
fn after(decision: &Decision) -> Option<String> {
    let mut prompts = decision
        .gates
        .iter()
        .flat_map(|gate| &gate.grounds)
        .filter(|ground| ground.status == Status::Prompt)
        .map(|ground| ground.reason);
    let first = prompts.next()?;
    if prompts.any(|other| other != first) {
        return None;
    }
    word(first).map(String::from)
}

/// What the person could do about a refusal, if nothing else stands in the way.
fn until(decision: &Decision) -> Option<String> {
    let mut failing = decision.failing().map(|ground| ground.reason);
    let first = failing.next()?;
    if failing.any(|other| other != first) {
        return None;
    }
    word(first).map(String::from)
}

/// Whether settings that nobody has seen decide.
pub(crate) fn is_not_seen(decision: &Decision) -> bool {
    let not_seen = Reason::Unknown(unknown::Reason::NotSeen);
    decision.gates.iter().any(|gate| gate.grounds.iter().any(|ground| ground.reason == not_seen))
}
