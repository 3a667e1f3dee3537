//! The dialogs: their frames are on the page from the start, what is in them comes when it is needed.

use entente_exchange::gallery::Entry;
use yew::prelude::*;

use super::awaited::{export, import};
use super::document::document;
use super::drop_places::drop_places;
use super::gallery::gallery;
use super::share::share;
use crate::host::Playground;
use crate::lazy::{self, When};

/// What is in the dialogs.
#[derive(Clone, Copy)]
pub(crate) struct Dialogs {
    gallery: fn(&Playground) -> Html,
    document: fn(&Playground) -> Html,
    share: fn(&Playground) -> Html,
    import: fn(&Playground) -> Html,
    export: fn(&Playground) -> Html,
    /// Where files can be dropped while they are held over the page.
    pub(crate) drop_places: fn(&Playground) -> Html,
    /// The scenario of the gallery with this id.
    pub(crate) entry: fn(&str) -> Option<&'static Entry>,
}

impl Dialogs {
    /// All of them. Only `lazy` names this.
    pub(crate) const ALL: Dialogs =
        Dialogs { gallery, document, share, import, export, drop_places, entry: Entry::find };
}

/// One of the dialogs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Which {
    /// The scenarios to start from.
    Gallery,
    /// The scenario as text.
    Document,
    /// Links and embeds.
    Share,
    /// Files of real tenants.
    Import,
    /// What was changed, for either side.
    Export,
}

impl Which {
    /// What its frame is found by.
    pub(crate) fn class(self) -> &'static str {
        match self {
            Which::Gallery => "gallery",
            Which::Document => "document",
            Which::Share => "share",
            Which::Import => "import",
            Which::Export => "export",
        }
    }
}

/// The frame of a dialog, and in it what belongs there while it is open.
pub(crate) fn dialog(playground: &Playground, which: Which) -> Html {
    let (id, title) = match which {
        Which::Gallery => ("gallery-title", "Scenarios to start from"),
        Which::Document => ("document-title", "Scenario as text"),
        Which::Share => ("share-title", "Share"),
        Which::Import => ("import-title", "Bring your tenants"),
        Which::Export => ("export-title", "Take the changes away"),
    };
    let close = {
        let dispatch = playground.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.close_dialog())
    };
    let closed = {
        let dispatch = playground.dispatch.clone();
        Callback::from(move |_: Event| dispatch.dialog_closed(which))
    };
    let inside = || match lazy::dialogs(&playground.dispatch, When::Now) {
        Ok(dialogs) => match which {
            Which::Gallery => (dialogs.gallery)(playground),
            Which::Document => (dialogs.document)(playground),
            Which::Share => (dialogs.share)(playground),
            Which::Import => (dialogs.import)(playground),
            Which::Export => (dialogs.export)(playground),
        },
        Err(place) => place,
    };
    html! {
        <dialog class={which.class()} aria-labelledby={id} onclose={closed}>
            <div class="dialog-head">
                <h2 {id}>{ title }</h2>
                <button class="close" aria-label="Close" onclick={close}>{ "×" }</button>
            </div>
            <div class="dialog-body">
                if playground.dispatch.dialog() == Some(which) { { inside() } }
            </div>
        </dialog>
    }
}
