//! Work kept in the browser's storage, if there is any.

use entente_exchange::{document, gallery};
use entente_policy::Feature;
use entente_workspace::{View, Workspace};
use serde::{Deserialize, Serialize};
use web_sys::Storage;

/// Where the work is kept.
pub(crate) const KEY: &str = "entente.work.1";

/// How long editing has to pause before work is saved, in milliseconds.
pub(crate) const PAUSE: u32 = 250;

/// How the work is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Saved {
    /// In this browser.
    Here,
    /// Not at all: the browser gives no storage, or it is full.
    Nowhere,
    /// Not at all, on purpose: an embedded playground touches no storage.
    NotWanted,
}

/// Saves and loads the work.
pub(crate) struct Autosave {
    wanted: bool,
}

/// What is kept.
#[derive(Serialize, Deserialize)]
struct Kept {
    scenario: String,
    #[serde(default)]
    baseline: Option<String>,
    #[serde(default)]
    origin: Option<String>,
    #[serde(default)]
    feature: Feature,
    #[serde(default)]
    home: usize,
}

impl Autosave {
    pub(crate) fn new(wanted: bool) -> Self {
        Autosave { wanted }
    }

    /// How work will be kept, as far as one can know before trying.
    pub(crate) fn state(&self) -> Saved {
        match (self.wanted, storage()) {
            (false, _) => Saved::NotWanted,
            (true, Some(_)) => Saved::Here,
            (true, None) => Saved::Nowhere,
        }
    }

    /// The work of last time, or the scenario to start with.
    pub(crate) fn load(&self) -> Workspace {
        let kept = self.wanted.then(storage).flatten().and_then(|storage| storage.get_item(KEY).ok()?);
        kept.and_then(|text| resume(&text)).unwrap_or_else(first)
    }

    /// Keeps the work.
    pub(crate) fn save(&self, workspace: &Workspace) -> Saved {
        if !self.wanted {
            return Saved::NotWanted;
        }
        let kept = Kept {
            scenario: document::to_compact_text(workspace.scenario()),
            baseline: Some(document::to_compact_text(workspace.baseline())),
            origin: workspace.origin().map(|entry| entry.id.to_string()),
            feature: workspace.view().feature,
            home: workspace.view().home,
        };
        let kept = serde_json::to_string(&kept).ok();
        match storage().zip(kept).map(|(storage, kept)| storage.set_item(KEY, &kept)) {
            Some(Ok(())) => Saved::Here,
            _ => Saved::Nowhere,
        }
    }
}

/// The browser's storage. Asking for it fails where it is forbidden, for instance in a sandboxed frame.
pub(crate) fn storage() -> Option<Storage> {
    gloo::utils::window().local_storage().ok().flatten()
}

/// Work that can't be read is not worth a page that does not open: the first scenario is opened instead.
fn resume(text: &str) -> Option<Workspace> {
    let kept: Kept = serde_json::from_str(text).ok()?;
    let scenario = document::from_text(&kept.scenario).ok()?;
    let baseline = kept.baseline.and_then(|text| document::from_text(&text).ok());
    let view = View { feature: kept.feature, home: kept.home.min(1), ..View::default() };
    let baseline = baseline.unwrap_or_else(|| scenario.clone());
    Some(Workspace::resumed(scenario, baseline, kept.origin.as_deref(), view))
}

/// What someone sees who comes for the first time: an example that answers differently for different people.
fn first() -> Workspace {
    let entry = gallery::Entry::find("example-2").or(gallery::ENTRIES.first());
    entry.map_or_else(|| Workspace::from_scenario(Default::default()), Workspace::from_gallery)
}
