//! One playground's state: the workspace, what it comes to, and who is told when it changes.
//!
//! The host is the owner; components get immutable [`Snapshot`]s and send [`Action`]s.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use entente_narrate::Narrator;
use entente_policy::{Gate, Scenario, SettingPath};
use entente_workspace::{Action, Answers, Edit, Workspace};
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{
    HtmlDialogElement, HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition, ShadowRoot,
};
use yew::prelude::*;

use crate::announce::Acting;
use crate::autosave::{self, Autosave, Saved};
use crate::components::dialogs::Which;
use crate::focus::FocusKeeper;
use crate::lazy::{self, When};
use crate::mode::Mode;
use crate::passing::Passing;

/// The state at one moment. Two snapshots are equal if they are the same one.
#[derive(Clone)]
pub(crate) struct Snapshot(Rc<State>);

#[derive(Clone)]
pub(crate) struct State {
    pub(crate) workspace: Workspace,
    pub(crate) answers: Answers,
    /// What a screen reader says about the last step.
    pub(crate) announcement: AttrValue,
    pub(crate) saved: Saved,
}

impl PartialEq for Snapshot {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl std::ops::Deref for Snapshot {
    type Target = State;

    fn deref(&self) -> &State {
        &self.0
    }
}

impl State {
    pub(crate) fn scenario(&self) -> &Rc<Scenario> {
        self.workspace.scenario()
    }

    pub(crate) fn narrator(&self) -> Narrator<'_> {
        Narrator::new(self.workspace.scenario())
    }
}

/// The owner of the state.
pub(crate) struct Host {
    root: ShadowRoot,
    snapshot: RefCell<Snapshot>,
    listener: RefCell<Option<Callback<Snapshot>>>,
    autosave: Autosave,
    focus: FocusKeeper,
    pub(crate) passing: Passing,
    /// The save that waits for a pause in editing.
    pending: RefCell<Option<Timeout>>,
}

impl Host {
    pub(crate) fn new(root: ShadowRoot, autosave: Autosave, waits: bool) -> Rc<Self> {
        // What was kept is read by a part that is yet to come, and answered by rules that are there.
        let starting = waits || autosave.is_kept();
        let workspace = Workspace::first();
        let state = State {
            answers: Answers::at_rest(&workspace).unwrap_or_default(),
            workspace,
            announcement: AttrValue::default(),
            saved: autosave.state(),
        };
        Rc::new(Host {
            root,
            snapshot: RefCell::new(Snapshot(Rc::new(state))),
            listener: RefCell::default(),
            autosave,
            focus: FocusKeeper::default(),
            passing: Passing { starting: Cell::new(starting), ..Passing::default() },
            pending: RefCell::default(),
        })
    }

    pub(crate) fn snapshot(&self) -> Snapshot {
        self.snapshot.borrow().clone()
    }

    /// What carries actions out, writes and answers, if it is here.
    pub(crate) fn acting(self: &Rc<Self>) -> Option<Acting> {
        lazy::acting(&Dispatch(self.clone()), When::Idle).ok()
    }

    /// Saves once more after a crash, and never again. Returns the scenario as text, if it can be had at this
    /// moment; a crash may come at any.
    pub(crate) fn salvage(self: &Rc<Self>) -> Option<String> {
        let snapshot = self.snapshot.try_borrow().ok()?.clone();
        let acting = self.acting()?;
        if let Ok(mut pending) = self.pending.try_borrow_mut()
            && pending.take().is_some()
        {
            (acting.save)(&self.autosave, &snapshot.workspace);
        }
        Some((acting.text)(snapshot.scenario()))
    }

    pub(crate) fn listen(&self, listener: Option<Callback<Snapshot>>) {
        *self.listener.borrow_mut() = listener;
    }

    /// Carries an action out, now or as soon as it can.
    pub(crate) fn act(self: &Rc<Self>, action: Rc<Action>) {
        match lazy::acting(&Dispatch(self.clone()), When::Now) {
            Ok(acting) => (acting.act)(self, action),
            Err(_) => {
                self.passing.undone.borrow_mut().push(action);
                self.redraw();
            }
        }
    }

    /// Whether something waits to be carried out.
    pub(crate) fn is_behind(&self) -> bool {
        !self.passing.undone.borrow().is_empty()
    }

    /// Catches up on what waited to be carried out.
    pub(crate) fn catch_up(self: &Rc<Self>) {
        let Some(acting) = self.acting() else { return };
        if !self.passing.begun.replace(true) {
            (acting.begin)(self);
        }
        for action in self.passing.undone.take() {
            (acting.act)(self, action);
        }
    }

    /// The work of last time, if it was kept.
    pub(crate) fn resume(&self) -> Option<Workspace> {
        self.autosave.resume()
    }

