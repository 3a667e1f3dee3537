//! The handshake counts what counting one by one gives.

use entente_policy::{
    Decision, Gate, GateSpread, Handshake, Matrix, Scenario, Spread, Status, Subject, evaluate,
};
use proptest::prelude::*;

use crate::questions::{Way, resources, subjects, ways};
use crate::strategy::{Random, Shapes, config, scenario};

/// Each person with the decisions about every application that the feature reaches.
fn rows(scenario: &Scenario, way: &Way) -> Vec<(Subject, Vec<Decision>)> {
    let outside = |decision: &Decision| {
        decision.gates.iter().any(|gate| gate.gate == Gate::FeatureScope && gate.status == Status::Fail)
    };
    subjects(scenario.tenant(&way.home).unwrap())
        .into_iter()
        .map(|user| {
            let decisions: Vec<Decision> = resources(scenario.tenant(&way.resource).unwrap())
                .iter()
                .map(|application| evaluate(scenario, &way.request(&user, application)))
                .filter(|decision| !outside(decision))
                .collect();
            (user, decisions)
        })
        .collect()
}

/// Whether the gate lets the request through; nothing where it takes no part in the decision.
fn is_open(gate: Gate, decision: &Decision) -> Option<bool> {
    let result = decision.gates.iter().find(|result| result.gate == gate)?;
    Some(matches!(result.status, Status::Pass | Status::Prompt))
}

/// Whether the gate refuses the request, or takes no part in the decision.
fn is_refused(gate: Gate, decision: &Decision) -> bool {
    let result = decision.gates.iter().find(|result| result.gate == gate);
    result.is_none_or(|result| result.status == Status::Fail)
}

proptest! {
    #![proptest_config(config(100))]

    #[test]
    fn the_handshake_counts_right(Random(scenario) in scenario(Shapes::Any)) {
        for way in ways(&scenario) {
            let handshake = Handshake::of(&Matrix::new(&scenario, &way.home, &way.resource, way.feature));
            let rows = rows(&scenario, &way);
            let reaches = |decisions: &Vec<Decision>| decisions.iter().any(|decision| decision.outcome.connects());
            let people = || rows.iter().filter(|(user, _)| *user != Subject::AnyOther);
            prop_assert_eq!(handshake.people, people().count());
            prop_assert_eq!(handshake.connected, people().filter(|(_, row)| reaches(row)).count());
            let any_other = rows.iter().find(|(user, _)| *user == Subject::AnyOther).unwrap();
            prop_assert_eq!(handshake.any_other_connects, reaches(&any_other.1));
            let at_rest = |gate: Gate| {
                let mut results = rows.iter().flat_map(|(_, row)| row).flat_map(|decision| &decision.gates);
                results.all(|result| result.gate != gate || result.is_at_rest())
            };
            for gate in [Gate::HomeOutbound, Gate::ResourceInbound, Gate::ConditionalAccess] {
                prop_assert!(handshake.gates.iter().any(|spread| spread.gate == gate), "{gate:?}");
            }
            prop_assert!(handshake.gates.iter().all(|spread| !at_rest(spread.gate)));
            for GateSpread { gate, spread, open_to, is_unsettled, .. } in &handshake.gates {
                let open = |row: &Vec<Decision>| row.iter().any(|decision| is_open(*gate, decision) == Some(true));
                prop_assert_eq!(*open_to, people().filter(|(_, row)| open(row)).count(), "{:?}", gate);
                let mut decisions = rows.iter().flat_map(|(_, row)| row);
                let expected = if decisions.all(|decision| is_open(*gate, decision) != Some(false)) {
                    Spread::All
                } else if rows.iter().any(|(_, row)| open(row)) {
                    Spread::Some
                } else if rows.iter().flat_map(|(_, row)| row).all(|decision| is_refused(*gate, decision)) {
                    Spread::None
                } else {
                    Spread::Open
                };
                prop_assert_eq!(*spread, expected, "{:?}", gate);
                let is_neither = |decision: &Decision| {
                    is_open(*gate, decision) == Some(false) && !is_refused(*gate, decision)
                };
                let mut decisions = rows.iter().flat_map(|(_, row)| row);
                prop_assert_eq!(*is_unsettled, decisions.any(is_neither), "{:?}", gate);
            }
        }
    }
}
