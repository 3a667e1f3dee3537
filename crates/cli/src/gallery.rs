//! The scenarios to start from.

use entente_exchange::document;
use entente_exchange::gallery::ENTRIES;

use crate::arguments::Gallery;
use crate::failure::Failure;
use crate::say;
use crate::{Verdict, paint, source};

pub(crate) fn run(question: &Gallery, out: &mut String) -> Result<Verdict, Failure> {
    if let Some(name) = &question.name {
        say!(out, "{}", document::to_text(&source::entry(name)?.scenario()));
        return Ok(Verdict::Well);
    }
    let width = ENTRIES.iter().map(|entry| entry.id.len()).max().unwrap_or_default();
    let mut theme = "";
    for entry in ENTRIES {
        if entry.theme != theme {
            theme = entry.theme;
            say!(out, "{}", paint::bold(theme));
        }
        say!(out, "  {:width$}  {}", entry.id, entry.title());
    }
    Ok(Verdict::Well)
}
