//! The invitation to the resource tenant, and the guest object it leaves there.
//!
//! Where the scenario states guests, whoever is none has to be invited (`invite`, `domains`, `cross_tenant`) or
//! synchronized (`sync`), and whoever is invited has to redeem (`redemption`). Whoever has redeemed is past all
//! that: neither domain lists nor guest invite settings matter any more.

mod cross_tenant;
mod domains;
mod guests;
mod invite;
mod reason;
mod redemption;
mod sync;

use alloc::vec;
use alloc::vec::Vec;

pub(super) use self::guests::{account_cited, other_accounts};
pub use self::reason::{Reason, Statement};
pub use self::redemption::RedeemsWith;
pub(super) use self::sync::read_by_synchronization;
use super::{Gate, GateRule, result};
use crate::conditions::Conditions;
use crate::person::{App, Person};
use crate::{
    Connection, ExternalUserState, Feature, GateResult, Ground, Guest, Owner, Place, SettingPath, Standing,
    Status,
};

/// The gate.
pub(super) struct Invitation;

impl GateRule for Invitation {
    fn conditions<'a>(&self, connection: &'a Connection, conditions: &mut Conditions<'a>) {
        if connection.feature != Feature::B2bCollaboration {
            return;
        }
        domains::conditions(connection, conditions);
        if connection.resource.guests.is_none() {
            return;
        }
        guests::fact(connection, conditions, "guest", |_| true);
        guests::fact(connection, conditions, "pending", is_pending);
        guests::fact(connection, conditions, "unknownState", |guest| {
            matches!(guest.external_user_state, ExternalUserState::Other(_))
        });
        other_accounts(connection, conditions);
        cross_tenant::conditions(connection, conditions);
    }

    fn judge(&self, connection: &Connection, person: &Person<'_>, _: &App<'_>) -> Option<GateResult> {
        if connection.feature != Feature::B2bCollaboration {
            return None;
        }
        let grounds = match (&connection.resource.guests, person.guest) {
            (None, _) => not_stated(connection, person),
            (Some(_), None) => absent(connection, person),
            (Some(_), Some(guest)) => match &guest.external_user_state {
                ExternalUserState::Accepted => vec![
                    Ground::new(Status::Pass, Reason::Redeemed, Statement::DomainLists)
                        .decided_by([guests::path(connection)]),
                ],
                ExternalUserState::PendingAcceptance => redemption::pending(connection, person),
                ExternalUserState::Other(_) => vec![
                    Ground::new(Status::Undocumented, Reason::UnknownState, Statement::Redemption)
                        .decided_by([guests::path(connection)])
                        .standing(Standing::Undocumented),
                ],
            },
        };
        Some(result(Gate::Invitation, Owner::Resource, grounds))
    }
}

/// The gate where nothing is stated of guests, and nothing stands in the way of inviting. Shared channels know none.
pub(super) struct AtRest;

impl GateRule for AtRest {
    fn conditions<'a>(&self, _: &'a Connection, _: &mut Conditions<'a>) {}

    fn judge(&self, connection: &Connection, _: &Person<'_>, _: &App<'_>) -> Option<GateResult> {
        (connection.feature == Feature::B2bCollaboration)
            .then(|| result(Gate::Invitation, Owner::Resource, vec![taken_to_be_guest(connection)]))
    }

    fn says_all(&self, connection: &Connection) -> bool {
        connection.feature != Feature::B2bCollaboration
            || (connection.resource.guests.is_none() && !invite::may_be_hindered(connection))
    }
}

fn is_pending(guest: &Guest) -> bool {
    guest.external_user_state == ExternalUserState::PendingAcceptance
}

/// The address of a setting of the resource tenant.
fn path(connection: &Connection, place: Place) -> SettingPath {
    SettingPath::Policy { tenant: connection.resource.id.clone(), place, item: None }
}

/// Whoever collaborates is taken to be a guest already. Where nobody could be invited any more, that is not
/// to be taken for granted.
fn not_stated(connection: &Connection, person: &Person<'_>) -> Vec<Ground> {
    let obstacles = invite::obstacles(connection, person);
    if obstacles.is_empty() {
        return vec![taken_to_be_guest(connection)];
    }
    let open = |obstacle: Ground| {
        let mut settings = obstacle.settings;
        settings.push(guests::path(connection));
        Ground { status: Status::Depends, actor: None, settings, ..obstacle }
    };
    obstacles.into_iter().map(open).collect()
}

fn taken_to_be_guest(connection: &Connection) -> Ground {
    let settings = [Place::Guests, Place::AllowInvitesFrom, Place::InvitationDomains];
    Ground::new(Status::Pass, Reason::TakenToBeGuest, Statement::Redemption)
        .decided_by(settings.map(|place| path(connection, place)))
        .at_rest()
}

/// There is no object to sign in with: whoever may invite has to, unless something stands in the way of that
/// or synchronization comes first.
fn absent(connection: &Connection, person: &Person<'_>) -> Vec<Ground> {
    let mut grounds = vec![invite::not_invited(connection)];
    grounds.extend(invite::obstacles(connection, person));
    grounds.extend(cross_tenant::obstacles(connection, person));
    grounds.extend(sync::grounds(connection, person));
    grounds
}
