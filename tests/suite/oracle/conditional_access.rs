//! Conditional access for external users, with trust. Tables: authentication and conditional access for
//! External ID, authentication strengths for external users, conditional access users and groups.

mod reading;
mod scope;
mod strength;

use std::cell::Cell;

use entente_policy::graph::{
    AuthenticationStrength, BuiltInControl, ConditionalAccessPolicy, InboundTrust, Operator, PolicyState,
};
use serde_json::Value;

use self::reading::{Open, Reading};
use self::scope::Meets;
use self::strength::Is;
use super::question::{GuestObject, Question, about};
use super::says::Says;

/// Whether something has to hold for a row of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum When {
    Yes,
    No,
    Any,
}

impl When {
    fn meets(self, fact: bool) -> bool {
        match self {
            When::Yes => fact,
            When::No => !fact,
            When::Any => true,
        }
    }
}

/// Who is asked: a guest with an account of an Entra tenant, a direct connect user, a guest with another
/// account. The columns of the table below.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Audience {
    Guest,
    DirectConnect,
    OtherAccount,
}

/// A grant control, whether the resource tenant trusts the claim, whether the session holds it; then what that
/// means for each audience.
const CONTROLS: [(&str, When, When, [Says; 3]); 13] = {
    use Says::{AfterPrompt, No, Yes};
    use When::Any;
    [
        ("block", Any, Any, [No, No, No]),
        // Trust counts for accounts of Entra tenants; of anyone else it is always asked here.
        ("mfa", When::Yes, When::Yes, [Yes, Yes, AfterPrompt]),
        ("mfa", When::Yes, When::No, [AfterPrompt, No, AfterPrompt]),
        ("mfa", When::No, Any, [AfterPrompt, No, AfterPrompt]),
        ("compliantDevice", When::Yes, When::Yes, [Yes, Yes, No]),
        ("compliantDevice", When::Yes, When::No, [No, No, No]),
        ("compliantDevice", When::No, Any, [No, No, No]),
        ("domainJoinedDevice", When::Yes, When::Yes, [Yes, Yes, No]),
        ("domainJoinedDevice", When::Yes, When::No, [No, No, No]),
        ("domainJoinedDevice", When::No, Any, [No, No, No]),
        ("approvedApplication", Any, Any, [No, No, No]),
        ("compliantApplication", Any, Any, [No, No, No]),
        ("passwordChange", Any, Any, [No, No, No]),
    ]
};

pub(super) fn says(question: &Question<'_>) -> Says {
    if !question.is_of_a_user_across_tenants() {
        return Says::Yes;
    }
    let policies = &question.resource.conditional_access_policies;
    Says::all(policies.iter().map(|policy| says_policy(question, policy)))
}

/// What a policy comes to.
fn says_policy(question: &Question<'_>, policy: &ConditionalAccessPolicy) -> Says {
    if policy.state != PolicyState::Enabled {
        return Says::Yes;
    }
    let required = required(question, policy);
    if required == Says::Yes {
        return Says::Yes;
    }
    let turns_on_something_not_stated = Cell::new(false);
    let says = reading::read(|reading| match scope::meets(&Asked { question, reading }, policy) {
        Meets::No => Says::Yes,
        Meets::Yes => required,
        Meets::NotStated => {
            turns_on_something_not_stated.set(true);
            Says::Depends
        }
    });
    // Whether the policy applies turns on something that nobody has stated: that comes before any reading.
    let is_open = turns_on_something_not_stated.get() || scope::has_other_conditions(policy);
    if says != Says::Yes && is_open { Says::Depends } else { says }
}

/// What a policy requires of whom it meets: each control is read by itself.
fn required(question: &Question<'_>, policy: &ConditionalAccessPolicy) -> Says {
    let read =
        |says: &dyn Fn(&Asked<'_>) -> Says| reading::read(|reading| says(&Asked { question, reading }));
    let at_risk = !policy.conditions.sign_in_risk_levels.is_empty();
    let granted = policy.grant_controls.as_ref().map_or(Says::Yes, |controls| {
        let mut answers: Vec<Says> = Vec::new();
        for control in &controls.built_in_controls {
            let at_risk = at_risk && *control == BuiltInControl::Mfa;
            answers.push(read(&|asked| asked.at_risk(at_risk, asked.control(control))));
        }
        if let Some(strength) = &controls.authentication_strength {
            // What cannot be applied to a guest with another account needs no registration.
            let at_risk = at_risk && !question.comes_with_another_account();
            answers.push(read(&|asked| asked.at_risk(at_risk, asked.strength(strength))));
        }
        answers
            .extend(controls.terms_of_use.iter().map(|_| read(&|asked| asked.supported(Says::AfterPrompt))));
        answers.extend(
            controls.custom_authentication_factors.iter().map(|_| read(&|asked| asked.custom_control())),
        );
        match controls.operator {
            Operator::And => Says::all(answers),
            Operator::Or => Says::any(answers),
            Operator::Other(_) => panic!("the operator is not documented"),
        }
    });
    let imposes = policy.session_controls.iter().flatten().any(|(_, control)| is_in_force(control));
    let session = if imposes { read(&|asked| asked.supported(Says::Yes)) } else { Says::Yes };
    Says::all([granted, session])
}

struct Asked<'a> {
    question: &'a Question<'a>,
    reading: &'a Reading,
}

