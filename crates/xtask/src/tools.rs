//! The tools beyond Cargo itself: found where they are, installed where they are not.

pub(crate) mod cache;
mod cargo_tool;
pub(crate) mod chromium;
pub(crate) mod fuzzer;
pub(crate) mod node;
pub(crate) mod pins;
pub(crate) mod target;

use std::env;
use std::path::{Path, PathBuf};

use crate::command::Program;
use crate::failure::Outcome;
use crate::repository::Repository;
use crate::tools::cargo_tool::{CargoTool, Place};

/// Everything that turns the sources into a page, ready to use.
#[derive(Debug)]
pub(crate) struct PageTools {
    trunk: Place,
    bindgen: Place,
    folders: Vec<PathBuf>,
}

/// What turns the page that Trunk builds into the site that is published, ready to use.
#[derive(Debug)]
pub(crate) struct ReleaseTools {
    /// What builds the page.
    pub(crate) page: PageTools,
    splitter: Place,
    book: Place,
}

/// What builds the package for JavaScript, ready to use.
#[derive(Debug)]
pub(crate) struct PackageTools {
    bindgen: Place,
    splitter: Place,
}

impl PackageTools {
    /// Finds or installs all of them.
    pub(crate) fn ready(repository: &Repository) -> Outcome<Self> {
        let pins = repository.pins();
        target::ready(&pins.target)?;
        let bindgen = CargoTool::wasm_bindgen(&pins.wasm_bindgen).ready()?;
        let splitter = CargoTool::wasm_split(&pins.wasm_split).ready()?;
        drop(node::wasm_opt(repository)?);
        Ok(Self { bindgen, splitter })
    }

    /// The splitter.
    pub(crate) fn splitter(&self) -> Program {
        self.splitter.program()
    }

    /// The command of `wasm-bindgen`.
    pub(crate) fn bindgen(&self) -> Program {
        self.bindgen.program()
    }

    /// A compiler that tells nothing of the machine it runs on.
    pub(crate) fn remapped(&self, compiler: Program, repository: &Repository) -> Program {
        remapped(compiler, repository)
    }
}

impl PageTools {
    /// Finds or installs all of them. Node is not among them, because only a release build runs `wasm-opt`:
    /// a first look at the page should cost as little as possible.
    pub(crate) fn ready(repository: &Repository) -> Outcome<Self> {
        let pins = repository.pins();
        target::ready(&pins.target)?;
        let trunk = CargoTool::trunk(&pins.trunk).ready()?;
        let bindgen = CargoTool::wasm_bindgen(&pins.wasm_bindgen).ready()?;
        let folders = [&trunk, &bindgen].into_iter().filter_map(Place::folder).collect();
        Ok(Self { trunk, bindgen, folders })
    }

    /// Trunk, with the other tools on its `PATH` and every crate already downloaded: it works
    /// offline, so that nothing but the pinned versions can get into the page.
    pub(crate) fn trunk(&self, repository: &Repository) -> Outcome<Program> {
        Program::cargo().arguments(["fetch", "--locked"]).within(repository.root()).run()?;
        let trunk = self.trunk.program();
        remapped(trunk, repository)
            // Trunk 0.21 takes any value but `true` and `false` for a mistake, even "1".
            .without_variable("NO_COLOR")
            .variable("TRUNK_SKIP_VERSION_CHECK", "true")
            .within(repository.root())
            .with_path(&self.folders)
    }
}

impl ReleaseTools {
    /// Finds or installs all of them.
    pub(crate) fn ready(repository: &Repository) -> Outcome<Self> {
        let page = PageTools::ready(repository)?;
        let splitter = CargoTool::wasm_split(&repository.pins().wasm_split).ready()?;
        let book = CargoTool::mdbook(&repository.pins().mdbook).ready()?;
        drop(node::wasm_opt(repository)?);
        Ok(Self { page, splitter, book })
    }

    /// The command of `wasm-bindgen`.
    pub(crate) fn bindgen(&self) -> Program {
        self.page.bindgen.program()
    }

    /// The splitter.
    pub(crate) fn splitter(&self) -> Program {
        self.splitter.program()
    }

    /// mdBook.
    pub(crate) fn book(&self) -> Program {
        self.book.program()
    }
}

/// Panic messages name source files. Where those lie on the machine that built the page is nobody's business.
/// Whoever sets flags of their own is left alone.
fn remapped(compiler: Program, repository: &Repository) -> Program {
    match (env::var_os("RUSTFLAGS"), env::var_os("CARGO_ENCODED_RUSTFLAGS"), cargo_home()) {
        (None, None, Some(home)) => {
            let flag = |from: &Path, to| format!("--remap-path-prefix={}={to}", from.display());
            let flags = [flag(&home, "cargo"), flag(repository.root(), "entente")];
            compiler.variable("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"))
        }
        _ => compiler,
    }
}

/// Where Cargo keeps the sources of dependencies.
fn cargo_home() -> Option<PathBuf> {
    let home = || env::var_os("HOME").or_else(|| env::var_os("USERPROFILE"));
    env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(PathBuf::from(home()?).join(".cargo")))
}

/// `cargo xtask tools`: installs everything and says where it is.
pub(crate) fn prepare_all(repository: &Repository) -> Outcome {
    let pins = repository.pins();
    let tools = ReleaseTools::ready(repository)?;
    let browser = chromium::ready(repository)?;
    println!("  target        {}", pins.target);
    println!("  trunk         {}", pins.trunk);
    println!("  wasm-bindgen  {}", pins.wasm_bindgen);
    println!("  wasm-split    {}", pins.wasm_split);
    println!("  mdbook        {}", pins.mdbook);
    println!("  wasm-opt      {} (binaryen {})", pins.wasm_opt(), pins.binaryen);
    println!("  browser       {}", browser.display());
    for folder in &tools.page.folders {
        println!("  on PATH       {}", folder.display());
    }
    Ok(())
}
