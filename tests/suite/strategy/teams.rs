//! Random Teams settings: now and then, since most tenants leave them as shipped.

use entente_policy::graph::Rest;
use entente_policy::{FederationConfiguration, TeamsChannelsPolicy, TeamsService, TeamsSettings};
use proptest::collection::vec;
use proptest::prelude::*;

use super::Shapes;
use super::directory::{group_id, user_id};

/// The Teams settings of a tenant.
pub(crate) fn teams(tenant: usize, shapes: Shapes) -> BoxedStrategy<TeamsSettings> {
    if shapes == Shapes::Documented {
        // The tables say nothing about Teams.
        return Just(TeamsSettings::default()).boxed();
    }
    let stated = (service(), vec(policy(tenant), 0..=3), switch(), switch(), federation()).prop_map(
        |(service, channels_policies, guests, sharing, federation)| TeamsSettings {
            service,
            channels_policies,
            allow_guests_to_access_groups: guests,
            allow_share_point_external_sharing: sharing,
            federation,
            rest: Rest::new(),
        },
    );
    prop_oneof![2 => Just(TeamsSettings::default()), 1 => stated].boxed()
}

fn service() -> impl Strategy<Value = Option<TeamsService>> {
    prop_oneof![8 => Just(None), 1 => Just(Some(TeamsService::Gcc)), 1 => Just(Some(TeamsService::Commercial))]
}

/// A switch, which is mostly on.
fn switch() -> impl Strategy<Value = Option<bool>> {
    prop_oneof![6 => Just(None), 2 => Just(Some(true)), 1 => Just(Some(false))]
}

fn policy(tenant: usize) -> impl Strategy<Value = TeamsChannelsPolicy> {
    let identity = prop_oneof![Just("Global"), Just("Students"), Just("Staff")];
    let joins = prop_oneof![1 => Just(None), 2 => Just(Some(true)), 3 => Just(Some(false))];
    let users = vec((0..8usize).prop_map(move |number| user_id(tenant, number)), 0..=2);
    let groups = vec((0..8usize).prop_map(move |number| group_id(tenant, number)), 0..=2);
    (identity, switch(), switch(), joins, users, groups).prop_map(
        |(identity, creates, invites, joins, assigned_users, assigned_groups)| TeamsChannelsPolicy {
            identity: identity.into(),
            allow_shared_channel_creation: creates,
            allow_channel_sharing_to_external_user: invites,
            allow_user_to_participate_in_external_shared_channel: joins,
            assigned_users,
            assigned_groups,
            rest: Rest::new(),
        },
    )
}

fn federation() -> impl Strategy<Value = FederationConfiguration> {
    let domains = || vec((0..3usize).prop_map(|tenant| format!("t{tenant}.example")), 0..=2);
    (switch(), proptest::option::weighted(0.3, domains()), domains()).prop_map(
        |(allow_federated_users, allowed_domains, blocked_domains)| FederationConfiguration {
            allow_federated_users,
            allowed_domains,
            blocked_domains,
            rest: Rest::new(),
        },
    )
}
