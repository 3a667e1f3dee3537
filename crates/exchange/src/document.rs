//! The scenario document: JSON, with the scenario's own shape and a version.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use entente_policy::{Id, IdIndex, Scenario, Shape};
use serde_json::{Map, Value};

/// The version this crate writes.
pub const VERSION: u64 = 1;

/// Longest text that is read, in bytes. A scenario with a hundred thousand people stays below it.
pub const MAX_BYTES: usize = 64 * 1024 * 1024;

const VERSION_KEY: &str = "ententeVersion";

/// Why a text is not a scenario document. The message says where and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentError {
    message: String,
    pointer: Option<String>,
}

impl DocumentError {
    fn new(message: impl Into<String>) -> Self {
        DocumentError { message: message.into(), pointer: None }
    }

    /// Something wrong with one place.
    pub(crate) fn at(pointer: impl Into<String>, message: impl Into<String>) -> Self {
        DocumentError { message: message.into(), pointer: Some(pointer.into()) }
    }

    /// Where in the document, by JSON pointer, if it is one place.
    pub fn pointer(&self) -> Option<&str> {
        self.pointer.as_deref()
    }
}

impl fmt::Display for DocumentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl core::error::Error for DocumentError {}

/// Writes a scenario as indented JSON that [`from_text`] reads.
pub fn to_text(scenario: &Scenario) -> String {
    format!("{:#}", to_value(scenario))
}

/// Writes a scenario as JSON on one line, for storing.
pub fn to_compact_text(scenario: &Scenario) -> String {
    to_value(scenario).to_string()
}

/// Writes a scenario as a JSON value that [`from_value`] reads.
pub fn to_value(scenario: &Scenario) -> Value {
    let mut value = scenario.write();
    if let Some(object) = value.as_object_mut() {
        object.insert(VERSION_KEY.to_string(), VERSION.into());
    }
    value
}

/// Reads a scenario document.
///
/// # Errors
/// When the text is too long, is not JSON, is of a later version, does not have a scenario's shape, holds
/// fewer than two tenants, or uses one id twice in one place.
pub fn from_text(text: &str) -> Result<Scenario, DocumentError> {
    if text.len() > MAX_BYTES {
        return Err(DocumentError::new(format!(
            "the text is {} MB long; a scenario document may have {} MB",
            text.len() / 1_048_576,
            MAX_BYTES / 1_048_576
        )));
    }
    let value: Value = serde_json::from_str(text).map_err(|error| {
        DocumentError::new(format!(
            "the text is not valid JSON: {error}. Check that it was copied whole, from the first {{ to the last }}"
        ))
    })?;
    from_value(value)
}

/// Reads a scenario document that is already a JSON value.
///
/// # Errors
/// As [`from_text`].
pub fn from_value(value: Value) -> Result<Scenario, DocumentError> {
    let Value::Object(object) = value else {
        return Err(DocumentError::new("a scenario document is a JSON object with `title` and `tenants`"));
    };
    let mut document = Map::new();
    for (key, value) in object {
        if key != VERSION_KEY {
            document.insert(key, value);
        } else if value.as_u64() != Some(VERSION) {
            // A number or a word; to write whatever else it may be is a writer of JSON in every page.
            let version = match (value.as_u64(), value.as_str()) {
                (Some(number), _) => number.to_string(),
                (None, word) => word.unwrap_or("…").to_string(),
            };
            return Err(DocumentError::new(format!(
                "the document says `{VERSION_KEY}: {version}`, and this page reads version {VERSION}. Open it with a newer Entente"
            )));
        }
    }
    let scenario = Scenario::from_json(Value::Object(document))
        .map_err(|error| DocumentError { message: error.to_string(), pointer: Some(error.pointer) })?;
    check(&scenario)?;
    Ok(scenario)
}

