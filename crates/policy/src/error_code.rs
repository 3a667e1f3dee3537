//! The errors a person who signs in, or who reads a sign-in log, would see.
//!
//! Source: the reference of Microsoft Entra authentication and authorization error codes, and the pages on
//! troubleshooting B2B collaboration and tenant restrictions. Microsoft says that codes and texts may change
//! and that software must not branch on them: here they are only shown.

use crate::record::codes;

codes! {
    /// An error the person who signs in would see.
    ErrorCode {
        /// The home tenant's outbound access settings refuse.
        NotAllowedByOutboundPolicyTenant = "AADSTS500212",
        /// The resource tenant's inbound access settings refuse.
        NotAllowedByInboundPolicyTenant = "AADSTS500213",
        /// Multifactor authentication at home is not accepted.
        InboundMfaNotAccepted = "AADSTS90071",
        /// Device claims from home are not accepted.
        AcceptCompliantDevice = "AADSTS530004",
        /// The device is not compliant.
        DeviceNotCompliant = "AADSTS53000",
        /// The device is not joined.
        DeviceNotDomainJoined = "AADSTS53001",
        /// The app is not an approved client app.
        NotApprovedApp = "AADSTS53002",
        /// Conditional access refuses.
        BlockedByConditionalAccess = "AADSTS53003",
        /// Proving who one is was blocked by risk.
        ProofUpBlockedDueToRisk = "AADSTS53004",
        /// Blocked by risk, on the home tenant.
        BlockedByRiskOnHomeTenant = "AADSTS53011",
        /// Multifactor authentication is asked for. An interrupt, not a refusal.
        UserStrongAuthClientAuthNRequired = "AADSTS50076",
        /// The person has to register for multifactor authentication. An interrupt, not a refusal.
        UserStrongAuthEnrollmentRequired = "AADSTS50079",
        /// The identity tenant has not enabled the cloud of the resource tenant.
        ResourceCloudNotAllowedOnIdentityTenant = "AADSTS1000104",
        /// Tenant restrictions of the device or network do not let this tenant through.
        TenantRestricted = "AADSTS5000211",
        /// The account is not in the resource tenant.
        NotInResourceTenant = "AADSTS50020",
        /// The same event in the home tenant's log.
        ExternalAccountNotInTenant = "AADSTS90072",
        /// The invitation has not been redeemed.
        GuestUserInPendingState = "AADSTS50014",
        /// Delegated administration is blocked.
        DelegatedAdminBlocked = "AADSTS530034",
    }
}
