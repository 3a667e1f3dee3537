//! Sharing: a link to everything on the page, texts to embed it by, the document to download.

mod still;

use std::rc::Rc;

use entente_exchange::document;
use entente_exchange::link::Shared;
use entente_exchange::pseudonym::Pseudonyms;
use entente_exchange::snippet::{self, Example, Piece, Site};
use entente_policy::{Resource, Scenario, Subject};
use entente_workspace::Contents;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

pub(crate) use self::still::Still;
use self::still::{Extent, section};
use crate::host::{Playground, Shared as Props};
use crate::{address, lazy};

#[wasm_bindgen(module = "/js/element.js")]
extern "C" {
    /// Whether it could be copied.
    #[wasm_bindgen(js_name = copyText)]
    async fn copy_text(text: &str) -> JsValue;

    #[wasm_bindgen(js_name = download)]
    fn download(name: &str, text: &str);
}

/// Where a link begins to be cut by some programs that people send links with.
const LONG: usize = 2_000;

/// What is in the dialog. It is made anew whenever the dialog is opened.
pub(crate) fn share(playground: &Playground) -> Html {
    html! { <Share playground={playground.clone()} /> }
}

/// The same with pseudonyms for whatever names somebody.
fn without_names(shared: &Shared) -> Shared {
    let mut pseudonyms = Pseudonyms::of([&shared.scenario].into_iter().chain(&shared.baseline));
    let scenario = pseudonyms.scenario(&shared.scenario);
    let baseline = shared.baseline.as_ref().map(|baseline| pseudonyms.scenario(baseline));
    let mut view = shared.view.clone();
    view.cell = view.cell.map(|(user, application)| {
        let user = match user {
            Subject::User(id) => Subject::User(pseudonyms.id(&id)),
            other => other,
        };
        let application = match application {
            Resource::Application(id) => Resource::Application(pseudonyms.id(&id)),
            other => other,
        };
        (user, application)
    });
    // Classes are known by the ids of people.
    view.expanded.clear();
    Shared { scenario, baseline, view }
}

#[component]
fn Share(props: &Props) -> Html {
    let playground = &props.playground;
    let host = &playground.dispatch.0;
    let nameless = use_state(|| false);
    let site = use_state(|| 0_usize);
    let extent = use_state(|| Extent::Looked);
    let said = use_state(String::new);
    // Read again, and drawn again, when what writes all of this has come.
    let arrived = use_state(|| lazy::linking::here().is_some() && lazy::still::here().is_some());
    let missed = use_state(|| false);
    {
        let missed = missed.clone();
        use_effect_with((), move |()| {
            spawn_local(async move {
                let linking = lazy::linking::coming().await.is_some();
                if linking && lazy::still::coming().await.is_some() {
                    arrived.set(true);
                } else {
                    missed.set(true);
                }
            });
        });
    }
    let (Some(linking), Some(still)) = (lazy::linking::here(), lazy::still::here()) else {
        return html! {
            <p class={if *missed { "problem" } else { "muted" }} role="status">
                { if *missed { "What writes links could not be loaded. Close this and try again." } else { "Writing the link…" } }
            </p>
        };
    };
    let workspace = &playground.snapshot.workspace;
    if workspace.is_large() {
        return too_large(workspace.scenario());
    }
    let shared = if *nameless { without_names(&workspace.shared()) } else { workspace.shared() };
    let shared = Rc::new(shared);
    let fragment = (linking.encode)(&shared);
    let page = address::page_of(&host.element());
    let link = format!("{page}#{fragment}");
    let title = shared.scenario.title.clone();

    let copy = |words: &'static str, name: String, text: String| {
        let said = said.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            let (said, text) = (said.clone(), text.clone());
            spawn_local(async move {
                let copied = copy_text(&text).await.is_truthy();
                said.set(
                    if copied {
                        "Copied."
                    } else {
                        "The browser does not let this page copy: select the text and copy it."
                    }
                    .into(),
                );
            });
        });
        html! { <button class="small" aria-label={(!name.is_empty()).then_some(name)} {onclick}>{ words }</button> }
    };
    let toggle = {
        let nameless = nameless.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            nameless.set(input.checked());
        })
    };
    let choose = {
        let site = site.clone();
        Callback::from(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            site.set(usize::try_from(select.selected_index()).unwrap_or_default());
        })
    };
    let save = {
        let shared = shared.clone();
        Callback::from(move |_: MouseEvent| {
            let name = format!("{}.entente.json", file_name(&shared.scenario.title));
            download(&name, &document::to_text(&shared.scenario));
        })
    };
    let origin = workspace.origin().filter(|_| !*nameless);
    let block = snippet::block(&shared, origin);
    let folder = page.rsplit_once('/').map_or_else(String::new, |(folder, _)| format!("{folder}/"));
    let chosen = Site::ALL.get(*site).copied().unwrap_or(Site::Html);
    let table = if chosen.takes_table() { still.table(&shared) } else { String::new() };
    let example = Example { block: &block, table: &table, fragment: &fragment, title: &title, page: &folder };
    let pieces = chosen.set_up().into_iter().chain(chosen.in_the_page(&example));
    let piece = |(at, piece): (usize, Piece)| {
        html! {
            <div class="piece" key={format!("{chosen:?}{at}")}>
                <p><span>{ piece.place }</span>{ copy("Copy", format!("Copy: {}", piece.place.trim_end_matches(':')), piece.text.clone()) }</p>
                <pre tabindex="0" role="region" aria-label={piece.place.trim_end_matches(':').to_string()}><code>{ piece.text }</code></pre>
            </div>
        }
    };
    html! {
        <>
            <label class="check">
                <input type="checkbox" checked={*nameless} onchange={toggle} />
                <span>{ "With pseudonyms" }{ " " }<small>{ "for names, ids, addresses and domains; everything is decided as before" }</small></span>
            </label>
            <section class="to-share" aria-labelledby="share-link">
                <h3 id="share-link">{ "A link" }</h3>
                <input type="text" readonly=true aria-label="The link" value={link.clone()} onfocus={Callback::from(|event: FocusEvent| event.target_unchecked_into::<HtmlInputElement>().select())} />
                <p class="line">
                    { copy("Copy link", String::new(), link.clone()) }
                    { copy("Copy as Markdown", String::new(), snippet::markdown_link(&title, &link)) }
                    <small>{ length(fragment.len()) }</small>
                </p>
                <p class="holds">{ holds(&Contents::of(&shared), *nameless) }</p>
            </section>
            <section class="to-share" aria-labelledby="share-embed">
                <h3 id="share-embed">{ "In a page" }</h3>
                <label class="line">
                    <span>{ "Kind of site" }</span>
                    <select onchange={choose}>
                        { for Site::ALL.iter().enumerate().map(|(at, each)| html! {
                            <option key={each.name()} selected={at == *site}>{ each.name() }</option>
                        }) }
                    </select>
                </label>
                <div>{ for pieces.enumerate().map(piece) }</div>
            </section>
            { section(still, &shared, &file_name(&title), &extent, copy) }
            <p class="said" role="status">{ (*said).clone() }</p>
            <div class="dialog-foot">
                <button onclick={save}>{ "Download the scenario" }</button>
            </div>
        </>
    }
}

