//! Why: the explanation of one cell, gate by gate.

use entente_narrate::{Narrator, Reference, feature, grouped, setting_short, standing_word};
use entente_policy::{Decision, Gate, GateResult, Ground, Id, NotModelled, Owner, Session, Status, Subject};
use entente_workspace::Action;
use yew::prelude::*;

use super::compact;
use super::consequences::consequences;
use super::directory::people::session_checks;
use super::words::words;
use crate::host::Playground;
use crate::lazy::{self, When};

/// What explains.
#[derive(Clone, Copy)]
pub(crate) struct Explaining {
    /// A cell, gate by gate.
    cell: fn(&Playground, &Decision, bool) -> Html,
    /// A cell in short.
    verdict: fn(&Playground, &Decision) -> Html,
    /// A gate, for everyone who comes to it.
    pub(crate) gate: fn(&Playground, usize, Gate) -> Html,
}

impl Explaining {
    /// All of it. Only `lazy` names this.
    pub(crate) const ALL: Explaining =
        Explaining { cell: explanation, verdict: compact::verdict, gate: compact::gate };
}

/// What the chosen cell comes to, in short: for a matrix without the explanation beside it.
pub(crate) fn verdict(playground: &Playground) -> Html {
    let snapshot = &playground.snapshot;
    let told = match &snapshot.workspace.view().cell {
        Some(cell) => match lazy::explanation(&playground.dispatch, When::Now) {
            Ok(explaining) => (explaining.verdict)(playground, &snapshot.answers.decision(cell)),
            Err(place) => place,
        },
        None => html! { <p class="muted">{ "Choose a cell, and what decides it is said here." }</p> },
    };
    html! { <div class="told">{ told }</div> }
}

/// The explanation of the selected cell.
pub(crate) fn why(playground: &Playground) -> Html {
    let snapshot = &playground.snapshot;
    match &snapshot.workspace.view().cell {
        Some(cell) => html! {
            <aside class="why" role={playground.dispatch.0.aside()} aria-labelledby="why-headline">
                { match lazy::explanation(&playground.dispatch, When::Now) {
                    Ok(explaining) => (explaining.cell)(playground, &snapshot.answers.decision(cell), cell.whole_class),
                    Err(place) => html! { <><h2 id="why-headline">{ "Why?" }</h2>{ place }</> },
                } }
            </aside>
        },
        None => html! {
            <aside class="why none" role={playground.dispatch.0.aside()} aria-labelledby="why-headline">
                <h2 id="why-headline">{ "Why?" }</h2>
                <p class="muted">{ "Choose a cell: every gate is explained here, whose it is, which setting decided, and who has to act." }</p>
            </aside>
        },
    }
}

/// The explanation itself.
fn explanation(playground: &Playground, decision: &Decision, whole_class: bool) -> Html {
    let snapshot = &playground.snapshot;
    let narrator = snapshot.narrator();
    let request = &decision.request;
    let kick = format!(
        "{} · {} → {}",
        feature(request.feature),
        narrator.tenant(&request.home),
        narrator.tenant(&request.resource)
    );
    let alike = alike(playground, decision, whole_class);
    let close = playground.dispatch.on::<MouseEvent>(Action::Select(None));
    html! {
        <>
            <div class="why-head">
                <p class="kick">{ kick }</p>
                <button class="close" aria-label="Close the explanation" onclick={close}>{ "×" }</button>
            </div>
            <h2 id="why-headline">{ words(&narrator.headline(decision)) }</h2>
            <p class="alike">{ alike }</p>
            <ol class="trace">
                { for decision.gates.iter().filter(|gate| !gate.is_at_rest()).map(|gate| trace(playground, &narrator, decision, gate)) }
            </ol>
            { at_rest(&narrator, decision) }
            { remedies(&narrator, decision) }
            { consequences(playground, decision, html! {
                <>
                    <p>{ words(&narrator.user_sees(decision)) }</p>
                    { codes(&narrator, decision) }
                </>
            }) }
            { session(playground, decision) }
            { assumptions(&narrator, &decision.not_modelled) }
        </>
    }
}

