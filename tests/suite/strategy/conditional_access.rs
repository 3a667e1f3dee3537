//! Random conditional access policies.

use entente_policy::Id;
use entente_policy::graph::{
    AuthenticationStrength, BuiltInControl, ConditionSet, ConditionalAccessApplications,
    ConditionalAccessPolicy, ConditionalAccessUsers, ExternalTenants, GrantControls, GuestsOrExternalUsers,
    Operator, PolicyState, Rest,
};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::json;

use super::directory::app_id;
use super::{Shapes, TENANTS, tenant_id};

/// A policy of a tenant. Its id is for the tenant to give.
pub(super) fn policy(tenant: usize, shapes: Shapes) -> impl Strategy<Value = ConditionalAccessPolicy> {
    let odd = u32::from(shapes == Shapes::Any);
    (
        prop_oneof![
            10 => Just(PolicyState::Enabled),
            1 => Just(PolicyState::ReportOnly),
            1 => Just(PolicyState::Disabled),
            odd => Just(PolicyState::Other("unknownFutureValue".into())),
        ],
        users(),
        applications(tenant),
        proptest::option::weighted(0.95, grant_controls(shapes)),
        prop_oneof![
            12 => Just(None),
            2 * odd => Just(Some(json!({ "signInFrequency": { "isEnabled": true, "value": 4 } }))),
            odd => Just(Some(json!({ "signInFrequency": { "isEnabled": false } }))),
            odd => Just(Some(json!({ "persistentBrowser": null }))),
        ],
        prop_oneof![
            12 => Just(json!({ "clientAppTypes": ["all"], "platforms": null })),
            odd => Just(json!({ "locations": { "includeLocations": ["AllTrusted"] } })),
        ],
    )
        .prop_map(|(state, users, applications, grant_controls, session_controls, conditions)| {
            ConditionalAccessPolicy {
                id: Id::from(""),
                display_name: String::new(),
                state,
                conditions: ConditionSet {
                    users,
                    applications,
                    sign_in_risk_levels: vec![],
                    user_risk_levels: vec![],
                    rest: properties(conditions),
                },
                grant_controls,
                session_controls: session_controls.map(properties),
                rest: Rest::new(),
            }
        })
}

fn properties(value: serde_json::Value) -> Rest {
    value.as_object().cloned().unwrap_or_default()
}

/// Types of external users. Direct connect users never stand without guests: that a policy for them also
/// meets some guests is documented, but depends on more than the tables say.
fn external() -> impl Strategy<Value = GuestsOrExternalUsers> {
    let types = prop_oneof![
        1 => Just("b2bCollaborationGuest"),
        3 => Just("b2bCollaborationGuest,b2bDirectConnectUser"),
        1 => Just("internalGuest,serviceProvider"),
        1 => Just("internalGuest, b2bCollaborationGuest, b2bDirectConnectUser, otherExternalUser"),
    ];
    let tenants = prop_oneof![
        2 => Just(None),
        2 => Just(Some(("all", vec![]))),
        1 => vec(0..TENANTS, 0..=2).prop_map(|tenants| Some(("enumerated", tenants))),
    ];
    (types, tenants).prop_map(|(types, tenants)| GuestsOrExternalUsers {
        guest_or_external_user_types: types.into(),
        external_tenants: tenants.map(|(kind, tenants)| ExternalTenants {
            membership_kind: kind.into(),
            members: tenants.into_iter().map(tenant_id).collect(),
            rest: Rest::new(),
        }),
        rest: Rest::new(),
    })
}

fn users() -> impl Strategy<Value = ConditionalAccessUsers> {
    (
        prop_oneof![
            6 => external().prop_map(|external| (vec![], Some(external))),
            2 => Just((vec!["All"], None)),
            1 => Just((vec!["GuestsOrExternalUsers"], None)),
            1 => Just((vec!["None"], None)),
        ],
        prop_oneof![
            8 => Just((vec![], None)),
            1 => external().prop_map(|external| (vec![], Some(external))),
            1 => Just((vec!["GuestsOrExternalUsers"], None)),
        ],
    )
        .prop_map(|((include, included), (exclude, excluded))| ConditionalAccessUsers {
            include_users: include.into_iter().map(Id::from).collect(),
            exclude_users: exclude.into_iter().map(Id::from).collect(),
            include_guests_or_external_users: included,
            exclude_guests_or_external_users: excluded,
            ..ConditionalAccessUsers::default()
        })
}

fn applications(tenant: usize) -> impl Strategy<Value = ConditionalAccessApplications> {
    let named = move || {
        prop_oneof![
            1 => Just(Id::from("Office365")),
            2 => (0..4usize).prop_map(move |number| app_id(tenant, number)),
        ]
    };
    (
        prop_oneof![
            4 => Just(vec![Id::from("All")]),
            3 => vec(named(), 1..=2),
            1 => Just(vec![Id::from("None")]),
        ],
        prop_oneof![3 => Just(vec![]), 1 => vec(named(), 1..=2)],
    )
        .prop_map(|(include_applications, exclude_applications)| ConditionalAccessApplications {
            include_applications,
            exclude_applications,
            rest: Rest::new(),
        })
}

fn grant_controls(shapes: Shapes) -> impl Strategy<Value = GrantControls> {
    let odd = u32::from(shapes == Shapes::Any);
    let control = prop_oneof![
        2 => Just(BuiltInControl::Block),
        14 => Just(BuiltInControl::Mfa),
        10 => Just(BuiltInControl::CompliantDevice),
        10 => Just(BuiltInControl::DomainJoinedDevice),
        odd => Just(BuiltInControl::ApprovedApplication),
        odd => Just(BuiltInControl::CompliantApplication),
        odd => Just(BuiltInControl::PasswordChange),
        odd => Just(BuiltInControl::Other("unknownFutureValue".into())),
    ];
    let strength = prop_oneof![
        Just(AuthenticationStrength::MULTIFACTOR),
        Just(AuthenticationStrength::PHISHING_RESISTANT),
        Just("custom"),
    ];
    (
        prop_oneof![
            10 => Just(Operator::Or),
            10 => Just(Operator::And),
            odd => Just(Operator::Other("XOR".into())),
        ],
        vec(control, 1..=3),
        prop_oneof![9 => Just(None), odd => Just(Some(Id::from("terms")))],
        prop_oneof![4 => Just(None), odd => strength.prop_map(Some)],
    )
        .prop_map(|(operator, built_in_controls, terms, strength)| GrantControls {
            operator,
            built_in_controls,
            terms_of_use: terms.into_iter().collect(),
            custom_authentication_factors: vec![],
            authentication_strength: strength.map(|id| AuthenticationStrength {
                id: Id::from(id),
                display_name: String::new(),
                allowed_combinations: vec![],
                rest: Rest::new(),
            }),
            rest: Rest::new(),
        })
}
