//! One file of cases: a scenario with values put in, and what is asked of it.

use std::collections::BTreeMap;

use entente_policy::{Expectation, Feature, Id, Request, Resource, Shape, Subject};
use serde::Deserialize;
use serde_json::{Map, Value, json};

/// A case as its file has it. Every key counts: one that is misspelt makes the file unreadable.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Case {
    /// What happens, in one sentence.
    pub(super) what: String,
    /// Where the documentation says so.
    source: String,
    /// What it says, in our words.
    statement: String,
    /// The scenario to start from, by the name of its file.
    scenario: String,
    /// What to put into it: a value by its JSON pointer. The parent has to exist.
    #[serde(default)]
    with: Map<String, Value>,
    /// What is asked.
    #[serde(default)]
    requests: Vec<Value>,
    /// A whole table of settings, in the place of `requests`.
    table: Option<Table>,
}

/// A documented table: settings, each tried in several places for several users and applications.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    home: Id,
    resource: Id,
    places: Vec<Place>,
    settings: Vec<Row>,
}

/// Where a setting of the table is tried.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Place {
    /// The JSON pointer to put it at.
    at: String,
    /// The feature it governs there.
    feature: Feature,
    /// The gate that then answers.
    gate: String,
}

/// One setting of the table and what it lets through: user, application, yes or no.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    what: String,
    setting: Value,
    allowed: BTreeMap<String, BTreeMap<String, bool>>,
}

/// A question and the expected answer.
pub(super) struct Asked {
    pub(super) request: Request,
    pub(super) expect: Expectation,
    /// What follows, by the codes of the facts; with `!` in front what does not.
    pub(super) consequences: Vec<String>,
}

/// A finished scenario with its questions.
pub(super) struct Situation {
    pub(super) what: String,
    pub(super) scenario: Value,
    pub(super) asked: Vec<Asked>,
}

impl Case {
    pub(super) fn read(value: &Value) -> Result<Self, String> {
        let case = Case::deserialize(value).map_err(|error| error.to_string())?;
        if [&case.what, &case.source, &case.statement].iter().any(|text| text.trim().is_empty()) {
            return Err("a case has to say what it shows, and where the documentation says so".into());
        }
        if case.requests.is_empty() == case.table.is_none() {
            return Err("a case has either requests or a table".into());
        }
        Ok(case)
    }

    /// The scenarios to try, with their questions.
    pub(super) fn situations(&self, scenarios: &BTreeMap<String, Value>) -> Result<Vec<Situation>, String> {
        let mut scenario = scenarios
            .get(&self.scenario)
            .ok_or_else(|| format!("there is no scenario `{}`", self.scenario))?
            .clone();
        for (pointer, value) in &self.with {
            put(&mut scenario, pointer, value)?;
        }
        if let Some(table) = &self.table {
            return table.situations(&scenario);
        }
        let asked = self.requests.iter().map(Asked::read).collect::<Result<_, _>>()?;
        Ok(vec![Situation { what: self.what.clone(), scenario, asked }])
    }
}

impl Table {
    fn situations(&self, scenario: &Value) -> Result<Vec<Situation>, String> {
        let mut situations = Vec::new();
        for place in &self.places {
            for row in &self.settings {
                let mut scenario = scenario.clone();
                put(&mut scenario, &place.at, &row.setting)?;
                let cells = row.allowed.iter().flat_map(|(user, applications)| {
                    applications.iter().map(move |(application, allowed)| (user, application, *allowed))
                });
                let asked = cells.map(|(user, application, allowed)| Asked {
                    request: Request {
                        home: self.home.clone(),
                        resource: self.resource.clone(),
                        feature: place.feature,
                        user: Subject::from(user.clone()),
                        application: Resource::from(application.clone()),
                        signal: None,
                    },
                    expect: Expectation {
                        outcome: Some(if allowed { "allowed" } else { "blocked" }.into()),
                        gates: [(
                            place.gate.clone(),
                            json!({ "status": if allowed { "pass" } else { "fail" } }),
                        )]
                        .into_iter()
                        .collect(),
                        ..Expectation::default()
                    },
                    consequences: Vec::new(),
                });
                situations.push(Situation {
                    what: format!("{} ({})", row.what, place.at),
                    asked: asked.collect(),
                    scenario,
                });
            }
        }
        Ok(situations)
    }
}

