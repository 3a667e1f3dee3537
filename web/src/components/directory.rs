//! People, groups, memberships and applications of one tenant.

mod applications;
mod groups;
pub(crate) mod people;

use yew::prelude::*;

use self::applications::Applications;
use self::groups::Groups;
use self::people::People;
use super::tenant::TenantProps;

/// The directory, behind a line that says what it holds.
#[component]
pub(crate) fn DirectoryEditor(props: &TenantProps) -> Html {
    html! {
        <details class="directory">
            <summary>{ "People, groups and apps of " }{ &props.tenant.display_name }</summary>
            <People ..props.clone() />
            <Groups ..props.clone() />
            <Applications ..props.clone() />
        </details>
    }
}
