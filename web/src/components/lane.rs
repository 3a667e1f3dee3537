//! One direction of the handshake: its gates, each on the side of the tenant that can change it.

use entente_policy::{
    Direction, Gate, GateSpread, Owner, SettingPath, Spread, effective_b2b, effective_trust,
};
use entente_workspace::Action;
use yew::prelude::*;

use super::control::button;
use super::words::words;
use crate::host::Playground;

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
    let open = handshake.connected > 0 || handshake.any_other_connects;
    let node = |gate: &GateSpread| {
        let owner = match gate.owner {
            Owner::Home => home,
            _ => 1 - home.min(1),
        };
        let (class, sign, words) = match gate.spread {
            Spread::All => ("pass", "✓", "open"),
            Spread::Some => ("part", "½", "open for some"),
            Spread::None => ("fail", "✕", "shut"),
        };
        let label = format!(
            "{}: {words}, {} of {} people. Show the setting",
            gate_name(playground, home, gate.gate),
            gate.open_to,
            handshake.people
        );
        let onclick = setting_of(playground, home, gate).map(Action::PointOut);
        let onclick = onclick.map(|action| playground.dispatch.on::<MouseEvent>(action));
        html! {
            <li key={format!("{:?}", gate.gate)} class={classes!(class, if owner == 0 { "c" } else { "f" })}>
                <button class="node" aria-label={label} {onclick}>{ sign }</button>
                <em aria-hidden="true">{ narrator.gate_short(gate.gate) }</em>
            </li>
        }
    };
    let mut gates: Vec<&GateSpread> = handshake.gates.iter().collect();
    if home == 1 {
        gates.reverse();
    }
    let looked_at = snapshot.workspace.view().home == home;
    html! {
        <figure class={classes!("lane", way, if open { "open" } else { "shut" })}>
            <figcaption>
                <b>{ name(0) }{ " " }<i aria-hidden="true">{ arrow }</i><span class="hidden">{ if home == 0 { " to " } else { " from " } }</span>{ " " }{ name(1) }</b>
                <span>{ narrator.people_connected(handshake) }</span>
            </figcaption>
            <ol>{ for gates.into_iter().map(node) }</ol>
            <p>{ words(&narrator.handshake(matrix, handshake)) }</p>
            <div class="look">
                if !looked_at {
                    { button(&playground.dispatch, "link", "See who, person by person", "", Action::ShowDirection(home)) }
                }
            </div>
        </figure>
    }
}

fn gate_name(playground: &Playground, home: usize, gate: Gate) -> String {
    let tenants = &playground.snapshot.scenario().tenants;
    let name = |at: usize| tenants.get(at).map(|tenant| tenant.display_name.clone()).unwrap_or_default();
    let owner = if gate == Gate::HomeOutbound { home } else { 1 - home.min(1) };
    format!("{}’s {}", name(owner), playground.snapshot.narrator().gate_short(gate).to_ascii_lowercase())
}

/// The setting a gate reads, where its value comes from.
fn setting_of(playground: &Playground, home: usize, gate: &GateSpread) -> Option<SettingPath> {
    let snapshot = &playground.snapshot;
    let tenants = &snapshot.scenario().tenants;
    let feature = snapshot.workspace.view().feature;
    let (home, resource) = (tenants.get(home)?, tenants.get(1 - home.min(1))?);
    let (tenant, other, direction) = match gate.gate {
        Gate::HomeOutbound => (home, resource, Direction::Outbound),
        Gate::ResourceInbound => (resource, home, Direction::Inbound),
        Gate::ConditionalAccess => return Some(effective_trust(resource, &home.id).path),
        _ => return None,
    };
    let property = feature.property(direction);
    Some(effective_b2b(tenant, &other.id, property).users_and_groups.path)
}
