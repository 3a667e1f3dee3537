//! Walks through the built page.

use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Outcome};

/// Every file in `folder` and in the folders below it.
pub(crate) fn files_below(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| unreadable(folder, &error))? {
        let path = entry.map_err(|error| unreadable(folder, &error))?.path();
        if path.is_dir() {
            files.append(&mut files_below(&path)?);
        } else {
            files.push(path);
        }
    }
    Ok(files)
}

/// Copies everything in `from`, folders included, into `to`.
pub(crate) fn copy_all(from: &Path, to: &Path) -> Outcome {
    for path in files_below(from)? {
        let copy = to.join(path.strip_prefix(from).unwrap_or(&path));
        let folder = copy.parent().map_or(Ok(()), fs::create_dir_all);
        folder.and_then(|()| fs::copy(&path, &copy)).map_err(|error| {
            Failure::new(format!("cannot copy {} to {}: {error}", path.display(), copy.display()))
        })?;
    }
    Ok(())
}

/// That `path`, which belongs to the built page, cannot be read.
pub(crate) fn unreadable(path: &Path, error: &std::io::Error) -> Failure {
    Failure::new(format!("cannot read {}: {error}", path.display()))
        .remedy("build the page first: cargo xtask build")
}
