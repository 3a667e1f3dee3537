//! The scenario as text: to keep, to send, and to open again.

use entente_exchange::document as exchanged;
use entente_workspace::Action;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::host::{Playground, Shared};

/// What is in the dialog with the text. It is made anew whenever the dialog is opened.
pub(crate) fn document(playground: &Playground) -> Html {
    html! { <Document playground={playground.clone()} /> }
}

#[component]
fn Document(props: &Shared) -> Html {
    let playground = &props.playground;
    let area = use_node_ref();
    let said = use_state(|| Ok::<String, String>(String::new()));
    {
        // Written once, when the dialog opens: what is typed over it stays until it is opened or left.
        let (area, playground) = (area.clone(), playground.clone());
        use_effect_with((), move |()| {
            let area = area.cast::<HtmlTextAreaElement>();
            // What no text field can show is downloaded from “Share”.
            if let Some(area) = area.filter(|_| !playground.snapshot.workspace.is_large()) {
                area.set_value(&exchanged::to_text(playground.snapshot.scenario()));
            }
        });
    }
    let copy = {
        let (area, said) = (area.clone(), said.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(area) = area.cast::<HtmlTextAreaElement>() {
                area.select();
                let clipboard = gloo::utils::window().navigator().clipboard();
                let _ = clipboard.write_text(&area.value());
                said.set(Ok("Copied.".into()));
            }
        })
    };
    let read = {
        let (area, said, dispatch) = (area.clone(), said.clone(), playground.dispatch.clone());
        Callback::from(move |_: MouseEvent| {
            let Some(area) = area.cast::<HtmlTextAreaElement>() else { return };
            match exchanged::from_text(&area.value()) {
                Ok(scenario) => {
                    dispatch.act(Action::OpenScenario(Box::new(scenario)));
                    dispatch.close_dialog();
                }
                Err(error) => said.set(Err(format!("Not opened, nothing changed: {error}."))),
            }
        })
    };
    html! {
        <>
            <p class="muted">{ if playground.snapshot.workspace.is_large() {
                "There are too many people here to show as text: download the scenario from “Share”. A text that is pasted here can be opened."
            } else {
                "Everything on this page, with the settings in Microsoft Graph’s own names. Copy it to keep it; paste another text over it and open that."
            } }</p>
            <textarea ref={area} aria-label="The scenario as text" rows="18" spellcheck="false" />
            <p class={classes!("said", said.is_err().then_some("problem"))} role="status">
                { match &*said { Ok(words) | Err(words) => words.clone() } }
            </p>
            <div class="dialog-foot">
                <button onclick={copy}>{ "Copy" }</button>
                <button class="primary" onclick={read}>{ "Open this text" }</button>
            </div>
        </>
    }
}
