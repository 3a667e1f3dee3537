//! Writes into `dist`: what stands beside the page that Trunk builds.

use std::fs;
use std::path::Path;

use crate::failure::{Failure, Outcome};
use crate::folder::unreadable;
use crate::repository::Repository;
use crate::tools::node;

/// How a script is loaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// By `import`, or `<script type="module">`.
    Module,
    /// By `<script>`; it leaves no names behind.
    Classic,
}

impl Form {
    fn option(self) -> &'static str {
        match self {
            Self::Module => "--format=esm",
            Self::Classic => "--format=iife",
        }
    }
}

/// Reads a source.
pub(super) fn read(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|error| unreadable(path, &error))
}

/// Writes a file, with the folder it is in.
pub(super) fn write(path: &Path, text: &str) -> Outcome {
    let folder = path.parent().map_or(Ok(()), fs::create_dir_all);
    folder
        .and_then(|()| fs::write(path, text))
        .map_err(|error| Failure::new(format!("cannot write {}: {error}", path.display())))
}

/// Writes a script without what only people read.
pub(super) fn script(repository: &Repository, form: Form, text: &str, to: &Path) -> Outcome {
    let name = to.file_name().unwrap_or_default();
    let source = repository.scratch()?.join("scripts").join(name);
    write(&source, text)?;
    node::esbuild(repository)?
        .arguments(["--minify", form.option(), "--target=es2022", "--log-level=warning"])
        .arguments([source.as_os_str()])
        .arguments([format!("--outfile={}", to.display())])
        .run()
}

/// `text` with `old` replaced. That it does not say `old` means that something was renamed.
pub(super) fn replaced(text: &str, old: &str, new: &str, what: &str) -> Outcome<String> {
    if text.contains(old) {
        return Ok(text.replace(old, new));
    }
    Err(Failure::new(format!("{what} does not say `{old}`")).remedy("see crates/xtask/src/build"))
}
