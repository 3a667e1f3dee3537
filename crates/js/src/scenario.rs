//! The class that JavaScript holds: a scenario inside the engine.

use std::cell::RefCell;
use std::rc::Rc;

use entente_exchange::{document, place};
use entente_policy::{Request, Shape, unknown_properties};
use js_sys::Promise;
use serde_json::Value;
use wasm_bindgen::prelude::*;

use crate::asked::ask;
use crate::failure::Failure;
use crate::json;
use crate::link;
use crate::options::{self, Options};
use crate::parts;
use crate::rules;

/// Two tenants or more whose settings meet, kept inside the engine: nothing is read or written again to ask it.
///
/// What holds and changes it does so at once. What answers gives a promise, because it may need a part of the program
/// that is not here yet, and answers for the scenario as it was when it was asked: changed or freed meanwhile, the answer
/// is the same.
///
/// It takes memory until `free` is called, at the end of a `using` block, or when the garbage collector finds that
/// nobody holds it any more.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Scenario {
    held: Rc<RefCell<entente_policy::Scenario>>,
}

impl From<entente_policy::Scenario> for Scenario {
    fn from(scenario: entente_policy::Scenario) -> Self {
        Scenario { held: Rc::new(RefCell::new(scenario)) }
    }
}

impl Scenario {
    /// The scenario as it is now. What stays the same takes no memory twice.
    pub(crate) fn now(&self) -> entente_policy::Scenario {
        self.held.borrow().clone()
    }
}

