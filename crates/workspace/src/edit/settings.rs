//! Edits of the cross-tenant access policy.

use std::sync::Arc;

use entente_policy::graph::{
    AccessType, B2bSetting, InboundOutboundPolicyConfiguration, InboundTrust, Rest, Settings,
    TargetConfiguration,
};
use entente_policy::{Half, Id, Layer, Property, Tenant, effective_b2b, effective_consent, effective_trust};

use crate::TrustClaim;

/// The settings of a layer, an organization being added if it is not there yet.
pub(super) fn layer_mut<'a>(tenant: &'a mut Tenant, layer: &Layer) -> Option<&'a mut Settings> {
    let policy = &mut tenant.cross_tenant_access_policy;
    match layer {
        Layer::Default => {
            let default = Arc::make_mut(&mut policy.default);
            default.is_service_default = Some(false);
            Some(&mut default.settings)
        }
        Layer::Partner(partner) => {
            if policy.partner(partner).is_none() {
                let added = policy.to_be_added(partner.clone());
                policy.partners.push(Arc::new(added));
            }
            let place = policy.partners.iter_mut().find(|known| known.tenant_id == *partner)?;
            Some(&mut Arc::make_mut(place).settings)
        }
    }
}

/// Nobody: a tenant that no scenario holds, to ask for what holds by default.
fn anybody() -> Id {
    Id::from("")
}

/// The value in force on `layer`, whole.
fn in_force(tenant: &Tenant, layer: &Layer, property: Property) -> B2bSetting {
    let other = match layer {
        Layer::Default => anybody(),
        Layer::Partner(partner) => partner.clone(),
    };
    let effective = effective_b2b(tenant, &other, property);
    B2bSetting {
        users_and_groups: Some(effective.users_and_groups.value.into_owned()),
        applications: Some(effective.applications.value.into_owned()),
        rest: Rest::new(),
    }
}

/// The setting on `layer`, to be changed, with the value in force to begin with.
fn setting<'a>(tenant: &'a mut Tenant, layer: &Layer, property: Property) -> Option<&'a mut B2bSetting> {
    let in_force = in_force(tenant, layer, property);
    Some(layer_mut(tenant, layer)?.b2b_mut(property)?.get_or_insert(in_force))
}

pub(super) fn half<'a>(
    tenant: &'a mut Tenant,
    layer: &Layer,
    property: Property,
    half: Half,
) -> Option<&'a mut TargetConfiguration> {
    let in_force = in_force(tenant, layer, property);
    let setting = setting(tenant, layer, property)?;
    let (place, in_force) = match half {
        Half::UsersAndGroups => (&mut setting.users_and_groups, in_force.users_and_groups),
        Half::Applications => (&mut setting.applications, in_force.applications),
    };
    if place.is_none() {
        *place = in_force;
    }
    place.as_mut()
}

pub(super) fn set_verb(
    tenant: &mut Tenant,
    layer: &Layer,
    property: Property,
    access_type: &AccessType,
) -> Option<()> {
    for which in [Half::UsersAndGroups, Half::Applications] {
        half(tenant, layer, property, which)?.access_type = access_type.clone();
    }
    Some(())
}

pub(super) fn take_over(tenant: &mut Tenant, partner: &Id, property: Property) -> Option<()> {
    let layer = Layer::Partner(partner.clone());
    match property {
        Property::InboundTrust => {
            let value = effective_trust(tenant, partner).value;
            layer_mut(tenant, &layer)?.inbound_trust.get_or_insert(value);
        }
        Property::AutomaticUserConsentSettings => {
            let value = effective_consent(tenant, partner).value;
            layer_mut(tenant, &layer)?.automatic_user_consent_settings.get_or_insert(value);
        }
        b2b => {
            // What it leaves out is taken over as well.
            for which in [Half::UsersAndGroups, Half::Applications] {
                half(tenant, &layer, b2b, which)?;
            }
        }
    }
    Some(())
}

pub(super) fn give_back(tenant: &mut Tenant, partner: &Id, property: Property) -> Option<()> {
    let policy = &tenant.cross_tenant_access_policy;
    let layer = Layer::Partner(partner.clone());
    // Of an organization that nobody has seen, one property may be known to be null.
    if policy.partner(partner).is_none() && !policy.is_unknown(&layer, property) {
        return None;
    }
    let settings = layer_mut(tenant, &layer)?;
    settings.clear(property);
    settings.make_known(property);
    Some(())
}

pub(super) fn set_trust(tenant: &mut Tenant, layer: &Layer, claim: TrustClaim, accepted: bool) -> Option<()> {
    let other = match layer {
        Layer::Default => anybody(),
        Layer::Partner(partner) => partner.clone(),
    };
    let in_force = effective_trust(tenant, &other).value;
    let trust: &mut InboundTrust = layer_mut(tenant, layer)?.inbound_trust.get_or_insert(in_force);
    let switch = match claim {
        TrustClaim::Mfa => &mut trust.is_mfa_accepted,
        TrustClaim::CompliantDevice => &mut trust.is_compliant_device_accepted,
        TrustClaim::HybridJoinedDevice => &mut trust.is_hybrid_azure_ad_joined_device_accepted,
    };
    *switch = Some(accepted);
    Some(())
}

pub(super) fn set_consent(tenant: &mut Tenant, partner: &Id, inbound: bool, allowed: bool) -> Option<()> {
    let in_force = effective_consent(tenant, partner).value;
    let settings: &mut InboundOutboundPolicyConfiguration =
        layer_mut(tenant, &Layer::Partner(partner.clone()))?
            .automatic_user_consent_settings
            .get_or_insert(in_force);
    let switch = if inbound { &mut settings.inbound_allowed } else { &mut settings.outbound_allowed };
    *switch = Some(allowed);
    Some(())
}
