//! What the page remembers in passing: it is no part of the work, cannot be undone, and is not kept.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use entente_policy::{Gate, SettingPath};
use entente_workspace::{Action, Edit, Workspace};
use gloo::timers::callback::Timeout;
use web_sys::js_sys::Array;

use crate::address::Notice;
use crate::components::dialogs::Which;
use crate::components::matrix::Place;
use crate::components::search::Found;
use crate::host::Host;

/// Something to do with a playground.
pub(crate) type Step = fn(&Rc<Host>);

/// One playground's.
#[derive(Default)]
pub(crate) struct Passing {
    /// A name that is being typed, with the edit that it will be part of.
    pub(crate) draft: RefCell<Option<(Rc<Edit>, String)>>,
    /// Files that were dropped or chosen and are still to be read, with the side they were given for.
    pub(crate) given: RefCell<Vec<(String, Array)>>,
    /// The dialog that is open.
    pub(crate) dialog: Cell<Option<Which>>,
    /// What is looked for in the matrix.
    pub(crate) query: RefCell<String>,
    /// What has been found of it so far.
    pub(crate) found: RefCell<Option<Found>>,
    /// The next slice of the search.
    pub(crate) searching: RefCell<Option<Timeout>>,
    /// The cell of the matrix that takes part in the tab order.
    pub(crate) place: Cell<Place>,
    /// The gate that is explained in place, with the position of the home tenant.
    pub(crate) gate: Cell<Option<(usize, Gate)>>,
    /// The setting that was brought into sight last.
    pub(crate) pointed_out: RefCell<Option<(SettingPath, u32)>>,
    /// Whether nothing is to be seen yet but what stands inside the element: what it says of the start is still
    /// to be heeded.
    pub(crate) starting: Cell<bool>,
    /// Whether the part that heeds what the element says is here and at work.
    pub(crate) begun: Cell<bool>,
    /// How often another scenario was asked for; what comes late for an earlier one is not wanted any more.
    pub(crate) asked: Cell<u32>,
    /// What to do when the page has been drawn the next time.
    pub(crate) once_drawn: Cell<Option<Step>>,
    /// What the last change of the scenario came from, as an event says it.
    pub(crate) cause: Cell<&'static str>,
    /// What is said of how the page was opened.
    pub(crate) notice: RefCell<Option<Notice>>,
    /// One’s own work, while something is on the page that an address said.
    pub(crate) aside: RefCell<Option<Workspace>>,
    /// How often the scenario has changed.
    pub(crate) version: Cell<u32>,
    /// What was done before the part of the page that does things was there.
    pub(crate) undone: RefCell<Vec<Rc<Action>>>,
}
