//! Tools that are themselves Rust programs, built once by `cargo install`.

use std::path::{Path, PathBuf};

use crate::command::{Program, executable};
use crate::failure::{Failure, Outcome};
use crate::tools::cache;
use crate::tools::pins::says_version;

/// A tool in the exact version that is wanted.
#[derive(Debug)]
pub(crate) struct CargoTool<'a> {
    name: &'static str,
    package: &'static str,
    version: &'a str,
    options: &'static [&'static str],
    /// Whether it says its version when it is asked. One that does not is known by its folder alone.
    tells_version: bool,
    purpose: &'static str,
    minutes: &'static str,
}

/// Where a tool was found.
#[derive(Debug)]
pub(crate) enum Place {
    /// On `PATH`, under this name.
    OnPath(&'static str),
    /// In our own cache.
    InCache {
        /// The folder with the program.
        folder: PathBuf,
        /// The name of the program.
        name: &'static str,
    },
}

impl Place {
    /// The folder to put on `PATH` for others to find the tool; none when it is there already.
    pub(crate) fn folder(&self) -> Option<PathBuf> {
        match self {
            Self::OnPath(_) => None,
            Self::InCache { folder, .. } => Some(folder.clone()),
        }
    }

    /// The tool, ready to run.
    pub(crate) fn program(&self) -> Program {
        match self {
            Self::OnPath(name) => Program::new(name),
            Self::InCache { folder, name } => Program::new(folder.join(executable(name))),
        }
    }

    fn is(&self, version: &str) -> bool {
        let asked = self.program().arguments(["--version"]).without_variable("NO_COLOR").output();
        asked.is_ok_and(|said| says_version(&said, version))
    }
}

impl<'a> CargoTool<'a> {
    /// Trunk. `rustls` spares the machine an OpenSSL to link against.
    pub(crate) fn trunk(version: &'a str) -> Self {
        Self {
            name: "trunk",
            package: "trunk",
            version,
            options: &["--locked", "--no-default-features", "--features", "rustls"],
            tells_version: true,
            purpose: "puts the page together",
            minutes: "5 to 15 minutes",
        }
    }

    /// The command of `wasm-bindgen`. Without `--locked`: its lock file asks for a version of a
    /// dependency that registries have withdrawn, and the install would fail.
    pub(crate) fn wasm_bindgen(version: &'a str) -> Self {
        Self {
            name: "wasm-bindgen",
            package: "wasm-bindgen-cli",
            version,
            options: &[],
            tells_version: true,
            purpose: "writes the JavaScript that loads the program",
            minutes: "3 to 9 minutes",
        }
    }

    /// The splitter.
    pub(crate) fn wasm_split(version: &'a str) -> Self {
        Self {
            name: "wasm-split-cli",
            package: "wasm_split_cli_support",
            version,
            options: &["--locked", "--features", "build-binary"],
            tells_version: false,
            purpose: "cuts the parts that are loaded later off the program",
            minutes: "1 to 3 minutes",
        }
    }

    /// mdBook, without the server and the search that the documentation has no use for.
    pub(crate) fn mdbook(version: &'a str) -> Self {
        Self {
            name: "mdbook",
            package: "mdbook",
            version,
            options: &["--locked", "--no-default-features"],
            tells_version: true,
            purpose: "builds the documentation",
            minutes: "2 to 6 minutes",
        }
    }

    /// What builds and runs the targets of fuzzing.
    pub(crate) fn fuzz(version: &'a str) -> Self {
        Self {
            name: "cargo-fuzz",
            package: "cargo-fuzz",
            version,
            options: &["--locked"],
            tells_version: true,
            purpose: "fuzzes by coverage",
            minutes: "1 to 3 minutes",
        }
    }

    /// Finds the tool on `PATH` or in the cache, and installs it if it is in neither.
    pub(crate) fn ready(&self) -> Outcome<Place> {
        let on_path = Place::OnPath(self.name);
        if self.tells_version && on_path.is(self.version) {
            return Ok(on_path);
        }
        let root = cache::tool_folder(self.name, self.version)?;
        let in_cache = Place::InCache { folder: root.join("bin"), name: self.name };
        if self.is_in(&in_cache) {
            return Ok(in_cache);
        }
        self.install(&root)?;
        if self.is_in(&in_cache) {
            return Ok(in_cache);
        }
        Err(Failure::new(format!(
            "`{}` was installed into {} but does not answer as version {}",
            self.name,
            root.display(),
            self.version
        ))
        .remedy("delete that folder and run again"))
    }

    /// Whether this tool is in its folder in the cache, which bears its version.
    fn is_in(&self, cache: &Place) -> bool {
        if self.tells_version {
            cache.is(self.version)
        } else {
            cache.program().arguments(["--help"]).succeeds()
        }
    }

    fn install(&self, root: &Path) -> Outcome {
        println!("Installing {} {}, which {}.", self.package, self.version, self.purpose);
        println!("  into   {}", root.display());
        println!("  takes  about {}, once", self.minutes);
        Program::cargo()
            .arguments(["install", self.package, "--version", self.version])
            .arguments(self.options)
            .arguments(["--root".as_ref(), root.as_os_str()])
            // A tool that runs for seconds need not be compiled for a quarter of an hour.
            .variable("CARGO_PROFILE_RELEASE_LTO", "off")
            .variable("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .variable("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
            .run()
    }
}
