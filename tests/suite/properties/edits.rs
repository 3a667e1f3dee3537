//! A matrix that is made after an edit from the one before it is the one made from scratch.

use std::sync::Arc;

use entente_policy::{Matrix, Scenario, Tenant};
use proptest::prelude::*;

use crate::questions::ways;
use crate::strategy::{Random, Shapes, config, scenario};

/// What an edit can take over from another scenario's tenant.
const EDITS: [fn(&mut Tenant, &Tenant); 7] = [
    |tenant, other| tenant.directory = other.directory.clone(),
    |tenant, other| {
        let directory = tenant.directory.edit();
        directory.groups.clone_from(&other.directory.groups);
    },
    |tenant, other| {
        let directory = tenant.directory.edit();
        if let Some(user) = directory.users.first_mut() {
            user.session = other.directory.any_other_user.clone();
        }
    },
    |tenant, other| tenant.cross_tenant_access_policy = other.cross_tenant_access_policy.clone(),
    |tenant, other| tenant.conditional_access_policies.clone_from(&other.conditional_access_policies),
    |tenant, other| tenant.guests.clone_from(&other.guests),
    |tenant, other| tenant.teams = other.teams.clone(),
];

fn edited(scenario: &Scenario, other: &Scenario, tenant: usize, edit: usize) -> Scenario {
    let mut after = scenario.clone();
    let count = after.tenants.len();
    let from = &other.tenants[tenant % other.tenants.len()];
    EDITS[edit % EDITS.len()](Arc::make_mut(&mut after.tenants[tenant % count]), from);
    after
}

proptest! {
    #![proptest_config(config(60))]

    #[test]
    fn edit_by_edit_is_as_good_as_from_scratch(
        Random(start) in scenario(Shapes::Any),
        Random(other) in scenario(Shapes::Any),
        edits in prop::collection::vec((0..6_usize, 0..EDITS.len()), 1..6),
    ) {
        for way in ways(&start) {
            let mut scenario = start.clone();
            let mut matrix = Matrix::new(&scenario, &way.home, &way.resource, way.feature);
            for (tenant, edit) in &edits {
                scenario = edited(&scenario, &other, *tenant, *edit);
                matrix = matrix.after(&scenario);
                let scratch = Matrix::new(&scenario, &way.home, &way.resource, way.feature);
                prop_assert_eq!(&matrix.user_conditions, &scratch.user_conditions);
                prop_assert_eq!(&matrix.users, &scratch.users);
                prop_assert_eq!(&matrix.applications, &scratch.applications);
                for user in 0..scratch.users.len() {
                    for app in 0..scratch.applications.len() {
                        prop_assert_eq!(matrix.class_outcome(user, app), scratch.class_outcome(user, app));
                        prop_assert_eq!(matrix.class_decision(user, app), scratch.class_decision(user, app));
                    }
                }
            }
        }
    }
}
