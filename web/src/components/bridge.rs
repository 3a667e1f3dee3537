//! The handshake between the two panels.

use entente_narrate::count;
use entente_policy::{Change, Feature};
use entente_workspace::Action;
use yew::prelude::*;

use super::lane::Lane;
use super::segmented::Segmented;
use crate::host::Shared;

/// The choice of the feature, both directions, and what changed since the baseline.
#[component]
pub(crate) fn Bridge(props: &Shared) -> Html {
    let playground = &props.playground;
    let feature = playground.snapshot.workspace.view().feature;
    let choose = {
        let dispatch = playground.dispatch.clone();
        Callback::from(move |at: usize| {
            if let Some(feature) = Feature::ALL.get(at) {
                dispatch.act(Action::ShowFeature(*feature));
            }
        })
    };
    html! {
        <aside class="bridge" aria-label="The handshake">
            <Segmented
                class="wide"
                label="Feature"
                name="feature"
                options={vec![AttrValue::from("Direct connect"), AttrValue::from("Collaboration")]}
                chosen={usize::from(feature == Feature::B2bCollaboration)}
                onchoose={choose}
            />
            // The first row of settings is about the second tenant's people, the second about the first's.
            <Lane playground={playground.clone()} home=1 />
            <Lane playground={playground.clone()} home=0 />
            <Since playground={playground.clone()} />
        </aside>
    }
}

/// What opened and closed since the baseline.
#[component]
fn Since(props: &Shared) -> Html {
    let snapshot = &props.playground.snapshot;
    let workspace = &snapshot.workspace;
    let changes = &snapshot.answers.since_baseline;
    let total = |change| changes.iter().map(|list| count(list, change)).sum::<usize>();
    let (opened, closed) = (total(Change::Opened), total(Change::Closed));
    let name = if workspace.baseline().title.is_empty() { "the start" } else { &workspace.baseline().title };
    html! {
        <div class="since">
            if workspace.is_edited() {
                <p>
                    <b>{ format!("Since “{name}”") }</b>
                    <span class="plus">{ format!("+{opened}") }</span>
                    <span class="minus">{ format!("−{closed}") }</span>
                    <span>{ if opened + closed == 1 { "connection" } else { "connections" } }</span>
                </p>
                <button class="link" onclick={props.playground.dispatch.on::<MouseEvent>(Action::CompareFromHere)}>
                    { "Compare from here on" }
                </button>
            } else {
                <p class="muted">{ "Change a setting, and what opens and closes is counted here." }</p>
            }
        </div>
    }
}
