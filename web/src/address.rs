//! Links: what the page's address says, and the address that says what is on the page.

use std::rc::Rc;

use entente_exchange::link::{self, LinkError, Shared};
use entente_workspace::Workspace;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::js_sys::{Error, Function};
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::autosave::{self, Autosave};
use crate::host::{Host, Playground};
use crate::{events, lazy};

/// The scenario that nobody has configured, which is where a new one starts.
pub(crate) const NEW: &str = "shipped-defaults";

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
    pub(crate) fn page_of(element: &HtmlElement) -> String;
}

fn address(host: &Rc<Host>, linking: Linking) -> String {
    let fragment = (linking.encode)(&host.snapshot().workspace.shared());
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

/// What the page’s address says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Said {
    /// Nothing of ours.
    Nothing,
    /// To start anew.
    New,
    /// What is in a link: its fragment, without the `#`.
    Link(String),
}

/// What the page’s address says now.
pub(crate) fn said() -> Said {
    let hash = gloo::utils::window().location().hash().unwrap_or_default();
    match hash.strip_prefix('#') {
        Some("new") => Said::New,
        Some(fragment) if is_link(fragment) => Said::Link(fragment.to_string()),
        _ => Said::Nothing,
    }
}

/// Whether this wants to be a link, whole or not.
pub(crate) fn is_link(fragment: &str) -> bool {
    fragment
        .split_once('.')
        .is_some_and(|(version, _)| !version.is_empty() && version.bytes().all(|byte| byte.is_ascii_digit()))
}

/// What a link holds.
pub(crate) async fn read(fragment: &str) -> Result<Workspace, String> {
    let linking =
        lazy::linking::coming().await.ok_or("What reads links could not be loaded: reload the page")?;
    (linking.decode)(fragment).map(Workspace::from_shared).map_err(|error| error.to_string())
}

/// What is on the page that was opened with this address, unless the address says nothing, or nothing that there
/// is. What else there is to say of it becomes a notice.
pub(crate) async fn opened(host: &Rc<Host>) -> Option<Workspace> {
    let (workspace, notice) = match said() {
        Said::Nothing => return None,
        Said::New => (start_anew().await, Some(Notice::New)),
        Said::Link(link) => match autosave::kept_on(&link) {
            Some(workspace) => (Some(workspace), Some(Notice::Resumed)),
            None => match read(&link).await {
                Ok(workspace) => (Some(workspace.linked(&link)), Some(Notice::Linked)),
                Err(error) => {
                    events::error(host, &error);
                    (None, Some(Notice::Broken(error)))
                }
            },
        },
    };
    host.passing.notice.replace(notice);
    workspace
}

async fn start_anew() -> Option<Workspace> {
    let entry = lazy::dialogs::coming().await.and_then(|dialogs| (dialogs.entry)(NEW));
    entry.map(Workspace::from_gallery)
}

/// Heeds an address that has changed while the page was open.
pub(crate) fn follow(host: &Rc<Host>) {
    host.save_now();
    put_aside(host);
    let host = host.clone();
    spawn_local(async move {
        let workspace = match opened(&host).await {
            Some(workspace) => workspace,
            // Back from a link, to what was there before.
            None if said() == Said::Nothing && host.snapshot().workspace.link().is_some() => own(&host),
            None => return host.redraw(),
        };
        show(&host, workspace);
    });
}

fn show(host: &Rc<Host>, workspace: Workspace) {
    host.passing.cause.set("link");
    host.go_on(workspace, |_, workspace, _| crate::announce::opened(workspace));
    host.redraw();
}

/// One’s own work is not lost where nothing can be kept.
fn put_aside(host: &Rc<Host>) {
    let workspace = host.snapshot().workspace.clone();
    let is_own = workspace.link().is_none() && !matches!(*host.passing.notice.borrow(), Some(Notice::New));
    if is_own {
        host.passing.aside.replace(Some(workspace));
    }
}

