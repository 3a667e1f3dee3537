//! People: names, memberships, sessions.

use entente_policy::graph::{AuthenticationMethod, Rest, RiskLevel};
use entente_policy::{
    Carrier, Id, Place, Session, SettingPath, Subject, Tenant, TenantRestrictionsSignal, User, UserType,
};
use entente_workspace::{Action, Edit, PersonClaim, SessionEdit};
use yew::prelude::*;

use super::many::{MANY, What, listed};
use crate::components::control::{Field, Takes, add_line, button, check, name_field};
use crate::components::more::{chosen, row};
use crate::components::setting::is_lit;
use crate::components::tenant::Panel;
use crate::host::{Dispatch, Playground};

const RISKS: [(Option<RiskLevel>, &str); 5] = [
    (None, "not stated"),
    (Some(RiskLevel::None), "none"),
    (Some(RiskLevel::Low), "low"),
    (Some(RiskLevel::Medium), "medium"),
    (Some(RiskLevel::High), "high"),
];

pub(crate) const METHODS: [(Option<AuthenticationMethod>, &str); 10] = [
    (None, "a method not stated"),
    (Some(AuthenticationMethod::Sms), "text message"),
    (Some(AuthenticationMethod::Voice), "voice call"),
    (Some(AuthenticationMethod::AuthenticatorPush), "Authenticator notification"),
    (Some(AuthenticationMethod::SoftwareOath), "software token"),
    (Some(AuthenticationMethod::HardwareOath), "hardware token"),
    (Some(AuthenticationMethod::PhoneSignIn), "Authenticator phone sign-in"),
    (Some(AuthenticationMethod::Fido2), "FIDO2 key or passkey"),
    (Some(AuthenticationMethod::WindowsHello), "Windows Hello for Business"),
    (Some(AuthenticationMethod::Certificate), "certificate"),
];

/// Check boxes for what a session holds; nobody named means everyone the directory does not list. `name` is said of
/// each.
pub(crate) fn session_checks(
    dispatch: &Dispatch,
    tenant: &Id,
    user: Option<&Id>,
    name: &str,
    session: &Session,
) -> Vec<Html> {
    let claims = [
        (PersonClaim::Mfa, session.mfa, "MFA done at home"),
        (PersonClaim::CompliantDevice, session.compliant_device, "compliant device"),
        (PersonClaim::HybridJoinedDevice, session.hybrid_joined_device, "hybrid joined device"),
    ];
    let one = |(claim, on, label): (PersonClaim, bool, &str)| {
        let edit = Edit::SetSession { tenant: tenant.clone(), user: user.cloned(), claim, held: !on };
        check(dispatch, label, "", &format!(": {name}"), on, edit)
    };
    claims.into_iter().map(one).collect()
}

/// The people.
pub(crate) fn people(panel: &Panel<'_>) -> Html {
    let Panel { playground, tenant, .. } = *panel;
    let add = Edit::AddUser { tenant: tenant.id.clone(), name: String::new() };
    html! {
        <section class="kind" aria-label={format!("People of {}", tenant.display_name)}>
            <h4>{ "People" }</h4>
            { listed(panel, What::People) }
            { add_line(&playground.dispatch, &format!("Add a person of {}", tenant.display_name), add) }
            { anyone_else(playground, tenant) }
        </section>
    }
}

/// One of the people.
pub(super) fn entry_at(panel: &Panel<'_>, at: usize) -> Html {
    let Panel { playground, tenant, .. } = *panel;
    let user = tenant.directory.users.get(at);
    let person = user.map(|user| (user.id.as_str(), person(playground, tenant, user)));
    match person {
        Some((id, person)) => html! { <li key={id}>{ person }</li> },
        None => html! { <li key={at} /> },
    }
}

