//! The browser specs: Node's own test runner over `tests/browser/*.spec.mjs`.

use std::fs;
use std::path::{Path, PathBuf};

use crate::command::Program;
use crate::failure::{Failure, Outcome};
use crate::hosts;
use crate::repository::Repository;
use crate::tally::Tally;
use crate::tools::{chromium, node};

/// Runs the spec that the page comes up against the page in another folder.
pub(super) fn smoke(repository: &Repository, dist: &Path, tally: &mut Tally) -> Outcome {
    try_out(repository, dist, None, vec![repository.tests().join("browser/smoke.spec.mjs")], tally)
}

/// Runs every spec against `dist/`.
pub(super) fn run(repository: &Repository, tally: &mut Tally) -> Outcome {
    if !repository.dist().join("index.html").is_file() {
        return Err(
            Failure::new("there is no page in dist/ to try out").remedy("build it first: cargo xtask build")
        );
    }
    let specs = specs(&repository.tests().join("browser"))?;
    let hosts = hosts::ready(repository)?;
    try_out(repository, &repository.dist(), Some(&hosts), specs, tally)
}

/// Runs these specs against the page in this folder, and against the sites in another, if one is given.
fn try_out(
    repository: &Repository,
    dist: &Path,
    hosts: Option<&Path>,
    specs: Vec<PathBuf>,
    tally: &mut Tally,
) -> Outcome {
    node::packages(repository)?;
    let browser = chromium::ready(repository)?;
    let report = repository.scratch()?.join("browser.tap");
    // A report of an earlier run must not be counted if this one does not get that far.
    let _ = fs::remove_file(&report);

    // Two reports: one to read while it runs, one to count by, whatever the first looks like.
    let program = Program::new("node")
        .when_missing(node::REMEDY)
        .arguments(["--test", "--test-concurrency=1"])
        // For a file, in milliseconds: one that hangs must not take the whole run with it.
        .arguments(["--test-timeout=600000"])
        .arguments(["--test-reporter=spec", "--test-reporter-destination=stdout"])
        .arguments(["--test-reporter=tap", &destination(&report)])
        .arguments(specs)
        .variable("CHROMIUM", &browser)
        .variable("ENTENTE_DIST", dist)
        .within(repository.root());
    let outcome = match hosts {
        Some(hosts) => program.variable("ENTENTE_HOSTS", hosts).run(),
        None => program.run(),
    };

    let report = fs::read_to_string(&report).unwrap_or_default();
    let counted = Tally::of_tap(&report);
    tally.add(counted);
    println!("# pass {}", counted.passed);
    println!("# fail {}", counted.failed);
    if counted.failed > 0 {
        return Err(Failure::new(format!(
            "{} tests in the browser failed; they are listed above",
            counted.failed
        ))
        .remedy(format!(
            "one file alone: CHROMIUM={} node --test tests/browser/NAME.spec.mjs",
            browser.display()
        )));
    }
    outcome?;
    if counted.passed == 0 {
        return Err(Failure::new("the browser specs passed without running a single test")
            .remedy("see tests/browser/*.spec.mjs"));
    }
    Ok(())
}

fn destination(report: &Path) -> String {
    format!("--test-reporter-destination={}", report.display())
}

fn specs(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let unreadable =
        |error| Failure::new(format!("cannot list the browser specs in {}: {error}", folder.display()));
    let mut specs = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.to_string_lossy().ends_with(".spec.mjs") {
            specs.push(path);
        }
    }
    specs.sort();
    if specs.is_empty() {
        return Err(Failure::new(format!("no file in {} ends in .spec.mjs", folder.display())));
    }
    Ok(specs)
}
