//! Conditional access policies.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use entente_policy::graph::ConditionalAccessPolicy;
use entente_policy::{Shape, Tenant};
use serde_json::{Map, Value, json};

use super::difference::{properties, written_over};
use super::request::step;
use super::{Book, Matter, Method, Operation, Part, Version};

const POLICIES: &str = "/identity/conditionalAccess/policies";

/// What v1.0 documents to be written.
const WRITTEN: [&str; 5] = ["displayName", "state", "conditions", "grantControls", "sessionControls"];

/// What Graph alone writes.
const READ_ONLY: [&str; 5] = ["id", "createdDateTime", "modifiedDateTime", "deletedDateTime", "templateId"];

/// Writes down what differs from `before`.
pub(super) fn write(book: &mut Book<'_>, before: &Tenant) {
    let tenant = book.tenant;
    let find = |tenant: &'_ Tenant, policy: &ConditionalAccessPolicy| {
        tenant.conditional_access_policies.iter().find(|known| known.id == policy.id).cloned()
    };
    for policy in &before.conditional_access_policies {
        if find(tenant, policy).is_none() {
            let does = format!("Remove the conditional access policy {}", name(policy));
            send(book, policy, Method::Delete, Version::V1, None, does);
        }
    }
    for policy in &tenant.conditional_access_policies {
        match find(before, policy) {
            Some(known) => changed(book, &known, policy),
            None => added(book, policy),
        }
    }
}

fn name(policy: &ConditionalAccessPolicy) -> &str {
    if policy.display_name.is_empty() { policy.id.as_str() } else { &policy.display_name }
}

fn address(book: &Book<'_>, policy: &ConditionalAccessPolicy) -> String {
    book.address(&format!("conditionalAccessPolicies/{}", policy.id))
}

/// External tenants with the type they are of, as Graph demands it: the type without members is abstract.
fn with_types(body: &mut Map<String, Value>) {
    for which in ["includeGuestsOrExternalUsers", "excludeGuestsOrExternalUsers"] {
        let users = body.get_mut("conditions").and_then(|conditions| conditions.get_mut("users"));
        let tenants = users.and_then(|users| users.get_mut(which)?.get_mut("externalTenants"));
        let Some(Value::Object(tenants)) = tenants else { continue };
        let kind = tenants.get("membershipKind").and_then(Value::as_str).unwrap_or_default();
        let name = if kind.eq_ignore_ascii_case("enumerated") {
            "conditionalAccessEnumeratedExternalTenants"
        } else if kind.eq_ignore_ascii_case("all") {
            // It has no members, not even none.
            tenants.remove("members");
            "conditionalAccessAllExternalTenants"
        } else {
            continue;
        };
        tenants.insert("@odata.type".into(), format!("#microsoft.graph.{name}").into());
    }
}

fn send(
    book: &mut Book<'_>,
    policy: &ConditionalAccessPolicy,
    method: Method,
    version: Version,
    mut body: Option<Map<String, Value>>,
    does: String,
) {
    body.iter_mut().for_each(with_types);
    let path = match method {
        Method::Post => POLICIES.into(),
        _ => format!("{POLICIES}/{}", step(policy.id.as_str())),
    };
    let settings = alloc::vec![address(book, policy)];
    let part = Part::ConditionalAccess(policy.id.clone());
    book.send(Operation { part, method, version, path, body: body.map(Value::Object), settings, does });
}

/// Whether the policy says which kinds of clients it is for.
fn states_clients(policy: &Value) -> bool {
    policy.pointer("/conditions/clientAppTypes").is_some()
}

/// The policy as a request has it: of an authentication strength it says which, and all clients are stated.
fn written(policy: &ConditionalAccessPolicy) -> Value {
    let mut value = policy.write();
    if !states_clients(&value) {
        crate::pointer::set(&mut value, "/conditions/clientAppTypes", json!(["all"]));
    }
    if let Some(strength) = value.pointer_mut("/grantControls/authenticationStrength")
        && let Some(id) = strength.get("id").cloned()
    {
        *strength = json!({ "id": id });
    }
    value
}

fn added(book: &mut Book<'_>, policy: &ConditionalAccessPolicy) {
    let value = written(policy);
    let address = address(book, policy);
    book.remark(Matter::NewPolicy, alloc::vec![address.clone()]);
    if !states_clients(&policy.write()) {
        book.remark(Matter::ClientAppTypes, alloc::vec![address.clone()]);
    }
    let (mut body, mut others) = (Map::new(), Vec::new());
    for name in properties(&json!({}), &value) {
        if WRITTEN.contains(&name.as_str()) {
            body.insert(name.clone(), written_over(None, value.get(&name)));
        } else if !READ_ONLY.contains(&name.as_str()) {
            others.push(format!("{address}/{name}"));
        }
    }
    let does = format!("Add the conditional access policy {}", self::name(policy));
    send(book, policy, Method::Post, Version::V1, Some(body), does);
    // Its id is not known before it is there, so nothing can be sent after it.
    book.remark(Matter::Unknown, others);
}

fn changed(book: &mut Book<'_>, known: &ConditionalAccessPolicy, policy: &ConditionalAccessPolicy) {
    let (before, after) = (written(known), written(policy));
    let address = address(book, policy);
    let (mut stable, mut beta) = (Map::new(), Map::new());
    for name in properties(&before, &after) {
        let group = match name.as_str() {
            "id" => continue,
            name if WRITTEN.contains(&name) => &mut stable,
            name if READ_ONLY.contains(&name) => {
                book.remark(Matter::ReadOnly, alloc::vec![format!("{address}/{name}")]);
                continue;
            }
            _ => &mut beta,
        };
        group.insert(name.clone(), written_over(before.get(&name), after.get(&name)));
    }
    let does = format!("Change the conditional access policy {}", name(policy));
    if !stable.is_empty() {
        send(book, policy, Method::Patch, Version::V1, Some(stable), does.clone());
    }
    if !beta.is_empty() {
        let settings = beta.keys().map(|name| format!("{address}/{name}")).collect();
        send(book, policy, Method::Patch, Version::Beta, Some(beta), does);
        book.remark(Matter::Uncharted, settings);
    }
    let strength = |policy: &ConditionalAccessPolicy| {
        policy.grant_controls.as_ref().and_then(|controls| controls.authentication_strength.clone())
    };
    let (Some(one), Some(other)) = (strength(known), strength(policy)) else { return };
    if one.id == other.id && one != other {
        let setting = format!("{address}/grantControls/authenticationStrength");
        book.remark(Matter::Strength, alloc::vec![setting]);
    }
}
