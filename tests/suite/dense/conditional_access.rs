//! Conditional access policies.

use entente_policy::Id;
use entente_policy::graph::{
    AuthenticationStrength, BuiltInControl, ConditionSet, ConditionalAccessApplications,
    ConditionalAccessPolicy, ConditionalAccessUsers, ExternalTenants, GrantControls, GuestsOrExternalUsers,
    Operator, PolicyState, Rest, RiskLevel,
};
use serde_json::{Value, json};

use super::dice::Dice;
use super::{TENANTS, directory, guests, tenant_id};

/// A strength of the tenant's own.
const CUSTOM_STRENGTH: &str = "custom";

/// A policy of tenant `at`.
pub(super) fn policy(dice: &mut Dice, at: usize, number: usize) -> ConditionalAccessPolicy {
    ConditionalAccessPolicy {
        id: Id::from(format!("t{at}-p{number}")),
        display_name: String::new(),
        state: match dice.below(12) {
            0 => PolicyState::Disabled,
            1 => PolicyState::ReportOnly,
            _ => PolicyState::Enabled,
        },
        conditions: ConditionSet {
            users: users(dice, at),
            applications: applications(dice, at),
            sign_in_risk_levels: if dice.hits(1, 8) { levels() } else { vec![] },
            user_risk_levels: if dice.hits(1, 10) { levels() } else { vec![] },
            rest: conditions(dice),
        },
        grant_controls: dice.maybe(15, 16, grant_controls),
        session_controls: dice.maybe(1, 6, session_controls),
        rest: Rest::new(),
    }
}

fn properties(value: Value) -> Rest {
    value.as_object().cloned().unwrap_or_default()
}

fn levels() -> Vec<RiskLevel> {
    vec![RiskLevel::Medium, RiskLevel::High]
}

fn users(dice: &mut Dice, at: usize) -> ConditionalAccessUsers {
    let groups: Vec<Id> = (0..directory::GROUPS).map(|number| directory::group_id(at, number)).collect();
    let roles = guests::ROLES.map(Id::from);
    let (include, external) = match dice.below(10) {
        0..=5 => (None, Some(external(dice))),
        6 | 7 => (Some("All"), None),
        8 => (Some("GuestsOrExternalUsers"), None),
        _ => (Some("None"), None),
    };
    let (exclude, excluded) = match dice.below(10) {
        0 => (Some("GuestsOrExternalUsers"), None),
        1 => (None, Some(self::external(dice))),
        _ => (None, None),
    };
    ConditionalAccessUsers {
        include_users: include.into_iter().map(Id::from).collect(),
        exclude_users: exclude.into_iter().map(Id::from).collect(),
        include_groups: if dice.hits(1, 8) { dice.some_of(&groups, 1, 2) } else { vec![] },
        exclude_groups: if dice.hits(1, 12) { dice.some_of(&groups, 1, 2) } else { vec![] },
        include_roles: if dice.hits(1, 8) { dice.some_of(&roles, 1, 2) } else { vec![] },
        exclude_roles: if dice.hits(1, 12) { dice.some_of(&roles, 1, 2) } else { vec![] },
        include_guests_or_external_users: external,
        exclude_guests_or_external_users: excluded,
        ..ConditionalAccessUsers::default()
    }
}

/// Types of external users, of all tenants or of some.
fn external(dice: &mut Dice) -> GuestsOrExternalUsers {
    let types = [
        "b2bCollaborationGuest",
        "b2bCollaborationMember",
        "b2bDirectConnectUser",
        "internalGuest",
        "otherExternalUser",
        "serviceProvider",
    ];
    let mut types = dice.some_of(&types, 2, 5);
    if types.is_empty() {
        types.push("b2bCollaborationGuest");
    }
    GuestsOrExternalUsers {
        guest_or_external_user_types: types.join(","),
        external_tenants: match dice.below(3) {
            0 => None,
            1 => Some(external_tenants("all", vec![])),
            _ => {
                let tenants: Vec<Id> = (0..TENANTS).map(tenant_id).collect();
                Some(external_tenants("enumerated", dice.some_of(&tenants, 1, 2)))
            }
        },
        rest: Rest::new(),
    }
}