fn person(playground: &Playground, tenant: &Tenant, user: &User) -> Html {
    let dispatch = &playground.dispatch;
    let (tenant_id, id) = (&tenant.id, &user.id);
    let whole = format!("{} of {}", user.display_name, tenant.display_name);
    let groups: Vec<Html> = tenant
        .directory
        .groups
        .iter()
        .map(|group| (group, group.members.contains(id)))
        // Of many groups, those the person is in.
        .filter(|(_, member)| *member || tenant.directory.groups.len() < MANY)
        .map(|(group, member)| {
            let (tenant, group_id, user) = (tenant_id.clone(), group.id.clone(), id.clone());
            let edit = Edit::SetMember { tenant, group: group_id, user, member: !member };
            let shown = check(dispatch, &group.display_name, "", &format!(": {whole}"), member, edit);
            html! { <span key={group.id.as_str()}>{ shown }</span> }
        })
        .collect();
    let rename = Edit::RenameUser { tenant: tenant_id.clone(), user: id.clone(), name: String::new() };
    let remove = Action::Edit(Edit::RemoveUser { tenant: tenant_id.clone(), user: id.clone() });
    let head = html! {
        <>
            { name_field(dispatch, &format!("Person’s name: {whole}"), &user.display_name, rename) }
            <small>{ &user.user_principal_name }</small>
            { button(dispatch, "remove", "×", &format!("Remove {whole}"), remove) }
        </>
    };
    let about = about(playground, tenant, user);
    let mut stated: Vec<&str> = user.mail.as_deref().into_iter().collect();
    if user.user_type == Some(UserType::Guest) {
        stated.push("a guest");
    }
    entry(playground, tenant_id, Some(id), &user.display_name, head, groups, &user.session, stated, about)
}

/// What is stated of a person beside name, groups and session.
fn about(playground: &Playground, tenant: &Tenant, user: &User) -> Html {
    let (tenant_id, name) = (&tenant.id, &user.display_name);
    let path = SettingPath::Policy {
        tenant: tenant_id.clone(),
        place: Place::Users,
        item: Some(user.id.as_str().into()),
    };
    let kinds = [(UserType::Member, "a member"), (UserType::Guest, "a guest")];
    let current = user.user_type.clone().unwrap_or(UserType::Member);
    let kind = |user_type: UserType| Edit::SetUserType {
        tenant: tenant_id.clone(),
        user: user.id.clone(),
        // What is not stated is a member, and stays so.
        user_type: (user_type != UserType::Member).then_some(user_type),
    };
    let sign_in_name =
        Edit::SetSignInName { tenant: tenant_id.clone(), user: user.id.clone(), name: String::new() };
    let mail = Edit::SetMail { tenant: tenant_id.clone(), user: user.id.clone(), mail: String::new() };
    row(
        playground,
        &path,
        html! {
            <>
                <p>
                    { format!("{name} is ") }
                    { chosen(playground, &format!("Whether {name} is a member or a guest of {}", tenant.display_name), &kinds, &current, current.as_str(), kind) }
                    { format!(" of {}", tenant.display_name) }
                </p>
                <Field
                    dispatch={playground.dispatch.clone()}
                    label={format!("Sign-in name of {name}")}
                    value={user.user_principal_name.clone()}
                    edit={sign_in_name}
                    takes={Takes::SignInName}
                    placeholder="sign-in name"
                />
                <Field
                    dispatch={playground.dispatch.clone()}
                    label={format!("E-mail of {name}, where it is not the sign-in name")}
                    value={user.mail.clone().unwrap_or_default()}
                    edit={mail}
                    takes={Takes::Mail}
                    placeholder="e-mail: the sign-in name"
                />
            </>
        },
    )
}

/// By which method multifactor authentication was done, and how much risk is seen.
fn seen(playground: &Playground, name: &str, session: &Session, edit: impl Fn(SessionEdit) -> Edit) -> Html {
    let method = session.mfa_method.as_ref().map_or("", AuthenticationMethod::as_str);
    let risk = |level: &Option<RiskLevel>, of_user: bool| {
        let label =
            format!("Risk seen in {}", if of_user { name.into() } else { format!("{name}’s sign-in") });
        let word = level.as_ref().map_or("", RiskLevel::as_str);
        chosen(playground, &label, &RISKS, level, word, |level| {
            edit(if of_user { SessionEdit::SetUserRisk(level) } else { SessionEdit::SetSignInRisk(level) })
        })
    };
    html! {
        <p>
            { "MFA by " }
            { chosen(playground, &format!("Method of {name}’s MFA"), &METHODS, &session.mfa_method, method, |method| {
                edit(SessionEdit::SetMethod(method))
            }) }
            { ", sign-in risk " }{ risk(&session.sign_in_risk, false) }
            { ", user risk " }{ risk(&session.user_risk, true) }
        </p>
    }
}

