//! Answers by as many rules as the scenario needs.

use entente_exchange::render::Way;
use entente_policy::{Decision, Matrix, Request, Scenario, evaluate_at_rest};

use crate::failure::Failure;
use crate::parts;

/// The decision on a request.
pub(crate) async fn decide(scenario: &Scenario, request: &Request) -> Result<Decision, Failure> {
    match evaluate_at_rest(scenario, request) {
        Some(decision) => Ok(decision),
        None => Ok((parts::rules().await?.evaluate)(scenario, request)),
    }
}

/// Everybody × everything.
pub(crate) async fn matrix(scenario: &Scenario, way: &Way) -> Result<Matrix, Failure> {
    let Way { home, resource, feature } = way;
    match Matrix::at_rest(scenario, home, resource, *feature) {
        Some(matrix) => Ok(matrix),
        None => Ok((parts::rules().await?.matrix)(scenario, home, resource, *feature)),
    }
}
