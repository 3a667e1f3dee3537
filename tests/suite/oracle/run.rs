//! The comparison itself, on as many random scenarios as are asked for.
//!
//! `ENTENTE_ORACLE_SCENARIOS` and `ENTENTE_ORACLE_SEED` ask for more scenarios and for others;
//! `cargo xtask oracle` sets them, and builds for speed.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use entente_policy::{Gate, Request, Scenario, evaluate};
use serde_json::Value;

use super::compare::{Disagreement, compare, status};
use super::shrink::shrink;
use super::{Says, TABLES};
use crate::dense;

/// How many scenarios are tried unless more are asked for.
const SCENARIOS: u64 = 20_000;

/// How many of a hundred thousand requests have to come to each status of each gate, at least.
const LEAST: [(Gate, [u64; 5]); 8] = {
    // In the order of `Says::ALL`: pass, prompt, depends, undocumented, fail.
    [
        (Gate::Cloud, [50_000, 0, 0, 0, 1_000]),
        (Gate::HomeOutbound, [20_000, 0, 0, 1_000, 10_000]),
        (Gate::ResourceInbound, [20_000, 0, 0, 1_000, 10_000]),
        (Gate::FeatureScope, [50_000, 0, 0, 0, 10_000]),
        (Gate::Invitation, [20_000, 1_000, 1_000, 0, 1_000]),
        (Gate::TenantRestrictions, [50_000, 0, 1_000, 1_000, 1_000]),
        (Gate::ConditionalAccess, [20_000, 1_000, 1_000, 1_000, 5_000]),
        (Gate::Teams, [20_000, 0, 1_000, 0, 1_000]),
    ]
};

/// Scenarios that one thread takes at a time.
const PORTION: u64 = 250;

/// Disagreements of one kind: how many, and the first of them.
struct Found {
    count: u64,
    number: u64,
    scenario: Scenario,
    request: Request,
}

/// What a run comes to.
#[derive(Default)]
struct Tally {
    scenarios: u64,
    decisions: u64,
    disagreements: BTreeMap<Disagreement, Found>,
    spread: BTreeMap<(Gate, &'static str), u64>,
    outcomes: BTreeMap<&'static str, u64>,
}

impl Tally {
    fn scenario(&mut self, seed: u64, number: u64) {
        let (scenario, requests) = dense::scenario(seed, number);
        self.scenarios += 1;
        for request in &requests {
            let (decision, disagreement) = compare(&scenario, request);
            self.decisions += 1;
            for (gate, _) in TABLES {
                *self.spread.entry((gate, status(&decision, gate))).or_default() += 1;
            }
            *self.outcomes.entry(decision.outcome.as_str()).or_default() += 1;
            if let Some(disagreement) = disagreement {
                let (scenario, request) = (scenario.clone(), request.clone());
                self.found(disagreement, Found { count: 1, number, scenario, request });
            }
        }
    }

    /// Counts disagreements, and keeps the one of the scenario with the lowest number: the same one, however
    /// many threads ran.
    fn found(&mut self, disagreement: Disagreement, found: Found) {
        match self.disagreements.entry(disagreement) {
            Entry::Vacant(place) => {
                place.insert(found);
            }
            Entry::Occupied(mut known) => {
                let count = known.get().count + found.count;
                if found.number < known.get().number {
                    known.insert(found);
                }
                known.get_mut().count = count;
            }
        }
    }

    fn add(&mut self, other: Tally) {
        self.scenarios += other.scenarios;
        self.decisions += other.decisions;
        for (disagreement, found) in other.disagreements {
            self.found(disagreement, found);
        }
        for (kind, count) in other.spread {
            *self.spread.entry(kind).or_default() += count;
        }
        for (outcome, count) in other.outcomes {
            *self.outcomes.entry(outcome).or_default() += count;
        }
    }

    fn report(&self, took: Duration) {
        println!(
            "{} scenarios, {} decisions, {} disagreements, {:.1} s",
            self.scenarios,
            self.decisions,
            self.disagreements.values().map(|found| found.count).sum::<u64>(),
            took.as_secs_f64()
        );
        println!("\n{:20}{}", "", Says::ALL.map(|says| format!("{:>14}", says.status())).concat());
        for (gate, _) in TABLES {
            let of = |says: Says| self.spread.get(&(gate, says.status())).copied().unwrap_or(0);
            println!("{:20}{}", gate.as_str(), Says::ALL.map(|says| format!("{:>14}", of(says))).concat());
        }
        let of = |says: Says| self.outcomes.get(says.outcome()).copied().unwrap_or(0);
        println!("{:20}{}", "outcome", Says::ALL.map(|says| format!("{:>14}", of(says))).concat());
        for (disagreement, Found { count, number, scenario, request }) in &self.disagreements {
            println!("\n{disagreement}, {count} times; first in scenario {number}.");
            println!("  Its smallest form, a document to open in the page:");
            let scenario = &shrink(scenario, request, disagreement);
            println!("  {}", to_json(scenario));
            println!("  The request: {}", to_json(request));
            let gates = evaluate(scenario, request).to_json()["gates"].take();
            let is_it = |one: &&Value| disagreement.gate.is_some_and(|gate| one["gate"] == gate.as_str());
            for gate in gates.as_array().into_iter().flatten().filter(is_it) {
                println!("  The engine: {gate}");
            }
        }
    }
}

fn to_json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).expect("whatever the model holds can be written")
}

/// Tries all scenarios, on every processor, and tells how far it has come.
fn run(seed: u64, scenarios: u64) -> Tally {
    let next = AtomicU64::new(0);
    let one_thread = || {
        let mut tally = Tally::default();
        loop {
            let start = next.fetch_add(PORTION, Ordering::Relaxed);
            if start >= scenarios {
                return tally;
            }
            let end = (start + PORTION).min(scenarios);
            for number in start..end {
                tally.scenario(seed, number);
            }
            if end * 20 / scenarios > start * 20 / scenarios {
                println!("{:>3} %", end * 100 / scenarios);
            }
        }
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        let running: Vec<_> = (0..threads).map(|_| scope.spawn(one_thread)).collect();
        let mut all = Tally::default();
        for thread in running {
            all.add(thread.join().expect("no scenario stops a thread"));
        }
        all
    })
}

fn asked_for(name: &str, otherwise: u64) -> u64 {
    let Some(text) = std::env::var_os(name) else { return otherwise };
    text.to_str().and_then(|text| text.parse().ok()).unwrap_or_else(|| panic!("{name} has to be a number"))
}

#[test]
fn the_engine_agrees_with_the_tables() {
    let seed = asked_for("ENTENTE_ORACLE_SEED", 0);
    let scenarios = asked_for("ENTENTE_ORACLE_SCENARIOS", SCENARIOS);
    let start = Instant::now();
    let tally = run(seed, scenarios);
    tally.report(start.elapsed());
    assert!(tally.disagreements.is_empty(), "the engine and the tables disagree, see above");
    if scenarios < SCENARIOS {
        return;
    }
    for (gate, least) in LEAST {
        for (says, least) in Says::ALL.into_iter().zip(least) {
            let found = tally.spread.get(&(gate, says.status())).copied().unwrap_or(0);
            let share = found * 100_000 / tally.decisions;
            assert!(
                share >= least,
                "of 100,000 requests only {share} come to {} at {}; {least} are wanted",
                says.status(),
                gate.as_str()
            );
        }
    }
}
