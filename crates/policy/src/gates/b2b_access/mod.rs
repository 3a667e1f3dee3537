//! Home outbound and resource inbound: users × applications of one B2B setting.
//!
//! Source: the Graph overview page's table of nine settings, for all four `b2b*` settings alike. Where
//! both halves block, the *pair* is blocked: `NOT (user AND application)`, not a plain AND.

mod notes;
mod other_account;
mod reason;

use alloc::borrow::Cow;
use alloc::vec;
use alloc::vec::Vec;

pub use self::reason::{Reason, Statement};
use super::{Gate, GateRule, invitation, result};
use crate::class::Conditions;
use crate::graph::{AccessType, TargetConfiguration};
use crate::person::{App, Person};
use crate::resolve::{Effective, effective_b2b};
use crate::{
    Actor, Connection, Direction, ErrorCode, Evidence, Feature, GateResult, Ground, Half, Id, Note, Owner,
    Reading, SettingPath, Standing, Status, Tenant,
};

/// One side's access settings.
pub(super) struct B2bAccess {
    gate: Gate,
    owner: Owner,
    direction: Direction,
    actor: Actor,
    error: ErrorCode,
}

/// The home tenant lets its users out.
pub(super) const HOME_OUTBOUND: B2bAccess = B2bAccess {
    gate: Gate::HomeOutbound,
    owner: Owner::Home,
    direction: Direction::Outbound,
    actor: Actor::HomeAdministrator,
    error: ErrorCode::NotAllowedByOutboundPolicyTenant,
};

/// The resource tenant lets them in.
pub(super) const RESOURCE_INBOUND: B2bAccess = B2bAccess {
    gate: Gate::ResourceInbound,
    owner: Owner::Resource,
    direction: Direction::Inbound,
    actor: Actor::ResourceAdministrator,
    error: ErrorCode::NotAllowedByInboundPolicyTenant,
};

impl B2bAccess {
    /// The tenant that has the setting, and the one the setting is about.
    fn sides<'a>(&self, connection: &'a Connection) -> (&'a Tenant, &'a Id) {
        match self.direction {
            Direction::Outbound => (&connection.home, &connection.resource.id),
            Direction::Inbound => (&connection.resource, &connection.home.id),
        }
    }

    fn setting<'a>(&self, connection: &'a Connection, feature: Feature) -> Effective<'a> {
        let (tenant, other) = self.sides(connection);
        effective_b2b(tenant, other, feature.property(self.direction))
    }

    fn conditions_for<'a>(
        &self,
        connection: &'a Connection,
        feature: Feature,
        conditions: &mut Conditions<'a>,
    ) {
        let setting = self.setting(connection, feature);
        conditions.users_on(&setting.users_and_groups.value);
        // A list that no layer states is the service's own, which names everything.
        if let Cow::Borrowed(list) = setting.applications.value {
            conditions.applications_on(list);
        }
    }

    fn verdicts_for(
        &self,
        connection: &Connection,
        feature: Feature,
        person: &Person<'_>,
        app: &App<'_>,
    ) -> Vec<Ground> {
        let setting = self.setting(connection, feature);
        let evidence = evidence(&setting, person, app);
        let context =
            Context { rule: self, connection, feature, setting: &setting, evidence: &evidence, app };
        context.verdicts().into_iter().map(|verdict| context.ground(verdict)).collect()
    }
}

/// Both sides' access settings for direct connect, whichever feature a request is for: conditional access
/// asks who would be eligible.
pub(super) mod direct_connect {
    use super::{
        App, Conditions, Connection, Feature, HOME_OUTBOUND, Person, RESOURCE_INBOUND, SettingPath, Status,
        Vec, invitation,
    };

    const FEATURE: Feature = Feature::B2bDirectConnect;

    /// The conditions that eligibility depends on.
    pub(in crate::gates) fn conditions<'a>(connection: &'a Connection, conditions: &mut Conditions<'a>) {
        HOME_OUTBOUND.conditions_for(connection, FEATURE, conditions);
        RESOURCE_INBOUND.conditions_for(connection, FEATURE, conditions);
        invitation::other_accounts(connection, conditions);
    }

    /// Whether both sides let this user reach this application by direct connect, and the settings that
    /// decide it.
    pub(in crate::gates) fn eligible(
        connection: &Connection,
        person: &Person<'_>,
        app: &App<'_>,
    ) -> (bool, Vec<SettingPath>) {
        let mut grounds = HOME_OUTBOUND.verdicts_for(connection, FEATURE, person, app);
        grounds.extend(RESOURCE_INBOUND.verdicts_for(connection, FEATURE, person, app));
        // Only accounts of a tenant come by direct connect.
        let eligible =
            person.other_account.is_none() && grounds.iter().all(|ground| ground.status == Status::Pass);
        let settings = grounds.into_iter().flat_map(|ground| ground.settings);
        (eligible, settings.chain(invitation::account_cited(connection, person)).collect())
    }
}

