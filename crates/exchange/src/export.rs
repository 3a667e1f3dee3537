//! What a tenant has set, as files that others read: a bundle of Microsoft Graph's own shapes.

use alloc::string::String;
use alloc::sync::Arc;

use entente_policy::graph::{ConditionalAccessPolicy, Settings, UnknownPart};
use entente_policy::{Property, Shape, Tenant};
use serde_json::{Map, Value};

use crate::annotation::UNKNOWN;
use crate::{beside, invitation_domains};

/// What Graph states in every answer, and synchronization, which is asked for with it.
const STATED: [Property; 9] = {
    let [a, b, c, d, e, f, g, h, i, ..] = Property::ALL;
    [a, b, c, d, e, f, g, h, i]
};

/// A tenant's settings as Graph has them, under `policy`, `default`, `partners` and, where there are any,
/// `conditionalAccessPolicies`, `authorizationPolicy` and `b2bManagementPolicies`: what
/// [`import::read`](crate::import::read) reads as a bundle. What is not set is null; what nobody has seen is noted as
/// such, by an annotation. What the tenant's own files held beside these, and no rule knows, stands beside them again.
pub fn bundle(tenant: &Tenant) -> String {
    let mut policy = tenant.cross_tenant_access_policy.write();
    let mut bundle = Map::new();
    let mut take = |key: &str| policy.as_object_mut().and_then(|policy| policy.remove(key));
    let own = &tenant.cross_tenant_access_policy;
    let mut default = take("default").unwrap_or_else(|| Value::Object(Map::new()));
    // What nobody has touched is what the service ships, which goes without saying.
    if own.default.is_service_default != Some(true) {
        state(&mut default, &own.default.settings, Property::is_of_defaults);
    }
    // Nulls alone would say that nobody has read it.
    let is_empty = |default: &Map<String, Value>| default.values().all(Value::is_null);
    if let Some(default) = default.as_object_mut().filter(|default| is_empty(default)) {
        default.insert(UNKNOWN.into(), Value::Array(alloc::vec![]));
    }
    let mut partners = take("partners").unwrap_or_else(|| Value::Array(alloc::vec![]));
    for (written, partner) in partners.as_array_mut().into_iter().flatten().zip(&own.partners) {
        state(written, &partner.settings, Property::is_of_partners);
    }
    let clouds = UnknownPart::AllowedCloudEndpoints;
    if let Some(policy) = policy.as_object_mut().filter(|_| !own.is_part_unknown(clouds)) {
        policy.entry(clouds.as_str()).or_insert_with(|| Value::Array(alloc::vec![]));
    }
    bundle.insert("policy".into(), policy);
    bundle.insert("default".into(), default);
    bundle.insert("partners".into(), partners);
    if !tenant.conditional_access_policies.is_empty() {
        let policies = tenant.conditional_access_policies.iter().map(conditional_access);
        bundle.insert("conditionalAccessPolicies".into(), policies.collect());
    }
    let authorization = tenant.authorization_policy.write();
    if authorization.as_object().is_some_and(|authorization| !authorization.is_empty()) {
        bundle.insert("authorizationPolicy".into(), authorization);
    }
    if let Some(policies) = invitation_domains::policies(&tenant.invitation_domains) {
        bundle.insert("b2bManagementPolicies".into(), policies);
    }
    beside::write(tenant, &mut bundle);
    alloc::format!("{:#}", Value::Object(bundle))
}

/// A conditional access policy, with whom it meets and what it asks for stated as Graph does, be it nothing.
fn conditional_access(policy: &Arc<ConditionalAccessPolicy>) -> Value {
    let mut written = policy.write();
    if let Some(written) = written.as_object_mut() {
        written.entry("conditions").or_insert_with(|| Value::Object(Map::new()));
        for controls in ["grantControls", "sessionControls"] {
            written.entry(controls).or_insert(Value::Null);
        }
    }
    written
}

/// States what is not set as Graph does: what an answer leaves out, nobody knows.
fn state(written: &mut Value, settings: &Settings, is_there: fn(Property) -> bool) {
    let is_null = |property: &Property| {
        is_there(*property) && !settings.has(*property) && !settings.is_unknown(*property)
    };
    // The mark of what nobody has seen says of the rest that it is not set.
    let Some(written) = written.as_object_mut().filter(|_| settings.unknown.is_empty()) else { return };
    for property in STATED.into_iter().filter(is_null) {
        written.insert(property.as_str().into(), Value::Null);
    }
}