/// On whose network or device somebody is, and what says so to the sign-in page.
fn network(playground: &Playground, name: &str, session: &Session, of: impl Fn(SessionEdit) -> Edit) -> Html {
    let signal = session.tenant_restrictions.as_ref();
    let edit = |signal| of(SessionEdit::SetNetwork(signal));
    let owner = signal.map(|signal| signal.policy_owner.clone());
    let carrier = signal.map(|signal| signal.carrier).unwrap_or_default();
    let signalled = |policy_owner: Id, carrier: Carrier| TenantRestrictionsSignal {
        policy_owner,
        carrier,
        rest: Rest::new(),
    };
    let narrator = playground.snapshot.narrator();
    let carriers = Carrier::ALL.map(|carrier| (carrier, narrator.carrier(carrier)));
    let tenants = &playground.snapshot.scenario().tenants;
    let owners: Vec<(Option<Id>, String)> = std::iter::once((None, "no organization’s".to_string()))
        .chain(tenants.iter().map(|tenant| (Some(tenant.id.clone()), format!("{}’s", tenant.display_name))))
        .collect();
    let owners: Vec<(Option<Id>, &str)> =
        owners.iter().map(|(id, words)| (id.clone(), words.as_str())).collect();
    html! {
        <span>
            { chosen(playground, &format!("Whose network {name} is on"), &owners, &owner, "another tenant’s", |owner| {
                edit(owner.map(|owner| signalled(owner, carrier)))
            }) }
            { " network" }
            if let Some(owner) = owner {
                { ", by " }
                { chosen(playground, &format!("What says that {name} is on this network"), &carriers, &carrier, "", |carrier| {
                    edit(Some(signalled(owner.clone(), carrier)))
                }) }
            }
        </span>
    }
}

/// Everyone the directory does not list.
fn anyone_else(playground: &Playground, tenant: &Tenant) -> Html {
    let head = html! { <><b>{ "Anyone else" }</b><small>{ "now or later, on no list" }</small></> };
    let session = &tenant.directory.any_other_user;
    entry(playground, &tenant.id, None, "Anyone else", head, Vec::new(), session, Vec::new(), html! {})
}

#[expect(clippy::too_many_arguments, reason = "the parts of one entry, in the order they are shown")]
fn entry<'a>(
    playground: &Playground,
    tenant: &Id,
    user: Option<&Id>,
    name: &str,
    head: Html,
    groups: Vec<Html>,
    session: &'a Session,
    mut stated: Vec<&'a str>,
    about: Html,
) -> Html {
    let edit = |edit| Edit::Session { tenant: tenant.clone(), user: user.cloned(), edit };
    let subject = user.cloned().map_or(Subject::AnyOther, Subject::User);
    let called = playground.snapshot.narrator().user(tenant, &subject);
    let network = network(playground, &called, session, edit);
    stated.extend(session.mfa_method.as_ref().map(AuthenticationMethod::as_str));
    if session.sign_in_risk.is_some() || session.user_risk.is_some() {
        stated.push("risk");
    }
    let seen = seen(playground, &called, session, edit);
    let path = SettingPath::Session { tenant: tenant.clone(), user: user.cloned() };
    let class = if is_lit(playground, &path) { "entry lit" } else { "entry" };
    let session = session_checks(&playground.dispatch, tenant, user, &called, session);
    html! {
        <div {class} tabindex="-1" role="group" aria-label={name.to_string()} data-setting={path.to_string()}>
            <div class="head">{ head }</div>
            <div class="checks">
                if !groups.is_empty() { <span class="what">{ "in" }</span><span class="checks">{ for groups }</span> }
            </div>
            <div class="checks"><span class="what">{ "session" }</span><span class="checks">{ for session }</span></div>
            <div class="checks"><span class="what">{ "on" }</span>{ network }</div>
            <details class="about">
                <summary>{ "More" }<span class="hidden">{ format!(" about {called}") }</span>{ " " }<small>{ stated.join(", ") }</small></summary>
                { seen }
                <div>{ about }</div>
            </details>
        </div>
    }
}
