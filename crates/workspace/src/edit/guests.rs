//! Edits of who may invite, which domains invitations go to, and who is a guest already.

use std::sync::Arc;

use entente_policy::graph::{AllowInvitesFrom, InvitationDomains};
use entente_policy::{ExternalUserState, Guest, Id, IdentityProvider, Scenario, Tenant, User, UserType};

use super::{DomainRule, new_id};

/// One change of a tenant's guests, and of the ways to become one.
#[derive(Clone, Debug, PartialEq)]
pub enum GuestEdit {
    /// Sets who may invite.
    SetInviters(AllowInvitesFrom),
    /// Sets which domains invitations may go to.
    SetDomains(DomainRule),
    /// States the guests from one other tenant person by person, to begin with all of its people as guests, or
    /// takes whoever collaborates to be a guest.
    SetStated {
        /// The other tenant.
        home: Id,
        /// Whether the guests are stated.
        stated: bool,
    },
    /// Gives a person of another tenant an object here, or takes it away.
    SetState {
        /// The person's tenant.
        home: Id,
        /// Who.
        user: Id,
        /// How far the invitation has come; none for no object.
        state: Option<ExternalUserState>,
    },
    /// Sets what a guest signs in with.
    SetProvider {
        /// The guest's tenant.
        home: Id,
        /// Who.
        user: Id,
        /// Which identity.
        provider: IdentityProvider,
    },
    /// Sets whether the object is a guest's or a member's.
    SetType {
        /// The guest's tenant.
        home: Id,
        /// Who.
        user: Id,
        /// Which; none where it is not stated.
        user_type: Option<UserType>,
    },
    /// Sets whether a guest has registered for multifactor authentication here.
    SetRegistered {
        /// The guest's tenant.
        home: Id,
        /// Who.
        user: Id,
        /// Whether; none where it is not stated.
        registered: Option<bool>,
    },
    /// Sets the directory roles that the object holds.
    SetRoles {
        /// The guest's tenant.
        home: Id,
        /// Who.
        user: Id,
        /// Which, by the id of their template; none where they are not stated.
        roles: Option<Vec<Id>>,
    },
}

pub(super) fn apply(scenario: &mut Scenario, tenant: &Id, edit: GuestEdit) -> Option<()> {
    match edit {
        GuestEdit::SetInviters(who) => {
            // What is not stated is everyone, and stays so.
            let setting = &mut scenario.tenant_mut(tenant)?.authorization_policy.allow_invites_from;
            if who != AllowInvitesFrom::Everyone || setting.is_some() {
                *setting = Some(who);
            }
        }
        GuestEdit::SetDomains(rule) => {
            let domains = &mut scenario.tenant_mut(tenant)?.invitation_domains;
            set_domains(domains, rule);
        }
        GuestEdit::SetStated { home, stated: false } => {
            let tenant = scenario.tenant_mut(tenant)?;
            let others = tenant
                .guests
                .as_ref()
                .is_some_and(|guests| guests.iter().any(|guest| guest.home_tenant != home));
            if others {
                // What is stated of a third tenant's people stays; these then have no object.
                guests(tenant)?.retain(|guest| guest.home_tenant != home);
            } else {
                tenant.guests = None;
            }
        }
        GuestEdit::SetStated { home, stated: true } => {
            let people = scenario.tenant(&home)?.directory.clone();
            let tenant = scenario.tenant_mut(tenant)?;
            let known = tenant.guests.get_or_insert_default();
            let list = Arc::make_mut(known);
            for user in &people.users {
                if !list.iter().any(|guest| is(guest, &home, &user.id)) {
                    list.push(invited(list, &home, user, ExternalUserState::Accepted));
                }
            }
        }
        GuestEdit::SetState { home, user, state } => {
            let person = scenario.tenant(&home)?.directory.user(&user)?.clone();
            let list = guests(scenario.tenant_mut(tenant)?)?;
            match state {
                None => list.retain(|guest| !is(guest, &home, &user)),
                Some(state) => match list.iter_mut().find(|guest| is(guest, &home, &user)) {
                    Some(guest) => guest.external_user_state = state,
                    None => list.push(invited(list, &home, &person, state)),
                },
            }
        }
        GuestEdit::SetProvider { home, user, provider } => {
            guest(scenario, tenant, &home, &user)?.identity_provider = provider;
        }
        GuestEdit::SetType { home, user, user_type } => {
            guest(scenario, tenant, &home, &user)?.user_type = user_type;
        }
        GuestEdit::SetRegistered { home, user, registered } => {
            guest(scenario, tenant, &home, &user)?.is_mfa_registered = registered;
        }
        GuestEdit::SetRoles { home, user, roles } => {
            guest(scenario, tenant, &home, &user)?.directory_roles = roles;
        }
    }
    Some(())
}

/// The guests that the scenario states, to be changed.
fn guests(tenant: &mut Tenant) -> Option<&mut Vec<Guest>> {
    tenant.guests.as_mut().map(Arc::make_mut)
}

/// The object that a person of another tenant has here, to be changed.
fn guest<'a>(scenario: &'a mut Scenario, tenant: &Id, home: &Id, user: &Id) -> Option<&'a mut Guest> {
    guests(scenario.tenant_mut(tenant)?)?.iter_mut().find(|guest| is(guest, home, user))
}

fn is(guest: &Guest, home: &Id, user: &Id) -> bool {
    guest.home_tenant == *home && guest.home_user == *user
}

fn invited(known: &[Guest], home: &Id, user: &User, state: ExternalUserState) -> Guest {
    Guest {
        id: new_id("a4000000", |id| known.iter().any(|guest| guest.id == *id)),
        home_tenant: home.clone(),
        home_user: user.id.clone(),
        external_user_state: state,
        user_type: None,
        directory_roles: None,
        is_mfa_registered: None,
        identity_provider: IdentityProvider::AzureActiveDirectory,
        rest: entente_policy::graph::Rest::new(),
    }
}

fn set_domains(domains: &mut InvitationDomains, rule: DomainRule) {
    (domains.allowed_domains, domains.blocked_domains) = match rule {
        DomainRule::Any => (None, None),
        DomainRule::Only(list) => (Some(list), None),
        DomainRule::Except(list) => (None, Some(list)),
    };
}
