//! Random guests, and the settings about inviting them.

use entente_policy::graph::{
    AllowInvitesFrom, AuthorizationPolicy, IdentitySynchronization, InboundOutboundPolicyConfiguration,
    InvitationDomains, InvitationRedemption, Rest, UserSyncInbound,
};
use std::sync::Arc;

use entente_policy::{ExternalUserState, Guest, Id, IdentityProvider, Tenant, UserType};
use proptest::collection::vec;
use proptest::prelude::*;

use super::conditional_access::ROLE;
use super::directory::{USERS, guest_id, user_id};
use super::{Shapes, TENANTS, tenant_id};

/// A tenant with domains, guests and whatever decides on invitations.
pub(super) fn added_to(
    tenant: impl Strategy<Value = Tenant> + 'static,
    at: usize,
    shapes: Shapes,
) -> BoxedStrategy<Tenant> {
    let order = proptest::option::weighted(0.3, redemption());
    let addresses = vec((address(at), proptest::option::weighted(0.2, address(at))), USERS);
    let abouts = vec(about_organization(), TENANTS);
    let settings = (authorization(shapes), invitation_domains(shapes), order, about_organization());
    (tenant, domains(at), guests(at, shapes), addresses, settings, abouts)
        .prop_map(|(mut tenant, domains, guests, addresses, settings, abouts)| {
            let (authorization, lists, order, (consent, _)) = settings;
            for (user, (name, mail)) in tenant.directory.edit().users.iter_mut().zip(addresses) {
                user.user_principal_name = name;
                user.mail = mail;
            }
            let policy = &mut tenant.cross_tenant_access_policy;
            let default = &mut Arc::make_mut(&mut policy.default).settings;
            default.automatic_user_consent_settings = consent;
            default.invitation_redemption_identity_provider_configuration = order;
            for (partner, (consent, synchronization)) in policy.partners.iter_mut().zip(abouts) {
                let settings = &mut Arc::make_mut(partner).settings;
                settings.automatic_user_consent_settings = consent;
                settings.identity_synchronization = synchronization;
            }
            tenant.domains = domains;
            tenant.guests = guests.map(Arc::new);
            tenant.authorization_policy = authorization;
            tenant.invitation_domains = lists;
            tenant
        })
        .boxed()
}

type AboutOrganization = (Option<InboundOutboundPolicyConfiguration>, Option<IdentitySynchronization>);

fn about_organization() -> BoxedStrategy<AboutOrganization> {
    (proptest::option::weighted(0.5, consent()), proptest::option::weighted(0.4, synchronization())).boxed()
}

/// Domains that people have and lists name: two of each tenant, in any case.
fn domain() -> impl Strategy<Value = String> {
    (0..TENANTS, any::<bool>(), proptest::bool::weighted(0.2)).prop_map(|(tenant, first, shout)| {
        let domain = format!("{}.t{tenant}.example", if first { "one" } else { "two" });
        if shout { domain.to_uppercase() } else { domain }
    })
}

/// The verified domains of a tenant.
fn domains(tenant: usize) -> BoxedStrategy<Vec<String>> {
    let own = move |name: &str| format!("{name}.t{tenant}.example");
    prop_oneof![
        1 => Just(vec![]),
        3 => Just(vec![own("one")]),
        2 => Just(vec![own("one"), own("two")]),
    ]
    .boxed()
}

/// A sign-in name or an address of a user of a tenant.
fn address(tenant: usize) -> BoxedStrategy<String> {
    prop_oneof![
        4 => Just(format!("somebody@one.t{tenant}.example")),
        3 => Just(format!("somebody@two.T{tenant}.example")),
        1 => Just("nowhere".to_owned()),
    ]
    .boxed()
}

/// The guests of a tenant: most of the others' users. What a documented scenario says of guests is nothing, so
/// that everyone is taken to be one.
fn guests(tenant: usize, shapes: Shapes) -> BoxedStrategy<Option<Vec<Guest>>> {
    let homes = (0..TENANTS).filter(move |home| *home != tenant);
    let people: Vec<_> = homes.flat_map(|home| (0..=USERS).map(move |user| (home, user))).collect();
    let odd = u32::from(shapes == Shapes::Any);
    let roles = prop_oneof![
        2 => Just(None),
        1 => Just(Some(vec![])),
        1 => Just(Some(vec![Id::from(ROLE)])),
    ];
    let guest = (identity(), roles, any::<Option<bool>>());
    let guests = vec(proptest::option::weighted(0.7, guest), people.len()).prop_map(move |identities| {
        let invited =
            people.iter().zip(identities).filter_map(|(person, identity)| Some((person, identity?)));
        let guest = |(
            (home, user),
            ((external_user_state, user_type, identity_provider), roles, registered),
        ): (&(usize, usize), _)| {
            Guest {
                id: guest_id(tenant, *home, *user),
                home_tenant: tenant_id(*home),
                home_user: user_id(*home, *user),
                external_user_state,
                user_type,
                directory_roles: roles,
                is_mfa_registered: registered,
                identity_provider,
                rest: Rest::new(),
            }
        };
        Some(invited.map(guest).collect())
    });
    prop_oneof![3 => Just(None), 2 * odd => guests].boxed()
}

