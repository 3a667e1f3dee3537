//! The handshake between the two panels.

use entente_narrate::grouped;
use entente_policy::{Change, Feature};
use entente_workspace::Action;
use yew::prelude::*;

use super::bystanders::bystanders;
use super::control::{button, segmented};
use super::lane::lane;
use crate::host::Playground;

/// The choice of the feature, both directions, and what changed since the baseline.
pub(crate) fn bridge(playground: &Playground) -> Html {
    let feature = playground.snapshot.workspace.view().feature;
    let show =
        |words: &str, shown: Feature| (words.to_string(), feature == shown, Action::ShowFeature(shown));
    html! {
        <aside class="bridge" role={playground.dispatch.0.aside()} aria-label="The handshake">
            { segmented(
                &playground.dispatch,
                "wide",
                "Feature",
                "feature",
                vec![
                    show("Direct connect", Feature::B2bDirectConnect),
                    show("Collaboration", Feature::B2bCollaboration),
                ],
            ) }
            // The first row of settings is about the second tenant's people, the second about the first's.
            { lane(playground, 1) }
            { lane(playground, 0) }
            <fieldset class="under" disabled={playground.dispatch.0.is_readonly()}>
                { since(playground) }
                { bystanders(playground) }
            </fieldset>
        </aside>
    }
}

/// What opened and closed since the baseline.
fn since(playground: &Playground) -> Html {
    let snapshot = &playground.snapshot;
    let workspace = &snapshot.workspace;
    let changes = &snapshot.answers.since_baseline;
    let total = |change| changes.iter().map(|way| way.count(change)).sum::<usize>();
    let (opened, closed) = (total(Change::Opened), total(Change::Closed));
    let name = if workspace.baseline().title.is_empty() { "the start" } else { &workspace.baseline().title };
    html! {
        <div class="since">
            if workspace.is_edited() {
                <p>
                    <b>{ format!("Since “{name}”") }</b>
                    <span class="plus">{ format!("+{}", grouped(opened)) }</span>
                    <span class="minus">{ format!("−{}", grouped(closed)) }</span>
                    <span>{ if opened + closed == 1 { "connection" } else { "connections" } }</span>
                </p>
                { button(&playground.dispatch, "link", "Compare from here on", "", Action::CompareFromHere) }
            } else {
                <p class="muted">{ "Change a setting, and what opens and closes is counted here." }</p>
            }
        </div>
    }
}
