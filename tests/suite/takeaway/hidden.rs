//! What a tenant has in fact, and what of it was seen: any property of its settings, some of its organizations, or
//! the list of its clouds may be hidden.

use std::sync::Arc;

use entente_policy::graph::{CrossTenantAccessPolicy, Rest, Settings, UnknownPart};
use entente_policy::{Property, Scenario, Shape, Tenant};
use proptest::prelude::*;
use serde_json::Value;

/// The choices of what is hidden, in the order in which they are made.
#[derive(Clone, Debug)]
pub(super) struct Hidden(Vec<u8>);

impl Arbitrary for Hidden {
    type Parameters = ();
    type Strategy = BoxedStrategy<Self>;

    fn arbitrary_with((): ()) -> Self::Strategy {
        proptest::collection::vec(any::<u8>(), 89).prop_map(Hidden).boxed()
    }
}

impl Hidden {
    /// What was seen of `truth`. What is hidden of it is made to hold nothing that v1.0 does not document: no request
    /// to v1.0 could take it away.
    pub(super) fn of(&self, truth: &mut Scenario) -> Scenario {
        let mut choices = self.0.iter().copied().cycle();
        let mut one_in = |sides: u8| choices.next().unwrap().is_multiple_of(sides);
        let mut seen = truth.clone();
        for (truth, seen) in truth.tenants.iter_mut().zip(&mut seen.tenants) {
            let truth = &mut Arc::make_mut(truth).cross_tenant_access_policy;
            let seen = &mut Arc::make_mut(seen).cross_tenant_access_policy;
            let (own, seen_default) = (Arc::make_mut(&mut truth.default), Arc::make_mut(&mut seen.default));
            hide(&mut own.settings, &mut seen_default.settings, Property::is_of_defaults, &mut one_in);
            for (own, seen) in truth.partners.iter_mut().zip(&mut seen.partners) {
                let (own, seen) = (Arc::make_mut(own), Arc::make_mut(seen));
                hide(&mut own.settings, &mut seen.settings, Property::is_of_partners, &mut one_in);
            }
            if one_in(4) {
                seen.unknown.push(UnknownPart::Partners);
                seen.partners.retain(|_| !one_in(2));
                let listed = |partner: &Arc<_>| is_listed(seen, partner);
                let hidden = truth.partners.iter_mut().filter(|partner| !listed(partner));
                hidden.for_each(|partner| {
                    let settings = &mut Arc::make_mut(partner).settings;
                    plain(settings);
                    unmarked(settings);
                });
            }
            if one_in(4) {
                seen.unknown.push(UnknownPart::AllowedCloudEndpoints);
                seen.allowed_cloud_endpoints.clear();
            }
        }
        seen
    }
}

fn is_listed(
    policy: &CrossTenantAccessPolicy,
    partner: &entente_policy::graph::ConfigurationPartner,
) -> bool {
    policy.partner(&partner.tenant_id).is_some()
}

fn hide(
    truth: &mut Settings,
    seen: &mut Settings,
    is_there: fn(Property) -> bool,
    one_in: &mut dyn FnMut(u8) -> bool,
) {
    for property in Property::ALL.into_iter().filter(|property| is_there(*property)) {
        if one_in(5) {
            plain(truth);
            plain(seen);
            seen.make_unknown(property);
        } else if one_in(9) && seen.has(property) {
            // A mark beside a value says nothing.
            seen.unknown.push(property);
            seen.unknown.sort_unstable();
        }
    }
}

/// Takes out what no rule reads: no mark says of it that nobody has seen it, so what is silent about it leaves it alone.
fn unmarked(settings: &mut Settings) {
    settings.rest = Rest::new();
    settings.m365_collaboration_inbound = None;
    settings.m365_collaboration_outbound = None;
    settings.app_service_connect_inbound = None;
}

/// Takes out what v1.0 does not document within properties.
fn plain(settings: &mut Settings) {
    settings.inbound_trust.iter_mut().for_each(|trust| trust.rest = Rest::new());
    settings.tenant_restrictions.iter_mut().for_each(|restrictions| restrictions.rest = Rest::new());
    if let Some(synchronization) = &mut settings.identity_synchronization {
        synchronization.rest = Rest::new();
    }
}

/// `after` as the service is to have it: with what is true where nobody has seen what is.
pub(super) fn filled(truth: &Tenant, before: &Tenant, after: &Tenant) -> Tenant {
    let mut filled = after.clone();
    let policy = &mut filled.cross_tenant_access_policy;
    let (truth, before) = (&truth.cross_tenant_access_policy, &before.cross_tenant_access_policy);
    let default = Arc::make_mut(&mut policy.default);
    default.settings = settings(&default.settings, Some(&truth.default.settings));
    for partner in &mut policy.partners {
        let partner = Arc::make_mut(partner);
        partner.settings =
            settings(&partner.settings, truth.partner(&partner.tenant_id).map(|known| &known.settings));
    }
    if policy.is_part_unknown(UnknownPart::AllowedCloudEndpoints) {
        policy.allowed_cloud_endpoints.clone_from(&truth.allowed_cloud_endpoints);
    }
    if policy.is_part_unknown(UnknownPart::Partners) {
        // What was on a list of which nobody had seen all, and is on it no more, has been taken out.
        let was_taken_out =
            |partner: &Arc<_>| before.is_part_unknown(UnknownPart::Partners) && is_listed(before, partner);
        let unlisted =
            truth.partners.iter().filter(|partner| !is_listed(policy, partner) && !was_taken_out(partner));
        let unlisted: Vec<_> = unlisted.cloned().collect();
        policy.partners.extend(unlisted);
    }
    policy.unknown.clear();
    filled
}

fn settings(after: &Settings, truth: Option<&Settings>) -> Settings {
    let (mut written, truth) = (after.write(), truth.map(Shape::write).unwrap_or_default());
    let object = written.as_object_mut().unwrap();
    object.remove("@entente.unknown");
    for property in Property::ALL.into_iter().filter(|property| after.is_unknown(*property)) {
        object.insert(property.as_str().into(), truth.get(property.as_str()).cloned().unwrap_or(Value::Null));
    }
    serde_json::from_value(written).unwrap()
}
