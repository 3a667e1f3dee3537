//! Which settings a gate reads that nobody has seen, and which of their values can make a difference to it.
//!
//! Tried are the extremes: everyone let through and nobody, and every way to trust claims. What chosen lists say
//! lies between these: where both extremes come to the same, so does everything between. Of tenant restrictions it
//! also matters whether there are any about the organization.

use alloc::string::ToString;
use alloc::sync::Arc;
use alloc::vec;
use alloc::vec::Vec;

use crate::gates::Gate;
use crate::graph::{
    AccessType, B2bSetting, ConfigurationPartner, IdentitySynchronization,
    InboundOutboundPolicyConfiguration, InboundTrust, Settings, Target, TargetConfiguration, TargetType,
    UnknownPart, UserSyncInbound,
};
use crate::{Connection, Direction, Feature, Id, Layer, Place, Property, SettingPath, Tenant};

/// A setting that nobody has seen.
pub(super) enum Value {
    /// A property of a layer.
    Setting {
        tenant: Id,
        layer: Layer,
        property: Property,
        /// A setting above it states one half and leaves the other to this one, so that the halves count apart.
        one_half: bool,
    },
    /// Whether an organization has been added at all.
    Added { tenant: Id, partner: Id },
    /// Whether the cloud of the other tenant is enabled.
    Cloud { tenant: Id, endpoint: &'static str },
}

/// The settings that a gate reads and nobody has seen. No judgement of the gate reads settings of two of these
/// groups.
pub(super) fn read_by(gate: Gate, connection: &Connection) -> Vec<Vec<Value>> {
    let Connection { home, resource, feature, .. } = connection;
    let collaboration = *feature == Feature::B2bCollaboration;
    let outbound = |feature: Feature| in_force(home, &resource.id, feature.property(Direction::Outbound));
    let inbound = |feature: Feature| in_force(resource, &home.id, feature.property(Direction::Inbound));
    let consent =
        |tenant, other: &Tenant| in_force(tenant, &other.id, Property::AutomaticUserConsentSettings);
    let mut found = Vec::new();
    match gate {
        Gate::Cloud if collaboration && home.cloud != resource.cloud => {
            found.extend(clouds(home, resource));
            found.extend(clouds(resource, home));
        }
        Gate::HomeOutbound => found.extend(outbound(*feature)),
        Gate::ResourceInbound => {
            let setting = feature.property(Direction::Inbound);
            found.extend(inbound(*feature));
            // Guests without a tenant meet the default.
            if collaboration && resource.guests.is_some() && !found.iter().any(Value::is_of_default) {
                found.extend(of_default(resource, setting, false));
            }
        }
        Gate::Invitation if collaboration && resource.guests.is_some() => {
            found.extend(outbound(*feature));
            found.extend(inbound(*feature));
            found.extend(consent(home, resource));
            found.extend(consent(resource, home));
            found.extend(in_force(resource, &home.id, Property::IdentitySynchronization));
        }
        Gate::TenantRestrictions => {
            return connection.tenants.iter().map(|owner| restrictions(owner, connection)).collect();
        }
        Gate::ConditionalAccess if !resource.conditional_access_policies.is_empty() => {
            found.extend(in_force(resource, &home.id, Property::InboundTrust));
            // Who is met may hang on who could come by direct connect.
            if collaboration {
                found.extend(outbound(Feature::B2bDirectConnect));
                found.extend(inbound(Feature::B2bDirectConnect));
            }
        }
        _ => {}
    }
    vec![found]
}

/// How many combinations their values have.
pub(super) fn combinations(group: &[Value]) -> usize {
    group.iter().map(Value::choices).fold(1, usize::saturating_mul)
}

/// What nobody has seen of how `tenant` works with another cloud.
fn clouds(tenant: &Tenant, other: &Tenant) -> Vec<Value> {
    let policy = &tenant.cross_tenant_access_policy;
    let endpoint = other.cloud.endpoint();
    let is_enabled = policy.allowed_cloud_endpoints.iter().any(|one| one.eq_ignore_ascii_case(endpoint));
    let mut found = Vec::new();
    if !is_enabled && policy.is_part_unknown(UnknownPart::AllowedCloudEndpoints) {
        found.push(Value::Cloud { tenant: tenant.id.clone(), endpoint });
    }
    if policy.partner(&other.id).is_none() && policy.is_part_unknown(UnknownPart::Partners) {
        found.push(Value::Added { tenant: tenant.id.clone(), partner: other.id.clone() });
    }
    found
}

/// What nobody has seen of the restrictions of a policy owner. Its own applications are left alone.
fn restrictions(owner: &Tenant, connection: &Connection) -> Vec<Value> {
    let Connection { home, resource, .. } = connection;
    let property = Property::TenantRestrictions;
    if resource.id == owner.id {
        return Vec::new();
    }
    let mut found = in_force(owner, &resource.id, property);
    if home.id != resource.id {
        found.extend(in_force(owner, &home.id, property));
    }
    let one_half = found.iter().any(|value| matches!(value, Value::Setting { one_half: true, .. }));
    found.retain(|value| !value.is_of_default());
    // Whoever does not sign in meets the default.
    found.extend(of_default(owner, property, one_half));
    found
}

/// `property` of `tenant` about `other`, if nobody has seen what is in force.
fn in_force(tenant: &Tenant, other: &Id, property: Property) -> Vec<Value> {
    let policy = &tenant.cross_tenant_access_policy;
    let layer = Layer::Partner(other.clone());
    if policy.is_unknown(&layer, property) {
        return vec![Value::Setting { tenant: tenant.id.clone(), layer, property, one_half: false }];
    }
    let own = policy.partner(other).map(|partner| &partner.settings).filter(|own| own.has(property));
    match own {
        None => of_default(tenant, property, false),
        Some(own) if leaves_something_out(own, property) => of_default(tenant, property, true),
        Some(_) => Vec::new(),
    }
}

/// The default's `property`, if nobody has seen it. Automatic redemption is off there, and nobody can change that.
fn of_default(tenant: &Tenant, property: Property, one_half: bool) -> Vec<Value> {
    let is_unknown = property != Property::AutomaticUserConsentSettings
        && tenant.cross_tenant_access_policy.is_unknown(&Layer::Default, property);
    let value = || Value::Setting { tenant: tenant.id.clone(), layer: Layer::Default, property, one_half };
    is_unknown.then(value).into_iter().collect()
}

/// Whether a property that is stated leaves a part of it to the default.
fn leaves_something_out(own: &Settings, property: Property) -> bool {
    let trust = |trust: &InboundTrust| {
        trust.is_mfa_accepted.is_none()
            || trust.is_compliant_device_accepted.is_none()
            || trust.is_hybrid_azure_ad_joined_device_accepted.is_none()
    };
    let b2b = |setting: &B2bSetting| setting.users_and_groups.is_none() || setting.applications.is_none();
    match property {
        Property::InboundTrust => own.inbound_trust.as_ref().is_some_and(trust),
        property => own.b2b(property).is_some_and(b2b),
    }
}

impl Value {
    /// Its address.
    pub(super) fn path(&self) -> SettingPath {
        match self {
            Value::Setting { tenant, layer, property, .. } => SettingPath::CrossTenantAccess {
                tenant: tenant.clone(),
                layer: layer.clone(),
                property: *property,
                half: None,
            },
            Value::Added { tenant, partner } => SettingPath::Policy {
                tenant: tenant.clone(),
                place: Place::Partners,
                item: Some(partner.to_string()),
            },
            Value::Cloud { tenant, .. } => SettingPath::Policy {
                tenant: tenant.clone(),
                place: Place::AllowedCloudEndpoints,
                item: None,
            },
        }
    }

