//! A choice of one among a few, all in sight: radio buttons that look like one control.

use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct SegmentedProps {
    /// What is chosen.
    pub(crate) label: AttrValue,
    /// A name that no other choice in the same playground has.
    pub(crate) name: AttrValue,
    /// What can be chosen.
    pub(crate) options: Vec<AttrValue>,
    /// The position of the option in force.
    pub(crate) chosen: usize,
    /// Called with the position of another option.
    pub(crate) onchoose: Callback<usize>,
    #[prop_or_default]
    pub(crate) class: Classes,
}

/// A choice of one among a few.
#[component]
pub(crate) fn Segmented(props: &SegmentedProps) -> Html {
    let options = props.options.iter().enumerate().map(|(at, option)| {
        let onchoose = props.onchoose.clone();
        html! {
            <label key={at}>
                <input
                    type="radio"
                    name={props.name.clone()}
                    checked={at == props.chosen}
                    onchange={Callback::from(move |_: Event| onchoose.emit(at))}
                />
                <span>{ option }</span>
            </label>
        }
    });
    html! {
        <fieldset class={classes!("seg", props.class.clone())}>
            <legend class="hidden">{ &props.label }</legend>
            { for options }
        </fieldset>
    }
}
