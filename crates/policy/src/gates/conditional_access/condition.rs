//! Conditions of a policy beside users and applications: what narrows it to some sign-ins.
//!
//! Risk is evaluated where the scenario states it. Where a sign-in comes from, by which client and device, no
//! scenario states: such a policy depends.

use alloc::vec;
use alloc::vec::Vec;

use serde_json::Value;

use super::trust::Trust;
use super::{Reason, Rest, session};
use crate::class::SessionClaim;
use crate::conditions::Conditions;
use crate::gates::Gate;
use crate::graph::{ConditionalAccessApplications, ConditionalAccessPolicy, RiskLevel};
use crate::person::Person;
use crate::{Connection, Feature, Id, Note, Session, SettingPath};

/// Whether the conditions of a policy are met.
pub(super) enum Applies {
    /// They are, with what they ask of risk.
    Yes(Risk),
    /// The scenario states that one of them is not.
    No,
    /// It does not state these.
    NotStated(Risk, Vec<(Reason, Vec<Note>)>),
}

/// Which levels of risk a policy is for. One that is for none is not about risk.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Risk {
    pub(super) sign_in: bool,
    pub(super) user: bool,
}

impl Risk {
    pub(super) fn of(policy: &ConditionalAccessPolicy) -> Self {
        Risk {
            sign_in: !policy.conditions.sign_in_risk_levels.is_empty(),
            user: !policy.conditions.user_risk_levels.is_empty(),
        }
    }

    /// The session, where the policy looks at risk in it.
    pub(super) fn cited(self, connection: &Connection, person: &Person<'_>) -> Option<SettingPath> {
        (self.sign_in || self.user).then(|| session(connection, person))
    }
}

/// Names the conditions that a policy's look at risk depends on.
pub(super) fn conditions<'a>(policy: &'a ConditionalAccessPolicy, conditions: &mut Conditions<'a>) {
    type Of = fn(&Session) -> Option<&RiskLevel>;
    let sign_in: Of = |session| session.sign_in_risk.as_ref();
    let user: Of = |session| session.user_risk.as_ref();
    let asked = [
        ("signInRisk", "signInRiskStated", &policy.conditions.sign_in_risk_levels, sign_in),
        ("userRisk", "userRiskStated", &policy.conditions.user_risk_levels, user),
    ];
    let gate = Gate::ConditionalAccess;
    for (code, stated, levels, risk) in asked {
        if !levels.is_empty() {
            let key: Vec<&str> = levels.iter().map(RiskLevel::as_str).collect();
            let is_one = move |session: &Session| risk(session).is_some_and(|risk| levels.contains(risk));
            conditions.session_fact(gate, stated, None, move |session| risk(session).is_some());
            conditions.session_fact(gate, code, Some(Id::from(key.join(" or "))), is_one);
        }
    }
}

/// Whether the conditions of a policy are met by this person's sign-in.
pub(super) fn applies(
    policy: &ConditionalAccessPolicy,
    connection: &Connection,
    person: &Person<'_>,
    trust: &Trust,
) -> Applies {
    let risk = Risk::of(policy);
    let mut open: Vec<(Reason, Vec<Note>)> = Vec::new();
    let asked = [
        (&policy.conditions.sign_in_risk_levels, &person.session.sign_in_risk, Reason::SignInRiskNotStated),
        (&policy.conditions.user_risk_levels, &person.session.user_risk, Reason::UserRiskNotStated),
    ];
    for (levels, stated, not_stated) in asked {
        match stated {
            _ if levels.is_empty() => {}
            Some(level) if levels.contains(level) => {}
            Some(_) => return Applies::No,
            None => open.push((not_stated, vec![])),
        }
    }
    for (name, value) in &policy.conditions.rest {
        if narrows(name, value)
            && let (reason, notes) = by_name(name, connection, trust)
            && !open.iter().any(|(known, _)| *known == reason)
        {
            open.push((reason, notes));
        }
    }
    if filters_applications(&policy.conditions.applications) {
        open.push((Reason::NotEvaluated, vec![]));
    }
    if open.is_empty() { Applies::Yes(risk) } else { Applies::NotStated(risk, open) }
}

/// The claims whose trust decides why a policy with these conditions depends.
pub(super) fn trust_cited(policy: &ConditionalAccessPolicy, trust: &Trust) -> Vec<SettingPath> {
    let filters = policy.conditions.rest.get("devices").is_some_and(|devices| narrows("devices", devices));
    if filters { DEVICE.into_iter().flat_map(|claim| trust.cited(claim)).collect() } else { Vec::new() }
}

const DEVICE: [SessionClaim; 2] = [SessionClaim::CompliantDevice, SessionClaim::HybridJoinedDevice];

fn by_name(name: &str, connection: &Connection, trust: &Trust) -> (Reason, Vec<Note>) {
    match name {
        "locations" if connection.feature == Feature::B2bDirectConnect => {
            (Reason::LocationNotStated, vec![Note::FilesOnly])
        }
        "locations" => (Reason::LocationNotStated, vec![]),
        "platforms" => (Reason::PlatformNotStated, vec![]),
        "clientAppTypes" => (Reason::ClientAppNotStated, vec![]),
        // What a device is can be seen only if its tenant's word for it counts.
        "devices" if DEVICE.into_iter().all(|claim| trust.counts(claim) == [false, false]) => {
            (Reason::DeviceFilterNeedsTrust, vec![])
        }
        "devices" => (Reason::DeviceFilterNotStated, vec![]),
        _ => (Reason::NotEvaluated, vec![]),
    }
}

/// Whether a condition, as Graph has it, narrows the policy.
fn narrows(name: &str, value: &Value) -> bool {
    let open = match value {
        Value::Null => true,
        Value::Array(items) => {
            items.is_empty()
                || (name == "clientAppTypes" && items.iter().all(|item| item.as_str() == Some("all")))
        }
        Value::Object(parts) if name == "devices" => parts.values().all(Value::is_null),
        _ => false,
    };
    !open && !name.starts_with('@')
}

/// Whether a policy chooses applications by a filter on what they are marked with.
pub(super) fn filters_applications(applications: &ConditionalAccessApplications) -> bool {
    applications.rest.get("applicationFilter").is_some_and(|filter: &Value| !filter.is_null())
}

/// Whether a session control imposes something: one that is there but switched off does not.
pub(super) fn imposes_something(session_controls: &Rest) -> bool {
    let is_off = |value: &Value| value.is_null() || *value == false;
    session_controls.iter().any(|(name, value)| {
        !name.starts_with('@') && !is_off(value) && value.get("isEnabled").is_none_or(|on| !is_off(on))
    })
}
