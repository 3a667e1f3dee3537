//! The host's side: whether its people may share channels, and whether what channels lean on is open to guests.
//!
//! Who creates a channel and who invites to it is not part of the request. Where the host's policies agree that
//! does not matter; where they differ it decides.

use alloc::vec::Vec;

use super::{Reason, Statement, in_force, is_global, is_on, path, policies_path};
use crate::{Actor, Ground, Note, Place, Status, TeamsChannelsPolicy, Tenant};

/// What of the host's settings is other than shipped.
pub(super) fn grounds(host: &Tenant) -> Vec<Ground> {
    let mut grounds = channels(host);
    let switches = [
        (host.teams.allow_guests_to_access_groups, Place::TeamsGuestAccess, Reason::GuestsOff),
        (host.teams.allow_share_point_external_sharing, Place::SharePointSharing, Reason::SharePointOff),
    ];
    for (switch, place, reason) in switches {
        if !is_on(switch) {
            grounds.push(
                Ground::new(Status::Fail, reason, Statement::CollaborateInChannel)
                    .decided_by([path(host, place)])
                    .turned_by(Actor::ResourceAdministrator, None),
            );
        }
    }
    grounds
}

/// How many of the host's people a switch is on for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum For {
    All,
    Some,
    Nobody,
}

fn channels(host: &Tenant) -> Vec<Ground> {
    type Switch = fn(&TeamsChannelsPolicy) -> bool;
    let creates: Switch = |policy| is_on(policy.allow_shared_channel_creation);
    let invites: Switch = |policy| is_on(policy.allow_channel_sharing_to_external_user);
    let whom = |switch: Switch| {
        // Without a `Global` of the tenant's own, the shipped one holds for everybody else.
        let on = in_force(host).any(switch) || !in_force(host).any(is_global);
        match (on, in_force(host).any(|policy| !switch(policy))) {
            (_, false) => For::All,
            (true, true) => For::Some,
            (false, true) => For::Nobody,
        }
    };
    let ground = |status, reason, switches: &[Switch]| {
        let off = in_force(host).filter(|policy| switches.iter().any(|switch| !switch(policy)));
        Ground::new(status, reason, Statement::ChannelsPolicy).decided_by(policies_path(host, off))
    };
    let mut grounds = Vec::new();
    if whom(creates) == For::Nobody {
        let refusal = ground(Status::Fail, Reason::SharedChannelsOff, &[creates]);
        grounds.push(refusal.turned_by(Actor::ResourceAdministrator, None));
    }
    if whom(invites) == For::Nobody {
        let refusal = ground(Status::Fail, Reason::InvitationsOff, &[invites]);
        grounds.push(refusal.turned_by(Actor::ResourceAdministrator, None).noting([Note::MembersStay]));
    }
    if grounds.is_empty() && [creates, invites].into_iter().any(|switch| whom(switch) == For::Some) {
        grounds.push(ground(Status::Depends, Reason::HangsOnOwner, &[creates, invites]));
    }
    grounds
}
