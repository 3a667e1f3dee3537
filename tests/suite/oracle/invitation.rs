//! Invitations and guests. Tables: external collaboration settings, the list of allowed or blocked domains,
//! automatic redemption.

use entente_policy::Tenant;
use entente_policy::graph::AllowInvitesFrom;

use super::question::{GuestObject, Question, about};
use super::says::Says;

/// How the domain stands on the lists of the resource tenant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Domain {
    Allowed,
    Denied,
    /// Some of the domains that the user may be invited by are denied, or none is known.
    NotStated,
}

/// What there is of the user in the resource tenant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stands {
    /// The scenario does not say: taken to be a guest, as long as one may be invited.
    NotStated,
    Nothing,
    Pending,
    Redeemed,
}

/// What there is of the user, how the domain stands, whether anybody may invite, whether both tenants redeem
/// automatically; then what that means.
type Row = (Stands, Option<Domain>, Option<bool>, Option<bool>, Says);

const TABLE: [Row; 8] = {
    use Stands::{NotStated, Nothing, Pending, Redeemed};
    const ALLOWED: Option<Domain> = Some(Domain::Allowed);
    const DENIED: Option<Domain> = Some(Domain::Denied);
    const UNCERTAIN: Option<Domain> = Some(Domain::NotStated);
    [
        (NotStated, ALLOWED, Some(true), None, Says::Yes),
        (NotStated, None, None, None, Says::Depends),
        (Nothing, None, None, None, Says::No),
        (Pending, DENIED, None, None, Says::No),
        (Pending, UNCERTAIN, None, None, Says::Depends),
        (Pending, ALLOWED, None, Some(false), Says::AfterPrompt),
        (Pending, ALLOWED, None, Some(true), Says::Yes),
        // The lists leave alone who is a guest already.
        (Redeemed, None, None, None, Says::Yes),
    ]
};

pub(super) fn says(question: &Question<'_>) -> Says {
    if !question.is_of_a_user_across_tenants() || !question.is_collaboration() {
        return Says::Yes;
    }
    let stands = match question.guest() {
        GuestObject::NotStated => Stands::NotStated,
        GuestObject::None => Stands::Nothing,
        GuestObject::Pending(_) => Stands::Pending,
        GuestObject::Redeemed(_) => Stands::Redeemed,
    };
    let resource = &question.resource;
    let domain = domain(question, resource);
    let may_invite = resource.authorization_policy.allow_invites_from != Some(AllowInvitesFrom::None);
    let meets = |wanted: Option<bool>, is_so: bool| wanted.is_none_or(|wanted| wanted == is_so);
    let row = TABLE.iter().find(|(row, listed, invites, redeems, _)| {
        *row == stands
            && listed.is_none_or(|listed| listed == domain)
            && meets(*invites, may_invite)
            && meets(*redeems, redeems_automatically(question))
    });
    row.expect("the table is complete").4
}

/// Both tenants have to say so, in organizational settings: the default is always off. They are about each
/// other's accounts.
fn redeems_automatically(question: &Question<'_>) -> bool {
    if question.comes_with_another_account() {
        return false;
    }
    let consent = |tenant, other: &Tenant| {
        about(tenant, &other.id)
            .and_then(|partner: &_| partner.settings.automatic_user_consent_settings.as_ref())
    };
    let out = consent(&question.home, &question.resource).and_then(|consent| consent.outbound_allowed);
    let into = consent(&question.resource, &question.home).and_then(|consent| consent.inbound_allowed);
    out == Some(true) && into == Some(true)
}

/// The domains that the user may be invited by, those of the tenant for whoever the directory does not list.
fn domain(question: &Question<'_>, resource: &Tenant) -> Domain {
    let domains: Vec<&str> = match question.user() {
        Some(user) => {
            let addresses = user.mail.iter().chain([&user.user_principal_name]);
            addresses.filter_map(|address| address.split_once('@')).map(|(_, domain)| domain).collect()
        }
        None => question.home.domains.iter().map(String::as_str).collect(),
    };
    let lists = &resource.invitation_domains;
    // An empty list is none. With a list of allowed domains, all others are blocked.
    let list = |list: &Option<Vec<String>>| list.clone().filter(|list| !list.is_empty());
    let on = |list: &[String], domain: &str| list.iter().any(|one| one.eq_ignore_ascii_case(domain));
    let denied = |domain: &&&str| {
        list(&lists.blocked_domains).is_some_and(|blocked| on(&blocked, domain))
            || list(&lists.allowed_domains).is_some_and(|allowed| !on(&allowed, domain))
    };
    let there_is_a_list = list(&lists.blocked_domains).or(list(&lists.allowed_domains)).is_some();
    match domains.iter().filter(denied).count() {
        _ if !there_is_a_list => Domain::Allowed,
        _ if domains.is_empty() => Domain::NotStated,
        0 => Domain::Allowed,
        count if count == domains.len() => Domain::Denied,
        _ => Domain::NotStated,
    }
}
