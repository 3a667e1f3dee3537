//! The part of a conditional access policy that meets external users.
//! Graph: `conditionalAccessPolicy`. Everything else in a policy is kept in `rest`.

use alloc::string::String;
use alloc::vec::Vec;

use super::AuthenticationStrength;
use crate::Id;
use crate::shape::{Rest, object, words};

words! {
    /// Whether a policy is in force.
    kept PolicyState {
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
    kept Operator or And {
        /// All of them.
        And = "AND",
        /// Any one of them.
        Or = "OR",
    }
}

words! {
    /// Graph: `conditionalAccessGrantControl`.
    kept BuiltInControl {
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

object! {
    /// A conditional access policy. Graph: `conditionalAccessPolicy`.
    ConditionalAccessPolicy {
        /// The policy's object id.
        id: Id = "id",
        /// The policy's name.
        display_name: String = "displayName",
        /// Whether it is in force.
        state: PolicyState = "state",
        /// Whom and what it meets.
        conditions: ConditionSet = "conditions",
        /// What it asks for.
        grant_controls: Option<GrantControls> = "grantControls",
        /// What it imposes on the session, as Graph has it.
        session_controls: Option<Rest> = "sessionControls",
    }
}

object! {
    /// Whom and what a policy meets. Graph: `conditionalAccessConditionSet`.
    #[derive(Default)]
    ConditionSet {
        /// Users.
        users: ConditionalAccessUsers = "users",
        /// Applications.
        applications: ConditionalAccessApplications = "applications",
        /// Levels of risk in the sign-in; empty asks for none.
        sign_in_risk_levels: Vec<RiskLevel> = "signInRiskLevels",
        /// Levels of risk in the user; empty asks for none.
        user_risk_levels: Vec<RiskLevel> = "userRiskLevels",
    }
}

words! {
    /// How much risk is seen in a user or a sign-in. Graph: `riskLevel`.
    kept RiskLevel {
        /// None.
        None = "none",
        /// Low.
        Low = "low",
        /// Medium.
        Medium = "medium",
        /// High.
        High = "high",
    }
}

object! {
    /// Graph: `conditionalAccessUsers`.
    #[derive(Default)]
    ConditionalAccessUsers {
        /// Object ids, or `All`, `None`, `GuestsOrExternalUsers`.
        include_users: Vec<Id> = "includeUsers",
        /// Object ids, or `GuestsOrExternalUsers`.
        exclude_users: Vec<Id> = "excludeUsers",
        /// Groups of the tenant that has the policy, by object id.
        include_groups: Vec<Id> = "includeGroups",
        /// Groups that the policy spares.
        exclude_groups: Vec<Id> = "excludeGroups",
        /// Directory roles, by the id of their template.
        include_roles: Vec<Id> = "includeRoles",
        /// Directory roles that the policy spares.
        exclude_roles: Vec<Id> = "excludeRoles",
        /// External users the policy meets.
        include_guests_or_external_users: Option<GuestsOrExternalUsers> = "includeGuestsOrExternalUsers",
        /// External users the policy spares.
        exclude_guests_or_external_users: Option<GuestsOrExternalUsers> = "excludeGuestsOrExternalUsers",
    }
}

object! {
    /// Graph: `conditionalAccessGuestsOrExternalUsers`.
    #[derive(Default)]
    GuestsOrExternalUsers {
        /// A comma-separated set of `internalGuest`, `b2bCollaborationGuest`, `b2bCollaborationMember`,
        /// `b2bDirectConnectUser`, `otherExternalUser`, `serviceProvider`.
        guest_or_external_user_types: String = "guestOrExternalUserTypes",
        /// Which tenants' users; null means all.
        external_tenants: Option<ExternalTenants> = "externalTenants",
    }
}

impl GuestsOrExternalUsers {
    /// Whether `user_type` is in the set.
    pub fn has_type(&self, user_type: &str) -> bool {
        self.guest_or_external_user_types.split(',').any(|word| word.trim().eq_ignore_ascii_case(user_type))
    }
}

object! {
    /// Graph: `conditionalAccessExternalTenants`.
    #[derive(Default)]
    ExternalTenants {
        /// `all` or `enumerated`.
        membership_kind: String = "membershipKind",
        /// The tenants, when enumerated.
        members: Vec<Id> = "members",
    }
}

impl ExternalTenants {
    /// Whether users of `tenant` are meant.
    pub fn includes(&self, tenant: &Id) -> bool {
        !self.membership_kind.eq_ignore_ascii_case("enumerated") || self.members.contains(tenant)
    }
}

object! {
    /// Graph: `conditionalAccessApplications`.
    #[derive(Default)]
    ConditionalAccessApplications {
        /// Application ids, or `All`, `None`, `Office365`.
        include_applications: Vec<Id> = "includeApplications",
        /// Application ids, or `Office365`.
        exclude_applications: Vec<Id> = "excludeApplications",
    }
}

object! {
    /// What a policy asks for. Graph: `conditionalAccessGrantControls`.
    GrantControls {
        /// How the controls combine.
        operator: Operator = "operator",
        /// Controls by name.
        built_in_controls: Vec<BuiltInControl> = "builtInControls",
        /// Terms of use, by object id.
        terms_of_use: Vec<Id> = "termsOfUse",
        /// Custom controls, by id: other services that have to be satisfied.
        custom_authentication_factors: Vec<String> = "customAuthenticationFactors",
        /// A required authentication strength.
        authentication_strength: Option<AuthenticationStrength> = "authenticationStrength",
    }
}
