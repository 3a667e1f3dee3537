//! Conditional access policies that meet external users.

mod further;
mod whom;

use entente_policy::graph::{
    BuiltInControl, ConditionalAccessPolicy, Operator, PolicyState, Target, TargetType,
};
use entente_policy::{Place, SettingPath, Tenant};
use entente_workspace::{Action, Edit, PolicyEdit};
use yew::prelude::*;

use self::further::further;
use super::control::{button, check, checks, name_field, select};
use super::setting::is_lit;
use super::tenant::Panel;
use crate::host::Playground;
use crate::lazy::{self, When};

const CONTROLS: [(BuiltInControl, &str, &str); 4] = [
    (BuiltInControl::Block, "Block access", "no access at all"),
    (BuiltInControl::Mfa, "Multifactor authentication", "multifactor authentication"),
    (BuiltInControl::CompliantDevice, "Compliant device", "a compliant device"),
    (BuiltInControl::DomainJoinedDevice, "Hybrid joined device", "a hybrid joined device"),
];

const MORE_CONTROLS: [(BuiltInControl, &str, &str); 3] = [
    (BuiltInControl::ApprovedApplication, "Approved client app", "an approved client app"),
    (BuiltInControl::CompliantApplication, "App protection policy", "an app protection policy"),
    (BuiltInControl::PasswordChange, "Password change", "a password change"),
];

/// The tenant's policies, the same whichever of its settings are on view.
pub(crate) fn conditional_access(panel: &Panel<'_>) -> Html {
    let Panel { playground, tenant, .. } = *panel;
    let policies = &tenant.conditional_access_policies;
    let path = SettingPath::Policy {
        tenant: tenant.id.clone(),
        place: Place::ConditionalAccessPolicies,
        item: None,
    };
    let class = if is_lit(playground, &path) { "setting slim policies lit" } else { "setting slim policies" };
    let add = Action::Edit(Edit::AddPolicy { tenant: tenant.id.clone() });
    let (none, more) = if policies.is_empty() {
        ("No policy meets external users. ", "Add one")
    } else {
        ("", "Add another")
    };
    // A tenant without policies need not wait for what shows them.
    let listed = (!policies.is_empty()).then(|| match lazy::editors(&playground.dispatch, When::Now) {
        Ok(editors) => (editors.policies)(panel),
        Err(place) => place,
    });
    html! {
        <section {class} tabindex="-1" data-setting={path.to_string()} aria-label={format!("{}’s conditional access", tenant.display_name)}>
            <h3>{ "Conditional access " }<span>{ "for external users" }</span></h3>
            <div>{ listed }</div>
            <p class="muted">
                <span>{ none }</span>
                { button(&playground.dispatch, "link", more, &format!("{more}: policy of {}", tenant.display_name), add) }
            </p>
        </section>
    }
}

/// The policies, each to be read and changed.
pub(crate) fn policies(panel: &Panel<'_>) -> Html {
    html! {
        <ul>
            { for panel.tenant.conditional_access_policies.iter().map(|policy| html! {
                <li key={policy.id.as_str()}>{ policy_editor(panel, policy) }</li>
            }) }
        </ul>
    }
}

/// One policy: a sentence, and behind it its parts.
fn policy_editor(panel: &Panel<'_>, policy: &ConditionalAccessPolicy) -> Html {
    let Panel { playground, tenant, .. } = *panel;
    let dispatch = &playground.dispatch;
    let (tenant_id, policy_id) = (&tenant.id, &policy.id);
    let path = SettingPath::ConditionalAccess { tenant: tenant_id.clone(), policy: policy_id.clone() };
    let class = match (is_lit(playground, &path), policy.state == PolicyState::Enabled) {
        (true, _) => "policy lit",
        (false, true) => "policy",
        (false, false) => "policy off",
    };
    let state = |state: PolicyState, words: &str| {
        let chosen = state == policy.state;
        (words.to_string(), chosen, Action::Edit(of_policy(tenant, policy, PolicyEdit::SetState(state))))
    };
    let states = vec![
        state(PolicyState::Enabled, "On"),
        state(PolicyState::ReportOnly, "Report-only"),
        state(PolicyState::Disabled, "Off"),
    ];
    let rename = of_policy(tenant, policy, PolicyEdit::Rename { name: String::new() });
    let of = named(tenant, policy);
    let remove = Edit::RemovePolicy { tenant: tenant_id.clone(), policy: policy_id.clone() };
    html! {
        <details {class} tabindex="-1" aria-label={policy.display_name.clone()} data-setting={path.to_string()}>
            <summary>
                <span class="sentence">{ sentence(playground, tenant, policy) }</span>
                <span class="hidden">{ format!(": {of}") }</span>
                <span class="edit" aria-hidden="true">{ "Edit" }</span>
            </summary>
            <div class="parts">
                <div class="line"><span>{ "Name" }</span>{ name_field(dispatch, &format!("Policy’s name: {of}"), &policy.display_name, rename) }</div>
                <div class="line"><span>{ "State" }</span>{ select(dispatch, &format!("State of {of}"), states) }</div>
                { checks("Require", controls(playground, tenant, policy)) }
                { checks("For", whom::applications(panel, policy, false)) }
                { checks("Of", whom::everyday_types(panel, policy)) }
                { further(panel, policy) }
                <p>{ button(dispatch, "link", "Remove this policy", &format!("Remove this policy: {of}"), Action::Edit(remove)) }</p>
            </div>
        </details>
    }
}

/// What a policy is called beside the other tenant's.
fn named(tenant: &Tenant, policy: &ConditionalAccessPolicy) -> String {
    format!("{}’s {}", tenant.display_name, policy.display_name)
}

fn of_policy(tenant: &Tenant, policy: &ConditionalAccessPolicy, edit: PolicyEdit) -> Edit {
    Edit::Policy { tenant: tenant.id.clone(), policy: policy.id.clone(), edit }
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
                        .chain(&MORE_CONTROLS)
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
    if controls.is_some_and(|controls| !controls.custom_authentication_factors.is_empty()) {
        asked.push("a custom control".into());
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

fn controls(playground: &Playground, tenant: &Tenant, policy: &ConditionalAccessPolicy) -> Vec<Html> {
    let asked = policy.grant_controls.as_ref();
    let mut boxes = control_boxes(playground, tenant, policy, &CONTROLS);
    let any = asked.is_some_and(|controls| controls.operator == Operator::Or);
    let operator = if any { Operator::And } else { Operator::Or };
    let edit = of_policy(tenant, policy, PolicyEdit::SetOperator(operator));
    let of = named(tenant, policy);
    boxes.push(check(&playground.dispatch, "Any one of them is enough", "", &format!(": {of}"), any, edit));
    boxes
}

fn control_boxes(
    playground: &Playground,
    tenant: &Tenant,
    policy: &ConditionalAccessPolicy,
    table: &[(BuiltInControl, &str, &str)],
) -> Vec<Html> {
    let asked = policy.grant_controls.as_ref();
    let of = named(tenant, policy);
    let one = |(control, label, _): &(BuiltInControl, &str, &str)| {
        let on = asked.is_some_and(|asked| asked.built_in_controls.contains(control));
        let edit = of_policy(tenant, policy, PolicyEdit::SetControl(control.clone(), !on));
        check(&playground.dispatch, label, "", &format!(": {of}"), on, edit)
    };
    table.iter().map(one).collect()
}
