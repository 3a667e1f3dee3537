//! Conditional access policies that meet external users.

use entente_policy::graph::{
    BuiltInControl, ConditionalAccessPolicy, Operator, PolicyState, Target, TargetType,
};
use entente_policy::{Id, SettingPath, Tenant};
use entente_workspace::Edit;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::field::name_field;
use super::setting::is_lit;
use super::tenant::Panel;
use crate::host::Playground;

const CONTROLS: [(BuiltInControl, &str, &str); 4] = [
    (BuiltInControl::Block, "Block access", "no access at all"),
    (BuiltInControl::Mfa, "Multifactor authentication", "multifactor authentication"),
    (BuiltInControl::CompliantDevice, "Compliant device", "a compliant device"),
    (BuiltInControl::DomainJoinedDevice, "Hybrid joined device", "a hybrid joined device"),
];

const USER_TYPES: [(&str, &str); 2] =
    [("b2bCollaborationGuest", "Guests (collaboration)"), ("b2bDirectConnectUser", "Direct connect users")];

/// The tenant's policies, the same whichever of its settings are on view.
pub(crate) fn conditional_access(panel: &Panel<'_>) -> Html {
    let Panel { playground, tenant, .. } = *panel;
    let add = playground.dispatch.on_edit::<MouseEvent>(Edit::AddPolicy { tenant: tenant.id.clone() });
    let policies = &tenant.conditional_access_policies;
    html! {
        <section class="setting slim policies" aria-label={format!("{}’s conditional access", tenant.display_name)}>
            <h3>{ "Conditional access " }<span>{ "for external users" }</span></h3>
            <ul>
                { for policies.iter().map(|policy| html! {
                    <li key={policy.id.as_str()}>
                        { policy_editor(playground, tenant, policy) }
                    </li>
                }) }
            </ul>
            <p class="muted">
                <span>if policies.is_empty() { { "No policy meets external users. " } }</span>
                <button class="link" onclick={add}>{ if policies.is_empty() { "Add one" } else { "Add another" } }</button>
            </p>
        </section>
    }
}

/// One policy: a sentence, and behind it its parts.
fn policy_editor(playground: &Playground, tenant: &Tenant, policy: &ConditionalAccessPolicy) -> Html {
    let path = SettingPath::ConditionalAccess { tenant: tenant.id.clone(), policy: policy.id.clone() };
    let lit = is_lit(playground, &path);
    let dispatch = &playground.dispatch;
    let id = || (tenant.id.clone(), policy.id.clone());
    let on = policy.state == PolicyState::Enabled;

    let rename = {
        let (dispatch, (tenant, policy)) = (dispatch.clone(), id());
        Callback::from(move |name| {
            dispatch.edit(Edit::RenamePolicy { tenant: tenant.clone(), policy: policy.clone(), name });
        })
    };
    let states = [
        (PolicyState::Enabled, "On"),
        (PolicyState::ReportOnly, "Report-only"),
        (PolicyState::Disabled, "Off"),
    ];
    let set_state = {
        let (dispatch, (tenant, policy), states) = (dispatch.clone(), id(), states.clone());
        Callback::from(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            let state = usize::try_from(select.selected_index()).ok().and_then(|at| states.get(at));
            if let Some((state, _)) = state {
                let (tenant, policy, state) = (tenant.clone(), policy.clone(), state.clone());
                dispatch.edit(Edit::SetPolicyState { tenant, policy, state });
            }
        })
    };
    let (tenant_id, policy_id) = id();
    let remove = dispatch.on_edit::<MouseEvent>(Edit::RemovePolicy { tenant: tenant_id, policy: policy_id });
    html! {
        <details class={classes!("policy", lit.then_some("lit"), (!on).then_some("off"))} tabindex="-1" data-setting={path.to_string()}>
            <summary>
                <span class="sentence">{ sentence(playground, tenant, policy) }</span>
                <span class="edit" aria-hidden="true">{ "Edit" }</span>
            </summary>
            <div class="parts">
                <label class="line"><span>{ "Name" }</span>{ name_field("Policy’s name", &policy.display_name, rename) }</label>
                <label class="line">
                    <span>{ "State" }</span>
                    <select onchange={set_state} aria-label="State">
                        { for states.iter().map(|(state, word)| html! { <option key={*word} selected={*state == policy.state}>{ *word }</option> }) }
                    </select>
                </label>
                { controls(playground, tenant, policy) }
                { applications(playground, tenant, policy) }
                { user_types(playground, tenant, policy) }
                <p><button class="link" onclick={remove}>{ "Remove this policy" }</button></p>
            </div>
        </details>
    }
}

