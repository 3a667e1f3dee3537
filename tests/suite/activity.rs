//! Sign-ins of the past: every shape is a folder in `tests/activity` with the files as they come, and in `expect.json`
//! the scenario, what was changed in it, and what becomes of everybody who was seen.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use entente_exchange::activity::{Activity, Effect, Replay};
use entente_exchange::import::{Belongs, Choices, File, read};
use entente_exchange::{document, place};
use entente_policy::{AppKind, Feature, Id, Request, Resource, Scenario, Subject, evaluate, replay};
use proptest::prelude::*;
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::folders::{Expect, try_every};
use crate::strategy::{Random, Shapes, config, scenario};

/// What a case expects. A misspelt key is an error.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Expected {
    /// What holds, in a sentence.
    what: String,
    /// The scenario to start from, by the name of its file in `tests/cases/scenarios`.
    scenario: String,
    /// What is put into it by its address, before and after.
    #[serde(default)]
    with: Map<String, Value>,
    /// The change: what is put into it afterwards.
    #[serde(default)]
    change: Map<String, Value>,
    /// Whose log somebody says it is.
    #[serde(default)]
    owner: Option<Id>,
    /// How many sign-ins the files hold.
    rows: usize,
    /// What becomes of each way: who, to what, by which feature, how often in and refused, before, after, effect.
    #[serde(default)]
    ways: Vec<String>,
    /// What is left out, in words.
    #[serde(default)]
    left_out: Vec<String>,
    /// The codes of notes.
    #[serde(default)]
    notes: Vec<String>,
    /// What it comes to.
    #[serde(default)]
    headline: Option<String>,
    /// Why the files cannot be read.
    #[serde(default)]
    refused: Vec<String>,
}

fn put(scenario: Scenario, values: &Map<String, Value>) -> Scenario {
    values.iter().fold(scenario, |scenario, (address, value)| {
        place::set(&scenario, address, value.clone()).unwrap_or_else(|error| panic!("{address}: {error}"))
    })
}

fn differences(expected: &Expected, files: &[(String, Vec<u8>)]) -> Vec<String> {
    let file = format!("cases/scenarios/{}.json", expected.scenario);
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap();
    let before = put(document::from_text(&text).unwrap(), &expected.with);
    let after = put(before.clone(), &expected.change);
    let files: Vec<File<'_>> = files.iter().map(|(name, bytes)| File { name, bytes }).collect();
    let plan = read(&files);
    let choices = expected.owner.clone().map(|owner| Choices::all(Belongs::to(owner))).unwrap_or_default();
    let activity = Activity::of(&plan, &after, &choices);
    let (known_before, known_after) = (activity.known_in(&before), activity.known_in(&after));
    let replay = Replay::of(&activity, replay(&known_before, &known_after, &activity.requests()));
    let mut ways: Vec<String> = replay
        .seen
        .iter()
        .map(|seen| {
            let told = replay.told(seen, &known_after);
            assert_eq!(told.because.is_empty(), seen.replayed.gates.is_empty());
            format!(
                "{} → {}, {}: {} + {}, {} → {}, {}",
                told.who,
                told.to,
                seen.way.request.feature.as_str(),
                seen.way.connected,
                seen.way.refused,
                seen.replayed.before.as_str(),
                seen.replayed.after.as_str(),
                seen.effect.code()
            )
        })
        .collect();
    ways.sort();
    let mut expected_ways = expected.ways.clone();
    expected_ways.sort();
    let left_out: Vec<String> = activity.left_out.iter().map(|left| left.says()).collect();
    let notes: Vec<String> = plan.notes.iter().map(|note| note.code.to_owned()).collect();
    let refused: Vec<String> = plan.refused().map(|error| error.code.to_owned()).collect();
    let mut wrong = Vec::new();
    let mut compare = |what: &str, found: String, expected: String| {
        if found != expected {
            wrong.push(format!("{what}: found {found}, expected {expected}"));
        }
    };
    compare("rows", activity.rows.to_string(), expected.rows.to_string());
    compare("ways", format!("{ways:#?}"), format!("{expected_ways:#?}"));
    compare("left out", format!("{left_out:?}"), format!("{:?}", expected.left_out));
    compare("notes", format!("{notes:?}"), format!("{:?}", expected.notes));
    compare("refused", format!("{refused:?}"), format!("{:?}", expected.refused));
    if let Some(headline) = &expected.headline {
        compare("headline", replay.headline(), headline.clone());
    }
    let told = replay.to_json();
    assert_eq!(told["ways"].as_array().unwrap().len(), activity.ways.len());
    let out = activity.left_out.iter().map(|left| left.rows).sum::<usize>();
    assert_eq!(activity.seen() + out, activity.rows, "every sign-in is told of");
    wrong
}

