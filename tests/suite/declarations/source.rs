//! What the sources of `entente-policy` declare: objects, words and codes.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// What is declared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Object,
    /// Words; with whether one has to be there.
    Words {
        required: bool,
    },
    /// Codes, which answers are written in.
    Codes,
}

/// A property with its type, or a word.
#[derive(Debug)]
pub(super) struct Field {
    pub(super) comment: Vec<String>,
    pub(super) key: String,
    /// The type; of a word none.
    pub(super) rust: String,
}

#[derive(Debug)]
pub(super) struct Declared {
    pub(super) kind: Kind,
    pub(super) comment: Vec<String>,
    pub(super) fields: Vec<Field>,
    /// Whether words that nobody knows are kept.
    pub(super) is_open: bool,
    /// The type whose properties it has as well.
    pub(super) extends: Option<&'static str>,
}

/// The two objects that have the properties of a third, and say so by hand.
const WITH_SETTINGS: [(&str, &str, &str, &str, &str); 2] = [
    (
        "ConfigurationDefault",
        "A tenant's default settings. Graph: `crossTenantAccessPolicyConfigurationDefault`.",
        "isServiceDefault",
        "bool",
        "Whether nobody has changed them.",
    ),
    (
        "ConfigurationPartner",
        "Settings about one organization. Graph: `crossTenantAccessPolicyConfigurationPartner`.",
        "tenantId",
        "Id",
        "The organization.",
    ),
];

/// Everything that is declared, by name.
pub(super) fn declared() -> BTreeMap<String, Declared> {
    let mut all = BTreeMap::new();
    for (name, about, key, rust, comment) in WITH_SETTINGS {
        let fields = vec![Field { comment: vec![comment.into()], key: key.into(), rust: rust.into() }];
        let comment = vec![about.into()];
        let one = Declared { kind: Kind::Object, comment, fields, is_open: false, extends: Some("Settings") };
        all.insert(name.to_owned(), one);
    }
    let (mut reasons, mut statements) = (Vec::new(), Vec::new());
    for source in sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/policy/src")) {
        for (kind, body) in blocks(&source) {
            match kind {
                "reasons!" => reasons.extend(lines_of_words(&body, "= \"")),
                "statements!" => statements.extend(lines_of_words(&body, "= \"")),
                "gates!" => {
                    let comment = vec!["One check that must pass.".into()];
                    let fields = lines_of_words(&body, "= \"");
                    all.insert("Gate".into(), codes(comment, fields));
                }
                _ => {
                    let (name, one) = declaration(kind, &body);
                    assert!(all.insert(name.clone(), one).is_none(), "{name} is declared twice");
                }
            }
        }
    }
    all.insert(
        "Reason".into(),
        codes(vec!["Why a gate says what it says. The codes never change their meaning.".into()], reasons),
    );
    all.insert(
        "Statement".into(),
        codes(vec!["A statement of Microsoft's documentation that a ground rests on.".into()], statements),
    );
    all
}

fn codes(comment: Vec<String>, mut fields: Vec<Field>) -> Declared {
    fields.sort_by(|a, b| a.key.cmp(&b.key));
    Declared { kind: Kind::Codes, comment, fields, is_open: false, extends: None }
}

fn sources(folder: &Path) -> Vec<String> {
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let mut found = Vec::new();
    for path in paths {
        if path.is_dir() {
            found.extend(sources(&path));
        } else if !path.ends_with("declare.rs") {
            found.push(fs::read_to_string(path).unwrap());
        }
    }
    found
}

/// Every block of one of the macros that declare something: which, and its lines.
fn blocks(source: &str) -> Vec<(&'static str, Vec<String>)> {
    let mut found: Vec<(&'static str, Vec<String>)> = Vec::new();
    let mut open = false;
    for line in source.lines() {
        if open && line == "}" {
            open = false;
        } else if open {
            let (_, lines) = found.last_mut().unwrap();
            lines.push(line.trim().to_owned());
        } else if let Some(kind) =
            ["object!", "words!", "codes!", "reasons!", "statements!", "gates!"].into_iter().find(|kind| {
                [format!("{kind} {{"), format!("crate::record::{kind} {{")].iter().any(|start| line == start)
            })
        {
            found.push((kind, Vec::new()));
            open = true;
        }
    }
    found
}

/// An object, words or codes.
fn declaration(kind: &str, lines: &[String]) -> (String, Declared) {
    let head = lines.iter().position(|line| line.ends_with('{')).unwrap();
    let comment = lines[..head].iter().filter_map(|line| said(line)).collect();
    let mut words: Vec<&str> = lines[head].trim_end_matches('{').split_whitespace().collect();
    let is_open = words.first() == Some(&"kept");
    if is_open {
        words.remove(0);
    }
    let required = words.get(1) != Some(&"or");
    let body: Vec<String> = lines[head + 1..].to_vec();
    let (kind, fields) = match kind {
        "object!" => (Kind::Object, lines_of_words(&body, ": ")),
        "words!" => (Kind::Words { required }, lines_of_words(&body, "= \"")),
        _ => (Kind::Codes, lines_of_words(&body, "= \"")),
    };
    (words[0].to_owned(), Declared { kind, comment, fields, is_open, extends: None })
}

/// What a line of a comment says.
fn said(line: &str) -> Option<String> {
    line.strip_prefix("///").map(|text| text.trim().to_owned())
}

/// Lines such as `name: Type = "key",` or `Variant = "word",`, with the comments above them.
fn lines_of_words(lines: &[String], mark: &str) -> Vec<Field> {
    let mut fields = Vec::new();
    let mut comment = Vec::new();
    for line in lines {
        if let Some(text) = said(line) {
            comment.push(text);
        } else if line.contains(mark) && line.contains("= \"") {
            let (before, after) = line.split_once("= \"").unwrap();
            let key = after.split('"').next().unwrap().to_owned();
            let rust = before.split_once(": ").map(|(_, rust)| rust.trim().to_owned()).unwrap_or_default();
            // A pointer that many share, by whatever name, is written as what it points to.
            let rust = rust.strip_prefix("Shared").map(str::to_owned).unwrap_or(rust);
            fields.push(Field { comment: std::mem::take(&mut comment), key, rust });
        } else {
            // A word on a line of its own, whose code stands on the next, keeps its comment.
            if !line.ends_with('=') {
                comment.clear();
            }
        }
    }
    fields
}
