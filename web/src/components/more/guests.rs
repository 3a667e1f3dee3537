//! Who may invite whom, who is a guest already, synchronization, and the order of identities at redemption.

mod stated;

use entente_policy::graph::AllowInvitesFrom;
use entente_policy::{
    ExternalUserState, Guest, IdentityProvider, Layer, Place, Property, SettingPath, User, UserType,
};
use entente_workspace::{DomainRule, Edit, GuestEdit, LayerEdit, shipped_redemption};
use yew::prelude::*;

use super::rows::{Section, called, chosen, place, row};
use crate::components::control::{Field, Takes};
use crate::components::setting::layer_of;
use crate::components::tenant::{Panel, counted};
use crate::host::Playground;

/// How many people are listed at once.
const SHOWN: usize = 50;

const INVITERS: [(AllowInvitesFrom, &str); 4] = [
    (AllowInvitesFrom::Everyone, "everyone, guests included"),
    (AllowInvitesFrom::AdminsGuestInvitersAndAllMembers, "members and administrators"),
    (AllowInvitesFrom::AdminsAndGuestInviters, "administrators and guest inviters"),
    (AllowInvitesFrom::None, "nobody"),
];

const STATES: [(Option<ExternalUserState>, &str); 3] = [
    (None, "has no guest object"),
    (Some(ExternalUserState::PendingAcceptance), "is invited and has not redeemed"),
    (Some(ExternalUserState::Accepted), "has redeemed"),
];

const PROVIDERS: [(IdentityProvider, &str); 5] = [
    (IdentityProvider::AzureActiveDirectory, "a Microsoft Entra account"),
    (IdentityProvider::MicrosoftAccount, "a personal Microsoft account"),
    (IdentityProvider::Google, "a Google account"),
    (IdentityProvider::ExternalFederation, "a federated account"),
    (IdentityProvider::EmailOneTimePasscode, "a passcode by e-mail"),
];

const TYPES: [(Option<UserType>, &str); 3] = [
    (None, "a guest (not stated)"),
    (Some(UserType::Guest), "a guest"),
    (Some(UserType::Member), "a member"),
];

const IN_ORDER: [(&str, &str); 4] = [
    ("azureActiveDirectory", "Microsoft Entra ID"),
    ("externalFederation", "federation"),
    ("socialIdentityProviders", "social accounts"),
    ("", "nothing"),
];

const FALLBACKS: [(&str, &str); 3] = [
    ("defaultConfiguredIdp", "what is configured"),
    ("emailOneTimePasscode", "a passcode by e-mail"),
    ("microsoftAccount", "a Microsoft account"),
];

pub(super) fn section(panel: &Panel<'_>) -> Section {
    let Panel { playground, tenant, other, .. } = *panel;
    let (own, theirs) = (&tenant.display_name, &other.display_name);
    let of = |edit| Edit::Guests { tenant: tenant.id.clone(), edit };
    let inviters = tenant.authorization_policy.allow_invites_from.clone();
    let inviters = inviters.unwrap_or(AllowInvitesFrom::Everyone);
    let listed = &tenant.invitation_domains;
    let rule = rule(listed.allowed_domains.as_ref(), listed.blocked_domains.as_deref().unwrap_or_default());
    let mut set = Vec::new();
    if inviters != AllowInvitesFrom::Everyone {
        set.push(format!("{} may invite", called(&INVITERS, &inviters)));
    }
    set.extend(rule_in_words(&rule, "invitations to"));
    set.extend(stated(panel));
    if synchronizes(panel) {
        set.push(format!("synchronizes from {theirs}"));
    }
    let body = html! {
        <>
            { row(playground, &place(&tenant.id, Place::AllowInvitesFrom), html! {
                <p>
                    { "To " }{ own }{ ", " }
                    { chosen(playground, &format!("Who may invite guests to {own}"), &INVITERS, &inviters, inviters.as_str(), |who| of(GuestEdit::SetInviters(who))) }
                    { " may invite guests" }
                </p>
            }) }
            { row(playground, &place(&tenant.id, Place::InvitationDomains), domain_rule(
                playground,
                "Invitations go to ",
                &format!("{own}’s domains for invitations"),
                &rule,
                other.domains.first(),
                &|rule| of(GuestEdit::SetDomains(rule)),
            )) }
            { match layer_of(panel) {
                Layer::Default => redemption(panel),
                Layer::Partner(_) => synchronization(panel),
            } }
            { row(playground, &place(&tenant.id, Place::Guests), people(panel)) }
        </>
    };
    Section { title: "Guests", rest: "everyone may invite, to any domain", set, body }
}

