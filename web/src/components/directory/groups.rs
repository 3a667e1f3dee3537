//! Groups, with the object ids that the other organization needs.

use entente_workspace::Edit;
use yew::prelude::*;

use crate::components::field::{add_line, name_field};
use crate::components::tenant::Panel;

/// The groups. Members are chosen where the people are.
pub(crate) fn groups(panel: &Panel<'_>) -> Html {
    let Panel { playground, tenant, .. } = *panel;
    let dispatch = &playground.dispatch;
    let add = {
        let (dispatch, tenant) = (dispatch.clone(), tenant.id.clone());
        Callback::from(move |name| dispatch.edit(Edit::AddGroup { tenant: tenant.clone(), name }))
    };
    let groups = tenant.directory.groups.iter().map(|group| {
        let rename = {
            let (dispatch, tenant, group) = (dispatch.clone(), tenant.id.clone(), group.id.clone());
            Callback::from(move |name| {
                dispatch.edit(Edit::RenameGroup { tenant: tenant.clone(), group: group.clone(), name });
            })
        };
        let remove = Edit::RemoveGroup { tenant: tenant.id.clone(), group: group.id.clone() };
        let members = group.members.len();
        html! {
            <li key={group.id.as_str()}>
                <div class="entry">
                    <div class="head">
                        { name_field("Group’s name", &group.display_name, rename) }
                        <small>{ if members == 1 { "1 member".to_string() } else { format!("{members} members") } }</small>
                        <button class="remove" aria-label={format!("Remove group {}", group.display_name)} onclick={dispatch.on_edit::<MouseEvent>(remove)}>{ "×" }</button>
                    </div>
                    <code class="id" title="Object id">{ group.id.as_str() }</code>
                </div>
            </li>
        }
    });
    html! {
        <section class="kind" aria-label="Groups">
            <h4>{ "Groups" }</h4>
            <ul>{ for groups }</ul>
            { add_line(format!("Add a group to {}", tenant.display_name), "Add a group", add) }
        </section>
    }
}
