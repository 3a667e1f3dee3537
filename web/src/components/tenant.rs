//! One tenant's panel.

use std::sync::Arc;

use entente_policy::{Direction, Tenant};
use entente_workspace::{Action, Edit, Pane, Side};
use yew::prelude::*;

use super::conditional_access::conditional_access;
use super::directory::directory;
use super::field::name_field;
use super::redemption::redemption;
use super::segmented::segmented;
use super::setting::setting;
use super::trust::trust;
use crate::host::Playground;

/// One side of the stage.
#[derive(Clone, Copy)]
pub(crate) struct Panel<'a> {
    pub(crate) playground: &'a Playground,
    /// The tenant's position, 0 or 1.
    pub(crate) position: usize,
    /// The tenant whose panel it is.
    pub(crate) tenant: &'a Arc<Tenant>,
    /// The one opposite.
    pub(crate) other: &'a Arc<Tenant>,
}

fn counted(count: usize, one: &str, many: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {many}") }
}

/// The panel: its settings in the order that puts each direction on one row with the other tenant's.
pub(crate) fn tenant_panel(playground: &Playground, position: usize) -> Html {
    let tenants = &playground.snapshot.scenario().tenants;
    let (Some(tenant), Some(other)) = (tenants.get(position), tenants.get(1 - position.min(1))) else {
        return html! { <article class="tenant" /> };
    };
    let panel = Panel { playground, position, tenant, other };
    let dispatch = &playground.dispatch;
    let pane = playground.snapshot.workspace.view().panes.get(position).copied().unwrap_or_default();
    let side = Side::of(position);
    let rename = {
        let (dispatch, id) = (dispatch.clone(), tenant.id.clone());
        Callback::from(move |name| dispatch.edit(Edit::RenameTenant { tenant: id.clone(), name }))
    };
    let choose = {
        let dispatch = dispatch.clone();
        Callback::from(move |at: usize| {
            dispatch.act(Action::ShowPane(side, if at == 0 { Pane::Partner } else { Pane::Defaults }));
        })
    };
    let held = &tenant.directory;
    let meta = [
        tenant.domains.first().cloned().unwrap_or_default(),
        counted(held.users.len(), "person", "people"),
        counted(held.applications.len(), "app", "apps"),
    ];
    let meta: Vec<String> = meta.into_iter().filter(|part| !part.is_empty()).collect();
    let order = match side {
        Side::Left => [Direction::Inbound, Direction::Outbound],
        Side::Right => [Direction::Outbound, Direction::Inbound],
    };
    let rows = order.into_iter().map(|direction| {
        html! {
            <div class="row" key={format!("{direction:?}")}>
                { setting(&panel, direction) }
            </div>
        }
    });
    html! {
        <article class={classes!("tenant", if side == Side::Left { "left" } else { "right" })} aria-label={tenant.display_name.clone()}>
            <header>
                <span class="mono" aria-hidden="true">{ tenant.display_name.chars().next().unwrap_or('?') }</span>
                <div class="who">
                    <h2>{ name_field("Organization’s name", &tenant.display_name, rename) }</h2>
                    <p>{ meta.join(" · ") }</p>
                </div>
                { segmented(
                    "",
                    &format!("{}’s settings", tenant.display_name),
                    format!("pane-{position}"),
                    &[format!("About {}", other.display_name), "Defaults".into()],
                    usize::from(pane == Pane::Defaults),
                    &choose,
                ) }
            </header>
            { for rows }
            <div class="rest">
                { trust(&panel) }
                { conditional_access(&panel) }
                { redemption(&panel) }
                { directory(&panel) }
            </div>
        </article>
    }
}