impl Asked {
    /// A request has its expectation beside its own properties.
    fn read(value: &Value) -> Result<Self, String> {
        let mut properties = value.as_object().ok_or("a request is an object")?.clone();
        let mut expect = properties.remove("expect").ok_or("a request has to say what is expected")?;
        let consequences = expect.as_object_mut().and_then(|expect| expect.remove("consequences"));
        Ok(Asked {
            request: Request::deserialize(Value::Object(properties))
                .map_err(|error| format!("a request cannot be read: {error}"))?,
            expect: read_expectation(expect)?,
            consequences: Vec::deserialize(consequences.unwrap_or_else(|| json!([])))
                .map_err(|error| format!("`consequences` cannot be read: {error}"))?,
        })
    }
}

/// Every key of an expectation counts: one that is misspelt makes the file unreadable.
fn read_expectation(value: Value) -> Result<Expectation, String> {
    let expect =
        Expectation::from_json(value).map_err(|error| format!("`expect` cannot be read: {error}"))?;
    match expect.rest.keys().next() {
        Some(key) => Err(format!("`expect` has no `{key}`")),
        None if expect.outcome.is_none() => Err("`expect` has to say the outcome".into()),
        None => Ok(expect),
    }
}

/// Puts `value` at a JSON pointer. What it is put into has to exist, so that a misspelt path is noticed.
fn put(scenario: &mut Value, pointer: &str, value: &Value) -> Result<(), String> {
    let (parent, last) = pointer.rsplit_once('/').ok_or_else(|| format!("`{pointer}` is no JSON pointer"))?;
    let parent = scenario.pointer_mut(parent).ok_or_else(|| format!("there is nothing at `{parent}`"))?;
    match parent {
        Value::Object(properties) => {
            properties.insert(last.replace("~1", "/").replace("~0", "~"), value.clone());
        }
        Value::Array(items) => {
            let place = last.parse::<usize>().ok().and_then(|at| items.get_mut(at));
            *place.ok_or_else(|| format!("`{pointer}`: there is no such item"))? = value.clone();
        }
        _ => return Err(format!("`{pointer}`: nothing can be put into a plain value")),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole() -> Value {
        json!({
            "what": "w", "source": "s", "statement": "s", "scenario": "one",
            "requests": [{ "home": "h", "resource": "r", "feature": "b2bCollaboration", "user": "u",
                "application": "a", "expect": { "outcome": "allowed" } }]
        })
    }

    fn scenarios() -> BTreeMap<String, Value> {
        [("one".to_owned(), json!({ "tenants": [{ "id": "h" }] }))].into()
    }

    #[test]
    fn a_misspelt_key_makes_a_case_unreadable() {
        assert!(Case::read(&whole()).and_then(|case| case.situations(&scenarios())).is_ok());
        for pointer in ["/wiht", "/requests/0/usr", "/requests/0/expect/actor"] {
            let mut case = whole();
            put(&mut case, pointer, &json!([])).unwrap();
            assert!(
                Case::read(&case).and_then(|case| case.situations(&scenarios())).is_err(),
                "{pointer} was not noticed"
            );
        }
    }

    #[test]
    fn a_value_is_put_only_where_there_is_something_to_put_it_into() {
        let mut scenario = scenarios().remove("one").unwrap();
        put(&mut scenario, "/tenants/0/displayName", &json!("H")).unwrap();
        assert_eq!(scenario, json!({ "tenants": [{ "id": "h", "displayName": "H" }] }));
        for pointer in ["/tenants/1", "/tenant/0/id", "/tenants/0/id/x", "tenants"] {
            assert!(put(&mut scenario, pointer, &json!(1)).is_err(), "{pointer} was not noticed");
        }
    }
}
