//! Makes the built page's programs small.

use std::ffi::OsStr;
use std::path::Path;

use crate::failure::Outcome;
use crate::folder::files_below;
use crate::repository::Repository;
use crate::tools::node;

/// Nothing refers to the first kilobyte of memory, memory is zero where nothing was written, and functions
/// of like names, which are alike, pack better side by side.
const OPTIONS: [&str; 7] = [
    "-Oz",
    "--low-memory-unused",
    "--zero-filled-memory",
    "--reorder-functions-by-name",
    "--strip-producers",
    "--strip-target-features",
    "--quiet",
];

/// Puts every program of `dist`, parts included, in the place of itself, smaller.
pub(super) fn optimise(repository: &Repository) -> Outcome {
    optimise_below(repository, &repository.dist())
}

/// Puts every program in `folder` in the place of itself, smaller.
pub(super) fn optimise_below(repository: &Repository, folder: &Path) -> Outcome {
    for path in files_below(folder)? {
        if path.extension() == Some(OsStr::new("wasm")) {
            let optimiser = node::wasm_opt(repository)?;
            // It warns of names that it does not know and does not need; what it says is shown if it fails.
            optimiser
                .arguments(OPTIONS)
                .arguments([path.as_os_str(), OsStr::new("-o"), path.as_os_str()])
                .output()?;
        }
    }
    Ok(())
}
