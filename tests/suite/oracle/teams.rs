//! Teams policies for shared channels. Tables: shared channels in Teams, the Teams policy reference, the guide
//! to collaborating in shared channels.

use entente_policy::{AppKind, Subject, TeamsChannelsPolicy, TeamsService, Tenant};

use super::question::Question;
use super::says::Says;

pub(super) fn says(question: &Question<'_>) -> Says {
    // Shared channels are Office 365; My Apps is not a channel.
    if !question.is_of_a_user_across_tenants()
        || !question.is_direct_connect()
        || question.kind() != AppKind::Office365
    {
        return Says::Yes;
    }
    let (home, resource) = (&*question.home, &*question.resource);
    let host = &resource.teams;
    Says::all([
        Says::whether(service(home) == service(resource)),
        Says::whether(is_on(host.allow_guests_to_access_groups)),
        Says::whether(is_on(host.allow_share_point_external_sharing)),
        // Who creates the channel and who shares it need not be the same person.
        anybody(resource, |policy| policy.allow_shared_channel_creation),
        anybody(resource, |policy| policy.allow_channel_sharing_to_external_user),
        visitor(question),
    ])
}

/// As shipped, every switch is on.
fn is_on(switch: Option<bool>) -> bool {
    switch != Some(false)
}

/// Commercial and GCC do not meet.
fn service(tenant: &Tenant) -> TeamsService {
    tenant.teams.service.unwrap_or(TeamsService::Commercial)
}

/// A switch of people at the host: everybody has it on, nobody has, or it depends on who they are.
fn anybody(host: &Tenant, switch: fn(&TeamsChannelsPolicy) -> Option<bool>) -> Says {
    let policies = &host.teams.channels_policies;
    let in_use = policies.iter().filter(|policy| {
        policy.identity == "Global" || !policy.assigned_users.is_empty() || !policy.assigned_groups.is_empty()
    });
    let mut found: Vec<bool> = in_use.map(|policy| is_on(switch(policy))).collect();
    if policies.iter().all(|policy| policy.identity != "Global") {
        found.push(true);
    }
    one_of(&found)
}

/// The switch of the visitor: of the policy assigned to the user, or to a group, or of the one for everybody
/// else. Which of several counts is not stated.
fn visitor(question: &Question<'_>) -> Says {
    let policies = &question.home.teams.channels_policies;
    let user = match &question.request.user {
        Subject::User(user) => Some(user),
        _ => None,
    };
    let groups: Vec<_> = question.home.directory.groups.iter().collect();
    let directly =
        |policy: &TeamsChannelsPolicy| user.is_some_and(|user| policy.assigned_users.contains(user));
    let by_group = |policy: &TeamsChannelsPolicy| {
        groups.iter().any(|group| {
            policy.assigned_groups.contains(&group.id)
                && user.is_some_and(|user| group.members.contains(user))
        })
    };
    let global = |policy: &TeamsChannelsPolicy| policy.identity == "Global";
    let assigned: [&dyn Fn(&TeamsChannelsPolicy) -> bool; 3] = [&directly, &by_group, &global];
    for is_assigned in assigned {
        let found: Vec<bool> = policies
            .iter()
            .filter(|policy| is_assigned(policy))
            .map(|policy| is_on(policy.allow_user_to_participate_in_external_shared_channel))
            .collect();
        if !found.is_empty() {
            return one_of(&found);
        }
    }
    Says::Yes
}

fn one_of(found: &[bool]) -> Says {
    match (found.contains(&true), found.contains(&false)) {
        (true, true) => Says::Depends,
        (on, _) => Says::whether(on),
    }
}
