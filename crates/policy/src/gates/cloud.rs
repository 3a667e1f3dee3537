//! The Microsoft clouds of the two tenants.
//!
//! Within one cloud nothing is asked. Across clouds collaboration needs, of both tenants, that the other's cloud
//! is enabled and that the other tenant is added by its id: the default is then for nobody who is not added.
//! Source: Microsoft cloud settings.

use alloc::vec;
use alloc::vec::Vec;

use super::declare::{reasons, statements};
use super::{Gate, GateRule, result};
use crate::conditions::Conditions;
use crate::person::{App, Person};
use crate::{
    Actor, Cloud as TenantCloud, Connection, ErrorCode, Feature, GateResult, Ground, Id, Owner, Place,
    SettingPath, Standing, Status, Tenant,
};

reasons! {
    /// Both tenants are in the same cloud: nothing in the scenario has to do with it.
    SameCloud = "cloud.same",
    /// Both tenants have enabled the other's cloud and added the other tenant.
    BothPrepared = "cloud.bothPrepared",
    /// The home tenant has not enabled the resource tenant's cloud.
    HomeCloudNotEnabled = "cloud.homeCloudNotEnabled",
    /// The home tenant has not added the resource tenant.
    HomeTenantNotAdded = "cloud.homeTenantNotAdded",
    /// The resource tenant has not enabled the home tenant's cloud.
    ResourceCloudNotEnabled = "cloud.resourceCloudNotEnabled",
    /// The resource tenant has not added the home tenant.
    ResourceTenantNotAdded = "cloud.resourceTenantNotAdded",
    /// Direct connect never crosses clouds.
    NoDirectConnect = "cloud.noDirectConnect",
    /// The two clouds are not among the pairs that collaborate.
    PairNotSupported = "cloud.pairNotSupported",
}

statements! {
    /// Settings for other clouds are only asked for across clouds.
    CloudSettings = "cloudSettings" on "entra/external-id/cross-cloud-settings",
    /// Both tenants enable the other's cloud and add the other tenant by its id.
    BothEnableAndAdd = "cloudsBothEnableAndAdd" on "entra/external-id/cross-cloud-settings",
    /// Collaboration with a newly enabled cloud is blocked until a tenant there is added.
    BlockedUntilAdded = "cloudBlockedUntilAdded" on "entra/external-id/cross-cloud-settings",
    /// The error of a home tenant that has not enabled the cloud.
    CloudNotAllowed = "cloudNotAllowedOnIdentityTenant" on "entra/identity-platform/reference-error-codes",
    /// Direct connect is not supported across clouds.
    DirectConnectWithinCloud = "directConnectWithinCloud" on "entra/external-id/cross-cloud-settings",
    /// Which clouds collaborate with which.
    CloudPairs = "cloudPairs" on "entra/external-id/cross-cloud-settings",
}

/// The gate.
pub(super) struct Cloud;

/// What `cloud` is called in other tenants' settings.
fn endpoint(cloud: TenantCloud) -> &'static str {
    match cloud {
        TenantCloud::Commercial => "microsoftonline.com",
        TenantCloud::UsGovernment => "microsoftonline.us",
        TenantCloud::China => "partner.microsoftonline.cn",
    }
}

fn place(tenant: &Id, place: Place, item: Option<&Id>) -> SettingPath {
    SettingPath::Policy { tenant: tenant.clone(), place, item: item.map(|item| item.as_str().into()) }
}

/// One of the two tenants, and what its refusals are called.
struct Side<'a> {
    tenant: &'a Tenant,
    other: &'a Tenant,
    actor: Actor,
    not_enabled: Reason,
    not_added: Reason,
    /// The error when the cloud is not enabled, where one is documented.
    error: Option<ErrorCode>,
}

impl Side<'_> {
    fn endpoints(&self) -> SettingPath {
        place(&self.tenant.id, Place::AllowedCloudEndpoints, None)
    }

    fn partner(&self) -> SettingPath {
        place(&self.tenant.id, Place::Partners, Some(&self.other.id))
    }

    /// A ground for each thing that is missing on this side.
    fn missing(&self) -> Vec<Ground> {
        let policy = &self.tenant.cross_tenant_access_policy;
        let wanted = endpoint(self.other.cloud);
        let mut missing = Vec::new();
        if !policy.allowed_cloud_endpoints.iter().any(|enabled| enabled.eq_ignore_ascii_case(wanted)) {
            let statement = match self.error {
                Some(_) => Statement::CloudNotAllowed,
                None => Statement::BothEnableAndAdd,
            };
            missing.push(
                Ground::new(Status::Fail, self.not_enabled, statement)
                    .decided_by([self.endpoints()])
                    .turned_by(self.actor, self.error),
            );
        }
        if policy.partner(&self.other.id).is_none() {
            missing.push(
                Ground::new(Status::Fail, self.not_added, Statement::BlockedUntilAdded)
                    .decided_by([self.partner()])
                    .turned_by(self.actor, None),
            );
        }
        missing
    }
}

/// What the two tenants' settings come to for collaboration across clouds.
fn collaboration(home: &Tenant, resource: &Tenant) -> Vec<Ground> {
    let sides = [
        Side {
            tenant: home,
            other: resource,
            actor: Actor::HomeAdministrator,
            not_enabled: Reason::HomeCloudNotEnabled,
            not_added: Reason::HomeTenantNotAdded,
            error: Some(ErrorCode::ResourceCloudNotAllowedOnIdentityTenant),
        },
        Side {
            tenant: resource,
            other: home,
            actor: Actor::ResourceAdministrator,
            not_enabled: Reason::ResourceCloudNotEnabled,
            not_added: Reason::ResourceTenantNotAdded,
            error: None,
        },
    ];
    let missing: Vec<Ground> = sides.iter().flat_map(Side::missing).collect();
    if !missing.is_empty() {
        return missing;
    }
    let settings = sides.iter().flat_map(|side| [side.endpoints(), side.partner()]);
    vec![Ground::new(Status::Pass, Reason::BothPrepared, Statement::BothEnableAndAdd).decided_by(settings)]
}

fn grounds(connection: &Connection) -> Vec<Ground> {
    let (home, resource) = (&connection.home, &connection.resource);
    if home.cloud == resource.cloud {
        return vec![Ground::new(Status::Pass, Reason::SameCloud, Statement::CloudSettings).at_rest()];
    }
    if connection.feature == Feature::B2bDirectConnect {
        let never = Ground::new(Status::Fail, Reason::NoDirectConnect, Statement::DirectConnectWithinCloud);
        return vec![never.turned_by(Actor::Nobody, None)];
    }
    // The page lists two pairs, each with the commercial cloud; that the third does not work follows from that.
    if ![home.cloud, resource.cloud].contains(&TenantCloud::Commercial) {
        let not_listed = Ground::new(Status::Fail, Reason::PairNotSupported, Statement::CloudPairs);
        return vec![not_listed.turned_by(Actor::Nobody, None).standing(Standing::Inferred)];
    }
    collaboration(home, resource)
}

impl GateRule for Cloud {
    fn conditions<'a>(&self, _: &'a Connection, _: &mut Conditions<'a>) {}

    fn judge(&self, connection: &Connection, _: &Person<'_>, _: &App<'_>) -> Option<GateResult> {
        let clouds =
            [&connection.home, &connection.resource].map(|tenant| place(&tenant.id, Place::Cloud, None));
        let mut grounds = grounds(connection);
        for ground in &mut grounds {
            ground.settings.extend(clouds.iter().cloned());
        }
        Some(result(Gate::Cloud, Owner::Both, grounds))
    }
}
