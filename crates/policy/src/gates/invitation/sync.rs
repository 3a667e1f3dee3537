//! Cross-tenant synchronization: the other way to an object in the resource tenant.
//!
//! Whom the home tenant's job has in its scope the scenario does not state, so what synchronization would do
//! is told beside the refusal and never turns it.

use alloc::vec::Vec;

use super::{Reason, Statement, cross_tenant, invite, path, redemption};
use crate::person::Person;
use crate::{Connection, Ground, Layer, Place, Property, SettingPath, Status};

fn setting(connection: &Connection) -> Option<bool> {
    let partner = connection.resource.cross_tenant_access_policy.partner(&connection.home.id)?;
    let synchronization = partner.settings.identity_synchronization.as_ref()?;
    Some(synchronization.user_sync_inbound.as_ref().and_then(|users| users.is_sync_allowed) == Some(true))
}

/// The setting, where there is one.
pub(super) fn cited(connection: &Connection) -> Option<SettingPath> {
    setting(connection).map(|_| SettingPath::CrossTenantAccess {
        tenant: connection.resource.id.clone(),
        layer: Layer::Partner(connection.home.id.clone()),
        property: Property::IdentitySynchronization,
        half: None,
    })
}

/// The settings that what comes of synchronization hangs on.
pub(in crate::gates) fn read_by_synchronization(connection: &Connection) -> Vec<SettingPath> {
    let consent = redemption::automatic_cited(connection).into_iter();
    let invites = [path(connection, Place::AllowInvitesFrom)];
    consent.chain(invites).chain(cross_tenant::inbound_cited(connection)).collect()
}

/// What would come of synchronization, where the resource tenant allows it.
pub(super) fn grounds(connection: &Connection, person: &Person<'_>) -> Vec<Ground> {
    if setting(connection) != Some(true) {
        return Vec::new();
    }
    let (home, resource) = redemption::automatic(connection);
    let mut found: Vec<(Reason, Vec<SettingPath>)> = Vec::new();
    if invite::nobody_may(connection) {
        found.push((Reason::SyncForbidden, [path(connection, Place::AllowInvitesFrom)].into()));
    }
    if cross_tenant::inbound_refuses(connection, person) {
        found.push((Reason::SyncBlockedInbound, cross_tenant::inbound_cited(connection)));
    }
    let [home_consent, resource_consent] = redemption::automatic_cited(connection);
    if !home {
        found.push((Reason::SyncNeedsHomeRedemption, [home_consent].into()));
    }
    if !resource {
        found.push((Reason::SyncNeedsResourceRedemption, [resource_consent].into()));
    }
    if found.is_empty() {
        found.push((Reason::SyncMayCreate, read_by_synchronization(connection)));
    }
    let ground = |(reason, settings): (Reason, Vec<SettingPath>)| {
        Ground::new(Status::Depends, reason, Statement::Synchronization)
            .decided_by(cited(connection).into_iter().chain(settings))
    };
    found.into_iter().map(ground).collect()
}
