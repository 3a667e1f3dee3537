//! People, groups, memberships and applications of one tenant.

mod applications;
mod groups;
pub(crate) mod people;

use yew::prelude::*;

use self::applications::applications;
use self::groups::groups;
use self::people::people;
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
            { people(panel) }
            { groups(panel) }
            { applications(panel) }
        </>
    }
}
