//! The scenario as text: to keep, to send, and to open again.

use entente_exchange::document;
use entente_workspace::Action;
use web_sys::{HtmlDialogElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::host::Playground;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct DocumentProps {
    pub(crate) playground: Playground,
    pub(crate) dialog: NodeRef,
    /// Whether the dialog is open: its text is made only then.
    pub(crate) open: bool,
    pub(crate) onclose: Callback<()>,
}

/// The dialog with the text.
#[component]
pub(crate) fn Document(props: &DocumentProps) -> Html {
    let DocumentProps { playground, dialog, open, onclose } = props;
    let area = use_node_ref();
    let said = use_state(|| Ok::<String, String>(String::new()));
    {
        // Written once, when the dialog opens: what is typed over it stays until it is opened or left.
        let (area, playground) = (area.clone(), playground.clone());
        use_effect_with(*open, move |open| {
            if *open && let Some(area) = area.cast::<HtmlTextAreaElement>() {
                area.set_value(&document::to_text(playground.snapshot.scenario()));
            }
        });
    }
    let close = {
        let (dialog, said) = (dialog.clone(), said.clone());
        Callback::from(move |()| {
            said.set(Ok(String::new()));
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                dialog.close();
            }
        })
    };
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
        let (area, said, dispatch, close) =
            (area.clone(), said.clone(), playground.dispatch.clone(), close.clone());
        Callback::from(move |_: MouseEvent| {
            let Some(area) = area.cast::<HtmlTextAreaElement>() else { return };
            match document::from_text(&area.value()) {
                Ok(scenario) => {
                    dispatch.act(Action::OpenScenario(Box::new(scenario)));
                    close.emit(());
                }
                Err(error) => said.set(Err(format!("Not opened, nothing changed: {error}."))),
            }
        })
    };
    let closed = {
        let onclose = onclose.clone();
        Callback::from(move |_: Event| onclose.emit(()))
    };
    html! {
        <dialog ref={dialog.clone()} class="document" aria-labelledby="document-title" onclose={closed}>
            <div class="dialog-head">
                <h2 id="document-title">{ "Scenario as text" }</h2>
                <button class="close" aria-label="Close" onclick={{ let close = close.clone(); Callback::from(move |_: MouseEvent| close.emit(())) }}>{ "×" }</button>
            </div>
            <p class="muted">{ "Everything on this page, with the settings in Microsoft Graph’s own names. Copy it to keep it; paste another text over it and open that." }</p>
            <textarea ref={area} aria-label="The scenario as text" rows="18" spellcheck="false" />
            <p class={classes!("said", said.is_err().then_some("problem"))} role="status">
                { match &*said { Ok(words) | Err(words) => words.clone() } }
            </p>
            <div class="dialog-foot">
                <button onclick={copy}>{ "Copy" }</button>
                <button class="primary" onclick={read}>{ "Open this text" }</button>
            </div>
        </dialog>
    }
}
