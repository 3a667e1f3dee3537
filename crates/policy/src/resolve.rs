//! Inheritance: organizational settings, then default settings, then what the service ships.
//!
//! Precedence is per property, by null: a property an organization's settings hold replaces the default's
//! whole object, target lists are not merged. A property that nobody has seen is not inherited: its source is
//! [`Source::Unknown`], and the value beside it stands for none.

use alloc::borrow::Cow;
use alloc::vec::Vec;

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

impl<T> Resolved<T> {
    /// Whether somebody has seen which value is in force.
    pub fn is_known(&self) -> bool {
        self.source != Source::Unknown
    }
}

/// A B2B setting in force: both halves always have a value.
#[derive(Clone, Debug, PartialEq)]
pub struct Effective<'a> {
    /// Which users and groups.
    pub users_and_groups: Resolved<Cow<'a, TargetConfiguration>>,
    /// Which applications.
    pub applications: Resolved<Cow<'a, TargetConfiguration>>,
    /// The setting that leaves a half out, or both, if one does.
    pub gap: Option<Gap>,
}

/// Halves that a setting leaves out, so that they were taken from the layer below. What that means is not
/// documented.
#[derive(Clone, Debug, PartialEq)]
pub struct Gap {
    /// Which halves.
    pub halves: &'static [Half],
    /// The address of the setting that leaves them out.
    pub path: SettingPath,
}

impl Effective<'_> {
    /// Whether somebody has seen both halves.
    pub fn is_known(&self) -> bool {
        self.users_and_groups.is_known() && self.applications.is_known()
    }

    /// Whether the setting leaves this half out.
    pub fn misses(&self, half: Half) -> bool {
        self.gap.as_ref().is_some_and(|gap| gap.halves.contains(&half))
    }

    /// The address of a setting with neither half, which is in the address of neither.
    pub(crate) fn empty(&self) -> Option<SettingPath> {
        let both = self.misses(Half::UsersAndGroups) && self.misses(Half::Applications);
        self.gap.as_ref().filter(|_| both).map(|gap| gap.path.clone())
    }

    /// The addresses of both halves, and of a setting with neither.
    pub(crate) fn cited(&self) -> Vec<SettingPath> {
        let halves = [&self.users_and_groups.path, &self.applications.path];
        halves.into_iter().cloned().chain(self.empty()).collect()
    }
}

fn path(tenant: &Tenant, layer: Layer, property: Property, half: Option<Half>) -> SettingPath {
    SettingPath::CrossTenantAccess { tenant: tenant.id.clone(), layer, property, half }
}

/// The layer of which nobody has seen what it says of `property`, where that is in force: the one about `other`,
/// or the default below it. What is stated about `other` (`own`) leaves to the default what it leaves out. An
/// empty id is nobody's.
fn unseen_layer(tenant: &Tenant, other: Option<&Id>, property: Property, own: bool) -> Option<Layer> {
    let policy = &tenant.cross_tenant_access_policy;
    let about =
        other.filter(|other| !own && !other.as_str().is_empty()).map(|other| Layer::Partner(other.clone()));
    // Automatic redemption is off by default, and nobody can change that.
    let default = (property != Property::AutomaticUserConsentSettings).then_some(Layer::Default);
    [about, default].into_iter().flatten().find(|layer| policy.is_unknown(layer, property))
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
    let unseen = unseen_layer(tenant, other, property, own.is_some());
    let half = |half: Half, pick: fn(&B2bSetting) -> Option<&TargetConfiguration>| {
        if let Some((value, other)) = own.and_then(pick).zip(other) {
            let path = path(tenant, Layer::Partner(other.clone()), property, Some(half));
            return Resolved { value: Cow::Borrowed(value), source: Source::Organizational, path };
        }
        let path = path(tenant, unseen.as_ref().unwrap_or(&Layer::Default).clone(), property, Some(half));
        if let Some(value) = default.and_then(pick).filter(|_| unseen.is_none()) {
            return Resolved { value: Cow::Borrowed(value), source: Source::Default, path };
        }
        let shipped = service_default();
        let value = shipped.b2b(property).and_then(pick).cloned().unwrap_or_else(|| match half {
            Half::UsersAndGroups => TargetConfiguration::all_users(AccessType::Blocked),
            Half::Applications => TargetConfiguration::all_applications(AccessType::Blocked),
        });
        let source = if unseen.is_some() { Source::Unknown } else { Source::ServiceDefault };
        Resolved { value: Cow::Owned(value), source, path }
    };
    let layer = match other {
        Some(other) if own.is_some() => Layer::Partner(other.clone()),
        _ => Layer::Default,
    };
    let missing = |setting: &B2bSetting| -> &'static [Half] {
        match (&setting.users_and_groups, &setting.applications) {
            (Some(_), Some(_)) => &[],
            (None, Some(_)) => &[Half::UsersAndGroups],
            (Some(_), None) => &[Half::Applications],
            (None, None) => &[Half::UsersAndGroups, Half::Applications],
        }
    };
    let in_force = own.or(default.filter(|_| unseen.is_none()));
    let halves = in_force.map(missing).unwrap_or_default();
    Effective {
        users_and_groups: half(Half::UsersAndGroups, |setting| setting.users_and_groups.as_ref()),
        applications: half(Half::Applications, |setting| setting.applications.as_ref()),
        gap: (!halves.is_empty()).then(|| Gap { halves, path: path(tenant, layer, property, None) }),
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
    let unseen = unseen_layer(tenant, Some(other), property, false);
    let is_unseen = unseen.is_some();
    let path = path(tenant, unseen.unwrap_or(Layer::Default), property, None);
    match pick(&policy.default.settings) {
        _ if is_unseen => Resolved { value: T::default(), source: Source::Unknown, path },
        Some(value) => Resolved { value: value.clone(), source: Source::Default, path },
        None => Resolved {
            value: pick(&service_default()).cloned().unwrap_or_default(),
            source: Source::ServiceDefault,
            path,
        },
    }
}
