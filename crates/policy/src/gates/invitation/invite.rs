//! Inviting: who may, and what stands in the way.

use alloc::vec::Vec;

use super::{Reason, Statement, domains, path, redemption, sync};
use crate::graph::AllowInvitesFrom;
use crate::person::Person;
use crate::{Actor, Connection, ErrorCode, Ground, Place, Standing, Status};

/// The person has no object in the resource tenant, and is to be invited.
pub(super) fn not_invited(connection: &Connection) -> Ground {
    let places = [Place::Guests, Place::AllowInvitesFrom, Place::InvitationDomains];
    let settings = places.map(|place| path(connection, place));
    let mut ground = Ground::new(Status::Fail, Reason::NotInvited, Statement::GuestObject)
        .decided_by(settings.into_iter().chain(sync::cited(connection)))
        .turned_by(Actor::Inviter, Some(ErrorCode::NotInResourceTenant));
    redemption::note(connection, &mut ground);
    ground
}

/// Whether the resource tenant lets nobody invite.
pub(super) fn nobody_may(connection: &Connection) -> bool {
    connection.resource.authorization_policy.allow_invites_from == Some(AllowInvitesFrom::None)
}

/// Whether external collaboration settings may have something against inviting somebody.
pub(super) fn may_be_hindered(connection: &Connection) -> bool {
    let who = &connection.resource.authorization_policy.allow_invites_from;
    matches!(who, Some(AllowInvitesFrom::None | AllowInvitesFrom::Other(_)))
        || domains::are_listed(connection)
}

/// What external collaboration settings have against inviting the person.
pub(super) fn obstacles(connection: &Connection, person: &Person<'_>) -> Vec<Ground> {
    let who = match &connection.resource.authorization_policy.allow_invites_from {
        Some(AllowInvitesFrom::None) => Some(
            Ground::new(Status::Fail, Reason::InvitationsNotAllowed, Statement::WhoMayInvite)
                .turned_by(Actor::ResourceAdministrator, None),
        ),
        Some(AllowInvitesFrom::Other(_)) => Some(
            Ground::new(Status::Undocumented, Reason::UnknownInviteSetting, Statement::WhoMayInvite)
                .standing(Standing::Undocumented),
        ),
        _ => None,
    };
    let who = who.map(|ground| ground.decided_by([path(connection, Place::AllowInvitesFrom)]));
    who.into_iter().chain(domains::obstacle(connection, person)).collect()
}
