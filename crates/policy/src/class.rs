//! Classes: sets of users, and of applications, that no setting in force tells apart.
//!
//! The gates name their conditions; every user gets one bit per condition; equal bits, same class. The
//! symbolic members *any other user* and *any other application* stand for whoever and whatever no list
//! names, so that what holds for the classes holds for everyone who exists or ever will.

use alloc::boxed::Box;
use alloc::collections::BinaryHeap;
use alloc::vec::Vec;

use crate::gates::Gate;
use crate::graph::{ConditionalAccessApplications, Target, TargetConfiguration, TargetType};
use crate::partition::Partition;
use crate::person::App;
use crate::{AppKind, Connection, Id, IdIndex, Members, Resource, Session, Subject, Tenant, User, gates};

/// A claim that a session can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SessionClaim {
    /// Multifactor authentication done at home.
    Mfa,
    /// A device compliant at home.
    CompliantDevice,
    /// A device hybrid joined at home.
    HybridJoinedDevice,
}

impl SessionClaim {
    /// Every claim.
    pub const ALL: [SessionClaim; 3] =
        [SessionClaim::Mfa, SessionClaim::CompliantDevice, SessionClaim::HybridJoinedDevice];

    /// Whether `session` holds the claim.
    pub fn is_in(self, session: &Session) -> bool {
        match self {
            SessionClaim::Mfa => session.mfa,
            SessionClaim::CompliantDevice => session.compliant_device,
            SessionClaim::HybridJoinedDevice => session.hybrid_joined_device,
        }
    }
}

/// A question about a user whose answer a gate depends on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum UserCondition {
    /// Is the user on this list? The ids are sorted, and the same list on both sides is one condition.
    Listed {
        /// The users and groups on the list.
        targets: Vec<Id>,
    },
    /// Does the user's session hold this claim?
    Session(SessionClaim),
    /// Is this so of the user? A gate's own question, by its code.
    Fact {
        /// The gate that asks.
        gate: Gate,
        /// Its question.
        code: &'static str,
        /// The tenant it is about.
        about: Option<Id>,
    },
}

