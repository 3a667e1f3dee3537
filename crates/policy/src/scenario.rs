//! The whole document.

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::graph::Rest;
use crate::{Id, Tenant};

/// Two tenants (or more) whose settings meet.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Scenario {
    /// The scenario's name.
    pub title: String,
    /// What it is about, in a few sentences.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub story: String,
    /// The tenants. The first two stand side by side.
    pub tenants: Vec<Arc<Tenant>>,
    /// Properties without a type here.
    #[serde(flatten)]
    pub rest: Rest,
}

impl Scenario {
    /// The tenant with this id.
    pub fn tenant(&self, id: &Id) -> Option<&Arc<Tenant>> {
        self.tenants.iter().find(|tenant| tenant.id == *id)
    }

    /// The tenant with this id, to be changed.
    pub fn tenant_mut(&mut self, id: &Id) -> Option<&mut Tenant> {
        self.tenants.iter_mut().find(|tenant| tenant.id == *id).map(Arc::make_mut)
    }

    /// The tenant with this id, or, where the scenario does not hold it, one that nobody has configured.
    pub(crate) fn tenant_or_untouched(&self, id: &Id) -> Arc<Tenant> {
        self.tenant(id).cloned().unwrap_or_else(|| Arc::new(Tenant::untouched(id.clone())))
    }
}
