//! Conditional access of the resource tenant, with the claims its trust settings let count.
//!
//! A policy's part in the decision has three steps, a file each: whether it meets the request
//! (`scope`), what each of its controls makes of the session (`control`), and how controls and policies
//! combine (here).

mod control;
mod other_account;
mod reason;
mod scope;
mod trust;

use alloc::vec;
use alloc::vec::Vec;

pub use self::reason::{Reason, Statement};
use self::scope::Meets;
pub(crate) use self::scope::meets_application;
use self::trust::Trust;
use super::b2b_access::direct_connect;
use super::invitation::{account_cited, other_accounts};
use super::{Gate, GateRule, direct_connect_reaches, result};
use crate::class::{AppCondition, Conditions, SessionClaim};
use crate::graph::{ConditionalAccessPolicy, Operator, PolicyState};
use crate::person::{App, Person};
use crate::{Connection, Feature, GateResult, Ground, Owner, Reading, SettingPath, Source, Standing, Status};

/// The gate.
pub(super) struct ConditionalAccess;

/// A ground before it knows its policy's address and its error code.
#[derive(Clone)]
struct Draft {
    status: Status,
    reason: Reason,
    statement: Statement,
    standing: Standing,
    /// Settings beside the policy itself.
    settings: Vec<SettingPath>,
    source: Option<Source>,
    readings: Vec<Reading>,
}

impl Draft {
    fn new(status: Status, reason: Reason, statement: Statement, standing: Standing) -> Self {
        Draft { status, reason, statement, standing, settings: vec![], source: None, readings: vec![] }
    }
}

fn in_force(connection: &Connection) -> impl Iterator<Item = &ConditionalAccessPolicy> {
    connection
        .resource
        .conditional_access_policies
        .iter()
        .map(AsRef::as_ref)
        .filter(|policy| policy.state == PolicyState::Enabled)
        .filter(|policy| scope::meets_users(policy, connection) != Meets::No)
}

impl GateRule for ConditionalAccess {
    fn conditions<'a>(&self, connection: &'a Connection, conditions: &mut Conditions<'a>) {
        let trust = Trust::of(connection);
        other_accounts(connection, conditions);
        for policy in in_force(connection) {
            conditions.application(AppCondition::ConditionalAccess(&policy.conditions.applications));
            if scope::meets_users(policy, connection) == Meets::IfEligible {
                conditions.application(AppCondition::DirectConnect);
                direct_connect::conditions(connection, conditions);
            }
            if let Some(controls) = &policy.grant_controls {
                for claim in SessionClaim::ALL {
                    // A claim that does not count under any reading tells nobody apart.
                    if control::asks_for(controls, claim) && trust.counts(claim).contains(&true) {
                        conditions.session(claim);
                    }
                }
            }
        }
    }

    fn judge(&self, connection: &Connection, person: &Person<'_>, app: &App<'_>) -> Option<GateResult> {
        let trust = Trust::of(connection);
        let mut grounds = Vec::new();
        for policy in in_force(connection) {
            if !scope::meets_application(&policy.conditions.applications, app) {
                continue;
            }
            let mut cited = Vec::new();
            if scope::meets_users(policy, connection) == Meets::IfEligible {
                let (eligible, settings) = direct_connect::eligible(connection, person, app);
                if !(eligible && direct_connect_reaches(app)) {
                    continue;
                }
                cited = settings;
            }
            for mut draft in judge_policy(policy, connection, person, &trust) {
                draft.settings.extend(cited.iter().cloned().chain(account_cited(connection, person)));
                grounds.push(ground(draft, Some(policy), connection));
            }
        }
        if grounds.is_empty() {
            grounds.push(ground(
                Draft::new(
                    Status::Pass,
                    Reason::NoPolicyApplies,
                    Statement::ConditionalAccessApplies,
                    Standing::Documented,
                ),
                None,
                connection,
            ));
        }
        Some(result(Gate::ConditionalAccess, Owner::Resource, grounds))
    }
}

