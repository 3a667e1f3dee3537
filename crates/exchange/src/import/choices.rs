//! What only the person who gives the files can say.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;

use entente_policy::{Id, Property};

/// Where what a part of the files holds belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Belongs {
    /// Whose settings they are.
    pub tenant: Id,
    /// Which settings, for a body that does not say it.
    pub about: Option<About>,
    /// Which property, for a lone B2B setting.
    pub property: Option<Property>,
}

impl Belongs {
    /// Files that say everything themselves but whose they are.
    pub fn to(tenant: Id) -> Self {
        Belongs { tenant, about: None, property: None }
    }
}

/// Which settings of a tenant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// The default settings.
    Default,
    /// The organizational settings about this tenant.
    Partner(Id),
}

/// What has been confirmed of a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// Where each part belongs, by its number in [`Plan::sources`](super::Plan::sources).
    pub of: BTreeMap<usize, Belongs>,
    /// Where all other parts belong.
    pub others: Option<Belongs>,
    /// Parts that are left out.
    pub left_out: BTreeSet<usize>,
    /// What ids are called that no file has a name for.
    pub names: BTreeMap<Id, String>,
}

impl Choices {
    /// All files belong to one tenant.
    pub fn all(belongs: Belongs) -> Self {
        Choices { others: Some(belongs), ..Choices::default() }
    }

    /// Where a part belongs; nowhere, if it is left out.
    pub fn belongs(&self, source: usize) -> Option<&Belongs> {
        self.of.get(&source).or(self.others.as_ref()).filter(|_| !self.left_out.contains(&source))
    }
}
