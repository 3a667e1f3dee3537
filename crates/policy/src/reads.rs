//! What of a connection the gates read, so that after an edit only those are asked again that read what was edited.

use alloc::sync::Arc;

use crate::gates::Gate;
use crate::graph::{ConfigurationPartner, CrossTenantAccessPolicy, Settings, TargetConfiguration};
use crate::{Connection, Feature, Half, Id, Property, Tenant};

/// A set of things to read, a bit for each.
pub(crate) type Parts = u32;

const COLLABORATION_OUT: Parts = 1;
const COLLABORATION_IN: Parts = 1 << 1;
const DIRECT_OUT: Parts = 1 << 2;
const DIRECT_IN: Parts = 1 << 3;
const TRUST: Parts = 1 << 4;
const CONSENT: Parts = 1 << 5;
const SYNCHRONIZATION: Parts = 1 << 6;
const REDEMPTION: Parts = 1 << 7;
const PROVIDER: Parts = 1 << 8;
const RESTRICTIONS: Parts = 1 << 9;
const PARTNERS: Parts = 1 << 10;
const POLICIES: Parts = 1 << 11;
const GUESTS: Parts = 1 << 12;
const INVITATIONS: Parts = 1 << 13;
const TEAMS: Parts = 1 << 14;
/// Every list of people.
const LISTS: Parts = COLLABORATION_OUT | COLLABORATION_IN | DIRECT_OUT | DIRECT_IN | RESTRICTIONS;
/// Who the tenants are: every gate is asked again.
pub(crate) const ALL: Parts = Parts::MAX;

/// What a gate reads, beside what every gate reads. INVARIANT: nothing else that an edit can change makes its answers
/// others; that an edit leads to what it does from scratch is tested.
pub(crate) fn parts(gate: Gate, feature: Feature) -> Parts {
    let (out, into) = match feature {
        Feature::B2bCollaboration => (COLLABORATION_OUT, COLLABORATION_IN),
        Feature::B2bDirectConnect => (DIRECT_OUT, DIRECT_IN),
    };
    match gate {
        Gate::Cloud => PARTNERS,
        Gate::HomeOutbound => out | GUESTS,
        Gate::ResourceInbound => into | GUESTS,
        Gate::FeatureScope => 0,
        Gate::Invitation => {
            out | into | GUESTS | INVITATIONS | CONSENT | SYNCHRONIZATION | REDEMPTION | PARTNERS
        }
        Gate::TenantRestrictions => RESTRICTIONS | PARTNERS,
        // Whoever comes by the one way may be met as if they came by the other.
        Gate::ConditionalAccess => POLICIES | TRUST | GUESTS | DIRECT_OUT | DIRECT_IN,
        Gate::Teams => TEAMS | GUESTS,
        Gate::ServiceProvider => PROVIDER | POLICIES,
    }
}

/// What differs between two connections of the same tenants by the same feature.
pub(crate) fn edited(before: &Connection, after: &Connection) -> Parts {
    let [(home, home_now), (resource, resource_now)] =
        [(&before.home, &after.home), (&before.resource, &after.resource)];
    if before.feature != after.feature || before.tenants.len() != after.tenants.len() {
        return ALL;
    }
    let mut parts = of_tenant(home, home_now, &after.resource.id, true);
    parts |= of_tenant(resource, resource_now, &after.home.id, false);
    // Of others the gates read what they restrict on their devices and networks.
    for (tenant, now) in before.tenants.iter().zip(&after.tenants) {
        if !Arc::ptr_eq(tenant, now) && ![&home.id, &resource.id].contains(&&tenant.id) {
            parts |= if of_tenant(tenant, now, &home.id, true) == ALL { ALL } else { RESTRICTIONS };
        }
    }
    let is_other = |(tenant, now): (&Arc<Tenant>, &Arc<Tenant>)| {
        !Arc::ptr_eq(tenant, now) && !tenant.directory.is_same(&now.directory)
    };
    // A name in the place of an id is one as soon as a directory has it.
    let names = before.tenants.iter().zip(&after.tenants).any(is_other) && has_names(after);
    parts | when(names, LISTS)
}

/// Whether settings have names in the place of ids.
fn has_names(connection: &Connection) -> bool {
    let list = |list: &Option<TargetConfiguration>, half: Half| {
        list.as_ref().is_some_and(|list| list.targets.iter().any(|target| !target.is_plain(half)))
    };
    let lists = |settings: &Settings| {
        let settings = Property::ALL.into_iter().filter_map(|property| settings.b2b(property));
        settings.into_iter().any(|setting| {
            list(&setting.users_and_groups, Half::UsersAndGroups)
                || list(&setting.applications, Half::Applications)
        })
    };
    connection.tenants.iter().any(|tenant| {
        let policy = &tenant.cross_tenant_access_policy;
        let about = [&connection.home.id, &connection.resource.id];
        lists(&policy.default.settings)
            || about.iter().any(|id| policy.partner(id).is_some_and(|partner| lists(&partner.settings)))
    })
}

