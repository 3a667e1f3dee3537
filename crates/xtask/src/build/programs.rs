//! Makes the built page's programs small.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::failure::{Failure, Outcome};
use crate::folder::files_below;
use crate::repository::Repository;
use crate::tools::node;

/// Nothing refers to the first kilobyte of memory, memory is zero where nothing was written, and functions
/// of like names, which are alike, pack better side by side. Where a function stays by itself though it is called
/// from one place only, it stays like its likes: unpacked it is more, packed less.
const OPTIONS: [&str; 8] = [
    "-Os",
    "--one-caller-inline-max-function-size=40",
    "--low-memory-unused",
    "--zero-filled-memory",
    "--reorder-functions-by-name",
    "--strip-producers",
    "--strip-target-features",
    "--quiet",
];

/// What leaves the names of functions in, for whoever wants to see where the time goes.
pub(crate) const NAMES: &str = "--debuginfo";

/// The programs in `folder`, parts included.
pub(super) fn programs_below(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut programs = files_below(folder)?;
    programs.retain(|path| path.extension() == Some(OsStr::new("wasm")));
    Ok(programs)
}

/// Puts every program of `dist`, parts included, in the place of itself, smaller.
pub(super) fn optimise(repository: &Repository) -> Outcome {
    optimise_below(repository, &repository.dist(), &[])
}

/// Puts every program in `folder` in the place of itself, smaller: as many at a time as there are processors, for
/// a page has a hundred small ones, and a start takes longer than the work.
pub(crate) fn optimise_below(repository: &Repository, folder: &Path, more: &[&str]) -> Outcome {
    let programs = programs_below(folder)?;
    let optimiser = node::wasm_opt(repository)?;
    let optimise = |path: &PathBuf| -> Outcome {
        // It warns of names that it does not know and does not need; what it says is shown if it fails.
        let program = optimiser().arguments(OPTIONS).arguments(more);
        program.arguments([path.as_os_str(), OsStr::new("-o"), path.as_os_str()]).output().map(drop)
    };
    let next = AtomicUsize::new(0);
    let work = || -> Outcome {
        while let Some(path) = programs.get(next.fetch_add(1, Ordering::Relaxed)) {
            optimise(path)?;
        }
        Ok(())
    };
    let processors = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let workers: Vec<_> = (0..processors).map(|_| scope.spawn(work)).collect();
        workers.into_iter().try_for_each(|worker| {
            worker.join().unwrap_or_else(|_| Err(Failure::new("an optimiser of programs broke down")))
        })
    })
}
