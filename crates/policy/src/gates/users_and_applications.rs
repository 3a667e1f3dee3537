//! Users × applications of one setting: what all access settings, and tenant restrictions, have in common.
//!
//! Source: the Graph overview page's table of nine settings, for all four `b2b*` settings and for
//! `tenantRestrictions` alike. Where both halves block, the *pair* is blocked: `NOT (user AND application)`, not
//! a plain AND.

use alloc::borrow::Cow;
use alloc::vec;
use alloc::vec::Vec;

use super::b2b_access::{Reason, Statement};
use crate::conditions::Conditions;
use crate::graph::{AccessType, Target, TargetConfiguration};
use crate::person::{App, Person};
use crate::resolve::Effective;
use crate::{
    Actor, Connection, ErrorCode, Evidence, Ground, Half, Id, Note, Reading, SettingPath, Standing, Status,
    Tenant,
};

/// A setting that meets a user and an application.
pub(super) struct UsersAndApplications<'a> {
    pub(super) connection: &'a Connection,
    pub(super) setting: &'a Effective<'a>,
    /// The tenant whose users the setting is about.
    pub(super) users_of: &'a Tenant,
    /// The statement behind a setting that is for everyone and everything.
    pub(super) for_everyone: crate::Statement,
    /// Who can turn a refusal.
    pub(super) actor: Actor,
    /// The error of a refusal, where one is documented.
    pub(super) error: Option<ErrorCode>,
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

/// A half and whether it names what was asked for.
#[derive(Clone, Copy)]
struct Side<'a> {
    list: &'a TargetConfiguration,
    named: bool,
    /// It does not, as far as one can tell: what one of its targets stands for is open.
    open: bool,
}

impl Side<'_> {
    /// A half whose open target is read.
    fn read(self, named: bool) -> Self {
        Side { named, open: false, ..self }
    }
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

impl<'a> Effective<'a> {
    /// The conditions that the setting puts on users and applications.
    pub(super) fn conditions(self, conditions: &mut Conditions<'a>) {
        conditions.users_on(&self.users_and_groups.value);
        // A list that no layer states is the service's own, which names everything.
        if let Cow::Borrowed(list) = self.applications.value {
            conditions.applications_on(list);
        }
    }
}

