//! What a matrix says, in words.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use entente_narrate::{Narrator, feature};
use entente_policy::{AppClass, Handshake, Matrix, Outcome, Scenario, Spread, Subject};

/// One direction and one feature: who can reach what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The home tenant's name.
    pub home: String,
    /// The resource tenant's name.
    pub resource: String,
    /// Whether the people are those of the scenario's first tenant: tenants keep their colours.
    pub is_from_first: bool,
    /// The feature's name.
    pub feature: &'static str,
    /// Who gets through and where the others stop, in a sentence or two.
    pub summary: String,
    /// How many people connect.
    pub connected: String,
    /// The gates between the two.
    pub gates: Vec<Gate>,
    /// What people reach.
    pub columns: Vec<Column>,
    /// People that no setting tells apart, with what each comes to.
    pub rows: Vec<Row>,
    /// Everybody whom the directory lists, and whoever it does not.
    pub people: Vec<Person>,
}

/// A gate of the handshake.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gate {
    /// Its name, with its tenant's.
    pub name: String,
    /// For how many it is open.
    pub spread: Spread,
}

/// Applications that no setting tells apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Their names.
    pub names: Vec<String>,
    /// Their ids; none for whatever no list names.
    pub ids: Vec<String>,
}

impl Column {
    /// The names in one.
    pub fn name(&self) -> String {
        self.names.join(", ")
    }
}

/// People that no setting tells apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What they have in common.
    pub name: String,
    /// How many they are.
    pub detail: String,
    /// What they come to, column by column.
    pub cells: Vec<Cell>,
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The outcome.
    pub outcome: Outcome,
    /// A sign that is not a colour.
    pub sign: &'static str,
    /// A word or a few.
    pub word: String,
    /// Who has to act, if somebody has to.
    pub who_acts: String,
}

/// One person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The person's name.
    pub name: String,
    /// The object id; empty for whoever no directory lists.
    pub id: String,
    /// The row.
    pub row: usize,
}

impl Sheet {
    /// What `matrix` says, with the names of `scenario`.
    pub fn of(scenario: &Scenario, matrix: &Matrix) -> Self {
        let narrator = Narrator::new(scenario);
        let connection = &matrix.connection;
        let handshake = Handshake::of(matrix);
        let gates = handshake.gates.iter();
        let rows = matrix.users.iter().enumerate().map(|(at, class)| {
            let name = narrator.class(matrix, class);
            Row { name: name.name, detail: name.detail, cells: cells(&narrator, matrix, at) }
        });
        Sheet {
            home: connection.home.display_name.clone(),
            resource: connection.resource.display_name.clone(),
            is_from_first: scenario.tenants.first().is_some_and(|first| first.id == connection.home.id),
            feature: feature(connection.feature),
            summary: narrator.handshake(matrix, &handshake).to_string(),
            connected: narrator.people_connected(&handshake),
            gates: gates
                .map(|gate| Gate { name: narrator.gate_of(matrix, gate.gate), spread: gate.spread })
                .collect(),
            columns: matrix.applications.iter().map(|class| column(&narrator, matrix, class)).collect(),
            rows: rows.collect(),
            people: people(&narrator, matrix),
        }
    }

    /// The direction and the feature.
    pub fn title(&self) -> String {
        format!("{} → {}, {}", self.home, self.resource, self.feature)
    }
}

fn column(narrator: &Narrator<'_>, matrix: &Matrix, class: &AppClass) -> Column {
    let applications = &matrix.connection.resource.directory.applications;
    let members = || class.members.iter().filter_map(|at| applications.get(at));
    let mut names: Vec<String> = members().map(|application| application.display_name.clone()).collect();
    if !class.any_other.is_empty() {
        names.push(narrator.any_other_application(&class.any_other));
    }
    Column { names, ids: members().map(|application| application.app_id.to_string()).collect() }
}

fn cells(narrator: &Narrator<'_>, matrix: &Matrix, row: usize) -> Vec<Cell> {
    let decisions = (0..matrix.applications.len()).filter_map(|column| matrix.class_decision(row, column));
    decisions
        .map(|decision| {
            let verdict = narrator.verdict(decision);
            let is_shut = decision.outcome == Outcome::Blocked;
            Cell {
                outcome: decision.outcome,
                sign: verdict.sign,
                word: verdict.word,
                who_acts: if is_shut { narrator.who_acts(decision) } else { String::new() },
            }
        })
        .collect()
}

fn people(narrator: &Narrator<'_>, matrix: &Matrix) -> Vec<Person> {
    let home = &matrix.connection.home;
    let listed = home.directory.users.iter().enumerate().filter_map(|(at, user)| {
        let name = user.display_name.clone();
        Some(Person { name, id: user.id.to_string(), row: matrix.class_of_user(at)? })
    });
    let other = matrix.class_of_any_other_user().map(|row| Person {
        name: narrator.user(&home.id, &Subject::AnyOther),
        id: String::new(),
        row,
    });
    listed.chain(other).collect()
}