/// What one policy that meets the application makes of the request.
fn judge_policy(
    policy: &ConditionalAccessPolicy,
    connection: &Connection,
    person: &Person<'_>,
    trust: &Trust,
) -> Vec<Draft> {
    let drafts = required(policy, connection, person, trust);
    let worst = worst(&drafts);
    if worst != Status::Pass && scope::has_other_conditions(policy) {
        let mut open = Draft::new(
            Status::Depends,
            Reason::NotEvaluated,
            Statement::ConditionalAccessApplies,
            Standing::Documented,
        );
        open.settings = cited(&drafts);
        return vec![open];
    }
    if worst != Status::Pass && scope::meets_users(policy, connection) == Meets::Unclear {
        let mut unclear = Draft::new(
            Status::Undocumented,
            Reason::ScopeNotDocumented,
            Statement::AllUsersScope,
            Standing::Undocumented,
        );
        unclear.settings = cited(&drafts);
        unclear.readings = vec![
            Reading::new(Reason::AllUsersIncludesDirectConnect, worst),
            Reading::new(Reason::AllUsersMeansDirectory, Status::Pass),
        ];
        return vec![unclear];
    }
    drafts
}

/// What the policy's controls come to for a request it meets.
fn required(
    policy: &ConditionalAccessPolicy,
    connection: &Connection,
    person: &Person<'_>,
    trust: &Trust,
) -> Vec<Draft> {
    let mut drafts = Vec::new();
    if let Some(controls) = &policy.grant_controls {
        let judged = control::all(controls, connection, person, trust);
        match controls.operator {
            Operator::And => drafts.extend(judged),
            Operator::Or => drafts.extend(any_one_of(judged)),
            Operator::Other(_) => drafts.push(Draft::new(
                Status::Depends,
                Reason::NotEvaluated,
                Statement::GrantControls,
                Standing::Undocumented,
            )),
        }
    }
    if policy.session_controls.as_ref().is_some_and(imposes_something)
        && connection.feature == Feature::B2bDirectConnect
    {
        drafts.push(control::not_supported_for_direct_connect());
    }
    if drafts.is_empty() {
        drafts.push(Draft::new(
            Status::Pass,
            Reason::NothingRequired,
            Statement::GrantControls,
            Standing::Documented,
        ));
    }
    drafts
}

/// With OR the best control decides; where none lets the person through, all of them are the grounds. Each
/// depends on what any of them depends on.
fn any_one_of(judged: Vec<Draft>) -> Vec<Draft> {
    let best = judged.iter().map(|judged| judged.status).min().unwrap_or(Status::Pass);
    let settings = cited(&judged);
    judged
        .into_iter()
        .filter(|draft| draft.status == best)
        .take(if best == Status::Fail { usize::MAX } else { 1 })
        .map(|draft| Draft { settings: settings.clone(), ..draft })
        .collect()
}

/// Every setting that any of the drafts cites, once.
fn cited(drafts: &[Draft]) -> Vec<SettingPath> {
    let mut settings: Vec<SettingPath> = Vec::new();
    for setting in drafts.iter().flat_map(|draft| &draft.settings) {
        if !settings.contains(setting) {
            settings.push(setting.clone());
        }
    }
    settings
}

/// A control that is there but switched off imposes nothing.
fn imposes_something(session_controls: &crate::graph::Rest) -> bool {
    let is_off = |value: &serde_json::Value| value.is_null() || *value == false;
    session_controls.iter().any(|(name, value)| {
        !name.starts_with('@') && !is_off(value) && value.get("isEnabled").is_none_or(|on| !is_off(on))
    })
}

fn worst(drafts: &[Draft]) -> Status {
    drafts.iter().map(|draft| draft.status).max().unwrap_or(Status::Pass)
}

fn ground(draft: Draft, policy: Option<&ConditionalAccessPolicy>, connection: &Connection) -> Ground {
    let mut settings: Vec<SettingPath> = policy
        .map(|policy| SettingPath::ConditionalAccess {
            tenant: connection.resource.id.clone(),
            policy: policy.id.clone(),
        })
        .into_iter()
        .collect();
    settings.extend(draft.settings);
    let mut ground = Ground::new(draft.status, draft.reason, draft.statement)
        .decided_by(settings)
        .standing(draft.standing);
    if draft.status == Status::Fail {
        ground = ground.turned_by(draft.reason.actor(), draft.reason.error());
    }
    Ground {
        source: draft.source,
        policy: policy.map(|policy| policy.id.clone()),
        readings: draft.readings,
        ..ground
    }
}
