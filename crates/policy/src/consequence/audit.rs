//! What the audit logs would say of the edits made: one scenario compared with another, tenant by tenant.
//!
//! Names of activities and categories are the audit log's own. An activity stands here once for each object that
//! differs; how often it was saved, and by whom, two scenarios do not tell.

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec;
use alloc::vec::Vec;

use serde_json::Value;

use crate::graph::{ConfigurationPartner, IdentitySynchronization, Rest, Settings};
use crate::shape::Shape;
use crate::{ExternalUserState, Guest, Id, Property, Scenario, Standing, Tenant, service_default};

crate::record::codes! {
    /// An activity, by the name that the audit log gives it.
    Activity {
        /// An organization was added.
        AddPartner = "Add a partner to cross-tenant access setting",
        /// An organization's settings were changed.
        UpdatePartner = "Update a partner cross-tenant access setting",
        /// An organization was removed.
        DeletePartner = "Delete partner specific cross-tenant access setting",
        /// The defaults were changed.
        UpdateDefault = "Update the company default cross-tenant access setting",
        /// The defaults were set back to what the service ships.
        ResetDefault = "Reset the cross-tenant access default setting",
        /// Synchronization from an organization was set up.
        CreateSynchronization = "Create a partner cross-tenant identity sync setting",
        /// Synchronization from an organization was changed.
        UpdateSynchronization = "Update a partner cross-tenant identity sync setting",
        /// Synchronization from an organization was taken down.
        DeleteSynchronization = "Delete a partner cross-tenant identity sync setting",
        /// A guest was invited.
        InviteExternalUser = "Invite external user",
        /// A guest redeemed the invitation.
        RedeemInvitation = "Redeem external user invite",
    }
}

crate::record::codes! {
    /// A category of activities, by the name that the audit log gives it.
    Category {
        /// Cross-tenant access settings.
        CrossTenantAccessSettings = "CrossTenantAccessSettings",
        /// Cross-tenant synchronization; the change of the defaults is listed here as well.
        CrossTenantIdentitySyncSettings = "CrossTenantIdentitySyncSettings",
    }
}

impl Activity {
    /// The category it is listed under; none where these pages do not say.
    pub fn category(self) -> Option<Category> {
        match self {
            Activity::AddPartner
            | Activity::UpdatePartner
            | Activity::DeletePartner
            | Activity::ResetDefault => Some(Category::CrossTenantAccessSettings),
            Activity::UpdateDefault
            | Activity::CreateSynchronization
            | Activity::UpdateSynchronization
            | Activity::DeleteSynchronization => Some(Category::CrossTenantIdentitySyncSettings),
            Activity::InviteExternalUser | Activity::RedeemInvitation => None,
        }
    }

    /// How well it is supported that the edits made here would be recorded as this. The names are documented;
    /// that adding an organization with its settings makes two entries, or a whole default one, is not.
    pub fn standing(self) -> Standing {
        Standing::Inferred
    }
}

/// One entry that an audit log would have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditEvent {
    /// What was done.
    pub activity: Activity,
    /// The organization it is about.
    pub partner: Option<Id>,
    /// The guest it is about: the object id in the home tenant.
    pub guest: Option<Id>,
    /// The properties that were changed, by Graph's names.
    pub properties: Vec<String>,
}

crate::record::codes! {
    /// Something that differs and that none of these activities is about.
    OtherChange {
        /// The organization's name, domains or cloud.
        Identity = "identity",
        /// Users, groups, applications, sessions.
        Directory = "directory",
        /// Which other clouds the tenant works with.
        Clouds = "clouds",
        /// Conditional access policies.
        ConditionalAccess = "conditionalAccess",
        /// Who may invite, and to which domains.
        ExternalCollaboration = "externalCollaboration",
        /// Guests removed or changed otherwise than by redeeming.
        Guests = "guests",
        /// Teams.
        Teams = "teams",
    }
}

/// What one tenant's audit log would say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// Whose log.
    pub tenant: Id,
    /// The entries.
    pub events: Vec<AuditEvent>,
    /// What differs besides.
    pub others: Vec<OtherChange>,
}

/// What the audit log of each tenant of `after` would say of the way from `before`, for those in which
/// something differs.
pub fn recorded(before: &Scenario, after: &Scenario) -> Vec<Recorded> {
    let tenants = after.tenants.iter().map(|tenant| {
        let earlier = before.tenant_or_untouched(&tenant.id);
        let others = if before.tenant(&tenant.id).is_some() { others(&earlier, tenant) } else { Vec::new() };
        Recorded { tenant: tenant.id.clone(), events: events(&earlier, tenant), others }
    });
    tenants.filter(|tenant| !(tenant.events.is_empty() && tenant.others.is_empty())).collect()
}

fn events(before: &Tenant, after: &Tenant) -> Vec<AuditEvent> {
    let mut events = Vec::new();
    defaults(before, after, &mut events);
    partners(before, after, &mut events);
    guests(before, after, &mut events);
    events
}

fn event(activity: Activity, partner: Option<&Id>, properties: Vec<String>) -> AuditEvent {
    AuditEvent { activity, partner: partner.cloned(), guest: None, properties }
}

/// The properties of settings as Graph writes them, without those that stand for themselves.
fn written(settings: &Settings) -> Rest {
    let mut properties = match settings.write() {
        Value::Object(properties) => properties,
        _ => Rest::new(),
    };
    properties.remove(Property::IdentitySynchronization.as_str());
    // What somebody has seen is no event.
    properties.retain(|name, value| !value.is_null() && !name.starts_with("@entente."));
    properties
}

