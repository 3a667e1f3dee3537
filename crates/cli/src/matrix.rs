//! Everybody × everything, as a table for people or as JSON.

use entente_exchange::render::{Way, ways};
use entente_narrate::{Narrator, feature};
use entente_policy::{Handshake, Matrix};
use serde_json::{Value, json};

use crate::failure::Failure;
use crate::say;
use crate::{Verdict, arguments, find, paint, source};

pub(crate) fn run(question: &arguments::Matrix, out: &mut String) -> Result<Verdict, Failure> {
    let scenario = source::read(&question.document)?;
    let home = question.home.as_deref().map(|typed| find::tenant(&scenario, typed)).transpose()?;
    let ways = ways(&scenario, home.map(|home| &home.id), question.feature.map(Into::into));
    let matrix = |way: &Way| Matrix::new(&scenario, &way.home, &way.resource, way.feature);
    let matrices: Vec<Matrix> = ways.iter().map(matrix).collect();
    if question.json {
        say!(out, "{:#}", Value::from(matrices.iter().map(cells).collect::<Vec<_>>()));
    } else {
        let narrator = Narrator::new(&scenario);
        for (at, matrix) in matrices.iter().enumerate() {
            if at > 0 {
                say!(out);
            }
            print(out, &narrator, matrix);
        }
    }
    Ok(Verdict::Well)
}

fn print(out: &mut String, narrator: &Narrator<'_>, matrix: &Matrix) {
    let connection = &matrix.connection;
    let way = format!(
        "{} → {}, {}",
        connection.home.display_name,
        connection.resource.display_name,
        feature(connection.feature)
    );
    say!(out, "{}", paint::bold(&way));
    say!(out, "{}", paint::text(&narrator.handshake(matrix, &Handshake::of(matrix))));
    let heads: Vec<String> = matrix
        .applications
        .iter()
        .map(|class| {
            let applications = &connection.resource.directory.applications;
            let mut names: Vec<String> = class
                .members
                .iter()
                .filter_map(|at| applications.get(at))
                .map(|application| application.display_name.clone())
                .collect();
            if !class.any_other.is_empty() {
                names.push(narrator.any_other_application(&class.any_other));
            }
            names.join(", ")
        })
        .collect();
    for (at, head) in heads.iter().enumerate() {
        say!(out, "  {} {head}", paint::dim(&format!("[{}]", letter(at))));
    }
    let names: Vec<String> = matrix
        .users
        .iter()
        .map(|class| {
            let name = narrator.class(matrix, class);
            format!("{} ({})", name.name, name.detail)
        })
        .collect();
    let width = names.iter().map(|name| name.chars().count()).max().unwrap_or_default();
    for (at, name) in names.iter().enumerate() {
        let cells: Vec<String> = (0..matrix.applications.len())
            .filter_map(|application| {
                let decision = matrix.class_decision(at, application)?;
                let verdict = narrator.verdict(decision);
                let cell = format!("{} {} {}", letter(application), verdict.sign, verdict.word);
                Some(paint::outcome(decision.outcome, &cell))
            })
            .collect();
        say!(out, "  {name:width$}  {}", cells.join("   "));
    }
}

/// A letter for a column: A to Z, then numbers.
fn letter(at: usize) -> String {
    u8::try_from(at).ok().filter(|at| *at < 26).map_or_else(
        || format!("{}", at.saturating_add(1)),
        |at| char::from(b'A'.saturating_add(at)).to_string(),
    )
}

/// An outcome for each person and application that the directories list, and for whoever they do not.
fn cells(matrix: &Matrix) -> Value {
    let connection = &matrix.connection;
    let applications = || connection.resource.directory.applications.iter().enumerate();
    let row = |class: Option<usize>| -> Value {
        applications()
            .filter_map(|(at, application)| {
                let decision = matrix.class_decision(class?, matrix.class_of_application(at)?)?;
                Some((application.app_id.to_string(), decision.outcome.as_str().into()))
            })
            .collect::<serde_json::Map<String, Value>>()
            .into()
    };
    let mut users = serde_json::Map::new();
    for (at, user) in connection.home.directory.users.iter().enumerate() {
        users.insert(user.id.to_string(), row(matrix.class_of_user(at)));
    }
    users.insert("anyOtherUser".into(), row(matrix.class_of_any_other_user()));
    json!({
        "home": connection.home.id.as_str(),
        "resource": connection.resource.id.as_str(),
        "feature": connection.feature.as_str(),
        "outcomes": users,
    })
}
