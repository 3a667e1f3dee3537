//! How a block is looked at, and what it expects of itself: in names, which are found in its scenario.

use alloc::format;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use entente_policy::{Feature, Resource, Scenario, ScenarioTest, Shape, Subject, Tenant};
use serde_json::{Map, Value};

use super::yaml::{Places, token};
use super::{BlockError, Cell, id_of, listed};
use crate::gallery::Entry;
use crate::link::SharedView;
use crate::naming;

/// The keys of a view.
const VIEW: [&str; 5] = ["direction", "feature", "user", "application", "mode"];

/// The keys of a test.
const TEST: [&str; 8] = ["what", "home", "resource", "feature", "user", "application", "signal", "expect"];

/// How a block is looked at.
pub(super) struct Shown {
    pub(super) view: SharedView,
    pub(super) mode: Option<String>,
}

/// The properties of an object in a block, with their places.
struct Words<'a> {
    object: Map<String, Value>,
    pointer: String,
    places: &'a Places,
}

impl<'a> Words<'a> {
    fn of(value: Value, pointer: String, keys: &[&str], places: &'a Places) -> Result<Self, BlockError> {
        let object = match value {
            Value::Object(object) => object,
            Value::Null => Map::new(),
            _ => {
                return Err(BlockError::at(
                    places.of(&pointer),
                    format!("an object belongs here, with {}", keys.join(", ")),
                ));
            }
        };
        let words = Words { object, pointer, places };
        match words.object.keys().find(|key| !keys.contains(&key.as_str())) {
            None => Ok(words),
            Some(key) => {
                Err(words
                    .wrong(key, format!("`{key}` is not understood here; known are {}", keys.join(", "))))
            }
        }
    }

    fn wrong(&self, key: &str, message: String) -> BlockError {
        BlockError::at(self.places.of(&format!("{}/{}", self.pointer, token(key))), message)
    }

    fn word(&self, key: &str) -> Result<Option<&str>, BlockError> {
        match self.object.get(key) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(word)) => Ok(Some(word)),
            Some(_) => Err(self.wrong(key, format!("`{key}` is a text; put it in quotes"))),
        }
    }

    fn feature(&self) -> Result<Option<Feature>, BlockError> {
        let Some(word) = self.word("feature")? else { return Ok(None) };
        match Feature::ALL.into_iter().find(|feature| feature.as_str() == word) {
            Some(feature) => Ok(Some(feature)),
            None => {
                let known = listed(Feature::ALL.iter().map(|feature| feature.as_str()));
                Err(self.wrong("feature", format!("there is no feature `{word}`; there are {known}")))
            }
        }
    }

    fn user(&self, home: &Tenant) -> Result<Option<Subject>, BlockError> {
        let Some(word) = self.word("user")? else { return Ok(None) };
        naming::user(home, word).map(Some).ok_or_else(|| {
            let known = listed(home.directory.users.iter().map(|user| &*user.display_name));
            let name = &home.display_name;
            self.wrong("user", format!("{name} has no user `{word}`, or several; it has {known}, and anyone"))
        })
    }

    fn application(&self, resource: &Tenant) -> Result<Option<Resource>, BlockError> {
        let Some(word) = self.word("application")? else { return Ok(None) };
        naming::application(resource, word).map(Some).ok_or_else(|| {
            let known = listed(resource.directory.applications.iter().map(|app| &*app.display_name));
            let name = &resource.display_name;
            let what =
                format!("{name} has no application `{word}`, or several; it has {known}, and any other");
            self.wrong("application", what)
        })
    }

    fn tenant(&self, key: &str, scenario: &Scenario) -> Result<Option<usize>, BlockError> {
        let Some(word) = self.word(key)? else { return Ok(None) };
        naming::tenant(scenario, word).map(Some).ok_or_else(|| self.wrong(key, no_tenant(scenario, word)))
    }
}

fn no_tenant(scenario: &Scenario, word: &str) -> String {
    let known = listed(scenario.tenants.iter().map(|tenant| &*tenant.display_name));
    format!("there is no tenant `{word}`; there are {known}")
}

fn other(home: usize) -> usize {
    usize::from(home == 0)
}

