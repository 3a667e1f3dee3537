//! The pages that facts are from.

crate::record::codes! {
    /// A page of Microsoft's documentation, by its address below `https://learn.microsoft.com/`.
    Page {
        /// B2B direct connect overview.
        DirectConnectOverview = "entra/external-id/b2b-direct-connect-overview",
        /// External identities overview, with the comparison that its earlier versions hold.
        ExternalIdentitiesOverview = "entra/external-id/external-identities-overview",
        /// Cross-tenant access overview.
        CrossTenantAccessOverview = "entra/external-id/cross-tenant-access-overview",
        /// Cross-tenant access settings for B2B collaboration.
        CollaborationSettings = "entra/external-id/cross-tenant-access-settings-b2b-collaboration",
        /// Cross-tenant access settings for B2B direct connect.
        DirectConnectSettings = "entra/external-id/cross-tenant-access-settings-b2b-direct-connect",
        /// Authentication and conditional access for external users.
        ConditionalAccess = "entra/external-id/authentication-conditional-access",
        /// Redemption of invitations.
        Redemption = "entra/external-id/redemption-experience",
        /// Troubleshooting B2B collaboration.
        Troubleshooting = "entra/external-id/troubleshoot",
        /// Properties of guests.
        UserProperties = "entra/external-id/user-properties",
        /// Domains that invitations may go to.
        DomainLists = "entra/external-id/allow-deny-list",
        /// Microsoft cloud settings.
        CloudSettings = "entra/external-id/cross-cloud-settings",
        /// Tenant restrictions.
        TenantRestrictions = "entra/external-id/tenant-restrictions-v2",
        /// Universal tenant restrictions.
        UniversalTenantRestrictions = "entra/global-secure-access/how-to-universal-tenant-restrictions",
        /// External collaboration settings.
        ExternalCollaboration = "entra/external-id/external-collaboration-settings-configure",
        /// Pricing of External ID.
        Pricing = "entra/external-id/external-identities-pricing",
        /// Cross-tenant synchronization.
        Synchronization = "entra/identity/multi-tenant-organizations/cross-tenant-synchronization-configure",
        /// What a sign-in log records.
        SignInLog = "entra/identity/monitoring-health/concept-sign-in-log-activity-details",
        /// Graph: `signIn`.
        SignInResource = "graph/api/resources/signin",
        /// Audit activities.
        AuditActivities = "entra/identity/monitoring-health/reference-audit-activities",
        /// Creating access reviews.
        AccessReviews = "entra/id-governance/create-access-review",
        /// Error codes.
        ErrorCodes = "entra/identity-platform/reference-error-codes",
        /// The account is not in the tenant.
        AccountNotInTenant = "troubleshoot/entra/entra-id/app-integration/error-code-aadsts50020-user-account-identity-provider-does-not-exist",
        /// Shared channels in Teams.
        SharedChannels = "microsoftteams/shared-channels",
        /// Planning external collaboration.
        ExternalCollaborationPlan = "microsoft-365/solutions/plan-external-collaboration",
        /// Collaborating in a shared channel, and how long changes take.
        TeamsDirectConnect = "microsoft-365/solutions/collaborate-teams-direct-connect",
        /// Graph: creating organizational settings.
        PartnerCreation = "graph/api/crosstenantaccesspolicy-post-partners",
    }
}
