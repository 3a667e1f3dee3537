//! Where a playground is drawn: an element with a Yew application on it, which goes from one playground to the next.
//!
//! Yew listens on such an element for as long as the page lives (`subtree_root.rs` of 0.23.0: "never drop the
//! closure"), so that a new one for every playground would never be let go of.

use std::cell::{Cell, RefCell};

use web_sys::{Element, ShadowRoot};
use yew::prelude::*;

use crate::components::app::{App, AppProps};

/// An element, and the application on it.
pub(crate) struct Seated(Element, AppHandle<Seat>);

thread_local! {
    /// Those that no playground is drawn in.
    static SPARE: RefCell<Vec<Seated>> = const { RefCell::new(Vec::new()) };
    /// How many playgrounds there have been.
    static TAKEN: Cell<u32> = const { Cell::new(0) };
}

/// Has a playground drawn in `root`.
pub(crate) fn take(root: &ShadowRoot, app: AppProps) -> Option<Seated> {
    let number = TAKEN.get().wrapping_add(1);
    TAKEN.set(number);
    let props = SeatProps { number, app: Some(app) };
    let spare = SPARE.with(|spare| spare.borrow_mut().pop());
    let seated = match spare {
        Some(Seated(place, mut handle)) => {
            handle.update(props);
            Seated(place, handle)
        }
        None => {
            let place = gloo::utils::document().create_element("div").ok()?;
            place.set_class_name("app");
            let renderer = yew::Renderer::<Seat>::with_root_and_props(place.clone(), props);
            Seated(place, renderer.render())
        }
    };
    // A shadow root takes any element.
    let _ = root.append_child(&seated.0);
    Some(seated)
}

/// Takes a playground down.
pub(crate) fn leave(Seated(place, mut handle): Seated) {
    handle.update(SeatProps { number: 0, app: None });
    place.remove();
    SPARE.with(|spare| spare.borrow_mut().push(Seated(place, handle)));
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct SeatProps {
    /// Tells one playground from the next.
    number: u32,
    app: Option<AppProps>,
}

#[component]
pub(crate) fn Seat(props: &SeatProps) -> Html {
    match &props.app {
        Some(app) => html! { <App key={props.number} ..app.clone() /> },
        None => html! { <div key=0 /> },
    }
}
