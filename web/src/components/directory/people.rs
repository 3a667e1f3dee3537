//! People: names, memberships, sessions.

use entente_policy::{Id, Session, SettingPath, Tenant, User};
use entente_workspace::{Edit, PersonClaim};
use yew::prelude::*;

use crate::components::field::{add_line, name_field};
use crate::components::setting::is_lit;
use crate::components::tenant::Panel;
use crate::host::{Dispatch, Playground};

/// How many people are listed at once.
const SHOWN: usize = 50;

/// The claims a session can hold, with their names.
pub(crate) const CLAIMS: [(PersonClaim, &str); 3] = [
    (PersonClaim::Mfa, "MFA done at home"),
    (PersonClaim::CompliantDevice, "compliant device"),
    (PersonClaim::HybridJoinedDevice, "hybrid joined device"),
];

/// Whether a session holds a claim.
pub(crate) fn held(session: &Session, claim: PersonClaim) -> bool {
    match claim {
        PersonClaim::Mfa => session.mfa,
        PersonClaim::CompliantDevice => session.compliant_device,
        PersonClaim::HybridJoinedDevice => session.hybrid_joined_device,
    }
}

/// Check boxes for what a session holds.
pub(crate) fn session_checks(dispatch: &Dispatch, tenant: &Id, user: Option<&Id>, session: &Session) -> Html {
    let checks = CLAIMS.iter().map(|(claim, label)| {
        let on = held(session, *claim);
        let edit = Edit::SetSession { tenant: tenant.clone(), user: user.cloned(), claim: *claim, held: !on };
        html! {
            <label key={*label} class="check">
                <input type="checkbox" checked={on} onchange={dispatch.on_edit::<Event>(edit)} />
                <span>{ *label }</span>
            </label>
        }
    });
    html! { <>{ for checks }</> }
}

/// The people.
pub(crate) fn people(panel: &Panel<'_>) -> Html {
    let Panel { playground, tenant, .. } = *panel;
    let directory = &tenant.directory;
    let add = {
        let (dispatch, tenant) = (playground.dispatch.clone(), tenant.id.clone());
        Callback::from(move |name| dispatch.edit(Edit::AddUser { tenant: tenant.clone(), name }))
    };
    let more = directory.users.len().saturating_sub(SHOWN);
    html! {
        <section class="kind" aria-label="People">
            <h4>{ "People" }</h4>
            <ul>
                { for directory.users.iter().take(SHOWN).map(|user| html! {
                    <li key={user.id.as_str()}>
                        { person(playground, tenant, user) }
                    </li>
                }) }
            </ul>
            <p class="muted">if more > 0 { { format!("and {more} more") } }</p>
            { add_line(format!("Add a person to {}", tenant.display_name), "Add a person", add) }
            { anyone_else(playground, tenant) }
        </section>
    }
}

fn person(playground: &Playground, tenant: &Tenant, user: &User) -> Html {
    let dispatch = &playground.dispatch;
    let path = SettingPath::Session { tenant: tenant.id.clone(), user: Some(user.id.clone()) };
    let lit = is_lit(playground, &path);
    let rename = {
        let (dispatch, tenant, user) = (dispatch.clone(), tenant.id.clone(), user.id.clone());
        Callback::from(move |name| {
            dispatch.edit(Edit::RenameUser { tenant: tenant.clone(), user: user.clone(), name });
        })
    };
    let remove = Edit::RemoveUser { tenant: tenant.id.clone(), user: user.id.clone() };
    let groups = tenant.directory.groups.iter().map(|group| {
        let member = group.members.contains(&user.id);
        let edit = Edit::SetMember {
            tenant: tenant.id.clone(),
            group: group.id.clone(),
            user: user.id.clone(),
            member: !member,
        };
        html! {
            <label key={group.id.as_str()} class="check">
                <input type="checkbox" checked={member} onchange={dispatch.on_edit::<Event>(edit)} />
                <span>{ &group.display_name }</span>
            </label>
        }
    });
    html! {
        <div class={classes!("entry", lit.then_some("lit"))} tabindex="-1" role="group" aria-label={user.display_name.clone()} data-setting={path.to_string()}>
            <div class="head">
                { name_field("Person’s name", &user.display_name, rename) }
                <small>{ &user.user_principal_name }</small>
                <button class="remove" aria-label={format!("Remove {}", user.display_name)} onclick={dispatch.on_edit::<MouseEvent>(remove)}>{ "×" }</button>
            </div>
            <div class="checks" role="group" aria-label="Member of"><span class="what" aria-hidden="true">{ "in" }</span>{ for groups }</div>
            <div class="checks" role="group" aria-label="Session"><span class="what" aria-hidden="true">{ "session" }</span>{ session_checks(dispatch, &tenant.id, Some(&user.id), &user.session) }</div>
        </div>
    }
}

/// Everyone the directory does not list.
fn anyone_else(playground: &Playground, tenant: &Tenant) -> Html {
    let path = SettingPath::Session { tenant: tenant.id.clone(), user: None };
    let lit = is_lit(playground, &path);
    html! {
        <div class={classes!("entry", "anyone", lit.then_some("lit"))} tabindex="-1" role="group" aria-label="Anyone else" data-setting={path.to_string()}>
            <div class="head"><b>{ "Anyone else" }</b><small>{ "now or later, on no list" }</small></div>
            <div class="checks" role="group" aria-label="Session"><span class="what" aria-hidden="true">{ "session" }</span>{ session_checks(&playground.dispatch, &tenant.id, None, &tenant.directory.any_other_user) }</div>
        </div>
    }
}
