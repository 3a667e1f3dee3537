//! Node and the npm packages in `tests/`: `wasm-opt`, `esbuild`, the browser driver, the accessibility rules.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::command::Program;
use crate::failure::{Failure, Outcome};
use crate::repository::Repository;
use crate::tools::pins::says_version;

/// What to tell somebody without Node.
pub(crate) const REMEDY: &str = "install Node.js 20.11 or newer, which brings npm: https://nodejs.org";

/// The oldest Node with everything the specs and the packages use.
const OLDEST: (u32, u32) = (20, 11);

/// Installs the packages of `tests/package-lock.json` unless they are there already.
pub(crate) fn packages(repository: &Repository) -> Outcome {
    let said = Program::new("node").when_missing(REMEDY).arguments(["--version"]).output()?;
    if !is_recent(&said) {
        let said = said.trim();
        return Err(Failure::new(format!("Node {said} is too old")).remedy(REMEDY));
    }
    packages_of(&repository.tests())
}

/// Installs the packages of a folder's `package-lock.json` unless they are there already.
pub(crate) fn packages_of(folder: &Path) -> Outcome {
    if is_current(folder) {
        return Ok(());
    }
    println!("Installing the npm packages of {}.", folder.display());
    // No package here needs an install script, so none gets to run.
    npm("npm").arguments(["ci", "--no-audit", "--no-fund", "--ignore-scripts"]).within(folder).run()
}

/// Calls of `wasm-opt`, once it is known to be of the pinned version.
pub(crate) fn wasm_opt(repository: &Repository) -> Outcome<impl Fn() -> Program + Sync> {
    packages(repository)?;
    let said = command(repository, "wasm-opt").arguments(["--version"]).output()?;
    let wanted = repository.pins().wasm_opt();
    if says_version(&said, &wanted) {
        return Ok(|| command(repository, "wasm-opt"));
    }
    Err(Failure::new(format!(
        "tests/package-lock.json brings `{}`, but Cargo.toml pins binaryen {} ({wanted})",
        said.trim(),
        repository.pins().binaryen
    ))
    .remedy("give both the same version"))
}

/// `esbuild` in the version of `tests/package-lock.json`.
pub(crate) fn esbuild(repository: &Repository) -> Outcome<Program> {
    packages(repository)?;
    Ok(command(repository, "esbuild"))
}

/// A command that a package brings, where npm puts them.
fn command(repository: &Repository, name: &str) -> Program {
    Program::new(repository.tests().join("node_modules").join(".bin").join(script(name)))
}

/// The file of a command from npm, which is a script and not a program on Windows.
fn script(name: &str) -> String {
    if cfg!(windows) { format!("{name}.cmd") } else { name.to_owned() }
}

/// `npm` or `npx`.
pub(crate) fn npm(name: &str) -> Program {
    Program::new(script(name)).when_missing(REMEDY)
}

/// npm leaves a copy of the lock file behind when an install is complete.
fn is_current(tests: &Path) -> bool {
    let changed = |path: PathBuf| fs::metadata(path).and_then(|file| file.modified()).ok();
    let installed = changed(tests.join("node_modules").join(".package-lock.json"));
    follows(installed, changed(tests.join("package-lock.json")))
}

fn follows(installed: Option<SystemTime>, wanted: Option<SystemTime>) -> bool {
    matches!((installed, wanted), (Some(installed), Some(wanted)) if installed >= wanted)
}

fn is_recent(said: &str) -> bool {
    let mut numbers = said.trim().trim_start_matches('v').split('.').map(str::parse);
    match (numbers.next(), numbers.next()) {
        (Some(Ok(major)), Some(Ok(minor))) => (major, minor) >= OLDEST,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, SystemTime};

    use super::{follows, is_recent};

    #[test]
    fn node_must_be_recent() {
        assert!(is_recent("v20.20.2\n"));
        assert!(is_recent("v20.11.0"));
        assert!(is_recent("v24.0.1"));
        assert!(!is_recent("v20.10.1"));
        assert!(!is_recent("v18.20.4"));
        assert!(!is_recent("none"));
    }

    #[test]
    fn packages_older_than_the_lock_file_are_installed_again() {
        let early = SystemTime::UNIX_EPOCH;
        let late = early + Duration::from_secs(1);
        assert!(follows(Some(late), Some(early)));
        assert!(follows(Some(early), Some(early)));
        assert!(!follows(Some(early), Some(late)));
        assert!(!follows(None, Some(early)));
        assert!(!follows(Some(late), None));
    }
}
