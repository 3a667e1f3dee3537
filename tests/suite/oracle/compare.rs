//! The engine and the tables on one request.

use std::fmt;

use entente_policy::{Decision, Gate, Request, Scenario, evaluate};

use super::{Says, answers};

/// A request of which the engine and the tables say different things.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Disagreement {
    /// About which gate; the outcome where none is named.
    pub(super) gate: Option<Gate>,
    pub(super) engine: &'static str,
    pub(super) tables: &'static str,
}

impl fmt::Display for Disagreement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Disagreement { gate, engine, tables } = self;
        let what = gate.map_or("the outcome", Gate::as_str);
        write!(f, "{what}: the engine says {engine}, the tables say {tables}")
    }
}

/// What the engine says of a gate. A gate that does not look at a request keeps nobody out.
pub(super) fn status(decision: &Decision, gate: Gate) -> &'static str {
    let result = decision.gates.iter().find(|result| result.gate == gate);
    result.map_or(Says::Yes.status(), |result| result.status.as_str())
}

/// The engine's decision, and where the tables say something else: the first gate of which they do, or the
/// outcome.
pub(super) fn compare(scenario: &Scenario, request: &Request) -> (Decision, Option<Disagreement>) {
    let decision = evaluate(scenario, request);
    let answers = answers(scenario, request);
    let of_gate = Gate::ALL.iter().copied().find_map(|gate| {
        // A gate without a table has nothing to refuse.
        let says = answers.iter().find(|(other, _)| *other == gate).map_or(Says::Yes, |(_, says)| *says);
        let (engine, tables) = (status(&decision, gate), says.status());
        (engine != tables).then_some(Disagreement { gate: Some(gate), engine, tables })
    });
    let of_outcome = || {
        let (engine, tables) =
            (decision.outcome.as_str(), Says::all(answers.map(|(_, says)| says)).outcome());
        (engine != tables).then_some(Disagreement { gate: None, engine, tables })
    };
    let disagreement = of_gate.or_else(of_outcome);
    (decision, disagreement)
}
