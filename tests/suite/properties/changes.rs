//! The list of changed cells is what comparing cell by cell gives.

use entente_policy::{CellChange, Change, Changes, Matrix, Region, Scenario, changes, evaluate};
use proptest::prelude::*;

use crate::questions::{Way, ways};
use crate::strategy::{Random, Shapes, config, scenario};

fn naive(before: &Scenario, after: &Scenario, way: &Way) -> Vec<CellChange> {
    let mut found = Vec::new();
    let directory = |scenario: &Scenario, id| scenario.tenant(id).unwrap().directory.clone();
    for user in &directory(after, &way.home).users {
        for app in &directory(after, &way.resource).applications {
            let known = directory(before, &way.home).user(&user.id).is_some()
                && directory(before, &way.resource).application(&app.app_id).is_some();
            if !known {
                continue;
            }
            let request = way.request(
                &entente_policy::Subject::User(user.id.clone()),
                &entente_policy::Resource::Application(app.app_id.clone()),
            );
            let (old, new) = (evaluate(before, &request).outcome, evaluate(after, &request).outcome);
            if old != new {
                found.push(CellChange {
                    user: user.id.clone(),
                    application: app.app_id.clone(),
                    before: old,
                    after: new,
                    change: match (old.connects(), new.connects()) {
                        (false, true) => Change::Opened,
                        (true, false) => Change::Closed,
                        (true, true) | (false, false) => Change::Other,
                    },
                });
            }
        }
    }
    found
}

fn compare(before: &Scenario, after: &Scenario, shared: impl Fn(&Way) -> bool) -> Result<(), TestCaseError> {
    for way in ways(after).into_iter().filter(shared) {
        let [old, new] =
            [before, after].map(|scenario| Matrix::new(scenario, &way.home, &way.resource, way.feature));
        let expected = naive(before, after, &way);
        prop_assert_eq!(changes(&old, &new), expected.clone());
        prop_assert_eq!(changes(&new, &new), []);
        let found = Changes::between(&old, &new);
        for change in [Change::Opened, Change::Closed, Change::Other] {
            let cells = expected.iter().filter(|cell| cell.change == change).count();
            prop_assert_eq!(found.count(change), cells);
        }
        one_by_one(&found, &expected)?;
    }
    Ok(())
}

/// Looked up by position and by class, a cell has the change that the list of all has.
fn one_by_one(found: &Changes<&Matrix>, expected: &[CellChange]) -> Result<(), TestCaseError> {
    let matrix = found.after();
    let same = |region: Option<&Region>, cell: &CellChange| {
        region.map(|region| (region.before, region.after, region.change))
            == Some((cell.before, cell.after, cell.change))
    };
    let mut listed = expected.iter().peekable();
    for (at, user) in matrix.connection.home.directory.users.iter().enumerate() {
        for (app_at, app) in matrix.connection.resource.directory.applications.iter().enumerate() {
            let region = found.at(at, app_at);
            match listed.next_if(|cell| cell.user == user.id && cell.application == app.app_id) {
                Some(cell) => prop_assert!(same(region, cell)),
                None => prop_assert!(region.is_none()),
            }
            let classes = matrix.class_of_user(at).zip(matrix.class_of_application(app_at));
            let of_all = classes.and_then(|(users, applications)| found.of_classes(users, applications));
            let known = of_all.zip(region);
            prop_assert!(
                known.is_none_or(|(of_all, one)| (of_all.before, of_all.after) == (one.before, one.after))
            );
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(config(60))]

    /// Other settings and other directories: people and applications come and go.
    #[test]
    fn changes_between_two_scenarios(
        Random(before) in scenario(Shapes::Any),
        Random(after) in scenario(Shapes::Any),
    ) {
        let in_both = |way: &Way| [&way.home, &way.resource].iter().all(|id| before.tenant(id).is_some());
        compare(&before, &after, in_both)?;
    }

    /// Other settings for the same directories: what an edit does.
    #[test]
    fn changes_after_an_edit(Random(before) in scenario(Shapes::Any), Random(other) in scenario(Shapes::Any)) {
        let mut after = before.clone();
        for tenant in &other.tenants {
            if let Some(edited) = after.tenant_mut(&tenant.id) {
                let directory = edited.directory.clone();
                *edited = entente_policy::Tenant { directory, ..entente_policy::Tenant::clone(tenant) };
            }
        }
        compare(&before, &after, |_| true)?;
    }
}
