//! Links: what the page's address says, and the address that says what is on the page.

use std::rc::Rc;

use entente_exchange::link::{self, LinkError, Shared, SharedView};
use entente_workspace::Workspace;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::js_sys::{Error, Function};
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::host::{Host, Playground};
use crate::{events, lazy};

/// What reads and writes links.
#[derive(Clone, Copy)]
pub(crate) struct Linking {
    pub(crate) decode: fn(&str) -> Result<Shared, LinkError>,
    pub(crate) encode: fn(&Shared) -> String,
}

impl Linking {
    /// All of it. Only `lazy` names this.
    pub(crate) const ALL: Linking = Linking { decode: link::decode, encode: link::encode };
}

#[wasm_bindgen(module = "/js/element.js")]
extern "C" {
    #[wasm_bindgen(js_name = pageOf)]
    fn page_of(element: &HtmlElement) -> String;
}

/// What a link carries of this state.
pub(crate) fn shared(workspace: &Workspace) -> Shared {
    let view = workspace.view();
    let baseline = workspace.is_edited().then(|| (**workspace.baseline()).clone());
    Shared {
        scenario: (**workspace.scenario()).clone(),
        baseline,
        view: SharedView {
            home: view.home,
            feature: view.feature,
            cell: view.cell.as_ref().map(|cell| (cell.user.clone(), cell.application.clone())),
        },
    }
}

fn address(host: &Rc<Host>, linking: Linking) -> String {
    let fragment = (linking.encode)(&shared(&host.snapshot().workspace));
    format!("{}#{fragment}", page_of(&host.element()))
}

/// The address of the full page with everything that is here.
pub(crate) async fn of(host: &Rc<Host>) -> Option<String> {
    lazy::linking::coming().await.map(|linking| address(host, linking))
}

/// Calls `then` with that address, or `failed` with why there is none.
pub(crate) fn hand_over(host: &Rc<Host>, then: Function, failed: Function) {
    let host = host.clone();
    spawn_local(async move {
        let _ = match of(&host).await {
            Some(address) => then.call1(&JsValue::NULL, &address.into()),
            None => failed.call1(&JsValue::NULL, &Error::new("what writes links could not be loaded")),
        };
    });
}

/// The way to the full page. What the link leads to is made ready when somebody turns to it, and once more when
/// it is followed.
pub(crate) fn in_full(playground: &Playground) -> Html {
    let host = &playground.dispatch.0;
    let prepare = {
        let host = host.clone();
        move |link: Element| {
            let host = host.clone();
            spawn_local(async move {
                if let Some(address) = of(&host).await {
                    let _ = link.set_attribute("href", &address);
                }
            });
        }
    };
    let onpointerenter = {
        let prepare = prepare.clone();
        Callback::from(move |event: PointerEvent| prepare(event.target_unchecked_into()))
    };
    let onfocus = Callback::from(move |event: FocusEvent| prepare(event.target_unchecked_into()));
    let onclick = {
        let host = host.clone();
        Callback::from(move |event: MouseEvent| {
            if let Some(linking) = lazy::linking::here() {
                let link: Element = event.target_unchecked_into();
                let _ = link.set_attribute("href", &address(&host, linking));
                return;
            }
            event.prevent_default();
            let host = host.clone();
            spawn_local(async move {
                if let Some(address) = of(&host).await {
                    let window = gloo::utils::window();
                    let _ = window.open_with_url_and_target_and_features(&address, "_blank", "noopener");
                }
            });
        })
    };
    let title = &playground.snapshot.scenario().title;
    html! {
        <>
            <span>{ title }</span>
            <a class="link" href={page_of(&host.element())} target="_blank" rel="noopener" {onpointerenter} {onfocus} {onclick}>{ "Open in full" }</a>
        </>
    }
}

/// What the page’s address says, if it says anything.
pub(crate) async fn opened(host: &Rc<Host>) -> Option<Workspace> {
    let hash = gloo::utils::window().location().hash().ok()?;
    let fragment = hash.strip_prefix('#')?;
    if !link::is_link(fragment) {
        return None;
    }
    let Some(linking) = lazy::linking::coming().await else {
        events::error(host, "what reads links could not be loaded");
        return None;
    };
    match (linking.decode)(fragment) {
        Ok(shared) => Some(Workspace::from_shared(shared)),
        Err(error) => {
            events::error(host, &error.to_string());
            None
        }
    }
}
