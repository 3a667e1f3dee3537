//! Random scenarios bring about every outcome often enough, so that the other properties are about something.

use std::collections::BTreeMap;

use entente_policy::{Feature, Outcome, evaluate};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use crate::questions::all;
use crate::strategy::{Random, Shapes, scenario};

/// How many of a thousand questions have to come to each outcome, at least.
const LEAST: [(Feature, Outcome, usize); 10] = [
    (Feature::B2bCollaboration, Outcome::Allowed, 50),
    (Feature::B2bCollaboration, Outcome::AllowedAfter, 10),
    (Feature::B2bCollaboration, Outcome::Blocked, 200),
    (Feature::B2bCollaboration, Outcome::Depends, 5),
    (Feature::B2bCollaboration, Outcome::Undocumented, 10),
    (Feature::B2bDirectConnect, Outcome::Allowed, 10),
    // A guest is prompted where a direct connect user is blocked: no prompt is documented for direct connect.
    (Feature::B2bDirectConnect, Outcome::AllowedAfter, 0),
    (Feature::B2bDirectConnect, Outcome::Blocked, 200),
    (Feature::B2bDirectConnect, Outcome::Depends, 1),
    (Feature::B2bDirectConnect, Outcome::Undocumented, 10),
];

#[test]
fn every_outcome_occurs() {
    let mut runner =
        TestRunner::new_with_rng(Config::default(), TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let strategy = scenario(Shapes::Any);
    let (mut found, mut questions) = (BTreeMap::new(), BTreeMap::new());
    for _ in 0..200 {
        let Random(scenario) = strategy.new_tree(&mut runner).unwrap().current();
        for request in all(&scenario) {
            *found.entry((request.feature, evaluate(&scenario, &request).outcome)).or_insert(0usize) += 1;
            *questions.entry(request.feature).or_insert(0usize) += 1;
        }
    }
    println!("{questions:?} {found:?}");
    for (feature, outcome, least) in LEAST {
        let share = found.get(&(feature, outcome)).copied().unwrap_or(0) * 1000 / questions[&feature];
        assert!(
            share >= least,
            "{feature:?}: {share} of 1000 questions come to {outcome:?}, {least} are wanted"
        );
    }
}
