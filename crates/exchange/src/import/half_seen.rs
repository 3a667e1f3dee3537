//! Groups of which files say who is in them, and those of which they do not.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use entente_policy::{Id, Scenario};

use super::{Choices, Piece, Plan, What, directory};

/// Notes of each group whether more people may be in it than those whom it lists.
pub(super) fn find(scenario: &mut Scenario, plan: &Plan, choices: &Choices) {
    for tenant in &scenario.tenants.iter().map(|tenant| tenant.id.clone()).collect::<Vec<_>>() {
        let pieces: Vec<&Piece> = plan
            .pieces
            .iter()
            .filter(|piece| !choices.left_out.contains(&piece.source))
            .filter(|piece| choices.belongs(piece.source).is_some_and(|belongs| belongs.tenant == *tenant))
            .collect();
        let has = |what: What| pieces.iter().any(|piece| piece.what == what && !piece.is_partial);
        if has(What::Memberships) {
            all_listed(scenario, tenant, &pieces);
        }
    }
}

/// A table of who is in which group says of every group that the files list who is in it, and be it nobody.
fn all_listed(scenario: &mut Scenario, tenant: &Id, pieces: &[&Piece]) {
    let groups = pieces.iter().filter(|piece| piece.what == What::Groups);
    let listed: BTreeSet<Id> = groups.flat_map(|piece| piece.items()).filter_map(directory::id_of).collect();
    let Some(tenant) = scenario.tenant_mut(tenant) else { return };
    let places: BTreeMap<Id, usize> =
        tenant.directory.groups.iter().map(|group| group.id.clone()).zip(0..).collect();
    let directory = tenant.directory.edit();
    for at in listed.iter().filter_map(|id| places.get(id)) {
        if let Some(group) = directory.groups.get_mut(*at) {
            group.set_may_have_others(false);
        }
    }
}
