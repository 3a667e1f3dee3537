//! The invitation to the resource tenant, and the guest object it leaves there.

mod guests;

use alloc::vec;

pub(super) use self::guests::{account_cited, other_accounts};
use super::declare::{reasons, statements};
use super::{Gate, GateRule, result};
use crate::class::Conditions;
use crate::person::{App, Person};
use crate::{Connection, Feature, GateResult, Ground, Owner, Status};

reasons! {
    /// Nothing in the scenario has to do with it.
    TakenToBeGuest = "invitation.takenToBeGuest",
}

statements! {
    /// What the gate rests on.
    Redemption = "redemption" on "entra/external-id/redemption-experience",
}

/// The gate.
pub(super) struct Invitation;

impl GateRule for Invitation {
    fn conditions<'a>(&self, _: &'a Connection, _: &mut Conditions<'a>) {}

    fn judge(&self, connection: &Connection, _: &Person<'_>, _: &App<'_>) -> Option<GateResult> {
        if connection.feature != Feature::B2bCollaboration {
            return None;
        }
        let ground = Ground::new(Status::Pass, Reason::TakenToBeGuest, Statement::Redemption).at_rest();
        Some(result(Gate::Invitation, Owner::Resource, vec![ground]))
    }
}
