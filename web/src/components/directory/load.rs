//! A directory from files, or a generated one: read and made in slices, so that everything else can be used meanwhile.

use std::cell::RefCell;
use std::rc::Rc;

use entente_exchange::generate::{Growing, Size};
use entente_exchange::import::tables::Tables;
use entente_narrate::grouped;
use entente_policy::{Directory, SharedDirectory};
use entente_workspace::Edit;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::js_sys::{Date, Uint8Array};
use web_sys::{DragEvent, FileList, HtmlInputElement, HtmlSelectElement, SubmitEvent};
use yew::prelude::*;

use crate::components::tenant::Panel;
use crate::host::Playground;

/// How long a slice may take, in milliseconds: less than a frame.
const SLICE: f64 = 8.0;

/// The sizes that are offered.
const SIZES: [(&str, Size); 3] = [
    ("1,000 people, 100 apps", Size { users: 1_000, applications: 100, groups: 50, memberships: 8 }),
    ("10,000 people, 300 apps", Size { users: 10_000, applications: 300, groups: 150, memberships: 8 }),
    ("100,000 people, 1,000 apps", Size { users: 100_000, applications: 1_000, groups: 500, memberships: 8 }),
];

/// What is going on.
enum Work {
    Growing(Box<Growing>),
    Reading(Box<Tables>),
}

impl Work {
    /// Goes on for a slice. Gives the directory once it is there.
    fn go_on(&mut self) -> Result<bool, String> {
        let end = Date::now() + SLICE;
        while Date::now() < end {
            let is_done = match self {
                Work::Growing(growing) => {
                    growing.go_on(500);
                    let (made, of) = growing.progress();
                    made >= of
                }
                Work::Reading(tables) => tables.go_on(500).map_err(|error| error.to_string())?,
            };
            if is_done {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn finished(self) -> Option<Directory> {
        match self {
            Work::Growing(growing) => growing.finished(),
            Work::Reading(tables) => Some(tables.finished()),
        }
    }

    /// How far it is, of a hundred, and in words.
    fn progress(&self) -> Shown {
        match self {
            Work::Growing(growing) => {
                let (made, of) = growing.progress();
                Shown::Going(part(made, of), format!("{} of {} people", grouped(made), grouped(of)))
            }
            Work::Reading(tables) => {
                let (read, of, name) = tables.progress();
                let words =
                    if name.is_empty() { "Putting it together".into() } else { format!("Reading {name}") };
                Shown::Going(part(read, of), words)
            }
        }
    }
}

fn part(done: usize, of: usize) -> usize {
    done.saturating_mul(100).checked_div(of).unwrap_or(100)
}

/// What is shown of it.
#[derive(Clone, PartialEq)]
enum Shown {
    Nothing,
    Going(usize, String),
    Failed(String),
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct LoadProps {
    playground: Playground,
    position: usize,
}

/// The controls. `panel` says whose directory it is.
pub(crate) fn load(panel: &Panel<'_>) -> Html {
    html! { <Load playground={panel.playground.clone()} position={panel.position} /> }
}

#[component]
fn Load(props: &LoadProps) -> Html {
    let LoadProps { playground, position } = props;
    let shown = use_state(|| Shown::Nothing);
    // What is going on, if anything: dropping it ends it.
    let work = use_mut_ref(|| None::<(Work, Option<Timeout>)>);
    let replaces = use_state(|| false);
    let Some(panel) = Panel::of(playground, *position) else { return html! { <section /> } };
    let name = panel.tenant.display_name.clone();
    let held = {
        let (directory, replaces) = (panel.tenant.directory.clone(), *replaces);
        move || if replaces { Directory::default() } else { Directory::clone(&directory) }
    };
    let begin = {
        let (playground, work, shown) = (playground.clone(), work.clone(), shown.clone());
        let tenant = panel.tenant.id.clone();
        Callback::from(move |begun: Rc<RefCell<Option<Work>>>| {
            let Some(begun) = begun.take() else { return };
            shown.set(begun.progress());
            work.replace(Some((begun, None)));
            let load = {
                let (playground, tenant) = (playground.clone(), tenant.clone());
                Callback::from(move |directory: SharedDirectory| {
                    playground.dispatch.edit(Edit::LoadDirectory { tenant: tenant.clone(), directory });
                })
            };
            go_on(
                work.clone(),
                Callback::from({
                    let shown = shown.clone();
                    move |now| shown.set(now)
                }),
                load,
            );
        })
    };
    let generate = {
        let (begin, held) = (begin.clone(), held.clone());
        let domain = panel.tenant.domains.first().cloned().unwrap_or_else(|| "example.com".into());
        let seed = u64::try_from(*position).unwrap_or_default() + 1;
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let form = event.target_dyn_into::<web_sys::Element>();
            let select = form.and_then(|form| form.query_selector("select").ok().flatten());
            let select = select.and_then(|select| select.dyn_into::<HtmlSelectElement>().ok());
            let at =
                select.and_then(|select| usize::try_from(select.selected_index()).ok()).unwrap_or_default();
            if let Some((_, size)) = SIZES.get(at) {
                let growing = Growing::around(held(), size, &domain, seed);
                begin.emit(Rc::new(RefCell::new(Some(Work::Growing(Box::new(growing))))));
            }
        })
    };
    let read = {
        let shown = shown.clone();
        Callback::from(move |files: FileList| {
            let (begin, shown, held) = (begin.clone(), shown.clone(), held.clone());
            spawn_local(async move {
                shown.set(Shown::Going(0, "Opening the files".into()));
                let begun = match opened(&files).await {
                    Ok(files) => Tables::of(held(), &files).map_err(|error| error.to_string()),
                    Err(error) => Err(error),
                };
                match begun {
                    Ok(tables) => begin.emit(Rc::new(RefCell::new(Some(Work::Reading(Box::new(tables)))))),
                    Err(error) => shown.set(Shown::Failed(error)),
                }
            });
        })
    };
    let chosen = {
        let read = read.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            if let Some(files) = input.files().filter(|files| files.length() > 0) {
                read.emit(files);
            }
        })
    };
    let dropped = Callback::from(move |event: DragEvent| {
        event.prevent_default();
        let files = event.data_transfer().and_then(|transfer| transfer.files());
        if let Some(files) = files.filter(|files| files.length() > 0) {
            read.emit(files);
        }
    });
    let over = Callback::from(|event: DragEvent| event.prevent_default());
    let cancel = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| {
            work.take();
            shown.set(Shown::Nothing);
        })
    };
    let replace = {
        let replaces = replaces.clone();
        Callback::from(move |event: Event| {
            replaces.set(event.target_unchecked_into::<HtmlInputElement>().checked())
        })
    };
    let is_going = matches!(*shown, Shown::Going(..));
    html! {
        <section class="kind load" aria-label={format!("Load or generate a directory of {name}")} ondrop={dropped} ondragover={over}>
            <h4>{ "Load or generate" }</h4>
            <p class="muted">{ "Users, groups, memberships and applications as CSV, as the Entra admin center and Graph’s tools write them. Choose several files at once, or drop them here." }</p>
            <div class="head">
                <input type="file" multiple=true accept=".csv,text/csv" disabled={is_going} aria-label={format!("CSV files of {name}’s directory")} onchange={chosen} />
            </div>
            <form class="add-line" onsubmit={generate}>
                <select aria-label={format!("How many of {name} to generate")}>
                    { for SIZES.iter().map(|(words, _)| html! { <option key={*words}>{ *words }</option> }) }
                </select>
                <button class="small" disabled={is_going} aria-label={format!("Generate a directory of {name}")}>{ "Generate" }</button>
            </form>
            <label class="check">
                <input type="checkbox" aria-label={format!("in place of the people, groups and apps of {name} that are here")} checked={*replaces} onchange={replace} />
                <span>{ "in place of the people, groups and apps that are here" }</span>
            </label>
            <div class="going">
                { match &*shown {
                    Shown::Nothing => html! { <span key="nothing" /> },
                    Shown::Going(part, words) => html! {
                        <div key="going" class="head">
                            <progress max="100" value={part.to_string()} aria-label={words.clone()} />
                            <small>{ words }</small>
                            <button class="small" type="button" onclick={cancel}>{ "Cancel" }</button>
                        </div>
                    },
                    Shown::Failed(error) => html! {
                        <p key="failed" class="problem" role="alert">{ format!("Not loaded, nothing changed: {error}.") }</p>
                    },
                } }
            </div>
        </section>
    }
}

