//! Applications, and what each is.

use entente_policy::AppKind;
use entente_workspace::{Action, Edit};
use yew::prelude::*;

use super::many::{What, listed};
use crate::components::control::{add_line, button, name_field, select};
use crate::components::tenant::Panel;

const KINDS: [(AppKind, &str); 3] = [
    (AppKind::Office365, "Office 365"),
    (AppKind::Microsoft, "other Microsoft"),
    (AppKind::LineOfBusiness, "own or third party"),
];

/// One of the applications.
pub(super) fn entry_at(panel: &Panel<'_>, at: usize) -> Html {
    let Panel { playground, tenant, .. } = *panel;
    let dispatch = &playground.dispatch;
    let Some(app) = tenant.directory.applications.get(at) else { return html! { <li key={at} /> } };
    let whole = format!("{} of {}", app.display_name, tenant.display_name);
    let id = || (tenant.id.clone(), app.app_id.clone());
    let kinds = KINDS.map(|(kind, label)| {
        let (tenant, application) = id();
        let edit = Edit::SetApplicationKind { tenant, application, kind };
        (label.to_string(), kind == app.kind, Action::Edit(edit))
    });
    let (of, application) = id();
    let rename = Edit::RenameApplication { tenant: of, application, name: String::new() };
    let (of, application) = id();
    let remove = Action::Edit(Edit::RemoveApplication { tenant: of, application });
    html! {
        <li key={app.app_id.as_str()} class="entry">
            <div class="head">
                { name_field(dispatch, &format!("Application’s name: {whole}"), &app.display_name, rename) }
                { select(dispatch, &format!("What {whole} is"), kinds.to_vec()) }
                { button(dispatch, "remove", "×", &format!("Remove {whole}"), remove) }
            </div>
        </li>
    }
}

/// The applications.
pub(crate) fn applications(panel: &Panel<'_>) -> Html {
    let Panel { playground, tenant, .. } = *panel;
    let dispatch = &playground.dispatch;
    let add = Edit::AddApplication {
        tenant: tenant.id.clone(),
        name: String::new(),
        kind: AppKind::LineOfBusiness,
    };
    html! {
        <section class="kind" aria-label={format!("Applications of {}", tenant.display_name)}>
            <h4>{ "Applications" }</h4>
            { listed(panel, What::Applications) }
            { add_line(dispatch, &format!("Add an application of {}", tenant.display_name), add) }
        </section>
    }
}
