//! A name that can be changed where it stands, and a line to add another.

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement, KeyboardEvent, SubmitEvent};
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct NameFieldProps {
    /// What the name is of.
    pub(crate) label: AttrValue,
    pub(crate) value: AttrValue,
    /// Called with another name, never with an empty one.
    pub(crate) onrename: Callback<String>,
    #[prop_or_default]
    pub(crate) class: Classes,
}

/// A name that looks like text until it is edited. Enter keeps the change, Escape drops it.
#[component]
pub(crate) fn NameField(props: &NameFieldProps) -> Html {
    let rename = {
        let (onrename, value) = (props.onrename.clone(), props.value.clone());
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let name = input.value();
            if name.trim().is_empty() {
                input.set_value(&value);
            } else {
                onrename.emit(name);
            }
        })
    };
    let keys = {
        let value = props.value.clone();
        Callback::from(move |event: KeyboardEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            match event.key().as_str() {
                "Escape" => input.set_value(&value),
                "Enter" => {}
                _ => return,
            }
            let _ = input.dyn_into::<HtmlElement>().map(|input| input.blur());
        })
    };
    html! {
        <input
            type="text"
            class={classes!("name-field", props.class.clone())}
            aria-label={props.label.clone()}
            value={props.value.clone()}
            size={props.value.chars().count().clamp(4, 40).to_string()}
            maxlength="120"
            onchange={rename}
            onkeydown={keys}
            autocomplete="off"
            spellcheck="false"
        />
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct AddLineProps {
    /// What is added.
    pub(crate) label: AttrValue,
    pub(crate) placeholder: AttrValue,
    /// Called with a name that is not empty.
    pub(crate) onadd: Callback<String>,
}

/// A line to add something by its name.
#[component]
pub(crate) fn AddLine(props: &AddLineProps) -> Html {
    let input = use_node_ref();
    let submit = {
        let (input, onadd) = (input.clone(), props.onadd.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(input) = input.cast::<HtmlInputElement>() {
                let name = input.value();
                if !name.trim().is_empty() {
                    onadd.emit(name);
                    input.set_value("");
                }
                let _ = input.focus();
            }
        })
    };
    html! {
        <form class="add-line" onsubmit={submit}>
            <input
                ref={input}
                type="text"
                aria-label={props.label.clone()}
                placeholder={props.placeholder.clone()}
                maxlength="120"
                autocomplete="off"
            />
            <button type="submit" class="small">{ "Add" }</button>
        </form>
    }
}
