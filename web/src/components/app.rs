//! The whole playground.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, window};
use wasm_bindgen::prelude::*;
use web_sys::js_sys::{Array, Function};
use web_sys::{HtmlBodyElement, HtmlElement, KeyboardEvent};
use yew::prelude::*;

use super::bar::bar;
use super::bridge::bridge;
use super::matrix::matrix;
use super::tenant::tenant_panel;
use super::why::{verdict, why};
use crate::autosave::Saved;
use crate::host::{Dispatch, Host, Playground};
use crate::lazy::{self, When};
use crate::mode::Mode;
use crate::shortcuts;

#[wasm_bindgen(module = "/js/element.js")]
extern "C" {
    #[wasm_bindgen(js_name = watchFiles)]
    fn watch_files(element: &HtmlElement, then: &Closure<dyn FnMut(String, Array)>) -> Function;
}

/// What the application is mounted with.
#[derive(Clone, Properties)]
pub(crate) struct AppProps {
    pub(crate) host: Rc<Host>,
    /// The custom element.
    pub(crate) element: HtmlElement,
}

impl PartialEq for AppProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.host, &other.host)
    }
}

/// The application: follows the host's state and lays the page out.
#[component]
pub(crate) fn App(props: &AppProps) -> Html {
    let host = &props.host;
    let snapshot = use_state(|| host.snapshot());
    {
        let (host, snapshot) = (host.clone(), snapshot.clone());
        use_effect_with((), move |()| {
            let drawn = snapshot.clone();
            host.listen(Some(Callback::from(move |next| snapshot.set(next))));
            // A part that was there at once has been at work since this was drawn.
            if *drawn != host.snapshot() {
                drawn.set(host.snapshot());
            }
            // Whoever is quick waits for this one, so it does not wait for the browser to be idle.
            let _ = lazy::acting(&Dispatch(host.clone()), When::Now);
            host.catch_up();
            lazy::prefetch({
                let host = host.clone();
                move || host.is_whole()
            });
            let page_wide = page_wide(&host);
            let dispatch = Dispatch(host.clone());
            let given = Closure::new(move |side, files| dispatch.give(side, files));
            let ends = watch_files(&host.element(), &given);
            move || {
                host.listen(None);
                let _ = ends.call0(&JsValue::NULL);
                drop((page_wide, given));
            }
        });
    }
    let playground = Playground { snapshot: (*snapshot).clone(), dispatch: Dispatch(host.clone()) };
    {
        // After every drawing.
        let host = host.clone();
        use_effect(move || host.drawn());
    }
    let keys = {
        let dispatch = playground.dispatch.clone();
        Callback::from(move |event: KeyboardEvent| {
            if let Some(action) = shortcuts::action(&event) {
                event.prevent_default();
                dispatch.act(action);
            }
        })
    };
    // Until it is known what is to be seen, what stands inside the element stays in sight.
    if host.passing.starting.get() {
        let place = lazy::acting(&playground.dispatch, When::Now).err();
        return html! { <div class="page starting"><slot />{ place }</div> };
    }
    let page = host.is_page();
    let mode = Mode::of(&props.element);
    if mode != Mode::Full {
        return html! {
            <div class="page compact" role="region" aria-label={region(&playground)} onkeydown={keys}>
                <div class="only">
                    { match mode {
                        Mode::Handshake => bridge(&playground),
                        Mode::Explanation => why(&playground),
                        Mode::Matrix | Mode::Full => html! { <>{ matrix(&playground) }{ verdict(&playground) }</> },
                    } }
                </div>
                { in_full(&playground) }
                <p class="hidden" role="status" aria-live="polite">{ playground.snapshot.announcement.clone() }</p>
            </div>
        };
    }
    // Nothing to see while nothing is edited.
    let audit = match lazy::editors(&playground.dispatch, When::Idle) {
        Ok(editors) => (editors.audit)(&playground),
        Err(_) => html! { <details class="audit" hidden=true /> },
    };
    html! {
        <div
            class={if page { "page" } else { "page embedded" }}
            role={(!page).then_some("region")}
            aria-label={(!page).then(|| region(&playground))}
            onkeydown={keys}
        >
            { bar(&playground, &props.element) }
            <div class="notices">{ lazy::acting(&playground.dispatch, When::Idle).ok().map(|acting| (acting.notice)(&playground)) }</div>
            <div class="behind">
                if host.is_behind() { { lazy::acting(&playground.dispatch, When::Now).err() } }
            </div>
            <@{if page { "main" } else { "div" }} class="body">
                { story(&playground.snapshot.scenario().story) }
                <section class="stage" aria-label="Settings of both tenants">
                    { tenant_panel(&playground, 0) }
                    { bridge(&playground) }
                    { tenant_panel(&playground, 1) }
                </section>
                <div class="answer">
                    { matrix(&playground) }
                    { why(&playground) }
                </div>
                { audit }
            </@>
            <@{if page { "footer" } else { "div" }} class="foot">
                <p>{ "Everything is evaluated in this page. Nothing leaves it." }</p>
                <p>{ match playground.snapshot.saved {
                    Saved::Here => "Your work is kept in this browser.",
                    Saved::TooLarge => "This is too large to be kept in this browser: download it from “Share” before you leave.",
                    Saved::Nowhere => "This browser gives no storage: copy the scenario as text before you leave.",
                    Saved::NotWanted => "",
                } }</p>
                { in_full(&playground) }
            </@>
            <p class="hidden" role="status" aria-live="polite">{ playground.snapshot.announcement.clone() }</p>
            <div class="drop-places" hidden=true>{ lazy::dialogs(&playground.dispatch, When::Idle).ok().map(|dialogs| (dialogs.drop_places)(&playground)) }</div>
        </div>
    }
}

