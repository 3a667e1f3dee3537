//! What a decision is expected to be, and in what it differs.
//!
//! An expectation names as much of a decision as its author cares about: the outcome, who has to act, and per
//! gate its status, owner, reason, error and so on. Whatever it leaves out is not looked at. A key it misspells
//! is reported, never passed over.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use serde_json::Value;

use crate::record::Record;
use crate::shape::{Rest, object};
use crate::{
    Decision, Feature, Gate, Id, Request, Resource, Scenario, Subject, TenantRestrictionsSignal, evaluate,
};

object! {
    /// A question about the scenario it stands in, with the answer it should have.
    ScenarioTest {
        /// What is tested, in a sentence.
        what: String = "what",
        /// The tenant of the user.
        home: Id = "home",
        /// The tenant of the application.
        resource: Id = "resource",
        /// By which feature.
        feature: Feature = "feature",
        /// Who.
        user: Subject = "user",
        /// To what.
        application: Resource = "application",
        /// The signal of tenant restrictions that the request carries, in the place of the session's.
        signal: Option<TenantRestrictionsSignal> = "signal",
        /// What should come out.
        expect: Expectation = "expect",
    }
}

object! {
    /// What is expected of a decision.
    #[derive(Default)]
    Expectation {
        /// The outcome's word.
        outcome: Option<String> = "outcome",
        /// Who has to act, in order.
        actors: Option<Vec<String>> = "actors",
        /// What the gates say, by the gates' words; null for a gate that the decision does not have.
        gates: Rest = "gates",
    }
}

/// One key that came out otherwise than expected.
#[derive(Clone, Debug, PartialEq)]
pub struct Mismatch {
    /// Which key, from the decision down: `gates.homeOutbound.reason`.
    pub key: String,
    /// What was expected.
    pub expected: Value,
    /// What came out; for a key that a decision does not have, a text that says so.
    pub got: Value,
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Mismatch { key, expected, got } = self;
        write!(f, "{key}: expected {expected}, got {got}")
    }
}

impl ScenarioTest {
    /// The question alone.
    pub fn request(&self) -> Request {
        Request {
            home: self.home.clone(),
            resource: self.resource.clone(),
            feature: self.feature,
            user: self.user.clone(),
            application: self.application.clone(),
            signal: self.signal.clone(),
        }
    }

    /// Everything in which the answer differs from what is expected; nothing when the test holds.
    pub fn run(&self, scenario: &Scenario) -> Vec<Mismatch> {
        self.mismatches(&evaluate(scenario, &self.request()))
    }

    /// Everything in which the answer to its question differs from what is expected.
    pub fn mismatches(&self, decision: &Decision) -> Vec<Mismatch> {
        let mut mismatches: Vec<Mismatch> = self.rest.keys().map(|key| unknown(key.clone())).collect();
        mismatches.extend(self.expect.mismatches(decision));
        mismatches
    }
}

impl Expectation {
    /// Everything in which `decision` differs from what is expected of it.
    pub fn mismatches(&self, decision: &Decision) -> Vec<Mismatch> {
        let mut found: Vec<Mismatch> = self.rest.keys().map(|key| unknown(format!("expect.{key}"))).collect();
        let mut check = |key: String, expected: Value, got: Value| {
            if expected != got {
                found.push(Mismatch { key, expected, got });
            }
        };
        if let Some(outcome) = &self.outcome {
            check("outcome".into(), outcome.as_str().into(), decision.outcome.record());
        }
        if let Some(actors) = &self.actors {
            let expected = actors.iter().map(|actor| Value::from(actor.as_str())).collect();
            check("actors".into(), expected, decision.actors().record());
        }
        for (name, expected) in &self.gates {
            let known = Gate::ALL.iter().any(|gate| gate.as_str() == name);
            let gate = decision.gates.iter().find(|gate| gate.gate.as_str() == name).map(Record::record);
            match (expected.as_object(), gate) {
                _ if !known => {
                    check(format!("gates.{name}"), expected.clone(), "there is no such gate".into());
                }
                (None, None) => {}
                (None, Some(gate)) => check(format!("gates.{name}"), expected.clone(), gate),
                (Some(_), None) => check(format!("gates.{name}"), expected.clone(), Value::Null),
                (Some(keys), Some(gate)) => {
                    for (key, expected) in keys {
                        let got = of_gate(&gate, key).unwrap_or_else(|| "there is no such key".into());
                        check(format!("gates.{name}.{key}"), in_order(key, expected.clone()), got);
                    }
                }
            }
        }
        found
    }
}

fn unknown(key: String) -> Mismatch {
    Mismatch { key, expected: Value::Null, got: "there is no such key".into() }
}

/// What a gate says under a key of an expectation: its own properties, or those of its first ground.
fn of_gate(gate: &Value, key: &str) -> Option<Value> {
    let grounds = gate.get("grounds").and_then(Value::as_array);
    let first = grounds.and_then(|grounds| grounds.first());
    let of_first = || first.and_then(|first| first.get(key)).cloned().unwrap_or_default();
    let list = |value: Value| if value.is_null() { Value::Array(Vec::new()) } else { value };
    Some(match key {
        "status" | "owner" => gate.get(key).cloned().unwrap_or_default(),
        "reason" | "source" | "error" | "standing" | "policy" | "actor" => of_first(),
        "settings" => in_order(key, list(of_first())),
        "notes" => in_order(key, of_every(list(of_first()).as_array(), "kind")),
        "readings" => list(of_first()),
        "reasons" => of_every(grounds, "reason"),
        "errors" => of_every(grounds, "error"),
        _ => return None,
    })
}

fn of_every(items: Option<&Vec<Value>>, key: &str) -> Value {
    items.into_iter().flatten().filter_map(|item| item.get(key)).cloned().collect()
}

/// Settings and notes are sets: both sides are brought into one order.
fn in_order(key: &str, value: Value) -> Value {
    match value {
        Value::Array(mut items) if matches!(key, "settings" | "notes") => {
            items.sort_by_key(Value::to_string);
            Value::Array(items)
        }
        value => value,
    }
}
