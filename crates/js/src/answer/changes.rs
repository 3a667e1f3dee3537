//! What opens and closes between two scenarios.

use entente_policy::{Change, Connection, Matrix, Outcome, changes as changes_of};
use serde::Serialize;
use tsify::Tsify;
use wasm_bindgen::JsValue;

use super::hand_over;
use crate::failure::Failure;

/// A person and an application that come to something else than before.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CellChange {
    /// What happened: it connects now and did not before, the other way round, or another answer of either kind.
    #[tsify(type = r#""opened" | "closed" | "other""#)]
    change: &'static str,
    /// The tenant of the person.
    home: String,
    /// The tenant of the application.
    resource: String,
    /// By which feature.
    #[tsify(type = "Feature")]
    feature: &'static str,
    /// The person, by object id.
    user: String,
    /// The application, by application id.
    application: String,
    /// What it came to.
    #[tsify(type = "Outcome")]
    before: Outcome,
    /// What it comes to now.
    #[tsify(type = "Outcome")]
    after: Outcome,
}

/// One way, before and after.
pub(crate) struct Compared {
    pub(crate) before: Matrix,
    pub(crate) after: Matrix,
}

/// Every change, in the order given.
pub(crate) fn changes(compared: &[Compared]) -> Result<JsValue, Failure> {
    let mut found = Vec::new();
    for Compared { before, after } in compared {
        let Connection { home, resource, feature, .. } = &after.connection;
        found.extend(changes_of(before, after).into_iter().map(|cell| CellChange {
            change: match cell.change {
                Change::Opened => "opened",
                Change::Closed => "closed",
                Change::Other => "other",
            },
            home: home.id.to_string(),
            resource: resource.id.to_string(),
            feature: feature.as_str(),
            user: cell.user.to_string(),
            application: cell.application.to_string(),
            before: cell.before,
            after: cell.after,
        }));
    }
    hand_over(&found)
}
