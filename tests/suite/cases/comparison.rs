//! What was expected against what came out, key by key, on the JSON that every door of the engine returns.

use std::fmt;

use entente_policy::{Decision, Gate};
use serde_json::{Value, json};

use super::case::Expect;

/// One key that came out otherwise than expected.
#[derive(Debug)]
pub(super) struct Mismatch {
    /// Which key, from the decision down.
    pub(super) key: String,
    expected: Value,
    got: Value,
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Mismatch { key, expected, got } = self;
        write!(f, "{key}: expected {expected}, got {got}")
    }
}

/// The gates there are.

/// Everything in which `decision` differs from what is expected of it.
pub(super) fn compare(decision: &Decision, expect: &Expect) -> Vec<Mismatch> {
    let json = serde_json::to_value(decision).expect("a decision is JSON");
    let mut mismatches = Vec::new();
    let mut check = |key: String, expected: &Value, got: Value| {
        if *expected != got {
            mismatches.push(Mismatch { key, expected: expected.clone(), got });
        }
    };
    check("outcome".into(), &json!(expect.outcome), json["outcome"].clone());
    if let Some(actors) = &expect.actors {
        check("actors".into(), actors, json!(decision.actors()));
    }
    for (name, expected) in &expect.gates {
        let known = Gate::ALL.iter().any(|gate| json!(gate) == json!(name));
        let gate = json["gates"].as_array().into_iter().flatten().find(|gate| gate["gate"] == json!(name));
        match (expected.as_object(), gate) {
            _ if !known => check(format!("gates.{name}"), expected, json!("there is no such gate")),
            (None, None) => {}
            (None, Some(gate)) => check(format!("gates.{name}"), expected, gate.clone()),
            (Some(_), None) => check(format!("gates.{name}"), expected, Value::Null),
            (Some(keys), Some(gate)) => {
                for (key, expected) in keys {
                    let key_path = format!("gates.{name}.{key}");
                    match of_gate(gate, key) {
                        Some(got) => check(key_path, &in_order(key, expected), got),
                        None => check(key_path, expected, json!("there is no such key")),
                    }
                }
            }
        }
    }
    mismatches
}

/// What a gate says under a key of an expectation: its own properties, or those of its first ground.
fn of_gate(gate: &Value, key: &str) -> Option<Value> {
    let first = &gate["grounds"][0];
    Some(match key {
        "status" | "owner" => gate[key].clone(),
        "reason" | "source" | "error" | "standing" | "policy" => first[key].clone(),
        "settings" => in_order(key, &first[key]),
        "notes" => in_order(key, &kinds(&first[key])),
        "readings" => first[key].as_array().map_or(json!([]), |readings| json!(readings)),
        "reasons" => gate["grounds"].as_array()?.iter().map(|ground| ground["reason"].clone()).collect(),
        _ => return None,
    })
}

fn kinds(notes: &Value) -> Value {
    notes.as_array().into_iter().flatten().map(|note| note["kind"].clone()).collect()
}

/// Settings and notes are sets: both sides are brought into one order.
fn in_order(key: &str, value: &Value) -> Value {
    match value.as_array() {
        Some(items) if matches!(key, "settings" | "notes") => {
            let mut items = items.clone();
            items.sort_by_key(Value::to_string);
            Value::Array(items)
        }
        _ => value.clone(),
    }
}

#[cfg(test)]
mod tests {
    use entente_policy::{Feature, Request, Resource, Scenario, Subject, evaluate};
    use serde::Deserialize;

    use super::*;

    /// The decision about two tenants that nobody has configured, by direct connect.
    fn decision() -> Decision {
        let request = Request {
            home: "h".into(),
            resource: "r".into(),
            feature: Feature::B2bDirectConnect,
            user: Subject::AnyOther,
            application: Resource::Application("a".into()),
        };
        evaluate(&Scenario::default(), &request)
    }

    fn keys_of(expect: Value) -> Vec<String> {
        let expect = Expect::deserialize(expect).unwrap();
        compare(&decision(), &expect).into_iter().map(|mismatch| mismatch.key).collect()
    }

    #[test]
    fn what_comes_out_as_expected_is_not_reported() {
        let expect = json!({
            "outcome": "blocked",
            "actors": ["homeAdministrator", "resourceAdministrator", "nobody"],
            "gates": {
                "homeOutbound": {
                    "status": "fail", "owner": "home", "reason": "access.everyoneBlocked", "policy": null,
                    "reasons": ["access.everyoneBlocked"], "source": "serviceDefault", "error": "AADSTS500212",
                    "standing": "documented", "notes": [], "readings": [],
                    "settings": [
                        "h/default/b2bDirectConnectOutbound/usersAndGroups",
                        "h/default/b2bDirectConnectOutbound/applications"
                    ]
                },
                "conditionalAccess": { "error": null }
            }
        });
        assert_eq!(keys_of(expect), [""; 0]);
    }

    #[test]
    fn every_key_is_really_compared() {
        let wrong = json!({
            "status": "pass", "owner": "resource", "reason": "access.listed", "policy": "p", "reasons": [],
            "source": "default", "error": null, "standing": "inferred", "notes": ["missingHalf"],
            "readings": [{}], "settings": []
        });
        let mut keys: Vec<String> =
            wrong.as_object().unwrap().keys().map(|key| format!("gates.homeOutbound.{key}")).collect();
        keys.sort();
        let mut got = keys_of(json!({ "outcome": "blocked", "gates": { "homeOutbound": wrong } }));
        got.sort();
        assert_eq!(got, keys);
        assert_eq!(keys_of(json!({ "outcome": "allowed", "actors": [] })), ["outcome", "actors"]);
    }

    #[test]
    fn a_misspelt_key_or_gate_is_reported() {
        let expect = json!({ "outcome": "blocked", "gates": { "homeOutbound": { "statsu": "fail" } } });
        assert_eq!(keys_of(expect), ["gates.homeOutbound.statsu"]);
        assert_eq!(
            keys_of(json!({ "outcome": "blocked", "gates": { "homeOutbond": null } })),
            ["gates.homeOutbond"]
        );
        assert_eq!(
            keys_of(json!({ "outcome": "blocked", "gates": { "featureScope": null } })),
            ["gates.featureScope"]
        );
    }
}
