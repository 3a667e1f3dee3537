//! What nobody has seen may be anything: the engine says of a gate what the tables say whatever it is, and that it
//! depends only where it does.

use std::collections::BTreeMap;

use entente_policy::gates::unknown::Reason as Unknown;
use entente_policy::{Decision, Gate, Outcome, Reason, Status, evaluate};

use super::compare::status;
use super::{Says, answers};
use crate::dense::{completed, with_unknown};

/// How many scenarios are tried.
const SCENARIOS: u64 = 1_500;

/// How often each is completed.
const COMPLETED: u64 = 48;

/// Whether something that nobody has seen may change a gate’s answer.
fn is_open(decision: &Decision, gate: Gate) -> bool {
    let result = decision.gates.iter().find(|result| result.gate == gate);
    result.is_some_and(|result| {
        result.status != Status::Fail
            && result.grounds.iter().any(|ground| ground.reason == Reason::Unknown(Unknown::NotSeen))
    })
}

#[test]
fn whatever_nobody_has_seen_is_tried() {
    let mut open: BTreeMap<Gate, u64> = BTreeMap::new();
    let mut needless: BTreeMap<Gate, u64> = BTreeMap::new();
    for number in 0..SCENARIOS {
        let (scenario, requests) = with_unknown(7, number);
        let tried: Vec<_> =
            (0..COMPLETED).map(|seed| completed(&scenario, number * COMPLETED + seed)).collect();
        for request in &requests {
            let decision = evaluate(&scenario, request);
            let tables: Vec<_> = tried.iter().map(|scenario| answers(scenario, request)).collect();
            for (at, (gate, first)) in tables[0].into_iter().enumerate() {
                let said = || tables.iter().map(|answers| answers[at].1);
                let place = || {
                    format!(
                        "scenario {number}, {}: {}\n{}",
                        gate.as_str(),
                        serde_json::to_string(request).unwrap(),
                        serde_json::to_string(&scenario).unwrap()
                    )
                };
                if is_open(&decision, gate) {
                    *open.entry(gate).or_default() += 1;
                    if said().all(|says| says == first) {
                        *needless.entry(gate).or_default() += 1;
                    }
                    continue;
                }
                for says in said() {
                    assert_eq!(status(&decision, gate), says.status(), "{}", place());
                }
            }
            // A refusal holds whatever is seen, and so does being let through.
            if matches!(decision.outcome, Outcome::Blocked | Outcome::Allowed | Outcome::AllowedAfter) {
                for answers in &tables {
                    let outcome = Says::all(answers.iter().map(|(_, says)| *says)).outcome();
                    assert_eq!(decision.outcome.as_str(), outcome, "scenario {number}");
                }
            }
        }
    }
    println!("open: {open:?}\nof these, all completions agree: {needless:?}");
    for gate in [
        Gate::Cloud,
        Gate::HomeOutbound,
        Gate::ResourceInbound,
        Gate::Invitation,
        Gate::TenantRestrictions,
        Gate::ConditionalAccess,
    ] {
        let (open, needless) =
            (open.get(&gate).copied().unwrap_or(0), needless.get(&gate).copied().unwrap_or(0));
        assert!(open > 20, "{}: open {open} times", gate.as_str());
        assert!(needless * 20 <= open, "{}: {needless} of {open} need not be open", gate.as_str());
    }
}
