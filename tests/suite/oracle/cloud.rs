//! Microsoft clouds. Tables: the page about Microsoft cloud settings.

use entente_policy::{Cloud, Tenant};

use super::question::{Question, about};
use super::says::Says;

/// Two different clouds, and whether tenants of them can work together by B2B collaboration at all.
const PAIRS: [(Cloud, Cloud, bool); 3] = [
    (Cloud::Commercial, Cloud::UsGovernment, true),
    (Cloud::Commercial, Cloud::China, true),
    // Not among the pairs that the page lists.
    (Cloud::UsGovernment, Cloud::China, false),
];

/// Whether the pair can work together, both tenants have enabled the other's cloud, both have added the
/// other: only then B2B collaboration works. Direct connect never does.
const COLLABORATION: [(bool, bool, bool, Says); 8] = [
    (true, true, true, Says::Yes),
    (true, true, false, Says::No),
    (true, false, true, Says::No),
    (true, false, false, Says::No),
    (false, true, true, Says::No),
    (false, true, false, Says::No),
    (false, false, true, Says::No),
    (false, false, false, Says::No),
];

/// Clouds as `allowedCloudEndpoints` names them.
const ENDPOINTS: [(Cloud, &str); 3] = [
    (Cloud::Commercial, "microsoftonline.com"),
    (Cloud::UsGovernment, "microsoftonline.us"),
    (Cloud::China, "partner.microsoftonline.cn"),
];

pub(super) fn says(question: &Question<'_>) -> Says {
    let (home, resource) = (&*question.home, &*question.resource);
    if !question.is_of_a_user_across_tenants() || home.cloud == resource.cloud {
        return Says::Yes;
    }
    if question.is_direct_connect() {
        return Says::No;
    }
    let pair = PAIRS.iter().any(|(one, other, works)| {
        let is_it = |a, b| home.cloud == a && resource.cloud == b;
        *works && (is_it(*one, *other) || is_it(*other, *one))
    });
    let enabled = enables(home, resource) && enables(resource, home);
    let added = about(home, &resource.id).is_some() && about(resource, &home.id).is_some();
    let row = COLLABORATION.iter().find(|row| (row.0, row.1, row.2) == (pair, enabled, added));
    row.expect("the table is complete").3
}

fn enables(tenant: &Tenant, other: &Tenant) -> bool {
    let (_, endpoint) = ENDPOINTS.iter().find(|(cloud, _)| *cloud == other.cloud).expect("a known cloud");
    tenant.cross_tenant_access_policy.allowed_cloud_endpoints.iter().any(|allowed| allowed == endpoint)
}
