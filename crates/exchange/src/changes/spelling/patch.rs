//! The requests as data.

use alloc::string::String;
use alloc::vec::Vec;

use serde_json::{Value, json};

use crate::changes::Changes;

/// The changes as indented JSON: each request with its method, address and body, what it carries out and what it does;
/// commands; and remarks.
pub(super) fn patch(changes: &Changes) -> String {
    alloc::format!("{:#}\n", changes.to_json())
}

impl Changes {
    /// The changes as JSON, for scripts.
    pub fn to_json(&self) -> Value {
        let operations = self.operations.iter().map(|operation| {
            let mut written = json!({
                "method": operation.method.as_str(),
                "url": operation.url(self.cloud),
                "settings": operation.settings,
                "does": operation.does,
            });
            if let (Some(body), Some(written)) = (&operation.body, written.as_object_mut()) {
                written.insert("body".into(), body.clone());
            }
            written
        });
        let commands = self.commands.iter().map(|command| {
            json!({
                "module": command.module, "line": command.line,
                "settings": command.settings, "does": command.does,
            })
        });
        let remarks = self.remarks.iter().map(|remark| {
            let mut written = json!({
                "remark": remark.code(), "isCarriedOut": remark.is_carried_out(),
                "settings": remark.settings, "says": remark.says(),
            });
            if let (Some(of), Some(written)) = (self.request_of(remark), written.as_object_mut()) {
                let request = json!({ "method": of.method.as_str(), "url": of.url(self.cloud) });
                written.insert("request".into(), request);
            }
            written
        });
        json!({
            "tenant": self.tenant.as_str(),
            "displayName": self.display_name,
            "operations": operations.collect::<Vec<_>>(),
            "commands": commands.collect::<Vec<_>>(),
            "remarks": remarks.collect::<Vec<_>>(),
        })
    }
}
