//! Files of real tenants, read into a scenario.

use entente_exchange::import::{About, B2B_SETTINGS, Belongs, Choices, File, ImportError, apply, read};
use entente_policy::{Id, Property, Scenario};
use js_sys::Reflect;
use serde_json::Value;
use wasm_bindgen::JsValue;

use crate::failure::Failure;
use crate::json;
use crate::options::Options;

/// What is said beside the files.
const OPTIONS: [&str; 3] = ["tenant", "about", "setting"];

/// What a file has.
const FILE: [&str; 2] = ["name", "text"];

/// What a text is called that comes without a name.
const UNNAMED: &str = "the text";

/// What reads files into a scenario: the scenario that then is, and the report.
pub(crate) type Importing = fn(&Scenario, Value, Value) -> Result<(Scenario, JsValue), Unread>;

/// The part.
pub(crate) fn import_files(
    scenario: &Scenario,
    files: Value,
    options: Value,
) -> Result<(Scenario, JsValue), Unread> {
    let files = texts(files)?;
    let files: Vec<File<'_>> = files.iter().map(|(name, text)| File::of_text(name, text)).collect();
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

/// The files, each with its name.
fn texts(files: Value) -> Result<Vec<(String, String)>, Failure> {
    let files = match files {
        Value::String(text) => return Ok(vec![(UNNAMED.into(), text)]),
        Value::Array(files) => files,
        _ => return Err(Failure::at("", "a text belongs here, or a list of files with `name` and `text`")),
    };
    let read = |(at, file): (usize, Value)| {
        let named = |file: Value| {
            let mut file = Options::of(file, &FILE)?;
            Ok((file.require("name")?, file.require("text")?))
        };
        named(file).map_err(|failure: Failure| failure.below(&at.to_string()))
    };
    files.into_iter().enumerate().map(read).collect()
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
