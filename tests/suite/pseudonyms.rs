//! A scenario with pseudonyms decides as the original does, and holds nothing of what the original named.

use std::collections::BTreeMap;

use entente_exchange::gallery::ENTRIES;
use entente_exchange::pseudonym::{Pseudonyms, is_public, pseudonymise};
use entente_policy::{Id, Request, Resource, Scenario, Shape, Subject, TenantRestrictionsSignal, evaluate};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::questions::{all, beyond_users};
use crate::strategy::{Random, Shapes, config, scenario};
use crate::{cases, dense};

/// Every string of `original` that stands otherwise in `other`, which has the same shape, but for the names of
/// things: no decision holds one.
fn replaced(original: &Value, other: &Value, found: &mut BTreeMap<String, String>) {
    match (original, other) {
        (Value::String(original), Value::String(other)) => {
            if original != other {
                found.insert(original.clone(), other.clone());
            }
        }
        (Value::Array(originals), Value::Array(others)) => {
            assert_eq!(originals.len(), others.len());
            originals.iter().zip(others).for_each(|(original, other)| replaced(original, other, found));
        }
        (Value::Object(originals), Value::Object(others)) => {
            assert_eq!(originals.len(), others.len());
            for (key, original) in originals.iter().filter(|(key, _)| *key != "displayName") {
                replaced(original, others.get(key).unwrap_or_else(|| panic!("{key} is gone")), found);
            }
        }
        _ => assert_eq!(original, other),
    }
}

/// What holds words of decisions: an id that is such a word is no id there.
const CODES: [&str; 9] =
    ["gate", "reason", "owner", "outcome", "status", "actor", "standing", "statement", "source"];

/// A decision's record with every id replaced: as a whole, and as a step of a path.
fn translated(value: Value, words: &BTreeMap<String, String>) -> Value {
    let word = |text: &str| words.get(text).cloned().unwrap_or_else(|| text.into());
    match value {
        Value::String(text) => {
            // The second step of a setting's address is a place of the model.
            let steps = text.split('/').enumerate();
            let steps: Vec<String> =
                steps.map(|(at, step)| if at == 1 { step.into() } else { word(step) }).collect();
            steps.join("/").into()
        }
        Value::Array(items) => items.into_iter().map(|item| translated(item, words)).collect(),
        Value::Object(object) => object
            .into_iter()
            .map(|(key, value)| {
                let is_code = CODES.contains(&key.as_str());
                let value = if is_code { value } else { translated(value, words) };
                (key, value)
            })
            .collect::<serde_json::Map<_, _>>()
            .into(),
        other => other,
    }
}

/// The first place where two documents differ.
fn difference(place: &str, got: &Value, expected: &Value) -> Option<String> {
    let below =
        |key: &str, got: &Value, expected: &Value| difference(&format!("{place}/{key}"), got, expected);
    match (got, expected) {
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => {
            let mut pairs = one.iter().zip(other).enumerate();
            pairs.find_map(|(at, (one, other))| below(&at.to_string(), one, other))
        }
        (Value::Object(one), Value::Object(other)) if one.len() == other.len() => {
            one.iter().find_map(|(key, one)| below(key, one, other.get(key).unwrap_or(&Value::Null)))
        }
        _ => (got != expected).then(|| format!("{place}: {got} in the place of {expected}")),
    }
}

fn request_with(pseudonyms: &mut Pseudonyms, request: &Request) -> Request {
    Request {
        home: pseudonyms.id(&request.home),
        resource: pseudonyms.id(&request.resource),
        feature: request.feature,
        user: match &request.user {
            Subject::User(id) => Subject::User(pseudonyms.id(id)),
            other => other.clone(),
        },
        application: match &request.application {
            Resource::Application(id) => Resource::Application(pseudonyms.id(id)),
            other => other.clone(),
        },
        signal: request.signal.as_ref().map(|signal| TenantRestrictionsSignal {
            policy_owner: pseudonyms.id(&signal.policy_owner),
            ..signal.clone()
        }),
    }
}

