//! What the audit logs would say of the edits made since the baseline.

use entente_narrate::Narrator;
use entente_policy::consequence::{AuditEvent, Recorded};
use yew::prelude::*;

use super::words::words;
use crate::host::Playground;

/// A line under the matrix, to open; nothing to see while nothing is edited.
pub(crate) fn audit(playground: &Playground) -> Html {
    let narrator = playground.snapshot.narrator();
    let recorded = playground.snapshot.workspace.recorded();
    html! {
        <details class="audit" hidden={recorded.is_empty()}>
            <summary>
                <h2>{ "What the audit logs would say" }</h2>
                <small>{ narrator.audit_summary(&recorded) }</small>
            </summary>
            { for recorded.iter().map(|tenant| log(&narrator, tenant)) }
            <p class="muted">
                { "Names and categories are those of Microsoft’s audit activity reference. That these edits are recorded so, each once, is inferred." }
            </p>
        </details>
    }
}

fn log(narrator: &Narrator<'_>, tenant: &Recorded) -> Html {
    html! {
        <section class="log" key={tenant.tenant.as_str().to_string()}>
            <h3>{ format!("{} audit log", narrator.tenants(&tenant.tenant)) }</h3>
            <ul>
                { for tenant.events.iter().enumerate().map(|(at, event)| html! { <li key={at}>{ entry(narrator, event) }</li> }) }
            </ul>
            <p class="muted">{ narrator.other_changes(tenant).map(|text| words(&text)) }</p>
        </section>
    }
}

fn entry(narrator: &Narrator<'_>, event: &AuditEvent) -> Html {
    html! {
        <>
            <b>{ event.activity.as_str() }</b>
            <span>{ narrator.audit_event(event) }</span>
            <small>{ event.activity.category().map(|category| category.as_str()) }</small>
        </>
    }
}
