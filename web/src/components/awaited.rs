//! What is in the dialogs that are seldom opened: it is fetched when they are.

use std::future::Future;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::host::{Playground, Shared};
use crate::lazy;

type View = fn(&Playground) -> Html;

/// The dialog that reads files.
pub(crate) fn import(playground: &Playground) -> Html {
    html! { <Import playground={playground.clone()} /> }
}

/// The dialog that gives changes away.
pub(crate) fn export(playground: &Playground) -> Html {
    html! { <Export playground={playground.clone()} /> }
}

#[component]
fn Import(props: &Shared) -> Html {
    use_view(&props.playground, lazy::importing::here(), lazy::importing::coming)
}

#[component]
fn Export(props: &Shared) -> Html {
    use_view(&props.playground, lazy::exporting::here(), lazy::exporting::coming)
}

/// The view, or what to show until it has come.
#[hook]
fn use_view<F>(playground: &Playground, here: Option<View>, coming: fn() -> F) -> Html
where
    F: Future<Output = Option<View>> + 'static,
{
    let missed = use_state(|| None);
    {
        let missed = missed.clone();
        use_effect_with((), move |()| {
            spawn_local(async move { missed.set(Some(coming().await.is_none())) });
        });
    }
    match (here, *missed) {
        (Some(view), _) => view(playground),
        (None, Some(true)) => html! {
            <p class="problem" role="alert">{ "This part of the page could not be loaded. Your work is safe. Close this and try again." }</p>
        },
        (None, _) => html! { <p class="muted" role="status">{ "Loading…" }</p> },
    }
}
