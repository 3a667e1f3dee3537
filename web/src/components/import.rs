//! Files of real tenants: where they are given, what was read in them, and the one button that puts it into the scenario.

mod asking;
mod files;
mod past;
mod reading;
mod table;
mod tenants;

use entente_workspace::Action;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use self::reading::{read_all, read_text};
use self::table::{Outlook, Progress, Step, Table};
use super::drop_places::file_places;
use super::tenant::counted;
use crate::host::{Playground, Shared};

/// What is in the dialog. It is made anew whenever the dialog is opened.
pub(crate) fn import(playground: &Playground) -> Html {
    html! { <Import playground={playground.clone()} /> }
}

#[component]
fn Import(props: &Shared) -> Html {
    let playground = &props.playground;
    let table = {
        let workspace = &playground.snapshot.workspace;
        let (now, baseline) = (workspace.scenario().clone(), workspace.baseline().clone());
        use_reducer(move || Table::new(now, baseline))
    };
    {
        // Whatever has been dropped or chosen since, as soon as it is.
        let (host, table) = (playground.dispatch.0.clone(), table.clone());
        use_effect(move || {
            let given = host.passing.given.take();
            if !given.is_empty() {
                read_all(given, names(&table), table.dispatcher());
            }
        });
    }
    html! {
        <>
            <p class="muted">
                { "Give the files of one tenant or both: answers of Microsoft Graph, what PowerShell, Microsoft365DSC or EntraExporter wrote, a scenario, or sign-ins to see whom a change would have stopped. They are read in this page and sent nowhere, and nothing changes before you say so." }
            </p>
            { file_places(playground) }
            { pasting(&table) }
            { asking::how() }
            <p class="said" role="status">{ status(&table) }</p>
            <div class="reading">{ table.progress.as_ref().map(progress) }</div>
            <div class="report">{ report(playground, &table) }</div>
        </>
    }
}

fn names(table: &Table) -> Vec<String> {
    table.plan().files.iter().map(|file| file.name.clone()).collect()
}

/// A text is as good as a file.
fn pasting(table: &UseReducerHandle<Table>) -> Html {
    let table = table.clone();
    let onsubmit = Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        let form: web_sys::HtmlElement = event.target_unchecked_into();
        let area = form.query_selector("textarea").ok().flatten();
        let Some(area) = area.map(wasm_bindgen::JsCast::unchecked_into::<HtmlTextAreaElement>) else {
            return;
        };
        if !area.value().trim().is_empty() {
            read_text(&area.value(), names(&table), &table.dispatcher());
            area.set_value("");
        }
    });
    html! {
        <details class="aside">
            <summary>{ "Paste a text instead" }</summary>
            <form {onsubmit}>
                <textarea aria-label="Text to read" rows="6" spellcheck="false" placeholder="{ &quot;@odata.context&quot;: … }" />
                <button class="small">{ "Read this text" }</button>
            </form>
        </details>
    }
}

fn progress(progress: &Progress) -> Html {
    let (done, of) = (progress.done.to_string(), progress.of.max(1).to_string());
    html! {
        <label>
            <span>{ format!("Reading {}", progress.name) }</span>
            <progress value={done} max={of} />
        </label>
    }
}

/// What a screen reader is told when files have been read.
fn status(table: &Table) -> String {
    let plan = table.plan();
    if table.progress.is_some() || plan.files.is_empty() {
        return String::new();
    }
    let refused = plan.refused().count();
    let read = counted(plan.files.len() - refused, "file was read", "files were read");
    match refused {
        0 => format!("{read}."),
        _ => format!("{read}, {} not.", counted(refused, "was", "were")),
    }
}

/// What was read, and what would come of it.
fn report(playground: &Playground, table: &UseReducerHandle<Table>) -> Html {
    if table.is_empty() || table.progress.is_some() {
        return html! { <p hidden=true /> };
    }
    let plan = table.plan();
    let Some(outlook) = &table.outlook else {
        return html! { <>{ files::files(&plan, None, table) }{ foot(playground, table, None) }</> };
    };
    html! {
        <>
            { files::files(&plan, Some(outlook), table) }
            <div>{ outlook.past.as_ref().map(past::past) }</div>
            <div hidden={table.is_past()}>{ tenants::into(outlook, table) }{ tenants::come_to(outlook, table) }</div>
            { foot(playground, table, Some(outlook)) }
        </>
    }
}

/// What is about to happen, and the buttons.
fn foot(playground: &Playground, table: &UseReducerHandle<Table>, outlook: Option<&Outlook>) -> Html {
    let clear = {
        let table = table.dispatcher();
        Callback::from(move |_: MouseEvent| table.dispatch(Step::Clear))
    };
    let imported = outlook.and_then(|outlook| outlook.outcome.as_ref().ok());
    let put = imported.map(|imported| {
        let (dispatch, scenario) = (playground.dispatch.clone(), imported.scenario.clone());
        Callback::from(move |_: MouseEvent| {
            dispatch.act(Action::Import(Box::new(scenario.clone())));
            dispatch.close_dialog();
        })
    });
    let open = outlook.and_then(tenants::open_question);
    html! {
        <>
            <p class={classes!("about-to", open.is_some().then_some("problem"))} role="status">
                { open.clone().unwrap_or_else(|| outlook.map(|outlook| what_happens(playground, table, outlook)).unwrap_or_default()) }
            </p>
            <div class="dialog-foot">
                <button onclick={clear}>{ "Start over" }</button>
                <button class="primary" disabled={put.is_none() || open.is_some() || table.is_past()} onclick={put}>{ "Put it into the scenario" }</button>
            </div>
        </>
    }
}

/// What becomes of what is on the page.
fn what_happens(playground: &Playground, table: &Table, outlook: &Outlook) -> String {
    let workspace = &playground.snapshot.workspace;
    let title = &table.base().title;
    if table.is_past() {
        return "Sign-ins change no setting: there is nothing to put into the scenario.".into();
    }
    let edits = if workspace.is_edited() { ", with your edits," } else { "" };
    let first = if outlook.anew || outlook.is_whole {
        format!("“{title}”{edits} makes room for what was read.")
    } else if workspace.is_edited() {
        "What was read takes the place of what is on the page; your edits stay where the files say nothing."
            .into()
    } else {
        "What was read takes the place of what is on the page; where the files say nothing, that stays."
            .into()
    };
    format!("{first} One undo brings it all back. From then on, changes are counted from the import.")
}
