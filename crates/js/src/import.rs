//! Files of real tenants, read into a scenario.

use entente_exchange::import::limits::MAX_BYTES;
use entente_exchange::import::{About, B2B_SETTINGS, Belongs, Choices, File, ImportError, apply, read};
use entente_exchange::place::escaped;
use entente_policy::{Id, Property, Scenario};
use js_sys::{Array, Object, Reflect};
use serde_json::{Map, Value};
use wasm_bindgen::{JsCast, JsValue};

use crate::failure::Failure;
use crate::json;
use crate::options::Options;
use crate::parts::Stopped;

/// What is said beside the files.
const OPTIONS: [&str; 3] = ["tenant", "about", "setting"];

/// What a file has: its text, or its bytes.
const FILE: [&str; 3] = ["name", "text", "bytes"];

/// What a text is called that comes without a name.
const UNNAMED: &str = "the text";

/// What reads files into a scenario: the scenario that then is, and the report. It takes the files as JavaScript has
/// them, so that whoever imports nothing has no program to read bytes by.
pub(crate) type Importing = fn(&Scenario, &JsValue, Value) -> Result<(Scenario, JsValue), Unread>;

/// The part.
pub(crate) fn import_files(
    scenario: &Scenario,
    files: &JsValue,
    options: Value,
) -> Result<(Scenario, JsValue), Unread> {
    let files = contents(files)?;
    let files: Vec<File<'_>> = files.iter().map(|(name, bytes)| File { name, bytes }).collect();
    let choices = Choices::all(belongs(scenario, options)?);
    let plan = read(&files);
    if let Some(error) = plan.refused().next() {
        return Err(error.clone().into());
    }
    let imported = apply(&plan, scenario, &choices)?;
    Ok((imported.scenario, json::to_js(&imported.report.to_json())))
}

fn belongs(scenario: &Scenario, options: Value) -> Result<Belongs, Failure> {
    let mut options = Options::of(options, &OPTIONS)?;
    let tenant: Id = options.require("tenant")?;
    known(scenario, &tenant, "/tenant")?;
    let about = options.take::<Id>("about")?.map(|id| about(scenario, id)).transpose()?;
    let property = options.take::<String>("setting")?.map(|name| setting(&name)).transpose()?;
    Ok(Belongs { tenant, about, property })
}

/// An organization may be one that the scenario does not hold; a word that is no id is misspelt.
fn about(scenario: &Scenario, about: Id) -> Result<About, Failure> {
    if about.is("default") {
        return Ok(About::Default);
    }
    if !about.is_guid() {
        known(scenario, &about, "/about")?;
    }
    Ok(About::Partner(about))
}

/// Refuses an id that no tenant has.
pub(crate) fn known(scenario: &Scenario, id: &Id, path: &str) -> Result<(), Failure> {
    if scenario.tenant(id).is_some() {
        return Ok(());
    }
    let known: Vec<String> = scenario.tenants.iter().map(|tenant| format!("`{}`", tenant.id)).collect();
    let message = format!("the scenario has no tenant `{id}`; it has {}", known.join(", "));
    Err(Failure::at(path, message))
}

fn setting(name: &str) -> Result<Property, Failure> {
    B2B_SETTINGS.into_iter().find(|property| property.as_str() == name).ok_or_else(|| {
        let known = B2B_SETTINGS.map(Property::as_str).join(", ");
        Failure::at("/setting", format!("there is no B2B setting `{name}`; there are {known}"))
    })
}

/// The files, each with its name and what is in it.
fn contents(files: &JsValue) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    if let Some(content) = files.as_string().map(String::into_bytes).or_else(|| bytes(files)) {
        return Ok(vec![(UNNAMED.into(), content)]);
    }
    let Some(files) = files.dyn_ref::<Array>() else {
        let what = "a text or its bytes belong here, or a list of files with `name`, and `text` or `bytes`";
        return Err(Failure::at("", what));
    };
    files.iter().enumerate().map(|(at, file)| content(&format!("/{at}"), &file)).collect()
}

fn content(place: &str, file: &JsValue) -> Result<(String, Vec<u8>), Failure> {
    let given = Reflect::get(file, &"bytes".into()).unwrap_or_default();
    if given.is_undefined() {
        let mut file = Options::at(place.into(), json::from_js_at(place.into(), file)?, &FILE)?;
        return Ok((file.require("name")?, file.require::<String>("text")?.into_bytes()));
    }
    let Some(content) = bytes(&given) else {
        let place = format!("{place}/bytes");
        let message = format!("`{place}` should be a Uint8Array");
        return Err(Failure::at(place, message));
    };
    let mut beside = Map::new();
    for key in Object::keys(file.unchecked_ref::<Object>()).iter().filter(|key| *key != "bytes") {
        let value = Reflect::get(file, &key).unwrap_or_default();
        let key = key.as_string().unwrap_or_default();
        let value = json::from_js_at(format!("{place}/{}", escaped(&key)), &value)?;
        beside.insert(key, value);
    }
    let mut file = Options::at(place.into(), Value::Object(beside), &["name"])?;
    Ok((file.require("name")?, content))
}

/// The bytes of an array of bytes. They are asked for one by one: that is quick enough for files, and every call that
/// is not made elsewhere would be more of a script for everybody who imports the package.
fn bytes(value: &JsValue) -> Option<Vec<u8>> {
    let number = |key: &JsValue| Reflect::get(value, key).ok()?.as_f64();
    if number(&"BYTES_PER_ELEMENT".into())? != 1.0 {
        return None;
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a length is an integer, and an item a byte"
    )]
    let (length, byte) = (number(&"length".into())? as usize, |item: f64| item as u8);
    // One more than is read, so that what is too long is said to be.
    let length = u32::try_from(length.min(MAX_BYTES.saturating_add(1))).ok()?;
    (0..length).map(|at| number(&JsValue::from_f64(at.into())).map(byte)).collect()
}

/// Why files cannot be read: for what stands in a file, with the place in it.
#[derive(Debug)]
pub(crate) struct Unread {
    failure: Failure,
    /// The file, and line and column in it.
    found: Option<(String, Option<(u32, u32)>)>,
}

impl From<Failure> for Unread {
    fn from(failure: Failure) -> Self {
        Unread { failure, found: None }
    }
}

impl From<Unread> for Stopped {
    fn from(unread: Unread) -> Self {
        Stopped::Failed(unread.into())
    }
}

impl From<ImportError> for Unread {
    fn from(error: ImportError) -> Self {
        let message = error.to_string();
        let path = Some(error.pointer).filter(|pointer| !pointer.is_empty());
        Unread { failure: Failure { message, path }, found: Some((error.file, error.place)) }
    }
}

impl From<Unread> for JsValue {
    fn from(Unread { failure, found }: Unread) -> Self {
        let error = JsValue::from(failure);
        if let Some((file, place)) = found {
            let (line, column) = place.unzip();
            let number = |number: Option<u32>| json::to_js(&number.into());
            let properties = [("file", file.into()), ("line", number(line)), ("column", number(column))];
            for (key, value) in properties {
                // An error that was just made takes any property.
                let _ = Reflect::set(&error, &key.into(), &value);
            }
        }
        error
    }
}
