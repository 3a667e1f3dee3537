//! Edits of conditional access policies.

mod condition;
mod whom;

use std::sync::Arc;

use entente_policy::graph::{
    AuthenticationStrength, BuiltInControl, ConditionSet, ConditionalAccessApplications,
    ConditionalAccessPolicy, ConditionalAccessUsers, GrantControls, Operator, PolicyState, Rest, RiskLevel,
    Target,
};
use entente_policy::{Id, Tenant};

pub use self::condition::Condition;
pub use self::whom::Named;

use super::{name, new_id};

/// One change of a conditional access policy.
#[derive(Clone, Debug, PartialEq)]
pub enum PolicyEdit {
    /// Names it.
    Rename {
        /// The new name.
        name: String,
    },
    /// Puts it in force or out of it.
    SetState(PolicyState),
    /// Adds a control to what it asks for, or takes it away.
    SetControl(BuiltInControl, bool),
    /// Sets whether all controls are asked for or any one of them.
    SetOperator(Operator),
    /// Sets the applications it meets or spares: application ids, or `All` or `Office365`.
    SetApplications {
        /// Whether it is about sparing them.
        spared: bool,
        /// Which.
        applications: Vec<Id>,
    },
    /// Sets which external users it meets or spares: Graph's words for user types, such as
    /// `b2bCollaborationGuest`.
    SetUserTypes {
        /// Whether it is about sparing them.
        spared: bool,
        /// Which.
        types: Vec<String>,
    },
    /// Sets whose external users it meets or spares.
    SetTenants {
        /// Whether it is about sparing them.
        spared: bool,
        /// These tenants', or every tenant's.
        tenants: Option<Vec<Id>>,
    },
    /// Names a tenant among those whose external users it meets or spares, or no longer.
    SetTenant {
        /// Whether it is about sparing them.
        spared: bool,
        /// Which tenant; the scenario need not hold it.
        tenant: Id,
        /// Whether it is named.
        on: bool,
    },
    /// Asks for an authentication strength, or for none.
    SetStrength(Option<AuthenticationStrength>),
    /// Asks for terms of use, or no longer.
    SetTermsOfUse(bool),
    /// Meets sign-ins with a level of risk, or no longer.
    SetRiskLevel {
        /// The risk of the user, else that of the sign-in.
        of_user: bool,
        /// Which level.
        level: RiskLevel,
        /// Whether it is met.
        on: bool,
    },
    /// Meets somebody by an id of the tenant's own directory, or spares them, or no longer.
    SetNamed {
        /// What the id stands for.
        kind: Named,
        /// The id; of users also `All`.
        id: Id,
        /// Whether it is about sparing them.
        spared: bool,
        /// Whether it is named.
        on: bool,
    },
    /// Puts a condition on where a sign-in comes from, or on what, or takes it away.
    SetCondition(Condition, bool),
    /// Asks for a custom control, or no longer.
    SetCustomControl(bool),
    /// Imposes a session control, by Graph's name, or no longer.
    SetSessionControl(&'static str, bool),
}

pub(super) fn apply(tenant: &mut Tenant, policy: &Id, edit: PolicyEdit) -> Option<()> {
    let place = tenant.conditional_access_policies.iter_mut().find(|other| other.id == *policy)?;
    let policy = Arc::make_mut(place);
    match edit {
        PolicyEdit::Rename { name: new } => policy.display_name = name(&new)?,
        PolicyEdit::SetState(state) => policy.state = state,
        PolicyEdit::SetControl(control, required) => set_control(policy, control, required),
        PolicyEdit::SetOperator(operator) => controls(policy).operator = operator,
        PolicyEdit::SetApplications { spared, applications } => {
            let lists = &mut policy.conditions.applications;
            *(if spared { &mut lists.exclude_applications } else { &mut lists.include_applications }) =
                applications;
        }
        PolicyEdit::SetUserTypes { spared, types } => whom::set_user_types(policy, spared, &types),
        PolicyEdit::SetTenants { spared, tenants } => whom::set_tenants(policy, spared, tenants),
        PolicyEdit::SetTenant { spared, tenant, on } => whom::set_tenant(policy, spared, tenant, on)?,
        PolicyEdit::SetStrength(strength) => controls(policy).authentication_strength = strength,
        PolicyEdit::SetTermsOfUse(required) => set_terms_of_use(policy, required),
        PolicyEdit::SetRiskLevel { of_user, level, on } => {
            let conditions = &mut policy.conditions;
            let levels =
                if of_user { &mut conditions.user_risk_levels } else { &mut conditions.sign_in_risk_levels };
            put(levels, level, on);
        }
        PolicyEdit::SetNamed { kind, id, spared, on } => {
            let named = !id.as_str().is_empty();
            named.then(|| put(whom::list(policy, kind, spared), id, on))?;
        }
        PolicyEdit::SetCondition(condition, on) => condition.set(policy, on),
        PolicyEdit::SetCustomControl(required) => set_custom_control(policy, required),
        PolicyEdit::SetSessionControl(control, imposed) => set_session_control(policy, control, imposed),
    }
    Some(())
}

/// A policy that asks all guests and direct connect users for multifactor authentication on Office 365.
pub(super) fn add(tenant: &mut Tenant) {
    let id = new_id("ca000000", |id| tenant.conditional_access_policies.iter().any(|other| other.id == *id));
    tenant.conditional_access_policies.push(Arc::new(ConditionalAccessPolicy {
        id,
        display_name: "External users: require MFA".into(),
        state: PolicyState::Enabled,
        conditions: ConditionSet {
            users: ConditionalAccessUsers {
                include_guests_or_external_users: Some(whom::guests(
                    "b2bCollaborationGuest,b2bDirectConnectUser".into(),
                )),
                ..ConditionalAccessUsers::default()
            },
            applications: ConditionalAccessApplications {
                include_applications: vec![Id::from(Target::OFFICE_365)],
                ..ConditionalAccessApplications::default()
            },
            ..ConditionSet::default()
        },
        grant_controls: Some(asking_for(vec![BuiltInControl::Mfa])),
        session_controls: None,
        rest: Rest::new(),
    }));
}

fn asking_for(built_in_controls: Vec<BuiltInControl>) -> GrantControls {
    GrantControls {
        operator: Operator::And,
        built_in_controls,
        terms_of_use: Vec::new(),
        custom_authentication_factors: Vec::new(),
        authentication_strength: None,
        rest: Rest::new(),
    }
}

/// What a policy asks for, to be changed.
fn controls(policy: &mut ConditionalAccessPolicy) -> &mut GrantControls {
    policy.grant_controls.get_or_insert_with(|| asking_for(Vec::new()))
}

fn set_control(policy: &mut ConditionalAccessPolicy, control: BuiltInControl, required: bool) {
    put(&mut controls(policy).built_in_controls, control, required);
}

/// Puts something on a list, or takes it off.
fn put<T: PartialEq>(list: &mut Vec<T>, item: T, on: bool) {
    list.retain(|other| *other != item);
    if on {
        list.push(item);
    }
}

fn set_terms_of_use(policy: &mut ConditionalAccessPolicy, required: bool) {
    let terms = &mut controls(policy).terms_of_use;
    if !required {
        terms.clear();
    } else if terms.is_empty() {
        terms.push(new_id("a5000000", |_| false));
    }
}

fn set_custom_control(policy: &mut ConditionalAccessPolicy, required: bool) {
    let factors = &mut controls(policy).custom_authentication_factors;
    if !required {
        factors.clear();
    } else if factors.is_empty() {
        factors.push("CustomControl".into());
    }
}

/// Switches a session control. What else it says stays.
fn set_session_control(policy: &mut ConditionalAccessPolicy, control: &str, imposed: bool) {
    let controls = policy.session_controls.get_or_insert_default();
    match controls.get_mut(control).and_then(|known| known.as_object_mut()) {
        Some(known) => {
            known.insert("isEnabled".into(), imposed.into());
        }
        None if imposed => {
            controls.insert(control.into(), Rest::from_iter([("isEnabled".into(), true.into())]).into());
        }
        None => {
            controls.remove(control);
        }
    }
}
