//! `cargo xtask fuzz`: whatever is read from outside, with something wrong in it, for as long as one likes.
//!
//! Without tools it changes files of the tests at random. With `--coverage` libFuzzer does, which sees what of the
//! program a file reaches: the targets in `tests/fuzz`, one after the other.

use crate::command::Program;
use crate::failure::Outcome;
use crate::repository::Repository;
use crate::tools::fuzzer;

/// The test that makes and tries changed files. It prints the file that breaks the reader.
const TEST: &str = "imports::hostile::no_mutated_file_breaks_the_reader";

/// What is fuzzed by coverage.
const TARGETS: [&str; 5] = ["import", "import_pair", "link", "block", "document"];

/// What to try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Trial {
    /// For how long.
    pub(crate) minutes: u64,
    /// Which files: the same seed makes the same ones.
    pub(crate) seed: u64,
    /// Whether what a file reaches says which to go on with.
    pub(crate) by_coverage: bool,
}

/// Builds for speed and tries.
pub(crate) fn run(repository: &Repository, trial: Trial) -> Outcome {
    if trial.by_coverage {
        return by_coverage(repository, trial);
    }
    Program::cargo()
        .arguments(["test", "--profile", "fast", "--package", "entente-tests", "--test", "suite", "--"])
        .arguments([TEST, "--exact", "--nocapture"])
        .variable("ENTENTE_FUZZ_MINUTES", trial.minutes.to_string())
        .variable("ENTENTE_FUZZ_SEED", trial.seed.to_string())
        .variable("RUST_BACKTRACE", "0")
        .within(repository.root())
        .run()
}

/// Every target for its share of the time. The first file that breaks one ends it all, and is kept in
/// `tests/fuzz/artifacts`.
fn by_coverage(repository: &Repository, trial: Trial) -> Outcome {
    let folder = repository.root().join("tests/fuzz");
    let fuzzer = fuzzer::ready(repository)?;
    Program::cargo().arguments(["run", "--quiet", "--bin", "seeds"]).within(&folder).run()?;
    let seconds = trial.minutes.saturating_mul(60) / (TARGETS.len() as u64);
    TARGETS.into_iter().try_for_each(|target| {
        println!("\n{target}, for {seconds} s");
        let options = [
            format!("-max_total_time={}", seconds.max(1)),
            format!("-seed={}", trial.seed.saturating_add(1)),
            "-rss_limit_mb=2048".into(),
            "-timeout=10".into(),
            "-max_len=65536".into(),
            "-dict=words.dict".into(),
            "-print_final_stats=1".into(),
        ];
        fuzzer
            .program()
            .arguments(["fuzz", "run", "--fuzz-dir", ".", target, "--"])
            .arguments(options)
            // The compiler that can build it, whichever runs this.
            .variable("RUSTUP_TOOLCHAIN", "nightly")
            .without_variable("CARGO")
            .without_variable("RUSTC")
            .within(&folder)
            .run()
    })
}