    /// Goes on with `workspace` and tells the listener, unless nothing changes. For the part that carries actions out
    /// alone: it takes the rules of every gate.
    pub(crate) fn go_on(
        self: &Rc<Self>,
        workspace: Workspace,
        announce: fn(&Snapshot, &Workspace, &Answers) -> AttrValue,
    ) {
        let before = self.snapshot();
        let is_start = self.passing.starting.replace(false);
        if workspace == before.workspace && !is_start {
            return;
        }
        let same_answers = Rc::ptr_eq(workspace.scenario(), before.scenario())
            && Rc::ptr_eq(workspace.baseline(), before.workspace.baseline())
            && workspace.view().feature == before.workspace.view().feature
            && workspace.view().home == before.workspace.view().home;
        let answers = if same_answers { before.answers.clone() } else { before.answers.after(&workspace) };
        let announcement = announce(&before, &workspace, &answers);
        let saved = before.saved;
        self.publish(Snapshot(Rc::new(State { workspace, answers, announcement, saved })));
        if !is_start {
            self.save_soon();
            if let Some(acting) = self.acting() {
                (acting.tell)(self, &before);
            }
        }
    }

    fn publish(&self, snapshot: Snapshot) {
        self.focus.remember(&self.root);
        self.snapshot.replace(snapshot.clone());
        let listener = self.listener.borrow().clone();
        if let Some(listener) = listener {
            listener.emit(snapshot);
        }
    }

    /// Called when every part of the page is there: nothing will be waited for any more. Whoever embeds the
    /// element sees it by its attribute.
    pub(crate) fn is_whole(&self) {
        let _ = self.element().set_attribute("data-whole", "");
    }

    /// Has the same state drawn again, because a part of the page has arrived that was not there before.
    pub(crate) fn redraw(self: &Rc<Self>) {
        self.catch_up();
        let same = (*self.snapshot()).clone();
        self.publish(Snapshot(Rc::new(same)));
    }

    /// Called when the page has been drawn anew.
    pub(crate) fn drawn(self: &Rc<Self>) {
        let pointed_out = self.snapshot().workspace.view().pointed_out.clone();
        let before = self.passing.pointed_out.replace(pointed_out.clone());
        if let Some((path, _)) = pointed_out.as_ref().filter(|_| before != pointed_out) {
            Dispatch(self.clone()).bring_into_sight(path);
        }
        self.focus.restore(&self.root);
        if !self.passing.starting.get() {
            let _ = self.element().set_attribute("data-ready", "");
        }
        if let Some(next) = self.passing.once_drawn.take() {
            next(self);
        }
    }

    /// The custom element.
    pub(crate) fn element(&self) -> HtmlElement {
        self.root.host().unchecked_into()
    }

    /// How much of the playground is shown.
    pub(crate) fn mode(&self) -> Mode {
        Mode::of(&self.element())
    }

    /// Whether whoever embeds the element lets nobody change anything.
    pub(crate) fn is_readonly(&self) -> bool {
        self.root.host().has_attribute("readonly")
    }

    /// Whether this playground is the page itself, rather than a part of one.
    pub(crate) fn is_page(&self) -> bool {
        self.snapshot().saved != Saved::NotWanted
    }

    /// The role of what stands beside something: a landmark of a page, and none of a part of one.
    pub(crate) fn aside(&self) -> Option<&'static str> {
        (!self.is_page()).then_some("region")
    }

    fn save_soon(self: &Rc<Self>) {
        let host = Rc::downgrade(self);
        let timeout = Timeout::new(autosave::PAUSE, move || {
            if let Some(host) = host.upgrade() {
                host.save_now();
            }
        });
        self.pending.replace(Some(timeout));
    }

    /// Saves what waits to be saved.
    pub(crate) fn save_now(self: &Rc<Self>) {
        if self.pending.borrow_mut().take().is_none() {
            return;
        }
        let Some(acting) = self.acting() else { return self.save_soon() };
        let snapshot = self.snapshot();
        let saved = (acting.save)(&self.autosave, &snapshot.workspace);
        if saved != snapshot.saved {
            self.publish(Snapshot(Rc::new(State { saved, ..(*snapshot).clone() })));
        }
    }
}

/// The way to act on the state, for components. It never changes.
#[derive(Clone)]
pub(crate) struct Dispatch(pub(crate) Rc<Host>);

impl PartialEq for Dispatch {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Dispatch {
    pub(crate) fn act(&self, action: impl Into<Rc<Action>>) {
        let action = action.into();
        let explains = matches!(*action, Action::Select(Some(_)));
        self.0.act(action);
        // Where the explanation stands below the matrix, whoever asked for it is taken to it.
        if explains && self.is_stacked() {
            self.scroll_to(".why", ScrollLogicalPosition::Start);
            self.scroll_to(".only > .told", ScrollLogicalPosition::Nearest);
        }
    }

    /// Whether the playground is too narrow for the explanation to stand beside the matrix (`media.css`).
    fn is_stacked(&self) -> bool {
        self.0.root.host().client_width() <= 1180
    }

    fn scroll_to(&self, selector: &str, block: ScrollLogicalPosition) {
        let Some(element) = self.find(selector) else { return };
        let options = ScrollIntoViewOptions::new();
        options.set_behavior(ScrollBehavior::Smooth);
        options.set_block(block);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }

    pub(crate) fn edit(&self, edit: Edit) {
        self.act(Action::Edit(edit));
    }

