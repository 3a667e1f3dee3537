//! The pipeline of gates.

use alloc::vec;
use alloc::vec::Vec;

use crate::gates::{Gate, looks_at};
use crate::person::{App, Person};
use crate::{
    Connection, Decision, Feature, GateResult, NotModelled, Outcome, Request, Resource, Scenario, Session,
    Status, Subject, TenantRestrictionsSignal,
};

/// Answers `request`. Total: every scenario and every request has a decision.
///
/// All gates are evaluated, not the first that refuses. A tenant the scenario does not hold counts as one
/// that nobody has configured; a user or application the directory does not list is on no group or suite.
pub fn evaluate(scenario: &Scenario, request: &Request) -> Decision {
    let connection = Connection::new(scenario, &request.home, &request.resource, request.feature);
    decide(&connection, &request.user, &request.application, request.signal.as_ref())
}

/// The same, if conditional access, invitations, tenant restrictions, Teams and service providers have nothing
/// to do with it: a program that only ever asks for this need not hold their rules.
pub fn evaluate_at_rest(scenario: &Scenario, request: &Request) -> Option<Decision> {
    if request.signal.is_some() {
        return None;
    }
    let connection = Connection::at_rest(scenario, &request.home, &request.resource, request.feature)?;
    Some(decide(&connection, &request.user, &request.application, None))
}

/// Answers for one user and one application of a connection, with a signal of tenant restrictions in the place
/// of the session's.
pub(crate) fn decide(
    connection: &Connection,
    user: &Subject,
    application: &Resource,
    signal: Option<&TenantRestrictionsSignal>,
) -> Decision {
    let person = Person::of(connection, user, signal);
    let app = App::of(&connection.resource, application);
    let gates: Vec<GateResult> = Gate::ALL
        .iter()
        .map(|gate| connection.rules.of(*gate))
        .filter(|rule| looks_at(*rule, connection, &person))
        .filter_map(|rule| rule.judge(connection, &person, &app))
        .collect();
    Decision {
        request: Request {
            home: connection.home.id.clone(),
            resource: connection.resource.id.clone(),
            feature: connection.feature,
            user: user.clone(),
            application: application.clone(),
            signal: signal.cloned(),
        },
        outcome: outcome(gates.iter().map(|gate| gate.status)),
        gates,
        not_modelled: not_modelled(connection.feature, person.session),
    }
}

/// The worst gate decides. A refusal is certain whatever an open question comes to.
pub(crate) fn outcome(gates: impl Iterator<Item = Status>) -> Outcome {
    match gates.max().unwrap_or(Status::Pass) {
        Status::Pass => Outcome::Allowed,
        Status::Prompt => Outcome::AllowedAfter,
        Status::Depends => Outcome::Depends,
        Status::Undocumented => Outcome::Undocumented,
        Status::Fail => Outcome::Blocked,
    }
}

/// Risk goes without saying only where the session states none of it.
fn not_modelled(feature: Feature, session: &Session) -> Vec<NotModelled> {
    let mut left_out = match feature {
        Feature::B2bDirectConnect => vec![NotModelled::InformationBarriers, NotModelled::Propagation],
        Feature::B2bCollaboration => vec![
            NotModelled::ApplicationAssignment,
            NotModelled::ApplicationPermissions,
            NotModelled::Propagation,
        ],
    };
    if session.sign_in_risk.is_none() || session.user_risk.is_none() {
        left_out.push(NotModelled::Risk);
    }
    left_out
}
