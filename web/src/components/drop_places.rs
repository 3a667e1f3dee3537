//! Where files can be dropped: on a tenant's side, or anywhere. They are shown while files are held over the page, and
//! stand in the dialog that reads them, with a button to choose files by.

use web_sys::HtmlInputElement;
use web_sys::js_sys::{Array, Reflect};
use yew::prelude::*;

use crate::host::Playground;

/// A place for each side, and one between them for whoever does not know or care. `within` says what is in them.
fn places(playground: &Playground, within: impl Fn(&str, &str) -> Html) -> Html {
    let tenants = &playground.snapshot.scenario().tenants;
    let place = |position: usize, side: &'static str, class: &'static str| {
        let name = tenants.get(position).map(|tenant| format!("{}’s side", tenant.display_name));
        html! { <div {class} data-side={side} key={side}>{ within(side, &name.unwrap_or_default()) }</div> }
    };
    html! {
        <>
            { place(0, "0", "place left") }
            <div class="place" data-side="" key="any">{ within("", "Whichever side") }</div>
            { place(1, "1", "place right") }
        </>
    }
}

fn says(side: &str) -> &'static str {
    if side.is_empty() { "The files tell whose they are" } else { "Files of this tenant" }
}

/// What lies over the page while files are held over it.
pub(crate) fn drop_places(playground: &Playground) -> Html {
    places(playground, |side, name| html! { <><b>{ name.to_string() }</b><span>{ says(side) }</span></> })
}

/// The same in the dialog, with buttons.
pub(crate) fn file_places(playground: &Playground) -> Html {
    html! {
        <div class="file-places">
            { places(playground, |side, name| {
                let (dispatch, side_word) = (playground.dispatch.clone(), side.to_string());
                let onchange = Callback::from(move |event: Event| {
                    let input: HtmlInputElement = event.target_unchecked_into();
                    let chosen = Reflect::get(&input, &"files".into()).unwrap_or_default();
                    dispatch.give(side_word.clone(), Array::from(&chosen));
                    // Whoever chooses the same file again means it.
                    input.set_value("");
                });
                html! {
                    <>
                        <b>{ name.to_string() }</b>
                        <span>{ says(side) }</span>
                        <label class="small">
                            { "Choose files" }<span class="hidden">{ format!(": {name}") }</span>
                            <input type="file" multiple=true {onchange} />
                        </label>
                    </>
                }
            }) }
        </div>
    }
}
