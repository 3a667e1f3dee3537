//! `cargo xtask serve`: the page, rebuilt whenever a source file changes.

use std::path::PathBuf;

use crate::failure::Outcome;
use crate::port;
use crate::repository::Repository;
use crate::tools::PageTools;

/// Builds the page as it would be served, into a folder of its own.
pub(crate) fn once(repository: &Repository) -> Outcome<PathBuf> {
    let dist = repository.scratch()?.join("served");
    PageTools::ready(repository)?
        .trunk(repository)?
        .arguments(["build", "--dist"])
        .arguments([dist.as_os_str()])
        .run()?;
    Ok(dist)
}

/// Serves the page on the loopback address until it is interrupted.
pub(crate) fn serve(repository: &Repository, wanted: u16, open: bool) -> Outcome {
    let tools = PageTools::ready(repository)?;
    let port = port::free_from(wanted)?;
    if port != wanted {
        println!("Port {wanted} is taken; using {port} instead.");
    }
    println!();
    println!("    Entente   http://127.0.0.1:{port}/");
    println!();
    println!("The page is there once the build below is done; the first one takes a minute or two.");
    println!("Ctrl-C stops. Sources are watched; a change rebuilds and reloads the page.");
    println!();
    // Not into `dist/`: that is the release build, which is weighed and published.
    let dist = repository.scratch()?.join("serve");
    let open = if open { "--open=true" } else { "--open=false" };
    tools
        .trunk(repository)?
        .arguments(["serve", "--address=127.0.0.1", open])
        .arguments([format!("--port={port}")])
        .arguments(["--dist".as_ref(), dist.as_os_str()])
        .run()
}
