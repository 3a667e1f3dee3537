//! Conditional access policies that meet external users.

use entente_policy::graph::{
    AuthenticationStrength, BuiltInControl, ConditionalAccessPolicy, Operator, PolicyState, RiskLevel,
    Target, TargetType,
};
use entente_policy::{Group, Id, Place, SettingPath, Shape, Tenant};
use entente_workspace::{Action, Edit, PolicyEdit};
use yew::prelude::*;

use super::control::{button, check, checks, name_field, select};
use super::more::chosen;
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

/// Every kind of external user that a policy can name; the first two are what most are about.
const USER_TYPES: [(&str, &str); 6] = [
    ("b2bCollaborationGuest", "Guests (collaboration)"),
    ("b2bDirectConnectUser", "Direct connect users"),
    ("b2bCollaborationMember", "External members (collaboration)"),
    ("internalGuest", "Local guests"),
    ("otherExternalUser", "Other external users"),
    ("serviceProvider", "Service provider users"),
];

const RISKS: [(RiskLevel, &str); 4] = [
    (RiskLevel::High, "high"),
    (RiskLevel::Medium, "medium"),
    (RiskLevel::Low, "low"),
    (RiskLevel::None, "none"),
];

const STRENGTHS: [(&str, &str); 4] = [
    ("", "no authentication strength"),
    (AuthenticationStrength::MULTIFACTOR, "multifactor authentication strength"),
    (AuthenticationStrength::PASSWORDLESS, "passwordless strength"),
    (AuthenticationStrength::PHISHING_RESISTANT, "phishing-resistant strength"),
];

const SESSION_CONTROLS: [(&str, &str); 4] = [
    ("signInFrequency", "Sign-in frequency"),
    ("persistentBrowser", "Persistent browser session"),
    ("applicationEnforcedRestrictions", "App-enforced restrictions"),
    ("cloudAppSecurity", "Conditional access app control"),
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
                { checks("Of", user_types(playground, tenant, policy, USER_TYPES.get(..2))) }
                { further(panel, policy) }
                <p>{ button(dispatch, "link", "Remove this policy", "", Action::Edit(remove)) }</p>
            </div>
        </details>
    }
}

