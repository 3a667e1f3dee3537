//! Edits of whom a policy meets, and of whom it spares: types of external users with their tenants, and ids of the
//! tenant that has the policy.

use entente_policy::Id;
use entente_policy::graph::{ConditionalAccessPolicy, ExternalTenants, GuestsOrExternalUsers, Rest};

use super::put;

/// What an id stands for by which a policy names somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// An object, of a guest for instance.
    User,
    /// A group.
    Group,
    /// A directory role, by the id of its template.
    Role,
}

const EVERY_TYPE: &str = "internalGuest,b2bCollaborationGuest,b2bCollaborationMember,b2bDirectConnectUser,otherExternalUser,serviceProvider";

/// External users of these types, of every tenant.
pub(super) fn guests(types: String) -> GuestsOrExternalUsers {
    GuestsOrExternalUsers {
        guest_or_external_user_types: types,
        external_tenants: Some(ExternalTenants {
            membership_kind: "all".into(),
            ..ExternalTenants::default()
        }),
        rest: Rest::new(),
    }
}

/// The list on which a policy names somebody.
pub(super) fn list(policy: &mut ConditionalAccessPolicy, kind: Named, spared: bool) -> &mut Vec<Id> {
    let users = &mut policy.conditions.users;
    match (kind, spared) {
        (Named::User, false) => &mut users.include_users,
        (Named::User, true) => &mut users.exclude_users,
        (Named::Group, false) => &mut users.include_groups,
        (Named::Group, true) => &mut users.exclude_groups,
        (Named::Role, false) => &mut users.include_roles,
        (Named::Role, true) => &mut users.exclude_roles,
    }
}

fn types(policy: &mut ConditionalAccessPolicy, spared: bool) -> &mut Option<GuestsOrExternalUsers> {
    let users = &mut policy.conditions.users;
    if spared {
        &mut users.exclude_guests_or_external_users
    } else {
        &mut users.include_guests_or_external_users
    }
}

/// Takes the words for everybody off, which cannot say which types, and whose.
fn drop_words(policy: &mut ConditionalAccessPolicy, spared: bool) {
    list(policy, Named::User, spared).retain(|word| !word.is("GuestsOrExternalUsers") && !word.is("All"));
}

pub(super) fn set_user_types(policy: &mut ConditionalAccessPolicy, spared: bool, chosen: &[String]) {
    drop_words(policy, spared);
    let place = types(policy, spared);
    match place {
        // Whoever spares no type spares nobody by it.
        _ if spared && chosen.is_empty() => *place = None,
        Some(known) => known.guest_or_external_user_types = chosen.join(","),
        none => *none = Some(guests(chosen.join(","))),
    }
}

/// Is about external users of these tenants, or of every tenant.
pub(super) fn set_tenants(policy: &mut ConditionalAccessPolicy, spared: bool, tenants: Option<Vec<Id>>) {
    // The old word stands for every kind of external user; it cannot say whose.
    if tenants.is_some() && types(policy, spared).is_none() {
        drop_words(policy, spared);
        *types(policy, spared) = Some(guests(EVERY_TYPE.into()));
    }
    if let Some(known) = types(policy, spared) {
        let external = known.external_tenants.get_or_insert_default();
        external.membership_kind = if tenants.is_some() { "enumerated" } else { "all" }.into();
        external.members = tenants.unwrap_or_default();
    }
}

/// Names a tenant among those it is about, or no longer.
pub(super) fn set_tenant(
    policy: &mut ConditionalAccessPolicy,
    spared: bool,
    tenant: Id,
    on: bool,
) -> Option<()> {
    if tenant.as_str().is_empty() {
        return None;
    }
    let external = types(policy, spared).as_ref().and_then(|known| known.external_tenants.as_ref());
    let mut members = external.map(|external| external.members.clone()).unwrap_or_default();
    put(&mut members, tenant, on);
    set_tenants(policy, spared, Some(members));
    Some(())
}