impl GateRule for B2bAccess {
    fn conditions<'a>(&self, connection: &'a Connection, conditions: &mut Conditions<'a>) {
        self.conditions_for(connection, connection.feature, conditions);
        other_account::conditions(self, connection, conditions);
    }

    fn judge(&self, connection: &Connection, person: &Person<'_>, app: &App<'_>) -> Option<GateResult> {
        let mut grounds = match person.other_account {
            Some(_) => vec![other_account::ground(self, connection, person, app)],
            None => self.verdicts_for(connection, connection.feature, person, app),
        };
        for ground in &mut grounds {
            ground.settings.extend(invitation::account_cited(connection, person));
        }
        Some(result(self.gate, self.owner, grounds))
    }
}

/// One verdict on a setting, before it is dressed as a ground.
struct Verdict {
    status: Status,
    reason: Reason,
    halves: &'static [Half],
    readings: Vec<Reading>,
}

impl Verdict {
    fn pass(reason: Reason) -> Self {
        Verdict { status: Status::Pass, reason, halves: BOTH, readings: Vec::new() }
    }

    fn fail(reason: Reason, halves: &'static [Half]) -> Self {
        Verdict { status: Status::Fail, reason, halves, readings: Vec::new() }
    }
}

const USERS: &[Half] = &[Half::UsersAndGroups];
const APPLICATIONS: &[Half] = &[Half::Applications];
const BOTH: &[Half] = &[Half::UsersAndGroups, Half::Applications];

/// The table: how the two halves of a setting combine for a user that is (`user`) or is not on its list
/// and an application that is (`application`) or is not on its. Refusals of both halves are both returned.
fn combine(
    users: &TargetConfiguration,
    user: bool,
    applications: &TargetConfiguration,
    application: bool,
) -> Vec<Verdict> {
    use AccessType::{Allowed, Blocked};
    let refusals = |refusals: [Option<Verdict>; 2], otherwise: Reason| {
        let refusals: Vec<Verdict> = refusals.into_iter().flatten().collect();
        if refusals.is_empty() { vec![Verdict::pass(otherwise)] } else { refusals }
    };
    let fail = |when: bool, reason, halves| when.then(|| Verdict::fail(reason, halves));
    match (&users.access_type, &applications.access_type) {
        (Allowed, Allowed) => refusals(
            [
                fail(!user, Reason::UserNotListed, USERS),
                fail(!application, Reason::ApplicationNotListed, APPLICATIONS),
            ],
            if users.names_all() && applications.names_all() {
                Reason::EveryoneAllowed
            } else {
                Reason::Listed
            },
        ),
        (Allowed, Blocked) => refusals(
            [
                fail(!user, Reason::UserNotListed, USERS),
                // Were the users blocked as well, only the pair would be: both halves decide.
                fail(application, Reason::ApplicationBlocked, BOTH),
            ],
            Reason::Listed,
        ),
        (Blocked, Allowed) => refusals(
            [
                fail(user, Reason::UserBlocked, BOTH),
                fail(!application, Reason::ApplicationNotListed, APPLICATIONS),
            ],
            Reason::NotBlocked,
        ),
        (Blocked, Blocked) if user && application => {
            let reason = match (users.names_all(), applications.names_all()) {
                (true, true) => Reason::EveryoneBlocked,
                (false, true) => Reason::UserBlocked,
                (true, false) => Reason::ApplicationBlocked,
                (false, false) => Reason::PairBlocked,
            };
            vec![Verdict::fail(reason, BOTH)]
        }
        (Blocked, Blocked) => vec![Verdict::pass(Reason::NotBlocked)],
        _ => vec![Verdict {
            status: Status::Undocumented,
            reason: Reason::UnknownAccessType,
            halves: BOTH,
            readings: Vec::new(),
        }],
    }
}

/// How the two halves of a setting meet the user and the application.
fn evidence(setting: &Effective<'_>, person: &Person<'_>, app: &App<'_>) -> Evidence {
    Evidence {
        user: person.meets(&setting.users_and_groups.value.targets),
        application: app.meets(&setting.applications.value.targets),
    }
}

