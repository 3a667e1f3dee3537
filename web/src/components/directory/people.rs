//! People: names, memberships, sessions.

use entente_policy::{Id, Session, SettingPath, Tenant, User};
use entente_workspace::{Action, Edit, PersonClaim};
use yew::prelude::*;

use crate::components::control::{add_line, button, check, name_field};
use crate::components::setting::is_lit;
use crate::components::tenant::Panel;
use crate::host::{Dispatch, Playground};

/// How many people are listed at once.
const SHOWN: usize = 50;

/// Check boxes for what a session holds; nobody named means everyone the directory does not list.
pub(crate) fn session_checks(
    dispatch: &Dispatch,
    tenant: &Id,
    user: Option<&Id>,
    session: &Session,
) -> Vec<Html> {
    let claims = [
        (PersonClaim::Mfa, session.mfa, "MFA done at home"),
        (PersonClaim::CompliantDevice, session.compliant_device, "compliant device"),
        (PersonClaim::HybridJoinedDevice, session.hybrid_joined_device, "hybrid joined device"),
    ];
    let one = |(claim, on, label): (PersonClaim, bool, &str)| {
        let edit = Edit::SetSession { tenant: tenant.clone(), user: user.cloned(), claim, held: !on };
        check(dispatch, label, "", on, edit)
    };
    claims.into_iter().map(one).collect()
}

/// The people.
pub(crate) fn people(panel: &Panel<'_>) -> Html {
    let Panel { playground, tenant, .. } = *panel;
    let users = &tenant.directory.users;
    let more = users.len().saturating_sub(SHOWN);
    let add = Edit::AddUser { tenant: tenant.id.clone(), name: String::new() };
    html! {
        <section class="kind" aria-label="People">
            <h4>{ "People" }</h4>
            <ul>
                { for users.iter().take(SHOWN).map(|user| html! {
                    <li key={user.id.as_str()}>{ person(playground, tenant, user) }</li>
                }) }
            </ul>
            <p class="muted">if more > 0 { { format!("and {more} more") } }</p>
            { add_line(&playground.dispatch, "Add a person", add) }
            { anyone_else(playground, tenant) }
        </section>
    }
}

fn person(playground: &Playground, tenant: &Tenant, user: &User) -> Html {
    let dispatch = &playground.dispatch;
    let (tenant_id, id) = (&tenant.id, &user.id);
    let groups: Vec<Html> = tenant
        .directory
        .groups
        .iter()
        .map(|group| {
            let member = group.members.contains(id);
            let (tenant, group_id, user) = (tenant_id.clone(), group.id.clone(), id.clone());
            let edit = Edit::SetMember { tenant, group: group_id, user, member: !member };
            check(dispatch, &group.display_name, "", member, edit)
        })
        .collect();
    let rename = Edit::RenameUser { tenant: tenant_id.clone(), user: id.clone(), name: String::new() };
    let remove = Action::Edit(Edit::RemoveUser { tenant: tenant_id.clone(), user: id.clone() });
    let head = html! {
        <>
            { name_field(dispatch, "Person’s name", &user.display_name, rename) }
            <small>{ &user.user_principal_name }</small>
            { button(dispatch, "remove", "×", &format!("Remove {}", user.display_name), remove) }
        </>
    };
    entry(playground, tenant_id, Some(id), &user.display_name, head, groups, &user.session)
}

/// Everyone the directory does not list.
fn anyone_else(playground: &Playground, tenant: &Tenant) -> Html {
    let head = html! { <><b>{ "Anyone else" }</b><small>{ "now or later, on no list" }</small></> };
    entry(playground, &tenant.id, None, "Anyone else", head, Vec::new(), &tenant.directory.any_other_user)
}

fn entry(
    playground: &Playground,
    tenant: &Id,
    user: Option<&Id>,
    name: &str,
    head: Html,
    groups: Vec<Html>,
    session: &Session,
) -> Html {
    let path = SettingPath::Session { tenant: tenant.clone(), user: user.cloned() };
    let class = if is_lit(playground, &path) { "entry lit" } else { "entry" };
    let session = session_checks(&playground.dispatch, tenant, user, session);
    html! {
        <div {class} tabindex="-1" role="group" aria-label={name.to_string()} data-setting={path.to_string()}>
            <div class="head">{ head }</div>
            <div class="checks">
                if !groups.is_empty() { <span class="what">{ "in" }</span><span class="checks">{ for groups }</span> }
            </div>
            <div class="checks"><span class="what">{ "session" }</span><span class="checks">{ for session }</span></div>
        </div>
    }
}
