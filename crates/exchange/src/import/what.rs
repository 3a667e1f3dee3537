//! What a piece of a file is.

use alloc::format;
use alloc::string::String;

use entente_policy::graph::{
    AuthorizationPolicy, B2bSetting, ConditionalAccessPolicy, ConfigurationDefault, ConfigurationPartner,
    IdentitySynchronization, Settings,
};
use entente_policy::{Shape, ShapeError};
use serde_json::{Map, Value};

/// What a piece of a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// A scenario document of Entente's.
    Scenario,
    /// The cross-tenant access policy without its default and its partners.
    Policy,
    /// The default settings.
    Default,
    /// The organizational settings about one tenant.
    Partner,
    /// The organizational settings about all tenants that have been added.
    Partners,
    /// Cross-tenant synchronization from one tenant.
    Synchronization,
    /// One conditional access policy.
    ConditionalAccessPolicy,
    /// All conditional access policies.
    ConditionalAccessPolicies,
    /// The external collaboration settings.
    Authorization,
    /// Some settings of one configuration: the body of a PATCH, that does not say of which.
    Settings,
    /// One B2B setting, that does not say which.
    B2bSetting,
    /// A template of a multitenant organization: it makes partners, and is none.
    Template,
    /// A partner that has been deleted.
    DeletedPartner,
}

/// The names of the settings that a configuration has.
const SETTINGS: [&str; 13] = [
    "b2bCollaborationInbound",
    "b2bCollaborationOutbound",
    "b2bDirectConnectInbound",
    "b2bDirectConnectOutbound",
    "inboundTrust",
    "automaticUserConsentSettings",
    "tenantRestrictions",
    "identitySynchronization",
    "isServiceProvider",
    "blockServiceProviderOutboundAccess",
    "m365CollaborationInbound",
    "m365CollaborationOutbound",
    "appServiceConnectInbound",
];

const GRAPH: &str = "GET https://graph.microsoft.com/v1.0/";

impl What {
    /// What a whole picture of a tenant needs.
    pub const WHOLE: [What; 6] = [
        What::Policy,
        What::Default,
        What::Partners,
        What::Synchronization,
        What::ConditionalAccessPolicies,
        What::Authorization,
    ];

    /// What an object is, by the properties it has and the context that Graph names.
    pub(super) fn of(object: &Map<String, Value>, context: &str) -> Option<Self> {
        let has = |key: &str| object.contains_key(key);
        let odata_type = object.get("@odata.type").and_then(Value::as_str).unwrap_or_default();
        let is = |name: &str| odata_type.trim_start_matches('#') == format!("microsoft.graph.{name}");
        if object.get("tenants").is_some_and(Value::is_array) {
            Some(What::Scenario)
        } else if has("templateApplicationLevel") || context.contains("/templates/") {
            Some(What::Template)
        } else if has("deletedDateTime") && has("tenantId") {
            Some(What::DeletedPartner)
        } else if has("userSyncInbound") || has("groupSyncInbound") {
            Some(What::Synchronization)
        } else if has("conditions") && (has("grantControls") || has("state")) {
            Some(What::ConditionalAccessPolicy)
        } else if has("allowInvitesFrom") {
            Some(What::Authorization)
        } else if has("isServiceDefault")
            || has("invitationRedemptionIdentityProviderConfiguration")
            || is("crossTenantAccessPolicyConfigurationDefault")
            || context.ends_with("crossTenantAccessPolicy/default/$entity")
        {
            Some(What::Default)
        } else if has("tenantId") {
            Some(What::Partner)
        } else if has("allowedCloudEndpoints") || has("definition") || is("crossTenantAccessPolicy") {
            Some(What::Policy)
        } else if SETTINGS.iter().any(|key| has(key)) {
            Some(What::Settings)
        } else if has("usersAndGroups") || has("applications") {
            Some(What::B2bSetting)
        } else {
            None
        }
    }

    /// What a list is that has no items, by the context that Graph names.
    pub(super) fn of_empty_list(context: &str) -> Option<Self> {
        if context.contains("crossTenantAccessPolicy/partners") {
            Some(What::Partners)
        } else if context.contains("conditionalAccess/policies") {
            Some(What::ConditionalAccessPolicies)
        } else {
            None
        }
    }

