//! A smaller scenario of which the engine and the tables still disagree in the same way.

use entente_policy::{Request, Scenario, Shape};
use serde_json::Value;

use super::compare::{Disagreement, compare};

/// Leaves out whatever can be left out of `scenario`, part by part, until nothing more can.
pub(super) fn shrink(scenario: &Scenario, request: &Request, disagreement: &Disagreement) -> Scenario {
    let mut smallest = scenario.write();
    loop {
        let before = smallest.to_string().len();
        for pointer in parts(&smallest) {
            let mut candidate = smallest.clone();
            if !leave_out(&mut candidate, &pointer) {
                continue;
            }
            let Ok(scenario) = Scenario::from_json(candidate.clone()) else { continue };
            if compare(&scenario, request).1.as_ref() == Some(disagreement) {
                smallest = candidate;
            }
        }
        if smallest.to_string().len() == before {
            return Scenario::from_json(smallest).expect("it has been read before");
        }
    }
}

/// The pointers to all parts of a value, the large ones first, the later members of a list before the earlier
/// ones, so that leaving out one does not move those still to come.
fn parts(value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    let mut level = vec![(String::new(), value)];
    while !level.is_empty() {
        let mut next = Vec::new();
        for (pointer, value) in level {
            match value {
                Value::Object(properties) => {
                    next.extend(properties.iter().map(|(key, value)| (format!("{pointer}/{key}"), value)));
                }
                Value::Array(members) => {
                    let members = members.iter().enumerate().rev();
                    next.extend(members.map(|(at, value)| (format!("{pointer}/{at}"), value)));
                }
                _ => {}
            }
        }
        found.extend(next.iter().map(|(pointer, _)| pointer.clone()));
        level = next;
    }
    found
}

/// Takes the part at `pointer` out of its list or object.
fn leave_out(value: &mut Value, pointer: &str) -> bool {
    let Some((parent, last)) = pointer.rsplit_once('/') else { return false };
    match value.pointer_mut(parent) {
        Some(Value::Object(properties)) => properties.remove(last).is_some(),
        Some(Value::Array(members)) => {
            let at = last.parse().ok().filter(|at: &usize| *at < members.len());
            at.map(|at| members.remove(at)).is_some()
        }
        _ => false,
    }
}
