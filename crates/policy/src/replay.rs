//! What was asked in the past, asked again: of how things were before a change, and of how they are after it.

use alloc::vec::Vec;

use crate::{Decision, Gate, Id, Matrix, Outcome, Request, Scenario, Status, evaluate};

/// What a request comes to before a change, and after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replayed {
    /// What it came to before.
    pub before: Outcome,
    /// What it comes to now.
    pub after: Outcome,
    /// The gates that hold it up: as things are now where it does not connect now, and else as they were where it did
    /// not connect then.
    pub gates: Vec<Gate>,
}

/// Asks every request of two states of a scenario. It is what [`evaluate()`] says of each, for as much as a matrix
/// costs and a look at it for each request.
pub fn replay(before: &Scenario, after: &Scenario, requests: &[Request]) -> Vec<Replayed> {
    let mut known =
        [Known { scenario: before, matrices: Vec::new() }, Known { scenario: after, matrices: Vec::new() }];
    let ask = |request: &Request| {
        let [before, after] = &mut known;
        let (was, is) = (before.outcome(request), after.outcome(request));
        let gates = match (was.connects(), is.connects()) {
            (true, true) => Vec::new(),
            (_, false) => after.held_up(request),
            (false, true) => before.held_up(request),
        };
        Replayed { before: was, after: is, gates }
    };
    requests.iter().map(ask).collect()
}

/// The gates that the outcome is due to.
fn held_up(decision: &Decision) -> Vec<Gate> {
    let worst = decision.gates.iter().map(|gate| gate.status).max().unwrap_or(Status::Pass);
    decision.gates.iter().filter(|gate| gate.status == worst).map(|gate| gate.gate).collect()
}

/// A scenario and what has been worked out of it: few tenants have many requests between them.
struct Known<'a> {
    scenario: &'a Scenario,
    matrices: Vec<Matrix>,
}

impl Known<'_> {
    fn outcome(&mut self, request: &Request) -> Outcome {
        let looked_up =
            self.matrix(request).and_then(|matrix| matrix.look_up(&request.user, &request.application));
        looked_up.unwrap_or_else(|| evaluate(self.scenario, request).outcome)
    }

    /// The gates that the outcome is due to.
    fn held_up(&mut self, request: &Request) -> Vec<Gate> {
        let of_class = self.matrix(request).and_then(|matrix| {
            let (user_class, app_class) = matrix.classes_of(&request.user, &request.application)?;
            matrix.class_decision(user_class, app_class).map(held_up)
        });
        of_class.unwrap_or_else(|| held_up(&evaluate(self.scenario, request)))
    }

    /// The matrix that the request is looked up in. It is of requests without a signal of their own, and between tenants
    /// that the scenario has.
    fn matrix(&mut self, request: &Request) -> Option<&Matrix> {
        let is_known = |id: &Id| self.scenario.tenant(id).is_some();
        if request.signal.is_some() || !is_known(&request.home) || !is_known(&request.resource) {
            return None;
        }
        let is_its = |matrix: &Matrix| {
            let connection = &matrix.connection;
            connection.home.id == request.home
                && connection.resource.id == request.resource
                && connection.feature == request.feature
        };
        let at = self.matrices.iter().position(is_its).unwrap_or_else(|| {
            self.matrices.push(Matrix::new(self.scenario, &request.home, &request.resource, request.feature));
            self.matrices.len().saturating_sub(1)
        });
        self.matrices.get(at)
    }
}
