//! Edits of conditional access policies.

use std::sync::Arc;

use entente_policy::graph::{
    BuiltInControl, ConditionSet, ConditionalAccessApplications, ConditionalAccessPolicy,
    ConditionalAccessUsers, ExternalTenants, GrantControls, GuestsOrExternalUsers, Operator, PolicyState,
    Rest, Target,
};
use entente_policy::{Id, Tenant};

use super::new_id;

pub(super) fn policy<'a>(tenant: &'a mut Tenant, id: &Id) -> Option<&'a mut ConditionalAccessPolicy> {
    let place = tenant.conditional_access_policies.iter_mut().find(|policy| policy.id == *id)?;
    Some(Arc::make_mut(place))
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
                include_guests_or_external_users: Some(guests(
                    "b2bCollaborationGuest,b2bDirectConnectUser".into(),
                )),
                ..ConditionalAccessUsers::default()
            },
            applications: ConditionalAccessApplications {
                include_applications: vec![Id::from(Target::OFFICE_365)],
                ..ConditionalAccessApplications::default()
            },
            rest: Rest::new(),
        },
        grant_controls: Some(asking_for(vec![BuiltInControl::Mfa])),
        session_controls: None,
        rest: Rest::new(),
    }));
}

fn guests(types: String) -> GuestsOrExternalUsers {
    GuestsOrExternalUsers {
        guest_or_external_user_types: types,
        external_tenants: Some(ExternalTenants {
            membership_kind: "all".into(),
            ..ExternalTenants::default()
        }),
        rest: Rest::new(),
    }
}

fn asking_for(built_in_controls: Vec<BuiltInControl>) -> GrantControls {
    GrantControls {
        operator: Operator::And,
        built_in_controls,
        terms_of_use: Vec::new(),
        authentication_strength: None,
        rest: Rest::new(),
    }
}

/// What a policy asks for, to be changed.
pub(super) fn controls(policy: &mut ConditionalAccessPolicy) -> &mut GrantControls {
    policy.grant_controls.get_or_insert_with(|| asking_for(Vec::new()))
}

pub(super) fn set_control(policy: &mut ConditionalAccessPolicy, control: BuiltInControl, required: bool) {
    let list = &mut controls(policy).built_in_controls;
    list.retain(|other| *other != control);
    if required {
        list.push(control);
    }
}

pub(super) fn set_user_types(policy: &mut ConditionalAccessPolicy, types: &[String]) {
    let users = &mut policy.conditions.users;
    users.include_users.retain(|word| !word.is("GuestsOrExternalUsers") && !word.is("All"));
    match &mut users.include_guests_or_external_users {
        Some(known) => known.guest_or_external_user_types = types.join(","),
        none => *none = Some(guests(types.join(","))),
    }
}
