//! Random signals of tenant restrictions.

use entente_policy::graph::Rest;
use entente_policy::{Carrier, TenantRestrictionsSignal};
use proptest::prelude::*;

use super::{Shapes, TENANTS, tenant_id};

/// The signal on a session. Now and then its owner is a tenant that no scenario holds.
pub(super) fn signal(shapes: Shapes) -> BoxedStrategy<Option<TenantRestrictionsSignal>> {
    if shapes == Shapes::Documented {
        return Just(None).boxed();
    }
    let carrier = prop_oneof![
        Just(Carrier::Proxy),
        Just(Carrier::WindowsDevicePolicy),
        Just(Carrier::GlobalSecureAccess),
    ];
    let owner = prop_oneof![15 => 0..TENANTS, 1 => Just(TENANTS)];
    let signal = (owner, carrier).prop_map(|(owner, carrier)| TenantRestrictionsSignal {
        policy_owner: tenant_id(owner),
        carrier,
        rest: Rest::new(),
    });
    proptest::option::weighted(0.15, signal).boxed()
}
