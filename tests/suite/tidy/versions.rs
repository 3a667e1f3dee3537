//! Tool versions are pinned in the root Cargo.toml, and every other place that names them agrees.

use super::manifest::Manifest;
use super::read;

const PINNED: &str = "workspace.metadata.tools";

#[test]
fn pinned_tools_agree() {
    let root = Manifest::parse(&read("Cargo.toml"));
    let trunk = Manifest::parse(&read("Trunk.toml"));
    let npm: serde_json::Value = serde_json::from_str(&read("tests/package.json")).unwrap();
    let lock: serde_json::Value = serde_json::from_str(&read("tests/package-lock.json")).unwrap();
    let pinned =
        |tool: &str| root.value(PINNED, tool).unwrap_or_else(|| panic!("{tool} is not pinned")).to_owned();

    assert_eq!(
        trunk.value("", "trunk-version"),
        Some(format!("={}", pinned("trunk")).as_str()),
        "Trunk.toml: trunk"
    );
    let bindgen = pinned("wasm-bindgen");
    assert_eq!(trunk.value("tools", "wasm_bindgen"), Some(bindgen.as_str()), "Trunk.toml: wasm_bindgen");
    assert_eq!(
        root.value("workspace.dependencies", "wasm-bindgen"),
        Some(format!("={bindgen}").as_str()),
        "the command line tool has to be of exactly the library's version"
    );
    // The splitter and what marks the parts for it are of one make; a range lets them drift apart.
    let helpers = root.value("workspace.dependencies", "wasm_split_helpers").unwrap();
    assert!(helpers.starts_with('='), "Cargo.toml: wasm_split_helpers {helpers} is a range");
    for package in ["binaryen", "esbuild"] {
        let version = pinned(package);
        assert_eq!(npm["devDependencies"][package], version.as_str(), "tests/package.json: {package}");
        assert_eq!(
            lock["packages"][format!("node_modules/{package}")]["version"],
            version.as_str(),
            "tests/package-lock.json: {package}"
        );
    }
}

#[test]
fn the_package_is_of_the_version_of_the_workspace() {
    let root = Manifest::parse(&read("Cargo.toml"));
    let package: serde_json::Value = serde_json::from_str(&read("crates/js/package/package.json")).unwrap();
    assert_eq!(package["version"].as_str(), root.value("workspace.package", "version"));
}

/// A range lets another version in one day.
#[test]
fn packages_from_npm_are_pinned_exactly() {
    let npm: serde_json::Value = serde_json::from_str(&read("tests/package.json")).unwrap();
    let packages = npm["devDependencies"].as_object().unwrap();
    assert!(!packages.is_empty());
    for (name, version) in packages {
        let exact = version.as_str().unwrap().split('.').all(|part| part.parse::<u32>().is_ok());
        assert!(exact, "tests/package.json: {name} {version} is a range");
    }
}
