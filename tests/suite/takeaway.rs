//! What is taken away of a change, carried out: a service that does what the reference of Microsoft Graph says turns the
//! settings as they were into the settings as they were edited, whatever the edit.

mod edit;
mod expressed;
mod handover;
mod hidden;
mod quoting;
mod reader;
mod service;
mod state;
mod unknown;

use entente_exchange::changes::{Changes, Matter, Method, changes};
use entente_exchange::gallery::ENTRIES;
use entente_policy::{Scenario, Tenant};
use proptest::prelude::*;

use self::edit::{Edit, edited};
use self::hidden::Hidden;
use self::service::{Nested, Service};
use self::state::{State, ids, settings_of};
use crate::strategy::{Random, Shapes, config, scenario, seen_scenario};

/// Whether one address is the other, or a part of it.
fn covers(one: &str, other: &str) -> bool {
    let within = |outer: &str, inner: &str| {
        inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    let (one, other) = (one.to_lowercase(), other.to_lowercase());
    within(&one, &other) || within(&other, &one)
}

/// Sends all requests to a tenant, and does with the answers as the remarks say.
fn carried_out(truth: &Tenant, changes: &Changes, nested: Nested) -> State {
    let mut service = Service::of(truth, nested);
    let may_be = |matter: Matter, settings: &[String]| {
        let of = changes.remarks.iter().filter(|remark| remark.matter == matter);
        of.flat_map(|remark| &remark.settings).any(|address| settings.contains(address))
    };
    for operation in &changes.operations {
        let mut send = |method: &str| {
            service.send(method, operation.version.as_str(), &operation.path, operation.body.as_ref())
        };
        let (method, settings) = (operation.method, &operation.settings);
        let answer = send(method.as_str());
        let is_there = method == Method::Post && may_be(Matter::MayBeThere, settings);
        let is_synchronized = may_be(Matter::MayBeSynchronized, settings);
        let answer = match answer {
            Err(refusal) if refusal.contains("SameKeyValue") && is_there => Ok(()),
            Err(refusal) if refusal.contains("SameKeyValue") && is_synchronized => send("PATCH"),
            Err(refusal) if refusal == "404" && method == Method::Delete && is_synchronized => Ok(()),
            answer => answer,
        };
        answer.unwrap_or_else(|refusal| panic!("{refusal}\n{operation:#?}"));
    }
    service.state()
}

/// Holds one tenant’s changes against what was edited, where `truth` is what the tenant has in fact, whatever of it
/// was seen.
fn holds(truth: &Tenant, before: &Tenant, after: &Tenant, changes: &Changes) {
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
            "{address} was changed, and nothing says so:\n{:?}\nbefore, and after\n{:?}\n{changes:#?}",
            old.get(&address),
            new.get(&address),
        );
    }
    // Of an organization that may have been there already everything is set anew, null as well.
    let may_be_there = changes.remarks.iter().filter(|remark| remark.matter == Matter::MayBeThere);
    let may_be_there: Vec<&String> = may_be_there.flat_map(|remark| &remark.settings).collect();
    let is_set_anew = |address: &str| may_be_there.iter().any(|there| covers(there, address));
    for address in &told {
        let differs =
            is_set_anew(address) || old.differing(&new).iter().any(|differing| covers(differing, address));
        assert!(differs, "{address} was not changed: {changes:#?}");
    }
    let edited = State::of(before).differing(&State::with_known(after, &ids(before)));
    let old = State::of(truth);
    let new = State::with_known(&hidden::filled(truth, before, after), &ids(before));
    for nested in [Nested::Replaced, Nested::Merged] {
        let result = carried_out(truth, changes, nested);
        for address in result.differing(&new) {
            assert!(
                left.iter().any(|left| covers(left, &address)),
                "{address} came out otherwise:\n{:?}\nand not\n{:?}\nof\n{:?}\n{changes:#?}",
                result.get(&address),
                new.get(&address),
                old.get(&address),
            );
        }
        let is_edited = |address: &String| edited.contains(address) || is_set_anew(address);
        let strays: Vec<_> =
            result.differing(&old).into_iter().filter(|address| !is_edited(address)).collect();
        assert!(strays.is_empty(), "{strays:?} were not edited, and came out otherwise: {changes:#?}");
    }
}

fn all_hold(truth: &Scenario, before: &Scenario, after: &Scenario) -> usize {
    let mut requests = 0;
    for (changes, after) in changes(before, after).iter().zip(&after.tenants) {
        holds(truth.tenant(&after.id).unwrap(), before.tenant(&after.id).unwrap(), after, changes);
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
                requests += all_hold(&before, &before, &after);
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
        all_hold(&before, &before, &after);
    }

    #[test]
    fn requests_come_to_what_was_edited_and_leave_what_nobody_has_seen(
        Random(truth) in seen_scenario(Shapes::Any),
        Random(other) in scenario(Shapes::Any),
        edit in any::<Edit>(),
        hidden in any::<Hidden>(),
    ) {
        let mut truth = edited(&truth, &truth, &edit.of_the_base());
        let before = hidden.of(&mut truth);
        let after = edited(&before, &other, &edit);
        all_hold(&truth, &before, &after);
    }
}
