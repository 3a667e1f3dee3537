//! Delegated administration by a service provider, which goes by other ways than B2B settings.
//!
//! An organization that the resource tenant knows as its cloud service provider reaches it by granular
//! delegated administrator privileges as well. How these meet inbound settings is not documented, so this gate
//! refuses nothing; it says what else there is.

use alloc::vec;

use super::declare::{reasons, statements};
use super::{Gate, GateRule, result};
use crate::class::Conditions;
use crate::person::{App, Person};
use crate::{Connection, GateResult, Ground, Layer, Owner, Property, SettingPath, Source, Standing, Status};

reasons! {
    /// The home tenant's delegated administrators come by other ways, which these settings do not govern.
    DelegatedAdministrators = "serviceProvider.delegatedAdministrators",
}

statements! {
    /// Delegated administration is no part of B2B access settings.
    DelegatedAdministration = "delegatedAdministration" on "entra/external-id/cross-tenant-access-overview",
}

/// The gate.
pub(super) struct ServiceProvider;

impl GateRule for ServiceProvider {
    fn conditions<'a>(&self, _: &'a Connection, _: &mut Conditions<'a>) {}

    fn judge(&self, connection: &Connection, _: &Person<'_>, _: &App<'_>) -> Option<GateResult> {
        let resource = &connection.resource;
        let partner = resource.cross_tenant_access_policy.partner(&connection.home.id)?;
        partner.settings.is_service_provider.filter(|is_one| *is_one)?;
        let path = SettingPath::CrossTenantAccess {
            tenant: resource.id.clone(),
            layer: Layer::Partner(connection.home.id.clone()),
            property: Property::IsServiceProvider,
            half: None,
        };
        let ground =
            Ground::new(Status::Pass, Reason::DelegatedAdministrators, Statement::DelegatedAdministration)
                .decided_by([path])
                .of_layer(Source::Organizational)
                .standing(Standing::Undocumented);
        Some(result(Gate::ServiceProvider, Owner::Resource, vec![ground]))
    }
}
