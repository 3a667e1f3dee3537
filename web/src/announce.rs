//! What a screen reader says after a step, in one polite sentence or two.

use std::rc::Rc;

use entente_policy::{Outcome, SettingPath};
use entente_workspace::{Action, Answers, Workspace};
use yew::AttrValue;

use crate::host::{Host, Snapshot, opened};
use entente_narrate::{Narrator, feature};

/// Carries an action out. Only `lazy` names this.
pub(crate) fn act(host: &Rc<Host>, action: Rc<Action>) {
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
        let [left, right] = &answers.matrices;
        return narrator.step(&answers.by_last_step, [left, right]).to_string().into();
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
