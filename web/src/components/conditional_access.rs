//! Conditional access policies that meet external users.

use entente_policy::graph::{
    BuiltInControl, ConditionalAccessPolicy, Operator, PolicyState, Target, TargetType,
};
use entente_policy::{Id, SettingPath, Tenant};
use entente_workspace::{Action, Edit, PolicyEdit};
use yew::prelude::*;

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

const USER_TYPES: [(&str, &str); 2] =
    [("b2bCollaborationGuest", "Guests (collaboration)"), ("b2bDirectConnectUser", "Direct connect users")];

/// The tenant's policies, the same whichever of its settings are on view.
pub(crate) fn conditional_access(panel: &Panel<'_>) -> Html {
    let Panel { playground, tenant, .. } = *panel;
    let policies = &tenant.conditional_access_policies;
    let add = Action::Edit(Edit::AddPolicy { tenant: tenant.id.clone() });
    let (none, more) = if policies.is_empty() {
        ("No policy meets external users. ", "Add one")
    } else {
        ("", "Add another")
    };
    // A tenant without policies need not wait for what shows them.
    let listed = (!policies.is_empty()).then(|| match lazy::editors(&playground.dispatch, When::Now) {
        Ok(editors) => (editors.policies)(playground, tenant),
        Err(place) => place,
    });
    html! {
        <section class="setting slim policies" aria-label={format!("{}’s conditional access", tenant.display_name)}>
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
pub(crate) fn policies(playground: &Playground, tenant: &Tenant) -> Html {
    html! {
        <ul>
            { for tenant.conditional_access_policies.iter().map(|policy| html! {
                <li key={policy.id.as_str()}>{ policy_editor(playground, tenant, policy) }</li>
            }) }
        </ul>
    }
}

/// One policy: a sentence, and behind it its parts.
fn policy_editor(playground: &Playground, tenant: &Tenant, policy: &ConditionalAccessPolicy) -> Html {
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
    let remove = Edit::RemovePolicy { tenant: tenant_id.clone(), policy: policy_id.clone() };
    html! {
        <details {class} tabindex="-1" aria-label={policy.display_name.clone()} data-setting={path.to_string()}>
            <summary>
                <span class="sentence">{ sentence(playground, tenant, policy) }</span>
                <span class="edit" aria-hidden="true">{ "Edit" }</span>
            </summary>
            <div class="parts">
                <div class="line"><span>{ "Name" }</span>{ name_field(dispatch, "Policy’s name", &policy.display_name, rename) }</div>
                <div class="line"><span>{ "State" }</span>{ select(dispatch, "State", states) }</div>
                { checks("Require", controls(playground, tenant, policy)) }
                { checks("For", applications(playground, tenant, policy)) }
                { checks("Of", user_types(playground, tenant, policy)) }
                <p>{ button(dispatch, "link", "Remove this policy", "", Action::Edit(remove)) }</p>
            </div>
        </details>
    }
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

fn controls(playground: &Playground, tenant: &Tenant, policy: &ConditionalAccessPolicy) -> Vec<Html> {
    let asked = policy.grant_controls.as_ref();
    let has = |control: &BuiltInControl| asked.is_some_and(|asked| asked.built_in_controls.contains(control));
    let mut boxes: Vec<Html> = CONTROLS
        .iter()
        .map(|(control, label, _)| {
            let (on, control) = (has(control), control.clone());
            let edit = of_policy(tenant, policy, PolicyEdit::SetControl(control, !on));
            check(&playground.dispatch, label, "", on, edit)
        })
        .collect();
    let any = asked.is_some_and(|controls| controls.operator == Operator::Or);
    let operator = if any { Operator::And } else { Operator::Or };
    let edit = of_policy(tenant, policy, PolicyEdit::SetOperator(operator));
    boxes.push(check(&playground.dispatch, "Any one of them is enough", "", any, edit));
    boxes
}

fn applications(playground: &Playground, tenant: &Tenant, policy: &ConditionalAccessPolicy) -> Vec<Html> {
    let included = &policy.conditions.applications.include_applications;
    let one = |id: Id, label: &str| {
        let on = included.contains(&id);
        let mut applications: Vec<Id> = included.iter().filter(|other| **other != id).cloned().collect();
        if !on {
            // "All" takes everything in; naming something names just that.
            applications.retain(|other| !id.is("All") && !other.is("All"));
            applications.push(id);
        }
        let edit = of_policy(tenant, policy, PolicyEdit::SetApplications(applications));
        check(&playground.dispatch, label, "", on, edit)
    };
    let mut boxes =
        vec![one(Id::from("All"), "All applications"), one(Id::from(Target::OFFICE_365), "Office 365")];
    boxes.extend(tenant.directory.applications.iter().map(|app| one(app.app_id.clone(), &app.display_name)));
    boxes
}

fn user_types(playground: &Playground, tenant: &Tenant, policy: &ConditionalAccessPolicy) -> Vec<Html> {
    let users = &policy.conditions.users;
    let all = users.include_users.iter().any(|word| word.is("GuestsOrExternalUsers"));
    let guests = users.include_guests_or_external_users.as_ref();
    let named = guests.map(|guests| guests.guest_or_external_user_types.as_str()).unwrap_or_default();
    let known: Vec<&str> = if all {
        USER_TYPES.iter().map(|(word, _)| *word).collect()
    } else {
        named.split(',').map(str::trim).filter(|word| !word.is_empty()).collect()
    };
    USER_TYPES
        .iter()
        .map(|(word, label)| {
            let on = known.iter().any(|known| known.eq_ignore_ascii_case(word));
            let mut types: Vec<String> = known
                .iter()
                .filter(|other| !other.eq_ignore_ascii_case(word))
                .map(|other| (*other).to_string())
                .collect();
            if !on {
                types.push((*word).to_string());
            }
            let edit = of_policy(tenant, policy, PolicyEdit::SetUserTypes(types));
            check(&playground.dispatch, label, "", on, edit)
        })
        .collect()
}
