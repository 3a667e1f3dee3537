//! A choice of one among a few, all in sight: radio buttons that look like one control.

use yew::prelude::*;

/// A choice of one among a few.
///
/// `label` says what is chosen, `name` is one that no other choice in the same playground has, `chosen` is
/// the position of the option in force; `onchoose` is called with the position of another.
pub(crate) fn segmented(
    class: &'static str,
    label: &str,
    name: String,
    options: &[String],
    chosen: usize,
    onchoose: &Callback<usize>,
) -> Html {
    let options = options.iter().enumerate().map(|(at, option)| {
        let onchoose = onchoose.clone();
        html! {
            <label key={at}>
                <input
                    type="radio"
                    name={name.clone()}
                    checked={at == chosen}
                    onchange={Callback::from(move |_: Event| onchoose.emit(at))}
                />
                <span>{ option }</span>
            </label>
        }
    });
    html! {
        <fieldset class={classes!("seg", class)}>
            <legend class="hidden">{ label }</legend>
            { for options }
        </fieldset>
    }
}
