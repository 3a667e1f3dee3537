//! The native half: one line of JSON for each thing measured.

use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use entente_bench::by_hand::ByHand;
use entente_bench::measure::{checksum_of, connecting, edited, edited_inbound, write_bits};
use entente_bench::peers::{self, cedar::Cedar, regorus::Regorus};
use entente_bench::workload::{SIZES, Workload, checksum, name};
use entente_exchange::generate::{Restriction, every_gate};
use entente_policy::graph::PolicyState;
use entente_policy::{Directory, Feature, Matrix, Scenario, SharedDirectory, User};
use serde_json::{Value, json};

/// The median of as many runs as fit into a second, at least three. In nanoseconds.
fn median<T>(mut run: impl FnMut() -> T) -> f64 {
    let begin = Instant::now();
    let mut times: Vec<Duration> = Vec::new();
    while times.len() < 3 || (begin.elapsed() < Duration::from_millis(800) && times.len() < 20_001) {
        let begin = Instant::now();
        black_box(run());
        times.push(begin.elapsed());
    }
    times.sort_unstable();
    times[times.len() / 2].as_nanos() as f64
}

fn once<T>(run: impl FnOnce() -> T) -> (f64, T) {
    let begin = Instant::now();
    let value = run();
    (begin.elapsed().as_nanos() as f64, value)
}

fn main() {
    let mut records = Vec::new();
    for (at, size) in SIZES.iter().enumerate() {
        for restriction in Restriction::ALL {
            let workload = Workload::new(size, restriction);
            let cells = size.users * size.applications;
            let step = peers::step(size.users);
            let mut add = |what: &str, nanoseconds: f64, cells: usize, more: Value| {
                let mut record = json!({
                    "what": what, "size": at, "users": size.users, "applications": size.applications,
                    "settings": name(restriction), "cells": cells, "nanoseconds": nanoseconds,
                });
                if let (Some(record), Value::Object(more)) = (record.as_object_mut(), more) {
                    record.extend(more);
                }
                eprintln!(
                    "{:>12.4} ns/decision  {:>14.0} ns  {what}  {}x{} {}",
                    nanoseconds / cells as f64,
                    nanoseconds,
                    size.users,
                    size.applications,
                    name(restriction)
                );
                records.push(record);
            };
            let [indexing, read] = index_times(workload.people());
            add(
                "indexing",
                indexing,
                cells,
                json!({"bytes": workload.scenario.tenants[1].directory.make_index()}),
            );
            add("indexing, no id shared", read, cells, Value::Null);
            let matrix = workload.matrix();
            let sums = [checksum_of(&matrix, 1), checksum_of(&matrix, step)];
            let more = json!({
                "bytes": matrix.bytes(), "classes": [matrix.users.len(), matrix.applications.len()],
                "connecting": connecting(&matrix),
            });
            add("entente", median(|| workload.matrix()), cells, more);
            let mut turn = 0;
            let after: Vec<_> = (0..16).map(|turn| edited(&workload, turn)).collect();
            let edit = median(|| {
                turn += 1;
                matrix.after(&after[turn % after.len()])
            });
            add("one edit", edit, cells, Value::Null);
            let mut bits = vec![0_u64; cells.div_ceil(64)];
            add("only writing the bits", median(|| write_bits(&mut bits)), cells, Value::Null);
            let by_hand = ByHand::new(&workload);
            let mut out = vec![0_u8; cells];
            add("rust by hand", median(|| by_hand.answer(black_box(&mut out))), cells, Value::Null);
            let sum = checksum(size.users, size.applications, 1, |user, app| {
                out[user * size.applications + app] == 1
            });
            assert_eq!(sum, sums[0], "rust by hand answers otherwise");
            let asked = size.users.div_ceil(step) * size.applications;
            let (_, cedar) = once(|| Cedar::new(&workload, step));
            let (time, sum) = once(|| cedar.answer());
            assert_eq!(sum, sums[1], "cedar answers otherwise");
            add("cedar, a pair", time, asked, Value::Null);
            for is_row in [false, true] {
                let mut regorus = Regorus::new(&workload, step, is_row);
                let (time, sum) = once(|| regorus.answer());
                assert_eq!(sum, sums[1], "regorus answers otherwise");
                add(if is_row { "regorus, a row" } else { "regorus, a pair" }, time, asked, Value::Null);
            }
            records.push(json!({"what": "checksum", "size": at, "settings": name(restriction), "sums": sums, "step": step}));
        }
    }
    every_gate_in_force(&mut records);
    other_edits(&mut records);
    println!("{}", Value::from(records));
}

/// Indexing a directory whose groups name their members by the very text of the user's id, as they do once read from
/// a file; and one in which no text is shared.
fn index_times(directory: &Directory) -> [f64; 2] {
    let time = |directory: &Directory| {
        let mut times: Vec<f64> = (0..5)
            .map(|_| {
                let fresh = entente_policy::SharedDirectory::from(directory.clone());
                once(|| fresh.make_index()).0
            })
            .collect();
        times.sort_by(f64::total_cmp);
        times[2]
    };
    let mut apart = directory.clone();
    for id in apart.groups.iter_mut().flat_map(|group| &mut group.members) {
        *id = entente_policy::Id::from(id.as_str());
    }
    [time(directory), time(&apart)]
}

