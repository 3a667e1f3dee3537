//! Conditional access of the resource tenant, with the claims its trust settings let count.
//!
//! A policy's part in the decision has four steps: whether it meets the person and the application (`scope`,
//! `object`), whether its other conditions are met (`condition`), what each of its controls makes of the session
//! (`control`, with `strength` and `risk`), and how controls and policies combine (here).

mod condition;
mod control;
mod object;
mod other_account;
mod reason;
mod risk;
mod scope;
mod strength;
mod trust;

use alloc::borrow::Cow;
use alloc::vec;
use alloc::vec::Vec;

use self::condition::{Applies, Risk};
pub use self::object::named_by_condition;
pub use self::reason::{Reason, Statement};
pub(crate) use self::scope::meets_application;
use self::scope::{Meets, Scope, Scoped};
use self::trust::Trust;
use super::b2b_access::direct_connect;
use super::invitation::{account_cited, other_accounts};
use super::{Gate, GateRule, result};
use crate::class::{AppCondition, SessionClaim};
use crate::conditions::Conditions;
use crate::graph::{AuthenticationStrength, ConditionalAccessPolicy, Operator, PolicyState, Rest};
use crate::person::{App, Person};
use crate::{
    Connection, Feature, GateResult, Ground, Note, Owner, Place, Reading, SettingPath, Source, Standing,
    Status,
};

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
    notes: Vec<Note>,
}

impl Draft {
    fn new(status: Status, reason: Reason, statement: Statement, standing: Standing) -> Self {
        Draft {
            status,
            reason,
            statement,
            standing,
            settings: vec![],
            source: None,
            readings: vec![],
            notes: vec![],
        }
    }

    /// The same, hanging on these settings as well.
    fn citing(mut self, settings: &[SettingPath]) -> Self {
        self.settings.extend(settings.iter().cloned());
        self
    }
}

/// The policies that are in force and may meet somebody of the connection.
fn in_force(connection: &Connection) -> impl Iterator<Item = (&ConditionalAccessPolicy, Scoped<'_>)> {
    connection
        .resource
        .conditional_access_policies
        .iter()
        .map(AsRef::as_ref)
        .filter(|policy| policy.state == PolicyState::Enabled)
        .map(|policy| (policy, Scoped::of(policy, connection)))
        .filter(|(_, scoped)| scoped.may_meet())
}

/// The session of a person.
fn session(connection: &Connection, person: &Person<'_>) -> SettingPath {
    SettingPath::Session {
        tenant: connection.home.id.clone(),
        user: person.id.filter(|id| connection.home.directory.user(id).is_some()).cloned(),
    }
}

impl GateRule for ConditionalAccess {
    fn conditions<'a>(&self, connection: &'a Connection, conditions: &mut Conditions<'a>) {
        let trust = Trust::of(connection);
        other_accounts(connection, conditions);
        for (policy, scoped) in in_force(connection) {
            let applications = Cow::Borrowed(&policy.conditions.applications);
            conditions.application(AppCondition::ConditionalAccess(applications));
            scoped.conditions(conditions);
            condition::conditions(policy, conditions);
            let Some(controls) = &policy.grant_controls else { continue };
            // A claim that does not count under any reading tells nobody apart.
            let may_count = |claim: &SessionClaim| trust.counts(*claim).contains(&true);
            for claim in SessionClaim::ALL.into_iter().filter(may_count) {
                if control::asks_for(controls, claim) {
                    conditions.session(claim);
                }
            }
            if let Some(strength) = &controls.authentication_strength
                && may_count(&SessionClaim::Mfa)
                && !strength.id.is(AuthenticationStrength::MULTIFACTOR)
            {
                strength::conditions(strength, conditions);
            }
            if Risk::of(policy).sign_in {
                risk::conditions(connection, conditions);
            }
        }
    }

    fn judge(&self, connection: &Connection, person: &Person<'_>, app: &App<'_>) -> Option<GateResult> {
        let trust = Trust::of(connection);
        let mut grounds = Vec::new();
        for (policy, scoped) in in_force(connection) {
            if !scope::meets_application(&policy.conditions.applications, app) {
                continue;
            }
            let scope = scoped.meets(person, app);
            for mut draft in judge_policy(policy, connection, person, &trust, &scope) {
                draft.settings.extend(scope.settings.iter().cloned());
                draft.settings.extend(Risk::of(policy).cited(connection, person));
                draft.settings.extend(account_cited(connection, person));
                grounds.push(ground(draft, policy, connection));
            }
        }
        if grounds.is_empty() {
            grounds.push(no_policy_applies(connection));
        }
        Some(result(Gate::ConditionalAccess, Owner::Resource, grounds))
    }
}

/// The gate where there is no policy, and nobody is stated to sign in elsewhere than at home.
pub(super) struct AtRest;

impl GateRule for AtRest {
    fn conditions<'a>(&self, _: &'a Connection, _: &mut Conditions<'a>) {}

    fn judge(&self, connection: &Connection, _: &Person<'_>, _: &App<'_>) -> Option<GateResult> {
        Some(result(Gate::ConditionalAccess, Owner::Resource, vec![no_policy_applies(connection)]))
    }

