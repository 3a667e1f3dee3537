//! A block never lets anybody in, and no side alone can.

use entente_policy::graph::{AccessType, B2bSetting};
use entente_policy::{
    Actor, Direction, ErrorCode, Feature, Gate, Outcome, Property, Request, Scenario, Status, Subject,
    evaluate,
};
use proptest::prelude::*;
use std::sync::Arc;

use super::{B2B, with_setting, with_settings_about};
use crate::questions::{Way, ways};
use crate::strategy::{Random, Shapes, config, scenario};

/// The two organizations added to each other's settings, so that shutting a side adds nobody: across clouds
/// that alone would open something.
fn added(scenario: &Scenario, way: &Way) -> Scenario {
    let scenario = with_settings_about(scenario, &way.home, &way.resource, |_| {});
    with_settings_about(&scenario, &way.resource, &way.home, |_| {})
}

/// Shuts one side for everyone and everything, by the settings about the other organization.
fn shut(scenario: &Scenario, way: &Way, feature: Feature, direction: Direction) -> Scenario {
    let (tenant, other) = match direction {
        Direction::Outbound => (&way.home, &way.resource),
        Direction::Inbound => (&way.resource, &way.home),
    };
    with_setting(
        scenario,
        tenant,
        other,
        feature.property(direction),
        B2bSetting::everyone(AccessType::Blocked),
    )
}

/// Whether the guest signs in with something else than an account of the home tenant.
fn has_other_account(scenario: &Scenario, request: &Request) -> bool {
    let Subject::User(user) = &request.user else { return false };
    let guest = scenario.tenant(&request.resource).and_then(|resource| resource.guest(&request.home, user));
    request.feature == Feature::B2bCollaboration && guest.is_some_and(|guest| guest.other_account().is_some())
}

/// The one gate that notices of a feature what is shut for the other. Policies for direct connect users meet guests
/// who are eligible for direct connect: who is shut out there is met no longer.
fn notices(shut: Feature) -> Option<Gate> {
    (shut == Feature::B2bDirectConnect).then_some(Gate::ConditionalAccess)
}

proptest! {
    #![proptest_config(config(60))]

    #[test]
    fn a_block_never_widens(Random(scenario) in scenario(Shapes::Any)) {
        for way in ways(&scenario) {
            let scenario = added(&scenario, &way);
            for feature in Feature::ALL {
                for direction in [Direction::Inbound, Direction::Outbound] {
                    let after = shut(&scenario, &way, feature, direction);
                    for request in way.requests(&scenario) {
                        let (before, now) = (evaluate(&scenario, &request), evaluate(&after, &request));
                        if feature == way.feature {
                            let opens = now.outcome.connects() && !before.outcome.connects();
                            prop_assert!(!opens, "{:?} opens {:?}", direction, &request);
                            continue;
                        }
                        for (old, new) in before.gates.iter().zip(&now.gates) {
                            let apart = old == new || Some(new.gate) == notices(feature);
                            prop_assert!(apart, "{:?} is no business of {:?}", feature, new);
                        }
                        if now.outcome.connects() && !before.outcome.connects() {
                            // What opens did stand at that gate, and at no other.
                            let stood = before.gates.iter().filter(|gate| gate.status > Status::Prompt);
                            let stood: Vec<Gate> = stood.map(|gate| gate.gate).collect();
                            prop_assert_eq!(stood, Vec::from_iter(notices(feature)), "{:?}", &request);
                        }
                    }
                }
            }
        }
    }

    /// What shuts a default shuts it for every organization that inherits, and opens nothing for the others.
    #[test]
    fn a_blocking_default_never_widens(
        Random(scenario) in scenario(Shapes::Documented),
        at in any::<prop::sample::Index>(),
        property in prop::sample::select(&B2B[..]),
    ) {
        let mut after = scenario.clone();
        let tenant = Arc::make_mut(&mut after.tenants[at.index(scenario.tenants.len())]);
        let default = Arc::make_mut(&mut tenant.cross_tenant_access_policy.default);
        *default.settings.b2b_mut(property).unwrap() = Some(B2bSetting::everyone(AccessType::Blocked));
        for request in crate::questions::all(&scenario) {
            if evaluate(&after, &request).outcome.connects() {
                prop_assert!(evaluate(&scenario, &request).outcome.connects(), "{:?}", &request);
            }
        }
    }

    /// Guests without a tenant are governed by neither.
    #[test]
    fn both_sides_are_needed(Random(scenario) in scenario(Shapes::Any)) {
        let sides = [
            (Direction::Outbound, Gate::HomeOutbound, "AADSTS500212", Actor::HomeAdministrator),
            (Direction::Inbound, Gate::ResourceInbound, "AADSTS500213", Actor::ResourceAdministrator),
        ];
        for way in ways(&scenario) {
            let scenario = added(&scenario, &way);
            for (direction, gate, error, actor) in sides {
                let after = shut(&scenario, &way, way.feature, direction);
                for request in way.requests(&scenario) {
                    if has_other_account(&scenario, &request) {
                        continue;
                    }
                    let decision = evaluate(&after, &request);
                    prop_assert_eq!(decision.outcome, Outcome::Blocked);
                    prop_assert!(decision.actors().contains(&actor));
                    let result = decision.gates.iter().find(|result| result.gate == gate).unwrap();
                    prop_assert_eq!(result.status, Status::Fail);
                    prop_assert_eq!(result.grounds[0].error.map(ErrorCode::as_str), Some(error));
                    // The other gates do not notice, but for the invitation, which a shut side stops.
                    let before = evaluate(&scenario, &request);
                    for (old, new) in before.gates.iter().zip(&decision.gates) {
                        let notices = [gate, Gate::Invitation].contains(&old.gate);
                        prop_assert!(notices || old == new, "{:?} became {:?}", old, new);
                    }
                }
            }
        }
    }
}

/// The test above is about something: a shut side does close cells.
#[test]
fn shutting_a_side_closes_what_was_open() {
    let property = Property::B2bCollaborationInbound;
    assert_eq!(Feature::B2bCollaboration.property(Direction::Inbound), property);
    let scenario: Scenario = serde_json::from_str(
        r#"{ "tenants": [{ "id": "h", "displayName": "h" }, { "id": "r", "displayName": "r" }] }"#,
    )
    .unwrap();
    let way = Way { home: "h".into(), resource: "r".into(), feature: Feature::B2bCollaboration };
    let after = shut(&scenario, &way, way.feature, Direction::Inbound);
    for request in way.requests(&scenario) {
        assert_eq!(evaluate(&scenario, &request).outcome, Outcome::Allowed);
        assert_eq!(evaluate(&after, &request).outcome, Outcome::Blocked);
    }
}
