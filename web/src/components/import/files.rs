//! The files on the table: what was read in each, whose it is and why, and what there is to know of it.

use entente_exchange::import::{
    About, B2B_SETTINGS, FileRead, ImportError, Kept, Note, Piece, Plan, Weight, What,
};
use entente_policy::Tenant;
use std::sync::Arc;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::past::is_sign_in;
use super::table::{Outlook, Seat, Step, Table};
use crate::components::tenant::counted;

/// A list to choose from: the words, and whether they are chosen. `chosen` is told the position.
pub(super) fn choose(name: String, options: Vec<(String, bool)>, chosen: Callback<usize>) -> Html {
    let at = options.iter().position(|(_, is_chosen)| *is_chosen).unwrap_or_default();
    let selected = wasm_bindgen::JsValue::from(u32::try_from(at).unwrap_or_default());
    let onchange = Callback::from(move |event: Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        if let Ok(at) = usize::try_from(select.selected_index()) {
            chosen.emit(at);
        }
    });
    html! {
        <select aria-label={name} ~selectedIndex={selected} {onchange}>
            { for options.iter().enumerate().map(|(at, (words, is_chosen))| html! { <option key={at} selected={*is_chosen}>{ words }</option> }) }
        </select>
    }
}

/// The files, in the order in which they came.
pub(super) fn files(plan: &Plan, outlook: Option<&Outlook>, table: &UseReducerHandle<Table>) -> Html {
    html! {
        <section aria-labelledby="import-files">
            <h3 id="import-files">{ "What was read" }</h3>
            <ul class="files">
                { for plan.files.iter().enumerate().map(|(at, read)| html! {
                    <li key={at} class={classes!("file", read.refused.is_some().then_some("refused"))}>{ file(plan, read, outlook, table) }</li>
                }) }
            </ul>
        </section>
    }
}

fn file(plan: &Plan, read: &FileRead, outlook: Option<&Outlook>, table: &UseReducerHandle<Table>) -> Html {
    if let Some(error) = &read.refused {
        return refused(&read.name, error);
    }
    let sources = plan.sources.iter().enumerate().filter(|(_, source)| source.file == read.name);
    // What is only seen once all files stand beside each other and beside the scenario is told of each file as well.
    let notes = outlook.map_or(&plan.notes, |outlook| &outlook.report().notes);
    let notes: Vec<&Note> = notes.iter().filter(|note| note.file == read.name).collect();
    let kept: Vec<&Kept> = plan.kept.iter().filter(|kept| kept.file == read.name).collect();
    let weighty = notes.iter().filter(|note| note.weight == Weight::Warning);
    let quiet = notes.iter().filter(|note| note.weight == Weight::Info).count() + kept.len();
    html! {
        <>
            <p class="file-name"><b>{ &read.name }</b>{ " " }<small>{ format!("{}, {}", read.format.name(), read.encoding.name()) }</small></p>
            <ul class="of-file">
                { for sources.map(|(number, _)| html! { <li key={number}>{ part(plan, number, outlook, table) }</li> }) }
            </ul>
            <ul class="notes">
                { for weighty.enumerate().map(|(at, note)| html! { <li key={at} class="warned">{ said(note) }</li> }) }
            </ul>
            <details hidden={quiet == 0}>
                <summary>{ quietly(&notes, &kept) }</summary>
                <ul class="notes">
                    { for notes.iter().filter(|note| note.weight == Weight::Info).enumerate().map(|(at, note)| html! { <li key={at}>{ said(note) }</li> }) }
                </ul>
                <ul class="notes">
                    { for kept.iter().enumerate().map(|(at, kept)| html! {
                        <li key={at}><code>{ &kept.pointer }</code>{ " is no property that the rules know. It decides nothing here, is kept, and is written back." }{ times(kept.times) }</li>
                    }) }
                </ul>
            </details>
        </>
    }
}

