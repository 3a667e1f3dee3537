//! What a whole list leaves out that the scenario had: it is not there any more, and a person is told what went.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use entente_policy::{Id, Scenario, Tenant};

use super::remark::Remark;
use super::{Choices, Note, Piece, Plan, What, quote, several};

/// Most of them that are named.
const MOST_NAMED: usize = 20;

/// A note on each list that something went by.
pub(super) fn notes(plan: &Plan, before: &Scenario, after: &Scenario, choices: &Choices) -> Vec<Note> {
    let mut notes = Vec::new();
    let pieces: Vec<&Piece> =
        plan.pieces.iter().filter(|piece| !choices.left_out.contains(&piece.source)).collect();
    if pieces.iter().any(|piece| piece.what == What::Scenario) {
        return notes;
    }
    for tenant in &before.tenants {
        let Some(now) = after.tenant(&tenant.id) else { continue };
        let list = |what: What| {
            let belongs = |piece: &Piece| choices.belongs(piece.source).map(|belongs| &belongs.tenant);
            let is_it = |piece: &&&Piece| {
                piece.what == what && !piece.is_partial && belongs(piece) == Some(&tenant.id)
            };
            pieces.iter().find(is_it)
        };
        let gone = [
            (list(What::Partners), partners(tenant, now, before)),
            (list(What::ConditionalAccessPolicies), policies(tenant, now)),
        ];
        for (list, gone) in gone {
            if let Some(piece) = list.filter(|_| !gone.is_empty()) {
                notes.push(Remark::TakenOut(several::named(gone, MOST_NAMED)).on(piece));
            }
        }
    }
    notes
}

/// The organizations that went.
fn partners(before: &Tenant, after: &Tenant, scenario: &Scenario) -> Vec<String> {
    let ids = before.cross_tenant_access_policy.partners.iter().map(|partner| &partner.tenant_id);
    let gone = ids.filter(|id| after.cross_tenant_access_policy.partner(id).is_none());
    gone.map(|id| named(scenario.tenant(id).map_or("", |tenant| &tenant.display_name), id)).collect()
}

/// The conditional access policies that went.
fn policies(before: &Tenant, after: &Tenant) -> Vec<String> {
    let is_there = |id: &Id| after.conditional_access_policies.iter().any(|policy| policy.id == *id);
    let gone = before.conditional_access_policies.iter().filter(|policy| !is_there(&policy.id));
    gone.map(|policy| named(&policy.display_name, &policy.id)).collect()
}

fn named(name: &str, id: &Id) -> String {
    if name.is_empty() || name == id.as_str() {
        format!("`{id}`")
    } else {
        format!("{} (`{id}`)", quote(name))
    }
}
