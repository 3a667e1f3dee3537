//! A hand-over as a text for tickets and letters.

use alloc::format;
use alloc::string::String;

use super::{Handover, Object};
use crate::quote;

/// Text of people in a line of Markdown: whatever has a meaning there loses it.
fn plain(text: &str) -> String {
    let mut written = String::new();
    for character in quote::comment(text).chars() {
        if character.is_ascii_punctuation() && !matches!(character, '.' | ',' | '-' | '\'') {
            written.push('\\');
        }
        written.push(character);
    }
    written
}

impl Handover {
    /// The hand-over as Markdown.
    pub fn markdown(&self) -> String {
        let (to, from) = (plain(&self.to.1), plain(&self.from.1));
        let mut text =
            format!("# What {from} asks {to} to set\n\nTenant of {from}: {}\n", plain(self.from.0.as_str()));
        if self.adds_organization {
            text.push_str(&format!(
                "\nFirst add {from} as an organization: External Identities › Cross-tenant access settings › Organizational settings.\n"
            ));
        }
        for ask in &self.asks {
            text.push_str(&format!("\n## {}\n\n{}\n\n", ask.property.as_str(), plain(&ask.why)));
            if ask.value.is_null() {
                text.push_str("Return it to your default settings: set it to null.\n");
                continue;
            }
            if !ask.is_stated {
                text.push_str("This lets through what we let through. More than this works as well.\n\n");
            }
            text.push_str(&format!("```json\n{}\n```\n", quote::json(&ask.value)));
        }
        objects(&mut text, "Object ids of ours that stand in these settings", &self.receives);
        objects(&mut text, "Object ids of yours that we need: send or confirm them", &self.sends);
        text
    }
}

fn objects(text: &mut String, title: &str, objects: &[Object]) {
    if objects.is_empty() {
        return;
    }
    text.push_str(&format!("\n## {title}\n\n"));
    for object in objects {
        let name = object.name.as_deref().map(|name| format!(", {}", plain(name))).unwrap_or_default();
        let (kind, id) = (&object.kind, plain(object.id.as_str()));
        text.push_str(&format!("- {kind} {id}{name}, for {}\n", object.setting));
    }
}
