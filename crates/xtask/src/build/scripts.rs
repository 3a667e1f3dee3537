//! Makes the built page's scripts small, which Trunk tries and fails to do.

use std::ffi::OsStr;
use std::fs;
use std::path::PathBuf;

use crate::build::parts::LOADER;
use crate::failure::{Failure, Outcome};
use crate::folder::files_below;
use crate::repository::Repository;
use crate::tools::node;

/// Puts every script of `dist` in the place of itself, without what only people read. The script that loads
/// the parts goes into the one that starts the program.
pub(super) fn minify(repository: &Repository) -> Outcome {
    let dist = repository.dist();
    let loader = dist.join(LOADER);
    let scripts: Vec<PathBuf> = files_below(&dist)?
        .into_iter()
        .filter(|path| path.extension() == Some(OsStr::new("js")) && *path != loader)
        .collect();
    node::esbuild(repository)?
        .arguments(["--bundle", "--minify", "--format=esm", "--target=esnext"])
        .arguments(["--log-level=warning", "--allow-overwrite", "--external:./snippets/*"])
        // `wasm-bindgen` names the script once for every function that is imported from it.
        .arguments(["--log-override:duplicate-object-key=silent"])
        .arguments(["--outdir=dist", "--outbase=dist"])
        .arguments(scripts)
        .within(repository.root())
        .run()?;
    fs::remove_file(&loader)
        .map_err(|error| Failure::new(format!("cannot remove {}: {error}", loader.display())))
}
