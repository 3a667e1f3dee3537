//! One tenant's panel.

use std::sync::Arc;

use entente_policy::{Direction, Tenant};
use entente_workspace::{Action, Edit, Pane, Side};
use yew::prelude::*;

use super::conditional_access::ConditionalAccess;
use super::directory::DirectoryEditor;
use super::field::NameField;
use super::redemption::Redemption;
use super::segmented::Segmented;
use super::setting::Setting;
use super::trust::Trust;
use crate::host::OfTenant;

/// The props of what a panel holds.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct TenantProps {
    pub(crate) of: OfTenant,
    /// The tenant whose panel it is, and the one opposite.
    pub(crate) tenant: Arc<Tenant>,
    pub(crate) other: Arc<Tenant>,
}

fn counted(count: usize, one: &str, many: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {many}") }
}

/// The panel: its settings in the order that puts each direction on one row with the other tenant's.
#[component]
pub(crate) fn TenantPanel(props: &OfTenant) -> Html {
    let Some((tenant, other)) = props.tenants() else {
        return html! { <article class="tenant" /> };
    };
    let dispatch = &props.playground.dispatch;
    let pane =
        props.playground.snapshot.workspace.view().panes.get(props.position).copied().unwrap_or_default();
    let side = Side::of(props.position);
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
    let directory = &tenant.directory;
    let meta = [
        tenant.domains.first().cloned().unwrap_or_default(),
        counted(directory.users.len(), "person", "people"),
        counted(directory.applications.len(), "app", "apps"),
    ];
    let meta: Vec<String> = meta.into_iter().filter(|part| !part.is_empty()).collect();
    let order = match side {
        Side::Left => [Direction::Inbound, Direction::Outbound],
        Side::Right => [Direction::Outbound, Direction::Inbound],
    };
    let rows = order.into_iter().map(|direction| {
        html! {
            <div class="row" key={format!("{direction:?}")}>
                <Setting of={props.clone()} tenant={tenant.clone()} other={other.clone()} {direction} />
            </div>
        }
    });
    let inner = TenantProps { of: props.clone(), tenant: tenant.clone(), other: other.clone() };
    html! {
        <article class={classes!("tenant", if side == Side::Left { "left" } else { "right" })} aria-label={tenant.display_name.clone()}>
            <header>
                <span class="mono" aria-hidden="true">{ tenant.display_name.chars().next().unwrap_or('?') }</span>
                <div class="who">
                    <h2><NameField label="Organization’s name" value={tenant.display_name.clone()} onrename={rename} /></h2>
                    <p>{ meta.join(" · ") }</p>
                </div>
                <Segmented
                    label={format!("{}’s settings", tenant.display_name)}
                    name={format!("pane-{}", props.position)}
                    options={vec![AttrValue::from(format!("About {}", other.display_name)), AttrValue::from("Defaults")]}
                    chosen={usize::from(pane == Pane::Defaults)}
                    onchoose={choose}
                />
            </header>
            { for rows }
            <div class="rest">
                <Trust ..inner.clone() />
                <ConditionalAccess ..inner.clone() />
                <Redemption ..inner.clone() />
                <DirectoryEditor ..inner />
            </div>
        </article>
    }
}
