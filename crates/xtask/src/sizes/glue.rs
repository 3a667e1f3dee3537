//! Looks into the generated JavaScript for a module that no browser has.

use std::fs;
use std::path::Path;

use crate::failure::{Failure, Outcome};

/// Fails when a script in `dist` imports from `env`.
///
/// The linker invents that module for symbols nobody defines; such a page builds, and then does
/// not start.
pub(crate) fn check(dist: &Path) -> Outcome {
    let unreadable = |error| Failure::new(format!("cannot read the scripts in {}: {error}", dist.display()));
    for entry in fs::read_dir(dist).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        let is_script = path.extension().is_some_and(|extension| extension == "js");
        if is_script && imports_env(&fs::read_to_string(&path).map_err(unreadable)?) {
            return Err(Failure::new(format!(
                "{} imports from \"env\": the program uses a symbol that nothing defines",
                path.display()
            ))
            .remedy("look for a dependency that expects C or an operating system"));
        }
    }
    Ok(())
}

fn imports_env(script: &str) -> bool {
    script.split("from").skip(1).any(|rest| {
        let rest = rest.trim_start();
        rest.starts_with("\"env\"") || rest.starts_with("'env'")
    })
}

#[cfg(test)]
mod tests {
    use super::imports_env;

    #[test]
    fn imports_of_env_are_seen_however_they_are_written() {
        assert!(imports_env("import * as __wbg_star0 from 'env';"));
        assert!(imports_env("import*as e from\"env\";"));
    }

    #[test]
    fn other_imports_and_other_uses_of_the_word_are_not() {
        assert!(!imports_env("import { a } from './snippets/env.js'; const env = 'env';"));
        assert!(!imports_env("Array.from(environment)"));
    }
}