impl Asked<'_> {
    fn audience(&self) -> Audience {
        if self.question.is_direct_connect() {
            Audience::DirectConnect
        } else if self.question.comes_with_another_account() {
            Audience::OtherAccount
        } else {
            Audience::Guest
        }
    }

    /// Multifactor authentication in a sign-in at risk is for those who have registered for it in the resource
    /// tenant. Whether that is so for what was done at home, too, no page says.
    fn at_risk(&self, at_risk: bool, says: Says) -> Says {
        if !at_risk || matches!(says, Says::No | Says::Unclear) {
            return says;
        }
        let registered = match self.question.guest() {
            // Direct connect users register at home alone.
            _ if self.question.is_direct_connect() => Some(false),
            GuestObject::NotStated | GuestObject::None => None,
            GuestObject::Pending(guest) | GuestObject::Redeemed(guest) => guest.is_mfa_registered,
        };
        let needed = match registered {
            Some(true) => says,
            Some(false) => Says::No,
            None => Says::Depends,
        };
        let trusted = self.audience() != Audience::OtherAccount && self.trusts(|trust| trust.is_mfa_accepted);
        if trusted && !self.reading.is(Open::RiskNeedsRegistrationDespiteTrust) { says } else { needed }
    }

    /// Another service decides, and custom controls do not work with trust.
    fn custom_control(&self) -> Says {
        let trusted = self.audience() != Audience::OtherAccount && self.trusts(|trust| trust.is_mfa_accepted);
        if trusted && !self.reading.is(Open::CustomControlWorksWithTrust) { Says::No } else { Says::Depends }
    }

    /// What guests can do and direct connect does not support.
    fn supported(&self, of_guests: Says) -> Says {
        match self.audience() {
            Audience::Guest | Audience::OtherAccount => of_guests,
            Audience::DirectConnect => Says::whether(!self.reading.is(Open::UnsupportedKeepsOut)),
        }
    }

    fn control(&self, control: &BuiltInControl) -> Says {
        let session = self.question.session();
        let (trusted, claimed) = match control {
            BuiltInControl::Mfa => (self.trusts(|trust| trust.is_mfa_accepted), session.mfa),
            BuiltInControl::CompliantDevice => {
                (self.trusts(|trust| trust.is_compliant_device_accepted), session.compliant_device)
            }
            BuiltInControl::DomainJoinedDevice => (
                self.trusts(|trust| trust.is_hybrid_azure_ad_joined_device_accepted),
                session.hybrid_joined_device,
            ),
            _ => (false, false),
        };
        let row = CONTROLS.iter().find(|(name, trust, claim, _)| {
            *name == control.as_str() && trust.meets(trusted) && claim.meets(claimed)
        });
        let (.., audiences) = row.unwrap_or_else(|| panic!("no row for {control:?}"));
        audiences[self.audience() as usize]
    }

    fn strength(&self, strength: &AuthenticationStrength) -> Says {
        let session = self.question.session();
        let met = session.mfa.then(|| strength::is_met_by(strength, session.mfa_method.as_ref()));
        let trusted = self.trusts(|trust| trust.is_mfa_accepted);
        match (self.audience(), trusted, met) {
            // It cannot be applied to them: what comes of it is not said.
            (Audience::OtherAccount, ..) => Says::whether(!self.reading.is(Open::UnsupportedKeepsOut)),
            (_, true, Some(Is::So)) => Says::Yes,
            (_, true, Some(Is::NotStated)) => Says::Depends,
            (Audience::Guest, true, Some(Is::Not) | None) => Says::AfterPrompt,
            (Audience::Guest, false, _) => match strength::can_be_met_here(strength) {
                Is::So => Says::AfterPrompt,
                Is::NotStated => Says::Depends,
                Is::Not => Says::No,
            },
            (Audience::DirectConnect, ..) => Says::No,
        }
    }

    fn trusts(&self, switch: fn(&InboundTrust) -> Option<bool>) -> bool {
        let question = self.question;
        let default = &question.resource.cross_tenant_access_policy.default;
        let default = default.settings.inbound_trust.as_ref();
        let partner = about(&question.resource, &question.home.id);
        let of_default = || default.and_then(switch) == Some(true);
        match partner.and_then(|partner| partner.settings.inbound_trust.as_ref()).map(switch) {
            Some(Some(own)) => own,
            Some(None) => self.reading.is(Open::NullTrustInherits) && of_default(),
            None => of_default(),
        }
    }
}

/// Whether a session control is switched on: null and `isEnabled: false` are not.
fn is_in_force(control: &Value) -> bool {
    match control {
        Value::Object(properties) => properties.get("isEnabled") != Some(&Value::Bool(false)),
        Value::Bool(is_on) => *is_on,
        _ => false,
    }
}
