//! What a compact playground says in place, where a full one leads to settings or to the explanation beside the
//! matrix: why a gate stands as it stands, and what a cell comes to. Only parts that come later reach this.

use std::rc::Rc;

use entente_narrate::Narrator;
use entente_policy::{Decision, Gate, GateResult, Matrix, Outcome, Status};
use entente_workspace::{Action, Cell};
use yew::prelude::*;

use super::why::{ground_words, status_sign, trace};
use super::words::words;
use crate::host::{Dispatch, Host, Playground};

/// People whom a gate treats alike: their names, and one decision that says why.
struct Alike<'a> {
    people: Vec<String>,
    decision: &'a Decision,
    gate: &'a GateResult,
}

/// Why a gate of the direction whose people are the tenant's at `home` stands as it stands: the sentence of everyone it
/// refuses first, then of those it lets through.
pub(crate) fn gate(playground: &Playground, home: usize, gate: Gate) -> Html {
    let Some(matrix) = playground.snapshot.answers.matrices.get(home) else {
        return html! { <ol class="trace" /> };
    };
    let narrator = playground.snapshot.narrator();
    let people = alike(&narrator, matrix, gate);
    let owner = people.first().map(|alike| narrator.owner(alike.gate.owner, &alike.decision.request));
    html! {
        <>
            <h2>{ narrator.gate_of(matrix, gate) }{ " " }<small>{ owner }</small></h2>
            <ol class="trace">
                { for people.iter().map(|alike| html! {
                    <li key={alike.people.join(", ")} class={alike.gate.status.as_str()}>
                        <span class="dot" aria-hidden="true">{ status_sign(alike.gate.status) }</span>
                        <div>
                            <h3>{ alike.people.join(", ") }<span class="hidden">{ format!(": {}. ", narrator.status(alike.gate.status)) }</span></h3>
                            { for alike.gate.grounds.iter().filter(|ground| ground.status == alike.gate.status).enumerate().map(|(at, ground)| html! {
                                <div class="ground" key={at}>{ ground_words(playground, &narrator, alike.decision, alike.gate, ground) }</div>
                            }) }
                        </div>
                    </li>
                }) }
            </ol>
        </>
    }
}

/// The classes of people by what a gate says of them, the worst first.
fn alike<'a>(narrator: &Narrator<'_>, matrix: &'a Matrix, gate: Gate) -> Vec<Alike<'a>> {
    let mut found: Vec<Alike<'a>> = Vec::new();
    for (at, class) in matrix.users.iter().enumerate() {
        let decisions = || (0..matrix.applications.len()).filter_map(|app| matrix.class_decision(at, app));
        // What the feature does not reach whatever the settings say is not what the gate is about.
        let reached = decisions().any(|decision| narrator.out_of_reach(decision).is_none());
        let asked = decisions().filter(|decision| !reached || narrator.out_of_reach(decision).is_none());
        let results = asked.filter_map(|decision| {
            Some((decision, decision.gates.iter().find(|result| result.gate == gate)?))
        });
        // What is open to somebody for one application is open: the handshake counts it so.
        let Some((decision, gate)) = results.min_by_key(|(_, result)| result.status) else { continue };
        let name = narrator.class(matrix, class).name;
        let reasons = |gate: &GateResult| gate.grounds.iter().map(|ground| ground.reason).collect::<Vec<_>>();
        match found.iter_mut().find(|known| reasons(known.gate) == reasons(gate)) {
            Some(known) => known.people.push(name),
            None => found.push(Alike { people: vec![name], decision, gate }),
        }
    }
    found.sort_by_key(|alike| std::cmp::Reverse(alike.gate.status));
    found
}

/// Has the answer in which a gate says its worst be the one that is looked at, so that it is what the way to the full page
/// leads to.
pub(crate) fn look_at(host: &Rc<Host>, home: usize, gate: Gate) {
    let snapshot = host.snapshot();
    let cell = snapshot.answers.matrices.get(home).and_then(|matrix| {
        let first = alike(&snapshot.narrator(), matrix, gate).into_iter().next()?;
        let request = &first.decision.request;
        let (user, application) = (request.user.clone(), request.application.clone());
        Some(Cell { user, application, whole_class: false })
    });
    let dispatch = Dispatch(host.clone());
    dispatch.act(Action::ShowDirection(home));
    dispatch.act(Action::Select(cell));
}

/// What a cell comes to, in short: the answer, the gates that decide with whose they are, and who has to act.
pub(crate) fn verdict(playground: &Playground, decision: &Decision) -> Html {
    let narrator = playground.snapshot.narrator();
    let deciding = || decision.gates.iter().filter(|gate| gate.status != Status::Pass);
    html! {
        <>
            <h3>{ words(&narrator.headline(decision)) }</h3>
            <p class="muted">{ if deciding().next().is_none() { "Every gate on the way is open." } else { "" } }</p>
            <ol class="trace">
                { for deciding().map(|gate| trace(playground, &narrator, decision, gate)) }
            </ol>
            <p class="acts">
                { if decision.outcome == Outcome::Blocked { format!("{}.", narrator.who_acts(decision)) } else { String::new() } }
            </p>
        </>
    }
}
