//! What holds for every scenario.

mod at_rest;
mod blocking;
mod changes;
mod citations;
mod classes;
mod consequences;
mod edits;
mod handshake;
mod inheritance;
mod matrix;
mod purity;
mod round_trip;
mod spread_of_outcomes;

use std::sync::Arc;

use entente_policy::graph::{B2bSetting, ConfigurationPartner, Settings};
use entente_policy::{Decision, Gate, Id, Property, Reason, Scenario, Status};

/// What the grounds of a gate come to, and why.
type Grounds = Vec<(Status, Reason)>;

/// A decision without what is only about the two who asked: each gate's status and reasons.
fn essence(decision: &Decision) -> Vec<(Gate, Status, Grounds)> {
    let grounds = |gate: &entente_policy::GateResult| {
        gate.grounds.iter().map(|ground| (ground.status, ground.reason)).collect()
    };
    decision.gates.iter().map(|gate| (gate.gate, gate.status, grounds(gate))).collect()
}

/// Changes the settings of `tenant` about `other`, adding the organization if need be.
fn with_settings_about(
    scenario: &Scenario,
    tenant: &Id,
    other: &Id,
    change: impl FnOnce(&mut Settings),
) -> Scenario {
    let mut scenario = scenario.clone();
    let policy = &mut scenario.tenant_mut(tenant).unwrap().cross_tenant_access_policy;
    let at = policy.partners.iter().position(|partner| partner.tenant_id == *other).unwrap_or_else(|| {
        policy.partners.push(Arc::new(ConfigurationPartner::inheriting(other.clone())));
        policy.partners.len() - 1
    });
    change(&mut Arc::make_mut(&mut policy.partners[at]).settings);
    scenario
}

/// The same with one B2B setting of `tenant` about `other` replaced.
fn with_setting(
    scenario: &Scenario,
    tenant: &Id,
    other: &Id,
    property: Property,
    setting: B2bSetting,
) -> Scenario {
    with_settings_about(scenario, tenant, other, |settings| {
        *settings.b2b_mut(property).unwrap() = Some(setting)
    })
}

/// The four settings that hold users and applications.
const B2B: [Property; 4] = [
    Property::B2bCollaborationInbound,
    Property::B2bCollaborationOutbound,
    Property::B2bDirectConnectInbound,
    Property::B2bDirectConnectOutbound,
];
