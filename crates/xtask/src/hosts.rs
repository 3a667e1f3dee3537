//! The sites of `tests/hosts`, each built by its own generator, for the browser specs to visit.
//!
//! They hold pages with examples and load Entente from where it is put beside them, so that a site is built once for
//! as long as its own sources stay the same. What is built, and what it is built with, is kept in the cache.

mod docusaurus;
mod mdbook;
mod mkdocs;

use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Outcome};
use crate::fingerprint::Fingerprint;
use crate::folder::{copy_all, files_below, unreadable};
use crate::repository::Repository;
use crate::tools::cache;

/// A generator, and how it builds the sources in one folder into another.
struct Generator {
    name: &'static str,
    /// What the outcome depends on beside the sources.
    version: fn(&Repository) -> String,
    build: fn(&Repository, &Path, &Path) -> Outcome,
}

const GENERATORS: [Generator; 3] = [mdbook::GENERATOR, mkdocs::GENERATOR, docusaurus::GENERATOR];

/// Builds the sites that have changed, and returns the folder with all of them.
pub(crate) fn ready(repository: &Repository) -> Outcome<PathBuf> {
    let sites = repository.scratch()?.join("hosts");
    for generator in GENERATORS {
        let source = repository.tests().join("hosts").join(generator.name);
        let version = (generator.version)(repository);
        let kept =
            cache::folder_of("hosts", &format!("{}-{}", generator.name, fingerprint(&source, &version)?))?;
        if !kept.is_dir() {
            println!("Building the site in tests/hosts/{}.", generator.name);
            let fresh = kept.with_extension("new");
            // What is left of a build that was interrupted.
            let _ = fs::remove_dir_all(&fresh);
            (generator.build)(repository, &source, &fresh)?;
            fs::rename(&fresh, &kept).map_err(|error| {
                Failure::new(format!("cannot keep the site as {}: {error}", kept.display()))
            })?;
        }
        let site = sites.join(generator.name);
        let _ = fs::remove_dir_all(&site);
        copy_all(&kept, &site)?;
    }
    Ok(sites)
}

/// What changes with any of the sources, or with what they are built with.
fn fingerprint(source: &Path, version: &str) -> Outcome<String> {
    let mut files = files_below(source)?;
    files.retain(|path| !path.components().any(|part| part.as_os_str() == "node_modules"));
    files.sort();
    let mut print = Fingerprint::default();
    print.add(version.as_bytes());
    for path in files {
        let name = path.strip_prefix(source).unwrap_or(&path).display().to_string();
        print.add(name.as_bytes());
        print.add(&fs::read(&path).map_err(|error| unreadable(&path, &error))?);
    }
    Ok(print.text())
}
