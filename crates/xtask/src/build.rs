//! `cargo xtask build`: the static site, as it is published.

mod book;
mod document;
mod embed;
mod names;
mod offline;
pub(crate) mod package;
pub(crate) mod parts;
pub(crate) mod programs;
mod publish;
mod scripts;

use crate::failure::Outcome;
use crate::repository::Repository;
use crate::tools::ReleaseTools;

/// Builds the page for release into `dist/`, with what other sites embed and the documentation beside it.
pub(crate) fn build(repository: &Repository) -> Outcome {
    let tools = ReleaseTools::ready(repository)?;
    tools.page.trunk(repository)?.arguments(["build", "--release", "--features=split"]).run()?;
    parts::cut_off(repository, &tools)?;
    programs::optimise(repository)?;
    scripts::minify(repository)?;
    document::finish(repository)?;
    embed::publish(repository)?;
    book::publish(repository, &tools)?;
    package::package(repository)?;
    offline::publish(repository)?;
    println!("The site is in {}; any static file server can publish it.", repository.dist().display());
    Ok(())
}
