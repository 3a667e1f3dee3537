//! What the element says by its attributes, heeded: at the start, and whenever they change.

use std::rc::Rc;

use entente_exchange::{block, document, link};
use entente_workspace::{Aim, Workspace};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

use crate::announce::opened;
use crate::host::Host;
use crate::mode::Mode;
use crate::theme::Theme;
use crate::{address, events, lazy};

#[wasm_bindgen(module = "/js/element.js")]
extern "C" {
    fn wanted(element: &HtmlElement) -> String;

    #[wasm_bindgen(catch, js_name = fetchText)]
    async fn fetch_text(address: &str) -> Result<JsValue, JsValue>;
}

/// The attributes that say what is looked at.
const AIM: [&str; 4] = ["feature", "direction", "user", "application"];

/// Those that have a few words to choose from, with the words.
fn choices() -> [(&'static str, Vec<&'static str>); 2] {
    [("theme", Theme::ALL.map(Theme::word).to_vec()), ("mode", Mode::ALL.map(Mode::word).to_vec())]
}

/// Heeds everything the element says, the first time.
pub(crate) fn begin(host: &Rc<Host>) {
    check(host, |_| true);
    if !host.passing.starting.get() && !says_anything(&host.element()) {
        host.passing.once_drawn.set(Some(events::ready));
        return;
    }
    let host = host.clone();
    spawn_local(async move {
        let workspace = start(&host).await;
        let workspace = aim(&host, workspace, |_| true);
        host.passing.once_drawn.set(Some(events::ready));
        host.passing.starting.set(true);
        host.go_on(workspace, |before, _, _| before.announcement.clone());
    });
}

/// Heeds the attributes with these names, which have changed.
pub(crate) fn turn(host: &Rc<Host>, names: &str) {
    let names: Vec<String> = names.split(' ').map(String::from).collect();
    check(host, |name| names.iter().any(|turned| turned == name));
    let says = |name: &str| names.iter().any(|turned| turned == name);
    let opens = says("scenario") || says("src");
    if !opens && !AIM.iter().any(|name| says(name)) {
        return host.redraw();
    }
    let host = host.clone();
    spawn_local(async move {
        let asked = host.passing.asked.get().wrapping_add(1);
        host.passing.asked.set(asked);
        let opened_now = if opens { open(&host).await } else { None };
        if host.passing.asked.get() != asked || !host.element().is_connected() {
            return;
        }
        let before = opened_now.clone().unwrap_or_else(|| host.snapshot().workspace.clone());
        // A scenario that has just been opened is looked at as the element says, whatever was said last.
        let workspace =
            aim(&host, before, |name| opened_now.is_some() || names.iter().any(|turned| turned == name));
        host.passing.cause.set("attribute");
        host.go_on(workspace, |before, workspace, _| {
            if Rc::ptr_eq(before.scenario(), workspace.scenario()) {
                before.announcement.clone()
            } else {
                opened(workspace)
            }
        });
        // What else was said is seen by looking at the element again.
        host.redraw();
    });
}

fn says_anything(element: &HtmlElement) -> bool {
    !wanted(element).is_empty() || ["src"].iter().chain(&AIM).any(|name| element.has_attribute(name))
}

/// What is on the page at the start: what a link says, what was kept, what the element says.
async fn start(host: &Rc<Host>) -> Workspace {
    if host.is_page() {
        if let Some(workspace) = address::opened(host).await {
            return workspace;
        }
        if let Some(workspace) = host.resume() {
            return workspace;
        }
    }
    match open(host).await {
        Some(workspace) => workspace,
        None => host.snapshot().workspace.clone(),
    }
}

/// The scenario that the element says, if it says one that there is.
async fn open(host: &Rc<Host>) -> Option<Workspace> {
    let element = host.element();
    let said = wanted(&element);
    let said = said.trim();
    if is_name(said) {
        return from_gallery(host, said).await;
    }
    if !said.is_empty() {
        return read(host, said).await.map_err(|why| events::error(host, &why)).ok();
    }
    let source = element.get_attribute("src")?;
    let why = match fetch_text(&source).await {
        Ok(text) => match read(host, text.as_string().unwrap_or_default().trim()).await {
            Ok(workspace) => return Some(workspace),
            Err(why) => format!("`{source}`: {why}"),
        },
        Err(error) => {
            let why = error.dyn_ref::<web_sys::js_sys::Error>().map(|error| String::from(error.message()));
            format!("`{source}` could not be fetched: {}", why.unwrap_or_default())
        }
    };
    events::error(host, &why);
    None
}

fn is_name(said: &str) -> bool {
    !said.is_empty() && said.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

async fn from_gallery(host: &Rc<Host>, id: &str) -> Option<Workspace> {
    let Some(dialogs) = lazy::dialogs::coming().await else {
        events::error(host, "the scenarios of the gallery could not be loaded");
        return None;
    };
    let entry = (dialogs.entry)(if id == "new" { address::NEW } else { id });
    if entry.is_none() {
        events::error(host, &format!("the gallery has no scenario `{id}`"));
    }
    entry.map(Workspace::from_gallery)
}

/// What a text holds: a document, a fenced block, or a link by its fragment.
async fn read(host: &Rc<Host>, text: &str) -> Result<Workspace, String> {
    if let Some(fragment) = text.strip_prefix('#').filter(|fragment| link::is_link(fragment)) {
        return address::read(fragment).await;
    }
    let document = text.starts_with('{').then(|| document::from_text(text));
    if let Some(Ok(scenario)) = document {
        return Ok(Workspace::from_scenario(scenario));
    }
    let block = lazy::blocks::coming().await.ok_or("what reads examples could not be loaded")?;
    // A document that is none is read as a block once more: its mistakes are named by line and column.
    let block = block(text).map_err(|error| match document {
        Some(Err(of_document)) if text.len() > block::MAX_BYTES => of_document.to_string(),
        _ => error.to_string(),
    })?;
    let element = host.element();
    if let Some(mode) = block.mode.filter(|_| !element.has_attribute("mode")) {
        let _ = element.set_attribute("mode", &mode);
    }
    Ok(Workspace::from_shared(block.shared))
}

/// The state after looking at what those attributes say that `heeded` names.
fn aim(host: &Rc<Host>, workspace: Workspace, heeded: impl Fn(&str) -> bool) -> Workspace {
    let element = host.element();
    let word =
        |name: &str| element.get_attribute(name).filter(|word| heeded(name) && !word.trim().is_empty());
    let [feature, direction, user, application] = AIM.map(word);
    let (workspace, missing) = workspace.aimed(Aim {
        feature: feature.as_deref(),
        direction: direction.as_deref(),
        user: user.as_deref(),
        application: application.as_deref(),
    });
    for what in missing {
        events::error(host, &what);
    }
    // An explanation of nothing explains nothing.
    let explains = Mode::of(&element) == Mode::Explanation && workspace.view().cell.is_none();
    if explains {
        let cell = workspace.first_cell();
        return workspace.apply(entente_workspace::Action::Select(cell));
    }
    workspace
}

/// Says of attributes that have a few words to choose from when they say another.
fn check(host: &Rc<Host>, heeded: impl Fn(&str) -> bool) {
    let element = host.element();
    for (name, words) in choices() {
        if let Some(word) = element.get_attribute(name).filter(|_| heeded(name))
            && !words.contains(&word.as_str())
        {
            events::error(host, &format!("`{name}` is one of {}, not `{word}`", words.join(", ")));
        }
    }
}
