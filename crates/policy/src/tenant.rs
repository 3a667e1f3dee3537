//! One tenant: who it is, whom and what it holds, and what it has set.

use alloc::string::{String, ToString};
use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::graph::{ConditionalAccessPolicy, CrossTenantAccessPolicy};
use crate::shape::{Rest, object, words};
use crate::{Directory, Id};

words! {
    /// The Microsoft cloud a tenant lives in.
    Cloud or Commercial {
        /// The worldwide commercial cloud.
        Commercial = "commercial",
        /// Microsoft Azure Government.
        UsGovernment = "usGovernment",
        /// Microsoft Azure operated by 21Vianet.
        China = "china",
    }
}

object! {
    /// A Microsoft Entra tenant.
    ///
    /// The big parts are shared pointers, so that keeping every earlier state of a scenario costs what changed.
    Tenant {
        /// The tenant id.
        id: Id = "id",
        /// The organization's name.
        display_name: String = "displayName",
        /// Verified domains, the first being the one shown.
        domains: Vec<String> = "domains",
        /// The Microsoft cloud.
        cloud: Cloud = "cloud",
        /// Users, groups, memberships and applications.
        directory: Arc<Directory> = "directory",
        /// Default and organizational settings.
        cross_tenant_access_policy: CrossTenantAccessPolicy = "crossTenantAccessPolicy",
        /// Conditional access policies that may meet external users.
        conditional_access_policies: Vec<Arc<ConditionalAccessPolicy>> = "conditionalAccessPolicies",
    }
}

impl Tenant {
    /// A tenant nobody has configured: an empty directory and the settings the service ships.
    pub fn untouched(id: Id) -> Self {
        Tenant {
            display_name: id.to_string(),
            id,
            domains: Vec::new(),
            cloud: Cloud::default(),
            directory: Arc::default(),
            cross_tenant_access_policy: CrossTenantAccessPolicy::default(),
            conditional_access_policies: Vec::new(),
            rest: Rest::new(),
        }
    }
}