fn has_own(host: &Rc<Host>) -> bool {
    host.passing.aside.borrow().is_some() || Autosave::new(true).is_kept()
}

fn own(host: &Rc<Host>) -> Workspace {
    host.passing.notice.take();
    host.passing.aside.take().or_else(|| host.resume()).unwrap_or_else(Workspace::first)
}

/// Has the address say nothing any more, as a step that the browser’s way back undoes or as none.
fn leave(is_step: bool) {
    let window = gloo::utils::window();
    let (Ok(history), Ok(path)) = (window.history(), window.location().pathname()) else { return };
    let path = path + &window.location().search().unwrap_or_default();
    // Fails where a document has no address of its own, and then the address says what it says.
    let _ = if is_step {
        history.push_state_with_url(&JsValue::NULL, "", Some(&path))
    } else {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&path))
    };
}

/// Called when the scenario has become another: what the address says may be no longer what is on the page.
pub(crate) fn outgrown(host: &Rc<Host>) {
    let is_followed = host.passing.cause.get() == "link";
    if !host.is_page() || is_followed || host.snapshot().workspace.link().is_some() || said() == Said::Nothing
    {
        return;
    }
    leave(false);
    if matches!(*host.passing.notice.borrow(), Some(Notice::New | Notice::Linked | Notice::Resumed)) {
        host.passing.notice.take();
    }
}

/// What is said of how the page was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Notice {
    /// From a link, and there is work of one’s own.
    Linked,
    /// From a link, with what was done on top of it earlier.
    Resumed,
    /// Anew, and there is work of one’s own.
    New,
    /// The link can’t be read: why.
    Broken(String),
}

/// What is said of how the page was opened, with the ways on.
pub(crate) fn notice(playground: &Playground) -> Html {
    let host = &playground.dispatch.0;
    let notice = host.passing.notice.borrow().clone();
    let own_too = has_own(host);
    let words = match &notice {
        Some(Notice::Linked) if own_too => {
            "This is what the link holds. Your own work is kept beside it.".to_string()
        }
        Some(Notice::Resumed) => "Your edits on top of this link are back.".to_string(),
        Some(Notice::New) if own_too => {
            "A new scenario. Your earlier work is kept until you change something here.".to_string()
        }
        Some(Notice::Broken(error)) => {
            format!("This link can’t be opened, and nothing was changed: {error}.")
        }
        _ => return html! { <div class="notice none" /> },
    };
    let button = |words: &'static str, act: fn(&Rc<Host>)| {
        let host = host.clone();
        let onclick = Callback::from(move |_: MouseEvent| act(&host));
        html! { <button class="link" {onclick}>{ words }</button> }
    };
    let broken = matches!(notice, Some(Notice::Broken(_)));
    let dismiss = {
        let host = host.clone();
        Callback::from(move |_: MouseEvent| {
            host.passing.notice.take();
            host.redraw();
        })
    };
    html! {
        <div class={classes!("notice", broken.then_some("problem"))} role={if broken { "alert" } else { "status" }}>
            <p>{ words }</p>
            <span>if notice == Some(Notice::Resumed) { { button("Start from the link again", again) } }</span>
            <span>if own_too && !broken { { button("Back to your own work", back) } }</span>
            <button class="close" aria-label="Dismiss" onclick={dismiss}>{ "×" }</button>
        </div>
    }
}

/// Goes back to one’s own work.
fn back(host: &Rc<Host>) {
    host.save_now();
    let workspace = own(host);
    leave(true);
    show(host, workspace);
}

/// Starts from the link once more, without what was done on top of it.
fn again(host: &Rc<Host>) {
    let Said::Link(link) = said() else { return };
    let host = host.clone();
    spawn_local(async move {
        match read(&link).await {
            Ok(workspace) => {
                autosave::forget_on(&link);
                host.passing.notice.replace(Some(Notice::Linked));
                show(&host, workspace.linked(&link));
            }
            Err(error) => {
                host.passing.notice.replace(Some(Notice::Broken(error)));
                host.redraw();
            }
        }
    });
}
