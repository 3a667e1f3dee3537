//! What was changed since the baseline, for each side: in words, and as what carries it out there. Beside it what is
//! handed to others.

mod giving;
mod sides;

use entente_exchange::changes::{Changes, Spelling, changes};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::host::{Playground, Shared};

/// What is in the dialog. It is made anew whenever the dialog is opened.
pub(crate) fn export(playground: &Playground) -> Html {
    html! { <Export playground={playground.clone()} /> }
}

#[component]
fn Export(props: &Shared) -> Html {
    let playground = &props.playground;
    let workspace = &playground.snapshot.workspace;
    let spelling = use_state(|| Spelling::Http);
    let all: Vec<Changes> = changes(workspace.baseline(), workspace.scenario())
        .into_iter()
        .filter(|changes| !changes.is_empty())
        .collect();
    let chosen = {
        let spelling = spelling.clone();
        Callback::from(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            let at = usize::try_from(select.selected_index()).ok();
            if let Some(chosen) = at.and_then(|at| Spelling::ALL.get(at)) {
                spelling.set(*chosen);
            }
        })
    };
    html! {
        <>
            <p class="muted">{ since(playground) }</p>
            <div>
                if all.is_empty() {
                    { nothing(playground) }
                } else {
                    { written(playground, &all, *spelling, chosen) }
                }
            </div>
            <giving::Giving playground={playground.clone()} />
        </>
    }
}

/// The changes of each tenant, in the chosen spelling.
fn written(playground: &Playground, all: &[Changes], spelling: Spelling, chosen: Callback<Event>) -> Html {
    html! {
        <>
            <label class="line spelling">
                <span>{ "Written for" }</span>
                <select onchange={chosen}>
                    { for Spelling::ALL.iter().map(|each| html! { <option key={each.as_str()} selected={*each == spelling}>{ each.name() }</option> }) }
                </select>
            </label>
            <div class="sides">
                { for all.iter().map(|changes| sides::one_side(playground, changes, spelling)) }
            </div>
        </>
    }
}

/// What is compared with.
fn since(playground: &Playground) -> String {
    let workspace = &playground.snapshot.workspace;
    let title = &workspace.baseline().title;
    let start = if title.is_empty() || *title == workspace.scenario().title {
        String::new()
    } else {
        format!(" since “{title}”")
    };
    format!(
        "Only what was changed{start}, for each tenant by itself. Entente sends nothing: you run it, where you may."
    )
}

fn nothing(playground: &Playground) -> Html {
    let workspace = &playground.snapshot.workspace;
    let words = if workspace.can_undo() {
        "Nothing differs from what is compared with. Change a setting in either panel, and the requests that do the same in that tenant stand here."
    } else {
        "Nothing has been changed yet. Change a setting in either panel, or import your tenants first: the requests that do the same in each tenant then stand here."
    };
    html! { <p class="nothing">{ words }</p> }
}

/// A name for a file, of letters and digits that every system takes.
fn file_name(words: &str, extension: &str) -> String {
    let words: Vec<String> = words
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(8)
        .map(str::to_ascii_lowercase)
        .collect();
    let name = if words.is_empty() { "entente".to_string() } else { words.join("-") };
    format!("{name}.{extension}")
}
