//! Teams: what its module of PowerShell sets, and what other services do.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use entente_policy::{Shape, TeamsChannelsPolicy, Tenant};

use super::difference::properties;
use super::{Book, Command, Matter};
use crate::quote::powershell;

const MODULE: &str = "MicrosoftTeams";

/// The switches of a channel policy: Graph’s way of writing them, the parameter, and what is set.
fn switches(policy: &TeamsChannelsPolicy) -> [(&'static str, Option<bool>); 3] {
    [
        ("AllowSharedChannelCreation", policy.allow_shared_channel_creation),
        ("AllowChannelSharingToExternalUser", policy.allow_channel_sharing_to_external_user),
        (
            "AllowUserToParticipateInExternalSharedChannel",
            policy.allow_user_to_participate_in_external_shared_channel,
        ),
    ]
}

/// Writes down what differs from `before`.
pub(super) fn write(book: &mut Book<'_>, before: &Tenant) {
    let tenant = book.tenant;
    policies(book, before);
    federation(book, before);
    let (before, after) = (before.teams.write(), tenant.teams.write());
    for name in properties(&before, &after) {
        let setting = alloc::vec![book.address(&format!("teams/{name}"))];
        match name.as_str() {
            "channelsPolicies" | "federationConfiguration" => {}
            "service" => book.remark(Matter::TeamsService, setting),
            "allowGuestsToAccessGroups" => book.remark(Matter::GroupGuests, setting),
            "allowSharePointExternalSharing" => book.remark(Matter::SharePointSharing, setting),
            _ => book.remark(Matter::TeamsOther, setting),
        }
    }
}

fn boolean(value: bool) -> &'static str {
    if value { "$true" } else { "$false" }
}

fn run(book: &mut Book<'_>, line: String, settings: Vec<String>, does: String) {
    book.run(Command { module: MODULE, line, settings, does });
}

fn federation(book: &mut Book<'_>, before: &Tenant) {
    let (before, after) = (&before.teams.federation, &book.tenant.teams.federation);
    let address =
        |book: &Book<'_>, name: &str| book.address(&format!("teams/federationConfiguration/{name}"));
    let is_on = after.allow_federated_users.unwrap_or(true);
    if before.allow_federated_users.unwrap_or(true) != is_on {
        let setting = alloc::vec![address(book, "allowFederatedUsers")];
        let line = format!("Set-CsTenantFederationConfiguration -AllowFederatedUsers {}", boolean(is_on));
        let does = if is_on { "Turn Teams external access on" } else { "Turn Teams external access off" };
        run(book, line, setting, does.into());
    }
    let mut domains = Vec::new();
    // An empty list of allowed domains is a list: it allows nobody.
    if before.allowed_domains != after.allowed_domains {
        domains.push(address(book, "allowedDomains"));
    }
    if before.blocked_domains != after.blocked_domains {
        domains.push(address(book, "blockedDomains"));
    }
    book.remark(Matter::TeamsDomains, domains);
    if before.rest != after.rest {
        let setting = address(book, "");
        book.remark(Matter::TeamsOther, alloc::vec![setting.trim_end_matches('/').into()]);
    }
}

fn policies(book: &mut Book<'_>, before: &Tenant) {
    let tenant = book.tenant;
    let same = |one: &str, other: &str| one.eq_ignore_ascii_case(other);
    // Of two policies with one name the first holds, as in a decision.
    let find = |tenant: &Tenant, identity: &str| {
        tenant.teams.channels_policies.iter().find(|policy| same(&policy.identity, identity)).cloned()
    };
    let mut identities: Vec<String> = Vec::new();
    for policy in before.teams.channels_policies.iter().chain(&tenant.teams.channels_policies) {
        if !identities.iter().any(|known| same(known, &policy.identity)) {
            identities.push(policy.identity.clone());
        }
    }
    for identity in identities {
        let (known, policy) = (find(before, &identity), find(tenant, &identity));
        if known != policy {
            one(book, &identity, known.as_ref(), policy.as_ref());
        }
    }
    let doubled = |tenant: &Tenant| {
        let mut names: Vec<String> = tenant
            .teams
            .channels_policies
            .iter()
            .map(|policy| policy.identity.to_ascii_lowercase())
            .collect();
        let all = names.len();
        names.sort();
        names.dedup();
        all != names.len()
    };
    if before.teams.channels_policies != tenant.teams.channels_policies
        && (doubled(before) || doubled(tenant))
    {
        let setting = book.address("teams/channelsPolicies");
        book.remark(Matter::TeamsOther, alloc::vec![setting]);
    }
}

fn one(
    book: &mut Book<'_>,
    identity: &str,
    known: Option<&TeamsChannelsPolicy>,
    policy: Option<&TeamsChannelsPolicy>,
) {
    let address = book.address(&format!("teams/channelsPolicies/{identity}"));
    let settings = || alloc::vec![address.clone()];
    let is_global = identity.eq_ignore_ascii_case("Global");
    let shipped = TeamsChannelsPolicy::default();
    let quoted = powershell(identity);
    let states_nothing = |known: &TeamsChannelsPolicy| {
        let is_on = switches(known).iter().all(|(_, switch)| switch.unwrap_or(true));
        let is_assigned = !known.assigned_users.is_empty() || !known.assigned_groups.is_empty();
        is_on && !is_assigned && known.rest.is_empty()
    };
    if is_global && policy.is_none() && known.is_some_and(states_nothing) {
        return;
    }
    let Some(policy) = policy else {
        // Removing the policy for everybody else returns it to what is shipped.
        let line = format!("Remove-CsTeamsChannelsPolicy -Identity {quoted}");
        return run(book, line, settings(), format!("Remove the Teams channel policy {identity}"));
    };
    let is_new = known.is_none() && !is_global;
    let before = known.unwrap_or(&shipped);
    let mut line = String::new();
    for ((parameter, old), (_, new)) in switches(before).into_iter().zip(switches(policy)) {
        if old.unwrap_or(true) != new.unwrap_or(true) {
            line.push_str(&format!(" -{parameter} {}", boolean(new.unwrap_or(true))));
        }
    }
    if is_new || !line.is_empty() {
        let (verb, does) = if is_new { ("New", "Add") } else { ("Set", "Change") };
        let line = format!("{verb}-CsTeamsChannelsPolicy -Identity {quoted}{line}");
        run(book, line, settings(), format!("{does} the Teams channel policy {identity}"));
    }
    let assigned = |policy: &TeamsChannelsPolicy| {
        let mut ids: Vec<String> =
            policy.assigned_users.iter().chain(&policy.assigned_groups).map(ToString::to_string).collect();
        ids.sort();
        ids
    };
    if assigned(before) != assigned(policy) {
        book.remark(Matter::TeamsAssignments, settings());
    }
    if before.rest != policy.rest {
        book.remark(Matter::TeamsOther, settings());
    }
}
