//! Whom and what a sign-in means: a log has ids of its own side, names, or both.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;

use entente_policy::{Guest, Id, Scenario, Tenant};

use crate::import::B2B_SETTINGS;

/// What a tenant's directory knows people and applications by.
pub(super) struct Directory<'a> {
    pub(super) tenant: &'a Tenant,
    /// People by their sign-in names and addresses, in small letters.
    by_name: BTreeMap<String, &'a Id>,
    /// Its guests, by their ids in it.
    guests: BTreeMap<&'a Id, &'a Guest>,
    /// Applications that settings of the scenario name.
    named: BTreeSet<&'a Id>,
}

impl<'a> Directory<'a> {
    pub(super) fn of(scenario: &'a Scenario, tenant: &'a Tenant) -> Self {
        let mut by_name = BTreeMap::new();
        for user in &tenant.directory.users {
            let names = [Some(&user.user_principal_name), user.mail.as_ref()];
            for name in names.into_iter().flatten().filter(|name| !name.is_empty()) {
                by_name.entry(name.to_lowercase()).or_insert(&user.id);
            }
        }
        let mut named = BTreeSet::new();
        for tenant in &scenario.tenants {
            let policy = &tenant.cross_tenant_access_policy;
            let partners = policy.partners.iter().map(|partner| &partner.settings);
            for settings in partners.chain([&policy.default.settings]) {
                let halves = B2B_SETTINGS.iter().filter_map(|property| settings.b2b(*property));
                for half in halves.filter_map(|setting| setting.applications.as_ref()) {
                    named.extend(half.targets.iter().map(|target| &target.target));
                }
            }
        }
        let guests = tenant.guests.iter().flat_map(|guests| guests.iter());
        Directory { tenant, by_name, guests: guests.map(|guest| (&guest.id, guest)).collect(), named }
    }

    /// The person of this tenant that a log means: by the id, by the guest object that has this id in the other tenant,
    /// by a name, and else by the id alone.
    pub(super) fn user(
        &self,
        id: Option<&Id>,
        names: &[Option<&str>],
        elsewhere: &Directory<'_>,
    ) -> Option<Id> {
        if let Some(id) = id {
            if self.tenant.directory.position_of_user(id).is_some() {
                return Some(id.clone());
            }
            let guest = elsewhere.guests.get(id).filter(|guest| guest.home_tenant == self.tenant.id);
            if let Some(guest) = guest {
                return Some(guest.home_user.clone());
            }
        }
        let mut names = names.iter().flatten();
        let known = names.clone().find_map(|name| self.by_name.get(&at_home(name)));
        known
            .map(|id| (*id).clone())
            .or_else(|| id.cloned())
            .or_else(|| names.next().map(|name| Id::from(*name)))
    }

    /// Of what was signed in to and what it was signed in with, the one that the scenario knows; the first if it knows
    /// both, or none.
    pub(super) fn application(&self, candidates: [Option<&Id>; 2]) -> Option<Id> {
        let is_known = |id: &&Id| {
            self.tenant.directory.position_of_application(id).is_some() || self.named.contains(*id)
        };
        let mut all = candidates.into_iter().flatten();
        all.clone().find(is_known).or_else(|| all.next()).cloned()
    }
}

/// A sign-in name in small letters, as it is at home: `ana_fabrikam.example#EXT#@contoso.onmicrosoft.com` is Ana's as a
/// guest.
fn at_home(name: &str) -> String {
    let name = name.to_lowercase();
    match name.split_once("#ext#").and_then(|(before, _)| before.rsplit_once('_')) {
        Some((local, domain)) => alloc::format!("{local}@{domain}"),
        None => name,
    }
}

#[cfg(test)]
mod tests {
    use super::at_home;

    #[test]
    fn a_guest_goes_by_the_name_at_home() {
        assert_eq!(at_home("Ana_R_fabrikam.example#EXT#@contoso.onmicrosoft.com"), "ana_r@fabrikam.example");
        assert_eq!(at_home("Ana@Fabrikam.example"), "ana@fabrikam.example");
        assert_eq!(at_home("#EXT#"), "#ext#");
    }
}
