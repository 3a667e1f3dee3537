//! `cargo xtask package`: the package for JavaScript and TypeScript, in `dist/package/`.
//!
//! Two programs of one crate: the one that answers, and the one that explains as well. Each comes with the script
//! that starts it and with its declarations; what lies in `crates/js/package` is put beside them as it is.

use std::fs;
use std::path::{Path, PathBuf};

use crate::build::programs;
use crate::command::Program;
use crate::failure::{Failure, Outcome};
use crate::folder::{files_below, unreadable};
use crate::repository::Repository;
use crate::tools::{PackageTools, node};

/// Where the package stands in `dist`.
pub(crate) const FOLDER: &str = "package";

/// One program.
struct Edition {
    /// What its files are called.
    name: &'static str,
    /// What the entry that starts it by itself is called.
    entry: &'static str,
    features: &'static str,
}

const EDITIONS: [Edition; 2] = [
    Edition { name: "entente", entry: "index", features: "" },
    Edition { name: "entente-full", entry: "full", features: "full" },
];

/// Builds the package.
pub(crate) fn package(repository: &Repository) -> Outcome {
    let tools = PackageTools::ready(repository)?;
    let folder = repository.dist().join(FOLDER);
    // What an earlier build left there is none of this one's package.
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).map_err(|error| unwritable(&folder, &error))?;
    for edition in &EDITIONS {
        edition.build(repository, &tools, &folder)?;
    }
    programs::optimise_below(repository, &folder)?;
    minify(repository, &folder)?;
    let licences = ["LICENSE-MIT", "LICENSE-APACHE"].map(|name| repository.root().join(name));
    for path in files_below(&repository.root().join("crates/js/package"))?.into_iter().chain(licences) {
        let name = path.file_name().unwrap_or_default();
        fs::copy(&path, folder.join(name)).map_err(|error| unwritable(&folder, &error))?;
    }
    println!("The package is in {}.", folder.display());
    Ok(())
}

impl Edition {
    fn build(&self, repository: &Repository, tools: &PackageTools, folder: &Path) -> Outcome {
        let pins = repository.pins();
        tools
            .remapped(Program::cargo(), repository)
            .arguments(["build", "--locked", "--release", "--lib", "--package", "entente-js"])
            .arguments(["--target", &pins.target, "--features", self.features])
            .within(repository.root())
            .run()?;
        let program = repository.compiled("entente_js.wasm");
        tools
            .bindgen()
            .arguments(["--target=web", &format!("--out-name={}", self.name), "--out-dir"])
            .arguments([folder, &program])
            .run()?;
        // Declares what the program's functions look like to the script that starts it: nobody's business.
        remove(&folder.join(format!("{}_bg.wasm.d.ts", self.name)))?;
        // An entry that starts the program itself declares the same without what starts it.
        let scratch = repository.scratch()?.join("package");
        tools
            .bindgen()
            .arguments(["--target=bundler", &format!("--out-name={}", self.entry), "--out-dir"])
            .arguments([&scratch, &program])
            .run()?;
        let declarations = format!("{}.d.ts", self.entry);
        fs::copy(scratch.join(&declarations), folder.join(&declarations))
            .map(drop)
            .map_err(|error| unwritable(folder, &error))
    }
}

/// Makes the scripts that start the programs small.
fn minify(repository: &Repository, folder: &Path) -> Outcome {
    let scripts: Vec<PathBuf> =
        EDITIONS.iter().map(|edition| folder.join(format!("{}.js", edition.name))).collect();
    node::esbuild(repository)?
        .arguments([
            "--minify",
            "--format=esm",
            "--target=es2022",
            "--log-level=warning",
            "--allow-overwrite",
        ])
        .arguments([format!("--outdir={}", folder.display())])
        .arguments(scripts)
        .run()
}

fn remove(path: &Path) -> Outcome {
    fs::remove_file(path).map_err(|error| unreadable(path, &error))
}

fn unwritable(path: &Path, error: &std::io::Error) -> Failure {
    Failure::new(format!("cannot write {}: {error}", path.display()))
}
