//! Where scenario documents come from.

use std::io::Read;

use entente_exchange::document;
use entente_exchange::gallery::{ENTRIES, Entry};
use entente_policy::Scenario;

use crate::failure::Failure;

const GALLERY: &str = "gallery:";

/// Reads the document that `name` means: a file, `-` for standard input, or a scenario of the gallery.
pub(crate) fn read(name: &str) -> Result<Scenario, Failure> {
    if let Some(id) = name.strip_prefix(GALLERY) {
        return entry(id).map(|entry| entry.scenario());
    }
    let text = text(name)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    document(name, text)
}

/// Reads a scenario document.
pub(crate) fn document(name: &str, text: &str) -> Result<Scenario, Failure> {
    document::from_text(text).map_err(|error| Failure::new(format!("{name}: {error}")))
}

/// The contents of files, with their names.
pub(crate) fn files(names: &[String]) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    names.iter().map(|name| Ok((name.clone(), bytes(name)?))).collect()
}

/// The bytes of a file, or of standard input for `-`.
pub(crate) fn bytes(name: &str) -> Result<Vec<u8>, Failure> {
    if name == "-" {
        let mut bytes = Vec::new();
        return std::io::stdin()
            .read_to_end(&mut bytes)
            .map(|_| bytes)
            .map_err(|error| Failure::new(format!("standard input cannot be read: {error}")));
    }
    std::fs::read(name).map_err(|error| {
        Failure::new(format!("{name} cannot be read: {error}"))
            .remedy("give the path of a file, or `-` for standard input")
    })
}

/// The text of a file, or of standard input for `-`.
pub(crate) fn text(name: &str) -> Result<String, Failure> {
    if name == "-" {
        let mut text = String::new();
        return std::io::stdin()
            .read_to_string(&mut text)
            .map(|_| text)
            .map_err(|error| Failure::new(format!("standard input cannot be read: {error}")));
    }
    std::fs::read_to_string(name).map_err(|error| {
        Failure::new(format!("{name} cannot be read: {error}"))
            .remedy("give the path of a file, `-` for standard input, or `gallery:NAME` for a scenario")
    })
}

/// The scenario of the gallery with this name.
pub(crate) fn entry(id: &str) -> Result<&'static Entry, Failure> {
    Entry::find(id).ok_or_else(|| {
        let names: Vec<&str> = ENTRIES.iter().map(|entry| entry.id).collect();
        Failure::new(format!("the gallery has no scenario `{id}`"))
            .remedy(format!("one of {}", names.join(", ")))
    })
}
