//! Tenants as large as they come: 100,000 users in 500 groups, eight each, and 1,000 applications. No cell is another
//! than what asking for it alone gives.

use entente_exchange::generate::{self, Restriction, Size};
use entente_policy::{Feature, Id, Matrix, Request, Resource, Scenario, Subject, Tenant, evaluate};

/// The largest tenant that Entente is held to.
const SIZE: Size = Size { users: 100_000, applications: 1_000, groups: 500, memberships: 8 };

/// Cells spread over the whole matrix, and those of the people and applications that lists name first.
fn sample(home: &Tenant) -> Vec<(usize, usize)> {
    let position = |id: &Id| home.directory.users.iter().position(|user| user.id == *id).unwrap();
    let members = home.directory.groups[0].members.iter().take(6).map(position);
    let named = (0..8).chain(members).flat_map(|user| (0..12).map(move |app| (user, app)));
    let spread = (0..100).map(|at: usize| (at * 7_919 % SIZE.users, at * 613 % SIZE.applications));
    spread.chain(named).collect()
}

/// Compares a sample of cells with what asking for each alone gives, in both directions of both features. How many
/// kinds of outcome there are.
fn compare(scenario: &Scenario) -> usize {
    let mut outcomes = Vec::new();
    for feature in Feature::ALL {
        for (home, resource) in [(0, 1), (1, 0)] {
            let (home, resource) = (&scenario.tenants[home], &scenario.tenants[resource]);
            let matrix = Matrix::new(scenario, &home.id, &resource.id, feature);
            assert_eq!(matrix.users.iter().map(|class| class.members.len()).sum::<usize>(), SIZE.users);
            for (user, app) in sample(home) {
                let request = Request {
                    home: home.id.clone(),
                    resource: resource.id.clone(),
                    feature,
                    user: Subject::User(home.directory.users[user].id.clone()),
                    application: Resource::Application(resource.directory.applications[app].app_id.clone()),
                    signal: None,
                };
                let alone = evaluate(scenario, &request).outcome;
                assert_eq!(matrix.outcome(user, app), Some(alone), "{request:?}");
                outcomes.push(alone);
                let class = matrix.class_of_user(user).unwrap();
                let members = &matrix.users[class].members;
                assert_eq!(members.get(members.rank(user).unwrap()), Some(user));
            }
        }
    }
    outcomes.sort_unstable();
    outcomes.dedup();
    outcomes.len()
}

#[test]
fn a_sample_of_a_hundred_thousand_users_agrees_with_asking_for_each() {
    for restriction in Restriction::ALL {
        assert_eq!(compare(&generate::scenario(&SIZE, restriction)), 2);
    }
}

#[test]
fn so_it_does_where_every_gate_has_something_to_say() {
    assert!(compare(&generate::every_gate::scenario(&SIZE, Restriction::BothBlocked)) >= 3);
}
