//! The class that JavaScript holds: a scenario inside the engine.

use entente_exchange::{document, place};
use entente_policy::{Request, Shape, evaluate, unknown_properties};
use serde_json::Value;
use wasm_bindgen::prelude::*;

use crate::answer::{TestReport, changes, hand_over, matrix};
use crate::failure::Failure;
use crate::json;
use crate::options::{Options, Way};

/// Two tenants or more whose settings meet, kept inside the engine: nothing is read or written again to ask it.
///
/// It takes memory until `free` is called, at the end of a `using` block, or when the garbage collector finds that
/// nobody holds it any more.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Scenario {
    pub(crate) inner: entente_policy::Scenario,
}

impl From<entente_policy::Scenario> for Scenario {
    fn from(inner: entente_policy::Scenario) -> Self {
        Scenario { inner }
    }
}

impl Scenario {
    pub(crate) fn decide(&self, request: &JsValue) -> Result<entente_policy::Decision, Failure> {
        let value = json::from_js(request)?;
        let asked = Request::from_json(value.clone())?;
        refuse_unknown(unknown_properties::<Request>(value))?;
        Ok(evaluate(&self.inner, &asked))
    }
}

/// An error that names the first of these properties, if there is one.
fn refuse_unknown(places: Vec<String>) -> Result<(), Failure> {
    places.into_iter().next().map_or(Ok(()), |place| {
        let message = format!("`{place}` is a property that nobody knows: is it misspelt?");
        Err(Failure::at(place, message))
    })
}

#[wasm_bindgen]
impl Scenario {
    /// Reads a scenario document: an object, or its text. Properties that nobody knows are kept, unless the options
    /// refuse them.
    #[wasm_bindgen(js_name = from)]
    pub fn read(
        #[wasm_bindgen(unchecked_param_type = "ScenarioDocument | string")] document: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "ReadOptions")] options: &JsValue,
    ) -> Result<Scenario, Failure> {
        let mut options = Options::read(options, &["refuseUnknown"])?;
        let value = match document.as_string() {
            Some(text) => json::from_text(&text)?,
            None => json::from_js(document)?,
        };
        let scenario = Scenario { inner: document::from_value(value)? };
        if options.take("refuseUnknown")?.unwrap_or(false) {
            refuse_unknown(scenario.unknown_properties())?;
        }
        Ok(scenario)
    }

    /// The scenario as a document: a plain object, which `JSON.stringify` makes the text that the page and the
    /// command line read.
    #[wasm_bindgen(unchecked_return_type = "ScenarioDocument")]
    pub fn save(&self) -> JsValue {
        json::to_js(&document::to_value(&self.inner))
    }

    /// Another scenario that is the same, to be changed on its own. What stays the same takes no memory twice.
    #[wasm_bindgen(js_name = clone)]
    pub fn duplicate(&self) -> Scenario {
        Scenario { inner: self.inner.clone() }
    }

    /// The scenario's name.
    #[wasm_bindgen(getter)]
    pub fn title(&self) -> String {
        self.inner.title.clone()
    }

    /// Where properties stand that nobody knows, by JSON pointer. They are kept, and decide nothing.
    #[wasm_bindgen(js_name = unknownProperties)]
    pub fn unknown_properties(&self) -> Vec<String> {
        unknown_properties::<entente_policy::Scenario>(self.inner.write())
    }

    /// What stands at an address; undefined where nothing is stated.
    #[wasm_bindgen(unchecked_return_type = "unknown")]
    pub fn get(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Address")] address: &str,
    ) -> Result<JsValue, Failure> {
        Ok(place::get(&self.inner, address)?.as_ref().map_or(JsValue::UNDEFINED, json::to_js))
    }

    /// Puts a value at an address: a setting, a session, anything. Null is to state nothing there, which for a setting
    /// about an organization is to inherit the default. When it throws, nothing has changed.
    pub fn set(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Address")] address: &str,
        #[wasm_bindgen(unchecked_param_type = "unknown")] value: &JsValue,
    ) -> Result<(), Failure> {
        let value: Value = json::from_js(value)?;
        self.inner = place::set(&self.inner, address, value)?;
        Ok(())
    }

    /// The decision on a request: every gate, with its status, its owner, the settings that decided it, and the
    /// documented statement behind it. Every request has one.
    #[wasm_bindgen(unchecked_return_type = "Decision")]
    pub fn evaluate(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Request")] request: &JsValue,
    ) -> Result<JsValue, Failure> {
        Ok(json::to_js(&self.decide(request)?.to_json()))
    }

    /// Everybody × everything, for one direction and one feature.
    #[wasm_bindgen(unchecked_return_type = "Matrix")]
    pub fn matrix(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Way")] way: &JsValue,
    ) -> Result<JsValue, Failure> {
        hand_over(&matrix(&self.inner, &Way::read(way)?))
    }

    /// Who reaches what in `later` and does not here, and the other way round: for every pair of tenants that both
    /// hold, by both features.
    #[wasm_bindgen(unchecked_return_type = "CellChange[]")]
    pub fn diff(&self, later: &Scenario) -> Result<JsValue, Failure> {
        hand_over(&changes(&self.inner, &later.inner))
    }

    /// Runs the tests that the document holds.
    #[wasm_bindgen(unchecked_return_type = "TestReport")]
    pub fn test(&self) -> Result<JsValue, Failure> {
        hand_over(&TestReport::of(&self.inner))
    }
}