/// A question about an application whose answer a gate depends on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum AppCondition<'a> {
    /// Is the application on this list?
    Listed(&'a [Target]),
    /// Does direct connect reach it?
    DirectConnect,
    /// Is it of this kind?
    Kind(AppKind),
    /// Does a policy with these applications meet it?
    ConditionalAccess(&'a ConditionalAccessApplications),
}

/// The conditions that the gates name.
#[derive(Default)]
pub(crate) struct Conditions<'a> {
    users: Vec<(UserCondition, Meets<'a>)>,
    applications: Vec<AppCondition<'a>>,
}

/// A question about what the directory states of a user, with none for any other user.
type AboutUser<'a> = dyn Fn(Option<&User>) -> bool + 'a;

/// Which users meet a condition.
enum Meets<'a> {
    /// Those whom a list names.
    Named(Named),
    /// Those whose session is so.
    Session(Box<dyn Fn(&Session) -> bool + 'a>),
    /// Those of whom the directory states it, with none for any other user.
    User(Box<AboutUser<'a>>),
}

/// Whom a list names, in order and without repetition. The kind counts: a user's id that is listed as a
/// group's names nobody.
#[derive(Default, PartialEq)]
struct Named {
    users: Vec<Id>,
    groups: Vec<Id>,
}

impl Named {
    fn on(list: &TargetConfiguration) -> Self {
        let of = |wanted: TargetType| {
            let named = list.targets.iter().filter(|target| target.target_type == wanted);
            IdIndex::of(named.map(|target| &target.target)).ids()
        };
        Named { users: of(TargetType::User), groups: of(TargetType::Group) }
    }

    fn ids(&self) -> Vec<Id> {
        IdIndex::of(self.groups.iter().chain(&self.users)).ids()
    }
}

impl<'a> Conditions<'a> {
    /// The conditions that every gate names for `connection`.
    fn of(connection: &'a Connection) -> Self {
        let mut conditions = Conditions::default();
        for gate in Gate::ALL {
            let rule = connection.rules.of(*gate);
            if connection.crosses_tenants() || rule.looks_beyond_users() {
                rule.conditions(connection, &mut conditions);
            }
        }
        conditions
    }

    /// A list of users and groups. One that names everyone or nobody tells no two users apart.
    pub(crate) fn users_on(&mut self, list: &TargetConfiguration) {
        let everyone = |target: &Target| target.target_type == TargetType::User && target.is_all();
        if list.targets.is_empty() || list.targets.iter().any(everyone) {
            return;
        }
        let named = Named::on(list);
        let is_known = self.users.iter().any(|(condition, known)| {
            matches!(condition, UserCondition::Listed { .. })
                && matches!(known, Meets::Named(known) if *known == named)
        });
        if !is_known {
            self.users.push((UserCondition::Listed { targets: named.ids() }, Meets::Named(named)));
        }
    }

    /// A question of a gate about users, with those of whom it is so. It is not so of anyone else.
    pub(crate) fn fact(
        &mut self,
        gate: Gate,
        code: &'static str,
        about: Option<Id>,
        users: impl Iterator<Item = &'a Id>,
    ) {
        let named = Named { users: IdIndex::of(users).ids(), groups: Vec::new() };
        self.user(UserCondition::Fact { gate, code, about }, Meets::Named(named));
    }

    /// A question of a gate about the session.
    pub(crate) fn session_fact(
        &mut self,
        gate: Gate,
        code: &'static str,
        about: Option<Id>,
        is_so: impl Fn(&Session) -> bool + 'a,
    ) {
        self.user(UserCondition::Fact { gate, code, about }, Meets::Session(Box::new(is_so)));
    }

    /// A question of a gate about what the directory states of a user, with none for any other user.
    pub(crate) fn user_fact(
        &mut self,
        gate: Gate,
        code: &'static str,
        about: Option<Id>,
        is_so: impl Fn(Option<&User>) -> bool + 'a,
    ) {
        self.user(UserCondition::Fact { gate, code, about }, Meets::User(Box::new(is_so)));
    }

    fn user(&mut self, condition: UserCondition, meets: Meets<'a>) {
        if self.users.iter().all(|(known, _)| *known != condition) {
            self.users.push((condition, meets));
        }
    }

    /// A list of applications. One that names everything tells no two applications apart.
    pub(crate) fn applications_on(&mut self, list: &'a TargetConfiguration) {
        if !list.names_all() {
            self.application(AppCondition::Listed(&list.targets));
        }
    }

    /// A condition on applications.
    pub(crate) fn application(&mut self, condition: AppCondition<'a>) {
        if !self.applications.contains(&condition) {
            self.applications.push(condition);
        }
    }

    /// A claim of the session.
    pub(crate) fn session(&mut self, claim: SessionClaim) {
        self.user(
            UserCondition::Session(claim),
            Meets::Session(Box::new(move |session| claim.is_in(session))),
        );
    }
}

/// A set of users that no setting in force tells apart.
#[derive(Clone, Debug, PartialEq)]
pub struct UserClass {
    /// The members, in the home directory's `users`.
    pub members: Members,
    /// Whether whoever the scenario names nowhere belongs here.
    pub any_other: bool,
    /// The answers to [`Matrix::user_conditions`](crate::Matrix::user_conditions), in that order.
    pub answers: Vec<bool>,
}

impl UserClass {
    /// A subject that stands for the class.
    pub fn representative(&self, home: &Tenant) -> Subject {
        self.members
            .get(0)
            .and_then(|at| home.directory.users.get(at))
            .map_or(Subject::AnyOther, |user| Subject::User(user.id.clone()))
    }
}

/// A set of applications that no setting in force tells apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppClass {
    /// The members, in the resource directory's `applications`.
    pub members: Members,
    /// The kinds of which any other application belongs here.
    pub any_other: Vec<AppKind>,
}

impl AppClass {
    /// An application that stands for the class.
    pub fn representative(&self, resource: &Tenant) -> Resource {
        self.members
            .get(0)
            .and_then(|at| resource.directory.applications.get(at))
            .map(|app| Resource::Application(app.app_id.clone()))
            .or_else(|| self.any_other.first().copied().map(Resource::AnyOther))
            .unwrap_or(Resource::AnyOther(AppKind::LineOfBusiness))
    }
}

/// The classes of a connection.
pub(crate) struct Classes {
    pub(crate) user_conditions: Vec<UserCondition>,
    pub(crate) users: Vec<UserClass>,
    pub(crate) applications: Vec<AppClass>,
}

impl Classes {
    pub(crate) fn of(connection: &Connection) -> Self {
        let conditions = Conditions::of(connection);
        Classes {
            users: user_classes(connection, &conditions.users),
            applications: app_classes(connection, &conditions.applications),
            user_conditions: conditions.users.into_iter().map(|(condition, _)| condition).collect(),
        }
    }
}

/// Splits the users by one condition after the other. A list touches only the users it names.
fn user_classes(connection: &Connection, conditions: &[(UserCondition, Meets<'_>)]) -> Vec<UserClass> {
    let directory = &connection.home.directory;
    let any_other = directory.users.len();
    // Any other user stands behind all others.
    let mut partition = Partition::new(any_other.saturating_add(1));
    let lists = conditions.iter().any(|(_, meets)| matches!(meets, Meets::Named(_)));
    let users = if lists { &*directory.users } else { &[] };
    let index = IdIndex::of(users.iter().map(|user| &user.id));
    for (number, (_, meets)) in conditions.iter().enumerate() {
        partition.begin(number);
        match meets {
            Meets::Named(named) => {
                let groups = named.groups.iter().filter_map(|id| directory.group(id));
                let members = groups.flat_map(|group| &group.members);
                for id in named.users.iter().chain(members) {
                    // Of two users with one id, the last is the one that settings are about.
                    if let Some(at) = index.all(id).last() {
                        partition.meets(at);
                    }
                }
            }
            Meets::Session(is_so) => {
                let sessions = directory.users.iter().map(|user| &user.session);
                for (at, session) in sessions.chain([&directory.any_other_user]).enumerate() {
                    if is_so(session) {
                        partition.meets(at);
                    }
                }
            }
            Meets::User(is_so) => {
                let users = directory.users.iter().map(Some);
                for (at, user) in users.chain([None]).enumerate() {
                    if is_so(user) {
                        partition.meets(at);
                    }
                }
            }
        }
    }
    // Those whom most conditions name come first, whoever is named by nothing comes last. No two classes
    // share a first member, so no two have the same key.
    let mut classes: Vec<Option<UserClass>> = Vec::new();
    let mut order = BinaryHeap::new();
    for (mut members, met) in partition.into_classes() {
        let is_any_other = members.pop_if(|last| *last == any_other).is_some();
        order.push((is_any_other, core::cmp::Reverse(met.len()), members.first().copied(), classes.len()));
        let answers = (0..conditions.len()).map(|number| met.contains(&number)).collect();
        let members = members.into_iter().collect();
        classes.push(Some(UserClass { members, any_other: is_any_other, answers }));
    }
    let order = order.into_sorted_vec().into_iter();
    order.filter_map(|(_, _, _, at)| classes.get_mut(at).and_then(Option::take)).collect()
}

fn app_classes(connection: &Connection, conditions: &[AppCondition<'_>]) -> Vec<AppClass> {
    let applications = &connection.resource.directory.applications;
    let sign = |app: &App<'_>| -> Vec<bool> {
        conditions
            .iter()
            .map(|condition| match condition {
                AppCondition::Listed(targets) => app.meets(targets).is_named(),
                AppCondition::DirectConnect => gates::direct_connect_reaches(app),
                AppCondition::Kind(kind) => app.kind == *kind,
                AppCondition::ConditionalAccess(applications) => gates::meets_application(applications, app),
            })
            .collect()
    };
    let mut classes: Vec<(Vec<bool>, AppClass)> = Vec::new();
    let mut entry = |signature: Vec<bool>, add: &dyn Fn(&mut AppClass)| match classes
        .iter_mut()
        .find(|(known, _)| *known == signature)
    {
        Some((_, class)) => add(class),
        None => {
            let mut class = AppClass { members: Members::default(), any_other: Vec::new() };
            add(&mut class);
            classes.push((signature, class));
        }
    };
    for (at, application) in applications.iter().enumerate() {
        let app = App { id: Some(&application.app_id), kind: application.kind };
        entry(sign(&app), &|class| class.members.push(at));
    }
    for kind in AppKind::ALL {
        entry(sign(&App { id: None, kind }), &|class| class.any_other.push(kind));
    }
    classes.into_iter().map(|(_, class)| class).collect()
}
