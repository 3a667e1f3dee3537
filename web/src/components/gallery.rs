//! Scenarios to start from.

use entente_exchange::gallery::{ENTRIES, Entry};
use entente_workspace::{Action, Edit};
use web_sys::HtmlDialogElement;
use yew::prelude::*;

use super::control::name_field;
use crate::host::Playground;

/// The dialog with the gallery.
pub(crate) fn gallery(playground: &Playground, dialog: &NodeRef) -> Html {
    let workspace = &playground.snapshot.workspace;
    let current = workspace.origin().map(|entry| entry.id);
    let close = {
        let dialog = dialog.clone();
        Callback::from(move |()| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                dialog.close();
            }
        })
    };
    let mut themes: Vec<(&str, Vec<&Entry>)> = Vec::new();
    for entry in ENTRIES {
        match themes.iter_mut().find(|(theme, _)| *theme == entry.theme) {
            Some((_, entries)) => entries.push(entry),
            None => themes.push((entry.theme, vec![entry])),
        }
    }
    let card = |entry: &&Entry| {
        let (dispatch, close, id) = (playground.dispatch.clone(), close.clone(), entry.id);
        let open = Callback::from(move |_: MouseEvent| {
            dispatch.act(Action::OpenEntry(id.into()));
            close.emit(());
        });
        html! {
            <li key={entry.id}>
                <button class="card" aria-current={(current == Some(entry.id)).then_some("true")} data-scenario={entry.id} onclick={open}>
                    <b>{ entry.title() }</b>
                    <span>{ entry.setup() }</span>
                </button>
            </li>
        }
    };
    html! {
        <dialog ref={dialog.clone()} class="gallery" aria-labelledby="gallery-title">
            <div class="dialog-head">
                <h2 id="gallery-title">{ "Scenarios to start from" }</h2>
                <button class="close" aria-label="Close" onclick={{ let close = close.clone(); Callback::from(move |_: MouseEvent| close.emit(())) }}>{ "×" }</button>
            </div>
            <div class="line">
                <span>{ "This scenario’s name" }</span>
                { name_field(&playground.dispatch, "Scenario’s name", &workspace.scenario().title, Edit::SetTitle(String::new())) }
            </div>
            <p class="muted">{ "Opening another one replaces the work on the page, its undo steps included. Copy it first if you want to keep it: “Scenario as text”." }</p>
            <div class="themes">
                { for themes.iter().map(|(theme, entries)| html! {
                    <section key={*theme} aria-label={*theme}>
                        <h3>{ *theme }</h3>
                        <ul>{ for entries.iter().map(card) }</ul>
                    </section>
                }) }
            </div>
        </dialog>
    }
}
