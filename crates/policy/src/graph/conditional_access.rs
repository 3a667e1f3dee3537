//! The part of a conditional access policy that meets external users.
//! Graph: `conditionalAccessPolicy`. Everything else in a policy is kept in `rest`.

use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use super::{Rest, null_as_empty, word::words};
use crate::Id;

words! {
    /// Whether a policy is in force.
    PolicyState {
        /// In force.
        Enabled = "enabled",
        /// Not in force.
        Disabled = "disabled",
        /// Reports what it would do, enforces nothing.
        ReportOnly = "enabledForReportingButNotEnforced",
    }
}

words! {
    /// How grant controls combine.
    Operator {
        /// All of them.
        And = "AND",
        /// Any one of them.
        Or = "OR",
    }
}

words! {
    /// Graph: `conditionalAccessGrantControl`.
    BuiltInControl {
        /// No access.
        Block = "block",
        /// Multifactor authentication.
        Mfa = "mfa",
        /// A device marked compliant.
        CompliantDevice = "compliantDevice",
        /// A hybrid joined device.
        DomainJoinedDevice = "domainJoinedDevice",
        /// An approved client app.
        ApprovedApplication = "approvedApplication",
        /// An app protection policy.
        CompliantApplication = "compliantApplication",
        /// A password change.
        PasswordChange = "passwordChange",
    }
}

/// A conditional access policy. Graph: `conditionalAccessPolicy`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ConditionalAccessPolicy {
    /// The policy's object id.
    pub id: Id,
    /// The policy's name.
    #[serde(default)]
    pub display_name: String,
    /// Whether it is in force.
    pub state: PolicyState,
    /// Whom and what it meets.
    #[serde(default)]
    pub conditions: ConditionSet,
    /// What it asks for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grant_controls: Option<GrantControls>,
    /// What it imposes on the session, as Graph has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session_controls: Option<Rest>,
    /// Properties without a type here.
    #[serde(flatten)]
    pub rest: Rest,
}

/// Whom and what a policy meets. Graph: `conditionalAccessConditionSet`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ConditionSet {
    /// Users.
    pub users: ConditionalAccessUsers,
    /// Applications.
    pub applications: ConditionalAccessApplications,
    /// Conditions without a type here: risk, location, platform, client app, device filter and the like.
    #[serde(flatten)]
    pub rest: Rest,
}

/// Graph: `conditionalAccessUsers`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ConditionalAccessUsers {
    /// Object ids, or `All`, `None`, `GuestsOrExternalUsers`.
    #[serde(deserialize_with = "null_as_empty", skip_serializing_if = "Vec::is_empty")]
    pub include_users: Vec<Id>,
    /// Object ids, or `GuestsOrExternalUsers`.
    #[serde(deserialize_with = "null_as_empty", skip_serializing_if = "Vec::is_empty")]
    pub exclude_users: Vec<Id>,
    /// External users the policy meets.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub include_guests_or_external_users: Option<GuestsOrExternalUsers>,
    /// External users the policy spares.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exclude_guests_or_external_users: Option<GuestsOrExternalUsers>,
    /// Groups and roles, which hold no external user without an object in the tenant, and the rest.
    #[serde(flatten)]
    pub rest: Rest,
}

/// Graph: `conditionalAccessGuestsOrExternalUsers`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct GuestsOrExternalUsers {
    /// A comma-separated set of `internalGuest`, `b2bCollaborationGuest`, `b2bCollaborationMember`,
    /// `b2bDirectConnectUser`, `otherExternalUser`, `serviceProvider`.
    pub guest_or_external_user_types: String,
    /// Which tenants' users; null means all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_tenants: Option<ExternalTenants>,
    /// Properties without a type here.
    #[serde(flatten)]
    pub rest: Rest,
}

impl GuestsOrExternalUsers {
    /// Whether `user_type` is in the set.
    pub fn has_type(&self, user_type: &str) -> bool {
        self.guest_or_external_user_types.split(',').any(|word| word.trim().eq_ignore_ascii_case(user_type))
    }
}

/// Graph: `conditionalAccessExternalTenants`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ExternalTenants {
    /// `all` or `enumerated`.
    pub membership_kind: String,
    /// The tenants, when enumerated.
    #[serde(deserialize_with = "null_as_empty", skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<Id>,
    /// Properties without a type here.
    #[serde(flatten)]
    pub rest: Rest,
}

impl ExternalTenants {
    /// Whether users of `tenant` are meant.
    pub fn includes(&self, tenant: &Id) -> bool {
        !self.membership_kind.eq_ignore_ascii_case("enumerated") || self.members.contains(tenant)
    }
}

/// Graph: `conditionalAccessApplications`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ConditionalAccessApplications {
    /// Application ids, or `All`, `None`, `Office365`.
    #[serde(deserialize_with = "null_as_empty", skip_serializing_if = "Vec::is_empty")]
    pub include_applications: Vec<Id>,
    /// Application ids, or `Office365`.
    #[serde(deserialize_with = "null_as_empty", skip_serializing_if = "Vec::is_empty")]
    pub exclude_applications: Vec<Id>,
    /// Properties without a type here.
    #[serde(flatten)]
    pub rest: Rest,
}

/// What a policy asks for. Graph: `conditionalAccessGrantControls`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct GrantControls {
    /// How the controls combine.
    #[serde(default = "and")]
    pub operator: Operator,
    /// Controls by name.
    #[serde(default, deserialize_with = "null_as_empty")]
    pub built_in_controls: Vec<BuiltInControl>,
    /// Terms of use, by object id.
    #[serde(default, deserialize_with = "null_as_empty", skip_serializing_if = "Vec::is_empty")]
    pub terms_of_use: Vec<Id>,
    /// A required authentication strength.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authentication_strength: Option<AuthenticationStrength>,
    /// Properties without a type here.
    #[serde(flatten)]
    pub rest: Rest,
}

fn and() -> Operator {
    Operator::And
}

/// Graph: `authenticationStrengthPolicy`, as far as a grant control names it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AuthenticationStrength {
    /// The strength's object id.
    pub id: Id,
    /// The strength's name.
    #[serde(default)]
    pub display_name: String,
    /// Properties without a type here.
    #[serde(flatten)]
    pub rest: Rest,
}

impl AuthenticationStrength {
    /// The built-in strength that any multifactor authentication meets.
    pub const MULTIFACTOR: &'static str = "00000000-0000-0000-0000-000000000002";
    /// The built-in strength that only phishing-resistant methods meet.
    pub const PHISHING_RESISTANT: &'static str = "00000000-0000-0000-0000-000000000004";
}
