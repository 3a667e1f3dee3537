//! What other sites embed, under names that stay the same from build to build.

use crate::build::document::PROGRAM;
use crate::build::parts;
use crate::build::publish::{Form, read, replaced, script, write};
use crate::failure::Outcome;
use crate::repository::Repository;

/// The scripts of `web/embed`, and how they are loaded.
const SCRIPTS: [(&str, Form); 4] = [
    ("entente.js", Form::Classic),
    ("playground.js", Form::Module),
    ("frame.js", Form::Module),
    ("inside.js", Form::Classic),
];

/// What is published as it is.
const FILES: [&str; 2] = ["frame.html", "frame.css"];

/// Publishes `web/embed` as `dist/embed`.
pub(super) fn publish(repository: &Repository) -> Outcome {
    let (sources, dist) = (repository.root().join("web/embed"), repository.dist());
    let program = format!("{}.js", parts::program_in(&dist)?);
    for (name, form) in SCRIPTS {
        let mut text = read(&sources.join(name))?;
        if name == "playground.js" {
            text = replaced(&text, PROGRAM, &program, "web/embed/playground.js")?;
        }
        script(repository, form, &text, &dist.join("embed").join(name))?;
    }
    for name in FILES {
        write(&dist.join("embed").join(name), &read(&sources.join(name))?)?;
    }
    Ok(())
}
