//! A file holds one idea and is named after it.

use super::{assert_none, everything_below, read, rust_sources};

/// Names that say nothing.
const SAYING_NOTHING: [&str; 8] = ["util", "utils", "helper", "helpers", "misc", "common", "stuff", "shared"];

/// More lines than this are more than one idea.
const LINES: usize = 450;

#[test]
fn names_say_something() {
    let complaints: Vec<String> = everything_below("")
        .iter()
        .filter(|path| {
            let stem = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().split('.').next();
            SAYING_NOTHING.iter().any(|word| stem.is_some_and(|stem| stem.eq_ignore_ascii_case(word)))
        })
        .map(|path| path.display().to_string())
        .collect();
    assert_none(&complaints, "files and folders are named after what they hold");
}

#[test]
fn sources_are_short() {
    let sources = ["crates", "web"].into_iter().flat_map(rust_sources);
    let complaints: Vec<String> = sources
        .map(|path| (read(&path).lines().count(), path))
        .filter(|(lines, _)| *lines > LINES)
        .map(|(lines, path)| format!("{} has {lines} lines", path.display()))
        .collect();
    assert_none(&complaints, "a Rust source outside the tests has at most 450 lines");
}
