//! Work kept in the browser's storage, if there is any.

use entente_exchange::document;
use entente_policy::Feature;
use entente_workspace::{View, Workspace};
use serde_json::{Value, json};
use web_sys::{HtmlElement, Storage};

use crate::address::{self, Said};

/// Where the work is kept.
pub(crate) const KEY: &str = "entente.work.1";

/// Where work is kept that started from a link.
const LINKS: &str = "entente.links.1";

/// On top of how many links work is kept.
const MANY: usize = 8;

/// How long editing has to pause before work is saved, in milliseconds.
pub(crate) const PAUSE: u32 = 250;

/// How the work is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Saved {
    /// In this browser.
    Here,
    /// Not any more: there is more than the browser's storage is made for.
    TooLarge,
    /// Not at all: the browser gives no storage, or it is full.
    Nowhere,
    /// Not at all, on purpose: an embedded playground touches no storage.
    NotWanted,
}

/// Saves and loads the work.
pub(crate) struct Autosave {
    wanted: bool,
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

    /// Whether there is work of last time.
    pub(crate) fn is_kept(&self) -> bool {
        self.kept().is_some()
    }

    /// The work of last time. Work that can't be read is not worth a page that does not open.
    pub(crate) fn resume(&self) -> Option<Workspace> {
        resume(&self.kept()?)
    }

    fn kept(&self) -> Option<String> {
        self.wanted.then(storage).flatten().and_then(|storage| storage.get_item(KEY).ok()?)
    }

    /// Keeps the work: what started from a link beside one’s own, for whoever opens that link again.
    pub(crate) fn save(&self, workspace: &Workspace) -> Saved {
        if !self.wanted {
            return Saved::NotWanted;
        }
        // A new scenario takes the place of what is kept when something is done with it, not before.
        if address::said() == Said::New {
            return self.state();
        }
        if workspace.is_large() {
            return Saved::TooLarge;
        }
        let kept = json!({
            "scenario": document::to_compact_text(workspace.scenario()),
            "baseline": document::to_compact_text(workspace.baseline()),
            "origin": workspace.origin(),
            "feature": workspace.view().feature.as_str(),
            "home": workspace.view().home,
        });
        let is_kept = match workspace.link() {
            Some(link) => keep_on(link, &kept.to_string(), workspace.can_undo()),
            None => set(KEY, &kept.to_string()),
        };
        if is_kept { Saved::Here } else { Saved::Nowhere }
    }
}

/// Whether an element keeps anything: the page does, an embedded playground touches no storage.
pub(crate) fn is_wanted(element: &HtmlElement) -> bool {
    element.get_attribute("storage").as_deref() == Some("local")
}

/// The browser's storage. Asking for it fails where it is forbidden, for instance in a sandboxed frame.
pub(crate) fn storage() -> Option<Storage> {
    gloo::utils::window().local_storage().ok().flatten()
}

fn set(key: &str, text: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(key, text).is_ok())
}

/// The work done on top of links, the latest first.
fn on_links() -> Vec<[String; 2]> {
    let text = storage().and_then(|storage| storage.get_item(LINKS).ok()?).unwrap_or_default();
    let kept: Value = serde_json::from_str(&text).unwrap_or_default();
    let pair = |pair: &Value| Some([pair.get(0)?.as_str()?.to_string(), pair.get(1)?.as_str()?.to_string()]);
    kept.as_array().into_iter().flatten().filter_map(pair).collect()
}

/// Keeps work that started from a link, if any was done.
fn keep_on(link: &str, text: &str, is_edited: bool) -> bool {
    let mut kept = on_links();
    let is_known = kept.iter().any(|[known, _]| known == link);
    if !is_edited && !is_known {
        return storage().is_some();
    }
    kept.retain(|[known, _]| known != link);
    kept.insert(0, [link.to_string(), text.to_string()]);
    kept.truncate(MANY);
    // Where there is little room, the latest is kept.
    set(LINKS, &json!(kept).to_string()) || {
        kept.truncate(1);
        set(LINKS, &json!(kept).to_string())
    }
}

/// The work done on top of a link earlier.
pub(crate) fn kept_on(link: &str) -> Option<Workspace> {
    let kept = on_links().into_iter().find(|[known, _]| known == link)?;
    resume(&kept[1]).map(|workspace| workspace.linked(link))
}

/// Forgets the work done on top of a link.
pub(crate) fn forget_on(link: &str) {
    let mut kept = on_links();
    kept.retain(|[known, _]| known != link);
    set(LINKS, &json!(kept).to_string());
}

fn resume(text: &str) -> Option<Workspace> {
    let kept: Value = serde_json::from_str(text).ok()?;
    let word = |key: &str| kept.get(key).and_then(Value::as_str);
    let scenario = document::from_text(word("scenario")?).ok()?;
    let baseline = word("baseline").and_then(|text| document::from_text(text).ok());
    let feature = Feature::ALL.into_iter().find(|feature| Some(feature.as_str()) == word("feature"));
    let home = usize::from(kept.get("home").and_then(Value::as_u64) == Some(1));
    let view = View { feature: feature.unwrap_or_default(), home, ..View::default() };
    let baseline = baseline.unwrap_or_else(|| scenario.clone());
    Some(Workspace::resumed(scenario, baseline, word("origin"), view))
}
