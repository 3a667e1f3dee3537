//! Guests, and who may invite them.

use std::sync::Arc;

use entente_policy::graph::{AllowInvitesFrom, AuthorizationPolicy, InvitationDomains};
use entente_policy::{ExternalUserState, Guest, Id, IdentityProvider, UserType};

use super::dice::Dice;
use super::directory::{self, USERS};
use super::{TENANTS, tenant_id};

/// Directory roles, by their templates.
pub(super) const ROLES: [&str; 2] = ["role-0", "role-1"];

/// The guests of tenant `at`; null where they are not stated.
pub(super) fn guests(dice: &mut Dice, at: usize) -> Option<Arc<Vec<Guest>>> {
    dice.maybe(2, 3, |dice| {
        let others = (0..TENANTS).filter(|home| *home != at);
        let users = others.flat_map(|home| (0..USERS).map(move |number| (home, number)));
        users
            .filter_map(|(home, number)| dice.maybe(3, 4, |dice| guest(dice, at, home, number)))
            .collect::<Vec<_>>()
            .into()
    })
}

fn guest(dice: &mut Dice, at: usize, home: usize, number: usize) -> Guest {
    Guest {
        id: directory::guest_id(at, home, number),
        home_tenant: tenant_id(home),
        home_user: directory::user_id(home, number),
        external_user_state: if dice.hits(1, 2) {
            ExternalUserState::Accepted
        } else {
            ExternalUserState::PendingAcceptance
        },
        user_type: dice
            .pick(&[Some(UserType::Guest), Some(UserType::Guest), Some(UserType::Member), None])
            .clone(),
        identity_provider: match dice.below(12) {
            0 => IdentityProvider::MicrosoftAccount,
            1 => IdentityProvider::Google,
            2 => IdentityProvider::ExternalFederation,
            3 => IdentityProvider::EmailOneTimePasscode,
            _ => IdentityProvider::AzureActiveDirectory,
        },
        directory_roles: dice.maybe(2, 3, |dice| dice.some_of(&ROLES.map(Id::from), 1, 2)),
        is_mfa_registered: *dice.pick(&[Some(true), Some(false), None]),
        rest: Default::default(),
    }
}

pub(super) fn authorization_policy(dice: &mut Dice) -> AuthorizationPolicy {
    AuthorizationPolicy {
        allow_invites_from: dice.maybe(1, 2, |dice| {
            dice.pick(&[
                AllowInvitesFrom::Everyone,
                AllowInvitesFrom::AdminsGuestInvitersAndAllMembers,
                AllowInvitesFrom::AdminsAndGuestInviters,
                AllowInvitesFrom::None,
            ])
            .clone()
        }),
        ..AuthorizationPolicy::default()
    }
}

/// A list of allowed or of blocked domains, not both.
pub(super) fn invitation_domains(dice: &mut Dice) -> InvitationDomains {
    let all: Vec<String> =
        (0..TENANTS).flat_map(directory::domains).chain(["elsewhere.example".into()]).collect();
    let none = InvitationDomains::default();
    match dice.below(4) {
        0 => InvitationDomains { allowed_domains: Some(dice.some_of(&all, 1, 2)), ..none },
        1 => InvitationDomains { blocked_domains: Some(dice.some_of(&all, 1, 3)), ..none },
        _ => none,
    }
}
