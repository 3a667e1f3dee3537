//! Sign-ins among the files: what the changes so far would have meant for those who connected.

use std::rc::Rc;

use entente_exchange::activity::{Activity, Effect, LeftOut, Replay, Seen};
use entente_exchange::import::{Choices, Plan, What};
use entente_narrate::grouped;
use entente_policy::{Replayed, Scenario, replay};
use yew::prelude::*;

use super::files::marked;
use crate::components::tenant::counted;

/// How many ways of each kind are listed.
const LISTED: usize = 100;

/// What was seen, and what two states of the scenario say of it.
pub(super) struct Past {
    activity: Activity,
    decisions: Vec<Replayed>,
    /// The scenario that things are called by their names in.
    scenario: Scenario,
    /// Whether there are two states to compare: before the changes, and now.
    is_change: bool,
}

impl Past {
    /// The sign-ins of a plan, if it holds any. `change` is the scenario before the changes and after them.
    pub(super) fn of(plan: &Plan, choices: &Choices, change: [&Scenario; 2]) -> Option<Self> {
        if !plan.pieces.iter().any(|piece| is_sign_in(piece.what)) {
            return None;
        }
        let [before, after] = change;
        let activity = Activity::of(plan, after, choices);
        let is_change = before != after;
        let known = activity.known_in(after);
        let before = is_change.then(|| activity.known_in(before));
        let decisions = replay(before.as_ref().unwrap_or(&known), &known, &activity.requests());
        Some(Past { activity, decisions, scenario: known, is_change })
    }
}

/// Whether something is no part of a scenario, but says what has happened.
pub(super) fn is_sign_in(what: What) -> bool {
    matches!(what, What::SignIn | What::SignIns)
}

/// Who would be stopped, who would get in, and what does not fit.
pub(super) fn past(past: &Rc<Past>) -> Html {
    let replay = Replay::of(&past.activity, past.decisions.clone());
    let compared = if past.is_change {
        "What the sign-ins came to before your changes, beside what they come to now."
    } else {
        "Nothing has been changed, so this only says how far the scenario and the sign-ins agree. Change something, and give the file again."
    };
    let effects = Effect::ALL.into_iter().filter(|effect| replay.with(*effect).next().is_some());
    html! {
        <section class="past" aria-labelledby="import-past">
            <h3 id="import-past">{ "What the sign-ins say" }</h3>
            <p role="status">{ replay.headline() }</p>
            <p class="muted">{ compared }</p>
            { for effects.map(|effect| html! { <details key={effect.code()} class="aside" open={effect != Effect::Same}>{ ways(&replay, effect, &past.scenario) }</details> }) }
            <p class="muted" hidden={!past.activity.is_silent}>{ "Not every file says which sign-ins succeeded; those that do not are taken to have." }</p>
            <ul class="missing">
                { for past.activity.left_out.iter().enumerate().map(|(at, left)| html! { <li key={at}>{ left_out(left) }</li> }) }
            </ul>
        </section>
    }
}

fn ways(replay: &Replay<'_>, effect: Effect, scenario: &Scenario) -> Html {
    let count = replay.with(effect).count();
    let people = counted(replay.people(effect), "person", "people");
    let more = count.saturating_sub(LISTED);
    let is_warning = matches!(effect, Effect::Stopped | Effect::Uncertain | Effect::Contradicted);
    let (list, warned) = if is_warning { ("notes", Some("warned")) } else { ("missing", None) };
    html! {
        <>
            <summary><b>{ effect.title() }</b>{ format!(": {people}") }</summary>
            <p class="muted" hidden={effect.advice().is_none()}>{ effect.advice() }</p>
            <ul class={list}>
                { for replay.with(effect).take(LISTED).enumerate().map(|(at, seen)| html! { <li key={at} class={warned}>{ way(replay, seen, scenario) }</li> }) }
            </ul>
            <p class="muted" hidden={more == 0}>{ format!("and {} more; `entente replay --json` tells all of them.", grouped(more)) }</p>
        </>
    }
}

fn way(replay: &Replay<'_>, seen: &Seen<'_>, scenario: &Scenario) -> Html {
    let told = replay.told(seen, scenario);
    let because = if told.because.is_empty() { String::new() } else { format!("{}. ", told.because) };
    html! {
        <>
            <b>{ &told.who }</b>{ format!(" to {}. ", told.to) }<small>{ format!("{because}By {}: {}.", told.by, told.times) }</small>
        </>
    }
}

fn left_out(left: &LeftOut) -> Html {
    html! { <>{ marked(&left.says()) }{ " " }<small>{ format!("{}, first at {}", left.file, left.pointer) }</small></> }
}
