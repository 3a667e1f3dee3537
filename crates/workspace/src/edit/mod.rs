//! What each edit does to a scenario. An edit that names what is not there changes nothing.

mod cloud;
mod conditional_access;
mod directory;
mod domains;
mod guests;
mod layer;
mod session;
mod settings;
mod teams;
mod tenants;
mod typed;

pub use self::cloud::CloudEdit;
pub use self::conditional_access::{Condition, Named, PolicyEdit};
pub use self::domains::{DomainRule, domains};
pub use self::guests::GuestEdit;
pub use self::layer::{LayerEdit, shipped_redemption};
pub use self::session::SessionEdit;
pub use self::teams::{ChannelSwitch, GLOBAL, TeamsEdit, TeamsSwitch};

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
        Edit::Layer { tenant, layer, edit } => layer::apply(next.tenant_mut(&tenant)?, &layer, edit)?,
        Edit::Cloud { tenant, edit } => cloud::apply(next.tenant_mut(&tenant)?, edit),
        Edit::Guests { tenant, edit } => guests::apply(&mut next, &tenant, edit)?,
        Edit::Teams { tenant, edit } => teams::apply(next.tenant_mut(&tenant)?, edit)?,
        Edit::AddTenant { name: new } => tenants::add(&mut next, &new)?,
        Edit::RemoveTenant { tenant } => tenants::remove(&mut next, &tenant)?,
        Edit::AddPolicy { tenant } => conditional_access::add(next.tenant_mut(&tenant)?),
        Edit::RemovePolicy { tenant, policy } => {
            let tenant = next.tenant_mut(&tenant)?;
            tenant.conditional_access_policies.retain(|other| other.id != policy);
        }
        Edit::Policy { tenant, policy, edit } => {
            conditional_access::apply(next.tenant_mut(&tenant)?, &policy, edit)?;
        }
        Edit::RenameTenant { tenant, name: new } => {
            next.tenant_mut(&tenant)?.display_name = name(&new)?;
        }
        Edit::SetDomains { tenant, domains } => next.tenant_mut(&tenant)?.domains = domains,
        Edit::LoadDirectory { tenant, directory } => next.tenant_mut(&tenant)?.directory = directory,
        Edit::AddUser { .. }
        | Edit::RenameUser { .. }
        | Edit::RemoveUser { .. }
        | Edit::SetSession { .. }
        | Edit::Session { .. }
        | Edit::SetSignInName { .. }
        | Edit::SetMail { .. }
        | Edit::SetUserType { .. }
        | Edit::AddGroup { .. }
        | Edit::RenameGroup { .. }
        | Edit::SetMayHaveOthers { .. }
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

#[cfg(test)]
mod tests;
