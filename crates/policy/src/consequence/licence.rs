//! Licences and administrator roles that the settings in force ask for.

use alloc::vec::Vec;

use super::declare::facts;
use super::situation::{B2B, chooses, direct_connect, halves, lets_anybody, unseen, unseen_half, whole};
use super::{Consequence, Situation};
use crate::graph::InboundTrust;
use crate::{
    Carrier, Direction, Id, Layer, Place, Property, SettingPath, Source, Tenant, UserType, effective_b2b,
    effective_consent, effective_trust,
};

facts! {
    /// Settings that choose users, groups or applications need P1.
    ChosenTargets = "licence.chosenTargets" is Documented on CrossTenantAccessOverview,
    /// Accepting claims of other tenants needs P1.
    Trust = "licence.trust" is Documented on CrossTenantAccessOverview,
    /// Direct connect needs P1 in both tenants.
    DirectConnect = "licence.directConnect" is Documented on CrossTenantAccessOverview,
    /// The switch for automatic redemption needs P1.
    AutomaticRedemption = "licence.automaticRedemption" is Documented on CrossTenantAccessOverview,
    /// Cross-tenant synchronization needs P1.
    Synchronization = "licence.synchronization" is Documented on Synchronization,
    /// Nobody has seen settings that may ask for one.
    NotSeen = "licence.notSeen" is Documented on CrossTenantAccessOverview,
    /// Allowing or blocking everyone, without trust, needs none.
    NoneNeeded = "licence.noneNeeded" is Inferred on CrossTenantAccessOverview,
    /// Tenant restrictions need P1 or P2.
    TenantRestrictions = "licence.tenantRestrictions" is Documented on TenantRestrictions,
    /// Universal tenant restrictions need a licence for Global Secure Access as well.
    GlobalSecureAccess = "licence.globalSecureAccess" is Documented on UniversalTenantRestrictions,
    /// Guests count as monthly active users.
    GuestsCount = "licence.guestsCount" is Documented on Pricing,
    /// Whether direct connect users count as monthly active users: pages disagree.
    DirectConnectCountContradicts = "licence.directConnectCountContradicts" is Contradictory on Pricing,
    /// The least role that edits cross-tenant access settings, and the permissions in Graph.
    SecurityAdministrator = "licence.securityAdministrator" is Documented on CrossTenantAccessOverview,
    /// Whether Teams administrators may write: pages disagree.
    TeamsAdministratorContradicts = "licence.teamsAdministratorContradicts" is Contradictory on PartnerCreation,
    /// Conditional access administrators may edit tenant restrictions of an organization too.
    RestrictionsAdministrator = "licence.restrictionsAdministrator" is Documented on TenantRestrictions,
    /// Universal tenant restrictions take two roles.
    GlobalSecureAccessAdministrator = "licence.globalSecureAccessAdministrator" is Documented on UniversalTenantRestrictions,
    /// The lists of domains take a global administrator.
    DomainListsAdministrator = "licence.domainListsAdministrator" is Documented on DomainLists,
    /// Who may invite, where members may not.
    Inviters = "licence.inviters" is Documented on ExternalCollaboration,
}

/// What the settings in force between the two tenants need, tenant by tenant; then the roles.
pub(super) fn needs(situation: &Situation<'_>) -> Vec<Consequence> {
    let mut needs = Vec::new();
    for (tenant, other) in situation.sides() {
        needs.extend(licences(situation, tenant, other));
    }
    let general = |fact| Consequence::general(fact);
    let is_guest = |tenant: &Tenant| {
        tenant
            .guests
            .as_ref()
            .is_some_and(|guests| guests.iter().any(|guest| guest.user_type != Some(UserType::Member)))
    };
    let resource = situation.resource();
    if resource.guests.is_none() || is_guest(resource) {
        needs.push(Consequence::here(Fact::GuestsCount).of(&resource.id));
    }
    let opens = |fact: Fact| needs.iter().any(|need| need.fact == fact.into());
    let (direct_connect, universal) = (opens(Fact::DirectConnect), opens(Fact::GlobalSecureAccess));
    let restrictions = opens(Fact::TenantRestrictions);
    if direct_connect {
        needs.push(general(Fact::DirectConnectCountContradicts));
    }
    needs.push(general(Fact::SecurityAdministrator));
    needs.push(general(Fact::TeamsAdministratorContradicts));
    if restrictions {
        needs.push(general(Fact::RestrictionsAdministrator));
    }
    if universal {
        needs.push(general(Fact::GlobalSecureAccessAdministrator));
    }
    for (tenant, _) in situation.sides() {
        let place = |place| SettingPath::Policy { tenant: tenant.id.clone(), place, item: None };
        let domains = &tenant.invitation_domains;
        if domains.allowed_domains.is_some() || domains.blocked_domains.is_some() {
            let fact = Consequence::here(Fact::DomainListsAdministrator).of(&tenant.id);
            needs.push(fact.from([place(Place::InvitationDomains)].into()));
        }
        if tenant.authorization_policy.allow_invites_from.is_some() {
            let fact = Consequence::here(Fact::Inviters).of(&tenant.id);
            needs.push(fact.from([place(Place::AllowInvitesFrom)].into()));
        }
    }
    needs
}

