//! Which claims from home count, with the readings of a switch left null.

use crate::class::SessionClaim;
use crate::graph::InboundTrust;
use crate::resolve::effective_trust;
use crate::{Connection, Layer, Property, SettingPath, Source};

/// The trust settings of the resource tenant about the home tenant.
pub(super) struct Trust {
    value: InboundTrust,
    default: Option<InboundTrust>,
    pub(super) source: Source,
    path: SettingPath,
    /// The address of the default's.
    below: SettingPath,
}

impl Trust {
    pub(super) fn of(connection: &Connection) -> Self {
        let resolved = effective_trust(&connection.resource, &connection.home.id);
        Trust {
            value: resolved.value,
            default: connection.resource.cross_tenant_access_policy.default.settings.inbound_trust.clone(),
            source: resolved.source,
            path: resolved.path,
            below: SettingPath::CrossTenantAccess {
                tenant: connection.resource.id.clone(),
                layer: Layer::Default,
                property: Property::InboundTrust,
                half: None,
            },
        }
    }

    /// Whether `claim` counts, under each reading: null is off, null inherits the default's switch.
    pub(super) fn counts(&self, claim: SessionClaim) -> [bool; 2] {
        match switch(&self.value, claim) {
            Some(on) => [on, on],
            None => {
                [false, self.default.as_ref().and_then(|default| switch(default, claim)).unwrap_or(false)]
            }
        }
    }

    /// The settings that say whether `claim` counts: a switch left null may be the default's to state.
    pub(super) fn cited(&self, claim: SessionClaim) -> impl Iterator<Item = SettingPath> {
        let open = switch(&self.value, claim).is_none() && self.below != self.path;
        [Some(self.path.clone()), open.then(|| self.below.clone())].into_iter().flatten()
    }
}

fn switch(trust: &InboundTrust, claim: SessionClaim) -> Option<bool> {
    match claim {
        SessionClaim::Mfa => trust.is_mfa_accepted,
        SessionClaim::CompliantDevice => trust.is_compliant_device_accepted,
        SessionClaim::HybridJoinedDevice => trust.is_hybrid_azure_ad_joined_device_accepted,
    }
}