impl Expect for Expected {
    fn what(&self) -> &str {
        &self.what
    }

    fn differences(&self, files: &[(String, Vec<u8>)]) -> Vec<String> {
        differences(self, files)
    }
}

#[test]
fn everybody_who_was_seen_is_told_of() {
    assert!(try_every::<Expected>("activity").len() >= 8);
}

/// Whatever can be asked of a scenario, and a little that it does not know.
fn requests(scenario: &Scenario) -> Vec<Request> {
    let mut requests = Vec::new();
    let stranger = [Id::from("a-stranger"), Id::from("t9")];
    for home in scenario.tenants.iter().map(|tenant| &tenant.id).chain(&stranger) {
        for resource in scenario.tenants.iter().map(|tenant| &tenant.id) {
            for feature in Feature::ALL {
                let directory = scenario.tenant(home).map(|tenant| &tenant.directory);
                let users = directory.into_iter().flat_map(|directory| directory.users.iter());
                let users = users.take(3).map(|user| Subject::User(user.id.clone()));
                let others = [Subject::AnyOther, Subject::User(stranger[0].clone())];
                for user in users.chain(others) {
                    let listed = scenario.tenant(resource).unwrap().directory.applications.iter().take(2);
                    let listed = listed.map(|application| Resource::Application(application.app_id.clone()));
                    let unknown =
                        [Resource::Application(stranger[0].clone()), Resource::AnyOther(AppKind::Microsoft)];
                    for application in listed.chain(unknown) {
                        let (home, resource, user) = (home.clone(), resource.clone(), user.clone());
                        requests.push(Request { home, resource, feature, user, application, signal: None });
                    }
                }
            }
        }
    }
    requests
}

proptest! {
    #![proptest_config(config(60))]

    /// A replay says of each request what it comes to when it is asked alone.
    #[test]
    fn a_replay_is_each_request_alone(Random(before) in scenario(Shapes::Any), Random(after) in scenario(Shapes::Any)) {
        let requests = requests(&after);
        let replayed = replay(&before, &after, &requests);
        prop_assert_eq!(replayed.len(), requests.len());
        for (request, replayed) in requests.iter().zip(&replayed) {
            let (was, is) = (evaluate(&before, request), evaluate(&after, request));
            prop_assert_eq!(replayed.before, was.outcome, "{:?} before", request);
            prop_assert_eq!(replayed.after, is.outcome, "{:?} after", request);
            let holds = |gate: &entente_policy::Gate| [&was, &is].iter().any(|decision| decision.gates.iter().any(|each| each.gate == *gate));
            prop_assert!(replayed.gates.iter().all(holds));
            prop_assert_eq!(replayed.gates.is_empty(), was.outcome.connects() && is.outcome.connects());
        }
    }

    /// Where nothing has changed, nobody is stopped and nobody gets in.
    #[test]
    fn without_a_change_nothing_happens(Random(scenario) in scenario(Shapes::Any)) {
        let mut effects: BTreeMap<&str, usize> = BTreeMap::new();
        let rows: Vec<Value> = requests(&scenario).iter().enumerate().map(|(at, request)| serde_json::json!({
            "crossTenantAccessType": request.feature.as_str(), "homeTenantId": request.home.as_str(),
            "resourceTenantId": request.resource.as_str(), "userId": String::from(request.user.clone()),
            "resourceId": String::from(request.application.clone()), "status": { "errorCode": at % 2 },
        })).collect();
        let text = Value::Array(rows.clone()).to_string();
        let activity = Activity::of(&read(&[File::of_text("a.json", &text)]), &scenario, &Choices::default());
        prop_assert_eq!(activity.rows, rows.len());
        let replayed = replay(&scenario, &scenario, &activity.requests());
        for seen in Replay::of(&activity, replayed).seen {
            *effects.entry(seen.effect.code()).or_default() += 1;
        }
        let never = [Effect::Stopped, Effect::Uncertain, Effect::Admitted, Effect::Asked];
        prop_assert!(never.iter().all(|effect| !effects.contains_key(effect.code())), "{:?}", effects);
    }
}