fn sentence(playground: &Playground, tenant: &Tenant, policy: &ConditionalAccessPolicy) -> Html {
    let narrator = playground.snapshot.narrator();
    let controls = policy.grant_controls.as_ref();
    let joint = match controls.map(|controls| &controls.operator) {
        Some(Operator::Or) => " or ",
        _ => " and ",
    };
    let mut asked: Vec<String> = controls
        .map(|controls| {
            controls
                .built_in_controls
                .iter()
                .map(|control| {
                    CONTROLS
                        .iter()
                        .find(|(known, _, _)| known == control)
                        .map_or_else(|| control.as_str().to_string(), |(_, _, words)| (*words).to_string())
                })
                .collect()
        })
        .unwrap_or_default();
    if controls.is_some_and(|controls| controls.authentication_strength.is_some()) {
        asked.push("an authentication strength".into());
    }
    if controls.is_some_and(|controls| !controls.terms_of_use.is_empty()) {
        asked.push("terms of use".into());
    }
    let applications: Vec<String> = policy
        .conditions
        .applications
        .include_applications
        .iter()
        .map(|id| {
            if id.is("All") {
                "all applications".into()
            } else {
                narrator.application_target(&tenant.id, &Target::new(id.clone(), TargetType::Application))
            }
        })
        .collect();
    let state = match &policy.state {
        PolicyState::Enabled => String::new(),
        PolicyState::Disabled => "Off: ".into(),
        PolicyState::ReportOnly => "Report-only: ".into(),
        PolicyState::Other(word) => format!("{word}: "),
    };
    let asked = if asked.is_empty() { "nothing".into() } else { asked.join(joint) };
    let applications =
        if applications.is_empty() { "no application".into() } else { applications.join(", ") };
    html! {
        <>
            { state }{ "Require " }<span class="chip">{ asked }</span>{ " for " }<span class="chip all">{ applications }</span>
        </>
    }
}

fn controls(playground: &Playground, tenant: &Tenant, policy: &ConditionalAccessPolicy) -> Html {
    let asked =
        policy.grant_controls.as_ref().map(|controls| controls.built_in_controls.clone()).unwrap_or_default();
    let any = policy.grant_controls.as_ref().is_some_and(|controls| controls.operator == Operator::Or);
    let checks = CONTROLS.iter().map(|(control, label, _)| {
        let on = asked.contains(control);
        let edit = Edit::SetControl {
            tenant: tenant.id.clone(),
            policy: policy.id.clone(),
            control: control.clone(),
            required: !on,
        };
        html! {
            <label key={*label} class="check">
                <input type="checkbox" checked={on} onchange={playground.dispatch.on_edit::<Event>(edit)} />
                <span>{ *label }</span>
            </label>
        }
    });
    let operator = Edit::SetOperator {
        tenant: tenant.id.clone(),
        policy: policy.id.clone(),
        operator: if any { Operator::And } else { Operator::Or },
    };
    html! {
        <fieldset class="checks">
            <legend>{ "Require" }</legend>
            { for checks }
            <label class="check">
                <input type="checkbox" checked={any} onchange={playground.dispatch.on_edit::<Event>(operator)} />
                <span>{ "Any one of them is enough" }</span>
            </label>
        </fieldset>
    }
}

fn applications(playground: &Playground, tenant: &Tenant, policy: &ConditionalAccessPolicy) -> Html {
    let included = &policy.conditions.applications.include_applications;
    let mut choices: Vec<(Id, String)> = vec![
        (Id::from("All"), "All applications".into()),
        (Id::from(Target::OFFICE_365), "Office 365".into()),
    ];
    choices.extend(
        tenant.directory.applications.iter().map(|app| (app.app_id.clone(), app.display_name.clone())),
    );
    let checks = choices.into_iter().map(|(id, label)| {
        let on = included.contains(&id);
        let mut applications: Vec<Id> = included.iter().filter(|other| **other != id).cloned().collect();
        if !on {
            // "All" takes everything in; naming something names just that.
            applications.retain(|other| !id.is("All") && !other.is("All"));
            applications.push(id.clone());
        }
        let edit = Edit::SetPolicyApplications {
            tenant: tenant.id.clone(),
            policy: policy.id.clone(),
            applications,
        };
        html! {
            <label key={id.as_str()} class="check">
                <input type="checkbox" checked={on} onchange={playground.dispatch.on_edit::<Event>(edit)} />
                <span>{ label }</span>
            </label>
        }
    });
    html! {
        <fieldset class="checks">
            <legend>{ "For" }</legend>
            { for checks }
        </fieldset>
    }
}

fn user_types(playground: &Playground, tenant: &Tenant, policy: &ConditionalAccessPolicy) -> Html {
    let users = &policy.conditions.users;
    let all = users.include_users.iter().any(|word| word.is("GuestsOrExternalUsers"));
    let has = |word: &str| {
        all || users.include_guests_or_external_users.as_ref().is_some_and(|guests| guests.has_type(word))
    };
    let checks = USER_TYPES.iter().map(|(word, label)| {
        let on = has(word);
        let known = users
            .include_guests_or_external_users
            .as_ref()
            .map(|guests| guests.guest_or_external_user_types.clone())
            .unwrap_or_default();
        let mut types: Vec<String> = if all {
            USER_TYPES.iter().map(|(word, _)| (*word).to_string()).collect()
        } else {
            known.split(',').map(str::trim).filter(|word| !word.is_empty()).map(str::to_string).collect()
        };
        types.retain(|other| !other.eq_ignore_ascii_case(word));
        if !on {
            types.push((*word).to_string());
        }
        let edit = Edit::SetPolicyUserTypes { tenant: tenant.id.clone(), policy: policy.id.clone(), types };
        html! {
            <label key={*word} class="check">
                <input type="checkbox" checked={on} onchange={playground.dispatch.on_edit::<Event>(edit)} />
                <span>{ *label }</span>
            </label>
        }
    });
    html! {
        <fieldset class="checks">
            <legend>{ "Of" }</legend>
            { for checks }
        </fieldset>
    }
}