    fn says_all(&self, connection: &Connection) -> bool {
        let Connection { resource, feature, .. } = connection;
        resource.conditional_access_policies.is_empty()
            && (*feature == Feature::B2bDirectConnect || resource.guests.is_none())
    }
}

/// Any policy that comes could change it.
fn no_policy_applies(connection: &Connection) -> Ground {
    Ground::new(Status::Pass, Reason::NoPolicyApplies, Statement::ConditionalAccessApplies).decided_by([
        SettingPath::Policy {
            tenant: connection.resource.id.clone(),
            place: Place::ConditionalAccessPolicies,
            item: None,
        },
    ])
}

/// What one policy that meets the application makes of the request; nothing if it could never meet this person,
/// whatever anybody set.
fn judge_policy(
    policy: &ConditionalAccessPolicy,
    connection: &Connection,
    person: &Person<'_>,
    trust: &Trust,
    scope: &Scope,
) -> Vec<Draft> {
    let spared = |reason, statement| Draft::new(Status::Pass, reason, statement, Standing::Documented);
    if scope.meets == Meets::No {
        // Where a setting of somebody decides that, it is worth telling.
        let told = !scope.settings.is_empty();
        return told.then(|| spared(Reason::PolicyNotForPerson, Statement::UserTypes)).into_iter().collect();
    }
    let (risk, open) = match condition::applies(policy, connection, person, trust) {
        Applies::No => return vec![spared(Reason::RiskDoesNotMatch, Statement::Conditions)],
        Applies::Yes(risk) => (risk, vec![]),
        Applies::NotStated(risk, open) => (risk, open),
    };
    let drafts = required(policy, connection, person, trust, risk);
    let worst = worst(&drafts);
    let settings = cited(&drafts);
    if worst == Status::Pass && (scope.meets != Meets::Yes || !open.is_empty()) {
        // Whatever any control hangs on could open the question.
        return drafts.into_iter().map(|draft| Draft { settings: settings.clone(), ..draft }).collect();
    }
    if worst == Status::Pass {
        return drafts;
    }
    let depends = |reason, statement, notes| Draft {
        notes,
        settings: settings.clone(),
        ..Draft::new(Status::Depends, reason, statement, Standing::Documented)
    };
    let mut unsettled: Vec<Draft> = Vec::new();
    if scope.meets == Meets::NotStated {
        unsettled.push(depends(Reason::MembershipNotStated, Statement::UserTypes, vec![]));
    }
    unsettled.extend(open.into_iter().map(|(reason, notes)| depends(reason, Statement::Conditions, notes)));
    let readings = scope.meets.readings(worst);
    if !unsettled.is_empty() {
        let trust = condition::trust_cited(policy, trust);
        return unsettled.into_iter().map(|draft| draft.citing(&trust)).collect();
    }
    if readings.is_empty() {
        return drafts;
    }
    let reason = match scope.meets {
        Meets::CrossOver => Reason::CrossOverNotDocumented,
        Meets::Eligibility => Reason::EligibilityNotDocumented,
        _ => Reason::ScopeNotDocumented,
    };
    let statement = match scope.meets {
        Meets::CrossOver | Meets::Eligibility => Statement::UserTypes,
        _ => Statement::AllUsersScope,
    };
    vec![Draft {
        readings,
        settings,
        ..Draft::new(Status::Undocumented, reason, statement, Standing::Undocumented)
    }]
}

/// What the policy's controls come to for a request it meets.
fn required(
    policy: &ConditionalAccessPolicy,
    connection: &Connection,
    person: &Person<'_>,
    trust: &Trust,
    risk: Risk,
) -> Vec<Draft> {
    let mut drafts = Vec::new();
    if let Some(controls) = &policy.grant_controls {
        let judged = control::all(controls, connection, person, trust, risk);
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
    if policy.session_controls.as_ref().is_some_and(condition::imposes_something) {
        drafts.push(match connection.feature {
            Feature::B2bDirectConnect => control::not_supported_for_direct_connect(),
            Feature::B2bCollaboration => Draft::new(
                Status::Pass,
                Reason::SessionControlsApply,
                Statement::SessionControls,
                Standing::Documented,
            ),
        });
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

fn worst(drafts: &[Draft]) -> Status {
    drafts.iter().map(|draft| draft.status).max().unwrap_or(Status::Pass)
}

fn ground(draft: Draft, policy: &ConditionalAccessPolicy, connection: &Connection) -> Ground {
    let mut settings = vec![SettingPath::ConditionalAccess {
        tenant: connection.resource.id.clone(),
        policy: policy.id.clone(),
    }];
    for setting in draft.settings {
        if !settings.contains(&setting) {
            settings.push(setting);
        }
    }
    let mut ground = Ground::new(draft.status, draft.reason, draft.statement)
        .decided_by(settings)
        .standing(draft.standing);
    if draft.status == Status::Fail {
        ground = ground.turned_by(draft.reason.actor(), draft.reason.error());
    }
    Ground {
        source: draft.source,
        policy: Some(policy.id.clone()),
        readings: draft.readings,
        notes: draft.notes,
        ..ground
    }
}
