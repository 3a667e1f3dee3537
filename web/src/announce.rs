//! What is done with the scenario: it is changed, with what a screen reader says of that, written, and asked.

use std::rc::Rc;

use entente_exchange::document;
use entente_policy::{Gate, Outcome, Request, Scenario, SettingPath, Shape, evaluate};
use entente_workspace::{Action, Answers, Workspace};
use serde_json::Value;
use web_sys::js_sys::Function;
use yew::{AttrValue, Html};

use crate::autosave::{Autosave, Saved};
use crate::components::compact;
use crate::host::{Host, Playground, Snapshot};
use crate::{address, attributes, events};
use entente_narrate::{Narrator, feature};

/// What is done.
#[derive(Clone, Copy)]
pub(crate) struct Acting {
    /// Carries an action out.
    pub(crate) act: fn(&Rc<Host>, Rc<Action>),
    /// Keeps the work in the browser's storage.
    pub(crate) save: fn(&Autosave, &Workspace) -> Saved,
    /// The scenario document, as text.
    pub(crate) text: fn(&Scenario) -> String,
    /// Opens a scenario document, which is text, in place of what is on the page.
    pub(crate) restore: fn(&Rc<Host>, &str) -> Result<(), String>,
    /// The decision on a request, which is JSON, as JSON.
    pub(crate) evaluate: fn(&Scenario, &str) -> Result<String, String>,
    /// Heeds what the element says, for the first time.
    pub(crate) begin: fn(&Rc<Host>),
    /// Heeds what the element says, by the names of the attributes that changed.
    pub(crate) turn: fn(&Rc<Host>, &str),
    /// Tells whoever embeds the element what has changed since.
    pub(crate) tell: fn(&Rc<Host>, &Snapshot),
    /// Heeds the page’s address, which has changed.
    pub(crate) follow: fn(&Rc<Host>),
    /// What is said of how the page was opened.
    pub(crate) notice: fn(&Playground) -> Html,
    /// The way to the full page with everything that is here.
    pub(crate) in_full: fn(&Playground) -> Html,
    /// Looks at an answer that a gate decides, of the direction whose people are the tenant's at a position.
    pub(crate) look_at: fn(&Rc<Host>, usize, Gate),
    /// Makes the address of the full page with everything that is here.
    pub(crate) link: fn(&Rc<Host>, Function, Function),
}

impl Acting {
    /// All of it. Only `lazy` names this.
    pub(crate) const ALL: Acting = Acting {
        act,
        save: Autosave::save,
        text: document::to_text,
        restore,
        evaluate: asked,
        begin: attributes::begin,
        turn: attributes::turn,
        tell: events::tell,
        follow: address::follow,
        notice: address::notice,
        in_full: address::in_full,
        look_at: compact::look_at,
        link: address::hand_over,
    };
}

fn restore(host: &Rc<Host>, text: &str) -> Result<(), String> {
    let scenario = document::from_text(text).map_err(|error| error.to_string())?;
    host.passing.undone.take();
    host.passing.cause.set("restore");
    let workspace = host.snapshot().workspace.open(scenario);
    host.go_on(workspace, |_, workspace, _| opened(workspace));
    Ok(())
}

/// What the opening of a scenario is announced as.
pub(crate) fn opened(workspace: &Workspace) -> AttrValue {
    format!("Opened: {}.", workspace.scenario().title).into()
}

fn asked(scenario: &Scenario, request: &str) -> Result<String, String> {
    let request: Value = serde_json::from_str(request).unwrap_or_default();
    let request = Request::from_json(request).map_err(|error| format!("not a request: {error}"))?;
    Ok(evaluate(scenario, &request).to_json().to_string())
}

fn act(host: &Rc<Host>, action: Rc<Action>) {
    if host.is_readonly() && !action.only_looks() {
        return;
    }
    host.passing.cause.set(events::cause(&action));
    let workspace = host.snapshot().workspace.apply(Rc::unwrap_or_clone(action));
    host.go_on(workspace, step);
}

/// What the step from `before` to `workspace` is announced as; the earlier announcement if it is none.
fn step(before: &Snapshot, workspace: &Workspace, answers: &Answers) -> AttrValue {
    let narrator = Narrator::new(workspace.scenario());
    let view = workspace.view();
    let earlier = before.workspace.view();
    if !Rc::ptr_eq(workspace.scenario(), before.scenario()) {
        if !workspace.can_undo() && !workspace.can_redo() {
            return opened(workspace);
        }
        let came_of_it = narrator.step(&answers.by_last_step);
        let is_import = Rc::ptr_eq(workspace.scenario(), workspace.baseline())
            && workspace.can_undo()
            && !workspace.can_redo();
        return match is_import {
            true => format!("The files are in the scenario. {came_of_it}").into(),
            false => came_of_it.to_string().into(),
        };
    }
    if view.feature != earlier.feature || view.home != earlier.home {
        let handshake = answers.handshakes.get(view.home);
        let people = handshake.map(|handshake| narrator.people_connected(handshake)).unwrap_or_default();
        let name = |at: usize| workspace.scenario().tenants.get(at).map(|tenant| tenant.display_name.clone());
        return format!(
            "{}, {} to {}: {people} can connect.",
            feature(view.feature),
            name(view.home).unwrap_or_default(),
            name(view.resource()).unwrap_or_default(),
        )
        .into();
    }
    if view.cell != earlier.cell {
        return match &view.cell {
            Some(cell) => {
                let decision = answers.decision(cell);
                let headline = narrator.headline(&decision);
                match decision.outcome {
                    Outcome::Blocked => format!("{headline} {}.", narrator.who_acts(&decision)).into(),
                    _ => headline.to_string().into(),
                }
            }
            None => "Explanation closed.".into(),
        };
    }
    if view.pointed_out != earlier.pointed_out {
        return view
            .pointed_out
            .as_ref()
            .map(|(path, _): &(SettingPath, u32)| narrator.setting(path))
            .unwrap_or_default()
            .into();
    }
    before.announcement.clone()
}
