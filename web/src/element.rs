//! The custom element and its members. The class itself is a few lines of JavaScript that forward here.

use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::js_sys::Function;
use web_sys::{HtmlElement, ShadowRoot};

use crate::announce::Acting;
use crate::autosave::{self, Autosave};
use crate::components::app::AppProps;
use crate::host::Host;
use crate::seat::{self, Seated};
use crate::{crash, theme};

const NAME: &str = "entente-playground";

/// What is styled from the start; a part brings what only it needs (`lazy`).
const CSS: &str = concat!(
    include_str!("../styles/tokens.css"),
    include_str!("../styles/base.css"),
    include_str!("../styles/bar.css"),
    include_str!("../styles/tenant.css"),
    include_str!("../styles/setting.css"),
    include_str!("../styles/directory.css"),
    include_str!("../styles/bridge.css"),
    include_str!("../styles/matrix.css"),
    include_str!("../styles/why.css"),
    include_str!("../styles/dialog.css"),
    include_str!("../styles/embedded.css"),
    include_str!("../styles/media.css"),
);

#[wasm_bindgen(module = "/js/element.js")]
extern "C" {
    fn define(name: &str, css: &str, mount: &Closure<dyn FnMut(HtmlElement, ShadowRoot, bool) -> Handle>);
}

/// Defines `<entente-playground>`. A page that has it already keeps the one it has.
pub fn register() {
    crash::watch();
    let mount =
        Closure::new(|element: HtmlElement, root: ShadowRoot, waits| Handle::mount(&element, root, waits));
    define(NAME, CSS, &mount);
    // The page mounts elements for as long as it lives.
    mount.forget();
}

/// One playground on a page.
#[wasm_bindgen]
pub struct Handle {
    host: Rc<Host>,
    root: ShadowRoot,
    seat: Option<Seated>,
}

impl Handle {
    /// `waits`: the element says what is to be seen first, and the part that heeds that is yet to come.
    fn mount(element: &HtmlElement, root: ShadowRoot, waits: bool) -> Handle {
        theme::restore(element);
        let host = Host::new(root.clone(), Autosave::new(autosave::is_wanted(element)), waits);
        crash::register(&root, &host);
        let seat = seat::take(&root, AppProps { host: host.clone(), element: element.clone() });
        Handle { host, root, seat }
    }

    fn acting(&self) -> Result<Acting, JsError> {
        let acting = self.host.acting().filter(|_| !self.host.passing.starting.get());
        acting.ok_or_else(|| JsError::new("still being loaded: wait for `whenReady()`"))
    }
}

#[wasm_bindgen]
impl Handle {
    /// The scenario document, as text.
    ///
    /// # Errors
    /// While what writes it is on its way.
    pub fn save(&self) -> Result<String, JsError> {
        Ok((self.acting()?.text)(self.host.snapshot().scenario()))
    }

    /// Opens a scenario document.
    ///
    /// # Errors
    /// When the text is no scenario document; nothing is changed then. While what reads it is on its way.
    pub fn restore(&self, text: &str) -> Result<(), JsError> {
        (self.acting()?.restore)(&self.host, text).map_err(|error| JsError::new(&error))
    }

    /// The decision on a request, as JSON. The request is text: read from the object itself, misspelt properties would be passed
    /// over in silence.
    ///
    /// # Errors
    /// When the text is no request: a property is missing, misspelt or of another type. While what answers is on
    /// its way.
    pub fn evaluate(&self, request: &str) -> Result<String, JsError> {
        (self.acting()?.evaluate)(self.host.snapshot().scenario(), request)
            .map_err(|error| JsError::new(&error))
    }

    /// Heeds attributes that have changed: their names, with spaces between.
    pub fn turn(&self, names: &str) {
        // What changes before anything is heeded is heeded with everything else.
        if let Some(acting) = self.host.acting().filter(|_| self.host.passing.begun.get()) {
            (acting.turn)(&self.host, names);
        }
    }

    /// Calls `then` with the address of the full page with everything that is here, or `failed` with why not.
    pub fn link(&self, then: Function, failed: Function) {
        if let Some(acting) = self.host.acting() {
            (acting.link)(&self.host, then, failed);
        }
    }

    /// Takes the playground down.
    pub fn destroy(&mut self) {
        self.host.save_now();
        crash::forget(&self.root);
        if let Some(seat) = self.seat.take() {
            seat::leave(seat);
        }
    }
}
