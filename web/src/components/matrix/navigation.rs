//! Moving about in the matrix with the keyboard: one cell takes part in the tab order, the arrows move it.

use web_sys::{HtmlElement, KeyboardEvent};
use yew::prelude::*;

use crate::host::Dispatch;
use crate::passing::Step;

/// A cell by row and column; column 0 is the row's head.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) row: usize,
    pub(crate) column: usize,
}

impl Place {
    /// What the cell is found by, if it is drawn.
    pub(crate) fn selector(self) -> String {
        format!("[data-at=\"{},{}\"]", self.row, self.column)
    }
}

impl Dispatch {
    /// The cell of the matrix that takes part in the tab order.
    pub(crate) fn place(&self) -> Place {
        self.0.passing.place.get()
    }

    /// Goes to a cell of the matrix.
    pub(crate) fn go_to(&self, place: Place) {
        self.0.passing.place.set(place);
        self.0.redraw();
        if self.find(&place.selector()).is_none() {
            // Of a long list, what is out of sight is yet to be drawn.
            let focus: Step = |host| {
                let dispatch = Dispatch(host.clone());
                dispatch.focus(&dispatch.place().selector());
            };
            self.0.passing.once_drawn.set(Some(focus));
        }
        self.focus(&place.selector());
    }
}

/// The place in the tab order, and what to do with a key. A long table has pages, of `page` rows.
pub(super) fn roving(
    dispatch: &Dispatch,
    [rows, columns]: [usize; 2],
    page: Option<usize>,
) -> (Place, Callback<KeyboardEvent>) {
    let place = dispatch.place();
    let here = Place { row: place.row.min(rows.saturating_sub(1)), column: place.column.min(columns) };
    let dispatch = dispatch.clone();
    let keys = Callback::from(move |event: KeyboardEvent| {
        let at = place_of(&event).unwrap_or(here);
        let last = Place { row: rows.saturating_sub(1), column: columns };
        let to = match (event.key().as_str(), event.ctrl_key()) {
            ("PageUp", _) if page.is_some() => {
                Place { row: at.row.saturating_sub(page.unwrap_or_default()), ..at }
            }
            ("PageDown", _) if page.is_some() => {
                Place { row: (at.row + page.unwrap_or_default()).min(last.row), ..at }
            }
            ("ArrowUp", _) => Place { row: at.row.saturating_sub(1), ..at },
            ("ArrowDown", _) => Place { row: (at.row + 1).min(last.row), ..at },
            ("ArrowLeft", _) => Place { column: at.column.saturating_sub(1), ..at },
            ("ArrowRight", _) => Place { column: (at.column + 1).min(last.column), ..at },
            ("Home", false) => Place { column: 0, ..at },
            ("End", false) => Place { column: last.column, ..at },
            ("Home", true) => Place::default(),
            ("End", true) => last,
            ("Enter" | " ", _) => {
                event.prevent_default();
                let target = event
                    .target()
                    .and_then(|target| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(target).ok());
                if let Some(target) = target {
                    target.click();
                }
                return;
            }
            _ => return,
        };
        event.prevent_default();
        dispatch.go_to(to);
    });
    (here, keys)
}

/// The cell an event came from.
pub(super) fn place_of(event: &KeyboardEvent) -> Option<Place> {
    let cell = wasm_bindgen::JsCast::dyn_into::<HtmlElement>(event.target()?).ok()?;
    let (row, column) = cell.get_attribute("data-at").and_then(|at| {
        let (row, column) = at.split_once(',')?;
        Some((row.parse().ok()?, column.parse().ok()?))
    })?;
    Some(Place { row, column })
}
