//! External collaboration settings: who may invite, and whom.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use entente_policy::graph::AllowInvitesFrom;
use entente_policy::{Shape, Tenant};
use serde_json::{Map, Value};

use super::difference::{properties, written_over};
use super::{Book, Matter, Method, Operation, Part, Version};

/// What v1.0 documents to be written of the authorization policy.
const WRITTEN: [&str; 10] = [
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
];

const READ_ONLY: [&str; 2] = ["id", "deletedDateTime"];

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
    let (before, after) = (own(before), own(book.tenant));
    let mut body = Map::new();
    let mut settings = Vec::new();
    for name in properties(&before, &after) {
        let address = book.address(&format!("authorizationPolicy/{name}"));
        if WRITTEN.contains(&name.as_str()) {
            body.insert(name.clone(), written_over(before.get(&name), after.get(&name)));
            settings.push(address);
        } else {
            let is_read_only = READ_ONLY.contains(&name.as_str());
            let matter = if is_read_only { Matter::ReadOnly } else { Matter::Unknown };
            book.remark(matter, alloc::vec![address]);
        }
    }
    if !settings.is_empty() {
        let names: Vec<&str> = body.keys().map(String::as_str).collect();
        let does = format!("Change the authorization policy: {}", names.join(", "));
        book.send(Operation {
            part: Part::Authorization,
            method: Method::Patch,
            version: Version::V1,
            path: "/policies/authorizationPolicy".into(),
            body: Some(Value::Object(body)),
            settings,
            does,
        });
    }
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
