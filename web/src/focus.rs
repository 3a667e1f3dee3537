//! The keyboard's place is kept: when what has the focus goes or is switched off, the focus goes to the next
//! thing around it, never back to the start of the page.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ShadowRoot};

/// What can take the focus.
const FOCUSABLE: &str =
    "button:not([disabled]), input:not([disabled]), select, textarea, summary, a[href], [tabindex=\"0\"]";

/// Remembers what has the focus, with everything around it.
#[derive(Default)]
pub(crate) struct FocusKeeper {
    around: RefCell<Vec<Element>>,
}

impl FocusKeeper {
    /// Called before the page changes.
    pub(crate) fn remember(&self, root: &ShadowRoot) {
        let mut around = Vec::new();
        let mut element = root.active_element();
        while let Some(next) = element {
            element = next.parent_element();
            around.push(next);
        }
        if !around.is_empty() {
            self.around.replace(around);
        }
    }

    /// Called when the page has changed: hands the focus on if nothing has it any more.
    pub(crate) fn restore(&self, root: &ShadowRoot) {
        let around = self.around.take();
        if root.active_element().is_some_and(|active| !active.has_attribute("disabled")) {
            return;
        }
        let stays = around.iter().filter(|element| element.is_connected());
        let next = stays.flat_map(first_focusable).next();
        if let Some(next) = next {
            let _ = next.focus();
        }
    }
}

/// The first thing inside an element that can take the focus and is in sight.
fn first_focusable(element: &Element) -> Option<HtmlElement> {
    let found = element.query_selector_all(FOCUSABLE).ok()?;
    (0..found.length())
        .filter_map(|at| found.item(at)?.dyn_into::<HtmlElement>().ok())
        .find(|candidate| candidate.offset_parent().is_some())
}
