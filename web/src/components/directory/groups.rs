//! Groups, with the object ids that the other organization needs.

use entente_workspace::{Action, Edit};
use yew::prelude::*;

use super::many::{What, listed};
use crate::components::control::{add_line, button, name_field};
use crate::components::tenant::{Panel, counted};

/// One of the groups.
pub(super) fn entry_at(panel: &Panel<'_>, at: usize) -> Html {
    let Panel { playground, tenant, .. } = *panel;
    let dispatch = &playground.dispatch;
    let Some(group) = tenant.directory.groups.get(at) else { return html! { <li key={at} /> } };
    let whole = format!("{} of {}", group.display_name, tenant.display_name);
    let rename =
        Edit::RenameGroup { tenant: tenant.id.clone(), group: group.id.clone(), name: String::new() };
    let remove = Action::Edit(Edit::RemoveGroup { tenant: tenant.id.clone(), group: group.id.clone() });
    let may_have_others = group.may_have_others();
    let members = counted(group.members.len(), "member", "members");
    let (who, nobody) = if group.members.is_empty() {
        ("Nobody has seen who is in it. ", "Nobody is")
    } else {
        ("Nobody has seen who else is in it. ", "Nobody else is")
    };
    let is_all = Edit::SetMayHaveOthers { tenant: tenant.id.clone(), group: group.id.clone(), may: false };
    html! {
        <li key={group.id.as_str()} class="entry">
            <div class="head">
                { name_field(dispatch, &format!("Group’s name: {whole}"), &group.display_name, rename) }
                <small>{ if may_have_others { format!("{members}, perhaps more") } else { members } }</small>
                { button(dispatch, "remove", "×", &format!("Remove group {whole}"), remove) }
            </div>
            <code class="id" title="Object id">{ group.id.as_str() }</code>
            if may_have_others {
                <p class="muted">
                    { who }
                    { button(dispatch, "link", nobody, &format!("{nobody} in {whole}"), Action::Edit(is_all)) }
                </p>
            }
        </li>
    }
}

/// The groups. Members are chosen where the people are.
pub(crate) fn groups(panel: &Panel<'_>) -> Html {
    let Panel { playground, tenant, .. } = *panel;
    let dispatch = &playground.dispatch;
    let add = Edit::AddGroup { tenant: tenant.id.clone(), name: String::new() };
    html! {
        <section class="kind" aria-label={format!("Groups of {}", tenant.display_name)}>
            <h4>{ "Groups" }</h4>
            { listed(panel, What::Groups) }
            { add_line(dispatch, &format!("Add a group of {}", tenant.display_name), add) }
        </section>
    }
}
