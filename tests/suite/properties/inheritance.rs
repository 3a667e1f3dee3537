//! What an organization's settings do not say, the default says.

use std::sync::Arc;

use entente_policy::graph::{ConfigurationPartner, UnknownPart};
use entente_policy::{Direction, Gate, Id, Property, Request, Scenario, Tenant, evaluate};
use proptest::prelude::*;
use serde_json::Value;

use super::{B2B, with_settings_about};
use crate::questions::all;
use crate::strategy::{Random, Shapes, config, scenario};

/// The scenario without the settings of one tenant about another.
fn without_partner(scenario: &Scenario, tenant: usize, partner: usize) -> Scenario {
    let mut scenario = scenario.clone();
    Arc::make_mut(&mut scenario.tenants[tenant]).cross_tenant_access_policy.partners.remove(partner);
    scenario
}

/// The tenants of which it is known which organizations they have added: where it is not, an organization that is not
/// listed may have any settings.
fn with_all_organizations(scenario: &Scenario) -> impl Iterator<Item = (usize, &Arc<Tenant>)> {
    let is_known =
        |tenant: &Tenant| !tenant.cross_tenant_access_policy.is_part_unknown(UnknownPart::Partners);
    scenario.tenants.iter().enumerate().filter(move |(_, tenant)| is_known(tenant))
}

const DIRECT_CONNECT: [Property; 2] = [Property::B2bDirectConnectInbound, Property::B2bDirectConnectOutbound];

/// Every request within one Microsoft cloud: across clouds it matters that an organization is added at all.
fn within_one_cloud(scenario: &Scenario) -> Vec<Request> {
    let cloud = |id: &Id| scenario.tenant(id).unwrap().cloud;
    all(scenario).into_iter().filter(|request| cloud(&request.home) == cloud(&request.resource)).collect()
}

proptest! {
    #![proptest_config(config(60))]

    #[test]
    fn an_organization_with_everything_inherited_changes_nothing(Random(scenario) in scenario(Shapes::Any)) {
        let mut after = scenario.clone();
        for tenant in &scenario.tenants {
            for other in scenario.tenants.iter().filter(|other| other.id != tenant.id) {
                let policy = &tenant.cross_tenant_access_policy;
                if policy.partner(&other.id).is_none() && !policy.is_part_unknown(UnknownPart::Partners) {
                    after = with_settings_about(&after, &tenant.id, &other.id, |_| {});
                }
            }
        }
        for request in within_one_cloud(&scenario) {
            prop_assert_eq!(evaluate(&scenario, &request), evaluate(&after, &request));
        }
    }

    /// Once with nulls in the model, once with nulls in the document.
    #[test]
    fn null_properties_are_no_properties(Random(scenario) in scenario(Shapes::Any)) {
        for (at, tenant) in with_all_organizations(&scenario) {
            for (number, partner) in tenant.cross_tenant_access_policy.partners.iter().enumerate() {
                let removed = without_partner(&scenario, at, number);
                let mut emptied = scenario.clone();
                Arc::make_mut(&mut emptied.tenants[at]).cross_tenant_access_policy.partners[number] =
                    Arc::new(ConfigurationPartner::inheriting(partner.tenant_id.clone()));
                let mut document = serde_json::to_value(&scenario).unwrap();
                let written = &mut document["tenants"][at]["crossTenantAccessPolicy"]["partners"][number];
                for name in B2B.iter().map(|property| property.as_str()).chain(["automaticUserConsentSettings", "identitySynchronization", "inboundTrust", "tenantRestrictions"]) {
                    written[name] = Value::Null;
                }
                written.as_object_mut().unwrap().remove("@entente.unknown");
                let nulls: Scenario = serde_json::from_value(document).unwrap();
                for request in within_one_cloud(&scenario) {
                    let expected = evaluate(&removed, &request);
                    prop_assert_eq!(&evaluate(&emptied, &request), &expected);
                    prop_assert_eq!(&evaluate(&nulls, &request), &expected);
                }
            }
        }
    }

    /// Taking one property away from an organization leaves the gates of the other properties alone, and
    /// gives its own gate what an organization without settings gets.
    #[test]
    fn each_property_inherits_for_itself(
        Random(scenario) in scenario(Shapes::Any),
        property in prop::sample::select(&B2B[..]),
    ) {
        for (at, tenant) in with_all_organizations(&scenario) {
            for (number, partner) in tenant.cross_tenant_access_policy.partners.iter().enumerate() {
                let removed = without_partner(&scenario, at, number);
                let without = with_settings_about(&scenario, &tenant.id, &partner.tenant_id, |settings| {
                    *settings.b2b_mut(property).unwrap() = None;
                    settings.make_known(property);
                });
                for request in all(&scenario) {
                    let governed = [
                        (&request.home, &request.resource, Direction::Outbound),
                        (&request.resource, &request.home, Direction::Inbound),
                    ]
                    .map(|(owner, other, direction)| {
                        (owner, other) == (&tenant.id, &partner.tenant_id)
                            && request.feature.property(direction) == property
                    });
                    let [before, now, bare] =
                        [&scenario, &without, &removed].map(|scenario| evaluate(scenario, &request));
                    for (number, result) in now.gates.iter().enumerate() {
                        // Both sides decide whether somebody can be invited.
                        if result.gate == Gate::Invitation && governed.contains(&true) {
                            continue;
                        }
                        let side = [Gate::HomeOutbound, Gate::ResourceInbound].iter().position(|gate| *gate == result.gate);
                        let expected = if side.is_some_and(|side| governed[side]) { &bare } else { &before };
                        // Conditional access asks who would be eligible for direct connect.
                        if result.gate == Gate::ConditionalAccess && DIRECT_CONNECT.contains(&property) {
                            continue;
                        }
                        prop_assert_eq!(result, &expected.gates[number], "{:?}", &request);
                    }
                }
            }
        }
    }
}
