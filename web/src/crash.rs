//! What is left after a crash: a notice that offers the scenario back.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use wasm_bindgen::prelude::*;
use web_sys::ShadowRoot;

use crate::autosave;
use crate::host::Host;

#[wasm_bindgen(module = "/js/element.js")]
extern "C" {
    #[wasm_bindgen(js_name = showCrash)]
    fn show_crash(root: &ShadowRoot, words: Vec<JsValue>, storage: &str, text: &str);
}

/// What the notice says, in the order in which `showCrash` takes it.
const WORDS: [&str; 7] = [
    "Entente broke. Your scenario did not.",
    "Something went wrong that should not have. The scenario as it was is below: copy it, reload, and open it again from “Scenario as text”. If the page breaks again at once, start afresh.",
    "The scenario as text",
    "Copy the scenario",
    "Copied",
    "Reload",
    "Forget saved work and start afresh",
];

thread_local! {
    /// Every playground on the page.
    static ALIVE: RefCell<Vec<(ShadowRoot, Weak<Host>)>> = const { RefCell::new(Vec::new()) };
}

/// Has crashes noticed on the page, once.
pub(crate) fn watch() {
    yew::set_custom_panic_hook(Box::new(|info| {
        console_error(&info.to_string());
        ALIVE.with(|alive| {
            let Ok(alive) = alive.try_borrow() else { return };
            for (root, host) in alive.iter() {
                let text = host.upgrade().and_then(|host| host.salvage()).unwrap_or_default();
                show_crash(root, WORDS.map(JsValue::from_str).to_vec(), autosave::KEY, &text);
            }
        });
    }));
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = console, js_name = error)]
    fn console_error(message: &str);
}

/// Has `host` offered back in `root` after a crash.
pub(crate) fn register(root: &ShadowRoot, host: &Rc<Host>) {
    ALIVE.with(|alive| alive.borrow_mut().push((root.clone(), Rc::downgrade(host))));
}

/// Forgets a playground that was taken off the page.
pub(crate) fn forget(root: &ShadowRoot) {
    ALIVE.with(|alive| alive.borrow_mut().retain(|(other, _)| other != root));
}