/// Why a file could not be read. The others can.
fn refused(name: &str, error: &ImportError) -> Html {
    let mut place =
        error.place.map(|(line, column)| format!("Line {line}, column {column}")).unwrap_or_default();
    if !error.pointer.is_empty() {
        let comma = if place.is_empty() { "" } else { ", " };
        place = format!("{place}{comma}{}", error.pointer);
    }
    html! {
        <>
            <p class="file-name"><b>{ name.to_string() }</b>{ " " }<small>{ "not read, and left out" }</small></p>
            <p class="problem">{ marked(&sentence(&error.what)) }</p>
            <p>{ marked(&sentence(&error.remedy)) }</p>
            <small>{ place }</small>
        </>
    }
}

/// With a capital.
pub(super) fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| format!("{}{}", first.to_uppercase(), letters.as_str()))
}

/// With a capital and a full stop.
pub(super) fn sentence(words: &str) -> String {
    capital(words.trim_end_matches('.')) + "."
}

/// What stands between backticks is code.
pub(super) fn marked(words: &str) -> Html {
    let piece = |(at, piece): (usize, &str)| match at % 2 {
        0 => html! { <span key={at}>{ piece.to_string() }</span> },
        _ => html! { <code key={at}>{ piece.to_string() }</code> },
    };
    html! { <span>{ for words.split('`').enumerate().map(piece) }</span> }
}

fn times(times: usize) -> String {
    if times > 1 { format!(" ({times} times)") } else { String::new() }
}

fn said(note: &Note) -> Html {
    let (line, _) = note.place;
    let place = if note.pointer.is_empty() { String::new() } else { format!(", {}", note.pointer) };
    html! { <>{ marked(&note.says) }{ times(note.times) }{ " " }<small>{ format!("Line {line}{place}") }</small></> }
}

fn quietly(notes: &[&Note], kept: &[&Kept]) -> String {
    let info = notes.iter().filter(|note| note.weight == Weight::Info).count();
    let mut words = Vec::new();
    if info > 0 {
        words.push(counted(info, "thing to know", "things to know"));
    }
    if !kept.is_empty() {
        words
            .push(format!("{} kept without being understood", counted(kept.len(), "property", "properties")));
    }
    words.join(", ")
}

/// One part of a file: what it is, whose, and why we think so.
fn part(plan: &Plan, source: usize, outlook: Option<&Outlook>, table: &UseReducerHandle<Table>) -> Html {
    let pieces: Vec<&Piece> =
        plan.pieces.iter().filter(|piece| piece.source == source && piece.what != What::Beside).collect();
    let mut read: Vec<String> = Vec::new();
    for piece in &pieces {
        let count = if piece.what.is_list() { format!("{} × ", piece.count) } else { String::new() };
        let words = format!("{count}{}", piece.what.name());
        if !read.contains(&words) {
            read.push(words);
        }
    }
    // A scenario is nobody’s, and of two tenants whose log it is goes without saying.
    let is_past = pieces.iter().all(|piece| is_sign_in(piece.what));
    let is_nobodys = pieces.iter().all(|piece| piece.what == What::Scenario)
        || is_past && outlook.is_some_and(|outlook| outlook.target.tenants.len() < 3);
    html! {
        <>
            <span class="read-as">{ sentence(&read.join(", ")) }</span>
            <div class="whose">
                { outlook.filter(|_| !is_nobodys).map(|outlook| html! { <>{ whose(&plan.sources.get(source).map(|source| source.file.clone()).unwrap_or_default(), source, outlook, table) }{ which(&pieces, source, outlook, table) }</> }) }
            </div>
        </>
    }
}

