//! Edits of which tenants a scenario holds. The first two stand side by side and stay.

use std::sync::Arc;

use entente_policy::{Id, Scenario, Tenant};

use super::{name, new_id};

/// How many tenants stand side by side.
const SIDE_BY_SIDE: usize = 2;

/// Adds a tenant nobody has configured, to stand by.
pub(super) fn add(scenario: &mut Scenario, new: &str) -> Option<()> {
    let display_name = name(new)?;
    let id = new_id("a0000000", |id| scenario.tenant(id).is_some());
    let word: String = display_name.chars().filter(char::is_ascii_alphanumeric).collect();
    let domains =
        if word.is_empty() { Vec::new() } else { vec![format!("{}.com", word.to_ascii_lowercase())] };
    let tenant = Tenant { display_name, domains, ..Tenant::untouched(id) };
    scenario.tenants.push(Arc::new(tenant));
    Some(())
}

/// Removes a tenant that stands by. Settings keep the id they name.
pub(super) fn remove(scenario: &mut Scenario, tenant: &Id) -> Option<()> {
    let mut standing_by = scenario.tenants.iter().skip(SIDE_BY_SIDE);
    let at = standing_by.position(|other| other.id == *tenant)?;
    scenario.tenants.remove(at.saturating_add(SIDE_BY_SIDE));
    Some(())
}
