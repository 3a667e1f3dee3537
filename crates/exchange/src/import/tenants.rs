//! Which tenants the files tell of: for a scenario that does not exist yet.

use alloc::string::ToString;
use alloc::vec::Vec;

use entente_policy::{Id, Scenario};

use super::whose::{self, Evidence};
use super::{Named, Plan};

impl Plan {
    /// The tenants that files say they are of, by id, each with its name where that is known.
    pub fn tenants(&self) -> Vec<Named> {
        let mut tenants: Vec<Named> = Vec::new();
        let nobody = Scenario::default();
        for guess in whose::guess(self, &nobody).into_iter().filter(|guess| guess.is_certain) {
            let Some(id) = guess.tenant else { continue };
            if !tenants.iter().any(|known| known.id == id) {
                tenants.push(Named { name: self.name_of(&id), id });
            }
        }
        tenants
    }

    /// What a tenant is called, as far as the files say it; else its id.
    pub fn name_of(&self, tenant: &Id) -> alloc::string::String {
        let evidence = self.sources.iter().flat_map(|source| &source.evidence);
        let named = evidence.filter_map(|evidence| match evidence {
            Evidence::Organization { id, name, .. } if id == tenant && !name.is_empty() => Some(name.clone()),
            _ => None,
        });
        let partners = self.pieces.iter().flat_map(super::Piece::items);
        let called = partners.filter_map(|item| {
            let is_it = item.get("tenantId")?.as_str().is_some_and(|id| tenant.is(id));
            let info = item.get("tenantInfo").or_else(|| item.get("TenantInfo"));
            let name = item.get("displayName").or_else(|| info?.get("displayName"))?.as_str()?;
            (is_it && !name.is_empty()).then(|| name.to_string())
        });
        named.chain(called).next().unwrap_or_else(|| tenant.to_string())
    }

    /// The two tenants of a new scenario: those that are told, and else those that the files tell of, either as the
    /// one they are of or as the only one that they have settings about.
    ///
    /// # Errors
    /// Gives the organizations to choose from where the files do not tell which.
    pub fn pair(&self, own: Option<Named>, other: Option<Named>) -> Result<Scenario, Vec<Id>> {
        let known = self.tenants();
        let unless = |taken: Option<&Named>| {
            let taken = taken.map(|named| named.id.clone());
            known.iter().find(move |named| Some(&named.id) != taken.as_ref()).cloned()
        };
        let own = own.or_else(|| unless(other.as_ref())).ok_or_else(Vec::new)?;
        let partners: Vec<Id> = self.partners().into_iter().filter(|id| *id != own.id).collect();
        let only = match partners.as_slice() {
            [one] => Some(Named { name: self.name_of(one), id: one.clone() }),
            _ => None,
        };
        let other = other.or_else(|| unless(Some(&own))).or(only).ok_or(partners)?;
        Ok(super::pair(&own, &other))
    }
}
