//! Settings, and members of groups, that nobody has seen, and what they may be: anything that a random scenario may hold.

use std::sync::Arc;

use entente_policy::graph::{
    AccessType, B2bSetting, ConfigurationPartner, IdentitySynchronization,
    InboundOutboundPolicyConfiguration, InboundTrust, Settings, UnknownPart, UserSyncInbound,
};
use entente_policy::{Id, Property, Request, Scenario};

use super::dice::Dice;
use super::{TENANTS, access, scenario, tenant_id};

/// The scenario with this number, of which some settings have not been seen, and requests to try on it.
pub(crate) fn with_unknown(seed: u64, number: u64) -> (Scenario, Vec<Request>) {
    let (mut scenario, requests) = scenario(seed, number);
    let mut dice = Dice::of(seed ^ 0x0BAD_5EED, number);
    for tenant in &mut scenario.tenants {
        let tenant = Arc::make_mut(tenant);
        if dice.hits(1, 3) {
            for group in tenant.directory.edit().groups.iter_mut() {
                group.set_may_have_others(dice.hits(1, 2));
            }
        }
        let policy = &mut tenant.cross_tenant_access_policy;
        if dice.hits(1, 6) {
            policy.unknown.push(UnknownPart::Partners);
            policy.partners.retain(|_| dice.hits(1, 2));
        }
        if dice.hits(1, 6) {
            policy.unknown.push(UnknownPart::AllowedCloudEndpoints);
            policy.allowed_cloud_endpoints.retain(|_| dice.hits(1, 2));
        }
        if dice.hits(1, 3) {
            let settings = &mut Arc::make_mut(&mut policy.default).settings;
            forget(&mut dice, settings, Property::is_of_defaults);
        }
        for partner in &mut policy.partners {
            if dice.hits(1, 3) {
                forget(&mut dice, &mut Arc::make_mut(partner).settings, Property::is_of_partners);
            }
        }
    }
    (scenario, requests)
}

fn forget(dice: &mut Dice, settings: &mut Settings, has: fn(Property) -> bool) {
    for property in Property::ALL.into_iter().filter(|property| has(*property)) {
        if dice.hits(1, 3) {
            settings.make_unknown(property);
        }
    }
}

/// The scenario with something in the place of all that nobody has seen.
pub(crate) fn completed(scenario: &Scenario, seed: u64) -> Scenario {
    let mut dice = Dice::of(seed, 1);
    let mut completed = scenario.clone();
    for (at, tenant) in completed.tenants.iter_mut().enumerate() {
        let tenant = Arc::make_mut(tenant);
        let own = tenant.id.clone();
        let directory = tenant.directory.edit();
        let everybody: Vec<Id> = directory.users.iter().map(|user| user.id.clone()).collect();
        for group in directory.groups.iter_mut().filter(|group| group.may_have_others()) {
            group.set_may_have_others(false);
            let more = dice.some_of(&everybody, 1, 2);
            group.members.extend(more);
            group.members.sort();
            group.members.dedup();
        }
        let policy = &mut tenant.cross_tenant_access_policy;
        if policy.is_part_unknown(UnknownPart::Partners) {
            for other in (0..TENANTS).map(tenant_id).filter(|id| *id != own) {
                if policy.partner(&other).is_none() && dice.hits(2, 3) {
                    policy.partners.push(Arc::new(ConfigurationPartner::unseen(other)));
                }
            }
        }
        if policy.is_part_unknown(UnknownPart::AllowedCloudEndpoints) {
            for cloud in ["microsoftonline.com", "microsoftonline.us", "partner.microsoftonline.cn"] {
                if dice.hits(1, 2) {
                    policy.allowed_cloud_endpoints.push(cloud.into());
                }
            }
        }
        policy.unknown.clear();
        complete(&mut dice, &mut Arc::make_mut(&mut policy.default).settings, at, (at + 1) % TENANTS);
        for partner in &mut policy.partners {
            let partner = Arc::make_mut(partner);
            let other = number(&partner.tenant_id);
            complete(&mut dice, &mut partner.settings, at, other);
        }
    }
    completed
}

fn number(tenant: &Id) -> usize {
    (0..TENANTS).find(|at| tenant_id(*at) == *tenant).unwrap_or(0)
}

fn complete(dice: &mut Dice, settings: &mut Settings, at: usize, other: usize) {
    for property in std::mem::take(&mut settings.unknown) {
        if settings.has(property) {
            continue;
        }
        let random = access::settings(dice, at, other);
        match property {
            Property::InboundTrust => {
                settings.inbound_trust = dice.maybe(3, 4, |dice| InboundTrust {
                    is_mfa_accepted: dice.switch(),
                    is_compliant_device_accepted: dice.switch(),
                    is_hybrid_azure_ad_joined_device_accepted: dice.switch(),
                    ..InboundTrust::default()
                });
            }
            Property::AutomaticUserConsentSettings => {
                settings.automatic_user_consent_settings =
                    dice.maybe(3, 4, |dice| InboundOutboundPolicyConfiguration {
                        inbound_allowed: dice.switch(),
                        outbound_allowed: dice.switch(),
                        ..InboundOutboundPolicyConfiguration::default()
                    });
            }
            Property::IdentitySynchronization => {
                settings.identity_synchronization = dice.maybe(1, 2, |dice| IdentitySynchronization {
                    user_sync_inbound: Some(UserSyncInbound {
                        is_sync_allowed: dice.switch(),
                        ..UserSyncInbound::default()
                    }),
                    ..IdentitySynchronization::default()
                });
            }
            Property::IsServiceProvider => settings.is_service_provider = dice.switch(),
            Property::BlockServiceProviderOutboundAccess => {
                settings.block_service_provider_outbound_access = dice.switch();
            }
            b2b => {
                if let Some(place) = settings.b2b_mut(b2b) {
                    *place = match dice.below(4) {
                        0 => Some(B2bSetting::everyone(AccessType::Allowed)),
                        1 => Some(B2bSetting::everyone(AccessType::Blocked)),
                        _ => random.b2b(b2b).cloned(),
                    };
                }
            }
        }
    }
}
