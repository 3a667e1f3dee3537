//! A book built by mdBook.

use std::path::Path;

use super::Generator;
use crate::failure::Outcome;
use crate::repository::Repository;
use crate::tools::ReleaseTools;

pub(super) const GENERATOR: Generator =
    Generator { name: "mdbook", version: |repository| repository.pins().mdbook.clone(), build };

fn build(repository: &Repository, source: &Path, site: &Path) -> Outcome {
    let tools = ReleaseTools::ready(repository)?;
    tools
        .book()
        .arguments(["build"])
        .arguments([source])
        .arguments(["--dest-dir"])
        .arguments([site])
        .output()
        .map(drop)
}
