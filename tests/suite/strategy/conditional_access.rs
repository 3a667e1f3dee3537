//! Random conditional access policies.

use entente_policy::Id;
use entente_policy::graph::{
    AuthenticationStrength, BuiltInControl, ConditionSet, ConditionalAccessApplications,
    ConditionalAccessPolicy, ConditionalAccessUsers, ExternalTenants, GrantControls, GuestsOrExternalUsers,
    Operator, PolicyState, Rest, RiskLevel,
};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::json;

use super::directory::{app_id, group_id, guest_id};
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
        users(tenant, shapes),
        (applications(tenant), risk_levels(shapes), risk_levels(shapes)),
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
            odd => Just(json!({ "clientAppTypes": ["browser"], "devices": { "deviceFilter": { "mode": "exclude" } } })),
        ],
    )
        .prop_map(|(state, users, narrowed, grant_controls, session_controls, conditions)| {
            let (applications, sign_in_risk_levels, user_risk_levels) = narrowed;
            ConditionalAccessPolicy {
                id: Id::from(""),
                display_name: String::new(),
                state,
                conditions: ConditionSet {
                    users,
                    applications,
                    sign_in_risk_levels,
                    user_risk_levels,
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

/// Levels of risk a policy is for: none, in most, and always in documented ones.
fn risk_levels(shapes: Shapes) -> impl Strategy<Value = Vec<RiskLevel>> {
    prop_oneof![
        10 => Just(vec![]),
        u32::from(shapes == Shapes::Any) => vec(risk(), 1..=2),
    ]
}

/// A level of risk.
pub(super) fn risk() -> impl Strategy<Value = RiskLevel> {
    prop_oneof![Just(RiskLevel::None), Just(RiskLevel::Medium), Just(RiskLevel::High)]
}

/// Types of external users. In documented scenarios direct connect users never stand without guests: that a policy
/// for them also meets some guests is documented, but depends on more than the tables say.
fn external(shapes: Shapes) -> impl Strategy<Value = GuestsOrExternalUsers> {
    let odd = u32::from(shapes == Shapes::Any);
    let types = prop_oneof![
        2 => Just("b2bCollaborationGuest"),
        6 => Just("b2bCollaborationGuest,b2bDirectConnectUser"),
        2 => Just("internalGuest,serviceProvider"),
        2 => Just("internalGuest, b2bCollaborationGuest, b2bDirectConnectUser, otherExternalUser"),
        2 * odd => Just("b2bDirectConnectUser"),
        odd => Just("b2bCollaborationMember"),
        odd => Just("b2bCollaborationMember,otherExternalUser,serviceProvider"),
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

/// Objects, groups and roles of the tenant, as a policy names them: seldom, and never in documented scenarios.
fn named(tenant: usize, shapes: Shapes) -> impl Strategy<Value = [Vec<Id>; 3]> {
    let ids = move || {
        prop_oneof![
            3 => ((0..TENANTS), (0..6usize)).prop_map(move |(home, user)| [vec![guest_id(tenant, home, user)], vec![], vec![]]),
            6 => (0..8usize).prop_map(move |number| [vec![], vec![group_id(tenant, number)], vec![]]),
            1 => Just([vec![], vec![Id::from("group of nobody's")], vec![]]),
            2 => Just([vec![], vec![], vec![Id::from(ROLE)]]),
        ]
    };
    prop_oneof![
        8 => Just([vec![], vec![], vec![]]),
        3 * u32::from(shapes == Shapes::Any) => ids(),
    ]
}

/// The one directory role there is.
pub(super) const ROLE: &str = "role";

fn users(tenant: usize, shapes: Shapes) -> impl Strategy<Value = ConditionalAccessUsers> {
    (
        prop_oneof![
            6 => external(shapes).prop_map(|external| (vec![], Some(external))),
            2 => Just((vec!["All"], None)),
            1 => Just((vec!["GuestsOrExternalUsers"], None)),
            1 => Just((vec!["None"], None)),
        ],
        prop_oneof![
            8 => Just((vec![], None)),
            1 => external(shapes).prop_map(|external| (vec![], Some(external))),
            1 => Just((vec!["GuestsOrExternalUsers"], None)),
        ],
        named(tenant, shapes),
        named(tenant, shapes),
    )
        .prop_map(|((include, included), (exclude, excluded), names, spares)| {
            let ([users, include_groups, include_roles], [spared, exclude_groups, exclude_roles]) =
                (names, spares);
            ConditionalAccessUsers {
                include_users: include.into_iter().map(Id::from).chain(users).collect(),
                exclude_users: exclude.into_iter().map(Id::from).chain(spared).collect(),
                include_groups,
                exclude_groups,
                include_roles,
                exclude_roles,
                include_guests_or_external_users: included,
                exclude_guests_or_external_users: excluded,
                rest: Rest::new(),
            }
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
        Just((AuthenticationStrength::MULTIFACTOR, vec![])),
        Just((AuthenticationStrength::PASSWORDLESS, vec![])),
        Just((AuthenticationStrength::PHISHING_RESISTANT, vec![])),
        Just(("custom", vec![])),
        Just(("custom", vec!["password,sms", "fido2"])),
        Just(("custom", vec!["temporaryAccessPassOneTime", "password, hardwareOath"])),
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
        prop_oneof![12 => Just(vec![]), odd => Just(vec!["control".to_owned()])],
    )
        .prop_map(|(operator, built_in_controls, terms, strength, custom)| GrantControls {
            operator,
            built_in_controls,
            terms_of_use: terms.into_iter().collect(),
            custom_authentication_factors: custom,
            authentication_strength: strength.map(|(id, combinations)| AuthenticationStrength {
                id: Id::from(id),
                display_name: String::new(),
                allowed_combinations: combinations.into_iter().map(str::to_owned).collect(),
                rest: Rest::new(),
            }),
            rest: Rest::new(),
        })
}
