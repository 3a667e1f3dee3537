//! `cargo xtask build`: the static page, as it is published.

pub(crate) mod parts;
mod programs;
mod scripts;

use crate::failure::Outcome;
use crate::repository::Repository;
use crate::tools::ReleaseTools;

/// Builds the page for release into `dist/`.
pub(crate) fn build(repository: &Repository) -> Outcome {
    let tools = ReleaseTools::ready(repository)?;
    tools.page.trunk(repository)?.arguments(["build", "--release", "--features=split"]).run()?;
    parts::cut_off(repository, &tools)?;
    programs::optimise(repository)?;
    scripts::minify(repository)?;
    println!("The page is in {}; any static file server can publish it.", repository.dist().display());
    Ok(())
}
