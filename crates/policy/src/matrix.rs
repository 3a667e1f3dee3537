//! Everybody × everything, for one direction and one feature.

use alloc::sync::Arc;
use alloc::vec::Vec;
use core::cell::OnceCell;

use crate::class::{AppClass, UserClass, UserCondition};
use crate::class_of::ClassOf;
use crate::classify;
use crate::conditions::{Answered, Conditions};
use crate::evaluate::{decide, outcome};
use crate::gate_table::{Classes, GateTable};
use crate::gates::{Gate, Rules};
use crate::person::{App, Person};
use crate::{
    AppKind, Connection, Decision, Feature, GateResult, Id, Members, Outcome, Resource, Scenario, Subject,
    Tenant,
};

/// The whole answer for one direction and one feature: a decision for each class of users and each class
/// of applications. A cell for one user and one application is a look-up.
#[derive(Clone, Debug)]
pub struct Matrix {
    /// Whose users, whose applications, by which feature.
    pub connection: Connection,
    /// What can tell two users apart.
    pub user_conditions: Vec<UserCondition>,
    /// The classes of users; the last is the one that *any other user* belongs to.
    pub users: Arc<Vec<UserClass>>,
    /// The classes of applications.
    pub applications: Vec<AppClass>,
    gates: Vec<GateTable>,
    /// For each class of users what it comes to with each class of applications.
    outcomes: Vec<Outcome>,
    /// The decisions that somebody has asked for.
    decisions: Vec<OnceCell<Decision>>,
    /// Who meets the conditions.
    answered: Vec<Answered>,
    pub(crate) user_class: Arc<ClassOf>,
    pub(crate) app_class: ClassOf,
}

impl Matrix {
    /// Evaluates each class of users with each class of applications once.
    pub fn new(scenario: &Scenario, home: &Id, resource: &Id, feature: Feature) -> Self {
        Self::of(Connection::new(scenario, home, resource, feature), None)
    }

    /// The same by gates at rest: see [`evaluate_at_rest`](crate::evaluate_at_rest).
    pub fn at_rest(scenario: &Scenario, home: &Id, resource: &Id, feature: Feature) -> Option<Self> {
        Connection::at_rest(scenario, home, resource, feature).map(|connection| Self::of(connection, None))
    }

    /// The same direction and feature after an edit. People are not put into classes again where nobody has edited
    /// their directory and the gates ask the same about them.
    pub fn after(&self, scenario: &Scenario) -> Self {
        let Connection { home, resource, feature, .. } = &self.connection;
        Self::of(Connection::new(scenario, &home.id, &resource.id, *feature), Some(self))
    }

    fn of(connection: Connection, before: Option<&Self>) -> Self {
        let Conditions { users: asked, applications: asked_apps, by_gate } = Conditions::of(&connection);
        let home = &connection.home.directory;
        let (user_conditions, answered): (Vec<UserCondition>, Vec<Answered>) =
            asked.into_iter().map(|(condition, meets)| (condition, meets.answered(home))).unzip();
        let same = before.filter(|before| {
            before.connection.home.directory.is_same(home)
                && before.user_conditions == user_conditions
                && before.answered == answered
        });
        let (users, user_class) = match same {
            Some(before) => (before.users.clone(), before.user_class.clone()),
            None => {
                let (users, user_class) = classify::users(home, &answered);
                (Arc::new(users), Arc::new(user_class))
            }
        };
        let (applications, app_class) = classify::applications(&connection, &asked_apps);
        let subjects: Vec<Subject> =
            users.iter().map(|class| class.representative(&connection.home)).collect();
        let resources: Vec<Resource> =
            applications.iter().map(|class| class.representative(&connection.resource)).collect();
        let classes = Classes {
            connection: &connection,
            users: &users,
            applications: &applications,
            persons: subjects.iter().map(|subject| Person::of(&connection, subject, None)).collect(),
            apps: resources.iter().map(|resource| App::of(&connection.resource, resource)).collect(),
        };
        let gates = Gate::ALL.iter().zip(&by_gate);
        let gates: Vec<GateTable> =
            gates.map(|(gate, asked)| GateTable::new(*gate, asked, &classes)).collect();
        let pairs = (0..users.len()).flat_map(|user| (0..applications.len()).map(move |app| (user, app)));
        let outcomes: Vec<Outcome> = pairs
            .map(|(user, app)| outcome(gates.iter().filter_map(|gate| gate.status(user, app))))
            .collect();
        let decisions = outcomes.iter().map(|_| OnceCell::new()).collect();
        Matrix {
            connection,
            user_conditions,
            users,
            applications,
            gates,
            outcomes,
            decisions,
            answered,
            user_class,
            app_class,
        }
    }

