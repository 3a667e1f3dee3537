//! What the whole program can do beside: explain, and read the gallery.

use entente_exchange::gallery::{ENTRIES, Entry};
use entente_narrate::Narrator;
use wasm_bindgen::prelude::*;

use crate::answer::{Explanation, entries, hand_over};
use crate::failure::Failure;
use crate::scenario::Scenario;

#[wasm_bindgen]
impl Scenario {
    /// A scenario of the gallery, by its id.
    #[wasm_bindgen(js_name = fromGallery)]
    pub fn from_gallery(id: &str) -> Result<Scenario, Failure> {
        Entry::find(id).map(|entry| entry.scenario().into()).ok_or_else(|| {
            let known: Vec<&str> = ENTRIES.iter().map(|entry| entry.id).collect();
            Failure::new(format!("the gallery has no scenario `{id}`; it has {}", known.join(", ")))
        })
    }

    /// The decision on a request in words: every gate's sentences, whose it is, the settings that decided it, the error
    /// that the person sees, the documented statement behind it, and who has to do what.
    #[wasm_bindgen(unchecked_return_type = "Explanation")]
    pub fn explain(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Request")] request: &JsValue,
    ) -> Result<JsValue, Failure> {
        let decision = self.decide(request)?;
        hand_over(&Explanation::of(&Narrator::new(&self.inner), &decision))
    }
}

/// The scenarios of the gallery, in order.
#[wasm_bindgen(unchecked_return_type = "GalleryEntry[]")]
pub fn gallery() -> Result<JsValue, Failure> {
    hand_over(&entries())
}