/// What the scenario states of the other tenant's people as guests, in a few words.
fn stated(panel: &Panel<'_>) -> Option<String> {
    let guests = panel.tenant.guests.as_deref()?;
    let from = |guest: &&Guest| guest.home_tenant == panel.other.id;
    let pending = |guest: &&Guest| guest.external_user_state == ExternalUserState::PendingAcceptance;
    let (all, waiting) =
        (guests.iter().filter(from).count(), guests.iter().filter(from).filter(pending).count());
    let waiting = if waiting > 0 { format!(", {waiting} pending") } else { String::new() };
    Some(format!("{all} stated{waiting}"))
}

pub(super) fn rule(allowed: Option<&Vec<String>>, blocked: &[String]) -> DomainRule {
    match allowed {
        Some(list) => DomainRule::Only(list.clone()),
        None if blocked.is_empty() => DomainRule::Any,
        None => DomainRule::Except(blocked.into()),
    }
}

/// A rule that is not as shipped, in a few words.
pub(super) fn rule_in_words(rule: &DomainRule, to: &str) -> Option<String> {
    match rule {
        DomainRule::Any => None,
        DomainRule::Only(list) => Some(format!("{to} {} only", counted(list.len(), "domain", "domains"))),
        DomainRule::Except(list) => {
            Some(format!("{to} all but {}", counted(list.len(), "domain", "domains")))
        }
    }
}

/// A sentence about domains, and a line to name them on.
pub(super) fn domain_rule(
    playground: &Playground,
    says: &str,
    label: &str,
    rule: &DomainRule,
    first: Option<&String>,
    edit: &dyn Fn(DomainRule) -> Edit,
) -> Html {
    // A list begins with the domain that the scenario is about.
    let mut list = rule.domains().to_vec();
    if list.is_empty() && *rule == DomainRule::Any {
        list.extend(first.cloned());
    }
    let (only, except) = match rule {
        DomainRule::Only(_) => (rule.clone(), DomainRule::Except(list)),
        DomainRule::Except(_) => (DomainRule::Only(list), rule.clone()),
        DomainRule::Any => (DomainRule::Only(list.clone()), DomainRule::Except(list)),
    };
    let table =
        [(DomainRule::Any, "any domain"), (only, "these domains alone"), (except, "any domain but these")];
    html! {
        <>
            <p>{ says }{ chosen(playground, label, &table, rule, "", edit) }</p>
            <div>
                if *rule != DomainRule::Any {
                    <Field
                        dispatch={playground.dispatch.clone()}
                        label={format!("{label}, by name")}
                        value={rule.domains().join(", ")}
                        edit={edit(rule.clone())}
                        takes={Takes::Domains}
                        placeholder="no domain"
                    />
                }
            </div>
        </>
    }
}

fn synchronizes(panel: &Panel<'_>) -> bool {
    let partner = panel.tenant.cross_tenant_access_policy.partner(&panel.other.id);
    let users = partner
        .and_then(|partner| partner.settings.identity_synchronization.as_ref())
        .and_then(|synchronization| synchronization.user_sync_inbound.as_ref());
    users.and_then(|users| users.is_sync_allowed).unwrap_or(false)
}

fn synchronization(panel: &Panel<'_>) -> Html {
    let Panel { playground, tenant, other, .. } = *panel;
    let (own, theirs) = (&tenant.display_name, &other.display_name);
    let layer = Layer::Partner(other.id.clone());
    let property = Property::IdentitySynchronization;
    let path = SettingPath::CrossTenantAccess {
        tenant: tenant.id.clone(),
        layer: layer.clone(),
        property,
        half: None,
    };
    let allowed = [(false, "may not"), (true, "may")];
    row(
        playground,
        &path,
        html! {
            <p>
                { theirs }{ " " }
                { chosen(playground, &format!("Whether {theirs} may synchronize users into {own}"), &allowed, &synchronizes(panel), "", |on| {
                    let (tenant, layer) = (tenant.id.clone(), layer.clone());
                    Edit::Layer { tenant, layer, edit: LayerEdit::SetSynchronization(on) }
                }) }
                { " synchronize users into " }{ own }
            </p>
        },
    )
}

