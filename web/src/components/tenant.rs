//! One tenant's panel.

use std::sync::Arc;

use entente_narrate::grouped;
use entente_policy::{Direction, Tenant};
use entente_workspace::{Action, Edit, Pane, Side};
use yew::prelude::*;

use super::conditional_access::conditional_access;
use super::control::{name_field, segmented};
use super::directory::directory;
use super::redemption::redemption;
use super::setting::setting;
use super::trust::trust;
use crate::host::Playground;
use crate::lazy::{self, When};

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
    /// Which of its settings it shows.
    pub(crate) pane: Pane,
}

impl<'a> Panel<'a> {
    /// The panel of the tenant at this position. One that stands by is opposite the first.
    pub(crate) fn of(playground: &'a Playground, position: usize) -> Option<Self> {
        let tenants = &playground.snapshot.scenario().tenants;
        let opposite = if position == 0 { 1 } else { 0 };
        let (tenant, other) = (tenants.get(position)?, tenants.get(opposite)?);
        // Whoever stands by has no panes: of it, the defaults are shown.
        let panes = &playground.snapshot.workspace.view().panes;
        let pane = panes.get(position).copied().unwrap_or(Pane::Defaults);
        Some(Panel { playground, position, tenant, other, pane })
    }
}

pub(crate) fn counted(count: usize, one: &str, many: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{} {many}", grouped(count)) }
}

/// What the tenant is renamed by.
pub(crate) fn name(panel: &Panel<'_>) -> Html {
    let name = &panel.tenant.display_name;
    let rename = Edit::RenameTenant { tenant: panel.tenant.id.clone(), name: String::new() };
    name_field(&panel.playground.dispatch, &format!("Organization’s name: {name}"), name, rename)
}

/// The panel: its settings in the order that puts each direction on one row with the other tenant's.
pub(crate) fn tenant_panel(playground: &Playground, position: usize) -> Html {
    let Some(panel) = &Panel::of(playground, position) else {
        return html! { <article class="tenant" /> };
    };
    let Panel { tenant, other, pane, .. } = *panel;
    let dispatch = &playground.dispatch;
    let side = Side::of(position);
    let held = &tenant.directory;
    let mut meta = tenant.domains.first().map(|domain| format!("{domain} · ")).unwrap_or_default();
    meta += &counted(held.users.len(), "person", "people");
    meta += " · ";
    meta += &counted(held.applications.len(), "app", "apps");
    let (class, first, second) = match side {
        Side::Left => ("tenant left", Direction::Inbound, Direction::Outbound),
        Side::Right => ("tenant right", Direction::Outbound, Direction::Inbound),
    };
    let (name, more) = match lazy::editors(dispatch, When::Idle) {
        Ok(editors) => ((editors.name)(panel), (editors.more)(playground, position)),
        Err(place) => (tenant.display_name.clone().into(), place),
    };
    let show = |words: String, shown: Pane| (words, pane == shown, Action::ShowPane(side, shown));
    html! {
        <article {class} aria-label={tenant.display_name.clone()}>
            <header>
                <span class="mono" aria-hidden="true">{ tenant.display_name.chars().next() }</span>
                <div class="who">
                    <h2>{ name }</h2>
                    <p>{ meta }</p>
                </div>
                { segmented(
                    dispatch,
                    "",
                    &format!("{}’s settings", tenant.display_name),
                    if position == 0 { "pane-0" } else { "pane-1" },
                    vec![
                        show(format!("About {}", other.display_name), Pane::Partner),
                        show("Defaults".into(), Pane::Defaults),
                    ],
                ) }
            </header>
            <fieldset class="held" disabled={playground.dispatch.0.is_readonly()}>
                <div class="row">{ setting(panel, first) }</div>
                <div class="row">{ setting(panel, second) }</div>
                <div class="rest">
                    { trust(panel) }
                    { conditional_access(panel) }
                    { redemption(panel) }
                    <div class="apart">{ more }</div>
                    { directory(panel) }
                </div>
            </fieldset>
        </article>
    }
}