/// What few policies say, behind a line that says what of it this one says.
fn further(panel: &Panel<'_>, policy: &ConditionalAccessPolicy) -> Html {
    let Panel { playground, tenant, other, .. } = *panel;
    let dispatch = &playground.dispatch;
    let name = &policy.display_name;
    let asked = policy.grant_controls.as_ref();
    let strength = asked.and_then(|asked| asked.authentication_strength.as_ref());
    let terms = asked.is_some_and(|asked| !asked.terms_of_use.is_empty());
    let imposed = |control: &str| {
        let known = policy.session_controls.as_ref().and_then(|controls| controls.get(control));
        known.is_some_and(|known| !known.is_null() && known.get("isEnabled") != Some(&false.into()))
    };
    let strength_id = strength.map_or("", |strength| strength.id.as_str());
    let stranger = strength.map_or("", |strength| strength.display_name.as_str());
    let members = policy
        .conditions
        .users
        .include_guests_or_external_users
        .as_ref()
        .and_then(|guests| guests.external_tenants.as_ref())
        .filter(|tenants| tenants.membership_kind.eq_ignore_ascii_case("enumerated"))
        .map(|tenants| tenants.members.clone());
    let mut set: Vec<&str> = Vec::new();
    if strength.is_some() {
        set.push("a strength");
    }
    set.extend(terms.then_some("terms of use"));
    set.extend(members.is_some().then_some("named organizations"));
    set.extend(SESSION_CONTROLS.iter().filter(|(control, _)| imposed(control)).map(|(_, label)| *label));
    let mut boxes = control_boxes(playground, tenant, policy, &MORE_CONTROLS);
    let edit = of_policy(tenant, policy, PolicyEdit::SetTermsOfUse(!terms));
    boxes.push(check(dispatch, "Terms of use", "", terms, edit));
    let conditions = &policy.conditions;
    let risk = |of_user: bool| -> Vec<Html> {
        let levels = if of_user { &conditions.user_risk_levels } else { &conditions.sign_in_risk_levels };
        let one = |(level, label): &(RiskLevel, &str)| {
            let on = levels.contains(level);
            let edit = PolicyEdit::SetRiskLevel { of_user, level: level.clone(), on: !on };
            check(dispatch, label, "", on, of_policy(tenant, policy, edit))
        };
        RISKS.iter().map(one).collect()
    };
    let groups = |spared: bool| -> Vec<Html> {
        let users = &conditions.users;
        let list = if spared { &users.exclude_groups } else { &users.include_groups };
        let one = |group: &Group| {
            let on = list.contains(&group.id);
            let edit = PolicyEdit::SetGroup { group: group.id.clone(), spared, on: !on };
            check(dispatch, &group.display_name, "", on, of_policy(tenant, policy, edit))
        };
        tenant.directory.groups.iter().map(one).collect()
    };
    if !(conditions.user_risk_levels.is_empty() && conditions.sign_in_risk_levels.is_empty()) {
        set.push("risk");
    }
    if !(conditions.users.include_groups.is_empty() && conditions.users.exclude_groups.is_empty()) {
        set.push("groups");
    }
    let session = SESSION_CONTROLS.iter().map(|(control, label)| {
        let on = imposed(control);
        let edit = of_policy(tenant, policy, PolicyEdit::SetSessionControl(control, !on));
        check(dispatch, label, "", on, edit)
    });
    let tenants =
        [(None, "every other organization"), (Some(vec![other.id.clone()]), other.display_name.as_str())];
    html! {
        <details class="further">
            <summary>{ "More conditions and controls" }<span class="hidden">{ format!(" of {name}") }</span>{ " " }<small>{ set.join(", ") }</small></summary>
            <div class="parts">
                <p>
                    { "Require " }
                    { chosen(playground, &format!("Authentication strength of {name}"), &STRENGTHS, &strength_id, stranger, |id| {
                        of_policy(tenant, policy, PolicyEdit::SetStrength(strength_of(id, strength)))
                    }) }
                    { " of people from " }
                    { chosen(playground, &format!("Organizations that {name} is about"), &tenants, &members, "the organizations it names", |tenants| {
                        of_policy(tenant, policy, PolicyEdit::SetTenants(tenants))
                    }) }
                </p>
                { checks("Require also", boxes) }
                { checks("Of also", user_types(playground, tenant, policy, USER_TYPES.get(2..))) }
                { checks(&format!("Of groups of {}", tenant.display_name), groups(false)) }
                { checks(&format!("Not of groups of {}", tenant.display_name), groups(true)) }
                { checks("Where the sign-in’s risk is", risk(false)) }
                { checks("Where the user’s risk is", risk(true)) }
                { checks("Impose on the session", session.collect()) }
            </div>
        </details>
    }
}

/// The strength with this id; the one that is set, with all it says, where it is that one.
fn strength_of(id: &str, set: Option<&AuthenticationStrength>) -> Option<AuthenticationStrength> {
    let same = set.filter(|set| set.id.as_str() == id).cloned();
    let named = || {
        let name = STRENGTHS.iter().find(|(known, _)| *known == id).map_or(id, |(_, name)| name);
        AuthenticationStrength::from_json(serde_json::json!({ "id": id, "displayName": name })).ok()
    };
    if id.is_empty() { None } else { same.or_else(named) }
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
    boxes.push(check(&playground.dispatch, "Any one of them is enough", "", any, edit));
    boxes
}

fn control_boxes(
    playground: &Playground,
    tenant: &Tenant,
    policy: &ConditionalAccessPolicy,
    table: &[(BuiltInControl, &str, &str)],
) -> Vec<Html> {
    let asked = policy.grant_controls.as_ref();
    let one = |(control, label, _): &(BuiltInControl, &str, &str)| {
        let on = asked.is_some_and(|asked| asked.built_in_controls.contains(control));
        let edit = of_policy(tenant, policy, PolicyEdit::SetControl(control.clone(), !on));
        check(&playground.dispatch, label, "", on, edit)
    };
    table.iter().map(one).collect()
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

fn user_types(
    playground: &Playground,
    tenant: &Tenant,
    policy: &ConditionalAccessPolicy,
    shown: Option<&[(&str, &str)]>,
) -> Vec<Html> {
    let users = &policy.conditions.users;
    let all = users.include_users.iter().any(|word| word.is("GuestsOrExternalUsers"));
    let guests = users.include_guests_or_external_users.as_ref();
    let named = guests.map(|guests| guests.guest_or_external_user_types.as_str()).unwrap_or_default();
    let known: Vec<&str> = if all {
        USER_TYPES.iter().map(|(word, _)| *word).collect()
    } else {
        named.split(',').map(str::trim).filter(|word| !word.is_empty()).collect()
    };
    shown
        .into_iter()
        .flatten()
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
