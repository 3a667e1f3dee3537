//! What whoever embeds the element is told: `ready`, `change`, `decision` and `error`.

use std::rc::Rc;

use entente_workspace::Action;
use serde_json::{Value, json};
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use crate::address;
use crate::host::{Host, Snapshot};

#[wasm_bindgen(module = "/js/element.js")]
extern "C" {
    #[wasm_bindgen(js_name = tell)]
    fn dispatch(element: &HtmlElement, kind: &str, detail: &str);
}

fn send(host: &Rc<Host>, kind: &str, detail: &Value) {
    dispatch(&host.element(), kind, &detail.to_string());
}

/// That everything works from here on, and what the cell that is explained at the start comes to.
pub(crate) fn ready(host: &Rc<Host>) {
    send(host, "ready", &json!({ "title": host.snapshot().scenario().title }));
    decision(host, None);
}

/// That something that was asked for there is not.
pub(crate) fn error(host: &Rc<Host>, message: &str) {
    send(host, "error", &json!({ "message": message }));
}

/// What has changed since.
pub(crate) fn tell(host: &Rc<Host>, before: &Snapshot) {
    let now = host.snapshot();
    if !Rc::ptr_eq(now.scenario(), before.scenario()) {
        let version = host.passing.version.get().wrapping_add(1);
        host.passing.version.set(version);
        address::outgrown(host);
        send(host, "change", &json!({ "version": version, "cause": host.passing.cause.get() }));
    }
    decision(host, Some(before));
}

/// What the cell that is explained comes to, unless it came to that before.
fn decision(host: &Rc<Host>, before: Option<&Snapshot>) {
    let now = host.snapshot();
    let of = |snapshot: &Snapshot| {
        let cell = snapshot.workspace.view().cell.as_ref()?;
        Some(snapshot.answers.decision(cell))
    };
    let Some(decision) = of(&now) else { return };
    if before.and_then(of).as_ref() == Some(&decision) {
        return;
    }
    let narrator = now.narrator();
    let mut detail = decision.to_json();
    if let Some(detail) = detail.as_object_mut() {
        detail.insert("verdict".into(), narrator.verdict(&decision).word.into());
        detail.insert("headline".into(), narrator.headline(&decision).to_string().into());
    }
    send(host, "decision", &detail);
}

/// What a change of the scenario by this action comes from.
pub(crate) fn cause(action: &Action) -> &'static str {
    match action {
        Action::Undo => "undo",
        Action::Redo => "redo",
        Action::OpenEntry(_) | Action::OpenScenario(_) => "open",
        Action::Import(_) => "import",
        _ => "edit",
    }
}
