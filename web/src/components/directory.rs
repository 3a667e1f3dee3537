//! People, groups, memberships and applications of one tenant.

mod applications;
mod groups;
pub(crate) mod people;

use yew::prelude::*;

use self::applications::applications;
use self::groups::groups;
use self::people::people;
use super::tenant::Panel;

/// The directory, behind a line that says what it holds.
pub(crate) fn directory(panel: &Panel<'_>) -> Html {
    html! {
        <details class="directory">
            <summary>{ "People, groups and apps of " }{ &panel.tenant.display_name }</summary>
            { people(panel) }
            { groups(panel) }
            { applications(panel) }
        </details>
    }
}
