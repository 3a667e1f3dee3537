//! What follows is the same for the same scenario, and follows for every scenario.

use entente_policy::Feature;
use entente_policy::consequence::{Consequences, recorded};
use proptest::prelude::*;

use crate::questions::all;
use crate::strategy::{Random, Shapes, config, scenario};

proptest! {
    #![proptest_config(config(20))]

    #[test]
    fn what_follows_is_the_same_every_time(Random(scenario) in scenario(Shapes::Any)) {
        for request in all(&scenario) {
            let consequences = Consequences::of(&scenario, &request);
            let again = Consequences::of(&scenario, &request);
            prop_assert!(consequences.iter().eq(again.iter()));
            prop_assert_eq!(&consequences.decision(request.feature).request, &request);
            for feature in Feature::ALL {
                prop_assert_eq!(consequences.decision(feature).request.feature, feature);
            }
        }
    }

    /// Nothing is recorded of nothing, and a tenant is named only for something.
    #[test]
    fn only_what_differs_is_recorded(
        Random(one) in scenario(Shapes::Any), Random(other) in scenario(Shapes::Any),
    ) {
        prop_assert!(recorded(&one, &one).is_empty());
        for tenant in recorded(&one, &other) {
            prop_assert!(!(tenant.events.is_empty() && tenant.others.is_empty()));
        }
    }
}
