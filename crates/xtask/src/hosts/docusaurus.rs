//! A site built by Docusaurus, which npm installs from the site's own lock file.

use std::fs;
use std::path::Path;

use super::Generator;
use crate::command::Program;
use crate::failure::{Failure, Outcome};
use crate::fingerprint::Fingerprint;
use crate::folder::{copy_all, unreadable};
use crate::repository::Repository;
use crate::tools::{cache, node};

pub(super) const GENERATOR: Generator = Generator { name: "docusaurus", version: |_| String::new(), build };

/// npm leaves this behind when an install is complete.
const COMPLETE: &str = "node_modules/.package-lock.json";

fn build(_: &Repository, source: &Path, site: &Path) -> Outcome {
    let lock = source.join("package-lock.json");
    let mut print = Fingerprint::default();
    print.add(&fs::read(&lock).map_err(|error| unreadable(&lock, &error))?);
    let folder = cache::folder_of("tools", &format!("docusaurus-{}", print.text()))?;
    // The sources of another time, but not the packages.
    let _ = fs::remove_dir_all(folder.join("docs"));
    copy_all(source, &folder)?;
    if !folder.join(COMPLETE).is_file() {
        println!("Installing Docusaurus into {}: some 230 MB, once.", folder.display());
        node::npm("npm")
            .arguments(["ci", "--no-audit", "--no-fund", "--ignore-scripts"])
            .within(&folder)
            .run()?;
    }
    Program::new("node")
        .when_missing(node::REMEDY)
        .arguments(["node_modules/@docusaurus/core/bin/docusaurus.mjs", "build", "--out-dir"])
        .arguments([site])
        // It is not to ask whether there is a newer one.
        .variable("NO_UPDATE_NOTIFIER", "1")
        .within(&folder)
        .output()
        .map(drop)
        .map_err(|failure| {
            Failure::new(format!("the site in tests/hosts/docusaurus does not build\n  {failure}"))
        })
}
