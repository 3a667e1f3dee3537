//! What one gate says, for everybody and everything.
//!
//! A gate is asked once for each combination of answers to the conditions that it names itself: what other gates ask
//! makes no difference to it. After an edit it is asked again if it reads what was edited, or where a combination is
//! new.

use alloc::vec::Vec;
use core::cell::OnceCell;

use crate::class::{AppClass, UserClass};
use crate::conditions::Asked;
use crate::gates::{Gate, looks_at};
use crate::person::{App, Person};
use crate::{Connection, GateResult, Resource, Status, Subject};

/// The judgements of one gate.
#[derive(Clone, Debug)]
pub(crate) struct GateTable {
    gate: Gate,
    /// What it asks.
    pub(crate) asked: Asked,
    /// For each class of users the first that answers alike, and which row that is.
    rows: Alike,
    /// The same for classes of applications.
    columns: Alike,
    /// The status for each row and column; none where the gate does not exist.
    statuses: Vec<Option<Status>>,
    /// The whole result of each, once somebody has asked for one.
    results: OnceCell<Vec<OnceCell<Option<GateResult>>>>,
}

/// Which classes a gate cannot tell apart.
#[derive(Clone, Debug, Default)]
struct Alike {
    of_class: Vec<usize>,
    /// The first class of each kind.
    firsts: Vec<usize>,
}

impl Alike {
    /// Which classes give the same answers to these questions.
    fn new(answers: &[&[bool]], asked: &[usize]) -> Self {
        let mut alike = Alike::default();
        for class in 0..answers.len() {
            let known = alike
                .firsts
                .iter()
                .position(|first| agree((answers, *first, asked), (answers, class, asked)));
            alike.of_class.push(known.unwrap_or(alike.firsts.len()));
            if known.is_none() {
                alike.firsts.push(class);
            }
        }
        alike
    }
}

/// Whether two classes give the same answers to the same questions.
fn agree(one: (&[&[bool]], usize, &[usize]), other: (&[&[bool]], usize, &[usize])) -> bool {
    let answers = |(answers, class, asked): (&'_ [&'_ [bool]], usize, &'_ [usize]), at: usize| {
        answers.get(class)?.get(*asked.get(at)?).copied()
    };
    (0..one.2.len()).all(|at| answers(one, at) == answers(other, at))
}

/// The classes of a matrix, and someone and something of each.
pub(crate) struct Classes<'a> {
    pub(crate) connection: &'a Connection,
    pub(crate) user_answers: Vec<&'a [bool]>,
    pub(crate) app_answers: Vec<&'a [bool]>,
    pub(crate) subjects: &'a [Subject],
    pub(crate) resources: &'a [Resource],
    persons: Vec<OnceCell<Person<'a>>>,
}

impl<'a> Classes<'a> {
    pub(crate) fn new(
        connection: &'a Connection,
        (users, subjects): (&'a [UserClass], &'a [Subject]),
        (applications, resources): (&'a [AppClass], &'a [Resource]),
    ) -> Self {
        Classes {
            connection,
            user_answers: users.iter().map(|class| class.answers.as_slice()).collect(),
            app_answers: applications.iter().map(|class| class.answers.as_slice()).collect(),
            subjects,
            resources,
            persons: subjects.iter().map(|_| OnceCell::new()).collect(),
        }
    }

    fn person(&self, class: usize) -> Option<&Person<'a>> {
        let subject = self.subjects.get(class)?;
        Some(self.persons.get(class)?.get_or_init(|| Person::of(self.connection, subject, None)))
    }
}

/// What a gate has said already of whoever answers as a class of users and one of applications do, if it has.
pub(crate) type Said<'a> = dyn Fn(&Asked, &Classes<'_>, (usize, usize)) -> Option<Option<Status>> + 'a;

impl GateTable {
    /// What the gate said of whoever answers as these classes do, to classes that gave these answers.
    pub(crate) fn said(
        &self,
        [user_answers, app_answers]: &[Vec<&[bool]>; 2],
        asked: &Asked,
        classes: &Classes<'_>,
        (user, app): (usize, usize),
    ) -> Option<Option<Status>> {
        let GateTable { asked: had_asked, rows, columns, .. } = self;
        let row = rows.firsts.iter().position(|first| {
            agree((&classes.user_answers, user, &asked.users), (user_answers, *first, &had_asked.users))
        })?;
        let column = columns.firsts.iter().position(|first| {
            agree(
                (&classes.app_answers, app, &asked.applications),
                (app_answers, *first, &had_asked.applications),
            )
        })?;
        self.statuses.get(row.checked_mul(columns.firsts.len())?.checked_add(column)?).copied()
    }

    /// Asks a gate, which names these conditions, what it has not said already. With how many times it was asked.
    pub(crate) fn new(
        gate: Gate,
        asked: Asked,
        classes: &Classes<'_>,
        said: Option<&Said<'_>>,
    ) -> (Self, usize) {
        let connection = classes.connection;
        let rows = Alike::new(&classes.user_answers, &asked.users);
        let columns = Alike::new(&classes.app_answers, &asked.applications);
        let rule = connection.rules.of(gate);
        let mut statuses = Vec::with_capacity(rows.firsts.len().saturating_mul(columns.firsts.len()));
        let mut count = 0_usize;
        for user in &rows.firsts {
            for app in &columns.firsts {
                let known = said.and_then(|said| said(&asked, classes, (*user, *app)));
                statuses.push(known.unwrap_or_else(|| {
                    count = count.saturating_add(1);
                    let person = classes.person(*user).filter(|person| looks_at(rule, connection, person))?;
                    let app = App::of(&connection.resource, classes.resources.get(*app)?);
                    rule.status(connection, person, &app)
                }));
            }
        }
        (GateTable { gate, asked, rows, columns, statuses, results: OnceCell::new() }, count)
    }

    fn place(&self, user_class: usize, app_class: usize) -> Option<usize> {
        let row = *self.rows.of_class.get(user_class)?;
        row.checked_mul(self.columns.firsts.len())?.checked_add(*self.columns.of_class.get(app_class)?)
    }

    /// The status for a class of users and one of applications; nothing where the gate does not exist for them.
    pub(crate) fn status(&self, user_class: usize, app_class: usize) -> Option<Status> {
        *self.statuses.get(self.place(user_class, app_class)?)?
    }

    /// The whole result for a class of users and one of applications, about the first that the gate does not tell
    /// from these.
    pub(crate) fn result(
        &self,
        connection: &Connection,
        users: &[UserClass],
        applications: &[AppClass],
        (user_class, app_class): (usize, usize),
    ) -> Option<&GateResult> {
        self.status(user_class, app_class)?;
        let results = self.results.get_or_init(|| self.statuses.iter().map(|_| OnceCell::new()).collect());
        let result = results.get(self.place(user_class, app_class)?)?;
        let make = || {
            let user = self.rows.firsts.get(*self.rows.of_class.get(user_class)?)?;
            let app = self.columns.firsts.get(*self.columns.of_class.get(app_class)?)?;
            let subject: Subject = users.get(*user)?.representative(&connection.home);
            let resource: Resource = applications.get(*app)?.representative(&connection.resource);
            let person = Person::of(connection, &subject, None);
            connection.rules.of(self.gate).judge(
                connection,
                &person,
                &App::of(&connection.resource, &resource),
            )
        };
        result.get_or_init(make).as_ref()
    }

    pub(crate) fn gate(&self) -> Gate {
        self.gate
    }
}