fn identity() -> BoxedStrategy<(ExternalUserState, Option<UserType>, IdentityProvider)> {
    (
        prop_oneof![
            8 => Just(ExternalUserState::Accepted),
            3 => Just(ExternalUserState::PendingAcceptance),
            1 => Just(ExternalUserState::Other("unknownFutureValue".into())),
        ],
        prop_oneof![
            3 => Just(None),
            3 => Just(Some(UserType::Guest)),
            3 => Just(Some(UserType::Member)),
            1 => Just(Some(UserType::Other("unknownFutureValue".into()))),
        ],
        prop_oneof![
            10 => Just(IdentityProvider::AzureActiveDirectory),
            1 => Just(IdentityProvider::MicrosoftAccount),
            1 => Just(IdentityProvider::Google),
            1 => Just(IdentityProvider::ExternalFederation),
            1 => Just(IdentityProvider::EmailOneTimePasscode),
            1 => Just(IdentityProvider::Other("unknownFutureValue".into())),
        ],
    )
        .boxed()
}

/// Who may invite.
fn authorization(shapes: Shapes) -> BoxedStrategy<AuthorizationPolicy> {
    let odd = u32::from(shapes == Shapes::Any);
    prop_oneof![
        8 => Just(None),
        4 => Just(Some(AllowInvitesFrom::Everyone)),
        1 => Just(Some(AllowInvitesFrom::AdminsGuestInvitersAndAllMembers)),
        1 => Just(Some(AllowInvitesFrom::AdminsAndGuestInviters)),
        3 * odd => Just(Some(AllowInvitesFrom::None)),
        odd => Just(Some(AllowInvitesFrom::Other("unknownFutureValue".into()))),
    ]
    .prop_map(|allow_invites_from| AuthorizationPolicy { allow_invites_from, rest: Rest::new() })
    .boxed()
}

/// Which domains invitations may go to; only wild scenarios say so, and have both lists.
fn invitation_domains(shapes: Shapes) -> BoxedStrategy<InvitationDomains> {
    let odd = u32::from(shapes == Shapes::Any);
    let list = || vec(domain(), 0..=3).prop_map(Some);
    prop_oneof![
        8 => Just((None, None)),
        2 * odd => list().prop_map(|allowed| (allowed, None)),
        2 * odd => list().prop_map(|blocked| (None, blocked)),
        odd => (list(), list()),
    ]
    .prop_map(|(allowed_domains, blocked_domains)| InvitationDomains {
        allowed_domains,
        blocked_domains,
        rest: Rest::new(),
    })
    .boxed()
}

/// Automatic redemption.
fn consent() -> BoxedStrategy<InboundOutboundPolicyConfiguration> {
    let switch = || prop_oneof![1 => Just(None), 3 => Just(Some(true)), 1 => Just(Some(false))];
    (switch(), switch())
        .prop_map(|(inbound_allowed, outbound_allowed)| InboundOutboundPolicyConfiguration {
            inbound_allowed,
            outbound_allowed,
            rest: Rest::new(),
        })
        .boxed()
}

/// Cross-tenant synchronization.
fn synchronization() -> BoxedStrategy<IdentitySynchronization> {
    proptest::option::weighted(0.8, proptest::option::weighted(0.8, proptest::bool::weighted(0.7)))
        .prop_map(|sync| IdentitySynchronization {
            user_sync_inbound: sync
                .map(|is_sync_allowed| UserSyncInbound { is_sync_allowed, rest: Rest::new() }),
            rest: Rest::new(),
        })
        .boxed()
}

/// The redemption order.
fn redemption() -> BoxedStrategy<InvitationRedemption> {
    let provider = prop::sample::select(vec![
        "azureActiveDirectory",
        "externalFederation",
        "socialIdentityProviders",
        "unknownFutureValue",
    ]);
    let fallback =
        prop::sample::select(vec!["defaultConfiguredIdp", "emailOneTimePasscode", "microsoftAccount"]);
    (vec(provider, 0..=3), proptest::option::weighted(0.8, fallback))
        .prop_map(|(order, fallback)| InvitationRedemption {
            primary_identity_provider_precedence_order: order.into_iter().map(String::from).collect(),
            fallback_identity_provider: fallback.map(String::from),
            rest: Rest::new(),
        })
        .boxed()
}
