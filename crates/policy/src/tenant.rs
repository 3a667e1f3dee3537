//! One tenant: who it is, whom and what it holds, and what it has set.

use alloc::string::{String, ToString};
use alloc::sync::Arc;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::graph::{ConditionalAccessPolicy, CrossTenantAccessPolicy, Rest};
use crate::{Directory, Id};

/// The Microsoft cloud a tenant lives in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Cloud {
    /// The worldwide commercial cloud.
    #[default]
    Commercial,
    /// Microsoft Azure Government.
    UsGovernment,
    /// Microsoft Azure operated by 21Vianet.
    China,
}

/// A Microsoft Entra tenant.
///
/// The big parts are shared pointers, so that keeping every earlier state of a scenario costs what changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Tenant {
    /// The tenant id.
    pub id: Id,
    /// The organization's name.
    pub display_name: String,
    /// Verified domains, the first being the one shown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub domains: Vec<String>,
    /// The Microsoft cloud.
    #[serde(default)]
    pub cloud: Cloud,
    /// Users, groups, memberships and applications.
    #[serde(default)]
    pub directory: Arc<Directory>,
    /// Default and organizational settings.
    #[serde(default)]
    pub cross_tenant_access_policy: CrossTenantAccessPolicy,
    /// Conditional access policies that may meet external users.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conditional_access_policies: Vec<Arc<ConditionalAccessPolicy>>,
    /// Properties without a type here.
    #[serde(flatten)]
    pub rest: Rest,
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
