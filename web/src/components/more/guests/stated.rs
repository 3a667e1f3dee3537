//! What few decisions ask of a guest's object: registration, groups, directory roles.

use entente_policy::{Guest, Id, User};
use entente_workspace::{Edit, GuestEdit};
use yew::prelude::*;

use super::chosen;
use crate::components::control::{check, checks};
use crate::components::roles::{ROLES, short};
use crate::components::tenant::{Panel, counted};

const REGISTERED: [(Option<bool>, &str); 3] =
    [(None, "not stated whether registered"), (Some(true), "registered"), (Some(false), "not registered")];

const ROLES_STATED: [(bool, &str); 2] = [(false, "not stated"), (true, "stated")];

/// What else is stated of the object, behind a line.
pub(super) fn about(panel: &Panel<'_>, user: &User, object: &Guest) -> Html {
    let Panel { playground, tenant, other, .. } = *panel;
    let (own, name) = (&tenant.display_name, &user.display_name);
    let (home, id) = (&other.id, &user.id);
    let of = |edit| Edit::Guests { tenant: tenant.id.clone(), edit };
    let whose = format!(": {name} in {own}");
    let one = |key: &Id, label: &str, on: bool, edit: Edit| {
        html! { <span key={key.as_str()}>{ check(&playground.dispatch, label, "", &whose, on, edit) }</span> }
    };
    let groups: Vec<Html> = tenant
        .directory
        .groups
        .iter()
        .map(|group| {
            let member = group.members.contains(&object.id);
            let (tenant, group_id, user) = (tenant.id.clone(), group.id.clone(), object.id.clone());
            let edit = Edit::SetMember { tenant, group: group_id, user, member: !member };
            one(&group.id, &group.display_name, member, edit)
        })
        .collect();
    let set_roles = |roles| of(GuestEdit::SetRoles { home: home.clone(), user: id.clone(), roles });
    let held = object.directory_roles.as_ref();
    let roles: Vec<Html> = held
        .map(|held| {
            let known = ROLES.iter().map(|(id, name)| (Id::from(*id), (*name).to_string()));
            let strangers = held.iter().filter(|id| !ROLES.iter().any(|(known, _)| id.is(known)));
            known
                .chain(strangers.map(|id| (id.clone(), short(id))))
                .map(|(role, label)| {
                    let on = held.contains(&role);
                    let mut roles: Vec<Id> = held.iter().filter(|other| **other != role).cloned().collect();
                    roles.extend((!on).then(|| role.clone()));
                    one(&role, &label, on, set_roles(Some(roles)))
                })
                .collect()
        })
        .unwrap_or_default();
    html! {
        <details class="about">
            <summary>{ "More" }<span class="hidden">{ format!(" about {name} in {own}") }</span>{ " " }<small>{ in_words(panel, object).join(", ") }</small></summary>
            <p>
                { "For MFA " }
                { chosen(playground, &format!("Whether {name} is registered for MFA in {own}"), &REGISTERED, &object.is_mfa_registered, "", |registered| {
                    of(GuestEdit::SetRegistered { home: home.clone(), user: id.clone(), registered })
                }) }
                { ", directory roles " }
                { chosen(playground, &format!("Directory roles of {name} in {own}"), &ROLES_STATED, &held.is_some(), "", |stated| {
                    set_roles(stated.then(Vec::new))
                }) }
            </p>
            <div>if !roles.is_empty() { { checks("Directory roles", roles) } }</div>
            <div>if !groups.is_empty() { { checks(&format!("Groups of {own}"), groups) } }</div>
        </details>
    }
}

/// What of all this is stated, in a few words.
fn in_words(panel: &Panel<'_>, object: &Guest) -> Vec<String> {
    let groups = panel.tenant.directory.groups_of(&object.id).count();
    let mut words: Vec<String> = Vec::new();
    words.extend(object.is_mfa_registered.map(|is_one| {
        if is_one { "registered for MFA".into() } else { "not registered for MFA".to_string() }
    }));
    words.extend(object.directory_roles.as_ref().map(|roles| {
        if roles.is_empty() { "no roles".into() } else { counted(roles.len(), "role", "roles") }
    }));
    words.extend((groups > 0).then(|| counted(groups, "group", "groups")));
    words
}
