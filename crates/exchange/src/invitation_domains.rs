//! How Graph keeps the lists of domains that invitations may go to: as JSON in a text, within the definition of a policy
//! of their own, one of `b2bManagementPolicies` of beta.

use alloc::string::ToString;

use entente_policy::graph::InvitationDomains;
use serde_json::{Map, Value, json};

/// What the policy is called, as its type, its name, and in its definition.
pub(crate) const POLICY: &str = "B2BManagementPolicy";

/// What the lists are called in the definition.
pub(crate) const LISTS: &str = "InvitationsAllowedAndBlockedDomainsPolicy";

/// What each list is called.
pub(crate) const ALLOWED: &str = "AllowedDomains";
pub(crate) const BLOCKED: &str = "BlockedDomains";

/// The policies as Graph lists them: the one with the lists, or none where there are no lists.
pub(crate) fn policies(domains: &InvitationDomains) -> Option<Value> {
    let mut lists = Map::new();
    for (name, list) in [(ALLOWED, &domains.allowed_domains), (BLOCKED, &domains.blocked_domains)] {
        lists.extend(list.as_ref().map(|list| (name.to_string(), json!(list))));
    }
    let definition = json!({ POLICY: { LISTS: lists } }).to_string();
    (*domains != InvitationDomains::default()).then(
        || json!([{ "displayName": POLICY, "isOrganizationDefault": true, "definition": [definition] }]),
    )
}
