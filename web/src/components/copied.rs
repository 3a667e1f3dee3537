//! Texts to take away: each with the buttons that copy and save it.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

#[wasm_bindgen(module = "/js/element.js")]
extern "C" {
    /// Whether it could be copied.
    #[wasm_bindgen(js_name = copyText)]
    async fn copy_text(text: &str) -> JsValue;

    #[wasm_bindgen(js_name = download)]
    fn download(name: &str, text: &str, kind: &str);
}

/// A text under its title, to be copied; and to be saved, where it has a name as a file.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Copied {
    pub(crate) title: AttrValue,
    pub(crate) text: AttrValue,
    #[prop_or_default]
    pub(crate) file: AttrValue,
}

#[component]
pub(crate) fn Copyable(props: &Copied) -> Html {
    let said = use_state(|| "");
    let copy = {
        let (said, text) = (said.clone(), props.text.clone());
        Callback::from(move |_: MouseEvent| {
            let (said, text) = (said.clone(), text.clone());
            spawn_local(async move {
                let copied = copy_text(&text).await.is_truthy();
                said.set(if copied {
                    "Copied."
                } else {
                    "The browser does not let this page copy: select the text."
                });
            });
        })
    };
    let save = {
        let (said, file, text) = (said.clone(), props.file.clone(), props.text.clone());
        Callback::from(move |_: MouseEvent| {
            // Scripts and lists are texts to whatever opens them.
            let kind = if file.ends_with(".json") { "application/json" } else { "text/plain" };
            download(&file, &text, kind);
            said.set("Saved.");
        })
    };
    html! {
        <div class="piece">
            <p>
                <span>{ &props.title }</span>
                <span class="ways">
                    <small role="status">{ *said }</small>
                    <button class="small" aria-label={format!("Copy: {}", props.title)} onclick={copy}>{ "Copy" }</button>
                    if !props.file.is_empty() {
                        <button class="small" aria-label={format!("Save as {}", props.file)} title={props.file.clone()} onclick={save}>{ "Save" }</button>
                    }
                </span>
            </p>
            <pre tabindex="0" role="region" aria-label={&props.title}><code>{ &props.text }</code></pre>
        </div>
    }
}
