//! Makes the built page's scripts small, which Trunk tries and fails to do.

use std::ffi::OsStr;
use std::path::PathBuf;

use crate::failure::Outcome;
use crate::folder::files_below;
use crate::repository::Repository;
use crate::tools::node;

/// Puts every script of `dist` in the place of itself, without what only people read.
pub(crate) fn minify(repository: &Repository) -> Outcome {
    let dist = repository.dist();
    let scripts: Vec<PathBuf> =
        files_below(&dist)?.into_iter().filter(|path| path.extension() == Some(OsStr::new("js"))).collect();
    node::esbuild(repository)?
        .arguments(["--minify", "--format=esm", "--log-level=warning", "--allow-overwrite"])
        .arguments(["--outdir=dist", "--outbase=dist"])
        .arguments(scripts)
        .within(repository.root())
        .run()
}
