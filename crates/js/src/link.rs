//! Links: a scenario, what it is compared with, and how it is looked at.

use entente_exchange::link::{self, Shared, SharedView};
use entente_policy::{Feature, Id, Resource, Scenario as Document, Shape, Subject};
use js_sys::{Function, Object, Reflect};
use serde_json::{Map, Value, json};
use wasm_bindgen::convert::TryFromJsValue;
use wasm_bindgen::{JsCast, JsValue};

use crate::failure::Failure;
use crate::json;
use crate::options::Options;
use crate::scenario::Scenario;

/// What a link is made with.
const OPTIONS: [&str; 3] = ["page", "baseline", "view"];

/// What a view has.
const VIEW: [&str; 5] = ["home", "feature", "cell", "defaults", "expanded"];

/// What the cell of a view has.
const CELL: [&str; 3] = ["user", "application", "wholeClass"];

/// What reads and writes links.
#[derive(Clone, Copy)]
pub(crate) struct Linking {
    pub(crate) read: fn(&str) -> Result<JsValue, Failure>,
    pub(crate) write: fn(&Document, &Asked) -> Result<String, Failure>,
}

/// The part.
pub(crate) const LINKING: Linking = Linking { read, write };

/// With what a link was asked for.
pub(crate) struct Asked {
    options: Value,
    baseline: Option<Document>,
}

impl Asked {
    /// Takes the scenario to compare with out of the options, as it is now.
    pub(crate) fn read(options: &JsValue) -> Result<Self, Failure> {
        let (plain, baseline) = apart(options, "baseline");
        let baseline = baseline.map(|baseline| held(&baseline)).transpose()?;
        Ok(Asked { options: json::from_js(&plain)?, baseline })
    }
}

fn read(link: &str) -> Result<JsValue, Failure> {
    let fragment = link.split_once('#').map_or(link, |(_, fragment)| fragment).trim();
    let shared = link::decode(fragment).map_err(|error| Failure::new(error.to_string()))?;
    Ok(hand_over(shared))
}

fn write(scenario: &Document, asked: &Asked) -> Result<String, Failure> {
    let mut options = Options::of(asked.options.clone(), &OPTIONS)?;
    let page: String = options.take("page")?.unwrap_or_default();
    let view = options.within("view", &VIEW, |view| read_view(scenario, view))?.unwrap_or_default();
    let baseline = asked.baseline.clone().filter(|baseline| baseline != scenario);
    Ok(format!("{page}#{}", link::encode(&Shared { scenario: scenario.clone(), baseline, view })))
}

fn read_view(scenario: &Document, mut view: Options) -> Result<SharedView, Failure> {
    let home: Option<Id> = view.take("home")?;
    let mut defaults = [false; 2];
    let place = view.below("defaults");
    for (at, id) in view.take::<Vec<Id>>("defaults")?.unwrap_or_default().iter().enumerate() {
        if let Some(shown) = defaults.get_mut(side(scenario, id, &format!("{place}/{at}"))?) {
            *shown = true;
        }
    }
    let cell = view.within("cell", &CELL, |mut cell| {
        let whole_class = cell.take("wholeClass")?.unwrap_or(false);
        let (user, application) =
            (cell.require::<Subject>("user")?, cell.require::<Resource>("application")?);
        Ok((user, application, whole_class))
    })?;
    Ok(SharedView {
        home: home.map_or(Ok(0), |id| side(scenario, &id, &view.below("home")))?,
        feature: view.take::<Feature>("feature")?.unwrap_or_default(),
        whole_class: cell.as_ref().is_some_and(|cell| cell.2),
        cell: cell.map(|(user, application, _)| (user, application)),
        defaults,
        expanded: view.switches("expanded")?,
    })
}

/// The position of one of the two tenants that a page shows.
fn side(scenario: &Document, id: &Id, path: &str) -> Result<usize, Failure> {
    let mut sides = scenario.tenants.iter().take(2);
    sides
        .position(|tenant| tenant.id == *id)
        .ok_or_else(|| Failure::at(path, format!("`{id}` is none of the scenario’s first two tenants")))
}

/// An object without the property that is no plain value, and that property. The object itself stays as it is.
fn apart(given: &JsValue, key: &str) -> (JsValue, Option<JsValue>) {
    let key = JsValue::from_str(key);
    let held = Reflect::get(given, &key).ok().filter(|held| !held.is_null() && !held.is_undefined());
    match (held, given.dyn_ref::<Object>()) {
        (Some(held), Some(object)) => {
            let plain = Object::assign(&Object::new(), object);
            // A new plain object lets go of any property.
            let _ = Reflect::delete_property(&plain, &key);
            (plain.into(), Some(held))
        }
        _ => (given.clone(), None),
    }
}

/// The scenario that an object of JavaScript's holds. Taking it would empty the object, so it is a clone that is
/// taken.
fn held(object: &JsValue) -> Result<Document, Failure> {
    let clone = || {
        let clone: Function = Reflect::get(object, &"clone".into()).ok()?.dyn_into().ok()?;
        Some(Scenario::try_from_js_value(clone.call0(object).ok()?).ok()?.now())
    };
    clone().ok_or_else(|| Failure::at("/baseline", "`/baseline` should be a `Scenario` that is not freed"))
}

/// What a link carries, as an object that holds scenarios.
fn hand_over(shared: Shared) -> JsValue {
    let view = view(&shared);
    let object = Object::new();
    let kind = if shared.baseline.is_some() { "compared" } else { "alone" };
    let baseline = shared.baseline.map(|baseline| ("baseline", Scenario::from(baseline).into()));
    let properties = [
        ("kind", kind.into()),
        ("scenario", Scenario::from(shared.scenario).into()),
        ("view", json::to_js(&view)),
    ];
    for (key, value) in properties.into_iter().chain(baseline) {
        // A new plain object takes any property.
        let _ = Reflect::set(&object, &key.into(), &value);
    }
    object.into()
}

/// How it is looked at, in the tenants' ids.
fn view(shared: &Shared) -> Value {
    let view = &shared.view;
    let id = |at: usize| shared.scenario.tenants.get(at).map(|tenant| tenant.id.to_string());
    let shown = view.defaults.iter().enumerate().filter(|(_, shown)| **shown);
    let cell = view.cell.as_ref().map(|(user, application)| {
        json!({ "user": user.write(), "application": application.write(), "wholeClass": view.whole_class })
    });
    let expanded: Map<String, Value> =
        view.expanded.iter().map(|(key, open)| (key.clone(), (*open).into())).collect();
    json!({
        "home": id(view.home),
        "feature": view.feature.as_str(),
        "cell": cell,
        "defaults": shown.filter_map(|(at, _)| id(at)).collect::<Vec<_>>(),
        "expanded": expanded,
    })
}
