//! What a tenant has set, as files that others read: a bundle of Microsoft Graph's own shapes.

use alloc::string::String;

use entente_policy::graph::PolicyPart;
use entente_policy::{Property, Shape, Tenant};
use serde_json::{Map, Value};

/// A tenant's settings as Graph has them, under `policy`, `default`, `partners` and, where there are any,
/// `conditionalAccessPolicies` and `authorizationPolicy`: what [`import::read`](crate::import::read) reads as a bundle.
/// What nobody has seen is noted as such, by an annotation.
pub fn bundle(tenant: &Tenant) -> String {
    let mut policy = tenant.cross_tenant_access_policy.write();
    state_synchronization(&mut policy, tenant);
    let mut bundle = Map::new();
    let mut take = |key: &str| policy.as_object_mut().and_then(|policy| policy.remove(key));
    let default = take("default").unwrap_or_else(|| Value::Object(Map::new()));
    let partners = take("partners").unwrap_or_else(|| Value::Array(alloc::vec![]));
    bundle.insert("policy".into(), policy);
    bundle.insert("default".into(), default);
    bundle.insert("partners".into(), partners);
    if !tenant.conditional_access_policies.is_empty() {
        let policies = tenant.conditional_access_policies.iter().map(|policy| policy.write());
        bundle.insert("conditionalAccessPolicies".into(), policies.collect());
    }
    let authorization = tenant.authorization_policy.write();
    if authorization.as_object().is_some_and(|authorization| !authorization.is_empty()) {
        bundle.insert("authorizationPolicy".into(), authorization);
    }
    alloc::format!("{:#}", Value::Object(bundle))
}

/// Where not all organizations are known, one that says nothing of synchronization leaves it unknown.
fn state_synchronization(policy: &mut Value, tenant: &Tenant) {
    let own = &tenant.cross_tenant_access_policy;
    if !own.is_part_unknown(PolicyPart::Partners) {
        return;
    }
    let written = policy.get_mut("partners").and_then(Value::as_array_mut).into_iter().flatten();
    for (written, partner) in written.zip(&own.partners) {
        let property = Property::IdentitySynchronization;
        let is_told = partner.settings.has(property) || partner.settings.is_unknown(property);
        if let (false, Some(written)) = (is_told, written.as_object_mut()) {
            written.insert(property.as_str().into(), Value::Null);
        }
    }
}