    fn place(&self, user_class: usize, app_class: usize) -> Option<usize> {
        let is_column = app_class < self.applications.len();
        let place = user_class.checked_mul(self.applications.len())?.checked_add(app_class)?;
        is_column.then_some(place)
    }

    /// The decision for a class of users and a class of applications. It names a representative of each.
    pub fn class_decision(&self, user_class: usize, app_class: usize) -> Option<&Decision> {
        let decision = self.decisions.get(self.place(user_class, app_class)?)?;
        let user = self.users.get(user_class)?;
        let app = self.applications.get(app_class)?;
        Some(decision.get_or_init(|| {
            let Connection { home, resource, .. } = &self.connection;
            decide(&self.connection, &user.representative(home), &app.representative(resource), None)
        }))
    }

    /// What a class of users and a class of applications come to.
    pub fn class_outcome(&self, user_class: usize, app_class: usize) -> Option<Outcome> {
        self.outcomes.get(self.place(user_class, app_class)?).copied()
    }

    /// What a gate says of a class of users and a class of applications; nothing where it does not exist for them.
    /// Where it names somebody or something, that need not be one of these classes, but one that the gate cannot
    /// tell from them.
    pub(crate) fn gate_result(&self, gate: Gate, user_class: usize, app_class: usize) -> Option<&GateResult> {
        let table = self.gates.iter().find(|table| table.gate() == gate)?;
        table.result(&self.connection, &self.users, &self.applications, (user_class, app_class))
    }

    /// The class of the user at this position of the home directory.
    pub fn class_of_user(&self, user: usize) -> Option<usize> {
        self.user_class.find(user, &self.connection.home.directory.index().user_kinds)
    }

    /// The class of the application at this position of the resource directory.
    pub fn class_of_application(&self, application: usize) -> Option<usize> {
        self.app_class.find(application, &self.connection.resource.directory.index().app_kinds)
    }

    /// How many bytes the classes and their outcomes take, beside the directories and their indices.
    pub fn bytes(&self) -> usize {
        let members = self.users.iter().map(|class| &class.members);
        let members = members.chain(self.applications.iter().map(|class| &class.members));
        let members: usize = members.map(Members::bytes).sum();
        let tables = self.user_class.bytes().saturating_add(self.app_class.bytes());
        let outcomes =
            size_of_val(self.outcomes.as_slice()).saturating_add(size_of_val(self.decisions.as_slice()));
        members.saturating_add(tables).saturating_add(outcomes)
    }

    /// The class of whoever no list names.
    pub fn class_of_any_other_user(&self) -> Option<usize> {
        self.users.iter().position(|class| class.any_other)
    }

    /// The class of any application of this kind that no list names.
    pub fn class_of_any_other_application(&self, kind: AppKind) -> Option<usize> {
        self.applications.iter().position(|class| class.any_other.contains(&kind))
    }

    /// What one user and one application come to, by position in their directories.
    pub fn outcome(&self, user: usize, application: usize) -> Option<Outcome> {
        self.class_outcome(self.class_of_user(user)?, self.class_of_application(application)?)
    }

    /// What a request comes to; nothing for a user or an application that the directories do not list.
    pub fn look_up(&self, user: &Subject, application: &Resource) -> Option<Outcome> {
        let user_class = match user {
            Subject::AnyOther => self.class_of_any_other_user()?,
            Subject::Anonymous | Subject::ServicePrincipal => return None,
            Subject::User(id) => self.class_of_user(self.connection.home.directory.position_of_user(id)?)?,
        };
        let app_class = match application {
            Resource::AnyOther(kind) => self.class_of_any_other_application(*kind)?,
            Resource::Application(id) => {
                let directory = &self.connection.resource.directory;
                self.class_of_application(directory.position_of_application(id)?)?
            }
        };
        self.class_outcome(user_class, app_class)
    }

    /// The decision for one user and one application, with evidence about just these two.
    pub fn decision(&self, user: &Subject, application: &Resource) -> Decision {
        decide(&self.connection, user, application, None)
    }
}

/// Nobody and nothing.
impl Default for Matrix {
    fn default() -> Self {
        let nobody = Arc::new(Tenant::untouched(Id::from("")));
        Matrix {
            connection: Connection {
                home: nobody.clone(),
                resource: nobody,
                feature: Feature::default(),
                tenants: Vec::new(),
                rules: Rules::AT_REST,
            },
            user_conditions: Vec::new(),
            users: Arc::default(),
            applications: Vec::new(),
            gates: Vec::new(),
            outcomes: Vec::new(),
            decisions: Vec::new(),
            answered: Vec::new(),
            user_class: Arc::default(),
            app_class: ClassOf::default(),
        }
    }
}