/// What there is in place of a link where that would be longer than any program takes.
fn too_large(scenario: &Rc<Scenario>) -> Html {
    let scenario = scenario.clone();
    let save = Callback::from(move |_: MouseEvent| {
        let name = format!("{}.entente.json", file_name(&scenario.title));
        download(&name, &document::to_compact_text(&scenario));
    });
    html! {
        <>
            <p>{ "There are too many people here for a link. Download the scenario and send the file." }</p>
            <div class="dialog-foot">
                <button onclick={save}>{ "Download the scenario" }</button>
            </div>
        </>
    }
}

fn length(characters: usize) -> String {
    let mut words = format!("{characters} characters");
    if characters > LONG {
        words += ": some programs cut links as long as this; the download is safer";
    }
    words
}

/// What a link holds, in a sentence or two: whoever sends it should know.
fn holds(contents: &Contents, nameless: bool) -> String {
    let mut held = vec![format!("the settings of {}", listed(&contents.tenants))];
    for (count, one, many) in [
        (contents.people, "person", "people"),
        (contents.groups, "group", "groups"),
        (contents.applications, "application", "applications"),
        (contents.policies, "conditional access policy", "conditional access policies"),
        (contents.tests, "test", "tests"),
    ] {
        match count {
            0 => {}
            1 => held.push(format!("1 {one}")),
            _ => held.push(format!("{count} {many}")),
        }
    }
    if contents.baseline {
        held.push("what it is compared with".into());
    }
    let what = format!("It holds {}, and how you look at them.", listed(&held));
    let names = if nameless {
        " Pseudonyms stand for all of these; read the title, the story and what tests say before you send it, for people wrote those."
    } else {
        " Names, ids, addresses and domains are in it as they stand here. Whoever has the link has all of it."
    };
    format!("{what}{names}")
}

fn listed(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

/// A name for files, of letters and digits that every system takes.
fn file_name(title: &str) -> String {
    let words: Vec<String> = title
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(8)
        .map(str::to_ascii_lowercase)
        .collect();
    if words.is_empty() { "scenario".to_string() } else { words.join("-") }
}
