//! What each edit does to a scenario. An edit that names what is not there changes nothing.

mod conditional_access;
mod directory;
mod settings;

use entente_policy::{Id, Scenario};

use crate::Edit;

/// The scenario after `edit`, or nothing if it changes nothing.
pub(crate) fn apply(scenario: &Scenario, edit: Edit) -> Option<Scenario> {
    let mut next = scenario.clone();
    match edit {
        Edit::SetTitle(title) => {
            let title = name(&title)?;
            next.title = title;
        }
        Edit::SetVerb { tenant, layer, property, access_type } => {
            settings::set_verb(next.tenant_mut(&tenant)?, &layer, property, &access_type)?;
        }
        Edit::SetAccessType { tenant, layer, property, half, access_type } => {
            settings::half(next.tenant_mut(&tenant)?, &layer, property, half)?.access_type = access_type;
        }
        Edit::SetTargets { tenant, layer, property, half, targets } => {
            settings::half(next.tenant_mut(&tenant)?, &layer, property, half)?.targets = targets;
        }
        Edit::TakeOver { tenant, partner, property } => {
            settings::take_over(next.tenant_mut(&tenant)?, &partner, property)?;
        }
        Edit::GiveBack { tenant, partner, property } => {
            settings::give_back(next.tenant_mut(&tenant)?, &partner, property)?;
        }
        Edit::SetTrust { tenant, layer, claim, accepted } => {
            settings::set_trust(next.tenant_mut(&tenant)?, &layer, claim, accepted)?;
        }
        Edit::SetConsent { tenant, partner, inbound, allowed } => {
            settings::set_consent(next.tenant_mut(&tenant)?, &partner, inbound, allowed)?;
        }
        Edit::AddPolicy { tenant } => conditional_access::add(next.tenant_mut(&tenant)?),
        Edit::RemovePolicy { tenant, policy } => {
            let tenant = next.tenant_mut(&tenant)?;
            tenant.conditional_access_policies.retain(|other| other.id != policy);
        }
        Edit::RenamePolicy { tenant, policy, name: new } => {
            conditional_access::policy(next.tenant_mut(&tenant)?, &policy)?.display_name = name(&new)?;
        }
        Edit::SetPolicyState { tenant, policy, state } => {
            conditional_access::policy(next.tenant_mut(&tenant)?, &policy)?.state = state;
        }
        Edit::SetControl { tenant, policy, control, required } => {
            let policy = conditional_access::policy(next.tenant_mut(&tenant)?, &policy)?;
            conditional_access::set_control(policy, control, required);
        }
        Edit::SetOperator { tenant, policy, operator } => {
            let policy = conditional_access::policy(next.tenant_mut(&tenant)?, &policy)?;
            conditional_access::controls(policy).operator = operator;
        }
        Edit::SetPolicyApplications { tenant, policy, applications } => {
            let policy = conditional_access::policy(next.tenant_mut(&tenant)?, &policy)?;
            policy.conditions.applications.include_applications = applications;
        }
        Edit::SetPolicyUserTypes { tenant, policy, types } => {
            let policy = conditional_access::policy(next.tenant_mut(&tenant)?, &policy)?;
            conditional_access::set_user_types(policy, &types);
        }
        Edit::RenameTenant { tenant, name: new } => {
            next.tenant_mut(&tenant)?.display_name = name(&new)?;
        }
        Edit::AddUser { .. }
        | Edit::RenameUser { .. }
        | Edit::RemoveUser { .. }
        | Edit::SetSession { .. }
        | Edit::AddGroup { .. }
        | Edit::RenameGroup { .. }
        | Edit::RemoveGroup { .. }
        | Edit::SetMember { .. }
        | Edit::AddApplication { .. }
        | Edit::RenameApplication { .. }
        | Edit::SetApplicationKind { .. }
        | Edit::RemoveApplication { .. } => directory::apply(&mut next, edit)?,
    }
    (next != *scenario).then_some(next)
}

/// A name without surrounding white space; nothing if that leaves nothing.
fn name(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_string())
}

/// The first id of the form `{family}{number}` that nothing in `taken` has. The same scenario always gets
/// the same new id, so an edit is repeatable.
fn new_id(family: &str, taken: impl Fn(&Id) -> bool) -> Id {
    (1u64..)
        .map(|number| Id::from(format!("{family}-0000-4000-8000-{number:012x}")))
        .find(|id| !taken(id))
        .unwrap_or_else(|| Id::from(family))
}