    fn is_of_default(&self) -> bool {
        matches!(self, Value::Setting { layer: Layer::Default, .. })
    }

    /// How many values are tried.
    pub(super) fn choices(&self) -> usize {
        match self {
            Value::Setting { property: Property::InboundTrust, .. } => 8,
            Value::Setting { layer: Layer::Partner(_), property: Property::TenantRestrictions, .. } => 3,
            Value::Setting { one_half: true, .. } => 4,
            _ => 2,
        }
    }

    /// Gives it one of the values.
    pub(super) fn fill(&self, connection: &mut Connection, choice: usize) {
        let change = |connection: &mut Connection, tenant: &Id, change: &dyn Fn(&mut Tenant)| {
            let known = [&connection.home, &connection.resource].into_iter().chain(&connection.tenants);
            let Some(mut changed) = known.into_iter().find(|known| known.id == *tenant).cloned() else {
                return;
            };
            change(Arc::make_mut(&mut changed));
            let places = [&mut connection.home, &mut connection.resource].into_iter();
            for place in places.chain(&mut connection.tenants).filter(|place| place.id == *tenant) {
                *place = changed.clone();
            }
        };
        match self {
            Value::Setting { tenant, layer, property, .. } => change(connection, tenant, &|tenant| {
                let policy = &mut tenant.cross_tenant_access_policy;
                if let Some(settings) = settings_mut(policy, layer) {
                    settings.make_known(*property);
                    fill(settings, layer, *property, choice);
                }
            }),
            Value::Added { tenant, partner } => change(connection, tenant, &|tenant| {
                if choice == 1 {
                    let added = ConfigurationPartner::inheriting(partner.clone());
                    tenant.cross_tenant_access_policy.partners.push(added.into());
                }
            }),
            Value::Cloud { tenant, endpoint } => change(connection, tenant, &|tenant| {
                if choice == 1 {
                    tenant.cross_tenant_access_policy.allowed_cloud_endpoints.push((*endpoint).into());
                }
            }),
        }
    }
}

/// The settings of a layer, an organization being added if it is not listed.
fn settings_mut<'a>(
    policy: &'a mut crate::graph::CrossTenantAccessPolicy,
    layer: &Layer,
) -> Option<&'a mut Settings> {
    match layer {
        Layer::Default => Some(&mut Arc::make_mut(&mut policy.default).settings),
        Layer::Partner(other) => {
            if policy.partner(other).is_none() {
                policy.partners.push(ConfigurationPartner::unseen(other.clone()).into());
            }
            let partner = policy.partners.iter_mut().find(|known| known.tenant_id == *other)?;
            Some(&mut Arc::make_mut(partner).settings)
        }
    }
}