/// What differs in a tenant that users leave for another, or that they come to from another.
fn of_tenant(before: &Arc<Tenant>, after: &Arc<Tenant>, other: &Id, is_home: bool) -> Parts {
    if Arc::ptr_eq(before, after) {
        return 0;
    }
    // Here and below everything is named, so that nothing can be added without saying who reads it.
    let Tenant {
        id,
        display_name: _,
        domains,
        cloud,
        // Who is on a list is asked apart from what the list says.
        directory,
        cross_tenant_access_policy: policy,
        conditional_access_policies,
        authorization_policy,
        invitation_domains,
        guests,
        teams,
        rest: _,
    } = before.as_ref();
    let is_same_tenant = *id == after.id && *cloud == after.cloud && *domains == after.domains;
    let half_seen = [before, after].map(|tenant| tenant.directory.half_seen_groups().map(|group| &group.id));
    let [half_seen, half_seen_now] = half_seen;
    let same_half_seen = directory.is_same(&after.directory) || half_seen.eq(half_seen_now);
    let now = &after.cross_tenant_access_policy;
    let CrossTenantAccessPolicy {
        display_name: _,
        allowed_cloud_endpoints,
        default,
        partners,
        unknown,
        rest,
    } = policy;
    let own = match (policy.partner(other), now.partner(other)) {
        (Some(partner), Some(now)) => of_settings(&partner.settings, &now.settings, is_home),
        (None, None) => 0,
        _ => ALL,
    };
    if !is_same_tenant || !same_half_seen || own == ALL || *rest != now.rest || *unknown != now.unknown {
        return ALL;
    }
    let is_restricting_alike = |(one, other): (&Arc<ConfigurationPartner>, &Arc<ConfigurationPartner>)| {
        let same = one.tenant_id == other.tenant_id
            && one.settings.tenant_restrictions == other.settings.tenant_restrictions
            && one.settings.unknown == other.settings.unknown;
        same || Arc::ptr_eq(one, other)
    };
    let same_partners =
        partners.len() == now.partners.len() && partners.iter().zip(&now.partners).all(is_restricting_alike);
    let common = own
        | of_settings(&default.settings, &now.default.settings, is_home)
        | when(!same_partners, RESTRICTIONS | PARTNERS)
        | when(*allowed_cloud_endpoints != now.allowed_cloud_endpoints, PARTNERS)
        | when(!Arc::ptr_eq(teams, &after.teams) && *teams != after.teams, TEAMS);
    if is_home {
        return common;
    }
    let same_guests = match (guests, &after.guests) {
        (Some(guests), Some(now)) => Arc::ptr_eq(guests, now),
        (None, None) => true,
        _ => false,
    };
    let policies = (conditional_access_policies, &after.conditional_access_policies);
    let same_policies = policies.0.len() == policies.1.len()
        && policies.0.iter().zip(policies.1).all(|(policy, now)| Arc::ptr_eq(policy, now));
    let same_invitations = *authorization_policy == after.authorization_policy
        && *invitation_domains == after.invitation_domains;
    common
        | when(!same_guests, GUESTS)
        | when(!same_policies, POLICIES)
        | when(!same_invitations, INVITATIONS)
}

fn when(differs: bool, parts: Parts) -> Parts {
    if differs { parts } else { 0 }
}

/// What differs in the settings that defaults and organizational settings share.
fn of_settings(before: &Settings, after: &Settings, is_home: bool) -> Parts {
    let Settings {
        b2b_collaboration_inbound,
        b2b_collaboration_outbound,
        b2b_direct_connect_inbound,
        b2b_direct_connect_outbound,
        inbound_trust,
        automatic_user_consent_settings,
        tenant_restrictions,
        invitation_redemption_identity_provider_configuration,
        identity_synchronization,
        is_service_provider,
        block_service_provider_outbound_access,
        // No gate reads these.
        m365_collaboration_inbound: _,
        m365_collaboration_outbound: _,
        app_service_connect_inbound: _,
        // What nobody has seen may be whatever a gate reads.
        unknown,
        rest,
    } = before;
    if *rest != after.rest || *unknown != after.unknown {
        return ALL;
    }
    let (inbound, outbound) = if is_home { (0, ALL) } else { (ALL, 0) };
    when(*b2b_collaboration_inbound != after.b2b_collaboration_inbound, inbound & COLLABORATION_IN)
        | when(*b2b_collaboration_outbound != after.b2b_collaboration_outbound, outbound & COLLABORATION_OUT)
        | when(*b2b_direct_connect_inbound != after.b2b_direct_connect_inbound, inbound & DIRECT_IN)
        | when(*b2b_direct_connect_outbound != after.b2b_direct_connect_outbound, outbound & DIRECT_OUT)
        | when(*inbound_trust != after.inbound_trust, inbound & TRUST)
        | when(*automatic_user_consent_settings != after.automatic_user_consent_settings, CONSENT)
        | when(*tenant_restrictions != after.tenant_restrictions, RESTRICTIONS)
        | when(
            *invitation_redemption_identity_provider_configuration
                != after.invitation_redemption_identity_provider_configuration,
            REDEMPTION,
        )
        | when(*identity_synchronization != after.identity_synchronization, SYNCHRONIZATION)
        | when(*is_service_provider != after.is_service_provider, PROVIDER)
        | when(
            *block_service_provider_outbound_access != after.block_service_provider_outbound_access,
            PROVIDER,
        )
}
