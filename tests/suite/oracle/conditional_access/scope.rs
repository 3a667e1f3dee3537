//! Whom and what a policy meets.

use entente_policy::graph::{
    ConditionalAccessPolicy, ConditionalAccessUsers, GuestsOrExternalUsers, RiskLevel,
};
use entente_policy::{AppKind, Guest, Id, IdentityProvider, Property, UserType};

use super::Asked;
use super::reading::Open;
use crate::oracle::access;
use crate::oracle::says::Says;

/// Whether a policy meets a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meets {
    Yes,
    /// It turns on something that the scenario does not state.
    NotStated,
    No,
}

impl Meets {
    fn whether(so: bool) -> Self {
        if so { Meets::Yes } else { Meets::No }
    }

    fn any(found: impl IntoIterator<Item = Meets>) -> Self {
        let found: Vec<Meets> = found.into_iter().collect();
        let has = |wanted| found.contains(&wanted).then_some(wanted);
        has(Meets::Yes).or(has(Meets::NotStated)).unwrap_or(Meets::No)
    }

    fn all(found: impl IntoIterator<Item = Meets>) -> Self {
        let found: Vec<Meets> = found.into_iter().collect();
        let has = |wanted| found.contains(&wanted).then_some(wanted);
        has(Meets::No).or(has(Meets::NotStated)).unwrap_or(Meets::Yes)
    }

    fn not(self) -> Self {
        match self {
            Meets::Yes => Meets::No,
            Meets::No => Meets::Yes,
            open => open,
        }
    }
}

/// Whether the policy meets the request. Exclusion wins over inclusion, and all conditions have to be met.
pub(super) fn meets(asked: &Asked<'_>, policy: &ConditionalAccessPolicy) -> Meets {
    let conditions = &policy.conditions;
    let application = |list: &[Id]| list.iter().any(|id| asked.question.application_is(id, "All"));
    let applications = &conditions.applications;
    let session = asked.question.session();
    Meets::all([
        Meets::whether(application(&applications.include_applications)),
        Meets::whether(!application(&applications.exclude_applications)),
        included(asked, &conditions.users),
        excluded(asked, &conditions.users).not(),
        risk(&conditions.sign_in_risk_levels, session.sign_in_risk.as_ref()),
        risk(&conditions.user_risk_levels, session.user_risk.as_ref()),
    ])
}

fn risk(levels: &[RiskLevel], level: Option<&RiskLevel>) -> Meets {
    match level {
        _ if levels.is_empty() => Meets::Yes,
        None => Meets::NotStated,
        Some(level) => Meets::whether(levels.contains(level)),
    }
}

fn says(list: &[Id], word: &str) -> bool {
    list.iter().any(|id| id.as_str() == word)
}

fn included(asked: &Asked<'_>, users: &ConditionalAccessUsers) -> Meets {
    let object = object(asked);
    let has_object = asked.question.is_collaboration() || matches!(object, Object::Is(_));
    // "All users" takes in whoever has an object. Of direct connect users without one the page says nothing.
    let everyone = says(&users.include_users, "All")
        && (has_object || asked.reading.is(Open::AllUsersAreDirectConnectUsersToo));
    let types = users.include_guests_or_external_users.as_ref();
    Meets::any([
        Meets::whether(everyone || says(&users.include_users, "GuestsOrExternalUsers")),
        of_type(asked, types, &[own_type(asked)]),
        crosses_over(asked, types),
        groups(asked, object, &users.include_groups),
        roles(object, &users.include_roles),
    ])
}

fn excluded(asked: &Asked<'_>, users: &ConditionalAccessUsers) -> Meets {
    let object = object(asked);
    let types = users.exclude_guests_or_external_users.as_ref();
    let crosses_over = match crosses_over(asked, types) {
        Meets::No => Meets::No,
        _ if !asked.reading.is(Open::ExclusionCrossesOver) => Meets::No,
        crosses => crosses,
    };
    Meets::any([
        Meets::whether(says(&users.exclude_users, "GuestsOrExternalUsers")),
        of_type(asked, types, &[own_type(asked)]),
        crosses_over,
        groups(asked, object, &users.exclude_groups),
        roles(object, &users.exclude_roles),
    ])
}

/// The object in the resource tenant that the account has with which the user comes.
#[derive(Clone, Copy)]
enum Object<'a> {
    NotStated,
    None,
    Is(&'a Guest),
}

