//! The bar at the top.

use entente_workspace::Action;
use web_sys::{HtmlElement, HtmlSelectElement};
use yew::prelude::*;

use super::dialogs::{Which, dialog};
use crate::host::Playground;
use crate::theme::Theme;

/// Brand, scenario, undo and redo, the scenario as text, the theme of the custom element.
pub(crate) fn bar(playground: &Playground, element: &HtmlElement) -> Html {
    let workspace = &playground.snapshot.workspace;
    let opening = |which: Which| {
        let dispatch = playground.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.open_dialog(which))
    };
    let theme = Theme::of(element);
    let set_theme = {
        let element = element.clone();
        Callback::from(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            let chosen = usize::try_from(select.selected_index()).ok().and_then(|at| Theme::ALL.get(at));
            if let Some(chosen) = chosen {
                chosen.set(&element);
            }
        })
    };
    // The settings hold some seventy controls; whoever only reads the answer need not pass them.
    let skip = {
        let dispatch = playground.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.focus("table [tabindex=\"0\"]"))
    };
    let title = &workspace.scenario().title;
    let page = playground.dispatch.0.is_page();
    let readonly = playground.dispatch.0.is_readonly();
    html! {
        <@{if page { "header" } else { "div" }} class="bar">
            <button class="skip" onclick={skip}>{ "Skip to who can connect" }</button>
            <span class="brand">
                <svg viewBox="0 0 32 20" aria-hidden="true">
                    <circle cx="11" cy="10" r="8.5" class="a" />
                    <circle cx="21" cy="10" r="8.5" class="b" />
                    <path d="M16 3.2a8.5 8.5 0 0 1 0 13.6a8.5 8.5 0 0 1 0-13.6z" class="m" />
                </svg>
                <@{if page { "h1" } else { "b" }}>{ "Entente" }</@>
            </span>
            <button class="scenario" aria-haspopup="dialog" disabled={readonly} onclick={opening(Which::Gallery)}>
                <span>{ if title.is_empty() { "Untitled scenario" } else { title } }</span>
                <small>{ if workspace.is_edited() { "edited" } else { "" } }</small>
                <i class="chev" aria-hidden="true" />
            </button>
            <div class="tools">
                <button class="icon" aria-label="Undo" title="Undo (Ctrl+Z)" disabled={readonly || !workspace.can_undo()} onclick={playground.dispatch.on::<MouseEvent>(Action::Undo)}>{ "↶" }</button>
                <button class="icon" aria-label="Redo" title="Redo (Ctrl+Shift+Z)" disabled={readonly || !workspace.can_redo()} onclick={playground.dispatch.on::<MouseEvent>(Action::Redo)}>{ "↷" }</button>
                <span class="sep" />
                <button aria-haspopup="dialog" disabled={readonly} onclick={opening(Which::Import)}>{ "Import" }</button>
                <button aria-haspopup="dialog" onclick={opening(Which::Export)}>{ "Export" }</button>
                <button aria-haspopup="dialog" aria-label="Scenario as text" onclick={opening(Which::Document)}><span class="long">{ "Scenario as " }</span>{ "text" }</button>
                <button aria-haspopup="dialog" onclick={opening(Which::Share)}>{ "Share" }</button>
                <select class="theme" aria-label="Theme" onchange={set_theme}>
                    { for Theme::ALL.iter().map(|option| html! {
                        <option key={option.word()} selected={theme == *option}>{ option.label() }</option>
                    }) }
                </select>
            </div>
            { dialog(playground, Which::Gallery) }
            { dialog(playground, Which::Document) }
            { dialog(playground, Which::Share) }
            { dialog(playground, Which::Import) }
            { dialog(playground, Which::Export) }
        </@>
    }
}
