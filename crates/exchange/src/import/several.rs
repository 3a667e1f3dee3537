//! Several things in a sentence: the first by name, and how many more there are.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// The first `most` names, and how many more there are.
pub(super) fn named(names: impl IntoIterator<Item = String>, most: usize) -> String {
    let mut names = names.into_iter();
    let told: Vec<String> = names.by_ref().take(most).collect();
    match names.count() {
        0 => told.join(", "),
        more => format!("{} and {more} more", told.join(", ")),
    }
}
