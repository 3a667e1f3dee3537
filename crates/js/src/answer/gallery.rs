//! The scenarios one can start from.

use entente_exchange::gallery::{ENTRIES, Entry};
use serde::Serialize;
use tsify::Tsify;

/// A scenario of the gallery.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub(crate) struct GalleryEntry {
    /// The name that `Scenario.fromGallery` takes.
    id: &'static str,
    /// The heading it stands under.
    theme: &'static str,
    /// Its title.
    title: String,
    /// What is set up, what happens, why, and what to change: a line each.
    story: String,
}

/// All of them, in order.
pub(crate) fn entries() -> Vec<GalleryEntry> {
    let told = |entry: &&'static Entry| GalleryEntry {
        id: entry.id,
        theme: entry.theme,
        title: entry.title(),
        story: entry.story(),
    };
    ENTRIES.iter().map(told).collect()
}
