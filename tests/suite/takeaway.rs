//! What is taken away of a change, carried out: a service that does what the reference of Microsoft Graph says turns the
//! settings as they were into the settings as they were edited, whatever the edit.

mod edit;
mod expressed;
mod handover;
mod quoting;
mod reader;
mod service;
mod state;
mod unknown;

use entente_exchange::changes::{Changes, changes};
use entente_exchange::gallery::ENTRIES;
use entente_policy::{Scenario, Tenant};
use proptest::prelude::*;

use self::edit::{Edit, edited};
use self::service::{Nested, Service};
use self::state::{State, ids, settings_of};
use crate::strategy::{Random, Shapes, config, seen_scenario};

/// Whether one address is the other, or a part of it.
fn covers(one: &str, other: &str) -> bool {
    let within = |outer: &str, inner: &str| {
        inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    let (one, other) = (one.to_lowercase(), other.to_lowercase());
    within(&one, &other) || within(&other, &one)
}

/// Sends all requests to a tenant as it was.
fn carried_out(before: &Tenant, changes: &Changes, nested: Nested) -> State {
    let mut service = Service::of(before, nested);
    for operation in &changes.operations {
        service
            .send(
                operation.method.as_str(),
                operation.version.as_str(),
                &operation.path,
                operation.body.as_ref(),
            )
            .unwrap_or_else(|refusal| panic!("{refusal}\n{operation:#?}"));
    }
    service.state()
}

/// Holds one tenant’s changes against what was edited.
fn holds(before: &Tenant, after: &Tenant, changes: &Changes) {
    let (old, new) = (settings_of(before), settings_of(after));
    let left: Vec<&String> = changes
        .remarks
        .iter()
        .filter(|remark| !remark.is_carried_out())
        .flat_map(|remark| &remark.settings)
        .collect();
    let told: Vec<&str> = changes.settings().collect();
    for address in old.differing(&new) {
        assert!(
            told.iter().any(|told| covers(told, &address)),
            "{address} was changed, and nothing says so: {changes:#?}"
        );
    }
    for address in &told {
        let differs = old.differing(&new).iter().any(|differing| covers(differing, address));
        assert!(differs, "{address} was not changed: {changes:#?}");
    }
    let (old, new) = (State::of(before), State::with_known(after, &ids(before)));
    for nested in [Nested::Replaced, Nested::Merged] {
        let result = carried_out(before, changes, nested);
        for address in result.differing(&new) {
            assert!(
                left.iter().any(|left| covers(left, &address)),
                "{address} came out otherwise:\n{:?}\nand not\n{:?}\nof\n{:?}\n{changes:#?}",
                result.get(&address),
                new.get(&address),
                old.get(&address),
            );
        }
        let edited = old.differing(&new);
        let strays: Vec<_> =
            result.differing(&old).into_iter().filter(|address| !edited.contains(address)).collect();
        assert!(strays.is_empty(), "{strays:?} were not edited, and came out otherwise: {changes:#?}");
    }
}

fn all_hold(before: &Scenario, after: &Scenario) -> usize {
    let mut requests = 0;
    for (changes, after) in changes(before, after).iter().zip(&after.tenants) {
        holds(before.tenant(&after.id).unwrap(), after, changes);
        requests += changes.operations.len();
    }
    requests
}

#[test]
fn nothing_edited_is_nothing_to_take_away() {
    for entry in ENTRIES {
        let scenario = entry.scenario();
        assert!(changes(&scenario, &scenario).iter().all(Changes::is_empty), "{}", entry.id);
    }
}

#[test]
fn from_any_scenario_of_the_gallery_to_any_other() {
    let mut requests = 0;
    for before in ENTRIES {
        for after in ENTRIES {
            let (before, after) = (before.scenario(), after.scenario());
            if after.tenants.iter().all(|tenant| before.tenant(&tenant.id).is_some()) {
                requests += all_hold(&before, &after);
            }
        }
    }
    assert!(requests > 1000, "{requests} requests are too few to say anything");
}

proptest! {
    #![proptest_config(config(150))]

    #[test]
    fn requests_come_to_what_was_edited(
        Random(before) in seen_scenario(Shapes::Any),
        Random(other) in seen_scenario(Shapes::Any),
        edit in any::<Edit>(),
    ) {
        let before = edited(&before, &before, &edit.of_the_base());
        let after = edited(&before, &other, &edit);
        all_hold(&before, &after);
    }
}
