//! The specs written in JavaScript: Node's own test runner over `tests/browser` and `tests/node`.

use std::fs;
use std::path::{Path, PathBuf};

use crate::build::package;
use crate::command::Program;
use crate::failure::{Failure, Outcome};
use crate::hosts;
use crate::repository::Repository;
use crate::tally::Tally;
use crate::tools::{chromium, node};

/// Specs to run, and what they look at.
struct Specs<'a> {
    /// Their folder in `tests`.
    folder: &'a str,
    files: Vec<PathBuf>,
    dist: PathBuf,
    /// The browser that they drive, if they drive one.
    browser: Option<PathBuf>,
    /// The sites of other generators, if they look at any.
    hosts: Option<PathBuf>,
}

/// Runs the spec that the page comes up against the page in another folder.
pub(super) fn smoke(repository: &Repository, dist: &Path, tally: &mut Tally) -> Outcome {
    let folder = "browser";
    node::packages(repository)?;
    let files = vec![repository.tests().join(folder).join("smoke.spec.mjs")];
    let browser = Some(chromium::ready(repository)?);
    Specs { folder, files, dist: dist.to_owned(), browser, hosts: None }.run(repository, tally)
}

/// Runs every spec of the page against `dist/`.
pub(super) fn in_the_browser(repository: &Repository, tally: &mut Tally) -> Outcome {
    let dist = repository.dist();
    if !dist.join("index.html").is_file() {
        return Err(
            Failure::new("there is no page in dist/ to try out").remedy("build it first: cargo xtask build")
        );
    }
    let folder = "browser";
    let files = specs(&repository.tests().join(folder))?;
    let hosts = Some(hosts::ready(repository)?);
    node::packages(repository)?;
    let browser = Some(chromium::ready(repository)?);
    Specs { folder, files, dist, browser, hosts }.run(repository, tally)
}

/// Runs every spec of the package against `dist/package/`.
pub(super) fn in_node(repository: &Repository, tally: &mut Tally) -> Outcome {
    let dist = repository.dist();
    if !dist.join(package::FOLDER).join("package.json").is_file() {
        return Err(Failure::new("there is no package in dist/package/ to try out")
            .remedy("build it first: cargo xtask package"));
    }
    let folder = "node";
    node::packages(repository)?;
    let files = specs(&repository.tests().join(folder))?;
    Specs { folder, files, dist, browser: None, hosts: None }.run(repository, tally)
}

impl Specs<'_> {
    fn run(self, repository: &Repository, tally: &mut Tally) -> Outcome {
        let report = repository.scratch()?.join(format!("{}.tap", self.folder));
        // A report of an earlier run must not be counted if this one does not get that far.
        let _ = fs::remove_file(&report);

        // Two reports: one to read while it runs, one to count by, whatever the first looks like.
        let mut program = Program::new("node")
            .when_missing(node::REMEDY)
            // Two files at a time: a page waits more than it works.
            .arguments(["--test", "--test-concurrency=2"])
            // For a file, in milliseconds: one that hangs must not take the whole run with it.
            .arguments(["--test-timeout=600000"])
            .arguments(["--test-reporter=spec", "--test-reporter-destination=stdout"])
            .arguments(["--test-reporter=tap", &destination(&report)])
            .arguments(&self.files)
            .variable("ENTENTE_DIST", &self.dist)
            .within(repository.root());
        for (name, path) in [("CHROMIUM", &self.browser), ("ENTENTE_HOSTS", &self.hosts)] {
            if let Some(path) = path {
                program = program.variable(name, path);
            }
        }
        let outcome = program.run();

        let report = fs::read_to_string(&report).unwrap_or_default();
        let counted = Tally::of_tap(&report);
        tally.add(counted);
        println!("# pass {}", counted.passed);
        println!("# fail {}", counted.failed);
        if counted.failed > 0 {
            return Err(Failure::new(format!(
                "{} of the specs failed; they are listed above",
                counted.failed
            ))
            .remedy(self.remedy()));
        }
        outcome?;
        if counted.passed == 0 {
            return Err(Failure::new("the specs passed without running a single test")
                .remedy(format!("see tests/{}/*.spec.mjs", self.folder)));
        }
        Ok(())
    }

    fn remedy(&self) -> String {
        let browser = self.browser.as_ref().map(|path| format!("CHROMIUM={} ", path.display()));
        let browser = browser.unwrap_or_default();
        format!("one file alone: {browser}node --test tests/{}/NAME.spec.mjs", self.folder)
    }
}

fn destination(report: &Path) -> String {
    format!("--test-reporter-destination={}", report.display())
}

fn specs(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let unreadable = |error| Failure::new(format!("cannot list the specs in {}: {error}", folder.display()));
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