fn request(given: &JsValue) -> Result<Request, Failure> {
    let value = json::from_js(given)?;
    let asked = Request::from_json(value.clone())?;
    refuse_unknown(unknown_properties::<Request>(value))?;
    Ok(asked)
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
        let mut options = Options::of(json::from_js(options)?, &["refuseUnknown"])?;
        let value = match document.as_string() {
            Some(text) => json::from_text(&text)?,
            None => json::from_js(document)?,
        };
        let scenario = Scenario::from(document::from_value(value)?);
        if options.take("refuseUnknown")?.unwrap_or(false) {
            refuse_unknown(scenario.unknown_properties())?;
        }
        Ok(scenario)
    }

    /// The scenario as a document: a plain object, which `JSON.stringify` makes the text that the page and the
    /// command line read.
    #[wasm_bindgen(unchecked_return_type = "ScenarioDocument")]
    pub fn save(&self) -> JsValue {
        json::to_js(&document::to_value(&self.held.borrow()))
    }

    /// Another scenario that is the same, to be changed on its own. What stays the same takes no memory twice.
    #[wasm_bindgen(js_name = clone)]
    pub fn duplicate(&self) -> Scenario {
        self.now().into()
    }

    /// The scenario's name.
    #[wasm_bindgen(getter)]
    pub fn title(&self) -> String {
        self.held.borrow().title.clone()
    }

    /// Where properties stand that nobody knows, by JSON pointer. They are kept, and decide nothing.
    #[wasm_bindgen(js_name = unknownProperties)]
    pub fn unknown_properties(&self) -> Vec<String> {
        unknown_properties::<entente_policy::Scenario>(self.held.borrow().write())
    }

    /// What stands at an address; undefined where nothing is stated.
    #[wasm_bindgen(unchecked_return_type = "unknown")]
    pub fn get(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Address")] address: &str,
    ) -> Result<JsValue, Failure> {
        Ok(place::get(&self.held.borrow(), address)?.as_ref().map_or(JsValue::UNDEFINED, json::to_js))
    }

    /// Puts a value at an address: a setting, a session, anything. Null is to state nothing there, which for a setting
    /// about an organization is to inherit the default. When it throws, nothing has changed.
    pub fn set(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Address")] address: &str,
        #[wasm_bindgen(unchecked_param_type = "unknown")] value: &JsValue,
    ) -> Result<(), Failure> {
        let value: Value = json::from_js(value)?;
        let changed = place::set(&self.held.borrow(), address, value)?;
        self.held.replace(changed);
        Ok(())
    }

    /// The decision on a request: every gate, with its status, its owner, the settings that decided it, and the
    /// documented statement behind it. Every request has one.
    #[wasm_bindgen(unchecked_return_type = "Promise<Decision>")]
    pub fn evaluate(&self, #[wasm_bindgen(unchecked_param_type = "Request")] request: &JsValue) -> Promise {
        let scenario = self.now();
        ask(self::request(request), move |request| {
            Ok(json::to_js(&rules::decide(&scenario, request)?.to_json()))
        })
    }

    /// The decision on a request in words: every gate's sentences, whose it is, the settings that decided it, the error
    /// that the person sees, the documented statement behind it, and who has to do what.
    #[wasm_bindgen(unchecked_return_type = "Promise<Explanation>")]
    pub fn explain(&self, #[wasm_bindgen(unchecked_param_type = "Request")] request: &JsValue) -> Promise {
        let scenario = self.now();
        ask(self::request(request), move |request| {
            let decision = rules::decide(&scenario, request)?;
            Ok((parts::words()?.explain)(&scenario, &decision)?)
        })
    }

    /// Everybody × everything, for one direction and one feature.
    #[wasm_bindgen(unchecked_return_type = "Promise<Matrix>")]
    pub fn matrix(&self, #[wasm_bindgen(unchecked_param_type = "Way")] way: &JsValue) -> Promise {
        let scenario = self.now();
        ask(options::way(way), move |way| {
            let matrix = rules::matrix(&scenario, way)?;
            Ok((parts::classes()?.matrix)(&matrix)?)
        })
    }

    /// What the rows of the matrix are called, in its order.
    #[wasm_bindgen(js_name = rowNames, unchecked_return_type = "Promise<RowName[]>")]
    pub fn row_names(&self, #[wasm_bindgen(unchecked_param_type = "Way")] way: &JsValue) -> Promise {
        let scenario = self.now();
        ask(options::way(way), move |way| {
            let matrix = rules::matrix(&scenario, way)?;
            Ok((parts::words()?.rows)(&scenario, &matrix)?)
        })
    }

    /// Who reaches what in `later` and does not here, and the other way round: for every pair of tenants that both
    /// hold, by both features.
    #[wasm_bindgen(unchecked_return_type = "Promise<CellChange[]>")]
    pub fn diff(&self, later: &Scenario) -> Promise {
        ask(Ok((self.now(), later.now())), |(before, after)| {
            let compared = rules::compared(before, after)?;
            Ok((parts::classes()?.changes)(&compared)?)
        })
    }

    /// Runs the tests that the document holds.
    #[wasm_bindgen(unchecked_return_type = "Promise<TestReport>")]
    pub fn test(&self) -> Promise {
        ask(Ok(self.now()), |scenario| {
            let decided = scenario.tests.iter().map(|test| rules::decide(scenario, &test.request()));
            let decisions = decided.collect::<Result<Vec<_>, _>>()?;
            Ok((parts::words()?.test_report)(scenario, &decisions)?)
        })
    }

    /// Reads answers of Microsoft Graph, bundles of them, or scenario documents, as texts or bytes, and puts what they
    /// hold where it belongs in a tenant of the scenario as it then is. Comes to what was read as what, what was kept
    /// though nobody knows it, and what is missing. When it fails, nothing has changed. Leave the files as they are
    /// until then.
    #[wasm_bindgen(unchecked_return_type = "Promise<ImportReport>")]
    pub fn import(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string | Uint8Array | ImportFile[]")] files: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "ImportOptions")] options: &JsValue,
    ) -> Promise {
        let held = self.held.clone();
        let given = json::from_js(options).map(|options| (files.clone(), options));
        ask(given, move |(files, options)| {
            let import = parts::files()?.import;
            let scenario = held.borrow().clone();
            let (changed, report) = import(&scenario, files, options.take())?;
            held.replace(changed);
            Ok(report)
        })
    }

    /// The text of a file for others: the document, one tenant's settings as Microsoft Graph has them, or who can
    /// connect, as Markdown, CSV, a picture or HTML. The command line writes the same.
    #[wasm_bindgen(js_name = export, unchecked_return_type = "Promise<string>")]
    pub fn to_file(
        &self,
        #[wasm_bindgen(unchecked_param_type = "ExportOptions")] options: &JsValue,
    ) -> Promise {
        let scenario = self.now();
        ask(json::from_js(options), move |options| {
            let exporting = parts::words()?.exporting;
            let wanted = (exporting.read)(&scenario, options.clone())?;
            let answered = wanted.ways.iter().map(|way| rules::matrix(&scenario, way));
            let matrices = answered.collect::<Result<Vec<_>, _>>()?;
            Ok((exporting.write)(&scenario, &wanted, &matrices).into())
        })
    }

    /// A link that opens the scenario in the page. With what `fromLink` gave back, it is the same link again.
    #[wasm_bindgen(unchecked_return_type = "Promise<string>")]
    pub fn link(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "LinkOptions")] options: &JsValue,
    ) -> Promise {
        let scenario = self.now();
        ask(link::Asked::read(options), move |asked| Ok((parts::links()?.write)(&scenario, asked)?.into()))
    }

    /// Reads what a link carries, a whole address or what stands behind its `#`: the scenario, what it is compared
    /// with, and how it is looked at.
    #[wasm_bindgen(js_name = fromLink, unchecked_return_type = "Promise<Shared>")]
    pub fn from_link(link: String) -> Promise {
        ask(Ok(link), |link| Ok((parts::links()?.read)(link)?))
    }
}
