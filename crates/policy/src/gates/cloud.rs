//! The Microsoft clouds of the two tenants.

use alloc::vec;

use super::declare::{reasons, statements};
use super::{Gate, GateRule, result};
use crate::class::Conditions;
use crate::person::{App, Person};
use crate::{Connection, GateResult, Ground, Owner, Status};

reasons! {
    /// Nothing in the scenario has to do with it.
    SameCloud = "cloud.same",
}

statements! {
    /// What the gate rests on.
    CloudSettings = "cloudSettings" on "entra/external-id/cross-cloud-settings",
}

/// The gate.
pub(super) struct Cloud;

impl GateRule for Cloud {
    fn conditions<'a>(&self, _: &'a Connection, _: &mut Conditions<'a>) {}

    fn judge(&self, _: &Connection, _: &Person<'_>, _: &App<'_>) -> Option<GateResult> {
        let ground = Ground::new(Status::Pass, Reason::SameCloud, Statement::CloudSettings).at_rest();
        Some(result(Gate::Cloud, Owner::Both, vec![ground]))
    }
}
