//! Arrows run one way: policy ← narrate ← exchange ← workspace ← web, and ← cli, js.

use super::manifest::{ALL, Manifest, SHIPPED};
use super::{assert_none, everything_below, read};

/// Every package with those of the project it may depend on.
const MAY_DEPEND_ON: [(&str, &[&str]); 12] = [
    ("entente-policy", &[]),
    ("entente-narrate", &["entente-policy"]),
    ("entente-exchange", &["entente-policy", "entente-narrate"]),
    ("entente-cli", &["entente-policy", "entente-narrate", "entente-exchange"]),
    ("entente-parts", &[]),
    ("entente-js", &["entente-policy", "entente-narrate", "entente-exchange", "entente-parts"]),
    ("entente-workspace", &["entente-policy", "entente-narrate", "entente-exchange"]),
    (
        "entente-web",
        &["entente-policy", "entente-narrate", "entente-exchange", "entente-workspace", "entente-parts"],
    ),
    (
        "entente-tests",
        &["entente-policy", "entente-narrate", "entente-exchange", "entente-workspace", "entente-cli"],
    ),
    ("entente-bench", &["entente-policy", "entente-exchange"]),
    ("entente-fuzz", &["entente-policy", "entente-exchange"]),
    ("xtask", &[]),
];

/// Packages that only make sense in a browser, by how their names start, and who may use them.
const BROWSER: [&str; 4] = ["yew", "gloo", "web-sys", "console_error"];
const IN_THE_BROWSER: &[&str] = &["entente-web"];

/// Packages that only make sense where there is JavaScript, and who may use them.
const JAVASCRIPT: [&str; 5] = ["wasm-bindgen", "wasm_split", "js-sys", "serde-wasm-bindgen", "tsify"];
const IN_JAVASCRIPT: &[&str] = &["entente-web", "entente-js", "entente-parts", "entente-bench"];

/// Crates that do without the standard library.
const WITHOUT_STD: [&str; 3] = ["crates/policy", "crates/narrate", "crates/exchange"];

/// Every package of the project, by name.
fn packages() -> Vec<(String, Manifest)> {
    let mut packages = Vec::new();
    for path in everything_below("").into_iter().filter(|path| path.ends_with("Cargo.toml")) {
        let manifest = Manifest::parse(&read(&path));
        if let Some(name) = manifest.value("package", "name") {
            packages.push((name.to_owned(), manifest));
        }
    }
    packages
}

#[test]
fn arrows_run_one_way() {
    let packages = packages();
    let ours = |name: &str| packages.iter().any(|(package, _)| package == name);
    let mut complaints = Vec::new();
    for (name, manifest) in &packages {
        let Some((_, allowed)) = MAY_DEPEND_ON.iter().find(|(package, _)| package == name) else {
            complaints.push(format!("{name} is new: say above what it may depend on"));
            continue;
        };
        // What a crate's own tests lean on is no arrow, but the suite's only dependencies are of that kind.
        let arrows = if name == "entente-tests" { ALL } else { SHIPPED };
        for dependency in manifest.dependencies(arrows) {
            if ours(&dependency) && !allowed.contains(&dependency.as_str()) {
                complaints.push(format!("{name} depends on {dependency}"));
            }
        }
        for dependency in manifest.dependencies(ALL) {
            let platforms = [(&BROWSER[..], IN_THE_BROWSER), (&JAVASCRIPT[..], IN_JAVASCRIPT)];
            for (starts, users) in platforms {
                let is_of_it = starts.iter().any(|start| dependency.starts_with(start));
                if is_of_it && !users.contains(&name.as_str()) {
                    complaints.push(format!("{name} depends on {dependency}, which only {users:?} may"));
                }
            }
        }
    }
    assert_none(&complaints, "arrows run one way: policy ← narrate ← exchange ← workspace ← web");
    assert!(packages.len() >= 6, "not all packages were found");
}

#[test]
fn the_core_does_without_the_standard_library() {
    let lacking: Vec<String> = WITHOUT_STD
        .iter()
        .map(|krate| format!("{krate}/src/lib.rs"))
        .filter(|path| !read(path).lines().any(|line| line.trim() == "#![no_std]"))
        .collect();
    assert_none(&lacking, "these crates have to say #![no_std]");
}

/// What reads, writes and words does not decide: whoever wants a picture of decisions brings the decisions.
#[test]
fn only_policy_decides() {
    const DECIDING: [&str; 3] = ["evaluate(", "Matrix::new(", "Matrix::at_rest("];
    let mut complaints = Vec::new();
    for path in everything_below("crates") {
        let is_held =
            ["crates/exchange/src/", "crates/narrate/src/"].iter().any(|room| path.starts_with(room));
        if !is_held || path.extension().is_none_or(|end| end != "rs") || path.ends_with("tests.rs") {
            continue;
        }
        let text = read(&path);
        let shipped = text.split("#[cfg(test)]").next().unwrap();
        complaints.extend(
            DECIDING
                .iter()
                .filter(|call| shipped.contains(**call))
                .map(|call| format!("{} calls {call})", path.display())),
        );
    }
    assert_none(&complaints, "exchange and narrate decide nothing");
}
