//! People, groups, memberships and applications of one tenant.

mod applications;
mod groups;
mod load;
pub(crate) mod many;
pub(crate) mod people;

use entente_workspace::Edit;
use yew::prelude::*;

use self::applications::applications;
use self::groups::groups;
use self::people::people;
use super::control::{Field, Takes};
use super::tenant::Panel;
use crate::lazy::{self, When};

/// The directory, behind a line that says what it holds.
pub(crate) fn directory(panel: &Panel<'_>) -> Html {
    let inside = match lazy::editors(&panel.playground.dispatch, When::Idle) {
        Ok(editors) => (editors.directory)(panel),
        Err(place) => place,
    };
    html! {
        <details class="directory">
            <summary>{ "People, groups and apps of " }{ &panel.tenant.display_name }</summary>
            <div>{ inside }</div>
        </details>
    }
}

/// What the directory holds.
pub(crate) fn held(panel: &Panel<'_>) -> Html {
    html! {
        <>
            { domains(panel) }
            { people(panel) }
            { groups(panel) }
            { applications(panel) }
            { load::load(panel) }
        </>
    }
}

/// The domains, which lists about invitations and external access name.
fn domains(panel: &Panel<'_>) -> Html {
    let Panel { playground, tenant, .. } = *panel;
    html! {
        <section class="kind" aria-label={format!("Domains of {}", tenant.display_name)}>
            <h4>{ "Domains" }</h4>
            <Field
                dispatch={playground.dispatch.clone()}
                label={format!("{}’s domains", tenant.display_name)}
                value={tenant.domains.join(", ")}
                edit={Edit::SetDomains { tenant: tenant.id.clone(), domains: Vec::new() }}
                takes={Takes::Domains}
                placeholder="no domain"
            />
        </section>
    }
}
