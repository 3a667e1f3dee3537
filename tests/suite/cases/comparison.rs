//! The comparison of decisions with what cases expect of them really compares.

use entente_policy::{Decision, Expectation, Feature, Request, Resource, Scenario, Shape, Subject, evaluate};
use serde_json::{Value, json};

/// The decision about two tenants that nobody has configured, by direct connect.
fn decision() -> Decision {
    let request = Request {
        home: "h".into(),
        resource: "r".into(),
        feature: Feature::B2bDirectConnect,
        user: Subject::AnyOther,
        application: Resource::Application("a".into()),
        signal: None,
    };
    evaluate(&Scenario::default(), &request)
}

fn keys_of(expect: Value) -> Vec<String> {
    let expect = Expectation::from_json(expect).unwrap();
    expect.mismatches(&decision()).into_iter().map(|mismatch| mismatch.key).collect()
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
