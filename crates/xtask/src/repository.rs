//! Where things are, and which tools are pinned: what `cargo metadata` knows of the workspace.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::command::Program;
use crate::failure::{Failure, Outcome};
use crate::tools::pins::Pins;

/// The workspace this program was started in.
#[derive(Debug)]
pub(crate) struct Repository {
    root: PathBuf,
    target: PathBuf,
    pins: Pins,
}

impl Repository {
    /// Asks Cargo, so that it works from any folder below the root and with any target folder.
    pub(crate) fn find() -> Outcome<Self> {
        let metadata =
            Program::cargo().arguments(["metadata", "--no-deps", "--format-version", "1"]).output()?;
        Self::read(&metadata)
    }

    fn read(metadata: &str) -> Outcome<Self> {
        let metadata: Value = serde_json::from_str(metadata)
            .map_err(|error| Failure::new(format!("`cargo metadata` is not JSON: {error}")))?;
        Ok(Self {
            root: folder(&metadata, "workspace_root")?,
            target: folder(&metadata, "target_directory")?,
            pins: Pins::read(metadata.pointer("/metadata/tools"))?,
        })
    }

    /// The folder of the root `Cargo.toml`.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// The built page.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The package of tests, with the Node packages.
    pub(crate) fn tests(&self) -> PathBuf {
        self.root.join("tests")
    }

    /// A folder for what this program writes while it works; made when it is missing.
    pub(crate) fn scratch(&self) -> Outcome<PathBuf> {
        let scratch = self.target.join("xtask");
        std::fs::create_dir_all(&scratch).map_err(|error| {
            Failure::new(format!("cannot make the folder {}: {error}", scratch.display()))
        })?;
        Ok(scratch)
    }

    /// A file as the compiler leaves it when it compiles the page for release.
    pub(crate) fn compiled(&self, file: &str) -> PathBuf {
        self.target.join(&self.pins.target).join("release").join(file)
    }

    /// The tool versions pinned in the root `Cargo.toml`.
    pub(crate) fn pins(&self) -> &Pins {
        &self.pins
    }
}

fn folder(metadata: &Value, name: &str) -> Outcome<PathBuf> {
    let folder = metadata.get(name).and_then(Value::as_str).map(PathBuf::from);
    folder.ok_or_else(|| Failure::new(format!("`cargo metadata` does not tell `{name}`")))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::Repository;

    #[test]
    fn folders_and_pins_come_from_cargo() {
        let repository = Repository::read(
            r#"{ "workspace_root": "/e", "target_directory": "/t", "metadata": { "tools": {
                "trunk": "1.2.3", "wasm-bindgen": "4.5.6", "wasm-split": "7.8.9", "mdbook": "0.1.2",
                "cargo-fuzz": "0.13.2", "binaryen": "132.0.0",
                "target": "wasm32-unknown-unknown" } } }"#,
        )
        .unwrap();
        assert_eq!(repository.root(), Path::new("/e"));
        assert_eq!(repository.dist(), Path::new("/e/dist"));
        assert_eq!(repository.compiled("a.wasm"), Path::new("/t/wasm32-unknown-unknown/release/a.wasm"));
        assert_eq!(repository.pins().trunk, "1.2.3");
    }

    #[test]
    fn missing_pins_are_an_error() {
        let read =
            Repository::read(r#"{ "workspace_root": "/e", "target_directory": "/t", "metadata": null }"#);
        assert!(read.unwrap_err().to_string().contains("[workspace.metadata.tools]"));
    }
}
