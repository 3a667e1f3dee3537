//! As much of a Cargo.toml as the rules need: sections, their keys, their values as they are written.

use std::collections::BTreeMap;

/// What goes into the package itself.
pub(super) const SHIPPED: &[&str] = &["dependencies", "build-dependencies"];
/// The same and what its tests need.
pub(super) const ALL: &[&str] = &["dependencies", "build-dependencies", "dev-dependencies"];

/// Sections by name, each with its keys and the text of their values.
pub(super) struct Manifest(BTreeMap<String, BTreeMap<String, String>>);

impl Manifest {
    pub(super) fn parse(text: &str) -> Self {
        let mut sections: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
        let mut section = String::new();
        for line in text.lines().map(without_comment) {
            if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                section = name.trim_matches(['[', ']']).trim().to_owned();
                sections.entry(section.clone()).or_default();
            } else if let Some((key, value)) = line.split_once('=') {
                let entries = sections.entry(section.clone()).or_default();
                entries.insert(key.trim().trim_matches('"').to_owned(), value.trim().to_owned());
            }
        }
        Manifest(sections)
    }

    /// The value of a key, without its quotes.
    pub(super) fn value(&self, section: &str, key: &str) -> Option<&str> {
        Some(self.0.get(section)?.get(key)?.trim_matches('"'))
    }

    /// Everything the package depends on, in sections of these kinds, on any target.
    pub(super) fn dependencies(&self, kinds: &[&str]) -> Vec<String> {
        let mut names = Vec::new();
        for (section, entries) in &self.0 {
            let parts: Vec<&str> = section.split('.').collect();
            match kinds.iter().find_map(|kind| parts.iter().rposition(|part| part == kind)) {
                // [dependencies]: a name a line, perhaps followed by `.workspace`.
                Some(at) if at + 1 == parts.len() => {
                    names.extend(entries.keys().map(|key| key.split('.').next().unwrap_or(key).to_owned()));
                }
                // [dependencies.name]
                Some(at) => names.push(parts[at + 1].to_owned()),
                None => {}
            }
        }
        names.sort();
        names.dedup();
        names
    }
}

/// A comment starts at a `#` outside quotes.
fn without_comment(line: &str) -> &str {
    let mut quoted = false;
    let comment = line.char_indices().find(|(_, character)| {
        quoted ^= *character == '"';
        *character == '#' && !quoted
    });
    comment.map_or(line, |(at, _)| &line[..at]).trim()
}

#[test]
fn dependencies_are_found_however_they_are_written() {
    let manifest = Manifest::parse(
        "[package]\nname = \"x\" # not y\n[dependencies]\na.workspace = true\n\"b\" = { version = \"1\" }\n\
         [dependencies.c]\nversion = \"1\"\n[target.'cfg(unix)'.dependencies]\nd = \"1\"\n\
         [dev-dependencies]\ne = \"1\"\n",
    );
    assert_eq!(manifest.dependencies(&["dependencies"]), ["a", "b", "c", "d"]);
    assert_eq!(manifest.dependencies(&["dependencies", "dev-dependencies"]), ["a", "b", "c", "d", "e"]);
    assert_eq!(manifest.value("package", "name"), Some("x"));
}