fn licences(situation: &Situation<'_>, tenant: &Tenant, other: &Tenant) -> Vec<Consequence> {
    let mut needs = Vec::new();
    let mut need = |fact: Fact, settings: Vec<SettingPath>| {
        if !settings.is_empty() {
            needs.push(Consequence::here(fact).of(&tenant.id).from(settings));
        }
    };
    let open = |tenant: &Tenant, other: &Id| -> Vec<SettingPath> {
        [Direction::Inbound, Direction::Outbound]
            .into_iter()
            .map(|direction| direct_connect(tenant, other, direction))
            .filter(lets_anybody)
            .flat_map(|setting| halves(&setting))
            .collect()
    };
    need(Fact::ChosenTargets, chosen(tenant, &other.id));
    need(Fact::Trust, trusted(tenant, &other.id));
    // Both tenants need the licence, whichever of them has opened a direction.
    let mut opened = open(tenant, &other.id);
    opened.extend(open(other, &tenant.id));
    need(Fact::DirectConnect, opened);
    need(Fact::AutomaticRedemption, automatic(tenant, &other.id));
    need(Fact::Synchronization, synchronized(tenant, &other.id));
    let (restricted, universal) = restrictions(situation, tenant);
    need(Fact::TenantRestrictions, restricted);
    need(Fact::NotSeen, not_seen(tenant, other));
    need(Fact::GlobalSecureAccess, universal);
    if needs.is_empty() {
        needs.push(Consequence::here(Fact::NoneNeeded).of(&tenant.id));
    }
    needs
}

/// The settings that may ask for a licence, and nobody has seen.
fn not_seen(tenant: &Tenant, other: &Tenant) -> Vec<SettingPath> {
    let b2b = B2B.map(|property| unseen_half(&effective_b2b(tenant, &other.id, property)));
    let layer = Layer::Partner(other.id.clone());
    let synchronization = Property::IdentitySynchronization;
    let is_unknown = tenant.cross_tenant_access_policy.is_unknown(&layer, synchronization);
    let beside = [
        unseen(&effective_trust(tenant, &other.id)),
        unseen(&effective_consent(tenant, &other.id)),
        is_unknown.then(|| whole(&tenant.id, layer, synchronization)),
        unseen_half(&effective_b2b(tenant, &other.id, Property::TenantRestrictions)),
        unseen_half(&direct_connect(other, &tenant.id, Direction::Inbound)),
        unseen_half(&direct_connect(other, &tenant.id, Direction::Outbound)),
    ];
    b2b.into_iter().chain(beside).flatten().collect()
}

fn chosen(tenant: &Tenant, other: &Id) -> Vec<SettingPath> {
    let settings = B2B.map(|property| effective_b2b(tenant, other, property));
    settings.iter().filter(|setting| chooses(setting)).flat_map(halves).collect()
}

fn trusted(tenant: &Tenant, other: &Id) -> Vec<SettingPath> {
    let trust = effective_trust(tenant, other);
    let InboundTrust {
        is_mfa_accepted,
        is_compliant_device_accepted,
        is_hybrid_azure_ad_joined_device_accepted,
        ..
    } = trust.value;
    let any = [is_mfa_accepted, is_compliant_device_accepted, is_hybrid_azure_ad_joined_device_accepted];
    if any.contains(&Some(true)) { [trust.path].into() } else { Vec::new() }
}

fn automatic(tenant: &Tenant, other: &Id) -> Vec<SettingPath> {
    let consent = effective_consent(tenant, other);
    let any = [consent.value.inbound_allowed, consent.value.outbound_allowed];
    if any.contains(&Some(true)) { [consent.path].into() } else { Vec::new() }
}

fn synchronized(tenant: &Tenant, other: &Id) -> Vec<SettingPath> {
    let partner = tenant.cross_tenant_access_policy.partner(other);
    let allowed = partner
        .and_then(|partner| partner.settings.identity_synchronization.as_ref())
        .and_then(|synchronization| synchronization.user_sync_inbound.as_ref())
        .is_some_and(|inbound| inbound.is_sync_allowed == Some(true));
    let path = SettingPath::CrossTenantAccess {
        tenant: tenant.id.clone(),
        layer: Layer::Partner(other.clone()),
        property: Property::IdentitySynchronization,
        half: None,
    };
    if allowed { [path].into() } else { Vec::new() }
}

/// What makes the tenant use tenant restrictions, and what makes it use them everywhere: settings of its own,
/// and signals that name it.
fn restrictions(situation: &Situation<'_>, tenant: &Tenant) -> (Vec<SettingPath>, Vec<SettingPath>) {
    let (mut restricted, mut universal) = (Vec::new(), Vec::new());
    for (_, other) in situation.sides() {
        let setting = effective_b2b(tenant, &other.id, Property::TenantRestrictions);
        if !matches!(setting.users_and_groups.source, Source::ServiceDefault | Source::Unknown) {
            restricted.extend(halves(&setting));
        }
    }
    for other in &situation.scenario.tenants {
        let users = other.directory.users.iter().map(|user| (Some(&user.id), &user.session));
        let sessions = users.chain([(None, &other.directory.any_other_user)]);
        for (user, signal) in
            sessions.filter_map(|(user, session)| Some((user, session.tenant_restrictions.as_ref()?)))
        {
            if signal.policy_owner != tenant.id {
                continue;
            }
            let path = SettingPath::Session { tenant: other.id.clone(), user: user.cloned() };
            if signal.carrier == Carrier::GlobalSecureAccess {
                universal.push(path.clone());
            }
            restricted.push(path);
        }
    }
    restricted.dedup();
    (restricted, universal)
}
