//! The scenarios one can start from.

use entente_exchange::gallery::{ENTRIES, Entry};
use js_sys::Promise;
use serde::Serialize;
use tsify::Tsify;
use wasm_bindgen::prelude::*;

use crate::answer::hand_over;
use crate::asked::ask;
use crate::failure::Failure;
use crate::parts;
use crate::scenario::Scenario;

/// A scenario of the gallery.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub(crate) struct GalleryEntry {
    /// The name that `Scenario.fromGallery` takes.
    id: &'static str,
    /// The heading it stands under.
    theme: &'static str,
    /// Its title.
    title: String,
    /// What is set up, what happens, why, and what to change: a line each.
    story: String,
}

/// What reads the gallery.
#[derive(Clone, Copy)]
pub(crate) struct Gallery {
    entries: fn() -> Result<JsValue, Failure>,
    scenario: fn(&str) -> Result<entente_policy::Scenario, Failure>,
}

/// The part.
pub(crate) const GALLERY: Gallery = Gallery { entries, scenario };

fn entries() -> Result<JsValue, Failure> {
    let told = |entry: &&'static Entry| GalleryEntry {
        id: entry.id,
        theme: entry.theme,
        title: entry.title(),
        story: entry.story(),
    };
    hand_over(&ENTRIES.iter().map(told).collect::<Vec<_>>())
}

fn scenario(id: &str) -> Result<entente_policy::Scenario, Failure> {
    Entry::find(id).map(|entry| entry.scenario()).ok_or_else(|| {
        let known: Vec<&str> = ENTRIES.iter().map(|entry| entry.id).collect();
        Failure::new(format!("the gallery has no scenario `{id}`; it has {}", known.join(", ")))
    })
}

/// The scenarios of the gallery, in order.
#[wasm_bindgen(unchecked_return_type = "Promise<GalleryEntry[]>")]
pub fn gallery() -> Promise {
    ask(Ok(()), |()| Ok((parts::files()?.gallery.entries)()?))
}

#[wasm_bindgen]
impl Scenario {
    /// A scenario of the gallery, by its id.
    #[wasm_bindgen(js_name = fromGallery, unchecked_return_type = "Promise<Scenario>")]
    pub fn from_gallery(id: String) -> Promise {
        ask(Ok(id), |id| Ok(Scenario::from((parts::files()?.gallery.scenario)(id)?).into()))
    }
}
