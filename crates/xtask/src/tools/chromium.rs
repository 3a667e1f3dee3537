//! The browser of the specs: any Chromium that is already here, or one that is installed.

use std::path::{Path, PathBuf};

use crate::command::{Program, executable};
use crate::failure::{Failure, Outcome};
use crate::repository::Repository;
use crate::tools::node;

const REMEDY: &str = "install Chromium or Google Chrome, \
    or set CHROMIUM to the path of a Chromium-based browser";

/// The names it goes by on `PATH`.
const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

/// The path of a browser, after installing one if there is none.
pub(crate) fn ready(repository: &Repository) -> Outcome<PathBuf> {
    if let Some(chosen) = std::env::var_os("CHROMIUM").filter(|path| !path.is_empty()) {
        let chosen = PathBuf::from(chosen);
        return if chosen.is_file() {
            Ok(chosen)
        } else {
            Err(Failure::new(format!("CHROMIUM names {}, which is no file", chosen.display()))
                .remedy("correct it, or unset it to have a browser looked for"))
        };
    }
    if let Some(found) = find(repository) {
        return Ok(found);
    }
    println!("There is no Chromium for the browser specs; installing one.");
    install(repository).map_err(|failure| {
        Failure::new(format!("no browser for the specs was found, and none could be installed\n  {failure}"))
            .remedy(REMEDY)
    })?;
    find(repository).ok_or_else(|| Failure::new("a browser was installed but cannot be found").remedy(REMEDY))
}

/// The system's package where there is one, because it gets security updates; Playwright's own
/// download where there is none, or where it cannot be had.
fn install(repository: &Repository) -> Outcome {
    if is_debian() {
        match install_package() {
            Ok(()) => return Ok(()),
            Err(failure) => println!("{failure}"),
        }
    }
    install_own(repository)
}

fn find(repository: &Repository) -> Option<PathBuf> {
    on_path().or_else(|| usual_places().into_iter().find(|path| path.is_file())).or_else(|| {
        let own = own(repository)?;
        own.is_file().then_some(own)
    })
}

fn on_path() -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let mut candidates =
        NAMES.iter().flat_map(|name| folders.iter().map(|folder| folder.join(executable(name))));
    candidates.find(|path| path.is_file())
}

/// Where installers put browsers that are not on `PATH`.
fn usual_places() -> Vec<PathBuf> {
    let within =
        |variable: &str, rest: &str| std::env::var_os(variable).map(|folder| Path::new(&folder).join(rest));
    match std::env::consts::OS {
        "macos" => ["Chromium", "Google Chrome", "Microsoft Edge"]
            .iter()
            .map(|name| PathBuf::from(format!("/Applications/{name}.app/Contents/MacOS/{name}")))
            .collect(),
        "windows" => ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"]
            .iter()
            .flat_map(|variable| {
                [
                    within(variable, r"Chromium\Application\chrome.exe"),
                    within(variable, r"Google\Chrome\Application\chrome.exe"),
                    within(variable, r"Microsoft\Edge\Application\msedge.exe"),
                ]
            })
            .flatten()
            .collect(),
        _ => Vec::new(),
    }
}

/// Where Playwright keeps the browser of its own version, whether it is there or not.
fn own(repository: &Repository) -> Option<PathBuf> {
    let script = "process.stdout.write(require('playwright-core').chromium.executablePath())";
    let said = Program::new("node").arguments(["-e", script]).within(&repository.tests()).output();
    said.ok().map(PathBuf::from)
}

fn is_debian() -> bool {
    Path::new("/etc/debian_version").is_file()
}

fn install_package() -> Outcome {
    let prefix: &[&str] = if is_root() {
        &[]
    } else if Program::new("sudo").arguments(["-n", "true"]).succeeds() {
        &["sudo", "-n"]
    } else {
        return Err(Failure::new("installing the package chromium needs root")
            .remedy("sudo apt-get install chromium"));
    };
    apt_get(prefix, &["update"]).run()?;
    apt_get(prefix, &["install", "--yes", "chromium"]).run()
}

/// `apt-get` that asks nothing, behind `prefix`.
fn apt_get(prefix: &[&str], words: &[&str]) -> Program {
    let quiet = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"];
    let mut line = prefix.iter().chain(&quiet).chain(words);
    Program::new(line.next().copied().unwrap_or("env")).arguments(line)
}

fn is_root() -> bool {
    let said = Program::new("id").arguments(["-u"]).output();
    said.is_ok_and(|said| said.trim() == "0")
}

fn install_own(repository: &Repository) -> Outcome {
    node::packages(repository)?;
    node::npm("npx")
        .arguments(["--no-install", "playwright-core", "install", "chromium"])
        .within(&repository.tests())
        .run()
}

#[cfg(test)]
mod tests {
    use super::apt_get;

    #[test]
    fn apt_get_is_run_as_root_and_asks_nothing() {
        let as_root = apt_get(&[], &["update"]).line();
        assert_eq!(as_root, "env DEBIAN_FRONTEND=noninteractive apt-get update");
        let as_user = apt_get(&["sudo", "-n"], &["install", "--yes", "chromium"]).line();
        assert_eq!(as_user, "sudo -n env DEBIAN_FRONTEND=noninteractive apt-get install --yes chromium");
    }
}
