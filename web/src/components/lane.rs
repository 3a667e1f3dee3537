//! One direction of the handshake: its gates, each on the side of the tenant that can change it.

use entente_narrate::grouped;
use entente_policy::{GateSpread, Owner, Spread};
use entente_workspace::Action;
use yew::prelude::*;

use super::control::button;
use super::words::words;
use crate::host::Playground;
use crate::lazy::{self, When};
use crate::mode::Mode;

/// The direction whose people are the tenant's at `home`, at a glance.
pub(crate) fn lane(playground: &Playground, home: usize) -> Html {
    let snapshot = &playground.snapshot;
    let answers = &snapshot.answers;
    let (Some(handshake), Some(matrix)) = (answers.handshakes.get(home), answers.matrices.get(home)) else {
        return html! { <figure class="lane" /> };
    };
    let narrator = snapshot.narrator();
    let tenants = &snapshot.scenario().tenants;
    let name = |at: usize| tenants.get(at).map(|tenant| tenant.display_name.clone()).unwrap_or_default();
    // The arrow points at the applications, wherever that tenant stands.
    let (way, arrow) = if home == 0 { ("ltr", "→") } else { ("rtl", "←") };
    let compact = playground.dispatch.0.mode() == Mode::Handshake;
    let told = playground.dispatch.gate(home).filter(|_| compact);
    let open = handshake.connected > 0 || handshake.any_other_connects;
    let node = |gate: &GateSpread| {
        let owner = match (gate.owner, home) {
            (Owner::Home, 0) | (Owner::Resource, 1) => "c",
            (Owner::Home | Owner::Resource, _) => "f",
            (Owner::Both, _) => "both",
            (Owner::Network, _) => "network",
            (Owner::Service, _) => "service",
        };
        let (class, sign, words) = match gate.spread {
            Spread::All => ("pass", "✓", "open"),
            Spread::Some => ("part", "½", "open for some"),
            Spread::None => ("fail", "✕", "shut"),
            Spread::Open => ("part", "?", "not settled"),
        };
        let mut label = format!(
            "{}: {words}, {} of {} people",
            narrator.gate_of(matrix, gate.gate),
            grouped(gate.open_to),
            grouped(handshake.people)
        );
        let node = match gate.setting.clone().map(Action::PointOut) {
            // No setting is in sight: what decides is said in place.
            _ if compact => {
                let dispatch = playground.dispatch.clone();
                let about = gate.gate;
                let onclick = Callback::from(move |_: MouseEvent| dispatch.explain(home, about));
                let is_told = (told == Some(about)).to_string();
                html! { <button class="node" aria-label={label} aria-expanded={is_told} {onclick}>{ sign }</button> }
            }
            Some(action) => {
                label += ". Show the setting";
                let onclick = playground.dispatch.on::<MouseEvent>(action);
                html! { <button class="node" aria-label={label} {onclick}>{ sign }</button> }
            }
            None => html! { <span class="node" role="img" aria-label={label}>{ sign }</span> },
        };
        (classes!(class, owner), node)
    };
    // From the person to the application; what is both tenants' stands between them.
    let stand = |gate: &GateSpread| match gate.owner {
        Owner::Home => 0,
        Owner::Network => 1,
        Owner::Both | Owner::Service => 2,
        Owner::Resource => 3,
    };
    // Picked rather than sorted: sorting a handful weighs more than the rest of the lane's order.
    let mut gates: Vec<&GateSpread> =
        (0..=3).flat_map(|at| handshake.gates.iter().filter(move |gate| stand(gate) == at)).collect();
    if home == 1 {
        gates.reverse();
    }
    let many = gates.len() > 4;
    let looked_at = snapshot.workspace.view().home == home;
    html! {
        <figure class={classes!("lane", way, if open { "open" } else { "shut" })}>
            <figcaption>
                <b>{ name(0) }{ " " }<i aria-hidden="true">{ arrow }</i><span class="hidden">{ if home == 0 { " to " } else { " from " } }</span>{ " " }{ name(1) }</b>
                <span>{ narrator.people_connected(handshake) }</span>
            </figcaption>
            <ol class={classes!(many.then_some("many"))}>{
                for gates.into_iter().map(|gate| (gate.gate, node(gate))).map(|(gate, (class, node))| html! {
                    <li key={gate.as_str()} {class}>
                        <span>{ node }</span>
                        <em aria-hidden="true">{ narrator.gate_short(gate) }</em>
                    </li>
                })
            }</ol>
            <p>{ words(&narrator.handshake(matrix, handshake)) }</p>
            <div class="told">
                if let Some(gate) = told {
                    { match lazy::explanation(&playground.dispatch, When::Now) {
                        Ok(explaining) => (explaining.gate)(playground, home, gate),
                        Err(place) => place,
                    } }
                }
            </div>
            <div class="look">
                if !looked_at {
                    { button(&playground.dispatch, "link", "See who, person by person", "", Action::ShowDirection(home)) }
                }
            </div>
        </figure>
    }
}
