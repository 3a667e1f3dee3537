//! A script for the Azure CLI, in a POSIX shell.

use alloc::format;
use alloc::string::{String, ToString};

use entente_policy::Cloud;

use super::{foot, head};
use crate::changes::Changes;
use crate::quote::{comment, json};

/// Text as one word of a POSIX shell.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "'\\''"))
}

/// The changes as a script of `az rest`. Bodies go by a file: on the command line some shells take their quotes away.
pub(super) fn azure_cli(changes: &Changes) -> String {
    let mut text = String::from("#!/bin/sh\n");
    let how =
        "It needs the Azure CLI, signed in to this tenant: az login --tenant ID --allow-no-subscriptions";
    for line in head(changes, how).iter().chain(&foot(changes, true)) {
        text.push_str(&format!("# {}\n", comment(line)));
    }
    if changes.operations.is_empty() {
        return text;
    }
    let tenant = quoted(&comment(changes.tenant.as_str()));
    text.push_str(&format!(
        "set -eu\ntenant={tenant}\nif [ \"$(az account show --query tenantId --output tsv)\" != \"$tenant\" ]; then\n  printf 'This is not the tenant %s.\\n' \"$tenant\" >&2\n  exit 1\nfi\nbody=$(mktemp)\ntrap 'rm -f \"$body\"' EXIT\n"
    ));
    let resource = match changes.cloud {
        Cloud::Commercial => "",
        Cloud::UsGovernment => " --resource https://graph.microsoft.us/",
        Cloud::China => " --resource https://microsoftgraph.chinacloudapi.cn/",
    };
    for (at, operation) in changes.operations.iter().enumerate() {
        let number = at.saturating_add(1).to_string();
        text.push_str(&format!("\n# {number}. {}\n", comment(&operation.does)));
        let (method, url) = (operation.method.as_str().to_ascii_lowercase(), operation.url(changes.cloud));
        let mut send = format!("az rest --method {method} --url {}{resource}", quoted(&url));
        if let Some(body) = &operation.body {
            // The quotes around the mark keep the shell from reading what stands before the next one.
            text.push_str(&format!("cat > \"$body\" <<'JSON'\n{}\nJSON\n", json(body)));
            send.push_str(" --headers 'Content-Type=application/json' --body \"@$body\"");
        }
        text.push_str(&format!("{send}\n"));
    }
    text
}
