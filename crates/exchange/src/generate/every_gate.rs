//! A generated scenario that gives every gate something to do.

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec;
use alloc::vec::Vec;

use entente_policy::graph::{
    BuiltInControl, ConditionSet, ConditionalAccessApplications, ConditionalAccessPolicy,
    ConditionalAccessUsers, GrantControls, InboundTrust, InvitationDomains, Operator, PolicyState, Rest,
};
use entente_policy::{
    Carrier, Directory, ExternalUserState, Guest, Id, IdentityProvider, Scenario, Session,
    TeamsChannelsPolicy, Tenant, TenantRestrictionsSignal,
};

use super::{Restriction, Size, object, setting};

/// The same two tenants as [`super::scenario`], with guests, conditional access, tenant restrictions, lists of domains
/// and Teams policies as well.
pub fn scenario(size: &Size, restriction: Restriction) -> Scenario {
    let mut scenario = super::scenario(size, restriction);
    let known: Vec<Arc<Tenant>> = scenario.tenants.clone();
    for (at, tenant) in scenario.tenants.iter_mut().enumerate() {
        if let Some(other) = known.get(1_usize.saturating_sub(at)) {
            complete(Arc::make_mut(tenant), other, at as u64);
        }
    }
    scenario
}

fn complete(tenant: &mut Tenant, other: &Tenant, seed: u64) {
    let guests: Vec<Guest> = other
        .directory
        .users
        .iter()
        .step_by(50)
        .enumerate()
        .map(|(at, user)| Guest {
            id: object(seed, 6, at),
            home_tenant: other.id.clone(),
            home_user: user.id.clone(),
            external_user_state: if at.is_multiple_of(4) {
                ExternalUserState::PendingAcceptance
            } else {
                ExternalUserState::Accepted
            },
            user_type: None,
            directory_roles: Some(Vec::new()),
            is_mfa_registered: (!at.is_multiple_of(3)).then_some(true),
            identity_provider: IdentityProvider::AzureActiveDirectory,
            rest: Rest::new(),
        })
        .collect();
    tenant.conditional_access_policies = policies(&tenant.directory, &guests, seed);
    tenant.guests = Some(Arc::new(guests));
    tenant.invitation_domains = InvitationDomains {
        blocked_domains: Some(vec![String::from("example.org")]),
        ..InvitationDomains::default()
    };
    let teams = Arc::make_mut(&mut tenant.teams);
    teams.channels_policies = vec![TeamsChannelsPolicy {
        identity: "No external channels".into(),
        allow_user_to_participate_in_external_shared_channel: Some(false),
        assigned_groups: tenant
            .directory
            .groups
            .iter()
            .skip(3)
            .step_by(11)
            .take(2)
            .map(|group| group.id.clone())
            .collect(),
        ..TeamsChannelsPolicy::default()
    }];
    let restrictions = setting(Restriction::BothAllowed, &other.directory, &other.directory, 1);
    for partner in &mut tenant.cross_tenant_access_policy.partners {
        let settings = &mut Arc::make_mut(partner).settings;
        settings.tenant_restrictions = Some(restrictions.clone());
        settings.inbound_trust =
            Some(InboundTrust { is_mfa_accepted: Some(true), ..InboundTrust::default() });
    }
    let signal = TenantRestrictionsSignal {
        policy_owner: other.id.clone(),
        carrier: Carrier::Proxy,
        rest: Rest::new(),
    };
    let directory = tenant.directory.edit();
    for user in directory.users.iter_mut().skip(2).step_by(97) {
        user.session = Session { tenant_restrictions: Some(signal.clone()), ..user.session.clone() };
    }
}

/// Multifactor authentication for everyone from outside, a managed device for some applications, and no access to
/// others but for a few guests.
fn policies(directory: &Directory, guests: &[Guest], seed: u64) -> Vec<Arc<ConditionalAccessPolicy>> {
    let everything = || vec![Id::from("All")];
    let applications = |first: usize| -> Vec<Id> {
        directory.applications.iter().skip(first).step_by(25).map(|app| app.app_id.clone()).collect()
    };
    let few = guests.iter().step_by(20).map(|guest| guest.id.clone()).collect();
    [
        ("Multifactor authentication", BuiltInControl::Mfa, everything(), Vec::new()),
        ("Managed device", BuiltInControl::CompliantDevice, applications(5), Vec::new()),
        ("Not from outside", BuiltInControl::Block, applications(9), few),
    ]
    .into_iter()
    .enumerate()
    .map(|(at, (name, control, include_applications, exclude_users))| {
        Arc::new(ConditionalAccessPolicy {
            id: object(seed, 7, at),
            display_name: name.into(),
            state: PolicyState::Enabled,
            conditions: ConditionSet {
                users: ConditionalAccessUsers {
                    include_users: everything(),
                    exclude_users,
                    ..ConditionalAccessUsers::default()
                },
                applications: ConditionalAccessApplications {
                    include_applications,
                    ..ConditionalAccessApplications::default()
                },
                ..ConditionSet::default()
            },
            grant_controls: Some(GrantControls {
                operator: Operator::And,
                built_in_controls: vec![control],
                terms_of_use: Vec::new(),
                custom_authentication_factors: Vec::new(),
                authentication_strength: None,
                rest: Rest::new(),
            }),
            session_controls: None,
            rest: Rest::new(),
        })
    })
    .collect()
}
