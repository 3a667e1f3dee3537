//! The per-user folder that installed tools live in, so that every checkout shares them.

use std::ffi::OsString;
use std::path::PathBuf;

use crate::failure::{Failure, Outcome};

/// The folder of one tool in one version.
pub(crate) fn tool_folder(name: &str, version: &str) -> Outcome<PathBuf> {
    folder_of("tools", &format!("{name}-{version}"))
}

/// A folder of the cache, by its shelf and its name.
pub(crate) fn folder_of(shelf: &str, name: &str) -> Outcome<PathBuf> {
    let look_up = |name: &str| std::env::var_os(name);
    let cache = folder(std::env::consts::OS, look_up).ok_or_else(|| {
        Failure::new("no folder to install tools into: neither HOME nor LOCALAPPDATA is set")
            .remedy("set ENTENTE_CACHE to a folder of your choice")
    })?;
    Ok(cache.join(shelf).join(name))
}

fn folder(system: &str, look_up: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let set = |name: &str| look_up(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    if let Some(chosen) = set("ENTENTE_CACHE") {
        return Some(chosen);
    }
    let caches = match system {
        "windows" => set("LOCALAPPDATA"),
        "macos" => set("HOME").map(|home| home.join("Library").join("Caches")),
        _ => set("XDG_CACHE_HOME").or_else(|| Some(set("HOME")?.join(".cache"))),
    };
    Some(caches?.join("entente"))
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;
    use std::path::PathBuf;

    use super::folder;

    fn with(system: &str, variables: &[(&str, &str)]) -> Option<PathBuf> {
        folder(system, |name| {
            let found = variables.iter().find(|variable| variable.0 == name)?;
            Some(OsString::from(found.1))
        })
    }

    #[test]
    fn one_own_variable_goes_before_the_systems_customs() {
        let all = [("HOME", "/h"), ("XDG_CACHE_HOME", "/x"), ("ENTENTE_CACHE", "/e")];
        assert_eq!(with("linux", &all), Some("/e".into()));
        assert_eq!(with("linux", &all[..2]), Some("/x/entente".into()));
        assert_eq!(with("linux", &all[..1]), Some("/h/.cache/entente".into()));
        assert_eq!(with("macos", &all[..2]), Some("/h/Library/Caches/entente".into()));
        assert_eq!(with("windows", &[("LOCALAPPDATA", "/l")]), Some("/l/entente".into()));
    }

    #[test]
    fn an_empty_variable_is_not_set() {
        assert_eq!(with("linux", &[("HOME", "/h"), ("ENTENTE_CACHE", "")]), Some("/h/.cache/entente".into()));
        assert_eq!(with("linux", &[]), None);
    }
}
