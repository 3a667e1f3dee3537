//! Weighs files: their bytes as they are, and as a server sends them.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use miniz_oxide::deflate::compress_to_vec;

use crate::build::parts::PREFIX;
use crate::failure::Outcome;
use crate::folder::{files_below, unreadable};

/// What gzip adds around the compressed bytes: ten of header, eight of trailer.
const GZIP_FRAME: u64 = 18;

/// What a file of the page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The program.
    Wasm,
    /// The glue that loads it.
    Js,
    /// The style sheets.
    Css,
    /// The document.
    Html,
    /// A part of the program that is loaded when it is needed.
    Part,
    /// Anything else: what the page does not need before it can be used, and what is not of the page at all.
    Other,
}

/// What stands beside the page in the same folder: what others embed or import, the documentation, the worker.
const BESIDE: [&str; 4] = ["embed/", "docs/", "package/", "offline.js"];

/// What of that has a limit: its word in the budget, how the names of its files begin and how they end. What has
/// several kinds of files has several lines.
const LIMITED: [(&str, &str, &str); 11] = [
    ("loader", "embed/entente", ".js"),
    ("frame", "embed/inside", ".js"),
    ("package", "package/entente_bg", ".wasm"),
    ("package", "package/entente", ".js"),
    ("package", "package/index.js", ""),
    ("packageClasses", "package/part-classes", ".wasm"),
    ("packageRules", "package/part-rules", ".wasm"),
    ("packageWords", "package/part-words", ".wasm"),
    ("packageFiles", "package/part-files", ".wasm"),
    ("packageLinks", "package/part-links", ".wasm"),
    ("packageShared", "package/part-shared", ".wasm"),
];

impl Kind {
    /// The kinds a first visit waits for.
    pub(crate) const FIRST_LOAD: [Self; 4] = [Self::Wasm, Self::Js, Self::Css, Self::Html];

    /// What the file is that stands at `path` in the built site.
    pub(crate) fn of(path: &Path) -> Self {
        if BESIDE.iter().any(|beside| slashed(path).starts_with(beside)) {
            return Self::Other;
        }
        let file = path.file_name().and_then(|file| file.to_str());
        match path.extension().and_then(|extension| extension.to_str()) {
            Some("wasm") if file.is_some_and(|file| file.starts_with(PREFIX)) => Self::Part,
            Some("wasm") => Self::Wasm,
            Some("js" | "mjs") => Self::Js,
            Some("css") => Self::Css,
            Some("html") => Self::Html,
            _ => Self::Other,
        }
    }

    /// The word for it, in tables and in the budget.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Wasm => "wasm",
            Self::Js => "js",
            Self::Css => "css",
            Self::Html => "html",
            Self::Part => "part",
            Self::Other => "other",
        }
    }
}

/// The weight of one or several files, in bytes.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Weight {
    /// As they lie on the disk.
    pub(crate) raw: u64,
    /// As gzip packs each of them at its highest level, give or take a hundredth: packers differ.
    pub(crate) gzip: u64,
}

impl Weight {
    /// Weighs the contents of one file.
    pub(crate) fn of(contents: &[u8]) -> Self {
        let packed = compress_to_vec(contents, 9);
        Self { raw: contents.len() as u64, gzip: packed.len() as u64 + GZIP_FRAME }
    }

    fn and(self, other: Self) -> Self {
        Self { raw: self.raw + other.raw, gzip: self.gzip + other.gzip }
    }
}

/// Every file of the built page and its weight.
#[derive(Debug)]
pub(crate) struct Weights {
    files: Vec<(String, Kind, Weight)>,
}

impl Weights {
    /// Weighs everything in `dist`.
    pub(crate) fn of(dist: &Path) -> Outcome<Self> {
        let mut files = Vec::new();
        for path in files_below(dist)? {
            let contents = fs::read(&path).map_err(|error| unreadable(&path, &error))?;
            let path = path.strip_prefix(dist).unwrap_or(&path);
            files.push((slashed(path), Kind::of(path), Weight::of(&contents)));
        }
        files.sort_by(|a, b| b.2.gzip.cmp(&a.2.gzip).then_with(|| a.0.cmp(&b.0)));
        Ok(Self { files })
    }

    /// Everything of this kind together.
    pub(crate) fn of_kind(&self, kind: Kind) -> Weight {
        let files = self.files.iter().filter(|file| file.1 == kind);
        files.fold(Weight::default(), |sum, file| sum.and(file.2))
    }

    /// Everything a first visit loads.
    pub(crate) fn first_load(&self) -> Weight {
        let kinds = Kind::FIRST_LOAD.into_iter().map(|kind| self.of_kind(kind));
        kinds.fold(Weight::default(), Weight::and)
    }

    /// What is loaded later, by the name of the part. What several parts have in common is one more part,
    /// named "shared".
    pub(crate) fn parts(&self) -> BTreeMap<&str, Weight> {
        let mut parts = BTreeMap::new();
        for (file, _, weight) in self.files.iter().filter(|file| file.1 == Kind::Part) {
            let sum: &mut Weight = parts.entry(part_of(file)).or_default();
            *sum = sum.and(*weight);
        }
        parts
    }

