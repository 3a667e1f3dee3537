//! Accounts of other organizations among a tenant's users. Their own organization signs them in, and its outbound
//! settings hold for them: they are none of the tenant's people. Groups keep their ids, which conditional access asks for.

use alloc::collections::BTreeSet;

use entente_policy::{Id, Scenario};

use super::{Choices, Plan, directory};

/// Whether a user, by what is said of it, is an account of another organization. A guest whose account is the tenant's
/// own is not.
pub(super) fn is_one<'a>(says: impl Fn(&str) -> Option<&'a str>) -> bool {
    let says = |name| says(name).map(str::trim).filter(|text| !text.is_empty());
    says("userPrincipalName").is_some_and(|name| name.to_ascii_uppercase().contains("#EXT#"))
        || says("creationType").is_some_and(|kind| kind.eq_ignore_ascii_case("Invitation"))
        // The portal's tables have another word for the state.
        || says("externalUserState").or(says("invitationState")).is_some()
}

/// Takes them out from among the people of each tenant, whichever file has said that they are such.
pub(super) fn take_out(scenario: &mut Scenario, plan: &Plan, choices: &Choices) {
    let pieces = plan.pieces.iter().filter(|piece| !choices.left_out.contains(&piece.source));
    for piece in pieces {
        let guests: BTreeSet<Id> = piece
            .items()
            .iter()
            .flat_map(|item| directory::users_of(piece.what, item))
            .filter(|user| is_one(|name| user.get(name)?.as_str()))
            .filter_map(directory::id_of)
            .collect();
        let Some(belongs) = choices.belongs(piece.source).filter(|_| !guests.is_empty()) else { continue };
        if let Some(tenant) = scenario.tenant_mut(&belongs.tenant) {
            tenant.directory.edit().users.retain(|user| !guests.contains(&user.id));
        }
    }
}
