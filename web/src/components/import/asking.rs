//! How to get the files.

use entente_exchange::import::{ExportScript, What};
use yew::prelude::*;

use super::files::capital;
use crate::components::copied::Copyable;

/// What to run in each tenant, and what to ask it for by hand, to copy.
pub(super) fn how() -> Html {
    let script = |title: &'static str, script: ExportScript| {
        html! { <Copyable {title} text={script.text()} file={script.file_name()} /> }
    };
    html! {
        <details class="aside">
            <summary>{ "How do I get these files?" }</summary>
            <p class="muted">
                { "Run one of these in each tenant, as somebody who may read its policies (Global Reader is enough). It reads, changes nothing, and writes one file. If you have no access to the other tenant, send the script to its administrator: one side alone can be read, and the report says what is missing." }
            </p>
            { script("In PowerShell", ExportScript::PowerShell) }
            { script("In a shell, with the Azure CLI", ExportScript::Shell) }
            <details>
                <summary>{ "By hand, for instance in Graph Explorer" }</summary>
                <ul class="asked">
                    { for What::WHOLE.iter().filter_map(|what| what.request().map(|request| html! {
                        <li key={what.code()}><span>{ capital(what.name()) }</span><code>{ request }</code></li>
                    })) }
                </ul>
            </details>
        </details>
    }
}
