//! What opens and closes between two scenarios.

use entente_exchange::render::Way;
use entente_policy::{Change, Feature, Outcome, Scenario, changes as changes_of};
use serde::Serialize;
use tsify::Tsify;
use wasm_bindgen::JsValue;

use super::hand_over;
use crate::failure::Failure;
use crate::rules;

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

/// Every change, for each pair of tenants that both scenarios hold, by both features.
pub(crate) async fn changes(before: &Scenario, after: &Scenario) -> Result<JsValue, Failure> {
    let mut found = Vec::new();
    let known = || after.tenants.iter().filter(|tenant| before.tenant(&tenant.id).is_some());
    for feature in Feature::ALL {
        for home in known() {
            for resource in known().filter(|resource| resource.id != home.id) {
                let way = Way { home: home.id.clone(), resource: resource.id.clone(), feature };
                let old = rules::matrix(before, &way).await?;
                let new = rules::matrix(after, &way).await?;
                found.extend(changes_of(&old, &new).into_iter().map(|cell| CellChange {
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
        }
    }
    hand_over(&found)
}
