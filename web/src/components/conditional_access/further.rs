//! What few policies say, behind a line that says what of it this one says.

use entente_policy::Shape;
use entente_policy::graph::{
    AuthenticationMethod, AuthenticationStrength, ConditionalAccessPolicy, RiskLevel,
};
use entente_workspace::{Condition, PolicyEdit};
use yew::prelude::*;

use super::{MORE_CONTROLS, control_boxes, named, of_policy, whom};
use crate::components::control::{check, checks};
use crate::components::directory::people::METHODS;
use crate::components::more::chosen;
use crate::components::tenant::Panel;

const RISKS: [(RiskLevel, &str); 4] = [
    (RiskLevel::High, "high"),
    (RiskLevel::Medium, "medium"),
    (RiskLevel::Low, "low"),
    (RiskLevel::None, "none"),
];

const STRENGTHS: [(&str, &str); 5] = [
    ("", "no authentication strength"),
    (AuthenticationStrength::MULTIFACTOR, "multifactor authentication strength"),
    (AuthenticationStrength::PASSWORDLESS, "passwordless strength"),
    (AuthenticationStrength::PHISHING_RESISTANT, "phishing-resistant strength"),
    (OWN_STRENGTH, "a strength of its own"),
];

/// The id of a strength that is put together here.
const OWN_STRENGTH: &str = "a6000000-0000-4000-8000-000000000001";

const SESSION_CONTROLS: [(&str, &str); 4] = [
    ("signInFrequency", "Sign-in frequency"),
    ("persistentBrowser", "Persistent browser session"),
    ("applicationEnforcedRestrictions", "App-enforced restrictions"),
    ("cloudAppSecurity", "Conditional access app control"),
];

const CONDITIONS: [(Condition, &str); 5] = [
    (Condition::Locations, "outside trusted locations"),
    (Condition::Platforms, "on phones"),
    (Condition::ClientApps, "by legacy clients"),
    (Condition::Devices, "on devices that a filter names"),
    (Condition::Applications, "for applications that a filter names"),
];

/// What few policies say.
pub(super) fn further(panel: &Panel<'_>, policy: &ConditionalAccessPolicy) -> Html {
    let Panel { playground, tenant, .. } = *panel;
    let dispatch = &playground.dispatch;
    let name = named(tenant, policy);
    let one = |label: &str, detail: &str, on: bool, edit: PolicyEdit| {
        check(dispatch, label, "", &format!("{detail} of {name}"), on, of_policy(tenant, policy, edit))
    };
    let asked = policy.grant_controls.as_ref();
    let strength = asked.and_then(|asked| asked.authentication_strength.as_ref());
    let terms = asked.is_some_and(|asked| !asked.terms_of_use.is_empty());
    let custom = asked.is_some_and(|asked| !asked.custom_authentication_factors.is_empty());
    let strength_id = strength.map_or("", |strength| strength.id.as_str());
    let stranger = strength.map_or("", |strength| strength.display_name.as_str());
    let mut boxes = control_boxes(playground, tenant, policy, &MORE_CONTROLS);
    boxes.push(one("Terms of use", "", terms, PolicyEdit::SetTermsOfUse(!terms)));
    boxes.push(one("Custom control", "", custom, PolicyEdit::SetCustomControl(!custom)));
    let conditions = &policy.conditions;
    let risk = |of_user: bool| -> Vec<Html> {
        let levels = if of_user { &conditions.user_risk_levels } else { &conditions.sign_in_risk_levels };
        let whose = if of_user { "user risk" } else { "sign-in risk" };
        let level = |(level, label): &(RiskLevel, &str)| {
            let on = levels.contains(level);
            one(label, whose, on, PolicyEdit::SetRiskLevel { of_user, level: level.clone(), on: !on })
        };
        RISKS.iter().map(level).collect()
    };
    let narrowing = CONDITIONS.iter().map(|(condition, label)| {
        let on = condition.is_on(policy);
        one(label, "", on, PolicyEdit::SetCondition(*condition, !on))
    });
    let session = SESSION_CONTROLS.iter().map(|(control, label)| {
        let on = imposed(policy, control);
        one(label, "", on, PolicyEdit::SetSessionControl(control, !on))
    });
    html! {
        <details class="further">
            <summary>{ "More conditions and controls" }<span class="hidden">{ format!(" of {name}") }</span>{ " " }<small>{ in_words(panel, policy).join(", ") }</small></summary>
            <div class="parts">
                <p>
                    { "Require " }
                    { chosen(playground, &format!("Authentication strength of {name}"), &STRENGTHS, &strength_id, stranger, |id| {
                        of_policy(tenant, policy, PolicyEdit::SetStrength(strength_of(id, strength)))
                    }) }
                </p>
                <div class="whose">
                    if let Some(strength) = strength.filter(|strength| !is_built_in(strength)) {
                        { checks("Met by", methods(strength, &one)) }
                    }
                </div>
                { checks("Require also", boxes) }
                { whom::met(panel, policy) }
                { checks("Where the sign-in’s risk is", risk(false)) }
                { checks("Where the user’s risk is", risk(true)) }
                { checks("Only for sign-ins", narrowing.collect()) }
                { checks("Impose on the session", session.collect()) }
                { whom::spared(panel, policy) }
            </div>
        </details>
    }
}

