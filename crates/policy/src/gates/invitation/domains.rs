//! Domain lists: a list of allowed or a list of blocked domains, for invitations alone.

use alloc::vec::Vec;

use super::{Reason, Statement, path};
use crate::conditions::Conditions;
use crate::gates::Gate;
use crate::graph::InvitationDomains;
use crate::kinds::UserKind;
use crate::person::Person;
use crate::{Actor, Connection, Ground, Place, SettingPath, Standing, Status, User};

/// What the lists make of a domain.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Open,
    Blocked,
    NotListed,
    /// The scenario does not state which domain, or the lists treat several differently.
    NotStated,
}

/// The lists that name something. The one that is not in use is written as an empty list.
struct Lists<'a> {
    allowed: &'a [alloc::string::String],
    blocked: &'a [alloc::string::String],
}

impl<'a> Lists<'a> {
    fn of(domains: &'a InvitationDomains) -> Option<Self> {
        let allowed = domains.allowed_domains.as_deref().unwrap_or_default();
        let blocked = domains.blocked_domains.as_deref().unwrap_or_default();
        (!allowed.is_empty() || !blocked.is_empty()).then_some(Lists { allowed, blocked })
    }

    fn judge(&self, domain: &str) -> Fate {
        let names = |list: &[alloc::string::String]| list.iter().any(|one| one.eq_ignore_ascii_case(domain));
        if names(self.blocked) {
            Fate::Blocked
        } else if !self.allowed.is_empty() && !names(self.allowed) {
            Fate::NotListed
        } else {
            Fate::Open
        }
    }
}

/// Whether there is a list.
pub(super) fn are_listed(connection: &Connection) -> bool {
    Lists::of(&connection.resource.invitation_domains).is_some()
}

/// What the lists make of a user, or of anyone else.
fn fate(connection: &Connection, user: Option<&UserKind<'_>>) -> Fate {
    let Some(lists) = Lists::of(&connection.resource.invitation_domains) else { return Fate::Open };
    let mut domains: Vec<&str> = user.into_iter().flat_map(|user| user.domains).flatten().collect();
    if domains.is_empty() {
        domains = connection.home.domains.iter().map(|domain| domain.as_str()).collect();
    }
    let mut fates = domains.into_iter().map(|domain| lists.judge(domain));
    let Some(first) = fates.next() else { return Fate::NotStated };
    fates.fold(first, |fate, other| match (fate, other) {
        (fate, other) if fate == other => fate,
        // Denied either way.
        (Fate::Blocked, Fate::NotListed) | (Fate::NotListed, Fate::Blocked) => Fate::Blocked,
        _ => Fate::NotStated,
    })
}

/// The questions about domains, where there is a list.
pub(super) fn conditions<'a>(connection: &'a Connection, conditions: &mut Conditions<'a>) {
    if !are_listed(connection) {
        return;
    }
    for (code, wanted) in [
        ("domainBlocked", Fate::Blocked),
        ("domainNotListed", Fate::NotListed),
        ("domainNotStated", Fate::NotStated),
    ] {
        let about = Some(connection.resource.id.clone());
        conditions.user_fact(Gate::Invitation, code, about, move |user| fate(connection, user) == wanted);
    }
}

/// What the lists have against inviting the person, or against redeeming.
pub(super) fn obstacle(connection: &Connection, person: &Person<'_>) -> Option<Ground> {
    let (status, reason, standing) = match fate(connection, person.user.map(User::kind).as_ref()) {
        Fate::Open => return None,
        Fate::Blocked => (Status::Fail, Reason::DomainBlocked, Standing::Documented),
        // One page says that whatever is not allowed is blocked, another that access settings decide then.
        Fate::NotListed => (Status::Fail, Reason::DomainNotListed, Standing::Contradictory),
        Fate::NotStated => (Status::Depends, Reason::DomainNotStated, Standing::Documented),
    };
    let user = SettingPath::Policy {
        tenant: connection.home.id.clone(),
        place: Place::Users,
        item: person.user.map(|user| user.id.as_str().into()),
    };
    let ground = Ground::new(status, reason, Statement::DomainLists)
        .decided_by([path(connection, Place::InvitationDomains), user])
        .standing(standing);
    Some(if status == Status::Fail { ground.turned_by(Actor::ResourceAdministrator, None) } else { ground })
}
