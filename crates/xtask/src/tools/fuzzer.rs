//! cargo-fuzz, and the nightly compiler that it needs.

use crate::command::Program;
use crate::failure::{Failure, Outcome};
use crate::repository::Repository;
use crate::tools::cargo_tool::{CargoTool, Place};

/// Finds or installs it.
pub(crate) fn ready(repository: &Repository) -> Outcome<Place> {
    if !Program::new("rustup").arguments(["run", "nightly", "rustc", "--version"]).succeeds() {
        return Err(Failure::new("fuzzing by coverage needs a nightly compiler")
            .remedy("rustup toolchain install nightly --profile minimal"));
    }
    CargoTool::fuzz(&repository.pins().fuzz).ready()
}