fn decides_the_same(original: &Scenario, requests: impl IntoIterator<Item = Request>) {
    let mut pseudonyms = Pseudonyms::of([original]);
    let other = pseudonyms.scenario(original);
    let mut words = BTreeMap::new();
    replaced(&original.write(), &other.write(), &mut words);
    for request in requests {
        let asked = request_with(&mut pseudonyms, &request);
        replaced(&request.write(), &asked.write(), &mut words);
        let expected = translated(evaluate(original, &request).to_json(), &words);
        let got = evaluate(&other, &asked).to_json();
        let difference = difference("", &got, &expected);
        assert!(difference.is_none(), "{request:?}: {difference:?}");
    }
}

/// Everything that names somebody or something, except what is Microsoft's.
fn named(scenario: &Scenario) -> Vec<String> {
    let mut names = Vec::new();
    for tenant in &scenario.tenants {
        let directory = &tenant.directory;
        names.extend([tenant.id.to_string(), tenant.display_name.clone()]);
        names.extend(tenant.domains.clone());
        for user in &directory.users {
            names.extend([user.id.to_string(), user.display_name.clone(), user.user_principal_name.clone()]);
            names.extend(user.mail.clone());
            names.extend(user.display_name.split(' ').map(String::from));
        }
        for group in &directory.groups {
            names.extend([group.id.to_string(), group.display_name.clone()]);
        }
        for application in &directory.applications {
            if !is_public(&application.app_id) {
                names.extend([application.app_id.to_string(), application.display_name.clone()]);
            }
        }
        for policy in &tenant.conditional_access_policies {
            names.extend([policy.id.to_string(), policy.display_name.clone()]);
        }
        for guest in tenant.guests.iter().flat_map(|guests| guests.iter()) {
            names.push(guest.id.to_string());
        }
    }
    names.retain(|name| !name.trim().is_empty() && !is_public(&Id::from(name.as_str())));
    names
}

#[test]
fn the_gallery_decides_the_same_with_pseudonyms() {
    for entry in ENTRIES {
        let scenario = entry.scenario();
        decides_the_same(&scenario, all(&scenario).into_iter().chain(beyond_users(&scenario)));
    }
}

#[test]
fn every_case_decides_the_same_with_pseudonyms() {
    for scenario in cases::scenarios() {
        decides_the_same(&scenario, scenario.tests.iter().map(|test| test.request()));
        // What was expected of it is expected of it still.
        let other = pseudonymise(&scenario);
        for test in &other.tests {
            let mismatches = test.run(&other);
            assert!(mismatches.is_empty(), "{:?}", mismatches.first().map(ToString::to_string));
        }
    }
}

#[test]
fn nothing_in_the_gallery_keeps_its_name() {
    for entry in ENTRIES {
        let mut scenario = entry.scenario();
        let names = named(&scenario);
        // Where nobody looks: in a property that no model knows, and between other words.
        let hidden =
            names.iter().map(|name| json!({ "note": format!("see {name}!"), "of": name, name: [name] }));
        scenario.rest.insert("hidden".into(), hidden.collect());
        scenario.story.push_str(&names.join(" or "));
        let text = entente_exchange::document::to_text(&Pseudonyms::of([&scenario]).scenario(&scenario));
        // `Li` is in `policy`, and the like.
        let words: Vec<String> =
            text.to_lowercase().split(|letter: char| !letter.is_alphanumeric()).map(Into::into).collect();
        let text = format!(" {} ", words.join(" "));
        for name in names {
            let name: Vec<String> =
                name.to_lowercase().split(|letter: char| !letter.is_alphanumeric()).map(Into::into).collect();
            assert!(!text.contains(&format!(" {} ", name.join(" "))), "{}: {name:?} is left", entry.id);
        }
    }
}

proptest! {
    #![proptest_config(config(12))]

    #[test]
    fn any_scenario_decides_the_same_with_pseudonyms(Random(scenario) in scenario(Shapes::Any)) {
        decides_the_same(&scenario, all(&scenario).into_iter().chain(beyond_users(&scenario)));
    }
}

#[test]
fn dense_scenarios_decide_the_same_with_pseudonyms() {
    for number in 0..40 {
        let (scenario, requests) = dense::scenario(0x0C11, number);
        decides_the_same(&scenario, requests);
    }
}
