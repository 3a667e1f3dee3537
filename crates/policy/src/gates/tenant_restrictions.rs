//! Tenant restrictions of whoever owns the device or the network.

use alloc::vec;

use super::declare::{reasons, statements};
use super::{Gate, GateRule, result};
use crate::class::Conditions;
use crate::person::{App, Person};
use crate::{Connection, GateResult, Ground, Owner, Status};

reasons! {
    /// Nothing in the scenario has to do with it.
    NoSignal = "tenantRestrictions.noSignal",
}

statements! {
    /// What the gate rests on.
    Signal = "tenantRestrictionsSignal" on "entra/external-id/tenant-restrictions-v2",
}

/// The gate.
pub(super) struct TenantRestrictions;

impl GateRule for TenantRestrictions {
    fn conditions<'a>(&self, _: &'a Connection, _: &mut Conditions<'a>) {}

    fn judge(&self, _: &Connection, _: &Person<'_>, _: &App<'_>) -> Option<GateResult> {
        let ground = Ground::new(Status::Pass, Reason::NoSignal, Statement::Signal).at_rest();
        Some(result(Gate::TenantRestrictions, Owner::Network, vec![ground]))
    }
}