fn check(scenario: &Scenario) -> Result<(), DocumentError> {
    if scenario.tenants.len() < 2 {
        return Err(DocumentError::new(format!(
            "`/tenants` holds {} of the two tenants a scenario needs",
            scenario.tenants.len()
        )));
    }
    unique("/tenants", &mut scenario.tenants.iter().map(|tenant| &tenant.id))?;
    for (at, tenant) in scenario.tenants.iter().enumerate() {
        let directory = &tenant.directory;
        let check =
            |name: &str, ids: &mut dyn Iterator<Item = _>| unique(&format!("/tenants/{at}/{name}"), ids);
        check("directory/users", &mut directory.users.iter().map(|user| &user.id))?;
        check("directory/groups", &mut directory.groups.iter().map(|group| &group.id))?;
        check("directory/applications", &mut directory.applications.iter().map(|app| &app.app_id))?;
        let policy = &tenant.cross_tenant_access_policy;
        check(
            "crossTenantAccessPolicy/partners",
            &mut policy.partners.iter().map(|partner| &partner.tenant_id),
        )?;
        let policies = &tenant.conditional_access_policies;
        check("conditionalAccessPolicies", &mut policies.iter().map(|policy| &policy.id))?;
    }
    Ok(())
}

fn unique(place: &str, ids: &mut dyn Iterator<Item = &Id>) -> Result<(), DocumentError> {
    let ids: Vec<&Id> = ids.collect();
    let repeated = IdIndex::of(ids.iter().copied()).first_repeated();
    for (at, id) in ids.into_iter().enumerate() {
        if id.as_str().trim().is_empty() {
            let message = format!("`{place}/{at}` has no id");
            return Err(DocumentError { message, pointer: Some(format!("{place}/{at}")) });
        }
        if repeated == Some(at) {
            let message = format!(
                "`{place}/{at}` has the id `{id}`, which stands there already; ids are unique in one list"
            );
            return Err(DocumentError { message, pointer: Some(format!("{place}/{at}")) });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(text: &str) -> String {
        from_text(text).unwrap_err().to_string()
    }

    #[test]
    fn what_is_written_is_read() {
        for entry in crate::gallery::ENTRIES {
            let scenario = entry.scenario();
            assert_eq!(from_text(&to_text(&scenario)).unwrap(), scenario);
            assert_eq!(from_text(&to_compact_text(&scenario)).unwrap(), scenario);
        }
    }

    #[test]
    fn unknown_properties_survive() {
        let text = r#"{"title":"t","mine":[1,{"a":null}],"tenants":[{"id":"a","displayName":"A","x":1},{"id":"b","displayName":"B"}]}"#;
        let written: Value = serde_json::from_str(&to_text(&from_text(text).unwrap())).unwrap();
        assert_eq!(written["mine"], serde_json::json!([1, {"a": null}]));
        assert_eq!(written["tenants"][0]["x"], 1);
    }

    #[test]
    fn errors_name_the_place_and_the_way_out() {
        assert!(error("{\n  \"title\": ").contains("line 2"));
        assert!(error("[]").contains("`title` and `tenants`"));
        assert!(error(r#"{"ententeVersion":9,"tenants":[]}"#).contains("newer Entente"));
        assert!(error(r#"{"tenants":[]}"#).contains("0 of the two tenants"));
        let twice = r#"{"tenants":[{"id":"a","displayName":"A"},{"id":"A","displayName":"B"}]}"#;
        assert!(error(twice).contains("`/tenants/1` has the id `A`"));
        assert_eq!(error("{\"tenants\":[{\"id\":7}]}"), "`/tenants/0/id` should be an id, but is a number");
    }

    #[test]
    fn no_text_breaks_the_reader() {
        let deep: String = core::iter::repeat_n('[', 100_000).collect();
        assert!(error(&deep).contains("JSON"));
        let scenario = to_compact_text(&crate::gallery::ENTRIES[0].scenario());
        let bytes: Vec<u8> = scenario.bytes().collect();
        for cut in (0..bytes.len()).step_by(97) {
            let _ = from_text(&String::from_utf8_lossy(&bytes[..cut]));
        }
    }
}
