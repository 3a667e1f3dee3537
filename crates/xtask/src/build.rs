//! `cargo xtask build`: the static page, as it is published.

mod scripts;

use crate::failure::Outcome;
use crate::repository::Repository;
use crate::tools::PageTools;

/// Builds the page for release into `dist/`.
pub(crate) fn build(repository: &Repository) -> Outcome {
    let tools = PageTools::for_release(repository)?;
    tools.trunk(repository)?.arguments(["build", "--release"]).run()?;
    scripts::minify(repository)?;
    println!("The page is in {}; any static file server can publish it.", repository.dist().display());
    Ok(())
}