fn external_tenants(kind: &str, members: Vec<Id>) -> ExternalTenants {
    ExternalTenants { membership_kind: kind.into(), members, rest: Rest::new() }
}

fn applications(dice: &mut Dice, at: usize) -> ConditionalAccessApplications {
    let named = |dice: &mut Dice| {
        let count = dice.between(1, 2);
        (0..count)
            .map(|_| if dice.hits(1, 3) { Id::from("Office365") } else { directory::app_id(dice, at) })
            .collect()
    };
    ConditionalAccessApplications {
        include_applications: match dice.below(8) {
            0..=4 => vec![Id::from("All")],
            5 | 6 => named(dice),
            _ => vec![Id::from("None")],
        },
        exclude_applications: if dice.hits(1, 5) { named(dice) } else { vec![] },
        rest: Rest::new(),
    }
}

/// Conditions beside users and applications.
fn conditions(dice: &mut Dice) -> Rest {
    properties(match dice.below(16) {
        0 => json!({ "locations": { "includeLocations": ["AllTrusted"] } }),
        1 => json!({ "clientAppTypes": ["all"], "platforms": null }),
        _ => json!({}),
    })
}

fn session_controls(dice: &mut Dice) -> Rest {
    properties(match dice.below(5) {
        0 => json!({ "signInFrequency": { "isEnabled": true, "value": 4, "type": "hours" } }),
        1 => json!({ "persistentBrowser": { "isEnabled": true, "mode": "never" } }),
        2 => json!({ "applicationEnforcedRestrictions": { "isEnabled": true } }),
        3 => json!({ "cloudAppSecurity": { "isEnabled": true } }),
        _ => json!({ "signInFrequency": { "isEnabled": false }, "persistentBrowser": null }),
    })
}

fn grant_controls(dice: &mut Dice) -> GrantControls {
    let controls = [
        BuiltInControl::Block,
        BuiltInControl::Mfa,
        BuiltInControl::Mfa,
        BuiltInControl::Mfa,
        BuiltInControl::CompliantDevice,
        BuiltInControl::CompliantDevice,
        BuiltInControl::DomainJoinedDevice,
        BuiltInControl::DomainJoinedDevice,
        BuiltInControl::ApprovedApplication,
        BuiltInControl::CompliantApplication,
        BuiltInControl::PasswordChange,
    ];
    let strength = dice.maybe(1, 6, |dice| {
        *dice.pick(&[
            AuthenticationStrength::MULTIFACTOR,
            AuthenticationStrength::PASSWORDLESS,
            AuthenticationStrength::PHISHING_RESISTANT,
            CUSTOM_STRENGTH,
        ])
    });
    GrantControls {
        operator: if dice.hits(1, 2) { Operator::And } else { Operator::Or },
        built_in_controls: (0..dice.between(usize::from(strength.is_none()), 2))
            .map(|_| dice.pick(&controls).clone())
            .collect(),
        custom_authentication_factors: dice.maybe(1, 16, |_| "custom".into()).into_iter().collect(),
        terms_of_use: dice.maybe(1, 8, |_| Id::from("terms")).into_iter().collect(),
        authentication_strength: strength.map(|id| AuthenticationStrength {
            id: Id::from(id),
            display_name: String::new(),
            allowed_combinations: if id == CUSTOM_STRENGTH {
                dice.pick(&[
                    vec!["fido2", "password,sms"],
                    vec!["password,softwareOath", "password,hardwareOath"],
                    vec![],
                ])
                .iter()
                .map(|combination| (*combination).to_owned())
                .collect()
            } else {
                vec![]
            },
            rest: Rest::new(),
        }),
        rest: Rest::new(),
    }
}