/// Whose it is: as it seems, or as somebody says.
fn whose(file: &str, source: usize, outlook: &Outlook, table: &UseReducerHandle<Table>) -> Html {
    let seat = outlook.seats.get(source).copied().flatten();
    let tenants = &outlook.target.tenants;
    let mut options: Vec<(String, Option<Seat>)> = Vec::new();
    if seat.is_none() {
        options.push(("Say whose it is".into(), None));
    }
    let of = |(at, tenant): (usize, &Arc<Tenant>)| (tenant.display_name.clone(), Some(Seat::Tenant(at)));
    options.extend(tenants.iter().enumerate().map(of));
    options.push(("Leave out".into(), Some(Seat::Out)));
    let shown = options.iter().map(|(words, each)| (words.clone(), *each == seat)).collect();
    let chosen = {
        let table = table.dispatcher();
        let seats: Vec<Option<Seat>> = options.iter().map(|(_, seat)| *seat).collect();
        Callback::from(move |at: usize| table.dispatch(Step::Sit(source, seats.get(at).copied().flatten())))
    };
    let guess = outlook.guesses.iter().find(|guess| guess.source == source);
    let seems = guess.and_then(|guess| guess.tenant.as_ref());
    let is_as_it_seems = match seat {
        Some(Seat::Tenant(at)) => tenants.get(at).is_some_and(|tenant| Some(&tenant.id) == seems),
        _ => false,
    };
    let why = guess.map(|guess| guess.why.join("; ")).unwrap_or_default();
    let why = match (seat, is_as_it_seems) {
        (Some(Seat::Out), _) => "Nothing of it is taken.".into(),
        (Some(_), true) | (None, _) => sentence(&why),
        (Some(_), false) => match seems.and_then(|id| outlook.target.tenant(id)) {
            Some(other) => format!("You say so; it looks like {}: {why}.", other.display_name),
            None => "You say so.".into(),
        },
    };
    html! { <>{ choose(format!("Whose it is: {file}"), shown, chosen) }<small>{ why }</small></> }
}

/// Which settings they are, where the file does not say it.
fn which(pieces: &[&Piece], source: usize, outlook: &Outlook, table: &UseReducerHandle<Table>) -> Html {
    let is_open = pieces.iter().any(|piece| {
        piece.about.is_none() && matches!(piece.what, What::Settings | What::B2bSetting)
            || piece.what == What::Synchronization
                && piece.about.is_none()
                && piece.partners().next().is_none()
    });
    let Some(Seat::Tenant(at)) = outlook.seats.get(source).copied().flatten().filter(|_| is_open) else {
        return html! { <span /> };
    };
    let belongs = outlook.choices.of.get(&source);
    let about = belongs.and_then(|belongs| belongs.about.as_ref());
    let mut options: Vec<(String, Option<About>)> =
        vec![("Say which settings".into(), None), ("Its default settings".into(), Some(About::Default))];
    for (position, tenant) in outlook.target.tenants.iter().enumerate() {
        if position != at {
            options.push((format!("About {}", tenant.display_name), Some(About::Partner(tenant.id.clone()))));
        }
    }
    let shown = options.iter().map(|(words, each)| (words.clone(), each.as_ref() == about)).collect();
    let abouts: Vec<Option<About>> = options.into_iter().map(|(_, about)| about).collect();
    let chosen = {
        let table = table.dispatcher();
        Callback::from(move |at: usize| {
            if let Some(about) = abouts.get(at).cloned().flatten() {
                table.dispatch(Step::SetAbout(source, about));
            }
        })
    };
    let lone = pieces.iter().any(|piece| piece.what == What::B2bSetting);
    html! {
        <>
            { choose("Which settings these are".into(), shown, chosen) }
            <span>{ lone.then(|| property(source, belongs.and_then(|belongs| belongs.property), table)) }</span>
        </>
    }
}

fn property(source: usize, now: Option<entente_policy::Property>, table: &UseReducerHandle<Table>) -> Html {
    let mut shown = vec![("Say which setting".to_string(), now.is_none())];
    shown.extend(B2B_SETTINGS.iter().map(|each| (each.as_str().to_string(), Some(*each) == now)));
    let table = table.dispatcher();
    let chosen = Callback::from(move |at: usize| {
        if let Some(property) = at.checked_sub(1).and_then(|at| B2B_SETTINGS.get(at)) {
            table.dispatch(Step::SetProperty(source, *property));
        }
    });
    choose("Which setting this is".into(), shown, chosen)
}