fn redemption(panel: &Panel<'_>) -> Html {
    let Panel { playground, tenant, .. } = *panel;
    let own = &tenant.display_name;
    let property = Property::InvitationRedemptionIdentityProviderConfiguration;
    let path = SettingPath::CrossTenantAccess {
        tenant: tenant.id.clone(),
        layer: Layer::Default,
        property,
        half: None,
    };
    let settings = &tenant.cross_tenant_access_policy.default.settings;
    let set = settings.invitation_redemption_identity_provider_configuration.clone();
    let set = set.unwrap_or_else(shipped_redemption);
    let order = &set.primary_identity_provider_precedence_order;
    let of = |edit| Edit::Layer { tenant: tenant.id.clone(), layer: Layer::Default, edit };
    let words = [("First", "Redemption tries "), ("Second", ", then "), ("Third", ", then ")];
    let steps = words.iter().enumerate().map(|(at, (nth, says))| {
        let current = order.get(at).map_or("", String::as_str);
        let label = format!("{nth} identity at redemption in {own}");
        html! {
            <span key={*nth}>
                { *says }
                { chosen(playground, &label, &IN_ORDER, &current, current, |word| {
                    of(LayerEdit::SetPrecedence(reordered(order, at, word)))
                }) }
            </span>
        }
    });
    let fallback = set.fallback_identity_provider.as_deref().unwrap_or("defaultConfiguredIdp");
    row(
        playground,
        &path,
        html! {
            <p>
                <span>{ for steps }</span>
                { ", else " }
                { chosen(playground, &format!("Last identity at redemption in {own}"), &FALLBACKS, &fallback, fallback, |word| {
                    of(LayerEdit::SetFallback(word.into()))
                }) }
            </p>
        },
    )
}

/// The order with `word` at this place; what stood there changes places with it.
fn reordered(order: &[String], at: usize, word: &str) -> Vec<String> {
    let mut places: Vec<String> = order.to_vec();
    places.resize(places.len().max(at.saturating_add(1)), String::new());
    if let Some(twin) = places.iter().position(|known| !word.is_empty() && known == word) {
        places.swap(at, twin);
    } else if let Some(place) = places.get_mut(at) {
        *place = word.into();
    }
    places.retain(|place| !place.is_empty());
    places
}

/// Whether the guests are stated, and if so each of the other tenant's people.
fn people(panel: &Panel<'_>) -> Html {
    let Panel { playground, tenant, other, .. } = *panel;
    let (own, theirs) = (&tenant.display_name, &other.display_name);
    let stated = tenant.guests.is_some();
    let table = [(false, "not stated: all are taken to be guests"), (true, "stated, person by person")];
    let users = &other.directory.users;
    let more = if stated { users.len().saturating_sub(SHOWN) } else { 0 };
    let shown = if stated { SHOWN } else { 0 };
    html! {
        <>
            <p>
                { "Guests from " }{ theirs }{ ": " }
                { chosen(playground, &format!("Guests of {own} from {theirs}"), &table, &stated, "", |stated| Edit::Guests {
                    tenant: tenant.id.clone(),
                    edit: GuestEdit::SetStated { home: other.id.clone(), stated },
                }) }
            </p>
            <ul class="people">{ for users.iter().take(shown).map(|user| guest(panel, user)) }</ul>
            <p class="muted">if more > 0 { { format!("and {more} more") } }</p>
        </>
    }
}

/// One person of the other tenant as a guest.
fn guest(panel: &Panel<'_>, user: &User) -> Html {
    let Panel { playground, tenant, other, .. } = *panel;
    let own = &tenant.display_name;
    let name = &user.display_name;
    let (home, id) = (&other.id, &user.id);
    let object = tenant.guest(home, id);
    let of = |edit| Edit::Guests { tenant: tenant.id.clone(), edit };
    let state = object.map(|guest| guest.external_user_state.clone());
    let state_word = state.as_ref().map_or("", ExternalUserState::as_str);
    html! {
        <li key={id.as_str()}>
            <b>{ name }</b>{ " " }
            { chosen(playground, &format!("{name} in {own}"), &STATES, &state, state_word, |state| {
                of(GuestEdit::SetState { home: home.clone(), user: id.clone(), state })
            }) }
            <span>
                if let Some(object) = object {
                    { ", signs in with " }
                    { chosen(playground, &format!("What {name} signs in to {own} with"), &PROVIDERS, &object.identity_provider, object.identity_provider.as_str(), |provider| {
                        of(GuestEdit::SetProvider { home: home.clone(), user: id.clone(), provider })
                    }) }
                    { " as " }
                    { chosen(playground, &format!("What {name} is in {own}"), &TYPES, &object.user_type, "another kind of user", |user_type| {
                        of(GuestEdit::SetType { home: home.clone(), user: id.clone(), user_type })
                    }) }
                }
            </span>
            <div>if let Some(object) = object { { stated::about(panel, user, object) } }</div>
        </li>
    }
}