    /// Carries an edit out with this name.
    pub(crate) fn edit_named(&self, edit: &Rc<Edit>, name: String) {
        self.act(Action::EditNamed(edit.clone(), name));
    }

    pub(crate) fn find(&self, selector: &str) -> Option<HtmlElement> {
        self.0.root.query_selector(selector).ok()??.dyn_into().ok()
    }

    /// Hands an element the focus.
    pub(crate) fn focus(&self, selector: &str) {
        if let Some(element) = self.find(selector) {
            let _ = element.focus();
        }
    }

    /// The dialog that is open.
    pub(crate) fn dialog(&self) -> Option<Which> {
        self.0.passing.dialog.get()
    }

    /// Opens a dialog, in place of another.
    pub(crate) fn open_dialog(&self, which: Which) {
        if self.dialog().is_some_and(|open| open != which) {
            self.close_dialog();
        }
        self.0.passing.dialog.set(Some(which));
        self.0.redraw();
        let dialog = self.find(&format!("dialog.{}", which.class()));
        if let Some(dialog) = dialog.and_then(|dialog| dialog.dyn_into::<HtmlDialogElement>().ok()) {
            // Fails only for a dialog that is open already.
            let _ = dialog.show_modal();
        }
    }

    /// Called when a dialog has been closed, in whatever way.
    pub(crate) fn dialog_closed(&self, which: Which) {
        if self.dialog() == Some(which) {
            self.0.passing.dialog.set(None);
            self.0.redraw();
        }
    }

    /// Takes files to be read, for one side of the page or for whichever they are of.
    pub(crate) fn give(&self, side: String, files: web_sys::js_sys::Array) {
        self.0.passing.given.borrow_mut().push((side, files));
        self.open_dialog(Which::Import);
    }

    /// Closes whichever dialog is open.
    pub(crate) fn close_dialog(&self) {
        let open = self.find("dialog[open]").and_then(|dialog| dialog.dyn_into::<HtmlDialogElement>().ok());
        if let Some(dialog) = open {
            dialog.close();
        }
    }

    /// Scrolls to where a setting is edited, opens what hides it, and hands it the focus.
    pub(crate) fn bring_into_sight(&self, path: &SettingPath) {
        // The nearest thing around it that has a place: the whole setting for a half, the list for an item.
        let mut place = path.to_string();
        let (selector, element) = loop {
            let selector = format!("[data-setting=\"{place}\"]");
            if let Some(element) = self.find(&selector) {
                break (selector, element);
            }
            match place.rsplit_once('/') {
                Some((around, _)) => place = around.to_string(),
                None => return,
            }
        };
        let mut around = element.closest("details").ok().flatten();
        while let Some(details) = around {
            let _ = details.set_attribute("open", "");
            around = details.parent_element().and_then(|parent| parent.closest("details").ok().flatten());
        }
        self.scroll_to(&selector, ScrollLogicalPosition::Center);
        let _ = element.focus();
    }

    /// What is looked for in the matrix.
    pub(crate) fn query(&self) -> String {
        self.0.passing.query.borrow().clone()
    }

    /// Looks for something in the matrix.
    pub(crate) fn look_for(&self, query: String) {
        self.0.passing.query.replace(query);
        self.0.redraw();
    }

    /// The gate that is explained in place, of the direction whose people are the tenant's at `home`.
    pub(crate) fn gate(&self, home: usize) -> Option<Gate> {
        self.0.passing.gate.get().filter(|(of, _)| *of == home).map(|(_, gate)| gate)
    }

    /// Explains a gate in place, or leaves off.
    pub(crate) fn explain(&self, home: usize, gate: Gate) {
        let told = self.gate(home) == Some(gate);
        self.0.passing.gate.set((!told).then_some((home, gate)));
        if let Some(acting) = self.0.acting().filter(|_| !told) {
            (acting.look_at)(&self.0, home, gate);
        }
        self.0.redraw();
    }

    /// The name that is being typed for `edit`, if it is being typed.
    pub(crate) fn draft(&self, edit: &Edit) -> Option<String> {
        let draft = self.0.passing.draft.borrow();
        draft.as_ref().filter(|(of, _)| **of == *edit).map(|(_, name)| name.clone())
    }

    /// Keeps the name that is being typed while the page is drawn again, or lets go of it.
    pub(crate) fn set_draft(&self, draft: Option<(Rc<Edit>, String)>) {
        self.0.passing.draft.replace(draft);
    }

    /// A callback that acts, whatever it is called with.
    pub(crate) fn on<E: 'static>(&self, action: Action) -> Callback<E> {
        let (dispatch, action) = (self.clone(), Rc::new(action));
        Callback::from(move |_| dispatch.act(action.clone()))
    }
}

/// What every component is given: the state, and the way to act on it.
#[derive(Clone, PartialEq)]
pub(crate) struct Playground {
    pub(crate) snapshot: Snapshot,
    pub(crate) dispatch: Dispatch,
}

/// The props of a component that shows the state and nothing else.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Shared {
    pub(crate) playground: Playground,
}
