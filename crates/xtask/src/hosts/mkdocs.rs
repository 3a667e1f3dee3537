//! A site built by MkDocs in the form of Material, both installed by pip into a virtual environment of their own.

use std::path::{Path, PathBuf};

use super::Generator;
use crate::command::{Program, executable};
use crate::failure::{Failure, Outcome};
use crate::fingerprint::Fingerprint;
use crate::folder::unreadable;
use crate::repository::Repository;
use crate::tools::cache;

pub(super) const GENERATOR: Generator = Generator { name: "mkdocs", version: |_| String::new(), build };

/// What to tell somebody without Python.
const REMEDY: &str =
    "install Python 3.9 or newer with its module venv (on Debian and Ubuntu: apt-get install python3-venv)";

fn build(_: &Repository, source: &Path, site: &Path) -> Outcome {
    let mkdocs = environment(&source.join("requirements.txt"))?;
    Program::new(mkdocs)
        .arguments(["build", "--quiet", "--strict", "--config-file"])
        .arguments([source.join("mkdocs.yml")])
        .arguments(["--site-dir"])
        .arguments([site])
        .run()
}

/// The program `mkdocs`, in an environment with just what the requirements say, by their hashes.
fn environment(requirements: &Path) -> Outcome<PathBuf> {
    let wanted = std::fs::read(requirements).map_err(|error| unreadable(requirements, &error))?;
    let mut print = Fingerprint::default();
    print.add(&wanted);
    let folder = cache::folder_of("tools", &format!("mkdocs-{}", print.text()))?;
    let programs = folder.join(if cfg!(windows) { "Scripts" } else { "bin" });
    let mkdocs = programs.join(executable("mkdocs"));
    if Program::new(&mkdocs).arguments(["--version"]).succeeds() {
        return Ok(mkdocs);
    }
    println!("Installing MkDocs Material into {}, once.", folder.display());
    let python = ["python3", "python"].into_iter().find(|name| {
        let recent = "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 9))";
        Program::new(name).arguments(["-c", recent]).succeeds()
    });
    let python = python.ok_or_else(|| {
        Failure::new("there is no Python that can make a virtual environment; one of the sites in tests/hosts needs it")
            .remedy(REMEDY)
    })?;
    Program::new(python).arguments(["-m", "venv", "--clear"]).arguments([&folder]).run()?;
    Program::new(programs.join(executable("python")))
        .arguments(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes"])
        .arguments(["--requirement"])
        .arguments([requirements])
        .run()?;
    Ok(mkdocs)
}