    /// What stands beside the page and has a limit of its own, by its word in the budget.
    pub(crate) fn beside(&self) -> BTreeMap<&'static str, Weight> {
        let mut beside = BTreeMap::new();
        for (name, start, end) in LIMITED {
            let sum: &mut Weight = beside.entry(name).or_default();
            let files = self.files.iter().filter(|file| file.0.starts_with(start) && file.0.ends_with(end));
            *sum = files.fold(*sum, |sum, file| sum.and(file.2));
        }
        beside
    }

    /// The table, heaviest file first.
    pub(crate) fn table(&self) -> String {
        let names = self.files.iter().map(|file| file.0.chars().count());
        let width = names.max().unwrap_or(0).max("first load".len());
        let mut table = format!("  {:width$}  {:>6}  {:>11}  {:>11}\n", "dist/", "kind", "raw", "gzip");
        let mut row = |name: &str, kind: &str, weight: Weight| {
            // Writing to a string cannot fail.
            let _ = writeln!(
                table,
                "  {name:width$}  {kind:>6}  {:>11}  {:>11}",
                kilobytes(weight.raw),
                kilobytes(weight.gzip)
            );
        };
        for (name, kind, weight) in &self.files {
            row(name, kind.name(), *weight);
        }
        for kind in Kind::FIRST_LOAD {
            row("", kind.name(), self.of_kind(kind));
        }
        row("first load", "", self.first_load());
        for (name, weight) in self.parts() {
            row(&format!("later: {name}"), "", weight);
        }
        row("all of it", "", self.parts().into_values().fold(self.first_load(), Weight::and));
        for (name, weight) in self.beside() {
            row(&format!("beside it: {name}"), "", weight);
        }
        table
    }
}

/// A path with the slashes of an address.
fn slashed(path: &Path) -> String {
    path.display().to_string().replace('\\', "/")
}

/// The part that a file belongs to: "dialogs" of `part-dialogs-HASH.wasm`, "shared" of
/// `part-shared-3-HASH.wasm`.
fn part_of(file: &str) -> &str {
    let name = file.strip_prefix(PREFIX).unwrap_or(file);
    name.split('-').next().unwrap_or(name)
}

/// Bytes as kilobytes of 1024, with one decimal.
pub(crate) fn kilobytes(bytes: u64) -> String {
    format!("{:.1} KB", bytes as f64 / 1024.0)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{Kind, Weight, Weights, kilobytes};

    fn weights() -> Weights {
        let weight = |raw, gzip| Weight { raw, gzip };
        Weights {
            files: vec![
                ("page_bg.wasm".to_owned(), Kind::Wasm, weight(2048, 1024)),
                ("page.js".to_owned(), Kind::Js, weight(1024, 512)),
                ("snippets/a.js".to_owned(), Kind::Js, weight(10, 28)),
                ("part-dialogs-0a.wasm".to_owned(), Kind::Part, weight(400, 300)),
                ("part-shared-3-0a.wasm".to_owned(), Kind::Part, weight(20, 30)),
                ("part-shared-4-0a.wasm".to_owned(), Kind::Part, weight(3, 4)),
                ("icon.svg".to_owned(), Kind::Other, weight(9999, 9999)),
                ("embed/entente.js".to_owned(), Kind::Other, weight(70, 50)),
            ],
        }
    }

    #[test]
    fn the_first_load_is_program_glue_styles_and_document() {
        assert_eq!(weights().first_load(), Weight { raw: 3082, gzip: 1564 });
        assert_eq!(weights().of_kind(Kind::Js).gzip, 540);
    }

    #[test]
    fn what_comes_later_is_weighed_by_part() {
        let parts = weights();
        let parts: Vec<_> = parts.parts().into_iter().collect();
        let expected =
            [("dialogs", Weight { raw: 400, gzip: 300 }), ("shared", Weight { raw: 23, gzip: 34 })];
        assert_eq!(parts, expected);
    }

    #[test]
    fn repetition_packs_well_and_the_frame_of_gzip_is_counted() {
        let weight = Weight::of(&[b'a'; 4096]);
        assert_eq!(weight.raw, 4096);
        assert!((19..64).contains(&weight.gzip), "{}", weight.gzip);
    }

    #[test]
    fn kinds_go_by_the_end_of_the_name() {
        assert_eq!(Kind::of(Path::new("snippets/inline0.js")), Kind::Js);
        assert_eq!(Kind::of(Path::new("page-0a1b_bg.wasm")), Kind::Wasm);
        assert_eq!(Kind::of(Path::new("part-dialogs-0a1b.wasm")), Kind::Part);
        assert_eq!(Kind::of(Path::new("LICENSE")), Kind::Other);
    }

    #[test]
    fn what_stands_beside_the_page_is_none_of_its_first_load() {
        for path in ["embed/entente.js", "docs/index.html", "package/a_bg.wasm", "offline.js"] {
            assert_eq!(Kind::of(Path::new(path)), Kind::Other, "{path}");
        }
        assert_eq!(weights().beside()["loader"], Weight { raw: 70, gzip: 50 });
    }

    #[test]
    fn a_kilobyte_has_1024_bytes() {
        assert_eq!(kilobytes(180 * 1024), "180.0 KB");
        assert_eq!(kilobytes(1536), "1.5 KB");
    }

    #[test]
    fn the_table_names_every_file() {
        let table = weights().table();
        assert!(table.contains("page_bg.wasm"), "{table}");
        assert!(table.contains("first load"), "{table}");
        assert!(table.contains("later: dialogs"), "{table}");
    }
}
