//! What the whole program can do beside: explain, and read and write links and the gallery.

use entente_exchange::gallery::{ENTRIES, Entry};
use entente_exchange::link::{self, Shared, SharedView};
use entente_narrate::Narrator;
use entente_policy::{Feature, Id};
use wasm_bindgen::prelude::*;

use crate::answer::{Explanation, entries, hand_over};
use crate::failure::Failure;
use crate::options::Options;
use crate::scenario::Scenario;

#[wasm_bindgen]
impl Scenario {
    /// Reads the scenario that a link carries: a whole address, or what stands behind its `#`.
    #[wasm_bindgen(js_name = fromLink)]
    pub fn from_link(link: &str) -> Result<Scenario, Failure> {
        let fragment = link.split_once('#').map_or(link, |(_, fragment)| fragment).trim();
        link::decode(fragment)
            .map(|shared| shared.scenario.into())
            .map_err(|error| Failure::new(error.to_string()))
    }

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

    /// A link that opens the scenario in the page.
    pub fn link(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "LinkOptions")] options: &JsValue,
    ) -> Result<String, Failure> {
        let mut options = Options::read(options, &["page", "home", "feature", "user", "application"])?;
        let home = match options.take::<Id>("home")? {
            None => 0,
            Some(id) => {
                let mut sides = self.inner.tenants.iter().take(2);
                sides.position(|tenant| tenant.id == id).ok_or_else(|| {
                    Failure::at("/home", format!("`{id}` is none of the scenario’s first two tenants"))
                })?
            }
        };
        let view = SharedView {
            home,
            feature: options.take::<Feature>("feature")?.unwrap_or_default(),
            cell: options.take("user")?.zip(options.take("application")?),
            ..SharedView::default()
        };
        let page: String = options.take("page")?.unwrap_or_default();
        let shared = Shared { scenario: self.inner.clone(), baseline: None, view };
        Ok(format!("{page}#{}", link::encode(&shared)))
    }
}

/// The scenarios of the gallery, in order.
#[wasm_bindgen(unchecked_return_type = "GalleryEntry[]")]
pub fn gallery() -> Result<JsValue, Failure> {
    hand_over(&entries())
}
