//! Cases that are folders: files as they come, and in `expect.json` what becomes of them.

use std::fs;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;

/// What a case expects.
pub(crate) trait Expect: DeserializeOwned {
    /// What holds, in a sentence.
    fn what(&self) -> &str;

    /// What differs from that, for these files by their paths within the case.
    fn differences(&self, files: &[(String, Vec<u8>)]) -> Vec<String>;
}

/// Tries every case in a folder of the tests. Returns their names.
pub(crate) fn try_every<T: Expect>(folder: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut cases: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .collect();
    cases.sort();
    let (mut names, mut wrong) = (Vec::new(), Vec::new());
    for case in &cases {
        let name = case.file_name().unwrap().to_str().unwrap();
        let text =
            fs::read_to_string(case.join("expect.json")).unwrap_or_else(|error| panic!("{name}: {error}"));
        let expected: T = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(expected.what().ends_with('.'), "{name} says nothing");
        let differences = expected.differences(&files(case)).into_iter();
        wrong.extend(differences.map(|difference| format!("{name}: {difference}")));
        names.push(name.to_owned());
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    names
}

/// The files of a case, by their paths within it.
fn files(case: &Path) -> Vec<(String, Vec<u8>)> {
    let (mut found, mut open) = (Vec::new(), vec![case.to_path_buf()]);
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(&next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.file_name().is_some_and(|name| name != "expect.json") {
                let name = path.strip_prefix(case).unwrap().to_str().unwrap().replace('\\', "/");
                found.push((name, fs::read(&path).unwrap()));
            }
        }
    }
    found.sort();
    found
}
