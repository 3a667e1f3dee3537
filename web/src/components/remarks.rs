//! What is remarked on a setting: notes of the gate that reads it, and what its list keeps out unthought of.

use entente_narrate::Text;
use entente_policy::consequence::side_effects;
use entente_policy::{Direction, Gate, Layer, SettingPath};
use yew::prelude::*;

use super::tenant::Panel;

/// Applications that people need and that the setting's list keeps out.
pub(crate) fn side_effects_of(panel: &Panel<'_>, path: &SettingPath) -> Html {
    let found = side_effects(panel.tenant, path);
    let narrator = panel.playground.snapshot.narrator();
    html! {
        <details class="side-effects" hidden={found.is_empty()}>
            <summary>{ narrator.side_effects(&found) }<span class="hidden">{ format!(": {}", narrator.setting(path)) }</span></summary>
            <ul>
                { for found.iter().enumerate().map(|(at, one)| html! { <li key={at}>{ narrator.side_effect(one) }</li> }) }
            </ul>
        </details>
    }
}

/// What is worth knowing about the setting in force: what the gate that reads it says of it.
pub(crate) fn notes(panel: &Panel<'_>, layer: &Layer, direction: Direction) -> Vec<Text> {
    let snapshot = &panel.playground.snapshot;
    let (gate, home) = match direction {
        Direction::Outbound => (Gate::HomeOutbound, panel.position),
        Direction::Inbound => (Gate::ResourceInbound, 1 - panel.position.min(1)),
    };
    let decision = snapshot.answers.matrices.get(home).and_then(|matrix| matrix.class_decision(0, 0));
    let Some(decision) = decision else { return Vec::new() };
    let ground = decision.gates.iter().find(|other| other.gate == gate).and_then(|gate| gate.grounds.first());
    let decides = |path: &SettingPath| matches!(path, SettingPath::CrossTenantAccess { layer: decides, .. } if decides == layer);
    match ground {
        Some(ground) if ground.settings.iter().any(decides) => {
            let narrator = snapshot.narrator();
            ground.notes.iter().map(|note| narrator.note(&decision.request, note)).collect()
        }
        _ => Vec::new(),
    }
}
