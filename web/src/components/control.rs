//! The page's controls. Each is told which action it stands for, so no caller writes an event handler: a
//! control that does something else is another action.

use std::rc::Rc;

use entente_workspace::{Action, Edit};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlInputElement, HtmlSelectElement, KeyboardEvent, SubmitEvent};
use yew::prelude::*;

use crate::host::Dispatch;

/// A button. `says` is its name where its words do not say enough.
pub(crate) fn button(
    dispatch: &Dispatch,
    class: &'static str,
    words: &str,
    says: &str,
    action: Action,
) -> Html {
    let says = (!says.is_empty()).then(|| AttrValue::from(says.to_string()));
    html! { <button {class} aria-label={says} onclick={dispatch.on::<MouseEvent>(action)}>{ words }</button> }
}

/// A check box that carries an edit out. `detail` says more about what is checked.
pub(crate) fn check(dispatch: &Dispatch, label: &str, detail: &str, on: bool, edit: Edit) -> Html {
    html! {
        <label key={label} class="check">
            <input type="checkbox" checked={on} onchange={dispatch.on::<Event>(Action::Edit(edit))} />
            <span>{ label }{ " " }<small>{ detail }</small></span>
        </label>
    }
}

/// A group of check boxes with a name.
pub(crate) fn checks(name: &str, boxes: Vec<Html>) -> Html {
    html! { <fieldset class="checks"><legend>{ name }</legend>{ for boxes }</fieldset> }
}

/// One of several: its words, whether it is in force, and what choosing it does.
pub(crate) type Choice = (String, bool, Action);

fn choose(dispatch: &Dispatch, choices: Vec<Choice>) -> (Vec<(String, bool)>, Callback<Event>) {
    let mut shown = Vec::with_capacity(choices.len());
    let mut actions = Vec::with_capacity(choices.len());
    for (words, chosen, action) in choices {
        shown.push((words, chosen));
        actions.push(Rc::new(action));
    }
    let dispatch = dispatch.clone();
    let onchange = Callback::from(move |event: Event| {
        let at = match event.target().map(JsCast::dyn_into::<HtmlSelectElement>) {
            Some(Ok(select)) => usize::try_from(select.selected_index()).ok(),
            Some(Err(input)) => input.unchecked_into::<HtmlInputElement>().value().parse().ok(),
            None => None,
        };
        if let Some(action) = at.and_then(|at| actions.get(at)) {
            dispatch.act(action.clone());
        }
    });
    (shown, onchange)
}

/// A list to choose from.
pub(crate) fn select(dispatch: &Dispatch, label: &str, choices: Vec<Choice>) -> Html {
    let (shown, onchange) = choose(dispatch, choices);
    // Once somebody has chosen, options no longer follow their `selected` attribute; the list follows this.
    let chosen = shown.iter().position(|(_, chosen)| *chosen).unwrap_or_default();
    let selected_index = JsValue::from(u32::try_from(chosen).unwrap_or_default());
    html! {
        <select aria-label={label.to_string()} ~selectedIndex={selected_index} {onchange}>
            { for shown.iter().map(|(words, chosen)| html! { <option key={words.as_str()} selected={*chosen}>{ words }</option> }) }
        </select>
    }
}

/// A word of a sentence that has alternatives. It takes the width of the word in force, not of the longest.
pub(crate) fn word(dispatch: &Dispatch, class: &'static str, label: &str, choices: Vec<Choice>) -> Html {
    let current = choices.iter().find(|(_, chosen, _)| *chosen).map(|(words, _, _)| words.clone());
    html! {
        <span class={classes!("choice", class)}>
            <span aria-hidden="true">{ current }</span>
            { select(dispatch, label, choices) }
        </span>
    }
}

/// A choice of one among a few, all in sight: radio buttons that look like one control. `name` is one that
/// no other choice in the same playground has.
pub(crate) fn segmented(
    dispatch: &Dispatch,
    class: &'static str,
    label: &str,
    name: &str,
    choices: Vec<Choice>,
) -> Html {
    let (shown, onchange) = choose(dispatch, choices);
    html! {
        <fieldset class={classes!("seg", class)} {onchange}>
            <legend class="hidden">{ label }</legend>
            { for shown.iter().enumerate().map(|(at, (words, chosen))| html! {
                <label key={at}>
                    <input type="radio" name={name.to_string()} value={at.to_string()} checked={*chosen} />
                    <span>{ words }</span>
                </label>
            }) }
        </fieldset>
    }
}

/// A name that looks like text until it is edited. Enter keeps the change, Escape drops it, an empty name
/// is dropped. `edit` is carried out with the new name.
pub(crate) fn name_field(dispatch: &Dispatch, label: &'static str, value: &str, edit: Edit) -> Html {
    let edit = Rc::new(edit);
    let shown = dispatch.draft(&edit).unwrap_or_else(|| value.to_string());
    let oninput = {
        let (dispatch, edit) = (dispatch.clone(), edit.clone());
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            dispatch.set_draft(Some((edit.clone(), input.value())));
        })
    };
    // Finished with Enter, or by going elsewhere.
    let onchange = {
        let (dispatch, value) = (dispatch.clone(), value.to_string());
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            dispatch.set_draft(None);
            if input.value().trim().is_empty() {
                input.set_value(&value);
            } else {
                dispatch.edit_named(&edit, input.value());
            }
        })
    };
    let onkeydown = {
        let (dispatch, value) = (dispatch.clone(), value.to_string());
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                // Escape would close a dialog around the field as well.
                event.prevent_default();
                let input: HtmlInputElement = event.target_unchecked_into();
                input.set_value(&value);
                dispatch.set_draft(None);
            }
        })
    };
    html! {
        <input
            type="text"
            class="name-field"
            aria-label={label}
            value={shown}
            size={value.chars().count().clamp(4, 40).to_string()}
            maxlength="120"
            {oninput}
            {onchange}
            {onkeydown}
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

/// A line to add something by its name. `edit` is carried out with that name.
pub(crate) fn add_line(dispatch: &Dispatch, label: &'static str, edit: Edit) -> Html {
    let (dispatch, edit) = (dispatch.clone(), Rc::new(edit));
    let onsubmit = Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        if let Some(input) = field_of(&event)
            && !input.value().trim().is_empty()
        {
            dispatch.edit_named(&edit, input.value());
            input.set_value("");
        }
    });
    html! {
        <form class="add-line" {onsubmit}>
            <input type="text" aria-label={label} placeholder={label} maxlength="120" autocomplete="off" />
            <button class="small">{ "Add" }</button>
        </form>
    }
}
