//! Default and organizational settings.

use entente_policy::graph::{
    AccessType, B2bSetting, ConfigurationPartner, InboundOutboundPolicyConfiguration, InboundTrust, Settings,
    Target, TargetConfiguration, TargetType,
};

use super::dice::Dice;
use super::directory::{self, GROUPS, USERS};
use super::{other_than, tenant_id};

/// Organizational settings of tenant `at` about `other`.
pub(super) fn partner(dice: &mut Dice, at: usize, other: usize) -> ConfigurationPartner {
    let settings = Settings {
        automatic_user_consent_settings: dice.maybe(1, 2, |dice| InboundOutboundPolicyConfiguration {
            inbound_allowed: dice.switch(),
            outbound_allowed: dice.switch(),
            ..InboundOutboundPolicyConfiguration::default()
        }),
        is_service_provider: dice.maybe(1, 10, |_| true),
        ..settings(dice, at, other)
    };
    ConfigurationPartner { tenant_id: tenant_id(other), settings }
}

/// Settings of tenant `at` whose lists are about `other`.
pub(super) fn settings(dice: &mut Dice, at: usize, other: usize) -> Settings {
    let mut setting = |users, applications| dice.maybe(1, 2, |dice| b2b(dice, users, applications));
    Settings {
        b2b_collaboration_inbound: setting(other, at),
        b2b_collaboration_outbound: setting(at, other),
        b2b_direct_connect_inbound: setting(other, at),
        b2b_direct_connect_outbound: setting(at, other),
        tenant_restrictions: setting(other, other),
        inbound_trust: dice.maybe(1, 2, |dice| InboundTrust {
            is_mfa_accepted: dice.switch(),
            is_compliant_device_accepted: dice.switch(),
            is_hybrid_azure_ad_joined_device_accepted: dice.switch(),
            ..InboundTrust::default()
        }),
        ..Settings::default()
    }
}

/// A setting with both halves, rarely with one.
fn b2b(dice: &mut Dice, users: usize, applications: usize) -> B2bSetting {
    let missing = dice.below(16);
    B2bSetting {
        users_and_groups: (missing != 0).then(|| list(dice, |dice| user(dice, users))),
        applications: (missing != 1).then(|| list(dice, |dice| application(dice, applications))),
        ..B2bSetting::default()
    }
}

/// A list of up to three targets, rarely of none.
fn list(dice: &mut Dice, target: impl Fn(&mut Dice) -> Target) -> TargetConfiguration {
    let access_type = if dice.hits(3, 5) { AccessType::Allowed } else { AccessType::Blocked };
    let count = *dice.pick(&[1, 1, 1, 1, 1, 2, 2, 2, 3, 3, 1, 2, 1, 1, 2, 0]);
    TargetConfiguration {
        access_type,
        targets: (0..count).map(|_| target(dice)).collect(),
        rest: Default::default(),
    }
}

fn user(dice: &mut Dice, tenant: usize) -> Target {
    // An id of the wrong tenant is a common mistake.
    let tenant = if dice.hits(1, 12) { other_than(dice, tenant) } else { tenant };
    match dice.below(6) {
        0 | 1 => Target::new(Target::ALL_USERS, TargetType::User),
        2 | 3 => Target::new(directory::group_id(tenant, dice.below(GROUPS)), TargetType::Group),
        _ => Target::new(directory::user_id(tenant, dice.below(USERS)), TargetType::User),
    }
}

fn application(dice: &mut Dice, tenant: usize) -> Target {
    let id = match dice.below(8) {
        0..=2 => Target::ALL_APPLICATIONS.into(),
        3 => Target::OFFICE_365.into(),
        4 => Target::ALL_MICROSOFT_APPS.into(),
        _ => directory::app_id(dice, tenant),
    };
    Target::new(id, TargetType::Application)
}
