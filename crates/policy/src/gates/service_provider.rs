//! Delegated administration by a service provider, which goes by other ways than B2B settings.
//!
//! An organization that the resource tenant knows as its cloud service provider reaches it by granular
//! delegated administrator privileges as well. How these meet inbound settings is not documented, so this gate
//! refuses nobody who comes by collaboration or direct connect; it says what else there is.

use alloc::vec;

use super::declare::{reasons, statements};
use super::{Gate, GateRule, result};
use crate::conditions::Conditions;
use crate::graph::{BuiltInControl, ConditionalAccessPolicy, Operator, PolicyState};
use crate::person::{App, Person};
use crate::{
    Connection, GateResult, Ground, Id, Layer, Note, Owner, Property, SettingPath, Source, Standing, Status,
    Tenant,
};

reasons! {
    /// The home tenant's delegated administrators come by other ways, with multifactor authentication done at home.
    DelegatedAdministrators = "serviceProvider.delegatedAdministrators",
    /// The home tenant keeps its users from administering other organizations.
    OutboundBlocked = "serviceProvider.outboundBlocked",
    /// A policy of the resource tenant meets delegated administrators.
    PolicyMeetsThem = "serviceProvider.policyMeetsThem",
    /// A policy of the resource tenant keeps delegated administrators out.
    PolicyBlocksThem = "serviceProvider.policyBlocksThem",
    /// Whether the resource tenant's inbound settings keep delegated administrators out is not documented.
    InboundNotDocumented = "serviceProvider.inboundNotDocumented",
}

statements! {
    /// Delegated administrators always do multifactor authentication at home, and it always counts.
    DelegatedAdministration = "delegatedAdministration" on "entra/external-id/cross-tenant-access-settings-b2b-collaboration",
    /// A switch that keeps users from administering other organizations.
    OutboundSwitch = "blockServiceProviderOutboundAccess" on "graph/api/resources/crosstenantaccesspolicyconfigurationpartner?view=graph-rest-beta",
    /// Conditional access has a user type for service providers.
    ServiceProviderType = "serviceProviderType" on "entra/identity/conditional-access/concept-conditional-access-users-groups",
    /// Cross-tenant access settings, which do not speak of delegated administration.
    AccessSettings = "accessSettings" on "entra/external-id/cross-tenant-access-overview",
}

/// The gate.
pub(super) struct ServiceProvider;

fn path(tenant: &Tenant, layer: Layer, property: Property) -> SettingPath {
    SettingPath::CrossTenantAccess { tenant: tenant.id.clone(), layer, property, half: None }
}

/// Whether `home` keeps its users from administering `resource`, with the layer that says so.
fn blocks_outbound(home: &Tenant, resource: &Id) -> (bool, Source, SettingPath) {
    let policy = &home.cross_tenant_access_policy;
    let own =
        policy.partner(resource).and_then(|partner| partner.settings.block_service_provider_outbound_access);
    let at = |layer| path(home, layer, Property::BlockServiceProviderOutboundAccess);
    match (own, policy.default.settings.block_service_provider_outbound_access) {
        (Some(blocked), _) => (blocked, Source::Organizational, at(Layer::Partner(resource.clone()))),
        (None, Some(blocked)) => (blocked, Source::Default, at(Layer::Default)),
        (None, None) => (false, Source::ServiceDefault, at(Layer::Default)),
    }
}

/// Whether a policy is in force and meets service providers from `home`.
fn meets_providers(policy: &ConditionalAccessPolicy, home: &Id) -> bool {
    let users = &policy.conditions.users;
    let external = |list: &[Id]| list.iter().any(|id| id.is("GuestsOrExternalUsers"));
    let of_type = |types: &Option<crate::graph::GuestsOrExternalUsers>| {
        types.as_ref().is_some_and(|types| {
            let tenants = types.external_tenants.as_ref();
            types.has_type("serviceProvider") && tenants.is_none_or(|tenants| tenants.includes(home))
        })
    };
    policy.state == PolicyState::Enabled
        && (external(&users.include_users) || of_type(&users.include_guests_or_external_users))
        && !external(&users.exclude_users)
        && !of_type(&users.exclude_guests_or_external_users)
}

impl GateRule for ServiceProvider {
    fn conditions<'a>(&self, _: &'a Connection, _: &mut Conditions<'a>) {}

    fn judge(&self, connection: &Connection, _: &Person<'_>, _: &App<'_>) -> Option<GateResult> {
        let (home, resource) = (&connection.home, &connection.resource);
        if !is_provider(connection) {
            return None;
        }
        let known_as = || path(resource, Layer::Partner(home.id.clone()), Property::IsServiceProvider);
        let (blocked, source, switch) = blocks_outbound(home, &resource.id);
        let mut known =
            Ground::new(Status::Pass, Reason::DelegatedAdministrators, Statement::DelegatedAdministration)
                .decided_by([known_as()])
                .of_layer(Source::Organizational);
        known.notes.push(Note::CannotBeRemoved);
        let mut grounds = vec![known];
        if blocked {
            let ground = Ground::new(Status::Pass, Reason::OutboundBlocked, Statement::OutboundSwitch);
            grounds.push(ground.decided_by([known_as(), switch]).of_layer(source));
        } else {
            for policy in &resource.conditional_access_policies {
                if meets_providers(policy, &home.id) {
                    grounds.push(met_by(policy, resource, [known_as(), switch.clone()]));
                }
            }
            let ground = Ground::new(Status::Pass, Reason::InboundNotDocumented, Statement::AccessSettings)
                .decided_by([known_as(), switch])
                .of_layer(source)
                .standing(Standing::Undocumented);
            grounds.push(ground);
        }
        Some(result(Gate::ServiceProvider, Owner::Resource, grounds))
    }
}

/// The gate where the resource tenant knows the home tenant as no service provider.
pub(super) struct AtRest;

impl GateRule for AtRest {
    fn conditions<'a>(&self, _: &'a Connection, _: &mut Conditions<'a>) {}

    fn judge(&self, _: &Connection, _: &Person<'_>, _: &App<'_>) -> Option<GateResult> {
        None
    }

    fn says_all(&self, connection: &Connection) -> bool {
        !is_provider(connection)
    }
}

/// Whether the resource tenant knows the home tenant as a service provider.
fn is_provider(connection: &Connection) -> bool {
    let partner = connection.resource.cross_tenant_access_policy.partner(&connection.home.id);
    partner.and_then(|partner| partner.settings.is_service_provider) == Some(true)
}

/// A policy that meets delegated administrators.
fn met_by(policy: &ConditionalAccessPolicy, resource: &Tenant, settings: [SettingPath; 2]) -> Ground {
    let blocks = policy.grant_controls.as_ref().is_some_and(|controls| {
        let listed = &controls.built_in_controls;
        let alone = listed.len() == 1
            && controls.authentication_strength.is_none()
            && controls.terms_of_use.is_empty()
            && controls.custom_authentication_factors.is_empty();
        listed.contains(&BuiltInControl::Block) && (controls.operator == Operator::And || alone)
    });
    let reason = if blocks { Reason::PolicyBlocksThem } else { Reason::PolicyMeetsThem };
    let its_own = SettingPath::ConditionalAccess { tenant: resource.id.clone(), policy: policy.id.clone() };
    let mut ground = Ground::new(Status::Pass, reason, Statement::ServiceProviderType)
        .decided_by([its_own].into_iter().chain(settings));
    ground.policy = Some(policy.id.clone());
    ground
}
