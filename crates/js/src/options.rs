//! What a call is given beside the scenario. A property that is misspelt is an error, never passed over.

use entente_policy::{Feature, Id, Shape};
use serde_json::{Map, Value};
use wasm_bindgen::JsValue;

use crate::failure::Failure;
use crate::json;

/// The properties of an object, of which each is known.
#[derive(Debug)]
pub(crate) struct Options(Map<String, Value>);

impl Options {
    /// Reads an object that may have these properties; what is not given is empty.
    pub(crate) fn read(given: &JsValue, known: &[&str]) -> Result<Self, Failure> {
        Self::of(json::from_js(given)?, known)
    }

    fn of(given: Value, known: &[&str]) -> Result<Self, Failure> {
        let properties = match given {
            Value::Null => Map::new(),
            Value::Object(properties) => properties,
            _ => return Err(Failure::at("", format!("an object belongs here, with {}", listed(known)))),
        };
        match properties.keys().find(|key| !known.contains(&key.as_str())) {
            Some(key) => Err(Failure::at(
                format!("/{key}"),
                format!("`{key}` is no property that belongs here: known are {}", listed(known)),
            )),
            None => Ok(Options(properties)),
        }
    }

    /// Takes a property that may be left out.
    pub(crate) fn take<T: Shape>(&mut self, key: &str) -> Result<Option<T>, Failure> {
        let value = self.0.remove(key).filter(|value| !value.is_null());
        value.map(|value| T::from_json(value).map_err(|error| below(key, error.into()))).transpose()
    }

    /// Takes a property that has to be there.
    pub(crate) fn require<T: Shape>(&mut self, key: &str) -> Result<T, Failure> {
        self.take(key)?.ok_or_else(|| {
            Failure::at(format!("/{key}"), format!("`/{key}` is missing; {} belongs there", T::EXPECTED))
        })
    }
}

/// A failure in a property, told from where the property stands.
fn below(key: &str, failure: Failure) -> Failure {
    let within = failure.path.unwrap_or_default();
    let message = failure.message.replacen(&format!("`{within}`"), &format!("`/{key}{within}`"), 1);
    Failure::at(format!("/{key}{within}"), message)
}

fn listed(known: &[&str]) -> String {
    known.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(", ")
}

/// A direction and a feature: which matrix.
#[derive(Debug)]
pub(crate) struct Way {
    pub(crate) home: Id,
    pub(crate) resource: Id,
    pub(crate) feature: Feature,
}

impl Way {
    const KNOWN: [&str; 3] = ["home", "resource", "feature"];

    /// Reads all three.
    pub(crate) fn read(given: &JsValue) -> Result<Self, Failure> {
        let mut options = Options::read(given, &Self::KNOWN)?;
        Ok(Way {
            home: options.require("home")?,
            resource: options.require("resource")?,
            feature: options.require("feature")?,
        })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const KNOWN: [&str; 2] = ["page", "feature"];

    #[test]
    fn what_is_given_is_taken() {
        let mut options = Options::of(json!({"page": "p", "feature": null}), &KNOWN).unwrap();
        assert_eq!(options.take::<Feature>("feature"), Ok(None));
        assert_eq!(options.require::<String>("page"), Ok("p".into()));
        assert!(Options::of(Value::Null, &KNOWN).is_ok());
    }

    #[test]
    fn what_is_misspelt_missing_or_of_another_kind_is_named_with_its_place() {
        let misspelt = Options::of(json!({"pge": "p"}), &KNOWN).unwrap_err();
        assert_eq!(misspelt.path.as_deref(), Some("/pge"));
        assert_eq!(misspelt.message, "`pge` is no property that belongs here: known are `page`, `feature`");
        let mut options = Options::of(json!({"feature": 7}), &KNOWN).unwrap();
        let missing = options.require::<String>("page").unwrap_err();
        assert_eq!(missing.message, "`/page` is missing; a text belongs there");
        let other = options.take::<Feature>("feature").unwrap_err();
        assert_eq!(other.path.as_deref(), Some("/feature"));
        assert!(other.message.starts_with("`/feature` should be one of"), "{}", other.message);
        assert!(Options::of(json!([]), &KNOWN).is_err());
    }
}
