//! What fuzzing begins with: files of the tests, as each target takes them.

use std::fs;
use std::path::{Path, PathBuf};

use entente_exchange::document;
use entente_exchange::fences;
use entente_exchange::gallery::ENTRIES;

/// What is fuzzed.
pub const TARGETS: [&str; 5] = ["import", "import_pair", "link", "block", "document"];

/// Longest seed: what is longer slows every run down.
const MOST: usize = 32 * 1024;

/// What a target begins with. `tests` is the project's folder of tests.
pub fn of(target: &str, tests: &Path) -> Vec<Vec<u8>> {
    let mut seeds: Vec<Vec<u8>> = match target {
        "import" => ["imports", "graph"]
            .into_iter()
            .flat_map(|folder| files_below(&tests.join(folder)))
            .filter(|path| path.file_name().is_some_and(|name| name != "expect.json"))
            .map(|path| bytes(&path))
            .collect(),
        "import_pair" => cases(&tests.join("imports")),
        "link" => links(&tests.join("links")),
        "block" => blocks(tests),
        _ => documents(tests),
    };
    seeds.extend(files_below(&tests.join("fuzz/found").join(target)).iter().map(|path| bytes(path)));
    seeds.retain(|seed| seed.len() <= MOST);
    seeds.sort();
    seeds.dedup();
    seeds
}

/// The files of each case of the reader of files, one after the other, as [`super::hold::import_pair`] takes them.
fn cases(folder: &Path) -> Vec<Vec<u8>> {
    let mut cases: Vec<PathBuf> = entries(folder).into_iter().filter(|path| path.is_dir()).collect();
    cases.sort();
    let whole = |case: PathBuf| {
        // Nobody says anything but that the rest is of the first tenant.
        let mut seed = vec![1, 0, 0, 0];
        for path in files_below(&case) {
            let Ok(name) = path.strip_prefix(&case) else { continue };
            if name.as_os_str() == "expect.json" {
                continue;
            }
            seed.push(super::hold::BETWEEN);
            seed.extend(name.to_string_lossy().bytes());
            seed.push(b'\n');
            seed.extend(bytes(&path));
        }
        seed
    };
    cases.into_iter().map(whole).collect()
}

/// Links, what they pack, and states that nothing packs.
fn links(folder: &Path) -> Vec<Vec<u8>> {
    let mut seeds = Vec::new();
    for path in files_below(folder) {
        let text = bytes(&path);
        if path.extension().is_some_and(|end| end == "link") {
            seeds.push(text.trim_ascii().to_vec());
        } else {
            seeds.push(
                [b"{\"s\":", text.trim_ascii(), b",\"v\":{\"h\":1,\"p\":[1,0],\"o\":[\"x\"]}}"].concat(),
            );
        }
    }
    seeds.push(b"\0\0\x01\x02\0\xfd\xff{}".to_vec());
    seeds
}

/// The fenced blocks of every page.
fn blocks(tests: &Path) -> Vec<Vec<u8>> {
    let pages = ["../web/docs/src", "hosts"].into_iter().flat_map(|folder| files_below(&tests.join(folder)));
    let mut seeds = Vec::new();
    for path in pages.chain([tests.join("../README.md")]) {
        if path.extension().is_some_and(|end| end == "md") {
            let page = String::from_utf8_lossy(&bytes(&path)).into_owned();
            seeds.extend(fences::find(&page).into_iter().map(|fence| fence.text.into_bytes()));
            for shown in fences::find_of(&page, "markdown") {
                seeds.extend(fences::find(&shown.text).into_iter().map(|fence| fence.text.into_bytes()));
            }
        }
    }
    seeds
}

/// Whole scenarios.
fn documents(tests: &Path) -> Vec<Vec<u8>> {
    let gallery = ENTRIES.iter().map(|entry| document::to_text(&entry.scenario()).into_bytes());
    let written =
        ["cases/scenarios", "links"].into_iter().flat_map(|folder| files_below(&tests.join(folder)));
    let written = written.filter(|path| path.extension().is_some_and(|end| end == "json"));
    gallery.chain(written.map(|path| bytes(&path))).collect()
}

fn bytes(path: &Path) -> Vec<u8> {
    fs::read(path).unwrap_or_default()
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect()
}

/// Every file below a folder, in order, but for what others have installed there.
pub fn files_below(folder: &Path) -> Vec<PathBuf> {
    let (mut found, mut open) = (Vec::new(), vec![folder.to_path_buf()]);
    while let Some(next) = open.pop() {
        for path in entries(&next) {
            if path.ends_with("node_modules") {
                continue;
            }
            if path.is_dir() { open.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    found
}
