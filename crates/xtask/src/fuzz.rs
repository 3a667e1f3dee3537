//! `cargo xtask fuzz`: files with something wrong in them against the reader, for as long as one likes.

use crate::command::Program;
use crate::failure::Outcome;
use crate::repository::Repository;

/// The test that makes and tries them. It prints the file that breaks the reader.
const TEST: &str = "imports::hostile::no_mutated_file_breaks_the_reader";

/// What to try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Trial {
    /// For how long.
    pub(crate) minutes: u64,
    /// Which files: the same seed makes the same ones.
    pub(crate) seed: u64,
}

/// Builds for speed and tries.
pub(crate) fn run(repository: &Repository, trial: Trial) -> Outcome {
    Program::cargo()
        .arguments(["test", "--profile", "fast", "--package", "entente-tests", "--test", "suite", "--"])
        .arguments([TEST, "--exact", "--nocapture"])
        .variable("ENTENTE_FUZZ_MINUTES", trial.minutes.to_string())
        .variable("ENTENTE_FUZZ_SEED", trial.seed.to_string())
        .variable("RUST_BACKTRACE", "0")
        .within(repository.root())
        .run()
}
