//! Links of scenario documents, and back.

use entente_exchange::document;
use entente_exchange::link::{Shared, SharedView, decode, encode};

use crate::arguments::Link;
use crate::failure::Failure;
use crate::{Verdict, say, source};

pub(crate) fn run(question: &Link, out: &mut String) -> Result<Verdict, Failure> {
    if question.read {
        let fragment = question.document.rsplit('#').next().unwrap_or_default();
        let shared = decode(fragment).map_err(|error| Failure::new(error.to_string()))?;
        say!(out, "{}", document::to_text(&shared.scenario));
    } else {
        let scenario = source::read(&question.document)?;
        let shared = Shared { scenario, baseline: None, view: SharedView::default() };
        say!(out, "{}#{}", question.page.trim_end_matches('#'), encode(&shared));
    }
    Ok(Verdict::Well)
}
