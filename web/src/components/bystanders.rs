//! Tenants that stand by: they have no panel, but a cloud, and a network that people can be on.

use entente_workspace::{Action, Edit};
use yew::prelude::*;

use super::control::{add_line, button, name_field};
use super::more::{about_others, lives_in, restrictions};
use super::tenant::Panel;
use crate::host::Playground;
use crate::lazy::{self, When};

/// How many tenants stand side by side.
pub(crate) const SIDE_BY_SIDE: usize = 2;

/// The tenants that stand by, behind a line that names them.
pub(crate) fn bystanders(playground: &Playground) -> Html {
    let tenants = &playground.snapshot.scenario().tenants;
    let names: Vec<&str> =
        tenants.iter().skip(SIDE_BY_SIDE).map(|tenant| tenant.display_name.as_str()).collect();
    let state = if names.is_empty() { "none".to_string() } else { names.join(", ") };
    let inside = match lazy::editors(&playground.dispatch, When::Idle) {
        Ok(editors) => (editors.bystanders)(playground),
        Err(place) => place,
    };
    html! {
        <details class="bystanders">
            <summary>{ "Other organizations " }<span>{ state }</span></summary>
            <div>{ inside }</div>
        </details>
    }
}

/// What is behind the line.
pub(crate) fn held(playground: &Playground) -> Html {
    let tenants = &playground.snapshot.scenario().tenants;
    let panels = (SIDE_BY_SIDE..tenants.len()).filter_map(|position| Panel::of(playground, position));
    html! {
        <>
            <p class="muted">{ "Whoever else has a network or a policy that matters here, such as Northwind." }</p>
            <ul>{ for panels.map(|panel| bystander(&panel)) }</ul>
            { add_line(&playground.dispatch, "Add an organization", Edit::AddTenant { name: String::new() }) }
        </>
    }
}

fn bystander(panel: &Panel<'_>) -> Html {
    let Panel { playground, tenant, .. } = *panel;
    let (dispatch, name) = (&playground.dispatch, &tenant.display_name);
    let rename = Edit::RenameTenant { tenant: tenant.id.clone(), name: String::new() };
    let remove = Action::Edit(Edit::RemoveTenant { tenant: tenant.id.clone() });
    html! {
        <li key={tenant.id.as_str()} class="entry">
            <div class="head">
                { name_field(dispatch, &format!("Name of {name}, which stands by"), name, rename) }
                <small>{ tenant.domains.first() }</small>
                { button(dispatch, "remove", "×", &format!("Remove {name}"), remove) }
            </div>
            { lives_in(panel) }
            { restrictions(panel) }
            { about_others(panel) }
        </li>
    }
}
