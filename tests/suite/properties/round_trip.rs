//! A document that goes through the model loses nothing.

use entente_policy::Scenario;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::strategy::{Random, Shapes, config, scenario};

/// Puts a property nobody knows into every object.
fn inject(value: &mut Value, count: &mut usize) {
    match value {
        Value::Object(properties) => {
            properties.iter_mut().for_each(|(_, value)| inject(value, count));
            *count += 1;
            properties.insert(format!("unknown{count}"), json!({ "kept": [*count, null, "as it came"] }));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| inject(item, count)),
        _ => {}
    }
}

proptest! {
    #![proptest_config(config(150))]

    #[test]
    fn reading_what_was_written_gives_the_same(Random(scenario) in scenario(Shapes::Any)) {
        let text = serde_json::to_string(&scenario).unwrap();
        let read: Scenario = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(&read, &scenario);
        prop_assert_eq!(serde_json::to_string(&read).unwrap(), text);
    }

    #[test]
    fn properties_nobody_knows_survive_in_every_object(Random(scenario) in scenario(Shapes::Any)) {
        let mut document = serde_json::to_value(&scenario).unwrap();
        let mut count = 0;
        inject(&mut document, &mut count);
        prop_assert!(count > 5);
        let read: Scenario = serde_json::from_value(document.clone()).unwrap();
        prop_assert_eq!(serde_json::to_value(&read).unwrap(), document);
    }
}

/// Every kind of object at once, so that none is left out because it happens to be rare.
#[test]
fn properties_nobody_knows_survive_in_a_document_with_everything_in_it() {
    let list =
        || json!({ "accessType": "allowed", "targets": [{ "target": "AllUsers", "targetType": "user" }] });
    let both = || json!({ "usersAndGroups": list(), "applications": list() });
    let settings = || {
        json!({
            "b2bCollaborationInbound": both(), "b2bCollaborationOutbound": both(),
            "b2bDirectConnectInbound": both(), "b2bDirectConnectOutbound": both(),
            "inboundTrust": { "isMfaAccepted": true }, "automaticUserConsentSettings": { "inboundAllowed": true },
            "tenantRestrictions": both(), "m365CollaborationInbound": { "users": list() },
            "m365CollaborationOutbound": { "usersAndGroups": list() },
            "appServiceConnectInbound": { "applications": list() }
        })
    };
    let mut partner = settings();
    partner["tenantId"] = json!("p");
    let external = || {
        json!({ "guestOrExternalUserTypes": "b2bDirectConnectUser",
            "externalTenants": { "membershipKind": "enumerated", "members": ["p"] } })
    };
    let mut document = json!({
        "title": "t",
        "tenants": [{
            "id": "t", "displayName": "T", "domains": ["t.example"], "cloud": "commercial",
            "directory": {
                "users": [{ "id": "u", "displayName": "U", "session": { "mfa": true } }],
                "groups": [{ "id": "g", "displayName": "G", "members": ["u"] }],
                "applications": [{ "appId": "a", "displayName": "A", "kind": "office365" }],
                "anyOtherUser": { "mfa": true }
            },
            "crossTenantAccessPolicy": { "default": settings(), "partners": [partner] },
            "conditionalAccessPolicies": [{
                "id": "c", "displayName": "C", "state": "enabled",
                "conditions": {
                    "users": { "includeUsers": ["All"], "includeGuestsOrExternalUsers": external(),
                        "excludeGuestsOrExternalUsers": external() },
                    "applications": { "includeApplications": ["All"], "excludeApplications": ["a"] }
                },
                "grantControls": { "operator": "OR", "builtInControls": ["mfa"],
                    "authenticationStrength": { "id": "s", "displayName": "S" } },
                "sessionControls": { "signInFrequency": { "isEnabled": true } }
            }]
        }]
    });
    inject(&mut document, &mut 0);
    let read: Scenario = serde_json::from_value(document.clone()).unwrap();
    let written = serde_json::to_value(&read).unwrap();
    let mut lost = Vec::new();
    differences("", &document, &written, &mut lost);
    assert!(lost.is_empty(), "lost or changed on the way:\n{}", lost.join("\n"));
}

/// The places at which two documents differ.
fn differences(at: &str, one: &Value, other: &Value, found: &mut Vec<String>) {
    match (one, other) {
        (Value::Object(one), Value::Object(other)) => {
            let names: std::collections::BTreeSet<&String> = one.keys().chain(other.keys()).collect();
            for name in names {
                let absent = Value::String("(absent)".into());
                let value = |of: &serde_json::Map<String, Value>| of.get(name).unwrap_or(&absent).clone();
                differences(&format!("{at}/{name}"), &value(one), &value(other), found);
            }
        }
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => {
            for (number, (one, other)) in one.iter().zip(other).enumerate() {
                differences(&format!("{at}/{number}"), one, other, found);
            }
        }
        _ if one == other => {}
        _ => found.push(format!("{at}: {one} became {other}")),
    }
}
