//! The order of the house itself.

mod arrows;
mod keyed_lists;
mod manifest;
mod names;
mod versions;

use std::fs;
use std::path::{Path, PathBuf};

/// The top of the project.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the tests are a folder of the project")
}

/// What is not ours: built, installed or kept by other tools.
const NOT_OURS: [&str; 4] = ["target", "dist", "node_modules", ".git"];

/// Every file and folder of the project below `folder`, by its path from the top.
fn everything_below(folder: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![root().join(folder)];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(&next).into_iter().flatten() {
            let path = entry.expect("a readable folder").path();
            if NOT_OURS.iter().any(|name| path.ends_with(name)) {
                continue;
            }
            if path.is_dir() {
                open.push(path.clone());
            }
            found.push(path.strip_prefix(root()).expect("a path of the project").to_path_buf());
        }
    }
    found.sort();
    assert!(folder == "web" || !found.is_empty(), "there is nothing in `{folder}`");
    found
}

/// The text of a file, by its path from the top.
fn read(path: impl AsRef<Path>) -> String {
    let path = path.as_ref();
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Every Rust source below `folder`.
fn rust_sources(folder: &str) -> Vec<PathBuf> {
    let sources = everything_below(folder).into_iter();
    sources.filter(|path| path.extension().is_some_and(|extension| extension == "rs")).collect()
}

fn assert_none(complaints: &[String], rule: &str) {
    assert!(complaints.is_empty(), "{rule}\n  {}", complaints.join("\n  "));
}
