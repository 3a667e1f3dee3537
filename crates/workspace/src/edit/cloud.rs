//! Edits of a tenant's Microsoft cloud, and of the organizations it has added.

use std::sync::Arc;

use entente_policy::graph::UnknownPart;
use entente_policy::{Cloud, Id, Tenant};

/// One change of where a tenant lives and with whom it works.
#[derive(Clone, Debug, PartialEq)]
pub enum CloudEdit {
    /// Puts the tenant into a Microsoft cloud.
    LiveIn(Cloud),
    /// Works with organizations of another cloud, or no longer.
    WorkWith {
        /// Which cloud.
        cloud: Cloud,
        /// Whether the tenant works with it.
        allowed: bool,
    },
    /// Adds an organization, everything inherited, or removes it with all settings about it.
    SetAdded {
        /// Which organization.
        partner: Id,
        /// Whether it is among those added.
        added: bool,
    },
    /// Says that nobody has seen all of a part of the policy, or that it is known.
    SetUnknown {
        /// Which part.
        part: UnknownPart,
        /// Whether it is unknown.
        unknown: bool,
    },
}

pub(super) fn apply(tenant: &mut Tenant, edit: CloudEdit) {
    let policy = &mut tenant.cross_tenant_access_policy;
    match edit {
        CloudEdit::LiveIn(cloud) => tenant.cloud = cloud,
        CloudEdit::WorkWith { cloud, allowed } => {
            policy.make_known(UnknownPart::AllowedCloudEndpoints);
            let endpoints = &mut policy.allowed_cloud_endpoints;
            let is_it = |endpoint: &String| endpoint.eq_ignore_ascii_case(cloud.endpoint());
            match (allowed, endpoints.iter().any(is_it)) {
                (true, false) => endpoints.push(cloud.endpoint().into()),
                (false, true) => endpoints.retain(|endpoint| !is_it(endpoint)),
                _ => {}
            }
        }
        CloudEdit::SetUnknown { part, unknown } => {
            policy.make_known(part);
            if unknown {
                policy.unknown.push(part);
                policy.unknown.sort_unstable();
            }
        }
        CloudEdit::SetAdded { partner, added } => match (added, policy.partner(&partner).is_some()) {
            (true, false) => {
                let added = policy.to_be_added(partner);
                policy.partners.push(Arc::new(added));
            }
            (false, true) => policy.partners.retain(|known| known.tenant_id != partner),
            _ => {}
        },
    }
}