fn object<'a>(asked: &Asked<'a>) -> Object<'a> {
    let question = asked.question;
    match question.guest().object() {
        // Who is invited after all may be put into any group.
        None if question.is_collaboration() => Object::NotStated,
        // Direct connect needs none, and leaves none.
        None => Object::None,
        Some(guest) => {
            let of_home = guest.identity_provider == IdentityProvider::AzureActiveDirectory;
            if question.is_collaboration() || of_home { Object::Is(guest) } else { Object::None }
        }
    }
}

/// Whether that object is in one of these groups.
fn groups(asked: &Asked<'_>, object: Object<'_>, listed: &[Id]) -> Meets {
    let directory = &asked.question.resource.directory;
    Meets::any(listed.iter().map(|id| {
        match (object, directory.groups.iter().find(|group| group.id == *id)) {
            (Object::None, _) => Meets::No,
            (Object::NotStated, _) | (_, None) => Meets::NotStated,
            (Object::Is(guest), Some(group)) => Meets::whether(group.members.contains(&guest.id)),
        }
    }))
}

/// Whether that object holds one of these directory roles.
fn roles(object: Object<'_>, listed: &[Id]) -> Meets {
    match object {
        _ if listed.is_empty() => Meets::No,
        Object::None => Meets::No,
        Object::NotStated => Meets::NotStated,
        Object::Is(guest) => guest
            .directory_roles
            .as_ref()
            .map_or(Meets::NotStated, |roles| Meets::whether(roles.iter().any(|role| listed.contains(role)))),
    }
}

/// Whether types of users and their tenants take in users of this tenant who are of one of these types.
fn of_type(asked: &Asked<'_>, types: Option<&GuestsOrExternalUsers>, own: &[&str]) -> Meets {
    let Some(types) = types else { return Meets::No };
    // An account that no Entra tenant has issued is of none of the tenants that are enumerated.
    let of_tenant = types.external_tenants.as_ref().is_none_or(|tenants| {
        let question = asked.question;
        let enumerated =
            tenants.members.contains(&question.home.id) && !question.comes_with_another_account();
        tenants.membership_kind == "all" || enumerated
    });
    let named = types.guest_or_external_user_types.split(',').any(|one| own.contains(&one.trim()));
    Meets::whether(of_tenant && named)
}

fn own_type(asked: &Asked<'_>) -> &'static str {
    if asked.question.is_direct_connect() {
        "b2bDirectConnectUser"
    } else {
        type_of(asked.question.guest().object())
    }
}

/// Whoever has no object that the scenario states is taken to be a guest.
fn type_of(object: Option<&Guest>) -> &'static str {
    match object.and_then(|guest| guest.user_type.as_ref()) {
        Some(UserType::Member) => "b2bCollaborationMember",
        _ => "b2bCollaborationGuest",
    }
}

/// Whether types of users take in the user by the other way across: policies for guests also meet whoever is in a
/// shared channel and has an object as well; policies for direct connect users also meet guests of Teams and
/// SharePoint who could come that way.
fn crosses_over(asked: &Asked<'_>, types: Option<&GuestsOrExternalUsers>) -> Meets {
    if asked.question.is_collaboration() {
        match of_type(asked, types, &["b2bDirectConnectUser"]) {
            Meets::Yes => is_eligible_for_direct_connect(asked),
            other => other,
        }
    } else if let Object::Is(guest) = object(asked) {
        of_type(asked, types, &[type_of(Some(guest))])
    } else {
        Meets::No
    }
}

fn is_eligible_for_direct_connect(asked: &Asked<'_>) -> Meets {
    let question = asked.question;
    if question.comes_with_another_account() || question.kind() != AppKind::Office365 {
        return Meets::No;
    }
    let (home, resource) = (&question.home, &question.resource);
    // Direct connect stays within a cloud.
    if home.cloud != resource.cloud {
        return Meets::No;
    }
    let says = Says::all([
        access::setting(question, home, &resource.id, Property::B2bDirectConnectOutbound),
        access::setting(question, resource, &home.id, Property::B2bDirectConnectInbound),
    ]);
    match says {
        Says::Unclear => Meets::whether(asked.reading.is(Open::UncertainIsEligible)),
        says => Meets::whether(says == Says::Yes),
    }
}

/// Whether a policy also asks where a sign-in comes from, or how.
pub(super) fn has_other_conditions(policy: &ConditionalAccessPolicy) -> bool {
    policy.conditions.rest.iter().any(|(name, condition)| {
        let everything = name == "clientAppTypes" && *condition == serde_json::json!(["all"]);
        !everything && !condition.is_null() && condition.as_array().is_none_or(|list| !list.is_empty())
    })
}
