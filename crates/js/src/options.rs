//! What a call is given beside the scenario. A property that is misspelt is an error, never passed over.

use entente_exchange::render::Way;
use entente_policy::Shape;
use serde_json::{Map, Value};
use wasm_bindgen::JsValue;

use crate::failure::Failure;
use crate::json;

/// The properties of an object, of which each is known.
#[derive(Debug)]
pub(crate) struct Options(Map<String, Value>);

impl Options {
    /// Takes an object that may have these properties; what is not given is empty.
    pub(crate) fn of(given: Value, known: &[&str]) -> Result<Self, Failure> {
        match given {
            Value::Null => Ok(Options(Map::new())),
            Value::Object(properties) => Options(properties).only(known),
            _ => Err(Failure::at("", format!("an object belongs here, with {}", listed(known)))),
        }
    }

    /// The same properties, if they are all among these.
    pub(crate) fn only(self, known: &[&str]) -> Result<Self, Failure> {
        match self.0.keys().find(|key| !known.contains(&key.as_str())) {
            Some(key) => Err(Failure::at(
                format!("/{key}"),
                format!("`{key}` is no property that belongs here: known are {}", listed(known)),
            )),
            None => Ok(self),
        }
    }

    /// Takes a property that may be left out.
    pub(crate) fn take<T: Shape>(&mut self, key: &str) -> Result<Option<T>, Failure> {
        // To take a value out and leave its key is less of a program than to remove both.
        let value = self.0.get_mut(key).map(Value::take).filter(|value| !value.is_null());
        value.map(|value| T::from_json(value).map_err(|error| Failure::from(error).below(key))).transpose()
    }

    /// Takes a property that has to be there.
    pub(crate) fn require<T: Shape>(&mut self, key: &str) -> Result<T, Failure> {
        self.take(key)?.ok_or_else(|| {
            Failure::at(format!("/{key}"), format!("`/{key}` is missing; {} belongs there", T::EXPECTED))
        })
    }

    /// Takes an object that may be left out, of which each property is known too.
    pub(crate) fn within<T>(
        &mut self,
        key: &str,
        known: &[&str],
        read: impl FnOnce(Self) -> Result<T, Failure>,
    ) -> Result<Option<T>, Failure> {
        let value = self.0.get_mut(key).map(Value::take).filter(|value| !value.is_null());
        let read = value.map(|value| Self::of(value, known).and_then(read)).transpose();
        read.map_err(|failure| failure.below(key))
    }

    /// Takes an object of true and false that may be left out.
    pub(crate) fn switches(&mut self, key: &str) -> Result<Vec<(String, bool)>, Failure> {
        let switch = |(name, value): (String, Value)| match value.as_bool() {
            Some(on) => Ok((name, on)),
            None => {
                let token = name.replace('~', "~0").replace('/', "~1");
                Err(Failure::at(
                    format!("/{key}/{token}"),
                    format!("`/{key}/{token}` should be true or false"),
                ))
            }
        };
        match self.0.get_mut(key).map(Value::take) {
            None | Some(Value::Null) => Ok(Vec::new()),
            Some(Value::Object(switches)) => switches.into_iter().map(switch).collect(),
            Some(_) => {
                Err(Failure::at(format!("/{key}"), format!("`/{key}` should be an object of true and false")))
            }
        }
    }
}

fn listed(known: &[&str]) -> String {
    known.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(", ")
}

/// What a way has.
const WAY: [&str; 3] = ["home", "resource", "feature"];

/// Reads which matrix is meant.
pub(crate) fn way(given: &JsValue) -> Result<Way, Failure> {
    let mut options = Options::of(json::from_js(given)?, &WAY)?;
    Ok(Way {
        home: options.require("home")?,
        resource: options.require("resource")?,
        feature: options.require("feature")?,
    })
}

#[cfg(test)]
mod tests {
    use entente_policy::Feature;
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

    #[test]
    fn what_is_known_may_still_not_belong() {
        let options = Options::of(json!({"page": "p"}), &KNOWN).unwrap();
        let error = options.only(&["feature"]).unwrap_err();
        assert_eq!(error.message, "`page` is no property that belongs here: known are `feature`");
    }

    #[test]
    fn what_is_wrong_within_is_told_from_the_outside() {
        let inner = |given| {
            let mut options = Options::of(json!({ "feature": given }), &KNOWN).unwrap();
            options.within("feature", &["on"], |mut inner| inner.require::<bool>("on"))
        };
        assert_eq!(inner(json!({"on": true})), Ok(Some(true)));
        assert_eq!(inner(Value::Null), Ok(None));
        for (given, path) in [(json!({"no": 1}), "/feature/no"), (json!(7), "/feature")] {
            assert_eq!(inner(given).unwrap_err().path.as_deref(), Some(path));
        }
        assert_eq!(
            inner(json!({})).unwrap_err().message,
            "`/feature/on` is missing; true or false belongs there"
        );
        let mut options = Options::of(json!({"page": {"a/b": true}, "feature": {"a/b": 1}}), &KNOWN).unwrap();
        assert_eq!(options.switches("page"), Ok(vec![("a/b".into(), true)]));
        assert_eq!(options.switches("page"), Ok(Vec::new()));
        assert_eq!(options.switches("feature").unwrap_err().path.as_deref(), Some("/feature/a~1b"));
    }
}
