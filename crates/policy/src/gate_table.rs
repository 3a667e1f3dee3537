//! What one gate says, for everybody and everything.
//!
//! A gate is asked once for each combination of answers to the conditions that it names itself: what other gates ask
//! makes no difference to it.

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
    /// For each class of users the first that answers alike, and which row that is.
    rows: Alike,
    /// The same for classes of applications.
    columns: Alike,
    /// The status for each row and column; none where the gate does not exist.
    statuses: Vec<Option<Status>>,
    /// The whole result, where somebody has asked for it.
    results: Vec<OnceCell<Option<GateResult>>>,
}

/// Which classes a gate cannot tell apart.
#[derive(Clone, Debug, Default)]
struct Alike {
    of_class: Vec<usize>,
    /// The first class of each kind.
    firsts: Vec<usize>,
}

impl Alike {
    fn new(count: usize, are_alike: impl Fn(usize, usize) -> bool) -> Self {
        let mut alike = Alike::default();
        for class in 0..count {
            let known = alike.firsts.iter().position(|first| are_alike(*first, class));
            alike.of_class.push(known.unwrap_or(alike.firsts.len()));
            if known.is_none() {
                alike.firsts.push(class);
            }
        }
        alike
    }
}

/// The classes of a matrix, and someone and something of each.
pub(crate) struct Classes<'a> {
    pub(crate) connection: &'a Connection,
    pub(crate) users: &'a [UserClass],
    pub(crate) applications: &'a [AppClass],
    pub(crate) persons: Vec<Person<'a>>,
    pub(crate) apps: Vec<App<'a>>,
}

impl GateTable {
    /// Asks a gate, which names these conditions.
    pub(crate) fn new(gate: Gate, asked: &Asked, classes: &Classes<'_>) -> Self {
        let Classes { connection, users, applications, persons, apps } = classes;
        let rows = Alike::new(users.len(), |one, other| {
            let answer = |class: usize, number: usize| users.get(class)?.answers.get(number);
            asked.users.iter().all(|number| answer(one, *number) == answer(other, *number))
        });
        let columns = Alike::new(applications.len(), |one, other| {
            let answer = |class: usize, number: usize| applications.get(class)?.answers.get(number);
            asked.applications.iter().all(|number| answer(one, *number) == answer(other, *number))
        });
        let rule = connection.rules.of(gate);
        let mut statuses = Vec::with_capacity(rows.firsts.len().saturating_mul(columns.firsts.len()));
        for person in rows.firsts.iter().filter_map(|class| persons.get(*class)) {
            let is_asked = looks_at(rule, connection, person);
            for app in columns.firsts.iter().filter_map(|class| apps.get(*class)) {
                statuses.push(if is_asked { rule.status(connection, person, app) } else { None });
            }
        }
        let results = statuses.iter().map(|_| OnceCell::new()).collect();
        GateTable { gate, rows, columns, statuses, results }
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
        let result = self.results.get(self.place(user_class, app_class)?)?;
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