/// Gives a property one of the values that are tried.
fn fill(settings: &mut Settings, layer: &Layer, property: Property, choice: usize) {
    let bit = |number: usize| Some(choice & (1 << number) != 0);
    match property {
        Property::InboundTrust => {
            settings.inbound_trust = Some(InboundTrust {
                is_mfa_accepted: bit(0),
                is_compliant_device_accepted: bit(1),
                is_hybrid_azure_ad_joined_device_accepted: bit(2),
                ..InboundTrust::default()
            });
        }
        Property::AutomaticUserConsentSettings => {
            settings.automatic_user_consent_settings = Some(InboundOutboundPolicyConfiguration {
                inbound_allowed: bit(0),
                outbound_allowed: bit(0),
                ..InboundOutboundPolicyConfiguration::default()
            });
        }
        Property::IdentitySynchronization => {
            let users = UserSyncInbound { is_sync_allowed: bit(0), ..UserSyncInbound::default() };
            settings.identity_synchronization = Some(IdentitySynchronization {
                user_sync_inbound: Some(users),
                ..IdentitySynchronization::default()
            });
        }
        b2b => {
            if let Some(setting) = settings.b2b_mut(b2b) {
                let inherits = choice == 2 && b2b == Property::TenantRestrictions && *layer != Layer::Default;
                *setting = (!inherits).then(|| of_lists(choice));
            }
        }
    }
}

/// An id that nobody has.
const SOMEBODY_ELSE: &str = "ffffffff-ffff-ffff-ffff-ffffffffffff";

/// A setting for everyone or for nobody, and lists that name nobody here, for a setting of which one half counts.
fn of_lists(choice: usize) -> B2bSetting {
    let somebody_else = |access_type: AccessType| {
        let list = |target_type| TargetConfiguration {
            access_type: access_type.clone(),
            targets: vec![Target::new(SOMEBODY_ELSE, target_type)],
            rest: Default::default(),
        };
        B2bSetting {
            users_and_groups: Some(list(TargetType::User)),
            applications: Some(list(TargetType::Application)),
            ..B2bSetting::default()
        }
    };
    match choice {
        0 => B2bSetting::everyone(AccessType::Allowed),
        1 => B2bSetting::everyone(AccessType::Blocked),
        2 => somebody_else(AccessType::Allowed),
        _ => somebody_else(AccessType::Blocked),
    }
}
