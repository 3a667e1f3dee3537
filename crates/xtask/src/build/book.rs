//! The documentation, built by mdBook in the form of `web/docs/theme`.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use crate::build::document::policy;
use crate::build::publish::{Form, read, replaced, script, write};
use crate::failure::Outcome;
use crate::folder::{files_below, unreadable};
use crate::repository::Repository;
use crate::tools::ReleaseTools;

/// What mdBook writes and nothing here shows: its own list of chapters.
const UNUSED: &str = "toc.html";

/// Publishes `web/docs` as `dist/docs`.
pub(super) fn publish(repository: &Repository, tools: &ReleaseTools) -> Outcome {
    let source = repository.root().join("web/docs");
    let built = repository.scratch()?.join("docs");
    // Chapters of an earlier build that there are no more.
    let _ = fs::remove_dir_all(&built);
    tools
        .book()
        .arguments(["build"])
        .arguments([&source])
        .arguments(["--dest-dir"])
        .arguments([&built])
        .output()?;

    let docs = repository.dist().join("docs");
    let policy = policy(repository)?;
    for path in files_below(&built)? {
        let name = path.strip_prefix(&built).unwrap_or(&path);
        match path.extension().and_then(OsStr::to_str) {
            Some("html") if name.as_os_str() != UNUSED => {
                write(&docs.join(name), &chapter(&read(&path)?, &name.display().to_string(), &policy)?)?;
            }
            Some("png" | "svg") if !name.starts_with("fonts") && !named(name, "favicon") => {
                fs::copy(&path, docs.join(name)).map_err(|error| unreadable(&path, &error))?;
            }
            // mdBook's own scripts, styles and fonts, which the theme has no use for.
            _ => {}
        }
    }
    let theme = source.join("theme");
    script(repository, Form::Classic, &read(&theme.join("docs.js"))?, &docs.join("docs.js"))?;
    write(&docs.join("docs.css"), &read(&theme.join("docs.css"))?)
}

fn named(path: &Path, start: &str) -> bool {
    path.file_name().and_then(OsStr::to_str).is_some_and(|name| name.starts_with(start))
}

/// A chapter, which says what may run, and which one of the list it is.
fn chapter(page: &str, name: &str, policy: &str) -> Outcome<String> {
    let page = replaced(page, "{POLICY}", policy, "web/docs/theme/index.hbs")?;
    let link = format!("<a href=\"{name}\">");
    // The list stands first in the page; what links here further down does not mark the reader's place.
    Ok(page.replacen(&link, &format!("<a href=\"{name}\" aria-current=\"page\">"), 1))
}

#[cfg(test)]
mod tests {
    use super::chapter;

    #[test]
    fn a_chapter_is_marked_in_the_list() {
        let page =
            "{POLICY}<nav><a href=\"a.html\">A</a><a href=\"b.html\">B</a></nav><a href=\"b.html\">b</a>";
        let written = chapter(page, "b.html", "script-src 'self'").unwrap();
        assert!(
            written.contains("<a href=\"b.html\" aria-current=\"page\">B</a></nav><a href=\"b.html\">b</a>")
        );
        assert!(written.starts_with("script-src 'self'<nav>"));
    }
}
