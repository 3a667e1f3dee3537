//! Which tenants the files tell of: for a scenario that does not exist yet.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::ToString;
use alloc::vec::Vec;

use entente_policy::{Id, Scenario};

use super::whose::{self, Evidence};
use super::{Named, Piece, Plan, What};

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
        let partners = self.pieces.iter().flat_map(Piece::items);
        let called = partners.filter_map(|item| {
            let is_it = item.get("tenantId")?.as_str().is_some_and(|id| tenant.is(id));
            let info = item.get("tenantInfo").or_else(|| item.get("TenantInfo"));
            let name = item.get("displayName").or_else(|| info?.get("displayName"))?.as_str()?;
            (is_it && !name.is_empty()).then(|| name.to_string())
        });
        named.chain(called).next().unwrap_or_else(|| tenant.to_string())
    }

    /// Two tenants that the files are of by what they are about, the one that the first of them is of before the other:
    /// each file lists one of the two and not the other, some this one and some that, and there are no other two of whom
    /// that is so. What is said of one organization alone may stand beside the same tenant's answer about another.
    fn about_each_other(&self) -> Option<[Id; 2]> {
        let mut abouts: BTreeMap<Id, BTreeSet<usize>> = BTreeMap::new();
        for piece in &self.pieces {
            for id in piece.partners() {
                abouts.entry(id).or_default().insert(piece.source);
            }
        }
        let is_list = |piece: &&Piece| piece.what == What::Partners && !piece.is_partial;
        let lists: BTreeSet<usize> = self.pieces.iter().filter(is_list).map(|piece| piece.source).collect();
        let sources: BTreeSet<usize> = abouts.values().flatten().copied().collect();
        let mut by_sources: BTreeMap<&BTreeSet<usize>, Vec<&Id>> = BTreeMap::new();
        for (id, of) in &abouts {
            by_sources.entry(of).or_default().push(id);
        }
        let first = sources.first().filter(|_| sources.is_subset(&lists))?;
        let mut pairs = by_sources.iter().filter(|(of, _)| of.contains(first)).filter_map(|(of, about)| {
            let others: BTreeSet<usize> = sources.difference(of).copied().collect();
            by_sources.get(&others).map(|of_others| (of_others, about))
        });
        match (pairs.next(), pairs.next()) {
            (Some((own, about)), None) => match (own.as_slice(), about.as_slice()) {
                ([own], [about]) => Some([(*own).clone(), (*about).clone()]),
                _ => None,
            },
            _ => None,
        }
    }

    /// The two tenants of a new scenario: those that are told, and else those that the files tell of, either as the
    /// one they are of or as the only one that they have settings about. Files that say no more than that they are
    /// about each other are of the two that they are about.
    ///
    /// # Errors
    /// Gives the organizations to choose from where the files do not tell which.
    pub fn pair(&self, own: Option<Named>, other: Option<Named>) -> Result<Scenario, Vec<Id>> {
        let mut known = self.tenants();
        if known.is_empty() && own.is_none() {
            let both = self.about_each_other().into_iter().flatten();
            known.extend(both.map(|id| Named { name: self.name_of(&id), id }));
        }
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
