//! Terraform with the provider `microsoft/msgraph`, whose resources are requests to Graph: it expresses whatever Graph
//! does.

use alloc::format;
use alloc::string::String;

use entente_policy::Cloud;
use serde_json::Value;

use super::{foot, hcl, head};
use crate::changes::{Changes, Method, Operation, Version};
use crate::quote::comment;

/// The changes as a configuration of Terraform.
pub(super) fn terraform_msgraph(changes: &Changes) -> String {
    let how = "Terraform carries out each once. Take a block away when it has been applied: removing it undoes nothing.";
    let mut written = String::new();
    for line in head(changes, how).iter().chain(&foot(changes, true)) {
        written.push_str(&format!("# {}\n", comment(line)));
    }
    if changes.operations.iter().filter_map(|operation| operation.body.as_ref()).any(holds_null) {
        written.push_str(
            "# Where a value is null, the provider has to send it as null: look at the plan, and at Graph afterwards.\n",
        );
    }
    let tenant = hcl::text(changes.tenant.as_str());
    written.push_str("terraform {\n  required_providers {\n    msgraph = {\n      source = \"microsoft/msgraph\"\n    }\n  }\n}\n\n");
    written.push_str(&format!("provider \"msgraph\" {{\n  tenant_id = {tenant}\n"));
    let endpoint = match changes.cloud {
        Cloud::Commercial => None,
        Cloud::UsGovernment => Some("https://graph.microsoft.us"),
        Cloud::China => Some("https://microsoftgraph.chinacloudapi.cn"),
    };
    if let Some(endpoint) = endpoint {
        written.push_str(&format!("  msgraph_endpoint = {}\n", hcl::text(endpoint)));
    }
    written.push_str("}\n");
    let mut before = None;
    for (at, operation) in changes.operations.iter().enumerate() {
        let name = format!("change_{}", at.saturating_add(1));
        written.push_str(&format!("\n# {}\n", comment(&operation.does)));
        let resource = resource(operation);
        block(&mut written, operation, resource, &name, before.as_deref());
        before = Some(format!("{resource}.{name}"));
    }
    written
}

fn holds_null(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(items) => items.iter().any(holds_null),
        Value::Object(object) => object.values().any(holds_null),
        _ => false,
    }
}

/// An organization has no `id`, so that the resource for what is created cannot find it again.
fn resource(operation: &Operation) -> &'static str {
    match operation.method {
        Method::Patch => "msgraph_update_resource",
        Method::Post | Method::Put | Method::Delete => "msgraph_resource_action",
    }
}

fn block(written: &mut String, operation: &Operation, resource: &str, name: &str, before: Option<&str>) {
    let path = hcl::text(operation.path.trim_start_matches('/'));
    written.push_str(&format!("resource \"{resource}\" \"{name}\" {{\n"));
    if operation.method == Method::Patch {
        written.push_str(&format!("  url = {path}\n"));
    } else {
        let method = operation.method.as_str();
        written.push_str(&format!("  resource_url = {path}\n  method = \"{method}\"\n"));
    }
    if operation.version == Version::Beta {
        written.push_str("  api_version = \"beta\"\n");
    }
    if let Some(body) = &operation.body {
        written.push_str(&format!("  body = {}\n", hcl::value(body, 1)));
    }
    if let Some(before) = before {
        written.push_str(&format!("  depends_on = [{before}]\n"));
    }
    written.push_str("}\n");
}
