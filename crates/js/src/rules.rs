//! Answers by as many rules as the scenario needs.

use entente_exchange::render::Way;
use entente_policy::{Decision, Feature, Matrix, Request, Scenario, evaluate_at_rest};

use crate::answer::Compared;
use crate::parts::{self, Stopped};

/// The decision on a request.
pub(crate) fn decide(scenario: &Scenario, request: &Request) -> Result<Decision, Stopped> {
    match evaluate_at_rest(scenario, request) {
        Some(decision) => Ok(decision),
        None => Ok((parts::rules()?.evaluate)(scenario, request)),
    }
}

/// Everybody × everything.
pub(crate) fn matrix(scenario: &Scenario, way: &Way) -> Result<Matrix, Stopped> {
    let Way { home, resource, feature } = way;
    match (parts::classes()?.at_rest)(scenario, home, resource, *feature) {
        Some(matrix) => Ok(matrix),
        None => Ok((parts::rules()?.matrix)(scenario, home, resource, *feature)),
    }
}

/// Everybody × everything in both scenarios, for each pair of tenants that both hold, by both features.
pub(crate) fn compared(before: &Scenario, after: &Scenario) -> Result<Vec<Compared>, Stopped> {
    let mut compared = Vec::new();
    let known = || after.tenants.iter().filter(|tenant| before.tenant(&tenant.id).is_some());
    for feature in Feature::ALL {
        for home in known() {
            for resource in known().filter(|resource| resource.id != home.id) {
                let way = Way { home: home.id.clone(), resource: resource.id.clone(), feature };
                let before = matrix(before, &way)?;
                compared.push(Compared { before, after: matrix(after, &way)? });
            }
        }
    }
    Ok(compared)
}
