//! Pictures of the built page, to be looked at, and the one that stands in the README.

use crate::command::Program;
use crate::failure::{Failure, Outcome};
use crate::repository::Repository;
use crate::tools::{chromium, node};

/// Takes the pictures with the script beside the browser specs.
pub(crate) fn take(repository: &Repository) -> Outcome {
    if !repository.dist().join("index.html").is_file() {
        return Err(Failure::new("there is no page in dist/ to take pictures of")
            .remedy("build it first: cargo xtask build"));
    }
    node::packages(repository)?;
    let browser = chromium::ready(repository)?;
    let folder = repository.scratch()?.join("screenshots");
    Program::new("node")
        .when_missing(node::REMEDY)
        .arguments(["tests/browser/support/screenshots.mjs".into(), folder.display().to_string()])
        .variable("CHROMIUM", &browser)
        .within(repository.root())
        .run()
}
