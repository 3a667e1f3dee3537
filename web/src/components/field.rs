//! A name that can be changed where it stands, and a line to add another.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, KeyboardEvent, SubmitEvent};
use yew::prelude::*;

/// A name that looks like text until it is edited. Enter keeps the change, Escape drops it; `onrename` is
/// never called with an empty name.
pub(crate) fn name_field(label: &'static str, value: &str, onrename: Callback<String>) -> Html {
    let value = AttrValue::from(value.to_string());
    let rename = {
        let value = value.clone();
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
        let value = value.clone();
        Callback::from(move |event: KeyboardEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            match event.key().as_str() {
                "Escape" => input.set_value(&value),
                "Enter" => {}
                _ => return,
            }
            let _ = input.blur();
        })
    };
    let size = value.chars().count().clamp(4, 40).to_string();
    html! {
        <input
            type="text"
            class="name-field"
            aria-label={label}
            {value}
            {size}
            maxlength="120"
            onchange={rename}
            onkeydown={keys}
            autocomplete="off"
            spellcheck="false"
        />
    }
}

/// The text field of the form that an event came from.
pub(crate) fn field_of(event: &SubmitEvent) -> Option<HtmlInputElement> {
    let form: Element = event.target()?.dyn_into().ok()?;
    form.query_selector("input").ok()??.dyn_into().ok()
}

/// A line to add something by its name; `onadd` is never called with an empty one.
pub(crate) fn add_line(label: String, placeholder: &'static str, onadd: Callback<String>) -> Html {
    let submit = Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        if let Some(input) = field_of(&event) {
            let name = input.value();
            if !name.trim().is_empty() {
                onadd.emit(name);
                input.set_value("");
            }
        }
    });
    html! {
        <form class="add-line" onsubmit={submit}>
            <input type="text" aria-label={label} {placeholder} maxlength="120" autocomplete="off" />
            <button type="submit" class="small">{ "Add" }</button>
        </form>
    }
}
