//! What the pages are called that facts are from.

use entente_policy::consequence::Page;

/// A page's title.
pub fn title(page: Page) -> &'static str {
    match page {
        Page::DirectConnectOverview => "B2B direct connect overview",
        Page::ExternalIdentitiesOverview => "External identities overview",
        Page::CrossTenantAccessOverview => "Cross-tenant access overview",
        Page::CollaborationSettings => "Cross-tenant access settings for B2B collaboration",
        Page::DirectConnectSettings => "Cross-tenant access settings for B2B direct connect",
        Page::ConditionalAccess => "Authentication and conditional access for external users",
        Page::Redemption => "Invitation redemption",
        Page::Troubleshooting => "Troubleshoot B2B collaboration",
        Page::UserProperties => "Properties of a B2B user",
        Page::DomainLists => "Allow or block invitations by domain",
        Page::CloudSettings => "Microsoft cloud settings",
        Page::TenantRestrictions => "Tenant restrictions v2",
        Page::UniversalTenantRestrictions => "Universal tenant restrictions",
        Page::ExternalCollaboration => "External collaboration settings",
        Page::Pricing => "External ID pricing",
        Page::Synchronization => "Cross-tenant synchronization",
        Page::SignInLog => "Sign-in log activity details",
        Page::SignInResource => "Graph: signIn",
        Page::AuditActivities => "Audit activity reference",
        Page::AccessReviews => "Create an access review",
        Page::ErrorCodes => "Error codes",
        Page::AccountNotInTenant => "Error AADSTS50020",
        Page::SharedChannels => "Shared channels in Teams",
        Page::ExternalCollaborationPlan => "Plan external collaboration",
        Page::TeamsDirectConnect => "Collaborate with external participants in a channel",
        Page::PartnerCreation => "Graph: create a partner configuration",
    }
}