/// What a playground is called that is a part of a page.
fn region(playground: &Playground) -> String {
    format!("Entente: {}", playground.snapshot.scenario().title)
}

/// The way to the full page, for a playground that is a part of another.
fn in_full(playground: &Playground) -> Html {
    let place = match lazy::acting(&playground.dispatch, When::Idle) {
        Ok(acting) if !playground.dispatch.0.is_page() => (acting.in_full)(playground),
        _ => html! {},
    };
    html! { <p class="in-full">{ place }</p> }
}

/// What the scenario is about. Its first line says what is set up; the rest tells how it ends, to be opened by
/// whoever has thought about it.
fn story(story: &str) -> Html {
    let mut lines = story.lines().filter(|line| !line.trim().is_empty());
    let first = lines.next();
    let rest: Vec<&str> = lines.collect();
    html! {
        <div class={classes!("story", first.is_none().then_some("hidden"))}>
            <p>{ first.unwrap_or_default() }</p>
            <details hidden={rest.is_empty()}>
                <summary>{ "What happens, why, and what to change" }</summary>
                { for rest.iter().enumerate().map(|(at, line)| html! { <p key={at}>{ *line }</p> }) }
            </details>
        </div>
    }
}

/// What the page as a whole listens to, until it is taken down. A playground that is a part of another page
/// leaves that page's keys alone.
fn page_wide(host: &Rc<Host>) -> Vec<EventListener> {
    let mut listeners = Vec::new();
    if host.is_page() {
        let leaving = host.clone();
        listeners.push(EventListener::new(&window(), "pagehide", move |_| leaving.save_now()));
        let followed = host.clone();
        listeners.push(EventListener::new(&window(), "hashchange", move |_| {
            if let Some(acting) = followed.acting() {
                (acting.follow)(&followed);
            }
        }));
        let dispatch = Dispatch(host.clone());
        let options = EventListenerOptions::enable_prevent_default();
        listeners.push(EventListener::new_with_options(&document(), "keydown", options, move |event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
            // Keys pressed inside the playground are its own; these are pressed where nothing has the focus.
            let nowhere = event.target().is_some_and(|target| target.dyn_ref::<HtmlBodyElement>().is_some());
            if let Some(action) = nowhere.then(|| shortcuts::action(event)).flatten() {
                event.prevent_default();
                dispatch.act(action);
            }
        }));
    }
    listeners
}
