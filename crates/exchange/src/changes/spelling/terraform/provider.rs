//! The two providers, and what each of them cannot express.

use entente_policy::Id;
use entente_policy::graph::{CrossTenantAccessPolicy, Settings};
use entente_policy::unknown_properties;
use serde_json::{Value, json};

use crate::changes::Part;

/// A provider of Terraform with types for cross-tenant access.
pub(in crate::changes::spelling) struct Provider {
    pub(super) name: &'static str,
    pub(super) source: &'static str,
    pub(super) policy: &'static str,
    pub(super) policy_id: Option<&'static str>,
    pub(super) default: &'static str,
    pub(super) default_id: &'static str,
    pub(super) partner: &'static str,
    pub(super) synchronization: &'static str,
    /// It checks more than Graph does: access types, and what targets are.
    pub(super) is_strict: bool,
}

/// `deploymenttheory/microsoft365`
pub(in crate::changes::spelling) const DEPLOYMENTTHEORY: Provider = Provider {
    name: "microsoft365",
    source: "deploymenttheory/microsoft365",
    policy: "microsoft365_graph_beta_identity_and_access_cross_tenant_access_policy",
    policy_id: Some("crossTenantAccessPolicy"),
    default: "microsoft365_graph_beta_identity_and_access_cross_tenant_access_default_settings",
    default_id: "crossTenantAccessDefaultSettings",
    partner: "microsoft365_graph_beta_identity_and_access_cross_tenant_access_partner_settings",
    synchronization: "microsoft365_graph_beta_identity_and_access_cross_tenant_access_partner_user_sync_settings",
    is_strict: true,
};

/// `terraprovider/microsoft365wp`
pub(in crate::changes::spelling) const TERRAPROVIDER: Provider = Provider {
    name: "microsoft365wp",
    source: "terraprovider/microsoft365wp",
    policy: "microsoft365wp_cross_tenant_access_policy",
    policy_id: None,
    default: "microsoft365wp_cross_tenant_access_policy_configuration_default",
    default_id: "default",
    partner: "microsoft365wp_cross_tenant_access_policy_configuration_partner",
    synchronization: "microsoft365wp_cross_tenant_identity_sync_policy_partner",
    is_strict: false,
};

/// A value without its nulls: they say nothing, and no attribute is needed for them.
fn stated(value: &Value) -> Value {
    match value {
        Value::Object(object) => {
            let members = object.iter().filter(|(_, value)| !value.is_null());
            Value::Object(members.map(|(name, value)| (name.clone(), stated(value))).collect())
        }
        Value::Array(items) => items.iter().map(stated).collect(),
        other => other.clone(),
    }
}

const B2B: [&str; 5] = [
    "b2bCollaborationInbound",
    "b2bCollaborationOutbound",
    "b2bDirectConnectInbound",
    "b2bDirectConnectOutbound",
    "tenantRestrictions",
];

/// Where the strict provider wants one access type for users and applications.
const ONE_ACCESS_TYPE: [&str; 3] =
    ["b2bCollaborationInbound", "b2bCollaborationOutbound", "tenantRestrictions"];

impl Provider {
    /// The properties of a part that it has attributes for.
    pub(super) fn properties(&self, part: &Part) -> &'static [&'static str] {
        match part {
            Part::Policy => &["allowedCloudEndpoints"],
            Part::Default => &[
                "b2bCollaborationInbound",
                "b2bCollaborationOutbound",
                "b2bDirectConnectInbound",
                "b2bDirectConnectOutbound",
                "tenantRestrictions",
                "inboundTrust",
                "invitationRedemptionIdentityProviderConfiguration",
            ],
            Part::Partner(_) => &[
                "b2bCollaborationInbound",
                "b2bCollaborationOutbound",
                "b2bDirectConnectInbound",
                "b2bDirectConnectOutbound",
                "tenantRestrictions",
                "inboundTrust",
                "automaticUserConsentSettings",
            ],
            Part::Synchronization(_) => &["displayName", "userSyncInbound"],
            Part::ConditionalAccess(_) | Part::Authorization => &[],
        }
    }

    /// What a block says of its own removal: that nothing is to be lost by it.
    pub(super) fn on_removal(&self, part: &Part) -> &'static [(&'static str, bool)] {
        match part {
            Part::Policy | Part::Default if self.is_strict => &[("restore_defaults_on_destroy", false)],
            Part::Partner(_) if self.is_strict => &[("hard_delete", false)],
            _ => &[],
        }
    }

    /// Why the provider cannot take a value, if it cannot.
    pub(super) fn refuses(&self, part: &Part, name: &str, value: &Value) -> Option<&'static str> {
        let one = json!({ name: stated(value) });
        let unknown = match part {
            Part::Policy => unknown_properties::<CrossTenantAccessPolicy>(one),
            Part::Synchronization(_) => alloc::vec::Vec::new(),
            _ => unknown_properties::<Settings>(one),
        };
        if !unknown.is_empty() {
            return Some("it holds something that the provider has no attribute for.");
        }
        if B2B.contains(&name) { self.refuses_setting(part, name, value) } else { None }
    }

    fn refuses_setting(&self, part: &Part, name: &str, setting: &Value) -> Option<&'static str> {
        let half = |half: &str| setting.get(half).filter(|half| !half.is_null());
        let halves = [half("usersAndGroups"), half("applications")];
        let targets =
            |half: &Value| half.get("targets").and_then(Value::as_array).cloned().unwrap_or_default();
        let fills_in = self.is_strict || *part == Part::Default;
        if fills_in && halves.iter().any(Option::is_none) {
            return Some(
                "only one half of the setting is stated, and the provider wants or fills in the other.",
            );
        }
        if fills_in && halves.iter().flatten().any(|half| targets(half).is_empty()) {
            return Some("a list without targets can’t be said.");
        }
        let access_type =
            |half: &Value| half.get("accessType").and_then(Value::as_str).map(str::to_lowercase);
        let access_types = || halves.iter().flatten().map(|half| access_type(half));
        if !access_types()
            .all(|word| matches!(word.as_deref(), Some("allowed" | "blocked" | "unknownfuturevalue")))
        {
            return Some("the provider does not know this access type.");
        }
        if !self.is_strict {
            return None;
        }
        let [first, second] = halves.map(|half| half.and_then(access_type));
        if ONE_ACCESS_TYPE.contains(&name) && first != second {
            return Some("the provider wants users and applications to be both allowed or both blocked.");
        }
        let all: alloc::vec::Vec<Value> = halves.iter().flatten().flat_map(|half| targets(half)).collect();
        let id = |target: &Value| Id::from(target.get("target").and_then(Value::as_str).unwrap_or_default());
        let is_known =
            |id: &Id| id.is_guid() || ["AllUsers", "AllApplications", "Office365"].contains(&id.as_str());
        if !all.iter().map(id).all(|id| is_known(&id)) {
            return Some(
                "the provider takes ids, AllUsers, AllApplications and Office365 as targets, and nothing else.",
            );
        }
        let users = halves.first().copied().flatten().map(targets).unwrap_or_default();
        let everybody = users.iter().any(|target| id(target).is("AllUsers"));
        if everybody && users.len() > 1 {
            return Some("the provider refuses AllUsers beside ids.");
        }
        let is_inbound = name.ends_with("Inbound") || name == "tenantRestrictions";
        if *part == Part::Default && is_inbound && !everybody {
            return Some("on the defaults the provider takes AllUsers alone for users from outside.");
        }
        None
    }
}