/// Everything a ground of this gate is made of.
struct Context<'a> {
    rule: &'a B2bAccess,
    connection: &'a Connection,
    feature: Feature,
    setting: &'a Effective<'a>,
    evidence: &'a Evidence,
    app: &'a App<'a>,
}

/// A half and whether it names what was asked for.
#[derive(Clone, Copy)]
struct Side<'a> {
    list: &'a TargetConfiguration,
    named: bool,
}

fn worst(verdicts: &[Verdict]) -> Status {
    verdicts.iter().map(|verdict| verdict.status).max().unwrap_or(Status::Pass)
}

/// What two readings come to: where they agree, that is the answer, and both halves decide it; where they
/// differ, the question is `open`.
fn agreed(open: Reason, first: (Reason, Vec<Verdict>), second: (Reason, Vec<Verdict>)) -> Vec<Verdict> {
    let statuses = [worst(&first.1), worst(&second.1)];
    if statuses[0] == statuses[1] {
        return first.1.into_iter().map(|verdict| Verdict { halves: BOTH, ..verdict }).collect();
    }
    vec![Verdict {
        status: Status::Undocumented,
        reason: open,
        halves: BOTH,
        readings: vec![Reading::new(first.0, statuses[0]), Reading::new(second.0, statuses[1])],
    }]
}

impl Context<'_> {
    /// Both readings of a missing half, if one is missing; where they agree, that is the answer.
    fn verdicts(&self) -> Vec<Verdict> {
        let users = Side { list: &self.setting.users_and_groups.value, named: self.evidence.user.is_named() };
        let applications =
            Side { list: &self.setting.applications.value, named: self.evidence.application.is_named() };
        let inherited = self.lists(users, applications);
        let unlimited = match self.setting.missing_half {
            None => return inherited,
            Some(Half::UsersAndGroups) => {
                let list = TargetConfiguration::all_users(AccessType::Allowed);
                self.lists(Side { list: &list, named: true }, applications)
            }
            Some(Half::Applications) => {
                let list = TargetConfiguration::all_applications(AccessType::Allowed);
                self.lists(users, Side { list: &list, named: true })
            }
        };
        agreed(
            Reason::MissingHalf,
            (Reason::MissingHalfInherits, inherited),
            (Reason::MissingHalfSetsNoLimit, unlimited),
        )
    }

    /// Both readings of an empty list, if one is empty; where they agree, that is the answer.
    fn lists(&self, users: Side<'_>, applications: Side<'_>) -> Vec<Verdict> {
        let empty = |side: Side<'_>| side.list.targets.is_empty();
        if !empty(users) && !empty(applications) {
            return combine(users.list, users.named, applications.list, applications.named);
        }
        let read = |empty_is_named: bool| {
            let named = |side: Side<'_>| if empty(side) { empty_is_named } else { side.named };
            combine(users.list, named(users), applications.list, named(applications))
        };
        agreed(
            Reason::EmptyList,
            (Reason::EmptyListNamesNobody, read(false)),
            (Reason::EmptyListNamesEveryone, read(true)),
        )
    }

    fn ground(&self, verdict: Verdict) -> Ground {
        let Verdict { status, reason, halves, readings } = verdict;
        let resolved = halves.iter().map(|half| match half {
            Half::UsersAndGroups => &self.setting.users_and_groups,
            Half::Applications => &self.setting.applications,
        });
        let settings: Vec<SettingPath> = resolved.clone().map(|half| half.path.clone()).collect();
        let source = resolved.map(|half| half.source).min();
        let notes = self.notes(status);
        let standing = if !readings.is_empty()
            || reason == Reason::UnknownAccessType
            || self.setting.missing_half.is_some()
        {
            Standing::Undocumented
        } else if notes.contains(&Note::ShapeNotDocumented) {
            Standing::Inferred
        } else {
            Standing::Documented
        };
        let mut ground =
            Ground::new(status, reason, self.statement(reason)).decided_by(settings).standing(standing);
        if status == Status::Fail {
            ground = ground.turned_by(self.rule.actor, Some(self.rule.error));
        }
        Ground { source, evidence: Some(self.evidence.clone()), readings, notes, ..ground }
    }

    fn statement(&self, reason: Reason) -> Statement {
        match reason {
            Reason::EveryoneAllowed | Reason::EveryoneBlocked => match self.feature {
                Feature::B2bDirectConnect => Statement::MutualDirectConnect,
                Feature::B2bCollaboration => Statement::BothSidesChecked,
            },
            Reason::EmptyList | Reason::MissingHalf | Reason::UnknownAccessType => Statement::TargetLists,
            _ => Statement::UsersAndApplications,
        }
    }
}
