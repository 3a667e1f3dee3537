//! Keys that work anywhere on the page.

use entente_workspace::Action;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlTextAreaElement, KeyboardEvent};

/// The action a key stands for. In a text field the field's own undo is meant.
pub(crate) fn action(event: &KeyboardEvent) -> Option<Action> {
    let writes = event.target().is_some_and(|target| {
        target.dyn_ref::<HtmlTextAreaElement>().is_some()
            || target
                .dyn_ref::<HtmlInputElement>()
                .is_some_and(|input| !matches!(input.type_().as_str(), "checkbox" | "radio"))
    });
    if writes || event.alt_key() || !(event.ctrl_key() || event.meta_key()) {
        return None;
    }
    match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
        ("z", false) => Some(Action::Undo),
        ("z", true) | ("y", false) => Some(Action::Redo),
        _ => None,
    }
}
