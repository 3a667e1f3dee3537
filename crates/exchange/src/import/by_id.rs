//! Whom and what settings name by an id that no directory lists: they are there, whatever else there is, and are listed
//! with their ids for names until somebody gives them others.

use alloc::vec::Vec;

use entente_policy::{Id, Scenario};

use super::report::{Unnamed, unnamed};
use super::{Choices, Plan, What, directory, names};

/// Lists people, groups and applications that settings name and no file does, unless a file lists all of the tenant’s.
pub(super) fn find(scenario: &mut Scenario, plan: &Plan, choices: &Choices) {
    let lists_all = |tenant: &Id, what: What| {
        plan.pieces.iter().any(|piece| {
            piece.what == what
                && !piece.is_partial
                && !choices.left_out.contains(&piece.source)
                && choices.belongs(piece.source).is_some_and(|belongs| belongs.tenant == *tenant)
        })
    };
    // Whoever is in any directory is called otherwise than he is, or stands on a list of the wrong tenant.
    let is_listed = |id: &Id| {
        let mut directories = scenario.tenants.iter().map(|tenant| &tenant.directory);
        directories.any(|directory| directory.group(id).is_some() || directory.user(id).is_some())
    };
    let is_new = |unnamed: &Unnamed| {
        let of_all = match unnamed.kind {
            "user" => What::Users,
            "group" => What::Groups,
            _ => What::Applications,
        };
        names::is_guid(unnamed.id.as_str())
            && !is_listed(&unnamed.id)
            && !lists_all(&unnamed.directory, of_all)
    };
    let new: Vec<Unnamed> = unnamed(scenario).into_iter().filter(is_new).collect();
    for Unnamed { directory: owner, kind, id } in &new {
        if let Some(tenant) = scenario.tenant_mut(owner) {
            directory::list(kind, id, id.as_str(), tenant);
        }
    }
}
