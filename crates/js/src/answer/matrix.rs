//! Everybody × everything.

use entente_policy::{Handshake, Id, Matrix as Answers, Members, Outcome};
use serde::Serialize;
use tsify::Tsify;
use wasm_bindgen::JsValue;

use super::hand_over;
use crate::failure::Failure;

/// Everybody × everything, for one direction and one feature: by classes of people and of applications that no
/// setting of the scenario tells apart.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Matrix {
    /// The tenant of the people.
    home: String,
    /// The tenant of the applications.
    resource: String,
    /// By which feature.
    #[tsify(type = "Feature")]
    feature: &'static str,
    /// The classes of people, a row each; the last is that of whoever no setting names.
    users: Vec<UserClass>,
    /// The classes of applications, a column each.
    applications: Vec<ApplicationClass>,
    /// What each class of people and each class of applications come to: `outcomes[row][column]`.
    #[tsify(type = "Outcome[][]")]
    outcomes: Vec<Vec<Outcome>>,
    /// How many people of the home directory reach something.
    connected: usize,
    /// How many people the home directory holds.
    people: usize,
    /// Whether whoever the directory does not list reaches something.
    any_other_connects: bool,
}

/// People whom no setting of the scenario tells apart.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub(crate) struct UserClass {
    /// Their object ids.
    members: Vec<String>,
    /// Whether whoever the scenario names nowhere belongs here.
    any_other: bool,
}

/// Applications that no setting of the scenario tells apart.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ApplicationClass {
    /// Their application ids.
    members: Vec<String>,
    /// The kinds of which any other application belongs here.
    #[tsify(type = "AppKind[]")]
    any_other: Vec<&'static str>,
}

/// The matrix as it is handed over.
pub(crate) fn matrix(answers: &Answers) -> Result<JsValue, Failure> {
    let handshake = Handshake::of(answers);
    let directory = &answers.connection.home.directory;
    let applications = &answers.connection.resource.directory.applications;
    let outcomes = |user: usize| {
        let columns = 0..answers.applications.len();
        columns.filter_map(|app| answers.class_decision(user, app)).map(|decision| decision.outcome).collect()
    };
    hand_over(&Matrix {
        home: answers.connection.home.id.to_string(),
        resource: answers.connection.resource.id.to_string(),
        feature: answers.connection.feature.as_str(),
        users: answers
            .users
            .iter()
            .map(|class| UserClass {
                members: ids(&class.members, |at| Some(&directory.users.get(at)?.id)),
                any_other: class.any_other,
            })
            .collect(),
        applications: answers
            .applications
            .iter()
            .map(|class| ApplicationClass {
                members: ids(&class.members, |at| Some(&applications.get(at)?.app_id)),
                any_other: class.any_other.iter().map(|kind| kind.as_str()).collect(),
            })
            .collect(),
        outcomes: (0..answers.users.len()).map(outcomes).collect(),
        connected: handshake.connected,
        people: handshake.people,
        any_other_connects: handshake.any_other_connects,
    })
}

fn ids<'a>(members: &Members, id: impl Fn(usize) -> Option<&'a Id>) -> Vec<String> {
    members.iter().filter_map(id).map(Id::to_string).collect()
}