/// Reads `view`. What it leaves open is as the gallery shows the scenario.
pub(super) fn read(
    view: Value,
    scenario: &Scenario,
    entry: Option<&'static Entry>,
    places: &Places,
) -> Result<Shown, BlockError> {
    let words = Words::of(view, "/view".into(), &VIEW, places)?;
    let first = entry.map(Entry::first_view).unwrap_or_default();
    let home = match words.word("direction")? {
        None => first.home,
        Some(direction) => {
            naming::direction(scenario, direction).filter(|home| *home < 2).ok_or_else(|| {
                let known = listed(scenario.tenants.iter().take(2).map(|tenant| &*tenant.display_name));
                let what = format!("`{direction}` is no direction; write HOME to RESOURCE, with {known}");
                words.wrong("direction", what)
            })?
        }
    };
    let shown = first.cell(scenario).filter(|_| entry.is_some() && home == first.home);
    let (user, application) = match (scenario.tenants.get(home), scenario.tenants.get(other(home))) {
        (Some(home), Some(resource)) => (words.user(home)?, words.application(resource)?),
        _ => (None, None),
    };
    // Either alone goes with whom the gallery shows, and else with the first there is.
    let cell = match (user, application) {
        (None, None) => shown,
        (user, application) => {
            user.or_else(|| shown.as_ref().map(|cell| cell.0.clone())).or(Some(Subject::AnyOther)).zip(
                application
                    .or_else(|| shown.map(|cell| cell.1))
                    .or_else(|| first_application(scenario, other(home))),
            )
        }
    };
    let feature = words.feature()?.unwrap_or(first.feature);
    let mode = words.word("mode")?.map(String::from);
    Ok(Shown { view: SharedView { home, feature, cell, ..SharedView::default() }, mode })
}

fn first_application(scenario: &Scenario, at: usize) -> Option<Resource> {
    let applications = &scenario.tenants.get(at)?.directory.applications;
    applications.first().map(|application| Resource::Application(application.app_id.clone()))
}

/// Reads `tests`. What a test leaves open is what the view shows.
pub(super) fn tests(
    tests: Value,
    scenario: &Scenario,
    view: &SharedView,
    places: &Places,
) -> Result<Vec<Arc<ScenarioTest>>, BlockError> {
    let tests = match tests {
        Value::Null => return Ok(Vec::new()),
        Value::Array(tests) => tests,
        _ => return Err(BlockError::at(places.of("/tests"), "`tests` is a list")),
    };
    let read = |(at, value)| test(value, format!("/tests/{at}"), scenario, view, places).map(Arc::new);
    tests.into_iter().enumerate().map(read).collect()
}

fn test(
    value: Value,
    pointer: String,
    scenario: &Scenario,
    view: &SharedView,
    places: &Places,
) -> Result<ScenarioTest, BlockError> {
    let words = Words::of(value, pointer.clone(), &TEST, places)?;
    let home = words.tenant("home", scenario)?.unwrap_or(view.home);
    let resource = words.tenant("resource", scenario)?.unwrap_or_else(|| other(home));
    let missing = |key: &str| words.wrong(key, format!("`{key}` is missing, and no view says it either"));
    let shown: Cell = view.cell.clone().filter(|_| home == view.home);
    let (user, application) = match (scenario.tenants.get(home), scenario.tenants.get(resource)) {
        (Some(home), Some(resource)) => (words.user(home)?, words.application(resource)?),
        _ => (None, None),
    };
    let user = user.or_else(|| shown.as_ref().map(|cell| cell.0.clone())).ok_or_else(|| missing("user"))?;
    let application =
        application.or_else(|| shown.map(|cell| cell.1)).ok_or_else(|| missing("application"))?;
    let feature = words.feature()?.unwrap_or(view.feature);
    let mut complete = words.object;
    complete.insert("home".into(), id_of(scenario, home).write());
    complete.insert("resource".into(), id_of(scenario, resource).write());
    complete.insert("feature".into(), feature.write());
    complete.insert("user".into(), user.write());
    complete.insert("application".into(), application.write());
    ScenarioTest::from_json(Value::Object(complete)).map_err(|error| {
        BlockError::at(places.of(&format!("{pointer}{}", error.pointer)), format!("{error}"))
    })
}
