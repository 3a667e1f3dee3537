//! Pseudonyms: a scenario that can be shown to others. Ids, names, addresses and domains are replaced, each one
//! by the same wherever it stands; what is decided, and the shape of everything, stay as they are.
//!
//! What stands in a place of the model is replaced by what the place holds: an id, a name, an address, a domain,
//! or a word of Graph's, which stays. What stands in a property nobody knows is replaced unless it is such a word.
//! In sentences that people wrote (the title, the story, what a test says) every name, address, domain and id that
//! occurs in the scenario is replaced, and so is everything that looks like one. What else such a sentence gives
//! away only a person can tell, see [`sentences`].
//!
//! What belongs to Microsoft is the same in every tenant, tells nothing, and stays.

mod place;
mod public;
mod sentence;
mod vocabulary;

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use entente_policy::{Id, Scenario, Shape};
use serde_json::{Map, Value};

use self::place::Place;
pub use self::public::is_public;
use self::vocabulary::Vocabulary;

/// The pseudonyms of everything in one or more scenarios.
///
/// Several states of one scenario (as it is, and what it is compared with) go through one of these, so that what
/// is the same in both stays the same.
pub struct Pseudonyms {
    vocabulary: Vocabulary,
}

/// A scenario with pseudonyms, where there is only the one.
pub fn pseudonymise(scenario: &Scenario) -> Scenario {
    Pseudonyms::of([scenario]).scenario(scenario)
}

/// The sentences of a scenario, by JSON pointer: what to read once more before it is given away.
pub fn sentences(scenario: &Scenario) -> Vec<String> {
    let mut found = Vec::new();
    let mut add = |pointer: String, text: &str| {
        if !text.trim().is_empty() {
            found.push(pointer);
        }
    };
    add("/title".into(), &scenario.title);
    add("/story".into(), &scenario.story);
    for (at, test) in scenario.tests.iter().enumerate() {
        add(format!("/tests/{at}/what"), &test.what);
    }
    found
}

impl Pseudonyms {
    /// Pseudonyms for everything that `scenarios` name.
    pub fn of<'a>(scenarios: impl IntoIterator<Item = &'a Scenario>) -> Self {
        let mut vocabulary = Vocabulary::default();
        for scenario in scenarios {
            vocabulary.learn(scenario);
        }
        Pseudonyms { vocabulary }
    }

    /// The scenario with pseudonyms.
    pub fn scenario(&mut self, scenario: &Scenario) -> Scenario {
        let value = self.value(Place::Unknown, false, scenario.write());
        // Only strings and keys that are no names of the model's have changed, so it has the shape it had.
        Scenario::from_json(value).unwrap_or_default()
    }

    /// The pseudonym of a tenant, user, group, application or policy.
    pub fn id(&mut self, id: &Id) -> Id {
        Id::from(self.vocabulary.id(id.as_str()))
    }

    fn value(&mut self, place: Place, expected: bool, value: Value) -> Value {
        match value {
            Value::String(text) => Value::String(self.text(place, &text)),
            Value::Array(items) => items.into_iter().map(|item| self.value(place, expected, item)).collect(),
            Value::Object(object) => self.object(expected, object),
            other => other,
        }
    }

    fn object(&mut self, expected: bool, object: Map<String, Value>) -> Value {
        let app = object.get("appId").and_then(Value::as_str);
        let public_name = app.and_then(public::application).filter(|_| object.contains_key("displayName"));
        let mut replaced = Map::new();
        for (key, value) in object {
            let value = self.value(Place::of(&key, expected), expected || key == "expect", value);
            replaced.insert(self.key(key), value);
        }
        if let Some(name) = public_name {
            replaced.insert("displayName".into(), name.into());
        }
        Value::Object(replaced)
    }

    /// Properties' names stay, unless they are ids, addresses or names of somebody.
    fn key(&mut self, key: String) -> String {
        if place::is_of_the_model(&key) || (key.contains("@odata.") && public::is_property(&key)) {
            return key;
        }
        self.vocabulary.met(&key).unwrap_or_else(|| sentence::replace(&mut self.vocabulary, &key))
    }

    fn text(&mut self, place: Place, text: &str) -> String {
        if text.trim().is_empty() {
            return text.to_owned();
        }
        match place {
            Place::Word if public::are_words(text) || public::is_graph_word(text) => text.to_owned(),
            Place::Expected if public::is_code(text) => text.to_owned(),
            Place::Id => self.vocabulary.id(text),
            Place::Name => self.vocabulary.name(text),
            Place::Address => self.vocabulary.address(text),
            Place::Domain => self.vocabulary.domain(text),
            Place::Sentence => sentence::replace(&mut self.vocabulary, text),
            Place::Path => {
                // The second step is a place of the model.
                let steps = text.split('/').enumerate();
                let steps: Vec<String> =
                    steps.map(|(at, step)| if at == 1 { step.to_owned() } else { self.step(step) }).collect();
                steps.join("/")
            }
            Place::Word | Place::Expected | Place::Unknown => self.unknown(text),
        }
    }

    /// A step of a setting's address: an id, or a name of the model's.
    fn step(&mut self, step: &str) -> String {
        match self.vocabulary.met(step) {
            Some(known) => known,
            None if public::is_property(step) => step.to_owned(),
            None => self.unknown(step),
        }
    }

    /// A text of which nobody knows what it holds.
    fn unknown(&mut self, text: &str) -> String {
        if let Some(known) = self.vocabulary.met(text) {
            return known;
        }
        if public::are_words(text) || public::is_number_or_date(text) {
            return text.to_owned();
        }
        // An address of Graph's: its path can name a tenant or an object.
        if public::is_microsoft_address(text) {
            return sentence::replace(&mut self.vocabulary, text);
        }
        self.vocabulary.text(text)
    }
}

#[cfg(test)]
mod tests;
