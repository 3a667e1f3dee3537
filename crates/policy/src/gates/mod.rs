//! The gates, in the order in which they stand between a person and an application.
//!
//! A gate is one file here. It says which conditions of the scenario can tell two users or two
//! applications apart ([`GateRule::conditions`]), and what it makes of one user and one application
//! ([`GateRule::judge`]). Everything else (the decision, the classes, the matrix, the handshake) follows.

mod b2b_access;
mod conditional_access;
mod feature_scope;

use alloc::vec::Vec;

pub(crate) use self::conditional_access::meets_application;
pub(crate) use self::feature_scope::direct_connect_reaches;
use crate::class::Conditions;
use crate::person::{App, Person};
use crate::{Connection, Gate, GateResult, Ground, Owner, Status};

/// One gate.
pub(crate) trait GateRule: Sync {
    /// Names every condition that this gate's judgement depends on.
    ///
    /// INVARIANT: two users (or applications) that agree on all conditions named here get the same
    /// status and reasons from [`GateRule::judge`]. The class engine relies on it.
    fn conditions<'a>(&self, connection: &'a Connection, conditions: &mut Conditions<'a>);

    /// What the gate says; nothing where it does not exist for the feature.
    fn judge(&self, connection: &Connection, person: &Person<'_>, app: &App<'_>) -> Option<GateResult>;
}

/// Every gate.
pub(crate) const GATES: [&dyn GateRule; 4] = [
    &b2b_access::HOME_OUTBOUND,
    &b2b_access::RESOURCE_INBOUND,
    &feature_scope::FeatureScope,
    &conditional_access::ConditionalAccess,
];

/// A gate's result from its grounds: the worst decides, and the worst come first.
fn result(gate: Gate, owner: Owner, found: Vec<Ground>) -> GateResult {
    let mut grounds: Vec<Ground> = Vec::with_capacity(found.len());
    for ground in found {
        let at = grounds.iter().position(|other| other.status < ground.status).unwrap_or(grounds.len());
        grounds.insert(at, ground);
    }
    let status = grounds.first().map_or(Status::Pass, |ground| ground.status);
    GateResult { gate, owner, status, grounds }
}