type Going = Rc<RefCell<Option<(Work, Option<Timeout>)>>>;

/// The next slice, as soon as the browser has done what it has to do.
fn go_on(work: Going, shown: Callback<Shown>, load: Callback<SharedDirectory>) {
    let next = {
        let work = work.clone();
        Timeout::new(0, move || {
            let step = work.borrow_mut().as_mut().map(|(work, _)| (work.go_on(), work.progress()));
            match step {
                None => {}
                Some((Err(error), _)) => {
                    work.take();
                    shown.emit(Shown::Failed(error));
                }
                Some((Ok(false), progress)) => {
                    shown.emit(progress);
                    go_on(work, shown, load);
                }
                Some((Ok(true), _)) => {
                    shown.emit(Shown::Nothing);
                    if let Some(directory) = work.take().and_then(|(work, _)| work.finished()) {
                        load.emit(directory.into());
                    }
                }
            }
        })
    };
    if let Some((_, waiting)) = work.borrow_mut().as_mut() {
        // The one that runs has run.
        if let Some(ran) = waiting.replace(next) {
            ran.forget();
        }
    }
}

/// The files with their names.
async fn opened(files: &FileList) -> Result<Vec<(String, Vec<u8>)>, String> {
    let mut opened = Vec::new();
    for file in (0..files.length()).filter_map(|at| files.item(at)) {
        let buffer = JsFuture::from(file.array_buffer()).await;
        let buffer = buffer.map_err(|_| format!("{} cannot be opened", file.name()))?;
        opened.push((file.name(), Uint8Array::new(&buffer).to_vec()));
    }
    Ok(opened)
}
