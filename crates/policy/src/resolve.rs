//! Inheritance: organizational settings, then default settings, then what the service ships.
//!
//! Precedence is per property, by null: a property an organization's settings hold replaces the default's
//! whole object, target lists are not merged.

use alloc::borrow::Cow;

use crate::graph::{
    AccessType, B2bSetting, InboundOutboundPolicyConfiguration, InboundTrust, TargetConfiguration,
};
use crate::{Half, Id, Layer, Property, SettingPath, Source, Tenant, service_default};

/// A value in force, with where it comes from and its address.
#[derive(Clone, Debug, PartialEq)]
pub struct Resolved<T> {
    /// The value.
    pub value: T,
    /// Whose layer it comes from.
    pub source: Source,
    /// Its address.
    pub path: SettingPath,
}

/// A B2B setting in force: both halves always have a value.
#[derive(Clone, Debug, PartialEq)]
pub struct Effective<'a> {
    /// Which users and groups.
    pub users_and_groups: Resolved<Cow<'a, TargetConfiguration>>,
    /// Which applications.
    pub applications: Resolved<Cow<'a, TargetConfiguration>>,
    /// The half that the setting leaves out, so that it was taken from the layer below.
    /// Undocumented; see the ground truth's section 1.4.
    pub missing_half: Option<Half>,
}

fn path(tenant: &Tenant, layer: Layer, property: Property, half: Option<Half>) -> SettingPath {
    SettingPath::CrossTenantAccess { tenant: tenant.id.clone(), layer, property, half }
}

/// The B2B setting `property` of `tenant` that holds for `other`.
///
/// A half that a layer leaves out is taken from the layer below.
pub fn effective_b2b<'a>(tenant: &'a Tenant, other: &Id, property: Property) -> Effective<'a> {
    b2b(tenant, Some(other), property)
}

/// The B2B setting `property` of `tenant` that holds for whom no organization's settings are about.
pub(crate) fn default_b2b(tenant: &Tenant, property: Property) -> Effective<'_> {
    b2b(tenant, None, property)
}

fn b2b<'a>(tenant: &'a Tenant, other: Option<&Id>, property: Property) -> Effective<'a> {
    let policy = &tenant.cross_tenant_access_policy;
    let own =
        other.and_then(|other| policy.partner(other)).and_then(|partner| partner.settings.b2b(property));
    let default = policy.default.settings.b2b(property);
    let half = |half: Half, pick: fn(&B2bSetting) -> Option<&TargetConfiguration>| {
        if let Some((value, other)) = own.and_then(pick).zip(other) {
            let path = path(tenant, Layer::Partner(other.clone()), property, Some(half));
            return Resolved { value: Cow::Borrowed(value), source: Source::Organizational, path };
        }
        let path = path(tenant, Layer::Default, property, Some(half));
        if let Some(value) = default.and_then(pick) {
            return Resolved { value: Cow::Borrowed(value), source: Source::Default, path };
        }
        let shipped = service_default();
        let value = shipped.b2b(property).and_then(pick).cloned().unwrap_or_else(|| match half {
            Half::UsersAndGroups => TargetConfiguration::all_users(AccessType::Blocked),
            Half::Applications => TargetConfiguration::all_applications(AccessType::Blocked),
        });
        Resolved { value: Cow::Owned(value), source: Source::ServiceDefault, path }
    };
    let missing = |setting: &B2bSetting| match (&setting.users_and_groups, &setting.applications) {
        (None, Some(_)) => Some(Half::UsersAndGroups),
        (Some(_), None) => Some(Half::Applications),
        _ => None,
    };
    Effective {
        users_and_groups: half(Half::UsersAndGroups, |setting| setting.users_and_groups.as_ref()),
        applications: half(Half::Applications, |setting| setting.applications.as_ref()),
        missing_half: own.or(default).and_then(missing),
    }
}

/// The trust settings of `tenant` that hold for `other`.
pub fn effective_trust(tenant: &Tenant, other: &Id) -> Resolved<InboundTrust> {
    layered(tenant, other, Property::InboundTrust, |settings| settings.inbound_trust.as_ref())
}

/// The automatic redemption settings of `tenant` that hold for `other`. The two switches inherit one by one.
pub fn effective_consent(tenant: &Tenant, other: &Id) -> Resolved<InboundOutboundPolicyConfiguration> {
    let pick = |settings: &crate::graph::Settings| settings.automatic_user_consent_settings.clone();
    let mut resolved = layered(tenant, other, Property::AutomaticUserConsentSettings, |settings| {
        settings.automatic_user_consent_settings.as_ref()
    });
    let below = pick(&tenant.cross_tenant_access_policy.default.settings).unwrap_or_default();
    let value = &mut resolved.value;
    value.inbound_allowed = value.inbound_allowed.or(below.inbound_allowed).or(Some(false));
    value.outbound_allowed = value.outbound_allowed.or(below.outbound_allowed).or(Some(false));
    resolved
}

fn layered<T: Clone + Default>(
    tenant: &Tenant,
    other: &Id,
    property: Property,
    pick: fn(&crate::graph::Settings) -> Option<&T>,
) -> Resolved<T> {
    let policy = &tenant.cross_tenant_access_policy;
    if let Some(value) = policy.partner(other).and_then(|partner| pick(&partner.settings)) {
        let path = path(tenant, Layer::Partner(other.clone()), property, None);
        return Resolved { value: value.clone(), source: Source::Organizational, path };
    }
    let path = path(tenant, Layer::Default, property, None);
    match pick(&policy.default.settings) {
        Some(value) => Resolved { value: value.clone(), source: Source::Default, path },
        None => Resolved {
            value: pick(&service_default()).cloned().unwrap_or_default(),
            source: Source::ServiceDefault,
            path,
        },
    }
}
