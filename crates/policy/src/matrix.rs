//! Everybody × everything, for one direction and one feature.

use alloc::rc::Rc;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::cell::OnceCell;

mod before;

use self::before::{Before, Known};
use crate::class::{AppClass, UserClass, UserCondition};
use crate::classify::{self, Parted};
use crate::conditions::{AppQuestion, Asked, Conditions, UserQuestion};
use crate::evaluate::{decide, outcome};
use crate::gate_table::{Classes, GateTable};
use crate::gates::{Gate, Rules};
use crate::partition::Partition;
use crate::{
    AppKind, Connection, Decision, Feature, GateResult, Id, Outcome, Resource, Scenario, Subject, Tenant,
};

/// The whole answer for one direction and one feature: a decision for each class of users and each class
/// of applications. A cell for one user and one application is a look-up.
#[derive(Clone, Debug)]
pub struct Matrix {
    /// Whose users, whose applications, by which feature.
    pub connection: Connection,
    /// The classes of users; the last is the one that *any other user* belongs to.
    pub users: Rc<Vec<UserClass>>,
    /// The classes of applications.
    pub applications: Rc<Vec<AppClass>>,
    /// What it took to make it.
    pub work: Work,
    user_questions: Vec<UserQuestion>,
    app_questions: Vec<AppQuestion>,
    gates: Vec<Rc<GateTable>>,
    /// For each class of users what it comes to with each class of applications.
    outcomes: Vec<Outcome>,
    /// The decisions, once somebody has asked for one.
    decisions: OnceCell<Vec<OnceCell<Decision>>>,
    pub(crate) user_partition: Arc<Partition>,
    pub(crate) app_partition: Arc<Partition>,
}

/// What it took to make a matrix: after an edit, no more than the edit touched.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Work {
    /// How many lists and other conditions were looked up in the directories.
    pub lists: usize,
    /// How many users were put into classes one by one.
    pub users: usize,
    /// How many applications were.
    pub applications: usize,
    /// How many gates were asked.
    pub gates: usize,
    /// For how many kinds of users and applications they were.
    pub judgements: usize,
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

    fn of(connection: Connection, before: Option<&dyn Before>) -> Self {
        let Conditions { users: user_questions, applications: app_questions, by_gate, found_out, .. } =
            Conditions::of(&connection, before.map(Before::basis));
        let users = classify::users(&connection.home.directory, &user_questions, &|| {
            before.map_or(Parted::Anew, |before| before.users(&user_questions))
        });
        let applications = classify::applications(&connection.resource.directory, &app_questions, &|| {
            before.map_or(Parted::Anew, |before| before.applications(&app_questions))
        });
        let mut matrix = Matrix {
            work: Work {
                lists: found_out,
                users: users.looked_at,
                applications: applications.looked_at,
                ..Work::default()
            },
            users: users.classes,
            applications: applications.classes,
            user_partition: users.partition,
            app_partition: applications.partition,
            user_questions,
            app_questions,
            gates: Vec::new(),
            outcomes: Vec::new(),
            decisions: OnceCell::new(),
            connection,
        };
        matrix.ask(by_gate, before);
        matrix
    }

    /// Asks the gates what they have not said before.
    fn ask(&mut self, by_gate: Vec<Asked>, before: Option<&dyn Before>) {
        let Connection { home, resource, .. } = &self.connection;
        let subjects: Vec<Subject> = self.users.iter().map(|class| class.representative(home)).collect();
        let resources: Vec<Resource> =
            self.applications.iter().map(|class| class.representative(resource)).collect();
        let classes =
            Classes::new(&self.connection, (&self.users, &subjects), (&self.applications, &resources));
        for (gate, asked) in Gate::ALL.iter().zip(by_gate) {
            let said = match before.map_or(Known::Nothing, |before| before.table(self, *gate, &asked)) {
                Known::Everything(table) => {
                    self.gates.push(table);
                    continue;
                }
                Known::Something(said) => Some(said),
                Known::Nothing => None,
            };
            let (table, count) = GateTable::new(*gate, asked, &classes, said.as_deref());
            self.work.gates = self.work.gates.saturating_add(usize::from(count > 0));
            self.work.judgements = self.work.judgements.saturating_add(count);
            self.gates.push(Rc::new(table));
        }
        let columns = 0..self.applications.len();
        let pairs = (0..self.users.len()).flat_map(|user| columns.clone().map(move |app| (user, app)));
        self.outcomes = pairs
            .map(|(user, app)| outcome(self.gates.iter().filter_map(|gate| gate.status(user, app))))
            .collect();
    }

    /// What can tell two users apart.
    pub fn user_conditions(&self) -> impl Iterator<Item = &UserCondition> {
        self.user_questions.iter().map(|question| &question.condition)
    }

    fn place(&self, user_class: usize, app_class: usize) -> Option<usize> {
        let is_column = app_class < self.applications.len();
        let place = user_class.checked_mul(self.applications.len())?.checked_add(app_class)?;
        is_column.then_some(place)
    }

    /// The decision for a class of users and a class of applications. It names a representative of each.
    pub fn class_decision(&self, user_class: usize, app_class: usize) -> Option<&Decision> {
        let decisions =
            self.decisions.get_or_init(|| self.outcomes.iter().map(|_| OnceCell::new()).collect());
        let decision = decisions.get(self.place(user_class, app_class)?)?;
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
        self.user_partition.number_at(user)
    }

    /// The class of the application at this position of the resource directory.
    pub fn class_of_application(&self, application: usize) -> Option<usize> {
        self.app_partition.number_at(application)
    }

    /// How many bytes the classes and their outcomes take, beside the directories and their indices.
    pub fn bytes(&self) -> usize {
        let classes = self.user_partition.bytes().saturating_add(self.app_partition.bytes());
        classes.saturating_add(size_of_val(self.outcomes.as_slice()))
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
        let (user_class, app_class) = self.classes_of(user, application)?;
        self.class_outcome(user_class, app_class)
    }

    /// The classes of a user and an application that the directories list.
    pub(crate) fn classes_of(&self, user: &Subject, application: &Resource) -> Option<(usize, usize)> {
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
        Some((user_class, app_class))
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
                guests_of_home: OnceCell::new(),
                imagined: Vec::new(),
            },
            users: Rc::default(),
            applications: Rc::default(),
            work: Work::default(),
            user_questions: Vec::new(),
            app_questions: Vec::new(),
            gates: Vec::new(),
            outcomes: Vec::new(),
            decisions: OnceCell::new(),
            user_partition: Arc::default(),
            app_partition: Arc::default(),
        }
    }
}
