//! The Microsoft clouds that tenants work with: each enables the other’s, where they live in two.

use alloc::format;
use alloc::vec::Vec;

use entente_policy::{Scenario, Tenant};
use serde_json::{Value, json};

use super::{Ask, Of};

/// Whether a tenant has enabled the cloud of another.
fn enables(tenant: &Tenant, other: &Tenant) -> bool {
    let endpoints = &tenant.cross_tenant_access_policy.allowed_cloud_endpoints;
    endpoints.iter().any(|endpoint| endpoint.eq_ignore_ascii_case(other.cloud.endpoint()))
}

/// Whether two tenants live in two clouds, and the edit changed whether one has enabled the other’s.
pub(super) fn is_about(before: &Scenario, tenant: &Tenant, other: &Tenant) -> bool {
    let did = before.tenant(&tenant.id).is_some_and(|tenant| enables(tenant, other));
    tenant.cloud != other.cloud && did != enables(tenant, other)
}

/// What they are asked to set: what the edit says of our cloud, or to enable it where we have enabled theirs.
pub(super) fn ask(before: &Scenario, theirs: &Tenant, ours: &Tenant) -> Option<Ask> {
    let is_stated = is_about(before, theirs, ours);
    let answers = is_about(before, ours, theirs) && enables(ours, theirs) && !enables(theirs, ours);
    if !is_stated && !answers {
        return None;
    }
    let endpoint = ours.cloud.endpoint();
    let others = theirs.cross_tenant_access_policy.allowed_cloud_endpoints.iter();
    let mut value: Vec<Value> = others.map(|endpoint| json!(endpoint)).collect();
    let (to, from) = (&theirs.display_name, &ours.display_name);
    let why = if enables(theirs, ours) || !is_stated {
        format!(
            "{from} lives in another Microsoft cloud, `{endpoint}`. {to} and {from} each have to enable the other’s."
        )
    } else {
        format!("{from} lives in another Microsoft cloud, `{endpoint}`. {to} no longer works with it.")
    };
    if !is_stated {
        value.push(json!(endpoint));
    }
    Some(Ask {
        setting: format!("{}/crossTenantAccessPolicy/allowedCloudEndpoints", theirs.id),
        name: "allowedCloudEndpoints",
        of: Of::Policy,
        value: Value::Array(value),
        why,
        is_stated,
    })
}
