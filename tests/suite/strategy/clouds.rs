//! Random Microsoft clouds: most tenants are in the commercial one, so that most pairs share it.

use entente_policy::Cloud;
use proptest::prelude::*;
use proptest::sample::subsequence;

use super::Shapes;

/// What the clouds are called in the settings.
const ENDPOINTS: [&str; 3] = ["microsoftonline.com", "microsoftonline.us", "partner.microsoftonline.cn"];

/// The cloud of a tenant.
pub(super) fn cloud(shapes: Shapes) -> impl Strategy<Value = Cloud> {
    let odd = u32::from(shapes == Shapes::Any);
    prop_oneof![
        18 => Just(Cloud::Commercial),
        odd => Just(Cloud::UsGovernment),
        odd => Just(Cloud::China),
    ]
}

/// The other clouds a tenant has enabled.
pub(super) fn endpoints() -> impl Strategy<Value = Vec<String>> {
    let all = || ENDPOINTS.map(String::from).to_vec();
    prop_oneof![2 => Just(all()), 1 => subsequence(all(), 0..=3)]
}
