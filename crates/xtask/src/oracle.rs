//! `cargo xtask oracle`: the engine against the documented tables, on as many random scenarios as one likes.

use crate::command::Program;
use crate::failure::Outcome;
use crate::repository::Repository;

/// The test that compares. It says what it finds, and fails on a disagreement.
const TEST: &str = "oracle::run::the_engine_agrees_with_the_tables";

/// What to compare on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Comparison {
    /// How many random scenarios, each with several requests.
    pub(crate) scenarios: u64,
    /// Which ones: the same seed makes the same scenarios.
    pub(crate) seed: u64,
}

/// Builds for speed and compares.
pub(crate) fn compare(repository: &Repository, comparison: Comparison) -> Outcome {
    Program::cargo()
        .arguments(["test", "--profile", "fast", "--package", "entente-tests", "--test", "suite", "--"])
        .arguments([TEST, "--exact", "--nocapture"])
        .variable("ENTENTE_ORACLE_SCENARIOS", comparison.scenarios.to_string())
        .variable("ENTENTE_ORACLE_SEED", comparison.seed.to_string())
        // Where in the test it failed is no news; what it printed is.
        .variable("RUST_BACKTRACE", "0")
        .within(repository.root())
        .run()
}