/// The names of the properties that differ.
fn differing(before: &Rest, after: &Rest) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for name in before.keys().chain(after.keys()) {
        if before.get(name) != after.get(name) && !names.contains(name) {
            names.push(name.clone());
        }
    }
    names
}

/// A default that leaves a property out has the value that the service ships.
fn defaults(before: &Tenant, after: &Tenant, events: &mut Vec<AuditEvent>) {
    let shipped = written(&service_default());
    let whole = |tenant: &Tenant| {
        let mut whole = shipped.clone();
        whole.extend(written(&tenant.cross_tenant_access_policy.default.settings));
        whole
    };
    let (old, new) = (whole(before), whole(after));
    let properties = differing(&old, &new);
    if properties.is_empty() {
        return;
    }
    let activity = if new == shipped { Activity::ResetDefault } else { Activity::UpdateDefault };
    events.push(event(activity, None, properties));
}

fn partners(before: &Tenant, after: &Tenant, events: &mut Vec<AuditEvent>) {
    let (old, new) = (&before.cross_tenant_access_policy, &after.cross_tenant_access_policy);
    for partner in &new.partners {
        let id = &partner.tenant_id;
        let earlier = old.partner(id);
        if earlier.is_none() {
            events.push(event(Activity::AddPartner, Some(id), Vec::new()));
        }
        let properties = differing(&settings_of(earlier), &settings_of(Some(partner)));
        if !properties.is_empty() {
            events.push(event(Activity::UpdatePartner, Some(id), properties));
        }
        let activity = match (synchronization(earlier), synchronization(Some(partner))) {
            (None, Some(_)) => Some(Activity::CreateSynchronization),
            (Some(_), None) => Some(Activity::DeleteSynchronization),
            (earlier, now) if earlier != now => Some(Activity::UpdateSynchronization),
            _ => None,
        };
        events.extend(activity.map(|activity| event(activity, Some(id), Vec::new())));
    }
    for partner in old.partners.iter().filter(|partner| new.partner(&partner.tenant_id).is_none()) {
        let id = Some(&partner.tenant_id);
        // Synchronization has to be taken down first.
        if synchronization(Some(partner)).is_some() {
            events.push(event(Activity::DeleteSynchronization, id, Vec::new()));
        }
        events.push(event(Activity::DeletePartner, id, Vec::new()));
    }
}

fn settings_of(partner: Option<&ConfigurationPartner>) -> Rest {
    partner.map(|partner| written(&partner.settings)).unwrap_or_default()
}

fn synchronization(partner: Option<&ConfigurationPartner>) -> Option<&IdentitySynchronization> {
    partner?.settings.identity_synchronization.as_ref()
}

fn guests(before: &Tenant, after: &Tenant, events: &mut Vec<AuditEvent>) {
    let accepted = |guest: &Guest| guest.external_user_state == ExternalUserState::Accepted;
    for guest in after.guests.as_deref().into_iter().flatten() {
        let entry = |activity| AuditEvent {
            activity,
            partner: Some(guest.home_tenant.clone()),
            guest: Some(guest.home_user.clone()),
            properties: Vec::new(),
        };
        let earlier = before.guest(&guest.home_tenant, &guest.home_user);
        // Where the scenario stated no guests before, that they are stated now is no invitation.
        if earlier.is_none() && before.guests.is_some() {
            events.push(entry(Activity::InviteExternalUser));
            if accepted(guest) {
                events.push(entry(Activity::RedeemInvitation));
            }
        } else if earlier.is_some_and(|earlier| !accepted(earlier)) && accepted(guest) {
            events.push(entry(Activity::RedeemInvitation));
        }
    }
}

/// What differs besides, whether or not another log has it.
fn others(before: &Tenant, after: &Tenant) -> Vec<OtherChange> {
    let clouds = |tenant: &Tenant| tenant.cross_tenant_access_policy.allowed_cloud_endpoints.clone();
    let differ = vec![
        (
            OtherChange::Identity,
            before.display_name != after.display_name
                || before.domains != after.domains
                || before.cloud != after.cloud,
        ),
        (OtherChange::Directory, before.directory != after.directory),
        (OtherChange::Clouds, clouds(before) != clouds(after)),
        (
            OtherChange::ConditionalAccess,
            before.conditional_access_policies != after.conditional_access_policies,
        ),
        (
            OtherChange::ExternalCollaboration,
            before.authorization_policy != after.authorization_policy
                || before.invitation_domains != after.invitation_domains,
        ),
        (OtherChange::Guests, guests_differ(before, after)),
        (OtherChange::Teams, differs(&before.teams, &after.teams)),
    ];
    differ.into_iter().filter(|(_, differs)| *differs).map(|(change, _)| change).collect()
}

/// Whether two big parts differ; most edits leave them the very same.
fn differs<T: PartialEq>(before: &Arc<T>, after: &Arc<T>) -> bool {
    !Arc::ptr_eq(before, after) && before != after
}

/// Whether guests are gone, or changed otherwise than by redeeming.
fn guests_differ(before: &Tenant, after: &Tenant) -> bool {
    let redeemed =
        |guest: &Guest| Guest { external_user_state: ExternalUserState::Accepted, ..guest.clone() };
    before.guests.as_deref().into_iter().flatten().any(|guest| {
        after.guest(&guest.home_tenant, &guest.home_user).is_none_or(|later| {
            redeemed(later) != redeemed(guest)
                || (guest.external_user_state == ExternalUserState::Accepted && later != guest)
        })
    })
}
