//! The worker that keeps what is published for when there is no network, and what servers read.

use std::fs;
use std::path::Path;

use crate::build::document::policy;
use crate::build::publish::{Form, read, replaced, script, write};
use crate::failure::Outcome;
use crate::fingerprint::Fingerprint;
use crate::folder::{files_below, unreadable};
use crate::repository::Repository;

/// The worker. It stands at the top, because it sees only what is below it.
const WORKER: &str = "offline.js";

/// What nobody needs without a network: the package is for programs.
const LEFT_OUT: [&str; 1] = ["package/"];

/// Publishes the worker, and the files that servers of static pages read. What is published later is not kept.
pub(super) fn publish(repository: &Repository) -> Outcome {
    let dist = repository.dist();
    let source = read(&repository.root().join("web/site").join(WORKER))?;
    let (files, version) = contents(&dist)?;
    let list = files.iter().map(|file| format!("{file:?}")).collect::<Vec<_>>().join(",");
    let worker = replaced(&source, "\"__FILES__\"", &list, "web/site/offline.js")?;
    let worker = replaced(&worker, "__VERSION__", &version, "web/site/offline.js")?;
    script(repository, Form::Classic, &worker, &dist.join(WORKER))?;

    // Read by Netlify, Cloudflare Pages and others like them.
    let headers = read(&repository.root().join("web/site/headers.txt"))?;
    let headers = replaced(&headers, "{POLICY}", &policy(repository)?, "web/site/headers.txt")?;
    write(&dist.join("_headers"), &headers)?;
    // GitHub Pages would leave out files whose names begin with an underscore.
    write(&dist.join(".nojekyll"), "")
}

/// The addresses of what is kept, and a version that changes with any of it.
fn contents(dist: &Path) -> Outcome<(Vec<String>, String)> {
    let mut files = Vec::new();
    for path in files_below(dist)? {
        let name = path.strip_prefix(dist).unwrap_or(&path).display().to_string().replace('\\', "/");
        if !LEFT_OUT.iter().any(|folder| name.starts_with(folder))
            && !name.starts_with(['.', '_'])
            && name != WORKER
        {
            let contents = fs::read(&path).map_err(|error| unreadable(&path, &error))?;
            files.push((name, contents));
        }
    }
    files.sort();
    let mut version = Fingerprint::default();
    for (name, contents) in &files {
        version.add(name.as_bytes());
        version.add(contents);
    }
    let addresses = files.into_iter().flat_map(|(name, _)| match name.strip_suffix("index.html") {
        // A folder is asked for by its own name, or by that of the document in it.
        Some(folder) => vec![format!("./{folder}"), format!("./{name}")],
        None => vec![format!("./{name}")],
    });
    Ok((addresses.collect(), version.text()))
}
