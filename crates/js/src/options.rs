//! What a call is given beside the scenario. A property that is misspelt is an error, never passed over.

use entente_exchange::place::escaped;
use entente_exchange::render::Way;
use entente_policy::{Shape, ShapeError};
use serde_json::{Map, Value};
use wasm_bindgen::JsValue;

use crate::failure::Failure;
use crate::json;

/// The properties of an object, of which each is known.
#[derive(Debug)]
pub(crate) struct Options {
    /// Where the object stands in what is given, by JSON pointer.
    place: String,
    properties: Map<String, Value>,
}

impl Options {
    /// Takes an object that may have these properties; what is not given is empty.
    pub(crate) fn of(given: Value, known: &[&str]) -> Result<Self, Failure> {
        Self::at(String::new(), given, known)
    }

    /// The same of an object that stands at a place of what is given.
    pub(crate) fn at(place: String, given: Value, known: &[&str]) -> Result<Self, Failure> {
        match given {
            Value::Null => Ok(Options { place, properties: Map::new() }),
            Value::Object(properties) => Options { place, properties }.with_none_but(known),
            _ => {
                let message = format!("an object belongs here, with {}", listed(known));
                Err(Failure::at(place, message))
            }
        }
    }

    /// The same properties, if they are all among these.
    pub(crate) fn with_none_but(self, known: &[&str]) -> Result<Self, Failure> {
        match self.properties.keys().find(|key| !known.contains(&key.as_str())) {
            Some(key) => Err(Failure::at(
                self.below(key),
                format!("`{key}` is no property that belongs here: known are {}", listed(known)),
            )),
            None => Ok(self),
        }
    }

    /// Where a property stands in what is given.
    pub(crate) fn below(&self, key: &str) -> String {
        format!("{}/{}", self.place, escaped(key))
    }

    /// A property that may be left out, as it came. It is taken out of its place alone: to remove its key as well is
    /// more of a program.
    fn given(&mut self, key: &str) -> Option<Value> {
        self.properties.get_mut(key).map(Value::take).filter(|value| !value.is_null())
    }

    /// Takes a property that may be left out.
    pub(crate) fn take<T: Shape>(&mut self, key: &str) -> Result<Option<T>, Failure> {
        let given = self.given(key);
        let read = |value| {
            T::from_json(value).map_err(|error| {
                let pointer = format!("{}{}", self.below(key), error.pointer);
                Failure::from(ShapeError { pointer, ..error })
            })
        };
        given.map(read).transpose()
    }

    /// Takes a property that has to be there.
    pub(crate) fn require<T: Shape>(&mut self, key: &str) -> Result<T, Failure> {
        self.take(key)?.ok_or_else(|| {
            let place = self.below(key);
            let message = format!("`{place}` is missing; {} belongs there", T::EXPECTED);
            Failure::at(place, message)
        })
    }

    /// Takes an object that may be left out, of which each property is known too.
    pub(crate) fn within<T>(
        &mut self,
        key: &str,
        known: &[&str],
        read: impl FnOnce(Self) -> Result<T, Failure>,
    ) -> Result<Option<T>, Failure> {
        let given = self.given(key);
        given.map(|value| Self::at(self.below(key), value, known).and_then(read)).transpose()
    }

    /// Takes an object of true and false that may be left out.
    pub(crate) fn switches(&mut self, key: &str) -> Result<Vec<(String, bool)>, Failure> {
        let place = self.below(key);
        let switch = |(name, value): (String, Value)| match value.as_bool() {
            Some(on) => Ok((name, on)),
            None => {
                let place = format!("{place}/{}", escaped(&name));
                let message = format!("`{place}` should be true or false");
                Err(Failure::at(place, message))
            }
        };
        match self.given(key) {
            None => Ok(Vec::new()),
            Some(Value::Object(switches)) => switches.into_iter().map(switch).collect(),
            Some(_) => {
                let message = format!("`{place}` should be an object of true and false");
                Err(Failure::at(&*place, message))
            }
        }
    }
}

fn listed(known: &[&str]) -> String {
    let mut text = String::new();
    for key in known {
        text.push_str(if text.is_empty() { "`" } else { ", `" });
        text.push_str(key);
        text.push('`');
    }
    text
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
        let error = options.with_none_but(&["feature"]).unwrap_err();
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
