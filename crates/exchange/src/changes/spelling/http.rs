//! A file of requests, as the clients in editors send them.

use alloc::format;
use alloc::string::String;

use super::{foot, head};
use crate::changes::Changes;
use crate::quote::{comment, json};

/// The changes as a `.http` file.
pub(super) fn http(changes: &Changes) -> String {
    let mut text = String::new();
    let note = |text: &mut String, line: &str| {
        // Clients look for variables between two braces, in comments too.
        let line = comment(line).replace("{{", "{ {");
        text.push_str(&format!("# {line}\n"));
    };
    for line in head(
        changes,
        "Set the variable `token` to an access token of this tenant, and send them from the top.",
    ) {
        note(&mut text, &line);
    }
    for line in foot(changes, true) {
        note(&mut text, &line);
    }
    for (at, operation) in changes.operations.iter().enumerate() {
        text.push_str("\n###\n");
        note(&mut text, &format!("{}. {}", at.saturating_add(1), operation.does));
        let (method, url) = (operation.method.as_str(), operation.url(changes.cloud));
        text.push_str(&format!("{method} {url} HTTP/1.1\nAuthorization: Bearer {{{{token}}}}\n"));
        if let Some(body) = &operation.body {
            text.push_str(&format!("Content-Type: application/json\n\n{}\n", json(body)));
        }
    }
    text
}
