//! `cargo xtask test`: every check there is, in the order in which a mistake shows soonest.

mod specs;

use crate::build;
use crate::command::Program;
use crate::failure::Outcome;
use crate::hosts;
use crate::progress::Progress;
use crate::repository::Repository;
use crate::serve;
use crate::sizes;
use crate::tally::Tally;
use crate::tools::{self, ReleaseTools, target};

/// The library crates, whose documentation is built with warnings denied.
const LIBRARIES: [&str; 4] = ["entente-policy", "entente-narrate", "entente-exchange", "entente-workspace"];

/// The library crates that must do without the standard library.
const WITHOUT_STD: [&str; 3] = ["entente-policy", "entente-narrate", "entente-exchange"];

/// A target that has no standard library at all, so that using it cannot go unnoticed.
const TARGET_WITHOUT_STD: &str = "wasm32v1-none";

/// Which steps to run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Choice {
    /// All of them.
    Everything,
    /// Those that do not need the built page.
    Quick,
    /// A single one.
    Only(Step),
}

/// One step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    /// The code is formatted.
    Format,
    /// The linter finds nothing in the native crates.
    Clippy,
    /// The native tests and the examples in the documentation pass.
    Tests,
    /// The documentation builds without a warning.
    Docs,
    /// The core compiles without the standard library.
    NoStd,
    /// The linter finds nothing in the page and in the package.
    PageClippy,
    /// The tools that build and try out the page are there.
    Tools,
    /// The page comes up as it is served while one works on it. Some of what goes wrong is told there alone: two
    /// items of a list with one key, for instance.
    Served,
    /// The page builds for release.
    Build,
    /// The page is within its budget.
    Sizes,
    /// The package does in Node what its specs say.
    Node,
    /// The sites that other generators make of pages with examples are there.
    Hosts,
    /// The page does in a browser what its specs say.
    Browser,
}

impl Step {
    /// All steps, in order. The quick ones stand first: a long build tells little about code
    /// that does not pass its tests.
    pub(crate) const ALL: [Self; 13] = [
        Self::Format,
        Self::Clippy,
        Self::Tests,
        Self::Docs,
        Self::NoStd,
        Self::PageClippy,
        Self::Tools,
        Self::Served,
        Self::Build,
        Self::Sizes,
        Self::Node,
        Self::Hosts,
        Self::Browser,
    ];

