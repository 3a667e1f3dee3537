//! The fenced block: a scenario in a page of documentation, between ```` ```entente ```` and ```` ``` ````.
//!
//! It is YAML or JSON, and holds either a whole scenario document or what differs from a scenario of the gallery:
//!
//! ```yaml
//! from: example-2
//! title: Ben is let out, but not in
//! changes:
//!   /tenants/1/crossTenantAccessPolicy/partners/0/b2bDirectConnectOutbound/usersAndGroups/targets:
//!     - {target: AllUsers, targetType: user}
//! view: {direction: Fabrikam to Contoso, user: Ben Okafor, application: Teams shared channel, mode: explanation}
//! tests:
//!   - {what: Contoso still stops Ben, expect: {outcome: blocked, actors: [c0000000-0000-4000-8000-000000000001]}}
//! ```
//!
//! `changes` are values by JSON pointer into the scenario document. `view` says how it is looked at first, in names.
//! A test asks what the view shows wherever it does not say otherwise. Whoever writes a block is told the line and
//! column of a mistake, misspelt keys included.

mod changes;
mod view;
mod yaml;

use alloc::format;
use alloc::string::String;
use core::fmt;

use entente_policy::{Id, Resource, Scenario, Subject};
use serde_json::{Map, Value};

use crate::document;
use crate::gallery::{ENTRIES, Entry};
use crate::link::Shared;

use self::yaml::{Places, Read};

/// Longest block that is read, in bytes.
pub const MAX_BYTES: usize = 512 * 1024;

/// The keys of a block that starts from the gallery.
const KEYS: [&str; 6] = ["from", "title", "story", "changes", "view", "tests"];

/// What a block holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// The scenario and how it is looked at.
    pub shared: Shared,
    /// As how much of a playground it is shown: a word of the element's attribute `mode`.
    pub mode: Option<String>,
}

/// A place in a text, counted from one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The character in it.
    pub column: usize,
}

impl Place {
    const START: Place = Place { line: 1, column: 1 };
}

/// Why a block cannot be read: where, what is wrong, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockError {
    /// Where.
    pub place: Place,
    message: String,
}

impl BlockError {
    fn at(place: Place, message: impl Into<String>) -> Self {
        BlockError { place, message: message.into() }
    }
}

impl fmt::Display for BlockError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}: {}", self.place.line, self.place.column, self.message)
    }
}

impl core::error::Error for BlockError {}

/// Reads the text of a block.
///
/// # Errors
/// When the text is too long, is neither YAML nor JSON, or holds something that is neither a scenario nor what
/// differs from one of the gallery. The error names line and column.
pub fn read(text: &str) -> Result<Block, BlockError> {
    if text.len() > MAX_BYTES {
        let what = format!("a block may be {} KB long", MAX_BYTES / 1024);
        return Err(BlockError::at(Place::START, what));
    }
    let Read { value, places } = yaml::read(text)?;
    let Value::Object(mut parts) = value else {
        return Err(BlockError::at(
            places.of(""),
            "a block is a scenario, with `tenants`, or says `from` which scenario of the gallery it starts",
        ));
    };
    let view = parts.remove("view").unwrap_or_default();
    let (mut scenario, entry, tests) = if parts.contains_key("tenants") {
        let tests = parts.remove("tests");
        (whole(parts, &places)?, None, tests)
    } else {
        from_gallery(parts, &places)?
    };
    let shown = view::read(view, &scenario, entry, &places)?;
    scenario.tests = view::tests(tests.unwrap_or_default(), &scenario, &shown.view, &places)?;
    Ok(Block { shared: Shared { scenario, baseline: None, view: shown.view }, mode: shown.mode })
}

/// The question that a view puts, for tests that leave it open.
type Cell = Option<(Subject, Resource)>;

fn whole(parts: Map<String, Value>, places: &Places) -> Result<Scenario, BlockError> {
    document::from_value(Value::Object(parts)).map_err(|error| {
        let place = error.pointer().map_or_else(|| places.of(""), |pointer| places.of(pointer));
        BlockError::at(place, format!("{error}"))
    })
}

type Started = (Scenario, Option<&'static Entry>, Option<Value>);

fn from_gallery(mut parts: Map<String, Value>, places: &Places) -> Result<Started, BlockError> {
    if let Some(key) = parts.keys().find(|key| !KEYS.contains(&key.as_str())) {
        let known = KEYS.join("`, `");
        return Err(BlockError::at(
            places.of(&format!("/{}", yaml::token(key))),
            format!("`{key}` is not understood here; known are `{known}`, or `tenants` for a whole scenario"),
        ));
    }
    let Some(from) = parts.remove("from") else {
        return Err(BlockError::at(
            places.of(""),
            "a block is a scenario, with `tenants`, or says `from` which scenario of the gallery it starts",
        ));
    };
    let entry = from.as_str().and_then(Entry::find).ok_or_else(|| {
        let ids: alloc::vec::Vec<&str> = ENTRIES.iter().map(|entry| entry.id).collect();
        BlockError::at(
            places.of("/from"),
            format!("the gallery has no scenario {from}; it has {}", ids.join(", ")),
        )
    })?;
    let changes = parts.remove("changes").unwrap_or_default();
    let mut scenario = changes::apply(entry.scenario(), changes, places)?;
    for (key, text) in [("title", &mut scenario.title), ("story", &mut scenario.story)] {
        match parts.remove(key) {
            None | Some(Value::Null) => {}
            Some(Value::String(said)) => *text = said,
            Some(_) => {
                return Err(BlockError::at(
                    places.of(&format!("/{key}")),
                    format!("`{key}` is a text; put it in quotes"),
                ));
            }
        }
    }
    Ok((scenario, Some(entry), parts.remove("tests")))
}

/// What there is to choose from, for an error.
fn listed<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.collect::<alloc::vec::Vec<_>>().join(", ")
}

fn id_of(scenario: &Scenario, at: usize) -> Id {
    scenario.tenants.get(at).map(|tenant| tenant.id.clone()).unwrap_or_else(|| Id::from(""))
}

#[cfg(test)]
mod tests;
