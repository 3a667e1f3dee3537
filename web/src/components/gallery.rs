//! Scenarios to start from.

use entente_exchange::gallery::{ENTRIES, Entry};
use entente_workspace::{Action, Edit};
use yew::prelude::*;

use super::control::name_field;
use crate::host::Playground;

/// What is in the dialog with the gallery.
pub(crate) fn gallery(playground: &Playground) -> Html {
    let workspace = &playground.snapshot.workspace;
    let current = workspace.origin();
    let mut themes: Vec<(&str, Vec<&'static Entry>)> = Vec::new();
    for entry in ENTRIES {
        match themes.iter_mut().find(|(theme, _)| *theme == entry.theme) {
            Some((_, entries)) => entries.push(entry),
            None => themes.push((entry.theme, vec![entry])),
        }
    }
    let card = |entry: &&'static Entry| {
        let (dispatch, entry) = (playground.dispatch.clone(), *entry);
        let open = Callback::from(move |_: MouseEvent| {
            dispatch.act(Action::OpenEntry(entry));
            dispatch.close_dialog();
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
        <>
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
        </>
    }
}
