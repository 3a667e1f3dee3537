//! Groups that are members of groups. Whether a setting that names the outer one reaches who is in the inner one is not
//! documented: whoever else is in the outer one is unknown.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use entente_policy::{Id, Scenario, Tenant};

use super::remark::Remark;
use super::{Choices, Note, Plan, directory};

/// The groups of a tenant, by their ids.
fn groups_of(tenant: &Tenant) -> BTreeSet<Id> {
    tenant.directory.groups.iter().map(|group| group.id.clone()).collect()
}

/// Takes groups out from among the people of groups, whichever file has said that they are groups. Others may be in
/// those, unless a file lists all who are, however deep.
pub(super) fn take_out(scenario: &mut Scenario, plan: &Plan, choices: &Choices) {
    let is_listed = |tenant: &Id, group: &Id| {
        let is_of_tenant = |source| choices.belongs(source).is_some_and(|belongs| belongs.tenant == *tenant);
        let mut pieces = plan.pieces.iter();
        pieces.any(|piece| {
            piece.group.as_ref() == Some(group) && !piece.is_partial && is_of_tenant(piece.source)
        })
    };
    let tenants: Vec<Id> = scenario.tenants.iter().map(|tenant| tenant.id.clone()).collect();
    for id in tenants {
        let Some(own) = scenario.tenant(&id) else { continue };
        let known = groups_of(own);
        let mut members = own.directory.groups.iter().flat_map(|group| &group.members);
        if !members.any(|id| known.contains(id)) {
            continue;
        }
        let Some(tenant) = scenario.tenant_mut(&id) else { continue };
        for group in tenant.directory.edit().groups.iter_mut() {
            let before = group.members.len();
            group.members.retain(|id| !known.contains(id));
            if group.members.len() < before {
                group.set_may_have_others(!is_listed(&id, &group.id));
            }
        }
    }
}

/// A note for each piece that has groups among the members of groups.
pub(super) fn notes(plan: &Plan, scenario: &Scenario, choices: &Choices) -> Vec<Note> {
    let mut notes = Vec::new();
    for tenant in &scenario.tenants {
        let known = groups_of(tenant);
        let is_of_tenant =
            |source| choices.belongs(source).is_some_and(|belongs| belongs.tenant == tenant.id);
        let left_out = |source| choices.left_out.contains(&source);
        for piece in plan.pieces.iter().filter(|it| !left_out(it.source) && is_of_tenant(it.source)) {
            let members = piece.items().iter().flat_map(|item| directory::members_of(piece.what, item));
            let groups = members.filter(|id| known.contains(id)).count();
            if groups > 0 {
                notes.push(Remark::GroupsInGroups(groups).on(piece));
            }
        }
    }
    notes
}
