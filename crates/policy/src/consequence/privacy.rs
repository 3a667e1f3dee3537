//! Who learns what of whom, and where the policies are kept.

use alloc::vec;
use alloc::vec::Vec;

use super::declare::facts;
use super::situation::{direct_connect, halves, lets_anybody, unseen_half};
use super::{Consequence, Situation};
use crate::Direction;

facts! {
    /// Outbound direct connect is open: the other tenant's users find these people by their full e-mail address.
    Searchable = "privacy.searchable" is Documented on DirectConnectOverview,
    /// Outbound direct connect is shut: nobody there finds these people that way.
    NotSearchable = "privacy.notSearchable" is Documented on DirectConnectOverview,
    /// What a match tells: first name and family name.
    NamesShared = "privacy.namesShared" is Documented on DirectConnectOverview,
    /// More is shared only after the person consents to the other organization's privacy policy.
    MoreAfterConsent = "privacy.moreAfterConsent" is Documented on DirectConnectOverview,
    /// What was shared falls under the other organization's privacy policies.
    OtherOrganizationsPolicy = "privacy.otherOrganizationsPolicy" is Documented on DirectConnectOverview,
    /// Nobody has seen whether people can be searched for.
    NotSeen = "privacy.notSeen" is Documented on CrossTenantAccessOverview,
    /// Whoever lets people in should show a privacy contact and a privacy statement.
    AddPrivacyStatement = "privacy.addPrivacyStatement" is Documented on DirectConnectOverview,
    /// Organizational settings are stored in both tenants.
    OrganizationalSettingsInBoth = "privacy.organizationalSettingsInBoth" is Documented on CrossTenantAccessOverview,
    /// Default settings are replicated between regions and read by other tenants.
    DefaultsReadByOthers = "privacy.defaultsReadByOthers" is Documented on CrossTenantAccessOverview,
    /// Whether external users may leave is a setting that covers direct connect.
    MayLeave = "privacy.mayLeave" is Documented on CrossTenantAccessOverview,
}

/// What holds between the two tenants, in both directions.
pub(super) fn privacy(situation: &Situation<'_>) -> Vec<Consequence> {
    let mut facts = Vec::new();
    let mut shared = false;
    for (tenant, other) in situation.sides() {
        let outbound = direct_connect(tenant, &other.id, Direction::Outbound);
        let open = lets_anybody(&outbound);
        shared |= open;
        let (fact, settings) = match unseen_half(&outbound) {
            Some(unseen) => (Fact::NotSeen, vec![unseen]),
            None if open => (Fact::Searchable, halves(&outbound)),
            None => (Fact::NotSearchable, halves(&outbound)),
        };
        facts.push(Consequence::here(fact).of(&tenant.id).from(settings));
    }
    if shared {
        let general = [Fact::NamesShared, Fact::MoreAfterConsent, Fact::OtherOrganizationsPolicy];
        facts.extend(general.map(Consequence::general));
    }
    for (tenant, other) in situation.sides() {
        let inbound = direct_connect(tenant, &other.id, Direction::Inbound);
        if lets_anybody(&inbound) {
            facts.push(Consequence::here(Fact::AddPrivacyStatement).of(&tenant.id).from(halves(&inbound)));
        }
    }
    for (tenant, other) in situation.sides() {
        if tenant.cross_tenant_access_policy.partner(&other.id).is_some() {
            facts.push(Consequence::here(Fact::OrganizationalSettingsInBoth).of(&tenant.id));
        }
    }
    facts
        .extend(vec![Consequence::general(Fact::DefaultsReadByOthers), Consequence::general(Fact::MayLeave)]);
    facts
}
