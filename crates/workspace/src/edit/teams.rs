//! Edits of what Teams and Microsoft 365 have to say about shared channels.

use std::sync::Arc;

use entente_policy::{Id, TeamsChannelsPolicy, TeamsService, TeamsSettings, Tenant};

use super::{DomainRule, name};

/// A switch of a Teams channel policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChannelSwitch {
    /// People may create shared channels.
    Create,
    /// People may invite external users to them.
    Invite,
    /// People may take part in external ones.
    Join,
}

impl ChannelSwitch {
    /// Every switch.
    pub const ALL: [ChannelSwitch; 3] = [ChannelSwitch::Create, ChannelSwitch::Invite, ChannelSwitch::Join];

    /// Whether it is on; one that is not stated is.
    pub fn is_on(self, policy: &TeamsChannelsPolicy) -> bool {
        match self {
            ChannelSwitch::Create => policy.allow_shared_channel_creation,
            ChannelSwitch::Invite => policy.allow_channel_sharing_to_external_user,
            ChannelSwitch::Join => policy.allow_user_to_participate_in_external_shared_channel,
        }
        .unwrap_or(true)
    }
}

/// A switch of a tenant as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TeamsSwitch {
    /// Guests may use Microsoft 365 groups.
    GuestsInGroups,
    /// SharePoint shares with external users.
    SharePoint,
    /// External access: people work with other organizations in chat and presence.
    Federation,
}

/// One change of a tenant's settings for Teams.
#[derive(Clone, Debug, PartialEq)]
pub enum TeamsEdit {
    /// Sets which Teams service the tenant uses.
    SetService(TeamsService),
    /// Turns something on or off.
    Set(TeamsSwitch, bool),
    /// Sets which domains external access is for.
    SetDomains(DomainRule),
    /// Adds a channel policy that nobody has yet.
    AddPolicy {
        /// Its name.
        name: String,
    },
    /// Names a channel policy.
    RenamePolicy {
        /// The old name.
        policy: String,
        /// The new one.
        name: String,
    },
    /// Removes a channel policy.
    RemovePolicy {
        /// Its name.
        policy: String,
    },
    /// Turns a switch of a channel policy on or off. The one called `Global` is written down if it is not yet.
    SetChannels {
        /// The policy's name.
        policy: String,
        /// Which switch.
        switch: ChannelSwitch,
        /// On or off.
        on: bool,
    },
    /// Assigns a channel policy to a person or a group, or no longer.
    Assign {
        /// The policy's name.
        policy: String,
        /// Whether `to` is a group.
        group: bool,
        /// The object id.
        to: Id,
        /// Whether it is assigned.
        assigned: bool,
    },
}

/// The policy of whoever no other is assigned to.
pub const GLOBAL: &str = "Global";

pub(super) fn apply(tenant: &mut Tenant, edit: TeamsEdit) -> Option<()> {
    let teams = Arc::make_mut(&mut tenant.teams);
    match edit {
        TeamsEdit::SetService(service) => set(&mut teams.service, service, TeamsService::Commercial),
        TeamsEdit::Set(switch, on) => {
            let place = match switch {
                TeamsSwitch::GuestsInGroups => &mut teams.allow_guests_to_access_groups,
                TeamsSwitch::SharePoint => &mut teams.allow_share_point_external_sharing,
                TeamsSwitch::Federation => &mut teams.federation.allow_federated_users,
            };
            set(place, on, true);
        }
        TeamsEdit::SetDomains(rule) => {
            let federation = &mut teams.federation;
            (federation.allowed_domains, federation.blocked_domains) = match rule {
                DomainRule::Any => (None, Vec::new()),
                DomainRule::Only(list) => (Some(list), Vec::new()),
                DomainRule::Except(list) => (None, list),
            };
        }
        TeamsEdit::AddPolicy { name: new } => {
            let identity = free(teams, name(&new)?)?;
            teams.channels_policies.push(TeamsChannelsPolicy { identity, ..Default::default() });
        }
        TeamsEdit::RenamePolicy { policy, name: new } => {
            let identity = free(teams, name(&new)?)?;
            known(teams, &policy)?.identity = identity;
        }
        TeamsEdit::RemovePolicy { policy } => {
            teams.channels_policies.retain(|other| other.identity != policy);
        }
        TeamsEdit::SetChannels { policy, switch, on } => {
            if known(teams, &policy).is_none() && policy == GLOBAL {
                let identity = GLOBAL.to_string();
                teams.channels_policies.insert(0, TeamsChannelsPolicy { identity, ..Default::default() });
            }
            let policy = known(teams, &policy)?;
            let place = match switch {
                ChannelSwitch::Create => &mut policy.allow_shared_channel_creation,
                ChannelSwitch::Invite => &mut policy.allow_channel_sharing_to_external_user,
                ChannelSwitch::Join => &mut policy.allow_user_to_participate_in_external_shared_channel,
            };
            set(place, on, true);
        }
        TeamsEdit::Assign { policy, group, to, assigned } => {
            let policy = known(teams, &policy)?;
            let list = if group { &mut policy.assigned_groups } else { &mut policy.assigned_users };
            list.retain(|other| *other != to);
            if assigned {
                list.push(to);
            }
        }
    }
    Some(())
}

/// Sets a value; one that is not stated and as shipped stays unstated.
fn set<T: PartialEq>(place: &mut Option<T>, value: T, shipped: T) {
    if place.is_some() || value != shipped {
        *place = Some(value);
    }
}

fn known<'a>(teams: &'a mut TeamsSettings, policy: &str) -> Option<&'a mut TeamsChannelsPolicy> {
    teams.channels_policies.iter_mut().find(|other| other.identity.eq_ignore_ascii_case(policy))
}

/// The name, unless another policy has it or it is the reserved one.
fn free(teams: &mut TeamsSettings, name: String) -> Option<String> {
    (known(teams, &name).is_none() && !name.eq_ignore_ascii_case(GLOBAL)).then_some(name)
}