    /// The step of this name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.name() == name)
    }

    /// The name on the command line.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Format => "format",
            Self::Clippy => "clippy",
            Self::Tests => "tests",
            Self::Docs => "docs",
            Self::NoStd => "no-std",
            Self::PageClippy => "page-clippy",
            Self::Tools => "tools",
            Self::Served => "served",
            Self::Build => "build",
            Self::Sizes => "sizes",
            Self::Node => "node",
            Self::Hosts => "hosts",
            Self::Browser => "browser",
        }
    }

    fn title(self) -> &'static str {
        match self {
            Self::Format => "rustfmt",
            Self::Clippy => "clippy",
            Self::Tests => "tests and doctests",
            Self::Docs => "documentation",
            Self::NoStd => "core without std",
            Self::PageClippy => "clippy of the page and the package",
            Self::Tools => "tools for the page",
            Self::Served => "page as it is served",
            Self::Build => "release build of the page",
            Self::Sizes => "sizes",
            Self::Node => "specs of the package in Node",
            Self::Hosts => "sites of other generators",
            Self::Browser => "browser specs",
        }
    }

    fn needs_the_page(self) -> bool {
        matches!(
            self,
            Self::Tools | Self::Served | Self::Build | Self::Sizes | Self::Node | Self::Hosts | Self::Browser
        )
    }

    fn run(self, repository: &Repository, tally: &mut Tally) -> Outcome {
        match self {
            Self::Format => cargo(repository, ["fmt", "--all", "--check"])
                .run()
                .map_err(|failure| failure.remedy("cargo fmt --all")),
            Self::Clippy => cargo(repository, ["clippy", "--all-targets", "--", "-D", "warnings"]).run(),
            Self::Tests => cargo(repository, ["test", "--workspace", "--exclude", "entente-web"])
                .run_watched(|line| tally.add_cargo_line(line)),
            Self::Docs => cargo(repository, ["doc", "--no-deps"])
                .arguments(packages(&LIBRARIES))
                .variable("RUSTDOCFLAGS", "-D warnings")
                .run(),
            Self::NoStd => {
                target::ready(TARGET_WITHOUT_STD)?;
                cargo(repository, ["check", "--target", TARGET_WITHOUT_STD])
                    .arguments(packages(&WITHOUT_STD))
                    .run()
            }
            Self::PageClippy => {
                let target = &repository.pins().target;
                target::ready(target)?;
                // In one piece, as it is served, and in parts, as it is published.
                let page = ["", "split"].map(|features| ("entente-web", features));
                let package = ["", "split"].map(|features| ("entente-js", features));
                page.into_iter().chain(package).try_for_each(|(name, features)| {
                    cargo(repository, ["clippy", "--package", name, "--target", target])
                        .arguments(["--features", features, "--", "-D", "warnings"])
                        .run()
                })
            }
            Self::Tools => {
                ReleaseTools::ready(repository)?;
                tools::chromium::ready(repository).map(drop)
            }
            Self::Served => specs::smoke(repository, &serve::once(repository)?, tally),
            Self::Build => build::build(repository),
            Self::Sizes => sizes::report(repository),
            Self::Node => specs::in_node(repository, tally),
            Self::Hosts => hosts::ready(repository).map(drop),
            Self::Browser => specs::in_the_browser(repository, tally),
        }
    }
}

/// Runs the chosen steps, stops at the first that fails, and closes with the sum of the tests.
pub(crate) fn test(repository: &Repository, choice: Choice) -> Outcome {
    let steps = chosen(choice);
    let mut progress = Progress::of(steps.len());
    let mut tally = Tally::default();
    let outcome =
        steps.iter().try_for_each(|step| progress.step(step.title(), || step.run(repository, &mut tally)));
    println!("\n{}", progress.summary());
    // A run that stopped at, say, the linter has not failed a test; "0 failed" would mislead.
    if tally.failed > 0 || (outcome.is_ok() && tally != Tally::default()) {
        println!("{tally}");
    }
    outcome
}

fn chosen(choice: Choice) -> Vec<Step> {
    match choice {
        Choice::Everything => Step::ALL.to_vec(),
        Choice::Quick => Step::ALL.into_iter().filter(|step| !step.needs_the_page()).collect(),
        Choice::Only(step) => vec![step],
    }
}

fn cargo<'a>(repository: &Repository, words: impl IntoIterator<Item = &'a str>) -> Program {
    Program::cargo().arguments(words).within(repository.root())
}

fn packages<'a>(names: &[&'a str]) -> Vec<&'a str> {
    names.iter().flat_map(|&name| ["--package", name]).collect()
}

#[cfg(test)]
mod tests {
    use super::{Choice, Step, chosen, packages};

    #[test]
    fn every_step_is_found_by_its_name() {
        for step in Step::ALL {
            assert_eq!(Step::named(step.name()), Some(step));
        }
    }

    #[test]
    fn the_quick_choice_leaves_out_what_needs_the_page() {
        let quick = chosen(Choice::Quick);
        assert_eq!(quick.first(), Some(&Step::Format));
        assert_eq!(quick.last(), Some(&Step::PageClippy));
        assert_eq!(chosen(Choice::Everything).len(), quick.len() + 7);
    }

    #[test]
    fn packages_become_arguments() {
        assert_eq!(packages(&["a", "b"]), ["--package", "a", "--package", "b"]);
    }
}