/// How many others get the same answer.
fn alike(playground: &Playground, decision: &Decision, whole_class: bool) -> String {
    let matrix = playground.snapshot.answers.matrix();
    let Subject::User(id) = &decision.request.user else {
        return "Whoever no list names, now or later.".into();
    };
    let users = &matrix.connection.home.directory.users;
    let class = users
        .iter()
        .position(|user| user.id == *id)
        .and_then(|at| matrix.class_of_user(at))
        .and_then(|class| matrix.users.get(class));
    let others = class.map_or(0, |class| class.members.len().saturating_sub(1));
    let anyone = class.is_some_and(|class| class.any_other);
    match (others, anyone, whole_class) {
        (0, false, _) => String::new(),
        (0, true, _) => "The same for anyone else whom no list names.".into(),
        (1, false, _) => "The same for 1 other person.".into(),
        (1, true, _) => "The same for 1 other person, and for anyone else whom no list names.".into(),
        (others, false, _) => format!("The same for {} other people.", grouped(others)),
        (others, true, _) => {
            format!("The same for {} other people, and for anyone else whom no list names.", grouped(others))
        }
    }
}

pub(crate) fn status_sign(status: Status) -> &'static str {
    match status {
        Status::Pass => "✓",
        Status::Prompt => "◔",
        Status::Depends => "?",
        Status::Undocumented => "≟",
        Status::Fail => "✕",
    }
}

/// The position of the tenant that owns a gate, for its colour.
fn side(playground: &Playground, decision: &Decision, owner: Owner) -> Option<&'static str> {
    let id: &Id = match owner {
        Owner::Home => &decision.request.home,
        Owner::Resource => &decision.request.resource,
        Owner::Both | Owner::Network | Owner::Service => return None,
    };
    let tenants = &playground.snapshot.scenario().tenants;
    match tenants.iter().position(|tenant| tenant.id == *id) {
        Some(0) => Some("c"),
        Some(1) => Some("f"),
        _ => None,
    }
}

/// A gate of a decision, with the ground of what it says.
pub(crate) fn trace(
    playground: &Playground,
    narrator: &Narrator<'_>,
    decision: &Decision,
    gate: &GateResult,
) -> Html {
    let paths: Vec<_> = gate.grounds.iter().flat_map(|ground| ground.settings.clone()).collect();
    let hint = |action: Action| {
        let dispatch = playground.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.act(action.clone()))
    };
    html! {
        <li
            key={format!("{:?}", gate.gate)}
            class={classes!(gate.status.as_str(), side(playground, decision, gate.owner))}
            onmouseenter={hint(Action::Hint(paths))}
            onmouseleave={hint(Action::Hint(Vec::new()))}
        >
            <span class="dot" aria-hidden="true">{ status_sign(gate.status) }</span>
            <div>
                <h3>
                    { narrator.gate(gate.gate, &decision.request) }
                    <span class="hidden">{ format!(": {}. ", narrator.status(gate.status)) }</span>
                    { " " }<small>{ narrator.owner(gate.owner, &decision.request) }</small>
                </h3>
                <div class="grounds">
                    { for gate.grounds.iter().enumerate().map(|(at, ground)| html! {
                        <div class="ground" key={at}>{ ground_words(playground, narrator, decision, gate, ground) }</div>
                    }) }
                </div>
            </div>
        </li>
    }
}

/// A ground in words, with its notes, its readings and its standing.
pub(crate) fn ground_words(
    playground: &Playground,
    narrator: &Narrator<'_>,
    decision: &Decision,
    gate: &GateResult,
    ground: &Ground,
) -> Html {
    let reference = Reference::of(ground.statement);
    let mut settings: Vec<&entente_policy::SettingPath> = Vec::new();
    for path in &ground.settings {
        // Two halves of one setting stand in one place.
        if !settings.iter().any(|known| same_place(known, path)) {
            settings.push(path);
        }
    }
    html! {
        <>
            <p>{ words(&narrator.ground(decision, gate, ground)) }</p>
            <ul class="notes">
                { for ground.notes.iter().enumerate().map(|(at, note)| html! {
                    <li key={at}>{ words(&narrator.note(&decision.request, note)) }</li>
                }) }
            </ul>
            <ul class="readings">
                { for ground.readings.iter().map(|reading| html! {
                    <li key={reading.reason.code()}>
                        <i aria-hidden="true">{ status_sign(reading.status) }</i>{ " " }
                        { narrator.reading(reading.reason) }{ ": " }<b>{ narrator.status(reading.status) }</b>
                    </li>
                }) }
            </ul>
            <p class="facts">
                <span>if let Some(code) = ground.error { <code>{ code.as_str() }</code> }</span>
                <details class="standing">
                    <summary>{ standing_word(ground.standing) }</summary>
                    <span class="says">{ reference.says }{ " " }<a href={reference.address} target="_blank" rel="noopener">{ "Microsoft’s page" }</a></span>
                </details>
                <span class="to-settings">
                    { for settings.into_iter().map(|path| html! {
                        <button
                            key={path.to_string()}
                            class="link"
                            aria-label={format!("Show {}: {}", setting_short(path), narrator.setting(path))}
                            onclick={playground.dispatch.on::<MouseEvent>(Action::PointOut(path.clone()))}
                        >{ "Show " }{ setting_short(path) }</button>
                    }) }
                </span>
            </p>
        </>
    }
}

