//! The page's controls. Each is told which action it stands for, so no caller writes an event handler: a
//! control that does something else is another action.

use std::rc::Rc;

use entente_policy::Id;
use entente_workspace::{Action, Edit, domains};
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

/// A check box that carries an edit out. `detail` says more about what is checked; `of` says of what, where others
/// with the same words stand elsewhere on the page, to whoever does not see where this one stands.
pub(crate) fn check(dispatch: &Dispatch, label: &str, detail: &str, of: &str, on: bool, edit: Edit) -> Html {
    let space = if detail.is_empty() { "" } else { " " };
    let says = (!of.is_empty()).then(|| AttrValue::from(format!("{label}{space}{detail}{of}")));
    html! {
        <label key={label} class="check">
            <input type="checkbox" aria-label={says} checked={on} onchange={dispatch.on::<Event>(Action::Edit(edit))} />
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
                    <input type="radio" aria-label={format!("{words}: {label}")} name={name.to_string()} value={at.to_string()} checked={*chosen} />
                    <span>{ words }</span>
                </label>
            }) }
        </fieldset>
    }
}

/// A name that looks like text until it is edited. Enter keeps the change, Escape drops it, an empty name
/// is dropped. `edit` is carried out with the new name.
pub(crate) fn name_field(dispatch: &Dispatch, label: &str, value: &str, edit: Edit) -> Html {
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
            aria-label={label.to_string()}
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

/// What a [`Field`] takes.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Takes {
    /// Domains, with commas between them.
    Domains,
    /// An e-mail address.
    Mail,
    /// A sign-in name, which somebody always has.
    SignInName,
    /// An object id.
    Id,
}

impl Takes {
    /// What is wrong with a text, if anything is.
    fn problem(self, text: &str) -> Option<String> {
        let text = text.trim();
        match self {
            Takes::Domains => domains(text).err().map(|word| {
                format!("“{word}” is not a domain. One looks like fabrikam.com; commas between several.")
            }),
            Takes::Mail | Takes::SignInName => {
                let is_one = |(name, domain): (&str, &str)| {
                    !name.is_empty() && domains(domain).is_ok_and(|found| found.len() == 1)
                };
                let may_be_empty = self == Takes::Mail;
                let fits = (may_be_empty && text.is_empty()) || text.rsplit_once('@').is_some_and(is_one);
                let what = if may_be_empty { "an e-mail address" } else { "a sign-in name" };
                (!fits).then(|| format!("“{text}” is not {what}. One looks like ana@fabrikam.com."))
            }
            Takes::Id => (!text.is_empty() && !Id::from(text).is_guid()).then(|| {
                format!("“{text}” is not an id. One looks like 8d2f1a3c-0b4e-4f5a-9c6d-7e8f90a1b2c3.")
            }),
        }
    }
}

/// What a [`Field`] is given.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct FieldProps {
    pub(crate) dispatch: Dispatch,
    pub(crate) label: String,
    pub(crate) value: String,
    /// Carried out with what was typed.
    pub(crate) edit: Edit,
    pub(crate) takes: Takes,
    #[prop_or_default]
    pub(crate) placeholder: &'static str,
}

/// A line of text that may be wrong or empty. What is wrong is said below it, and stays in it to be put right;
/// Escape drops it.
#[component]
pub(crate) fn Field(props: &FieldProps) -> Html {
    let FieldProps { dispatch, label, value, edit, takes, placeholder } = props;
    let complaint = use_state(String::new);
    let draft = dispatch.draft(edit);
    let wrong = draft.is_some() && !complaint.is_empty();
    let shown = draft.unwrap_or_else(|| value.clone());
    let oninput = {
        let (dispatch, edit) = (dispatch.clone(), edit.clone());
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            dispatch.set_draft(Some((Rc::new(edit.clone()), input.value())));
        })
    };
    let onchange = {
        let (dispatch, edit, takes, complaint) = (dispatch.clone(), edit.clone(), *takes, complaint.clone());
        Callback::from(move |event: Event| {
            let typed = event.target_unchecked_into::<HtmlInputElement>().value();
            let words = takes.problem(&typed);
            if words.is_none() {
                dispatch.set_draft(None);
                dispatch.edit(edit.clone().named(typed));
            }
            complaint.set(words.unwrap_or_default());
        })
    };
    let onkeydown = {
        let (dispatch, value, complaint) = (dispatch.clone(), value.clone(), complaint.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                event.prevent_default();
                event.target_unchecked_into::<HtmlInputElement>().set_value(&value);
                dispatch.set_draft(None);
                complaint.set(String::new());
            }
        })
    };
    html! {
        <div class="field">
            <input
                type="text"
                aria-label={label.clone()}
                aria-invalid={wrong.then_some("true")}
                value={shown}
                placeholder={*placeholder}
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                {oninput}
                {onchange}
                {onkeydown}
            />
            <p class="problem" role="alert">if wrong { { (*complaint).clone() } }</p>
        </div>
    }
}

/// The text field of the form that an event came from.
pub(crate) fn field_of(event: &SubmitEvent) -> Option<HtmlInputElement> {
    let form: Element = event.target()?.dyn_into().ok()?;
    form.query_selector("input").ok()??.dyn_into().ok()
}

/// A line to add something by its name. `edit` is carried out with that name.
pub(crate) fn add_line(dispatch: &Dispatch, label: &str, edit: Edit) -> Html {
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
            <input type="text" aria-label={label.to_string()} placeholder={label.to_string()} maxlength="120" autocomplete="off" />
            <button class="small" aria-label={label.to_string()}>{ "Add" }</button>
        </form>
    }
}
