//! Applications, and what each is.

use entente_policy::AppKind;
use entente_workspace::Edit;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::components::field::{add_line, name_field};
use crate::components::tenant::Panel;

const KINDS: [(AppKind, &str); 3] = [
    (AppKind::Office365, "Office 365"),
    (AppKind::Microsoft, "other Microsoft"),
    (AppKind::LineOfBusiness, "own or third party"),
];

/// The applications.
pub(crate) fn applications(panel: &Panel<'_>) -> Html {
    let Panel { playground, tenant, .. } = *panel;
    let dispatch = &playground.dispatch;
    let add = {
        let (dispatch, tenant) = (dispatch.clone(), tenant.id.clone());
        Callback::from(move |name| {
            let tenant = tenant.clone();
            dispatch.edit(Edit::AddApplication { tenant, name, kind: AppKind::LineOfBusiness });
        })
    };
    let applications = tenant.directory.applications.iter().map(|app| {
        let rename = {
            let (dispatch, tenant, application) = (dispatch.clone(), tenant.id.clone(), app.app_id.clone());
            Callback::from(move |name| {
                let (tenant, application) = (tenant.clone(), application.clone());
                dispatch.edit(Edit::RenameApplication { tenant, application, name });
            })
        };
        let set_kind = {
            let (dispatch, tenant, application) = (dispatch.clone(), tenant.id.clone(), app.app_id.clone());
            Callback::from(move |event: Event| {
                let select: HtmlSelectElement = event.target_unchecked_into();
                let kind = usize::try_from(select.selected_index()).ok().and_then(|at| KINDS.get(at));
                if let Some((kind, _)) = kind {
                    let (tenant, application) = (tenant.clone(), application.clone());
                    dispatch.edit(Edit::SetApplicationKind { tenant, application, kind: *kind });
                }
            })
        };
        let remove = Edit::RemoveApplication { tenant: tenant.id.clone(), application: app.app_id.clone() };
        html! {
            <li key={app.app_id.as_str()}>
                <div class="entry">
                    <div class="head">
                        { name_field("Application’s name", &app.display_name, rename) }
                        <select aria-label={format!("What {} is", app.display_name)} onchange={set_kind}>
                            { for KINDS.iter().map(|(kind, label)| html! { <option key={*label} selected={*kind == app.kind}>{ *label }</option> }) }
                        </select>
                        <button class="remove" aria-label={format!("Remove {}", app.display_name)} onclick={dispatch.on_edit::<MouseEvent>(remove)}>{ "×" }</button>
                    </div>
                </div>
            </li>
        }
    });
    html! {
        <section class="kind" aria-label="Applications">
            <h4>{ "Applications" }</h4>
            <ul>{ for applications }</ul>
            { add_line(format!("Add an application to {}", tenant.display_name), "Add an application", add) }
        </section>
    }
}
