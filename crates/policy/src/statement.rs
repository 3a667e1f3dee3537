//! The documented statements the rules rest on, by page.

use crate::record::codes;

codes! {
    /// A statement of Microsoft's documentation that a rule rests on.
    Statement {
        /// Direct connect works only when both organizations allow it, each in its direction.
        MutualDirectConnect = "mutualDirectConnect",
        /// Collaboration is checked against the home tenant's outbound and the resource tenant's inbound settings.
        BothSidesChecked = "bothSidesChecked",
        /// How users and applications of one setting combine: the table of nine settings.
        UsersAndApplications = "usersAndApplications",
        /// Direct connect currently works with Teams shared channels only.
        SharedChannelsOnly = "sharedChannelsOnly",
        /// Direct connect users have access to the My Apps portal.
        MyAppsPortal = "myAppsPortal",
        /// No conditional access policy in force meets external users here.
        ConditionalAccessApplies = "conditionalAccessApplies",
        /// Conditional access for external users: grant controls.
        GrantControls = "grantControls",
        /// Multifactor authentication and trust for external users.
        MfaTrust = "mfaTrust",
        /// Direct connect users are blocked where a policy asks for multifactor authentication without trust.
        MfaTrustRequired = "mfaTrustRequired",
        /// A direct connect user who has not done multifactor authentication at home is blocked.
        MfaDoneAtHome = "mfaDoneAtHome",
        /// Device claims count only if trusted.
        DeviceTrust = "deviceTrust",
        /// Which controls are not supported for external users.
        UnsupportedControls = "unsupportedControls",
        /// Which controls are not supported for direct connect users.
        UnsupportedForDirectConnect = "unsupportedForDirectConnect",
        /// Authentication strengths for external users.
        AuthenticationStrength = "authenticationStrength",
        /// Whom `All users` takes in.
        AllUsersScope = "allUsersScope",
        /// Trust settings and their null values.
        TrustSettings = "trustSettings",
        /// Target lists.
        TargetLists = "targetLists",
    }
}

impl Statement {
    /// The page that makes the statement, below `https://learn.microsoft.com/`.
    pub fn page(self) -> &'static str {
        match self {
            Statement::MutualDirectConnect
            | Statement::SharedChannelsOnly
            | Statement::MyAppsPortal
            | Statement::MfaTrustRequired
            | Statement::MfaDoneAtHome => "entra/external-id/b2b-direct-connect-overview",
            Statement::UsersAndApplications => "graph/api/resources/crosstenantaccesspolicy-overview",
            Statement::BothSidesChecked
            | Statement::ConditionalAccessApplies
            | Statement::GrantControls
            | Statement::MfaTrust
            | Statement::DeviceTrust
            | Statement::UnsupportedControls
            | Statement::UnsupportedForDirectConnect => "entra/external-id/authentication-conditional-access",
            Statement::AuthenticationStrength => {
                "entra/identity/authentication/concept-authentication-strength-external-users"
            }
            Statement::AllUsersScope => {
                "entra/identity/conditional-access/concept-conditional-access-users-groups"
            }
            Statement::TrustSettings => "graph/api/resources/crosstenantaccesspolicyinboundtrust",
            Statement::TargetLists => "graph/api/resources/crosstenantaccesspolicytargetconfiguration",
        }
    }
}