/// The largest size, with guests, conditional access, tenant restrictions and Teams policies too, both directions and
/// both features.
fn every_gate_in_force(records: &mut Vec<Value>) {
    let size = &SIZES[2];
    let scenario = every_gate::scenario(size, Restriction::BothBlocked);
    let workload =
        Workload { settings: Workload::new(&SIZES[0], Restriction::BothBlocked).settings, scenario };
    let ids = [0, 1].map(|at| workload.scenario.tenants[at].id.clone());
    for (home, resource) in [(0, 1), (1, 0)] {
        for feature in Feature::ALL {
            let make = || Matrix::new(&workload.scenario, &ids[home], &ids[resource], feature);
            let (first, matrix) = once(make);
            let full = median(make);
            let after: Vec<_> = (0..4)
                .map(|turn| edited_inbound(&workload.scenario, home, resource, feature, turn))
                .collect();
            let mut turn = 0;
            let edit = median(|| {
                turn += 1;
                matrix.after(&after[turn % 4])
            });
            eprintln!(
                "every gate {home}->{resource} {feature:?}: first {first:.0} full {full:.0} edit {edit:.0} classes {}x{} bytes {}",
                matrix.users.len(),
                matrix.applications.len(),
                matrix.bytes()
            );
            records.push(json!({
                "what": "every gate", "direction": if home == 1 { "Fabrikam → Contoso" } else { "Contoso → Fabrikam" },
                "feature": feature_name(feature), "nanoseconds": full, "edit": edit, "first": first,
                "classes": [matrix.users.len(), matrix.applications.len()], "bytes": matrix.bytes(),
            }));
        }
    }
}

/// Edits of people and of what tells them apart, at the largest size with every gate in force: each with the index of
/// the directory that it leads to, beside an index and a matrix from nothing.
fn other_edits(records: &mut Vec<Value>) {
    let scenario = every_gate::scenario(&SIZES[2], Restriction::BothBlocked);
    let ids = [1, 0].map(|at| scenario.tenants[at].id.clone());
    let matrix_of = |scenario: &Scenario| Matrix::new(scenario, &ids[0], &ids[1], Feature::B2bCollaboration);
    let matrix = matrix_of(&scenario);
    for (name, edit) in OTHER_EDITS {
        let edited = || {
            let mut after = scenario.clone();
            edit(&mut after);
            after
        };
        let time = median(|| matrix.after(&edited()));
        let fresh = || {
            let mut after = edited();
            for tenant in &mut after.tenants {
                let tenant = Arc::make_mut(tenant);
                tenant.directory = SharedDirectory::from(Directory::clone(&tenant.directory));
            }
            after
        };
        let mut anew: Vec<f64> = (0..5)
            .map(|_| {
                let after = fresh();
                once(|| matrix_of(&after)).0
            })
            .collect();
        anew.sort_by(f64::total_cmp);
        eprintln!("{name}: {time:.0} ns, from nothing {:.0} ns", anew[2]);
        records.push(json!({"what": "other edit", "edit": name, "nanoseconds": time, "anew": anew[2]}));
    }
}

type Edit = fn(&mut Scenario);

const OTHER_EDITS: [(&str, Edit); 7] = [
    ("somebody’s name", |scenario| {
        let people = Arc::make_mut(&mut scenario.tenants[1]).directory.edit();
        people.users.get_mut(5_000).unwrap().display_name.push('x');
    }),
    ("somebody’s multifactor authentication", |scenario| {
        let people = Arc::make_mut(&mut scenario.tenants[1]).directory.edit();
        people.users.get_mut(5_000).unwrap().session.mfa ^= true;
    }),
    ("one member more in a group", |scenario| {
        let people = Arc::make_mut(&mut scenario.tenants[1]).directory.edit();
        let id = people.users[5_000].id.clone();
        people.groups.get_mut(7).unwrap().members.push(id);
    }),
    ("one person more", |scenario| {
        let people = Arc::make_mut(&mut scenario.tenants[1]).directory.edit();
        let id = "b0000000-0000-4000-8000-000000000001".into();
        people.users.push(User { id, ..people.users[7].clone() });
    }),
    ("one person less", |scenario| {
        Arc::make_mut(&mut scenario.tenants[1]).directory.edit().users.remove(5_000);
    }),
    ("what is trusted", |scenario| {
        let policy = &mut Arc::make_mut(&mut scenario.tenants[0]).cross_tenant_access_policy;
        Arc::make_mut(&mut policy.partners[0]).settings.inbound_trust = None;
    }),
    ("a conditional access policy switched off", |scenario| {
        let policies = &mut Arc::make_mut(&mut scenario.tenants[0]).conditional_access_policies;
        Arc::make_mut(&mut policies[0]).state = PolicyState::Disabled;
    }),
];

fn feature_name(feature: Feature) -> &'static str {
    match feature {
        Feature::B2bCollaboration => "B2B collaboration",
        Feature::B2bDirectConnect => "B2B direct connect",
    }
}
