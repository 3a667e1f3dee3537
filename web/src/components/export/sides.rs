//! One tenant’s changes.

use entente_exchange::changes::{Changes, Operation, Remark, Spelling};
use yew::prelude::*;

use super::file_name;
use crate::components::copied::Copyable;
use crate::components::tenant::counted;
use crate::host::Playground;

/// What was changed in one tenant: what is to be known first, then what is done, then the text that does it.
pub(super) fn one_side(playground: &Playground, changes: &Changes, spelling: Spelling) -> Html {
    let scenario = playground.snapshot.scenario();
    let at = scenario.tenants.iter().position(|tenant| tenant.id == changes.tenant);
    let Some(tenant) = at.and_then(|at| scenario.tenants.get(at)) else {
        return html! { <section key="nobody" /> };
    };
    let class = match at {
        Some(0) => "side left",
        Some(1) => "side right",
        _ => "side",
    };
    let id = format!("export-{}", changes.tenant);
    let spelled = spelling.write(changes, tenant);
    let by_hand = changes.remarks.iter().filter(|remark| !remark.is_carried_out());
    let to_know = changes.remarks.iter().filter(|remark| remark.is_carried_out());
    let file = file_name(&format!("{} changes", changes.display_name), spelling.extension());
    html! {
        <section {class} key={changes.tenant.as_str().to_string()} aria-labelledby={id.clone()}>
            <h3 {id}>{ format!("In {}", changes.display_name) } <small>{ count(changes) }</small></h3>
            <ul class="notes by-hand">
                { for by_hand.enumerate().map(|(at, remark)| html! { <li key={at}>{ remarked(remark) }</li> }) }
            </ul>
            <ul class="notes by-hand">
                { for spelled.left_out.iter().enumerate().map(|(at, left)| html! { <li key={at}>{ &left.why }{ settings(&left.settings) }</li> }) }
            </ul>
            <ul class="notes">
                { for to_know.enumerate().map(|(at, remark)| html! { <li key={at}>{ remarked(remark) }</li> }) }
            </ul>
            <ol class="done">
                { for changes.operations.iter().enumerate().map(|(at, operation)| html! { <li key={at}>{ request(operation) }</li> }) }
            </ol>
            <ul class="done">
                { for changes.commands.iter().enumerate().map(|(at, command)| html! { <li key={at}><b>{ &command.does }</b><code>{ &command.line }</code></li> }) }
            </ul>
            <Copyable title={file.clone()} text={spelled.text} {file} />
        </section>
    }
}

fn count(changes: &Changes) -> String {
    let mut words =
        vec![counted(changes.operations.len(), "request to Microsoft Graph", "requests to Microsoft Graph")];
    if !changes.commands.is_empty() {
        words.push(counted(changes.commands.len(), "command", "commands"));
    }
    if changes.leaves_something() {
        words.push("something to do by hand".into());
    }
    words.join(", ")
}

fn remarked(remark: &Remark) -> Html {
    let lead = if remark.is_carried_out() { "" } else { "By hand: " };
    html! { <><b>{ lead }</b>{ remark.says() }{ settings(&remark.settings) }</> }
}

/// The addresses, without the tenant they all have in common.
fn settings(settings: &[String]) -> Html {
    let within =
        |address: &String| address.split_once('/').map_or(address.clone(), |(_, within)| within.to_string());
    html! { <small>{ " " }{ settings.iter().map(within).collect::<Vec<_>>().join(", ") }</small> }
}

fn request(operation: &Operation) -> Html {
    html! {
        <>
            <b>{ &operation.does }</b>
            <code>{ format!("{} /{}{}", operation.method.as_str(), operation.version.as_str(), operation.path) }</code>
        </>
    }
}