    /// What several of this are.
    pub(super) fn several(self) -> Option<Self> {
        match self {
            What::Partner => Some(What::Partners),
            What::ConditionalAccessPolicy => Some(What::ConditionalAccessPolicies),
            _ => None,
        }
    }

    /// Whether there can be several of it.
    pub fn is_list(self) -> bool {
        matches!(self, What::Partners | What::ConditionalAccessPolicies)
    }

    /// Whether somebody who has read `other` has this.
    pub(super) fn is_covered_by(self, other: What) -> bool {
        self == other || other.several() == Some(self)
    }

    /// A word for scripts.
    pub fn code(self) -> &'static str {
        match self {
            What::Scenario => "scenario",
            What::Policy => "policy",
            What::Default => "default",
            What::Partner => "partner",
            What::Partners => "partners",
            What::Synchronization => "identitySynchronization",
            What::ConditionalAccessPolicy => "conditionalAccessPolicy",
            What::ConditionalAccessPolicies => "conditionalAccessPolicies",
            What::Authorization => "authorizationPolicy",
            What::Settings => "settings",
            What::B2bSetting => "b2bSetting",
            What::Template => "template",
            What::DeletedPartner => "deletedPartner",
        }
    }

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            What::Scenario => "a scenario document",
            What::Policy => "the cross-tenant access policy",
            What::Default => "the default settings",
            What::Partner => "organizational settings",
            What::Partners => "organizational settings",
            What::Synchronization => "cross-tenant synchronization",
            What::ConditionalAccessPolicy => "a conditional access policy",
            What::ConditionalAccessPolicies => "conditional access policies",
            What::Authorization => "external collaboration settings",
            What::Settings => "some settings, as a PATCH sends them",
            What::B2bSetting => "one B2B setting",
            What::Template => "a template of a multitenant organization",
            What::DeletedPartner => "a deleted organization",
        }
    }

    /// The request that gets it from Graph, if one does.
    pub fn request(self) -> Option<String> {
        let path = match self {
            What::Policy => "policies/crossTenantAccessPolicy",
            What::Default | What::Settings | What::B2bSetting => "policies/crossTenantAccessPolicy/default",
            What::Partner | What::Partners | What::Synchronization => {
                "policies/crossTenantAccessPolicy/partners?$expand=identitySynchronization"
            }
            What::ConditionalAccessPolicy | What::ConditionalAccessPolicies => {
                "identity/conditionalAccess/policies"
            }
            What::Authorization => "policies/authorizationPolicy",
            What::Scenario | What::Template | What::DeletedPartner => return None,
        };
        Some(format!("{GRAPH}{path}"))
    }

    /// How to get a good file.
    pub(super) fn remedy(self) -> String {
        match self.request() {
            Some(request) => format!("Get it again with `{request}`, and save the answer as it comes"),
            None => "Save it again from Entente".into(),
        }
    }

    /// Reads a value as this, to see whether it has the shape.
    pub(super) fn check(self, value: Value) -> Result<(), ShapeError> {
        match self {
            What::Default => ConfigurationDefault::from_json(value).map(|_| ()),
            What::Partner => ConfigurationPartner::from_json(value).map(|_| ()),
            What::Settings => Settings::from_json(value).map(|_| ()),
            What::B2bSetting => B2bSetting::from_json(value).map(|_| ()),
            What::Synchronization => IdentitySynchronization::from_json(value).map(|_| ()),
            What::ConditionalAccessPolicy => ConditionalAccessPolicy::from_json(value).map(|_| ()),
            What::Authorization => AuthorizationPolicy::from_json(value).map(|_| ()),
            What::Policy => entente_policy::graph::CrossTenantAccessPolicy::from_json(value).map(|_| ()),
            What::Scenario => entente_policy::Scenario::from_json(value).map(|_| ()),
            What::Partners | What::ConditionalAccessPolicies | What::Template | What::DeletedPartner => {
                Ok(())
            }
        }
    }
}
