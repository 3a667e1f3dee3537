//! External collaboration settings: who may invite, and whom.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use entente_policy::graph::AllowInvitesFrom;
use entente_policy::{Shape, Tenant};

use super::whole::Whole;
use super::{Book, Matter, Part};

const AUTHORIZATION: Whole = Whole {
    part: Part::Authorization,
    called: "authorization policy",
    within: "authorizationPolicy",
    path: "/policies/authorizationPolicy",
    written: &[
        "allowInvitesFrom",
        "guestUserRoleId",
        "allowedToSignUpEmailBasedSubscriptions",
        "allowedToUseSSPR",
        "allowEmailVerifiedUsersToJoinOrganization",
        "allowUserConsentForRiskyApps",
        "blockMsolPowerShell",
        "defaultUserRolePermissions",
        "displayName",
        "description",
    ],
    read_only: &["id", "deletedDateTime"],
};

/// Writes down what differs from `before`.
pub(super) fn write(book: &mut Book<'_>, before: &Tenant) {
    authorization(book, before);
    domains(book, before);
}

/// The authorization policy. An untouched tenant lets everyone invite.
fn authorization(book: &mut Book<'_>, before: &Tenant) {
    let own = |tenant: &Tenant| {
        let mut policy = tenant.authorization_policy.clone();
        policy.allow_invites_from.get_or_insert(AllowInvitesFrom::Everyone);
        policy.write()
    };
    let after = own(book.tenant);
    AUTHORIZATION.write(book, &own(before), &after, &[]);
}

/// The lists of domains. They stand in the text of a policy of whose other parts the scenario knows nothing.
fn domains(book: &mut Book<'_>, before: &Tenant) {
    let (before, after) = (&before.invitation_domains, &book.tenant.invitation_domains);
    // An empty list of allowed domains is a list: it lets nobody in.
    if before == after {
        return;
    }
    let list = |domains: &Option<Vec<String>>| domains.as_ref().map(|domains| domains.join(", "));
    let words = match (list(&after.allowed_domains), list(&after.blocked_domains)) {
        (None, None) => "Invitations may go to any domain.".into(),
        (Some(allowed), None) => format!("Invitations may go to these domains alone: {allowed}."),
        (None, Some(blocked)) => format!("Invitations may go to any domain but these: {blocked}."),
        (Some(allowed), Some(blocked)) => format!(
            "Invitations may go to {allowed}, and not to {blocked}: a tenant can have one of the two lists."
        ),
    };
    let setting = book.address("invitationsAllowedAndBlockedDomainsPolicy");
    book.remark(Matter::InvitationDomains(words), alloc::vec![setting]);
}
