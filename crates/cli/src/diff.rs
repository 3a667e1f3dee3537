//! What opens and closes between two documents.

use anstyle::AnsiColor;
use entente_narrate::{Narrator, feature};
use entente_policy::{CellChange, Change, Feature, Matrix, Resource, Scenario, Subject, changes};
use serde_json::{Value, json};

use crate::arguments::Diff;
use crate::failure::Failure;
use crate::say;
use crate::{Verdict, paint, source};

/// The changes of one direction and feature.
struct Way {
    after: Matrix,
    changes: Vec<CellChange>,
}

pub(crate) fn run(question: &Diff, out: &mut String) -> Result<Verdict, Failure> {
    let (before, after) = (source::read(&question.before)?, source::read(&question.after)?);
    let ways = ways(&before, &after);
    let differs = ways.iter().any(|way| !way.changes.is_empty());
    if question.json {
        say!(out, "{:#}", Value::from(ways.iter().map(record).collect::<Vec<_>>()));
    } else {
        let narrator = Narrator::new(&after);
        for way in ways.iter().filter(|way| !way.changes.is_empty()) {
            print(out, &narrator, way);
        }
        if !differs {
            say!(out, "No connection changes.");
        }
    }
    Ok(if differs { Verdict::Differs } else { Verdict::Well })
}

/// Every pair of tenants that both documents hold, by both features.
fn ways(before: &Scenario, after: &Scenario) -> Vec<Way> {
    let mut ways = Vec::new();
    let known = || after.tenants.iter().filter(|tenant| before.tenant(&tenant.id).is_some());
    for feature in Feature::ALL {
        for home in known() {
            for resource in known().filter(|resource| resource.id != home.id) {
                let matrix = |scenario: &Scenario| Matrix::new(scenario, &home.id, &resource.id, feature);
                let after = matrix(after);
                ways.push(Way { changes: changes(&matrix(before), &after), after });
            }
        }
    }
    ways
}

fn print(out: &mut String, narrator: &Narrator<'_>, way: &Way) {
    let connection = &way.after.connection;
    let (home, resource) = (&connection.home, &connection.resource);
    let title = format!("{} → {}, {}", home.display_name, resource.display_name, feature(connection.feature));
    say!(out, "{}", paint::bold(&title));
    for change in &way.changes {
        let (sign, colour) = match change.change {
            Change::Opened => ("+", AnsiColor::Green),
            Change::Closed => ("-", AnsiColor::Red),
            Change::Other => ("~", AnsiColor::Yellow),
        };
        let line = format!(
            "{sign} {} to {}: {} → {}",
            narrator.user(&home.id, &Subject::User(change.user.clone())),
            narrator.application(&resource.id, &Resource::Application(change.application.clone())),
            change.before.as_str(),
            change.after.as_str()
        );
        say!(out, "  {}", paint::coloured(colour, &line));
    }
}

fn record(way: &Way) -> Value {
    let connection = &way.after.connection;
    let changes: Vec<Value> = way
        .changes
        .iter()
        .map(|change| {
            json!({
                "user": change.user.as_str(),
                "application": change.application.as_str(),
                "before": change.before.as_str(),
                "after": change.after.as_str(),
            })
        })
        .collect();
    json!({
        "home": connection.home.id.as_str(),
        "resource": connection.resource.id.as_str(),
        "feature": connection.feature.as_str(),
        "changes": changes,
    })
}