fn same_place(a: &entente_policy::SettingPath, b: &entente_policy::SettingPath) -> bool {
    use entente_policy::SettingPath::CrossTenantAccess;
    match (a, b) {
        (
            CrossTenantAccess { tenant, layer, property, .. },
            CrossTenantAccess { tenant: t, layer: l, property: p, .. },
        ) => tenant == t && layer == l && property == p,
        _ => a == b,
    }
}

fn remedies(narrator: &Narrator<'_>, decision: &Decision) -> Html {
    let mut remedies = Vec::new();
    for gate in decision.gates.iter().filter(|gate| gate.status == Status::Fail) {
        for ground in gate.grounds.iter().filter(|ground| ground.status == Status::Fail) {
            if let Some(remedy) = narrator.remedy(decision, gate, ground)
                && !remedies.contains(&remedy)
            {
                remedies.push(remedy);
            }
        }
    }
    html! {
        <section class="repairs">
            if !remedies.is_empty() {
                <h3>{ narrator.who_acts(decision) }</h3>
                <ul>
                    { for remedies.iter().enumerate().map(|(at, remedy)| html! { <li key={at}>{ words(remedy) }</li> }) }
                </ul>
            }
        </section>
    }
}

/// What the codes mean, with the caution that belongs to them.
fn codes(narrator: &Narrator<'_>, decision: &Decision) -> Html {
    let mut codes = Vec::new();
    for code in decision.failing().filter_map(|ground| ground.error) {
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    html! {
        <div class="codes">
            if !codes.is_empty() {
                <ul>
                    { for codes.iter().map(|code| html! {
                        <li key={code.as_str()}><code>{ code.as_str() }</code>{ " " }{ narrator.error(*code) }</li>
                    }) }
                </ul>
                <p class="muted">{ "Microsoft says that codes and their texts may change." }</p>
            }
        </div>
    }
}

/// The session of the person asked about, to be changed here.
fn session(playground: &Playground, decision: &Decision) -> Html {
    let narrator = playground.snapshot.narrator();
    let request = &decision.request;
    let Some(home) = playground.snapshot.scenario().tenant(&request.home) else {
        return html! { <fieldset class="session" /> };
    };
    let (user, session): (Option<&Id>, &Session) = match &request.user {
        Subject::User(id) => match home.directory.user(id) {
            Some(user) => (Some(&user.id), &user.session),
            None => (None, &home.directory.any_other_user),
        },
        _ => (None, &home.directory.any_other_user),
    };
    let name = narrator.user(&request.home, &request.user);
    let here = format!("{name}, in this explanation");
    html! {
        <fieldset class="session checks" disabled={playground.dispatch.0.is_readonly()}>
            <legend>{ format!("In the session of {name}") }</legend>
            { session_checks(&playground.dispatch, &request.home, user, &here, session) }
        </fieldset>
    }
}

/// The gates that nothing in the scenario has to do with, in one line to open.
fn at_rest(narrator: &Narrator<'_>, decision: &Decision) -> Html {
    let gates: Vec<&GateResult> = decision.gates.iter().filter(|gate| gate.is_at_rest()).collect();
    let count = if gates.len() == 1 {
        "1 more gate lets".to_owned()
    } else {
        format!("{} more gates let", gates.len())
    };
    html! {
        <details class="at-rest" hidden={gates.is_empty()}>
            <summary>{ count }{ " everyone through, as shipped" }</summary>
            <ul>
                { for gates.iter().map(|gate| html! {
                    <li key={gate.gate.as_str()}>
                        <b>{ narrator.gate(gate.gate, &decision.request) }</b>{ ": " }
                        { for gate.grounds.iter().map(|ground| words(&narrator.ground(decision, gate, ground))) }
                    </li>
                }) }
            </ul>
        </details>
    }
}

fn assumptions(narrator: &Narrator<'_>, not_modelled: &[NotModelled]) -> Html {
    html! {
        <details class="assumes">
            <summary>{ "What this answer takes for granted" }</summary>
            <ul>
                { for not_modelled.iter().map(|what| html! {
                    <li key={format!("{what:?}")}>{ narrator.not_modelled(*what) }</li>
                }) }
            </ul>
        </details>
    }
}