impl UsersAndApplications<'_> {
    /// What the setting says, and why.
    pub(super) fn grounds(&self, person: &Person<'_>, app: &App<'_>) -> Vec<Ground> {
        let evidence = self.evidence(person, app);
        let verdicts = self.verdicts(&evidence);
        verdicts.into_iter().map(|verdict| self.ground(verdict, &evidence)).collect()
    }

    /// What the setting says, and no more.
    pub(super) fn status(&self, person: &Person<'_>, app: &App<'_>) -> Status {
        worst(&self.verdicts(&self.evidence(person, app)))
    }

    /// How the two halves of the setting meet the user and the application.
    fn evidence(&self, person: &Person<'_>, app: &App<'_>) -> Evidence {
        Evidence {
            user: person.meets(&self.setting.users_and_groups.value.targets),
            application: app.meets(&self.setting.applications.value.targets),
        }
    }

    /// Both readings of what the setting leaves out, if it leaves a half or both out; where they agree, that is the
    /// answer.
    fn verdicts(&self, evidence: &Evidence) -> Vec<Verdict> {
        let side = |list, named: bool, half| Side { list, named, open: !named && self.is_open(list, half) };
        let users =
            side(&*self.setting.users_and_groups.value, evidence.user.is_named(), Half::UsersAndGroups);
        let applications =
            side(&*self.setting.applications.value, evidence.application.is_named(), Half::Applications);
        let inherited = self.lists(users, applications);
        if self.setting.gap.is_none() {
            return inherited;
        }
        let everyone = TargetConfiguration::all_users(AccessType::Allowed);
        let everything = TargetConfiguration::all_applications(AccessType::Allowed);
        let unlimited = self.lists(
            self.without_limit(Half::UsersAndGroups, users, &everyone),
            self.without_limit(Half::Applications, applications, &everything),
        );
        agreed(
            Reason::MissingHalf,
            (Reason::MissingHalfInherits, inherited),
            (Reason::MissingHalfSetsNoLimit, unlimited),
        )
    }

    /// A half where what is left out sets no limit.
    fn without_limit<'b>(&self, half: Half, side: Side<'b>, all: &'b TargetConfiguration) -> Side<'b> {
        if self.setting.misses(half) { Side { list: all, named: true, open: false } } else { side }
    }

    /// Whether what a target of the half stands for is open: its type does not belong there, or it has a name in the
    /// place of an id. An id that a directory knows is one, whatever it looks like.
    fn is_open(&self, list: &TargetConfiguration, half: Half) -> bool {
        let knows = match half {
            Half::UsersAndGroups => is_somebody,
            Half::Applications => is_application,
        };
        let is_known = |id: &Id| self.connection.tenants.iter().any(|tenant| knows(tenant, id));
        list.targets
            .iter()
            .any(|target| !(target.is_plain(half) || target.belongs_to(half) && is_known(&target.target)))
    }

    /// Both readings of an open target, and of an empty list; where they agree, that is the answer.
    fn lists(&self, users: Side<'_>, applications: Side<'_>) -> Vec<Verdict> {
        let open = |mut others: Vec<Verdict>, it: Vec<Verdict>| {
            // Of what agrees, the reasons that hold either way.
            let is_certain = |verdict: &Verdict| it.iter().any(|other| other.reason == verdict.reason);
            if others.iter().any(is_certain) {
                others.retain(is_certain);
            }
            agreed(
                Reason::OpenTarget,
                (Reason::OpenTargetNamesOthers, others),
                (Reason::OpenTargetNamesIt, it),
            )
        };
        if users.open {
            let read = |named| self.lists(users.read(named), applications);
            return open(read(false), read(true));
        }
        if applications.open {
            let read = |named| self.lists(users, applications.read(named));
            return open(read(false), read(true));
        }
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

    fn ground(&self, verdict: Verdict, evidence: &Evidence) -> Ground {
        let Verdict { status, reason, halves, readings } = verdict;
        let resolved = halves.iter().map(|half| match half {
            Half::UsersAndGroups => &self.setting.users_and_groups,
            Half::Applications => &self.setting.applications,
        });
        let mut settings: Vec<SettingPath> = resolved.clone().map(|half| half.path.clone()).collect();
        settings.extend(self.setting.empty());
        let source = resolved.map(|half| half.source).min();
        let notes = self.notes();
        let standing =
            if !readings.is_empty() || reason == Reason::UnknownAccessType || self.setting.gap.is_some() {
                Standing::Undocumented
            } else if notes.contains(&Note::ShapeNotDocumented) {
                Standing::Inferred
            } else {
                Standing::Documented
            };
        let mut ground =
            Ground::new(status, reason, self.statement(reason)).decided_by(settings).standing(standing);
        if status == Status::Fail {
            ground = ground.turned_by(self.actor, self.error);
        }
        Ground { source, evidence: Some(evidence.clone()), readings, notes, ..ground }
    }

    fn statement(&self, reason: Reason) -> crate::Statement {
        match reason {
            Reason::EveryoneAllowed | Reason::EveryoneBlocked => self.for_everyone,
            Reason::EmptyList | Reason::MissingHalf | Reason::OpenTarget | Reason::UnknownAccessType => {
                Statement::TargetLists.into()
            }
            _ => Statement::UsersAndApplications.into(),
        }
    }

    fn notes(&self) -> Vec<Note> {
        let mut notes = Vec::new();
        let missing = self.setting.gap.iter().flat_map(|gap| gap.halves);
        notes.extend(missing.map(|half| Note::MissingHalf { half: *half }));
        notes.extend(shape_notes(&self.setting.users_and_groups.value, &self.setting.applications.value));
        let users = &self.setting.users_and_groups.value.targets;
        notes.extend(users.iter().filter_map(|target| self.foreign(target, is_somebody, self.users_of)));
        let applications = &self.setting.applications.value.targets;
        let resource = &self.connection.resource;
        notes.extend(applications.iter().filter_map(|target| self.foreign(target, is_application, resource)));
        notes
    }

    /// The note that `target` belongs to another tenant than `expected`, if it does.
    fn foreign(&self, target: &Target, has: fn(&Tenant, &Id) -> bool, expected: &Tenant) -> Option<Note> {
        if target.is_reserved() || has(expected, &target.target) {
            return None;
        }
        let tenant = self.connection.tenants.iter().find(|tenant| has(tenant, &target.target))?;
        Some(Note::TargetOfOtherTenant { target: target.target.clone(), tenant: tenant.id.clone() })
    }
}

/// Whether the directory of a tenant has this user or group.
fn is_somebody(tenant: &Tenant, id: &Id) -> bool {
    tenant.directory.user(id).is_some() || tenant.directory.group(id).is_some()
}

/// Whether it has this application.
fn is_application(tenant: &Tenant, id: &Id) -> bool {
    tenant.directory.application(id).is_some()
}

/// What is worth knowing about the combination of the two halves.
/// Source: the consistency rules of the portal, and the shapes the Graph table does not cover.
fn shape_notes(users: &TargetConfiguration, applications: &TargetConfiguration) -> Vec<Note> {
    use AccessType::{Allowed, Blocked};
    let (all_users, all_applications) = (users.names_all(), applications.names_all());
    match (&users.access_type, &applications.access_type) {
        (Blocked, _) if all_users && !(applications.access_type == Blocked && all_applications) => {
            vec![Note::PortalRefuses, Note::ShapeNotDocumented]
        }
        (Allowed, Blocked) if all_applications => vec![Note::PortalRefuses, Note::ShapeNotDocumented],
        // Graph's own example; the portal's rule pairs "all applications blocked" with "all users blocked".
        (Blocked, Blocked) if all_applications && !all_users => vec![Note::PortalRefuses],
        _ => Vec::new(),
    }
}