fn imposed(policy: &ConditionalAccessPolicy, control: &str) -> bool {
    let known = policy.session_controls.as_ref().and_then(|controls| controls.get(control));
    known.is_some_and(|known| !known.is_null() && known.get("isEnabled") != Some(&false.into()))
}

/// What of all this a policy says, in a few words.
fn in_words(panel: &Panel<'_>, policy: &ConditionalAccessPolicy) -> Vec<&'static str> {
    let asked = policy.grant_controls.as_ref();
    let has = |is_so: fn(&entente_policy::graph::GrantControls) -> bool| asked.is_some_and(is_so);
    let conditions = &policy.conditions;
    let mut set: Vec<&str> = Vec::new();
    set.extend(has(|asked| asked.authentication_strength.is_some()).then_some("a strength"));
    set.extend(has(|asked| !asked.terms_of_use.is_empty()).then_some("terms of use"));
    set.extend(has(|asked| !asked.custom_authentication_factors.is_empty()).then_some("a custom control"));
    set.extend(whom::met_in_words(panel, policy));
    set.extend(
        SESSION_CONTROLS.iter().filter(|(control, _)| imposed(policy, control)).map(|(_, label)| *label),
    );
    if !(conditions.user_risk_levels.is_empty() && conditions.sign_in_risk_levels.is_empty()) {
        set.push("risk");
    }
    set.extend(CONDITIONS.iter().filter(|(condition, _)| condition.is_on(policy)).map(|(_, label)| *label));
    if !whom::spared_in_words(policy).is_empty() {
        set.push("spares some");
    }
    set
}

fn is_built_in(strength: &AuthenticationStrength) -> bool {
    STRENGTHS.iter().any(|(id, _)| *id != OWN_STRENGTH && strength.id.is(id))
}

/// The methods that meet a strength which the service does not ship. Combinations of several are kept.
fn methods(
    strength: &AuthenticationStrength,
    one: &dyn Fn(&str, &str, bool, PolicyEdit) -> Html,
) -> Vec<Html> {
    let known = METHODS.iter().filter_map(|(method, label)| Some((method.as_ref()?, *label)));
    let box_of = |(method, label): (&AuthenticationMethod, &str)| {
        let word = combination(method);
        let on = strength.allowed_combinations.iter().any(|known| known.eq_ignore_ascii_case(&word));
        let mut combinations = strength.allowed_combinations.clone();
        combinations.retain(|known| !known.eq_ignore_ascii_case(&word));
        if !on {
            combinations.push(word);
        }
        let strength = AuthenticationStrength { allowed_combinations: combinations, ..strength.clone() };
        one(label, "", on, PolicyEdit::SetStrength(Some(strength)))
    };
    known.map(box_of).collect()
}

/// How Graph spells a method: a second factor with the password before it.
fn combination(method: &AuthenticationMethod) -> String {
    use AuthenticationMethod::{AuthenticatorPush, HardwareOath, Sms, SoftwareOath, Voice};
    match method {
        Sms | Voice | AuthenticatorPush | SoftwareOath | HardwareOath => {
            format!("password,{}", method.as_str())
        }
        other => other.as_str().into(),
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
