//! The pinned versions in `[workspace.metadata.tools]` of the root `Cargo.toml`.

use serde_json::Value;

use crate::failure::{Failure, Outcome};

/// The exact version of every tool the page is built with.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Pins {
    /// Trunk, which puts the page together.
    pub(crate) trunk: String,
    /// The `wasm-bindgen` command; it must be of the same version as the crate.
    pub(crate) wasm_bindgen: String,
    /// The splitter, which cuts parts off the program.
    pub(crate) wasm_split: String,
    /// mdBook, which builds the documentation.
    pub(crate) mdbook: String,
    /// cargo-fuzz, which fuzzes by coverage.
    pub(crate) fuzz: String,
    /// The npm package `binaryen`, which brings `wasm-opt`.
    pub(crate) binaryen: String,
    /// The target the page is compiled for.
    pub(crate) target: String,
}

impl Pins {
    /// Reads the table as `cargo metadata` tells it.
    pub(crate) fn read(table: Option<&Value>) -> Outcome<Self> {
        let pin = |name: &str| {
            let value = table.and_then(|table| table.get(name)).and_then(Value::as_str);
            value.map(str::to_owned).ok_or_else(|| {
                Failure::new(format!("the root Cargo.toml pins no `{name}` in [workspace.metadata.tools]"))
            })
        };
        Ok(Self {
            trunk: pin("trunk")?,
            wasm_bindgen: pin("wasm-bindgen")?,
            wasm_split: pin("wasm-split")?,
            mdbook: pin("mdbook")?,
            fuzz: pin("cargo-fuzz")?,
            binaryen: pin("binaryen")?,
            target: pin("target")?,
        })
    }

    /// What `wasm-opt --version` calls the pinned binaryen: `version_132` for 132.0.0.
    pub(crate) fn wasm_opt(&self) -> String {
        let major = self.binaryen.split('.').next().unwrap_or_default();
        format!("version_{major}")
    }
}

/// Whether what a tool says of itself names exactly this version.
pub(crate) fn says_version(said: &str, version: &str) -> bool {
    let word = |c: char| c.is_whitespace() || c == '(' || c == ')';
    said.split(word).any(|word| word == version || word.strip_prefix('v') == Some(version))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Pins, says_version};

    #[test]
    fn all_of_them_are_read() {
        let table = json!({
            "trunk": "0.21.14", "wasm-bindgen": "0.2.130", "wasm-split": "0.2.4", "mdbook": "0.5.4",
            "cargo-fuzz": "0.13.2", "binaryen": "132.0.0", "target": "wasm32-unknown-unknown",
        });
        let pins = Pins::read(Some(&table)).unwrap();
        assert_eq!(pins.trunk, "0.21.14");
        assert_eq!(pins.wasm_bindgen, "0.2.130");
        assert_eq!(pins.wasm_split, "0.2.4");
        assert_eq!(pins.mdbook, "0.5.4");
        assert_eq!(pins.fuzz, "0.13.2");
        assert_eq!(pins.wasm_opt(), "version_132");
        assert_eq!(pins.target, "wasm32-unknown-unknown");
    }

    #[test]
    fn a_missing_pin_is_named() {
        let table = json!({ "trunk": "0.21.14" });
        let failure = Pins::read(Some(&table)).unwrap_err().to_string();
        assert!(failure.contains("`wasm-bindgen`"), "{failure}");
    }

    #[test]
    fn versions_match_exactly_or_not_at_all() {
        assert!(says_version("trunk 0.21.14\n", "0.21.14"));
        assert!(says_version("wasm-bindgen 0.2.130 (a1b2c3)", "0.2.130"));
        assert!(says_version("mdbook v0.5.4", "0.5.4"));
        assert!(says_version("wasm-opt version 132 (version_132)", "version_132"));
        assert!(!says_version("trunk 0.21.14-beta.1", "0.21.14"));
        assert!(!says_version("wasm-bindgen 0.2.13", "0.2.130"));
        assert!(!says_version("", "0.2.130"));
    }
}
