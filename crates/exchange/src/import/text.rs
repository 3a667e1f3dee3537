//! From a text to a JSON value.

use alloc::format;

use serde_json::Value;

use super::{File, ImportError};
use crate::document::MAX_BYTES;

/// How to export everything at once.
const EXPORT: &str = "Save answers of Microsoft Graph as they come: JSON, from the first { or [ to the last";

/// The value that a text is.
pub(super) fn value(file: &File<'_>) -> Result<Value, ImportError> {
    let error = |what: alloc::string::String, remedy: &str| ImportError::new(file.name, "", what, remedy);
    if file.text.len() > MAX_BYTES {
        let most = MAX_BYTES / 1_048_576;
        return Err(error(format!("the file is longer than {most} MB"), "Split it, a file for each request"));
    }
    let text = file.text.strip_prefix('\u{feff}').unwrap_or(file.text);
    if text.trim().is_empty() {
        let remedy = "PowerShell writes an empty file for an empty list: if no organization has been added, there is nothing to import";
        return Err(error("the file is empty".into(), remedy));
    }
    serde_json::from_str(text).map_err(|wrong| {
        let mut found = error(format!("this is not JSON: {}", reason(&wrong)), EXPORT);
        found.place = Some((wrong.line(), wrong.column()));
        found
    })
}

/// What is wrong, without the place: that is told apart.
fn reason(error: &serde_json::Error) -> alloc::string::String {
    let said = format!("{error}");
    said.split(" at line ").next().unwrap_or_default().into()
}
