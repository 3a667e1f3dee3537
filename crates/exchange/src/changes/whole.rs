//! An object of Graph that is there once per tenant, and changed by one PATCH of what differs.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::{Map, Value};

use super::difference::{properties, written_over};
use super::{Book, Matter, Method, Operation, Part, Version};

/// Such an object.
pub(super) struct Whole {
    pub(super) part: Part,
    /// What it is called in a sentence.
    pub(super) called: &'static str,
    /// Where it stands in a tenant of the scenario.
    pub(super) within: &'static str,
    /// Where it stands in Graph.
    pub(super) path: &'static str,
    /// What v1.0 documents to be written of it.
    pub(super) written: &'static [&'static str],
    /// What Graph alone writes of it.
    pub(super) read_only: &'static [&'static str],
}

/// Whether somebody has seen a list that may be unknown, which an empty one does not say.
#[derive(Clone, Copy)]
pub(super) struct Seen {
    pub(super) name: &'static str,
    pub(super) before: bool,
    pub(super) after: bool,
}

impl Whole {
    /// Writes down what differs between `before` and `after`, and remarks on what nobody can write, or has seen.
    pub(super) fn write(&self, book: &mut Book<'_>, before: &Value, after: &Value, seen: &[Seen]) {
        let mut body = Map::new();
        let mut settings = Vec::new();
        let mut names = properties(before, after);
        let became = seen.iter().filter(|list| list.before != list.after).map(|list| list.name.to_string());
        names.extend(became);
        names.sort();
        names.dedup();
        for name in names {
            let address = book.address(&format!("{}/{name}", self.within));
            let of = seen.iter().find(|list| list.name == name);
            if of.is_some_and(|list| !list.after) {
                book.remark(Matter::NotSeen, alloc::vec![address]);
                continue;
            }
            if of.is_some() {
                let list = after.get(&name).cloned().unwrap_or_else(|| Value::Array(Vec::new()));
                body.insert(name, list);
                settings.push(address);
                continue;
            }
            if self.written.contains(&name.as_str()) {
                body.insert(name.clone(), written_over(before.get(&name), after.get(&name)));
                settings.push(address);
            } else {
                let is_read_only = self.read_only.contains(&name.as_str());
                let matter = if is_read_only { Matter::ReadOnly } else { Matter::Unknown };
                book.remark(matter, alloc::vec![address]);
            }
        }
        if settings.is_empty() {
            return;
        }
        let names: Vec<&str> = body.keys().map(String::as_str).collect();
        let does = format!("Change the {}: {}", self.called, names.join(", "));
        book.send(Operation {
            part: self.part.clone(),
            method: Method::Patch,
            version: Version::V1,
            path: self.path.into(),
            body: Some(Value::Object(body)),
            settings,
            does,
        });
    }
}
