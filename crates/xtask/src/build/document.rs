//! Finishes the document that Trunk builds: nothing in it is a script, and it says what may run.

use crate::build::parts;
use crate::build::publish::{Form, read, replaced, script, write};
use crate::failure::{Failure, Outcome};
use crate::repository::Repository;

/// What the page and its documentation may load and run: their own files, and the program. Servers that send
/// headers send it as one; `frame-ancestors` is theirs to say.
pub(super) fn policy(repository: &Repository) -> Outcome<String> {
    Ok(read(&repository.root().join("web/site/policy.txt"))?.trim().to_owned())
}

/// How Trunk's own script begins, and how it ends.
const INLINE: (&str, &str) = ("<script type=module>import init", "</script>");

/// What the sources import the program by.
pub(super) const PROGRAM: &str = "program.js";

/// Puts a script of its own in the place of the one that Trunk writes into the document.
pub(super) fn finish(repository: &Repository) -> Outcome {
    let dist = repository.dist();
    let path = dist.join("index.html");
    write(&path, &rewritten(&read(&path)?, &policy(repository)?)?)?;
    let program = format!("{}.js", parts::program_in(&dist)?);
    let source = read(&repository.root().join("web/site/page.js"))?;
    let page = replaced(&source, PROGRAM, &program, "web/site/page.js")?;
    script(repository, Form::Module, &page, &dist.join("page.js"))
}

fn rewritten(document: &str, policy: &str) -> Outcome<String> {
    let other = || {
        Failure::new("Trunk does not start the page as it used to")
            .remedy("see what it writes into index.html, and say so in crates/xtask/src/build/document.rs")
    };
    let (before, rest) = document.split_once(INLINE.0).ok_or_else(other)?;
    let (_, after) = rest.split_once(INLINE.1).ok_or_else(other)?;
    let (start, rest) = before
        .split_once("<head>")
        .or_else(|| before.split_once("<meta charset=utf-8>"))
        .ok_or_else(other)?;
    let head = before.strip_suffix(rest).and_then(|head| head.strip_prefix(start)).unwrap_or_default();
    let policy = format!("<meta content=\"{policy}\" http-equiv=Content-Security-Policy>");
    Ok(format!("{start}{head}{policy}{rest}<script src=./page.js type=module></script>{after}"))
}

#[cfg(test)]
mod tests {
    use super::rewritten;

    #[test]
    fn the_document_holds_no_script_and_says_what_may_run() {
        let document = "<html><meta charset=utf-8><title>t</title><script type=module>import init from './p.js';\nrun();</script><link rel=x></head>";
        let written = rewritten(document, "default-src 'none'").unwrap();
        assert!(
            written.starts_with("<html><meta charset=utf-8><meta content=\"default-src 'none'"),
            "{written}"
        );
        assert!(
            written
                .ends_with("<title>t</title><script src=./page.js type=module></script><link rel=x></head>")
        );
        assert!(!written.contains("run()"));
    }

    #[test]
    fn a_document_that_starts_otherwise_is_an_error() {
        assert!(rewritten("<html><meta charset=utf-8><script>go()</script>", "").is_err());
    }
}
